"""What the selector of evidence plans hands to the page: plain values."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sathana.accounts.decide import Action
from sathana.casework.dna import Ways
from sathana.casework.shown import TrackShown
from sathana.casework.witnesses import Check, Verdict
from sathana.law.model_practice import Procedure
from sathana.registry.shown import Contradiction
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Cost:
    """What a paper costs, as one source says; ``baht`` ``None``: not known.

    Attributes:
        in_force: ``False``: nobody verified that this amount is in force.
    """

    baht: int | None
    in_force: bool
    ceiling: bool
    note: Text | None
    verified: str


@dataclass(frozen=True, slots=True)
class PaperWay:
    """A paper that would show a fact, and what is known of getting it.

    Attributes:
        costs: Empty: not known; so are ``time`` and ``risk`` where ``None``.
        asked: State of the request for it, the last one; ``""``: nobody was asked.
    """

    id: str
    name: Text
    holder: Text
    costs: tuple[Cost, ...]
    time: Text | None
    risk: Text | None
    sources: tuple[str, ...]
    verified: str
    asked: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that a chosen pathway needs, and that is not shown yet.

    Attributes:
        person_id: Whose fact; ``None``: of somebody who is no person of the family.
        kind: ``to_document`` (told, not shown) or ``missing`` (not known).
        wants: Who needs it for the chosen pathway; ``helps``: whom else it helps.
    """

    person_id: uuid.UUID | None
    path: str
    kind: str
    text: Text
    papers: tuple[PaperWay, ...]
    wants: tuple[str, ...]
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestShown:
    """A paper that somebody was asked for."""

    id: uuid.UUID
    version: int
    person_id: uuid.UUID
    called: str
    paper_id: str
    paper: Text
    path: str
    holder: str
    asked_on: str
    due: date | None
    overdue: bool
    state: str
    owner: str
    evidence_id: uuid.UUID | None
    notes: str


@dataclass(frozen=True, slots=True)
class WitnessShown:
    """A witness, with the answer of the test."""

    id: uuid.UUID
    version: int
    called: str
    name: str
    inside: bool
    values: Mapping[str, str]
    checks: tuple[Check, ...]
    verdict: Verdict
    witness_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A kinship that could be told a result: it is told only when asked."""

    kinship_id: uuid.UUID
    version: int
    now: str
    proof: str


@dataclass(frozen=True, slots=True)
class DnaShown:
    """A DNA test.

    Attributes:
        letter_ends: Last day of the letter; ``None``: there is no letter.
        letter: A key of ``casework.dna.LETTER``; ``""``: it matters no more.
        offers: Kinships of the two that do not tell the result yet.
        told_at: When a kinship was told.
    """

    id: uuid.UUID
    version: int
    called: str
    other: str
    other_id: uuid.UUID
    letter_on: str
    letter_ends: date | None
    letter: str
    appointment: date | None
    place: str
    result: str
    result_on: str
    evidence_id: uuid.UUID | None
    notes: str
    offers: tuple[Offer, ...]
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class SettledShown:
    """How a difference was settled."""

    id: uuid.UUID
    version: int
    right: str
    evidence_id: uuid.UUID | None
    pathway: str
    notes: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Values that cannot both be right, and whether that is settled.

    Attributes:
        place: Its number in the list of the page.
        seen: Digest of the values.
        stale: Whether it was settled, and other values came since.
    """

    place: int
    seen: str
    called: str
    told: Contradiction
    settled: SettledShown | None
    stale: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The evidence plan of a case.

    Attributes:
        gaps: ``None`` where hidden; empty with ``assessed`` false: not worked out.
        more: How many gaps are not listed.
        requests, witnesses, tests: ``None`` where hidden.
        differences: ``None`` where hidden.
        papers: Papers of the family: id and what to call them.
    """

    id: uuid.UUID
    title: str
    open: bool
    family_id: uuid.UUID
    family_title: str
    tracks: tuple[TrackShown, ...]
    people: tuple[tuple[uuid.UUID, str], ...]
    papers: tuple[tuple[uuid.UUID, str], ...]
    assessed: bool
    stale: bool
    gaps: tuple[Gap, ...] | None
    more: int
    requests: tuple[RequestShown, ...] | None
    witnesses: tuple[WitnessShown, ...] | None
    tests: tuple[DnaShown, ...] | None
    differences: tuple[Difference, ...] | None
    corrections: tuple[Procedure, ...]
    ways: Ways
    may: frozenset[Action]
