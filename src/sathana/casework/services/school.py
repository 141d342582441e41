"""Class sheets: opened, filled number by number, linked by consent, ended for good."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.audit.record import Subject
from sathana.casework import school_inside as inside
from sathana.casework.models import ClassPupil, ClassSheet
from sathana.casework.schooling import NUMBERS, QUESTIONS
from sathana.protection import keys, purge
from sathana.registry import visibility
from sathana.registry.errors import (
    ConflictError,
    NotAllowedError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.text.thai import arabic_digits

_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs of a code: none that is taken for another one on paper."""


@transaction.atomic
def open_sheet(
    *, reader: Reader, values: Mapping[str, Any], id: uuid.UUID | None = None
) -> ClassSheet:
    """Open a sheet for a class.

    Args:
        reader: Who opens it; supervisors of their team see it too.
        values: ``title``, ``size``, and ``youngest`` and ``oldest`` if told.
        id: Minted by the form: the same id twice is one sheet.

    Raises:
        NotAllowedError: The reader may not open families either.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    team = next(iter(inside.teams_of(reader)), None)
    if not visibility.may_open(reader, team):
        raise NotAllowedError("no_line")
    wanted = _of_sheet(values)
    there = inside.made(id)
    if there is not None:
        return inside.sheet_for(reader, there.id, Action.CHANGE)
    row = ClassSheet(
        id=id or uuid.uuid4(),
        organisation_id=reader.actor.organisation,
        team_id=team,
        key=keys.new_record_key(reader.actor.organisation),
        audit_name=common.pseudonym(),
        code="".join(secrets.choice(_SIGNS) for _ in range(4)),
        **wanted,
    )
    common.keep_new(row, reader)
    tell(reader, row, "class.open")
    return row


@transaction.atomic
def note(
    *,
    reader: Reader,
    sheet_id: uuid.UUID,
    number: str,
    version: int,
    told: Mapping[str, Any],
) -> ClassPupil:
    """Note what was told of a number; what was noted before is replaced.

    Args:
        reader: Who notes.
        sheet_id: On which sheet.
        number: As it was typed: digits, Thai ones too, and nothing else.
        version: Of the line that the form saw; 0: it saw none.
        told: Codes by question; one left out is not known.

    Raises:
        NotVisibleError: The sheet is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else noted this number meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    sheet = inside.sheet_for(reader, sheet_id, Action.CHANGE, lock=True)
    place = _number(number, sheet.size)
    codes = {
        name: common.one_of(name, str(told.get(name) or "unknown"), tuple(choices))
        for name, (_, choices) in QUESTIONS.items()
    }
    row = inside.pupils(sheet).filter(number=place).first()
    if row is None:
        row = _new_line(reader, sheet, place, codes)
    else:
        _must_stand_alone(row)
        if version == 0 and row.told != codes:
            raise ConflictError({"told": codes}, {"told": row.told}, row.version, row)
        common.change(row, reader, version or row.version, {"told": codes})
    tell(reader, sheet, "class.change")
    return row


@transaction.atomic
def link(
    *, reader: Reader, pupil_id: uuid.UUID, version: int, family_id: uuid.UUID
) -> ClassPupil:
    """Say which family a number became, once that family has consented.

    What was told of the number is emptied: from now on the family tells it.

    Args:
        reader: Who links; must be allowed to change the sheet and the family.
        pupil_id: Which line.
        version: The version that the form saw.
        family_id: Which family.

    Raises:
        NotVisibleError: Line or family is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: The family's consent to record does not hold.
        ConflictError: Somebody else changed the line meanwhile.
    """
    sheet_id = inside.sheet_of(reader, pupil_id)
    sheet = inside.sheet_for(reader, sheet_id, Action.CHANGE, lock=True)
    row = inside.pupils(sheet).get(id=pupil_id)
    family = common.open_for(reader, family_id, Action.CHANGE, Group.FACTS)
    if row.family_id not in (None, family.id):
        # A link that was made wrongly: for whoever may change both families.
        common.open_for(reader, row.family_id, Action.CHANGE, Group.FACTS)
    common.require_consent(reader, family, "record")
    if row.family_id != family.id:
        common.same_version(row, version)
        row.family, row.told = family, {}
        common.keep_changed(row, reader)
    common.tell_chain(
        reader, "class.link", [common.family_subject(family), subject(sheet)],
        Group.FACTS,
    )  # fmt: skip
    return row


@transaction.atomic
def end(*, reader: Reader, sheet_id: uuid.UUID) -> None:
    """End a sheet: its rows go and its key is destroyed. Families stay.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
    """
    sheet = inside.sheet_for(reader, sheet_id, Action.CHANGE, lock=True)
    about, key = subject(sheet), sheet.key
    inside.pupils(sheet).delete()
    sheet.delete()
    purge.destroy([key])
    common.tell_chain(reader, "class.erase", [about], Group.FACTS)


def tell(reader: Reader, sheet: ClassSheet, action: str) -> None:
    """Write in the chain what was done with a sheet: its pseudonym, and no number."""
    common.tell_chain(reader, action, [subject(sheet)], Group.FACTS)


def subject(sheet: ClassSheet) -> Subject:
    """Name a sheet for the chain: by its pseudonym."""
    return Subject("class", sheet.audit_name)


def _new_line(
    reader: Reader, sheet: ClassSheet, number: int, codes: Mapping[str, str]
) -> ClassPupil:
    row = ClassPupil(
        organisation_id=sheet.organisation_id,
        sheet=sheet,
        key=sheet.key,
        number=number,
        told=dict(codes),
    )
    common.keep_new(row, reader)
    return row


def _must_stand_alone(row: ClassPupil) -> None:
    if row.family_id is not None:
        raise UnusableValueError(
            "number",
            f"เลข {row.number} เป็นแฟ้มครอบครัวแล้ว ให้บันทึกต่อที่แฟ้มครอบครัว",
            f"Number {row.number} has become a family: go on in the family’s file.",
        )


def _number(typed: str, size: int) -> int:
    """Return the number that was typed.

    Raises:
        UnusableValueError: It is anything but a number of the list. What was typed is
            not repeated: it may be a name.
    """
    digits = arabic_digits(typed.strip())
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 3:
        raise UnusableValueError(
            "number",
            "ช่องนี้รับเฉพาะเลขที่ในบัญชีกระดาษ อย่าพิมพ์ชื่อเด็ก ชื่ออยู่ที่โรงเรียนเท่านั้น",
            "Only the number of the paper list goes here. Type no name: names stay at "
            "the school.",
        )
    if not 1 <= int(digits) <= size:
        raise UnusableValueError(
            "number",
            f"บัญชีนี้มีเลข 1 ถึง {size} แต่พิมพ์ {int(digits)} ดูเลขในบัญชีกระดาษอีกครั้ง",
            f"This list has numbers 1 to {size}, and {int(digits)} was typed: look at "
            "the paper list again.",
        )
    return int(digits)


def _of_sheet(values: Mapping[str, Any]) -> dict[str, Any]:
    title = common.short_text("title", values.get("title", ""), longest=80)
    if not title:
        raise UnusableValueError(
            "title", "ตั้งชื่อใบนี้ให้คุณจำได้", "Give the sheet a name that you know it by."
        )
    size = values.get("size")
    if not isinstance(size, int) or not 1 <= size <= NUMBERS:
        raise UnusableValueError(
            "size",
            f"บอกจำนวนเลขในบัญชีกระดาษ 1 ถึง {NUMBERS} ถ้ามากกว่านี้ให้แยกเป็นหลายใบ",
            f"Say how many numbers the list has, 1 to {NUMBERS}; split a longer one.",
        )
    return {"title": title, "size": size, "ages": _ages(values)}


def _ages(values: Mapping[str, Any]) -> list[int]:
    told = [values.get("youngest"), values.get("oldest")]
    ages = sorted(one for one in told if isinstance(one, int))
    if any(not 2 <= one <= 30 for one in ages):
        raise UnusableValueError(
            "youngest",
            "อายุต้องอยู่ระหว่าง 2 ถึง 30 ปี ถ้าไม่แน่ใจให้เว้นว่าง",
            "Ages lie between 2 and 30; leave them empty if in doubt.",
        )
    return [ages[0], ages[-1]] if ages else []
