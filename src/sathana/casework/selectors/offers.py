"""Offers: what is addressed to a reader, and what was offered of a case."""

from __future__ import annotations

import uuid

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.audit import record
from sathana.audit.record import Subject
from sathana.casework import crossing, owners
from sathana.casework import handover_inside as rows
from sathana.casework.handover_shown import (
    CardShown,
    HandoverView,
    OfferedToMe,
    OffersView,
    PassingShown,
    ReferralShown,
)
from sathana.casework.handover_words import (
    HELP,
    NOT_KNOWN,
    OFFERED,
    OFFERS,
    OPEN,
    PASSING,
    URGENCY,
)
from sathana.casework.models import Case, Handover, OfferCard
from sathana.casework.selectors import cases
from sathana.casework.services import handover
from sathana.places import office
from sathana.places.words import office_words
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.reader import Reader
from sathana.web.languages import Text


def to_me(reader: Reader) -> OffersView:
    """Return what waits for an answer of the reader; looking is written down."""
    passing = rows.handovers_to(reader)
    rows_of.unlock([one.family for one in passing], [one.case for one in passing])
    answers = rows.may(reader, Action.LIST)
    cards = list(rows.cards_to(reader)) if answers else []
    rows_of.unlock(cards, passing)
    view = OffersView(
        tuple(_offered(reader, one) for one in passing),
        tuple(_card(one) for one in cards) if answers else None,
    )
    with transaction.atomic():
        record.write_all(
            reader.doer,
            [
                record.Telling("offer.list", [Subject("offer", str(one.id))])
                for one in (*cards, *passing)
            ],
        )
    return view


def waiting(reader: Reader) -> int:
    """Return how many offers wait for an answer of the reader."""
    cards = rows.cards_to(reader).count() if rows.may(reader, Action.LIST) else 0
    return cards + len(rows.handovers_to(reader))


def card(reader: Reader, card_id: uuid.UUID) -> CardShown:
    """Return an open offer of another organisation.

    Raises:
        NotVisibleError: None of this id is addressed to the reader's organisation.
    """
    row = crossing.addressed(reader, card_id)
    with transaction.atomic():
        record.write(reader.doer, "offer.view", [Subject("offer", str(row.id))])
    return _card(row)


def offered(reader: Reader, handover_id: uuid.UUID) -> OfferedToMe:
    """Return what a colleague offers the reader.

    Raises:
        NotVisibleError: Nothing of this id waits for this reader.
    """
    with transaction.atomic():
        row = rows.addressed(reader, handover_id)
        if row is None or row.state != OFFERED:
            raise NotVisibleError
        rows_of.unlock([row.family, row.case, row])
        record.write(reader.doer, "offer.view", [Subject("offer", str(row.id))])
        return _offered(reader, row)


def of_case(reader: Reader, case_id: uuid.UUID) -> HandoverView:
    """Return the hand-overs and offers of a case.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader only reads a share, or is a steward.
    """
    view = cases.one(reader, case_id)
    family = visibility.visible_family(reader, view.family_id)
    visibility.require(reader, family, Action.WHO_OPENED)
    case = Case.objects.visible_to(reader).get(id=case_id)
    passings, cards = list(rows.handovers(case)), list(rows.cards_of(case))
    rows_of.unlock([family, case], passings, cards)
    assigns = Action.ASSIGN in view.may
    mine = view.owner in (None, reader.actor.id)
    waits = any(one.state in OPEN for one in passings)
    may = Action.CHANGE in view.may and view.state == "open"
    return HandoverView(
        case=view,
        passings=tuple(_passing(reader, one) for one in passings),
        referrals=tuple(_referral(one) for one in cards),
        may=view.may,
        offers=may and (assigns or mine) and not waits,
    )


def choices(reader: Reader, view: HandoverView) -> list[tuple[str, str]]:
    """Return to whom a case can be offered: ids and names.

    Raises:
        NotAllowedError: It is not the reader's to offer.
        UnusableValueError: It is offered to somebody already.
    """
    if any(one.state in OPEN for one in view.passings):
        raise handover.waits_already()
    if not view.offers:
        raise NotAllowedError("no_line")
    family = visibility.visible_family(reader, view.case.family_id)
    case = Case.objects.visible_to(reader).get(id=view.case.id)
    found = handover.receivers(reader, Handover(family=family, case=case))
    return [(str(key), name) for key, name in found.items()]


def case_of_card(reader: Reader, card_id: uuid.UUID) -> uuid.UUID:
    """Return the case of an offer that the reader's organisation made.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    found = OfferCard.objects.visible_to(reader).filter(id=card_id)
    case = found.values_list("referral__case_id", flat=True).first()
    if case is None:
        raise NotVisibleError
    return uuid.UUID(str(case))


def case_of_handover(reader: Reader, handover_id: uuid.UUID) -> uuid.UUID:
    """Return the case of a hand-over, for those who see the family.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    found = Handover.objects.visible_to(reader).filter(id=handover_id)
    case = found.values_list("case_id", flat=True).first()
    if case is None:
        raise NotVisibleError
    return uuid.UUID(str(case))


# --- as values ------------------------------------------------------------------------


def _card(row: OfferCard) -> CardShown:
    return CardShown(
        id=row.id,
        organisation=row.organisation.name,
        kind=HELP[row.kind],
        urgency=URGENCY[row.urgency],
        district=_district(row.district),
        people=row.people,
        at=row.made_at,
        until=row.until,
    )


def _offered(reader: Reader, row: Handover) -> OfferedToMe:
    sight = visibility.decide(reader, row.family, Action.VIEW)
    seen = Group.NOTES in sight.groups
    return OfferedToMe(
        id=row.id,
        giver=owners.name_of(row.organisation_id, row.made_by),
        district=_district(row.family.district),
        people=rows.people_in(row.family),
        at=row.made_at,
        case_id=row.case_id if seen else None,
        case_title=row.case.title if seen else "",
        reason=row.reason if seen else None,
        summary=row.summary if seen else None,
    )


def _passing(reader: Reader, row: Handover) -> PassingShown:
    home = row.organisation_id
    return PassingShown(
        id=row.id,
        giver=owners.name_of(home, row.made_by),
        receiver=owners.name_of(home, row.receiver),
        at=row.made_at,
        state=row.state,
        state_title=PASSING[row.state],
        answered_by=owners.name_of(home, row.answered_by),
        answered_at=row.answered_at,
        reason=row.reason,
        summary=row.summary,
        answer=row.answer,
        mine=row.made_by == reader.actor.id,
    )


def _referral(row: OfferCard) -> ReferralShown:
    rows_of.unlock([row.referral])
    return ReferralShown(
        id=row.id,
        to=row.to.name,
        state=row.state,
        state_title=OFFERS[row.state],
        at=row.made_at,
        answered_at=row.answered_at,
        until=row.until,
        groups=tuple(row.referral.groups),
        purpose=row.referral.purpose,
        answer=row.answer,
        seen=_card(row),
    )


def _district(code: str) -> Text:
    return office_words(office(code)) if code else NOT_KNOWN
