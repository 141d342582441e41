"""Handing a case over to a colleague: offered, answered, assigned, taken back.

Until it is handed over the next action stays with whoever had it. An offer opens
nothing: whoever accepts without being assigned waits for somebody who may assign.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import handover_inside as rows
from sathana.casework import owners
from sathana.casework.handover_words import (
    ACCEPTED,
    DECLINED,
    OFFERED,
    OPEN,
    REFUSED,
    TAKEN_BACK,
    WAITING,
)
from sathana.casework.models import Handover
from sathana.casework.services import shared
from sathana.notices import telling
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.services import access, access_checks, common


@dataclass(frozen=True, slots=True)
class Words:
    """What is said when a case is handed over.

    Attributes:
        direct: Whether it passes at once, without asking: for those who may assign.
    """

    receiver: uuid.UUID
    reason: str
    summary: str
    direct: bool = False


@transaction.atomic
def offer(
    *, reader: Reader, case_id: uuid.UUID, words: Words, id: uuid.UUID | None = None
) -> Handover:
    """Offer a case to a colleague, or assign it at once.

    Args:
        reader: Whose next action it is, or who may assign.
        case_id: Which case.
        words: To whom, why, and what is open.
        id: Minted by the form: the same id twice is one offer.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: It is not the reader's to hand over, or to assign.
        UnusableValueError: Somebody who cannot take it, an offer that waits already,
            or no reason.
    """
    case = shared.case_for(reader, case_id, Action.CHANGE)

    def make() -> Handover:
        row = Handover(
            id=id or uuid.uuid4(),
            family_id=case.family_id,
            organisation_id=case.organisation_id,
            key=case.key,
            case=case,
            receiver=words.receiver,
            reason=access_checks.reason("reason", words.reason),
            summary=common.short_text("summary", words.summary),
        )
        _may_offer(reader, row, direct=words.direct)
        common.keep_new(row, reader)
        shared.told(case, reader, "handover.offer", Group.NOTES)
        if words.direct:
            _assign_and_pass(reader, row)
        else:
            telling.tell([row.receiver], "handover_offered", row.id)
        return row

    return common.made_once(Handover, id, make, within=case.family_id)


def answer(
    *, reader: Reader, handover_id: uuid.UUID, accept: bool, reason: str = ""
) -> Handover:
    """Accept or decline what a colleague offers.

    Raises:
        NotVisibleError: Nothing of this id is offered to this reader (any more).
        UnusableValueError: It is declined without a reason.
    """
    with transaction.atomic():
        row = rows.addressed(reader, handover_id)
        if row is None or row.state != OFFERED:
            raise NotVisibleError
        rows_of.unlock([row.family, row.case, row])
        if not accept:
            row.answer = access_checks.reason("reason", reason)
            _over(reader, row, DECLINED, "handover.decline")
        elif Action.CHANGE in visibility.may(reader, row.family):
            _pass_on(reader, row)
        else:
            _over(reader, row, WAITING, "handover.accept")
            heads = owners.who_may(row.family, [Action.ASSIGN])
            telling.tell(heads, "handover_waits", row.case_id)
        _tell_giver(reader, row)
        return row


@transaction.atomic
def settle(
    *, reader: Reader, handover_id: uuid.UUID, assign: bool, reason: str = ""
) -> Handover:
    """Assign the colleague who has accepted, or do not.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not assign.
        UnusableValueError: Nobody waits, the colleague cannot work on it any more, or
            it is refused without a reason.
    """
    row = _row(reader, handover_id, Action.ASSIGN)
    if row.state != WAITING:
        raise _nothing_waits(row)
    if assign:
        _assign_and_pass(reader, row)
    else:
        row.answer = access_checks.reason("reason", reason)
        _over(reader, row, REFUSED, "handover.refuse")
    _tell_giver(reader, row)
    telling.tell([row.receiver], "handover_settled")
    return row


@transaction.atomic
def take_back(*, reader: Reader, handover_id: uuid.UUID) -> Handover:
    """Take back what nobody has taken over yet; twice is once.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader neither offered it nor may assign.
        UnusableValueError: It is over already.
    """
    row = _row(reader, handover_id, Action.CHANGE)
    mine = row.made_by == reader.actor.id
    if not mine and Action.ASSIGN not in visibility.may(reader, row.family):
        raise NotAllowedError("no_line")
    if row.state == TAKEN_BACK:
        return row
    if row.state not in OPEN:
        raise _nothing_waits(row)
    _over(reader, row, TAKEN_BACK, "handover.take_back")
    return row


def waits_already() -> UnusableValueError:
    """Return the refusal of a second offer while the first one waits."""
    return UnusableValueError(
        "receiver",
        "กรณีนี้เสนอให้คนอื่นไว้แล้วและยังรอคำตอบ ให้ถอนคืนก่อน แล้วค่อยเสนอใหม่",
        "This case is offered to somebody already, who has not answered: take that "
        "back first.",
    )


def receivers(reader: Reader, row: Handover) -> dict[uuid.UUID, str]:
    """Return who can be offered a case: ids and names.

    Whoever may work on the family; and, unless it is sealed, every caseworker and
    lawyer of the organisation from whom it is not kept.
    """
    found = dict(owners.owners_of(reader, row.family))
    if row.family.sealed_at is None:
        found |= owners.workers_beside(reader, row.family)
    found.pop(reader.actor.id, None)
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


# --- checks and what follows ----------------------------------------------------------


def _may_offer(reader: Reader, row: Handover, *, direct: bool) -> None:
    shared.must_be_open(row.case)
    assigns = Action.ASSIGN in visibility.may(reader, row.family)
    mine = row.case.owner in (None, reader.actor.id)
    if not assigns and (direct or not mine):
        raise NotAllowedError("no_line")
    if rows.open_handover(row.case):
        raise waits_already()
    if row.receiver not in receivers(reader, row):
        raise UnusableValueError(
            "receiver",
            "คนนี้รับกรณีนี้ไม่ได้ ให้เลือกจากรายชื่อ",
            "This colleague cannot take the case: choose from the list.",
        )


def _assign_and_pass(reader: Reader, row: Handover) -> None:
    """Let the receiver work on the family, then pass the case on."""
    if row.receiver not in dict(owners.owners_of(reader, row.family)):
        access.assign(reader=reader, family_id=row.family_id, account_id=row.receiver)
    _pass_on(reader, row)


def _pass_on(reader: Reader, row: Handover) -> None:
    """Give the next action to the receiver, and write it into the history."""
    case = row.case
    giver = owners.name_of(row.organisation_id, case.owner)
    case.owner = row.receiver
    common.keep_changed(case, reader)
    shared.write_move(
        case, reader, action="hand_over", reason=row.reason, source=giver,
        goal=owners.name_of(row.organisation_id, row.receiver),
    )  # fmt: skip
    _over(reader, row, ACCEPTED, "handover.pass")


def _over(reader: Reader, row: Handover, state: str, action: str) -> None:
    row.state = state
    row.answered_by, row.answered_at = reader.actor.id, reader.now
    common.keep_changed(row, reader)
    shared.told(row.case, reader, action, Group.NOTES)


def _tell_giver(reader: Reader, row: Handover) -> None:
    if row.made_by and row.made_by != reader.actor.id:
        telling.tell([row.made_by], "handover_answered", row.case_id)


def _row(reader: Reader, handover_id: uuid.UUID, action: Action) -> Handover:
    row = common.row_for(Handover, reader, handover_id, action, Group.NOTES)
    rows_of.unlock([row.family, row.case, row])
    return row


def _nothing_waits(row: Handover) -> UnusableValueError:
    return UnusableValueError(
        "state",
        "เรื่องนี้ไม่ได้รออยู่แล้ว ดูหน้าส่งต่อว่าใครทำอะไรไป",
        f"Nothing waits here (it is '{row.state}'): the page of hand-over tells what "
        "was done.",
    )
