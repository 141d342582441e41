"""The crossing: an answer of one organisation changes rows of another.

Nowhere else in the program does a request of one organisation write into another. It
is narrow on purpose:

- only somebody whom the decision lets answer for the organisation (``OFFER``, REVIEW);
- only a card that is addressed to that organisation and still open: on PostgreSQL the
  row policy ``addressed`` lets no other be found, and lets none be written;
- one card, under a lock, answered once; every other id is the same 404;
- what opens is what the giver offered. It is opened in the giver's name, through the
  same service and the same decision as any share, asked anew at this moment: a giver
  who lost the role, a sealed family or a consent taken back end the offer instead.

Both chains tell of it: the answering side's by the card, the giver's by the family.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from django.db import connection, transaction

from sathana.accounts.decide import Action
from sathana.accounts.models import Account
from sathana.audit import record
from sathana.audit.record import Doer, Subject
from sathana.casework import handover_inside as rows
from sathana.casework import stand_in
from sathana.casework.handover_words import ACCEPTED, DECLINED, ENDED, OFFERED
from sathana.casework.models import OfferCard, Referral
from sathana.notices import telling
from sathana.registry import inside as rows_of
from sathana.registry import walls
from sathana.registry.errors import NotVisibleError, RegistryError
from sathana.registry.models import Share
from sathana.registry.reader import Reader
from sathana.registry.services import access, access_checks, common


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer.

    Attributes:
        state: ``accepted``, ``declined``, or ``ended`` where nothing could open.
        family: The family that opened; ``None``: none did.
    """

    state: str
    family: uuid.UUID | None = None


def answer(
    *, reader: Reader, card_id: uuid.UUID, accept: bool, reason: str = ""
) -> Answered:
    """Answer an offer of another organisation, once.

    Raises:
        NotVisibleError: No open offer of this id is addressed to the reader's
            organisation, or the reader does not answer for it.
        UnusableValueError: It is declined without a reason.
    """
    card = addressed(reader, card_id)
    if not accept:
        reason = access_checks.reason("reason", reason)
    with transaction.atomic():
        with walls.standing_for(connection, card.organisation_id):
            found = _settled(reader, card_id, accept, reason)
        mine = [Subject("offer", str(card_id))]
        record.write(reader.doer, f"referral.{_DEEDS[found.state]}", mine)
    return found


def addressed(reader: Reader, card_id: uuid.UUID) -> OfferCard:
    """Return an open card addressed to the reader's organisation, opened.

    Raises:
        NotVisibleError: There is none of this id.
    """
    if not rows.may(reader, Action.REVIEW):
        raise NotVisibleError
    card = rows.cards_to(reader).filter(id=card_id).first()
    if card is None:
        raise NotVisibleError
    rows_of.unlock([card])
    return card


_DEEDS = {ACCEPTED: "accept", DECLINED: "decline", ENDED: "end"}


# --- inside the other organisation ----------------------------------------------------


def _settled(reader: Reader, card_id: uuid.UUID, accept: bool, reason: str) -> Answered:
    card = _locked(reader, card_id)
    referral = rows.referral_of(card)
    family = referral.family
    rows_of.unlock([family, referral, card])
    share = _opened(reader, referral, card) if accept else None
    card.state = (ACCEPTED if share else ENDED) if accept else DECLINED
    card.answered_by, card.answered_at, card.answer = (
        reader.actor.id,
        reader.now,
        reason,
    )
    common.keep_changed(card, reader)
    telling.tell(_givers(card), "referral_answered", referral.case_id)
    theirs = Doer(reader.actor.id, card.organisation_id, reader.request)
    subject = [common.family_subject(family)]
    record.write(
        theirs, f"referral.{_DEEDS[card.state]}", subject, fields=referral.groups
    )
    return Answered(card.state, family.id if share else None)


def _locked(reader: Reader, card_id: uuid.UUID) -> OfferCard:
    """Return the card, so that no second answer comes meanwhile."""
    wanted = rows.cards_to(reader).filter(id=card_id, state=OFFERED)
    card = wanted.select_for_update(of=("self",)).first()
    if card is None:
        raise NotVisibleError
    return card


def _opened(reader: Reader, referral: Referral, card: OfferCard) -> Share | None:
    """Open the window that was offered; ``None`` where it may not be any more."""
    giver = _giver(reader, card)
    if giver is None or not _consented(reader, referral):
        return None
    try:
        with transaction.atomic():
            share = access.share(
                reader=giver,
                family_id=referral.family_id,
                to_id=referral.to_id,
                groups=referral.groups,
                purpose=referral.purpose,
                until=referral.until,
            )
    except RegistryError:
        return None
    share.consent = referral.consent
    referral.share = share
    share.save(update_fields=["consent"])
    referral.save(update_fields=["share"])
    return share


def _giver(reader: Reader, card: OfferCard) -> Reader | None:
    """Return whoever offered it, if they may still work.

    Their second factor was fresh when they offered it; that it is not now is no reason
    against what they signed then.
    """
    giver = card.made_by
    account = Account.objects.filter(id=giver).first() if giver else None
    if account is None:
        return None
    found = stand_in.reader_for(account, reader.now, reader.request)
    return replace(found, actor=replace(found.actor, fresh=True)) if found else None


def _consented(reader: Reader, referral: Referral) -> bool:
    """Say whether the very consent under which it was offered still holds."""
    consent = referral.consent
    if consent is None:
        return False
    rows_of.unlock([consent])
    day = common.thai_day(reader.now)
    return common.holds(consent, day) and "share" in consent.purposes


def _givers(card: OfferCard) -> list[uuid.UUID]:
    return [card.made_by] if card.made_by else []
