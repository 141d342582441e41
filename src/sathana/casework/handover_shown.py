"""Offers and hand-overs as their pages show them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.decide import Action
from sathana.casework.shown import CaseView
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class CardShown:
    """All that is seen of an offer of another organisation: no name, no fact."""

    id: uuid.UUID
    organisation: Text
    kind: Text
    urgency: Text
    district: Text
    people: int
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class OfferedToMe:
    """A case that a colleague offers.

    Attributes:
        case_id, reason, summary: ``None`` where the reader does not see the family yet.
    """

    id: uuid.UUID
    giver: str
    district: Text
    people: int
    at: datetime
    case_id: uuid.UUID | None = None
    case_title: str = ""
    reason: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class OffersView:
    """What waits for an answer of the reader.

    Attributes:
        cards: ``None`` where the reader does not answer for the organisation.
    """

    handovers: tuple[OfferedToMe, ...]
    cards: tuple[CardShown, ...] | None


@dataclass(frozen=True, slots=True)
class PassingShown:
    """One hand-over to a colleague, for those who work on the case."""

    id: uuid.UUID
    giver: str
    receiver: str
    at: datetime
    state: str
    state_title: Text
    answered_by: str
    answered_at: datetime | None
    reason: str
    summary: str
    answer: str
    mine: bool


@dataclass(frozen=True, slots=True)
class ReferralShown:
    """One offer to another organisation, for those who work on the case.

    Attributes:
        groups: Names of groups of fields.
        seen: The card, exactly as the other side sees it.
    """

    id: uuid.UUID
    to: Text
    state: str
    state_title: Text
    at: datetime
    answered_at: datetime | None
    until: datetime
    groups: tuple[str, ...]
    purpose: str
    answer: str
    seen: CardShown


@dataclass(frozen=True, slots=True)
class HandoverView:
    """The page of hand-over of a case."""

    case: CaseView
    passings: tuple[PassingShown, ...]
    referrals: tuple[ReferralShown, ...]
    may: frozenset[Action]
    offers: bool
