"""Packs that learners made under supervision, recorded by those who looked at them."""

from __future__ import annotations

import re
import uuid

from django.db import transaction

from sathana.accounts import errors
from sathana.accounts.decide import Action
from sathana.accounts.models import Account
from sathana.accounts.reader import Reader
from sathana.accounts.services import office
from sathana.audit.record import Subject, write
from sathana.learning import keeping
from sathana.learning.models import OUTCOMES, Certificate, SupervisedPack
from sathana.web import dates
from sathana.web.languages import Text

KIND = "learning"
_PACK = re.compile(r"(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")
_ANSWERS = {"": None, "yes": True, "no": False}
_THIRTEEN = 13

OWN: Text = {
    "th": "บันทึกชุดคำร้องของตัวเองไม่ได้ ต้องให้คนอื่นที่ดูแลบันทึก เพราะความแม่นยำของใครต้องมีคนอื่นบอก",
    "en": "Nobody records a pack of their own: another supervisor must, since only "
    "somebody else can say how right it was.",
}
PACK_UNUSABLE: Text = {
    "th": "ใช้รหัสของชุดคำร้อง เช่น A-2026-014: ตัวอักษรอังกฤษ ตัวเลข จุด ขีด ไม่เกิน 40 ตัว "
    "มีตัวเลขอย่างน้อยหนึ่งตัว ห้ามใช้ชื่อคนหรือเลข 13 หลัก เพราะหน้านี้ไม่ใช่แฟ้มของครอบครัว",
    "en": "Give the pack's own code, such as A-2026-014: Latin letters, digits, dots "
    "and hyphens, at most 40, with a digit in it. Never a name or a number of thirteen "
    "digits: this page is no family's file.",
}
PACK_KNOWN: Text = {
    "th": "ชุดคำร้องรหัสนี้บันทึกให้คนนี้แล้ว ถ้าเพิ่งรู้ผล ให้แก้ที่รายการเดิม",
    "en": "This pack is recorded for this person already. If its outcome is known now, "
    "change it there.",
}
NOBODY_CHOSEN: Text = {
    "th": "เลือกว่าเป็นชุดคำร้องของใคร ยังไม่ได้บันทึกอะไร",
    "en": "Choose whose pack it is. Nothing was recorded.",
}
NOTHING_CHOSEN: Text = {
    "th": "แบบนี้ไม่ได้บอกว่าจะทำอะไร ยังไม่ได้บันทึกอะไร กดปุ่มในหน้านี้อีกครั้ง",
    "en": "The form did not say what to do, and nothing was recorded. Use a button of "
    "this page.",
}
OUTCOME_UNKNOWN: Text = {
    "th": "เลือกผลจากรายการ ถ้ายังไม่รู้ เลือก ยังไม่รู้",
    "en": "Choose the outcome from the list; if nobody knows yet, choose so.",
}


def check(reader: Reader) -> None:
    """Let supervisors and organisation admins through.

    Raises:
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.LIST, KIND, reader.actor.organisation)


def record(
    *, reader: Reader, learner: uuid.UUID, pack: str, outcome: str, review: str
) -> SupervisedPack:
    """Record a pack that a learner of the same organisation made.

    Args:
        reader: A supervisor or an organisation admin; never the learner.
        learner: Whose pack it is.
        pack: Code by which the supervisor finds it again.
        outcome: ``unknown``, ``accepted`` or ``sent_back``.
        review: ``yes``, ``no``, or ``""``: nobody knows yet.

    Raises:
        OfficeError: Something of it cannot be.
        NotThereError: It is not for this reader.
    """
    check(reader)
    found = office.account_of(reader, learner)
    _never_own(reader, found)
    code = _code(pack)
    known, passed = _outcome(outcome, review)
    with transaction.atomic():
        if found.packs_made.filter(pack=code).exists():
            raise errors.OfficeError(PACK_KNOWN, "pack")
        made = SupervisedPack.objects.create(
            learner=found,
            recorded_by_id=reader.actor.id,
            pack=code,
            outcome=known,
            passed_review=passed,
            at=reader.now,
        )
        keeping.settle(found, reader.doer)
        _note(reader, "learning.pack_add", found)
    return made


def tell_outcome(
    *, reader: Reader, pack: uuid.UUID, outcome: str, review: str
) -> SupervisedPack:
    """Say what became of a recorded pack.

    Raises:
        OfficeError: Something of it cannot be.
        NotThereError: It is not for this reader.
    """
    check(reader)
    known, passed = _outcome(outcome, review)
    with transaction.atomic():
        rows = SupervisedPack.objects.select_for_update(of=("self",))
        row = rows.filter(
            pk=pack, learner__organisation=reader.actor.organisation
        ).first()
        if row is None:
            raise errors.NotThereError
        learner = Account.objects.get(pk=row.learner_id)
        _never_own(reader, learner)
        row.outcome, row.passed_review = known, passed
        row.save(update_fields=["outcome", "passed_review"])
        keeping.settle(learner, reader.doer)
        _note(reader, "learning.pack_change", learner)
    return row


def withdraw(*, reader: Reader, certificate: uuid.UUID) -> None:
    """Withdraw a certificate of somebody else of the same organisation.

    Raises:
        OfficeError: It is one's own, or withdrawn already.
        NotThereError: It is not for this reader.
    """
    check(reader)
    with transaction.atomic():
        row = (
            Certificate.objects.select_for_update(of=("self",))
            .filter(pk=certificate, account__organisation=reader.actor.organisation)
            .first()
        )
        if row is None:
            raise errors.NotThereError
        holder = Account.objects.get(pk=row.account_id)
        _never_own(reader, holder)
        if row.withdrawn_on:
            raise errors.OfficeError(errors.NO_LONGER)
        row.withdrawn_on = dates.today()
        row.save(update_fields=["withdrawn_on"])
        _note(reader, "certificate.withdraw", holder)


def _never_own(reader: Reader, learner: Account) -> None:
    if learner.id == reader.actor.id:
        raise errors.OfficeError(OWN)


def _code(told: str) -> str:
    code = told.strip()
    digits = "".join(sign for sign in code if sign.isdigit())
    if not _PACK.fullmatch(code) or len(digits) >= _THIRTEEN:
        raise errors.OfficeError(PACK_UNUSABLE, "pack")
    return code


def _outcome(outcome: str, review: str) -> tuple[str, bool | None]:
    if outcome not in OUTCOMES or review not in _ANSWERS:
        raise errors.OfficeError(OUTCOME_UNKNOWN, "outcome")
    return outcome, _ANSWERS[review]


def _note(reader: Reader, action: str, learner: Account) -> None:
    write(reader.doer, action, [Subject("account", str(learner.id))])
