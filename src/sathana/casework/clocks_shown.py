"""What pages about clocks and days show: values already opened."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.accounts.decide import Action
from sathana.casework.ladder import Ladder
from sathana.web.languages import Text


def code_of(case: uuid.UUID) -> str:
    """Return the short code of a case: it tells nothing, and finds the case again."""
    return case.hex[:6].upper()


@dataclass(frozen=True, slots=True)
class PetitionShown:
    """One petition of a pathway with its clocks and its steps.

    Attributes:
        number: Which petition of this pathway, from 1.
        contact: The last contact that told it; ``None`` where a person's page did.
        office, on: As told; ``""`` if not.
        result: What came of it, in words.
    """

    number: int
    contact: uuid.UUID | None
    office: str
    on: str
    result: Text
    clocks: tuple[Mapping[str, Any], ...]
    ladder: Ladder


@dataclass(frozen=True, slots=True)
class TrackClocks:
    """The petitions of one person in one pathway.

    Attributes:
        duties: Clocks of the person that follow from no petition; ``None`` where the
            reader does not see all that they are counted from.
        drafts: Whether papers can be made for it here.
    """

    id: uuid.UUID
    person_id: uuid.UUID
    called: str
    pathway: Mapping[str, str] | None
    state_title: Text
    petitions: tuple[PetitionShown, ...]
    duties: tuple[Mapping[str, Any], ...] | None
    drafts: bool


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """All clocks of a case on a day."""

    id: uuid.UUID
    code: str
    family_id: uuid.UUID
    title: str
    state: str
    today: date
    due: date | None
    tracks: tuple[TrackClocks, ...]
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of work in a list over cases.

    Attributes:
        kind: A key of ``casework.days.KINDS``.
        what: What it is about, in words; ``called`` whose it is.
        passed: Whether the day is over.
    """

    case_id: uuid.UUID
    code: str
    kind: str
    on: date
    what: Text
    called: str
    title: str
    passed: bool
    uid: str


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is over, and what comes soon.

    Attributes:
        more: Whether there are more cases than were looked at.
    """

    over: tuple[DayLine, ...]
    soon: tuple[DayLine, ...]
    mine: bool
    more: bool
