"""Costs of a case: asked for, decided by another person, taken back by a line.

Nothing is edited and nothing is removed: what was wrong gets a line with the same
amount below zero, and the right amount a line of its own.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import cost_words as words
from sathana.casework import handover_inside as rows
from sathana.casework import owners, supervising
from sathana.casework.models import Case, Cost
from sathana.casework.services import shared
from sathana.notices import telling
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotAllowedError, UnusableValueError
from sathana.registry.reader import Reader
from sathana.registry.services import access_checks, common, evidence

RECEIPT = "receipt"
"""Kind of the paper that holds a receipt: no proof of anybody's status."""


def ask(
    *,
    reader: Reader,
    case_id: uuid.UUID,
    values: Mapping[str, Any],
    upload: bytes | None = None,
    file_name: str = "",
    id: uuid.UUID | None = None,
) -> Cost:
    """Ask for a cost of a case.

    Args:
        reader: Who asks; somebody else will decide.
        case_id: Of which case.
        values: ``kind``, ``on`` (a day), ``amount`` (baht, as typed), ``paid_by``,
            ``what``.
        upload: The receipt, as it came; it becomes a paper of the family.
        file_name: As the browser told it.
        id: Minted by the form: the same id twice is one line.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: The reader may not add to it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept; money that was demanded.
    """
    wanted = _values(values)
    with transaction.atomic():
        case = _open_case(reader, case_id)
    # A file is cleaned outside of any transaction: that takes seconds.
    receipt = _receipt(reader, case, wanted, upload, file_name, id)
    with transaction.atomic():
        case = _open_case(reader, case_id)

        def make() -> Cost:
            row = _new(case, reader, id, receipt=receipt, **wanted)
            shared.told(case, reader, "cost.ask", Group.NOTES)
            _tell_heads(reader, row)
            return row

        return common.made_once(Cost, id, make, within=case.family_id)


@transaction.atomic
def decide(
    *,
    reader: Reader,
    cost_id: uuid.UUID,
    version: int,
    approve: bool,
    reason: str = "",
) -> Cost:
    """Approve a cost, or refuse it with a reason.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader heads no team of it.
        ConflictError: Somebody else decided meanwhile.
        UnusableValueError: The reader asked for it; it is decided; no reason.
    """
    row = _row(reader, cost_id, Action.CHANGE)
    if not set(supervising.HEAD) <= visibility.may(reader, row.family):
        raise NotAllowedError("no_line")
    _may_decide(reader, row)
    common.same_version(row, version)
    if not approve:
        row.answer = access_checks.reason("reason", reason)
    row.state = words.APPROVED if approve else words.REFUSED
    row.decided_by, row.decided_at = reader.actor.id, reader.now
    common.keep_changed(row, reader)
    deed = "cost.approve" if approve else "cost.refuse"
    shared.told(row.case, reader, deed, Group.NOTES)
    if row.made_by:
        telling.tell([row.made_by], "cost_decided", row.case_id)
    return row


@transaction.atomic
def reverse(
    *, reader: Reader, cost_id: uuid.UUID, reason: str, id: uuid.UUID | None = None
) -> Cost:
    """Take an approved cost back, by a line with its amount below zero.

    That line is decided by another person like any other; until then the sum stands.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not add to the case.
        UnusableValueError: It is not approved, or taken back already; no reason.
    """
    old = _row(reader, cost_id, Action.ADD)
    reason = access_checks.reason("reason", reason)
    made = rows_of.made_already(Cost, id) if id else None
    if made is None:
        _may_reverse(old)

    def make() -> Cost:
        row = _new(
            old.case, reader, id, reverses=old, kind=old.kind, satang=-old.satang,
            on=common.thai_day(reader.now).isoformat(), paid_by=old.paid_by,
            what=reason,
        )  # fmt: skip
        shared.told(old.case, reader, "cost.reverse", Group.NOTES)
        _tell_heads(reader, row)
        return row

    return common.made_once(Cost, id, make, within=old.family_id)


def _open_case(reader: Reader, case_id: uuid.UUID) -> Case:
    """Return a case to which a cost may be added, locked."""
    case = shared.case_for(reader, case_id, Action.ADD)
    shared.must_be_open(case)
    common.require_consent(reader, case.family, "record")
    return case


# --- values ---------------------------------------------------------------------------


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    _not_demanded(values.get("kind"))
    satang = words.satang_of(str(values.get("amount", "")))
    if satang is None:
        raise UnusableValueError(
            "amount",
            f"อ่านจำนวนเงิน “{str(values.get('amount', ''))[:40]}” ไม่ได้ "
            "เขียนเป็นบาท มากกว่าศูนย์ เช่น 1,250 หรือ 80.50",
            f"The amount “{str(values.get('amount', ''))[:40]}” cannot be read. Write "
            "baht above zero, such as 1,250 or 80.50.",
        )
    on = values.get("on")
    if not isinstance(on, date):
        raise UnusableValueError("on", "ต้องมีวันที่จ่าย", "A cost needs its day.")
    return {
        "kind": common.one_of("kind", values.get("kind", ""), tuple(words.KINDS)),
        "on": on.isoformat(),
        "satang": satang,
        "paid_by": common.one_of(
            "paid_by", values.get("paid_by", ""), tuple(words.PAYERS)
        ),
        "what": access_checks.reason("what", values.get("what", "")),
    }


def _not_demanded(kind: Any) -> None:
    """Stop where somebody wants to book money that was demanded.

    Raises:
        UnusableValueError: They do.
    """
    if kind == words.DEMANDED:
        raise UnusableValueError(
            "kind",
            "เงินที่ถูกเรียกไม่ใช่ค่าใช้จ่ายของกรณีและไม่รวมในยอด ให้บันทึกเป็นการติดต่อสำนักงาน "
            "ช่อง “เงินที่ถูกเรียก” (ลิงก์อยู่ใต้แบบฟอร์ม) เห็นเฉพาะหัวหน้าทีม",
            "Money that was demanded is no cost of a case and is in no sum. Record it "
            "as a contact with an office, under “money that was asked for” (the link "
            "is below): only supervisors see it.",
        )


def _receipt(
    reader: Reader,
    case: Case,
    wanted: Mapping[str, Any],
    upload: bytes | None,
    file_name: str,
    given: uuid.UUID | None,
) -> Any:
    """Keep a receipt as a paper of the family; once for each line."""
    if upload is None:
        return None
    return evidence.attach(
        reader=reader,
        family_id=case.family_id,
        values={"kind": RECEIPT, "date": wanted["on"], "notes": wanted["what"]},
        upload=upload,
        file_name=file_name,
        id=uuid.uuid5(given, RECEIPT) if given else None,
    )


# --- checks and what follows ----------------------------------------------------------


def _may_decide(reader: Reader, row: Cost) -> None:
    if row.made_by == reader.actor.id:
        raise UnusableValueError(
            "state",
            "คุณเป็นคนขอรายการนี้เอง ต้องให้หัวหน้าทีมอีกคนอนุมัติ",
            "You asked for this yourself: another supervisor must decide.",
        )
    if row.state != words.ASKED:
        raise UnusableValueError(
            "state",
            "รายการนี้มีคำตอบแล้วและแก้ไม่ได้ ถ้าผิดให้กลับรายการ",
            "This line is decided and stays. If it is wrong, take it back by a line "
            "of its own.",
        )


def _may_reverse(old: Cost) -> None:
    if old.state != words.APPROVED or old.reverses_id:
        raise UnusableValueError(
            "state",
            "กลับได้เฉพาะรายการที่อนุมัติแล้ว และกลับรายการที่กลับแล้วไม่ได้",
            "Only an approved line can be taken back, and no line that takes back.",
        )
    if rows.reversal_of(old):
        raise UnusableValueError(
            "state",
            "รายการนี้มีรายการกลับแล้ว",
            "This line is taken back already.",
        )


def _new(case: Case, reader: Reader, given: uuid.UUID | None, **values: Any) -> Cost:
    row = Cost(
        id=given or uuid.uuid4(),
        family_id=case.family_id,
        organisation_id=case.organisation_id,
        key=case.key,
        case=case,
        **values,
    )
    common.keep_new(row, reader)
    return row


def _row(reader: Reader, cost_id: uuid.UUID, action: Action) -> Cost:
    row = common.row_for(Cost, reader, cost_id, action, Group.NOTES)
    rows_of.unlock([row.family, row.case, row])
    return row


def _tell_heads(reader: Reader, row: Cost) -> None:
    heads = owners.who_may(row.family, supervising.HEAD)
    telling.tell(
        [one for one in heads if one != reader.actor.id], "cost_waits", row.case_id
    )
