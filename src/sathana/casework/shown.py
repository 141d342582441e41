"""What selectors of cases hand to pages: values already opened, cut to what is seen.

``None`` belongs to a group of fields that this reader may not see.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sathana.accounts.decide import Action
from sathana.casework.doors import Door
from sathana.casework.states import Move, Text


@dataclass(frozen=True, slots=True)
class TrackShown:
    """The pathway of one person in a case.

    Attributes:
        called: The person's name; ``P1`` where names are not open.
        pathway: Its title; ``None`` where none is chosen.
        filer: Who files, in words; ``None`` where hidden.
        moves: Moves that the reader can make now.
        ahead: Preparing moves further on, recorded with those before them.
    """

    id: uuid.UUID
    version: int
    person_id: uuid.UUID
    called: str
    pathway_id: str
    pathway: Mapping[str, str] | None
    state: str
    state_title: Text
    round: int
    filed_by: str
    filer_id: uuid.UUID | None
    filer: str | None
    filer_name: str | None
    filer_basis: str | None
    moves: tuple[Move, ...] = ()
    ahead: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveShown:
    """One line of the history.

    Attributes:
        what: The move in words; ``source`` and ``goal`` too.
        reason: ``None`` where hidden.
    """

    at: datetime
    by: str
    called: str
    what: Text
    source: Text | str
    goal: Text | str
    reason: str | None


@dataclass(frozen=True, slots=True)
class EncounterShown:
    """A contact with an office.

    Attributes:
        officer, money: ``None`` where the reader may not see them, or none was told.
        apart: Whether something is kept apart from this reader.
        clocks: Clocks that run from it, on the day of reading.
    """

    id: uuid.UUID
    family_id: uuid.UUID
    family_title: str
    case_id: uuid.UUID | None
    track_id: uuid.UUID | None
    called: str
    pathway: Mapping[str, str] | None
    on: str
    channel: Text
    office: str
    role: str
    outcome: str
    outcome_title: Text
    codes: tuple[tuple[str, Text], ...]
    said: str
    asked: str
    papers: str
    companions: str
    made_by: str
    made_at: datetime
    letter: bool
    version: int
    withdrawn_at: datetime | None
    officer: str | None = None
    money: dict[str, str] | None = None
    apart: bool = False
    clocks: tuple[dict[str, Any], ...] = ()
    may: frozenset[Action] = frozenset()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list.

    Attributes:
        next_action: ``None`` where hidden.
        overdue: Whether its day has passed.
    """

    id: uuid.UUID
    family_id: uuid.UUID
    family_title: str
    title: str
    state: str
    due: date | None
    overdue: bool
    owner: str
    next_action: str | None
    tracks: tuple[TrackShown, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as its page shows it.

    Attributes:
        history, next_action: ``None`` where hidden.
        encounters: Its contacts with offices; ``None`` where hidden.
        people: Everybody of the family: id and what to call them.
        doors: What else there is of this case (see ``casework.doors``).
    """

    id: uuid.UUID
    version: int
    family_id: uuid.UUID
    family_title: str
    title: str
    state: str
    due: date | None
    overdue: bool
    owner: uuid.UUID | None
    owner_name: str
    next_action: str | None
    tracks: tuple[TrackShown, ...]
    history: tuple[MoveShown, ...]
    encounters: tuple[EncounterShown, ...] | None
    people: tuple[tuple[uuid.UUID, str], ...]
    doors: tuple[Door, ...]
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class FamilyCases:
    """The cases of a family, and its contacts with offices (``None`` where hidden)."""

    id: uuid.UUID
    title: str
    lines: tuple[CaseLine, ...]
    encounters: tuple[EncounterShown, ...] | None
    people: tuple[tuple[uuid.UUID, str], ...]
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class CaseListing:
    """A page of the list of cases."""

    lines: tuple[CaseLine, ...]
    page: int
    more: bool
    mine: bool
