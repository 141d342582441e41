"""Readiness as pages show it: plain values, cut to a reader's sight."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sathana.accounts.decide import Action
from sathana.casework.states import Text
from sathana.casework.tracks import Track


@dataclass(frozen=True, slots=True)
class CheckShown:
    """What was found when a pathway was confirmed as ready.

    Attributes:
        stale: Whether law or facts are others since.
        gaps: Despite what it was confirmed.
        reason: Why despite them.
    """

    at: datetime
    by: str
    law_version: str
    stale: bool
    gaps: tuple[Text, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """How ready a pathway is.

    Attributes:
        found: See ``casework.readying``.
        gaps: What stands in the way of confirming it.
        check: When it was last confirmed, if it stands there or was.
        confirms: Whether the reader may confirm it now.
        settles: Whether the reader may record that all evidence is there.
        stands: Where it stands, by its moves.
    """

    track_id: uuid.UUID
    case_id: uuid.UUID
    family_id: uuid.UUID
    person_id: uuid.UUID
    version: int
    title: str
    called: str
    pathway: Mapping[str, str] | None
    state: str
    state_title: Text
    found: dict[str, Any]
    status: Text
    gaps: tuple[Text, ...]
    check: CheckShown | None
    confirms: bool
    settles: bool
    stands: Track
    law_version: str
    day: date
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class CaseReadiness:
    """How ready each pathway of a case is."""

    id: uuid.UUID
    title: str
    views: tuple[ReadinessView, ...]


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One line of the list of work.

    Attributes:
        first: What to get first: the facts of the smallest set; ``None`` where hidden.
        papers: Of each of these facts the papers that show it.
        why: Why it stands where it stands, in words; ``None`` where hidden.
    """

    track_id: uuid.UUID
    case_id: uuid.UUID
    family_title: str
    title: str
    called: str
    pathway: Mapping[str, str] | None
    state_title: Text
    due: date | None
    overdue: bool
    owner: str
    next_action: str | None
    stale: bool
    never: bool
    holds: bool
    first: tuple[dict[str, Any], ...] | None
    why: tuple[Text, ...] | None


@dataclass(frozen=True, slots=True)
class Worklist:
    """A page of the list of work.

    Attributes:
        mine: Whether only that of the reader.
        team: The team that is asked for; ``None``: all.
        teams: Teams that the reader may choose: id and name.
    """

    lines: tuple[WorkLine, ...]
    page: int
    more: bool
    mine: bool
    team: uuid.UUID | None
    teams: tuple[tuple[uuid.UUID, str], ...]
