"""What selectors of class sheets hand to pages and papers."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sathana.casework.schooling import Screened, Text


@dataclass(frozen=True, slots=True)
class PupilShown:
    """One number of a sheet.

    Attributes:
        id: ``None`` where nothing was noted of the number yet.
        told: Questions and answers in words, as far as known.
        taken_up: Whether it has become a family.
        family_id: Which one, for whoever sees that family.
    """

    number: int
    id: uuid.UUID | None = None
    version: int = 0
    codes: Mapping[str, str] | None = None
    told: tuple[tuple[Text, Text], ...] = ()
    found: Screened | None = None
    taken_up: bool = False
    family_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet in the list."""

    id: uuid.UUID
    title: str
    code: str
    made_at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet as its page shows it.

    Attributes:
        following: The first number of which nothing was noted; ``None``: none is left.
        may_change: Whether the reader may note, link and end.
    """

    id: uuid.UUID
    version: int
    title: str
    code: str
    size: int
    ages: tuple[int, ...]
    pupils: tuple[PupilShown, ...]
    following: int | None
    may_change: bool
    warning: Text
