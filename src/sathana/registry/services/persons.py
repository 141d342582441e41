"""Adding and changing persons and their names."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sathana.registry.given import NameGiven
from sathana.registry.models import Person
from sathana.registry.reader import Reader


def add_person(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    values: Mapping[str, Any],
    names: Sequence[NameGiven],
    number: str = "",
    id: uuid.UUID | None = None,
) -> Person:
    """Add a person to a family.

    Args:
        values: label, group, languages, interpreter, needs, contact, notes (each optional).
        number: 13-digit number as told, becomes a fact ``id13``.
        id: Minted by the form: the same id twice is one person.
    """
    raise NotImplementedError


def change_person(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    version: int,
    values: Mapping[str, Any],
    names: Sequence[NameGiven] | None = None,
) -> Person:
    """Change a person; names given replace the names there were."""
    raise NotImplementedError
