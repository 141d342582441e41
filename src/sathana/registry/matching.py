"""Finding persons by name: Thai, romanised, misspelt; never in the clear."""

from __future__ import annotations

from collections.abc import Sequence

from sathana.registry.models import Person
from sathana.registry.reader import Reader
from sathana.registry.shown import Found


def find(reader: Reader, text: str, *, limit: int = 25) -> list[Found]:
    """Return the persons a name or number may mean, best first."""
    raise NotImplementedError


def look_alikes(
    reader: Reader,
    names: Sequence[str],
    *,
    number: str = "",
    birth_year: int | None = None,
) -> list[Found]:
    """Return persons this reader may see who look like the one being entered."""
    raise NotImplementedError


def keep_keys(person: Person) -> None:
    """Index a person anew, after names or number changed."""
    raise NotImplementedError
