"""Offering a case to another organisation, and taking the offer back.

Only whoever may share offers, with a fresh second factor, on the family's consent.
What the other side sees meanwhile is a card; what it may do with it stands in
``casework.crossing``.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.accounts.roles import Role
from sathana.casework import handover_inside as rows
from sathana.casework.handover_words import ENDED, HELP, OFFERED, TAKEN_BACK, URGENCY
from sathana.casework.models import Case, OfferCard, Referral
from sathana.casework.services import shared
from sathana.notices import telling
from sathana.registry import inside as rows_of
from sathana.registry import staffing, visibility
from sathana.registry.errors import NotAllowedError, UnusableValueError
from sathana.registry.models import Consent
from sathana.registry.reader import Reader
from sathana.registry.services import access_checks, common

_ANSWER = (Role.PARTNER, Role.SUPERVISOR)
"""Who is told of an offer: who may answer it (``accounts.decide_table``)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is offered to another organisation.

    Attributes:
        to: The organisation.
        kind, urgency: Codes of ``handover_words.HELP`` and ``URGENCY``.
        groups: Names of ``accounts.decide.Group``: what the window will show.
        purpose: What for; they read it with the share, never before.
        until: Last day of the window.
        agreed: Whether the family was told whom, what for, what and how long.
    """

    to: uuid.UUID
    kind: str
    urgency: str
    groups: tuple[str, ...]
    purpose: str
    until: date
    agreed: bool = False


@transaction.atomic
def offer(
    *, reader: Reader, case_id: uuid.UUID, asked: Asked, id: uuid.UUID | None = None
) -> OfferCard:
    """Offer a case to another organisation: a card, and nothing else, is seen there.

    Args:
        reader: Who may share the family; needs a fresh second factor.
        case_id: Which case.
        asked: What is asked of whom, and what would be shown.
        id: Minted by the form: the same id twice is one offer.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: The reader may not share; StepUpError: not without a fresh
            second factor.
        ConsentMissingError: The family did not consent to sharing.
        UnusableValueError: Something of the form cannot be used.
    """
    case = shared.case_for(reader, case_id, Action.CHANGE)
    visibility.require(reader, case.family, Action.SHARE)

    def make() -> OfferCard:
        shared.must_be_open(case)
        referral = _referral(reader, case, asked)
        card = _card(reader, case, asked, referral, id)
        shared.told(case, reader, "referral.offer", *map(Group, referral.groups))
        answer = staffing.holders(asked.to, _ANSWER).values_list("pk", flat=True)
        telling.tell(answer, "referral_offered", card.id)
        return card

    return common.made_once(OfferCard, id, make, within=case.family_id)


@transaction.atomic
def take_back(*, reader: Reader, card_id: uuid.UUID) -> OfferCard:
    """Take back an offer that nobody has answered; twice is once.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not share.
        UnusableValueError: It was answered already.
    """
    card = common.row_for(OfferCard, reader, card_id, Action.CHANGE, Group.NOTES)
    if Action.SHARE not in visibility.may(reader, card.family):
        raise NotAllowedError("no_line")
    if card.state == TAKEN_BACK:
        return card
    if card.state != OFFERED:
        raise UnusableValueError(
            "state",
            "อีกฝ่ายตอบแล้ว จึงถอนข้อเสนอไม่ได้ ถ้ารับไปแล้วให้ถอนการแบ่งปันที่หน้าสิทธิการเข้าถึง",
            "The other side has answered already. If it accepted, take the share back "
            "on the page of access.",
        )
    referral = rows.referral_of(card)
    rows_of.unlock([card.family, referral.case, card])
    card.state, card.answered_at = TAKEN_BACK, reader.now
    common.keep_changed(card, reader)
    shared.told(referral.case, reader, "referral.take_back", Group.NOTES)
    return card


def end_under(consent: Consent, at: datetime) -> int:
    """End open offers that stand on a consent which was taken back."""
    return rows.cards_under(consent.id).update(state=ENDED, answered_at=at)


# --- rows -----------------------------------------------------------------------------


def _referral(reader: Reader, case: Case, asked: Asked) -> Referral:
    family = case.family
    to = access_checks.chosen("to", staffing.others(family.organisation_id), asked.to)
    if rows.open_card(family, to.pk):
        raise UnusableValueError(
            "to",
            f"เสนอให้ {to.name_th} ไว้แล้วและยังรอคำตอบ ให้ถอนคืนก่อนถ้าจะเสนอใหม่",
            f"An offer to {to.name_th} waits for its answer already: take it back "
            "before you make another.",
        )
    _agreed(asked)
    consent = access_checks.consent_to_share(reader, family)
    row = Referral(
        family_id=family.id,
        organisation_id=family.organisation_id,
        key=family.key,
        case=case,
        to=to,
        consent=consent,
        groups=access_checks.groups(asked.groups),
        until=_until(reader, asked.until, consent),
        purpose=access_checks.reason("purpose", asked.purpose),
    )
    common.keep_new(row, reader)
    return row


def _card(
    reader: Reader, case: Case, asked: Asked, of: Referral, given: uuid.UUID | None
) -> OfferCard:
    family = case.family
    row = OfferCard(
        id=given or uuid.uuid4(),
        family_id=family.id,
        organisation_id=family.organisation_id,
        key=common.new_key(family),
        referral=of,
        to=of.to,
        until=of.until,
        kind=common.one_of("kind", asked.kind, tuple(HELP)),
        urgency=common.one_of("urgency", asked.urgency, tuple(URGENCY)),
        district=family.district,
        people=rows.people_in(family),
    )
    common.keep_new(row, reader)
    return row


def _agreed(asked: Asked) -> None:
    """Stop where nobody says that the family was told all of it.

    Raises:
        UnusableValueError: Nobody does.
    """
    if not asked.agreed:
        raise UnusableValueError(
            "agreed",
            "ต้องบอกครอบครัวก่อนว่าจะส่งให้ใคร เรื่องอะไร ให้เห็นอะไร ถึงเมื่อไร แล้วทำเครื่องหมายช่องนี้",
            "Tell the family first to whom, what for, what will be seen and until "
            "when; then tick this.",
        )


def _until(reader: Reader, day: date, consent: Consent) -> datetime:
    """Return the last moment of the window: it never outlasts the consent.

    Raises:
        UnusableValueError: It would.
    """
    if consent.until and day > consent.until:
        raise UnusableValueError(
            "until",
            f"ความยินยอมมีผลถึง {consent.until} วันสิ้นสุดต้องไม่เลยวันนั้น หรือขอความยินยอมใหม่ก่อน",
            f"The consent ends on {consent.until}: choose that day or an earlier one, "
            "or ask the family anew.",
        )
    midnight = datetime.combine(day, time.min, UTC) + timedelta(days=1)
    return access_checks.until(reader, midnight - timedelta(hours=7))
