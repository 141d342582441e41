"""Rows of offers and costs: one door, as ``casework.inside`` is for cases.

What takes a case or family takes one that came out of ``visible_to(reader)``. What is
addressed to a reader is found by that address alone, and shown without a name.
"""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from sathana.accounts import decide
from sathana.accounts.decide import OFFER, Action, Context, Thing
from sathana.casework.handover_words import OFFERED, OPEN
from sathana.casework.models import Case, Cost, Handover, OfferCard, Referral
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.models import Family
from sathana.registry.reader import Reader


def may(reader: Reader, action: Action) -> bool:
    """Say whether a reader answers for the organisation what others offer it."""
    thing = Thing(OFFER, reader.actor.organisation)
    return bool(decide.can(reader.actor, action, thing, None, Context(reader.now)))


def cards_to(reader: Reader) -> QuerySet[OfferCard]:
    """Return the open cards addressed to the reader's organisation, oldest first."""
    rows = OfferCard.rows.filter(
        to=reader.actor.organisation, state=OFFERED, until__gt=reader.now
    )
    return rows.select_related("organisation").order_by("made_at", "id")


def handovers_to(reader: Reader) -> list[Handover]:
    """Return what colleagues offer the reader now, oldest first.

    A family that is sealed, or kept from the reader, since then is not told of.
    """
    home = reader.actor.organisation
    rows = Handover.rows.filter(
        organisation=home, receiver=reader.actor.id, state=OFFERED
    )
    found = list(rows.select_related("family", "case").order_by("made_at", "id"))
    contexts = visibility.contexts_of(reader, [one.family for one in found])
    return [one for one in found if _tells(reader, one, contexts)]


def _tells(reader: Reader, row: Handover, contexts: dict[uuid.UUID, Context]) -> bool:
    if not reader.actor.strong or contexts[row.family_id].blocked:
        return False
    return row.family.sealed_at is None or sees(reader, row.family)


def sees(reader: Reader, family: Family) -> bool:
    """Say whether a reader may see a family anyway."""
    return bool(visibility.decide(reader, family, Action.VIEW))


def addressed(reader: Reader, handover_id: uuid.UUID) -> Handover | None:
    """Return what a colleague offers the reader, locked until the transaction ends."""
    rows = Handover.rows.select_related("family", "case").select_for_update(
        of=("self",)
    )
    row: Handover | None = rows.filter(
        id=handover_id, organisation=reader.actor.organisation,
        receiver=reader.actor.id,
    ).first()  # fmt: skip
    if row is None:
        return None
    contexts = visibility.contexts_of(reader, [row.family])
    return row if _tells(reader, row, contexts) else None


def handovers(case: Case) -> QuerySet[Handover]:
    """Return all hand-overs of a case, the newest first."""
    return Handover.rows.filter(case=case).order_by("-made_at", "id")


def open_handover(case: Case) -> Handover | None:
    """Return the hand-over of a case that is not over yet."""
    found: Handover | None = Handover.rows.filter(case=case, state__in=OPEN).first()
    return found


def cards_of(case: Case) -> QuerySet[OfferCard]:
    """Return all offers of a case to other organisations, the newest first."""
    rows = OfferCard.rows.filter(referral__case=case)
    return rows.select_related("referral", "to").order_by("-made_at", "id")


def open_card(family: Family, to: uuid.UUID) -> OfferCard | None:
    """Return the card that is open between a family and an organisation."""
    rows = OfferCard.rows.filter(family=family, to=to, state=OFFERED)
    found: OfferCard | None = rows.first()
    return found


def cards_under(consent_id: uuid.UUID) -> QuerySet[OfferCard]:
    """Return the open cards that stand on a consent."""
    return OfferCard.rows.filter(referral__consent=consent_id, state=OFFERED)


def referral_of(card: OfferCard) -> Referral:
    """Return what a card stands for, in the organisation that made it."""
    found: Referral = Referral.rows.select_related("family", "consent", "case").get(
        id=card.referral_id
    )
    return found


def costs(case: Case) -> QuerySet[Cost]:
    """Return the lines of the book of a case, the first first."""
    return Cost.rows.filter(case=case).order_by("made_at", "id")


def reversal_of(cost: Cost) -> Cost | None:
    """Return the line that takes another one back, unless it was refused."""
    rows = Cost.rows.filter(reverses=cost).exclude(state="refused")
    found: Cost | None = rows.first()
    return found


def people_in(family: Family) -> int:
    """Return how many persons a family has."""
    return rows_of.persons(family).count()
