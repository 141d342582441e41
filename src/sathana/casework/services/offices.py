"""The directory of offices and the notebook of what they really ask for.

Rows of an organisation: whoever may open a family in it may write here, and everybody
in it may read. Nothing about a person belongs here; officers' names never do.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts import areas
from sathana.accounts.errors import OfficeError
from sathana.audit import record
from sathana.audit.record import Subject
from sathana.casework import clock_rows
from sathana.casework.models import Office, OfficeNote
from sathana.casework.office_words import ABOUT, KINDS, SOURCES
from sathana.registry import visibility
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.services import common

_TEXTS = {"name_th": 160, "name_en": 160, "address": 300, "phone": 60, "hours": 200}


def may_write(reader: Reader) -> bool:
    """Say whether the reader may write in the directory: who may open a family."""
    return visibility.may_open(reader)


@transaction.atomic
def add_office(
    *, reader: Reader, values: Mapping[str, Any], id: uuid.UUID | None = None
) -> Office:
    """Add an office to the directory.

    Args:
        reader: Who adds it.
        values: ``kind``, ``name_th``, and if known ``name_en``, ``areas`` (codes of
            places), ``address``, ``phone``, ``hours``, ``checked_on``.
        id: Minted by the form: the same id twice is one office.

    Raises:
        NotAllowedError: The reader may not write here.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    _must_write(reader)
    wanted = _values(reader, values)

    def make() -> Office:
        row = Office(
            id=id or uuid.uuid4(),
            organisation_id=reader.actor.organisation,
            made_by=reader.actor.id,
            changed_by=reader.actor.id,
            **wanted,
        )
        row.save(force_insert=True)
        _tell(reader, "office.add", row.id)
        return row

    return _made_once(Office, reader, id, make)


@transaction.atomic
def change_office(
    *, reader: Reader, office_id: uuid.UUID, version: int, values: Mapping[str, Any]
) -> Office:
    """Change what the directory says of an office, or that it is used no more.

    Raises:
        NotVisibleError: It is not there, or of another organisation.
        NotAllowedError: The reader may not write here.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    row = _office(reader, office_id, lock=True)
    _must_write(reader)
    wanted = _values(reader, values)
    ended = bool(values.get("ended"))
    wanted["ended_at"] = (row.ended_at or reader.now) if ended else None
    if common.change(row, reader, version, wanted):
        _tell(reader, "office.change", row.id)
    return row


@transaction.atomic
def add_note(
    *,
    reader: Reader,
    office_id: uuid.UUID,
    values: Mapping[str, Any],
    id: uuid.UUID | None = None,
) -> OfficeNote:
    """Note what an office really does or asks for.

    Args:
        reader: Who notes it.
        office_id: Of which office.
        values: ``on`` (a day, not to come), ``about``, ``text``, ``source``.
        id: Minted by the form: the same id twice is one note.

    Raises:
        NotVisibleError: The office is not there, or of another organisation.
        NotAllowedError: The reader may not write here.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    office = _office(reader, office_id)
    _must_write(reader)
    text = common.short_text("text", values.get("text", ""), longest=1000)
    if not text:
        raise UnusableValueError(
            "text", "ยังไม่ได้เขียนอะไร", "Nothing is written yet: say what it asks for."
        )
    wanted = {
        "on": _past_day(reader, "on", values.get("on")),
        "about": common.one_of("about", values.get("about", ""), tuple(ABOUT)),
        "source": common.one_of("source", values.get("source", ""), tuple(SOURCES)),
        "text": text,
    }

    def make() -> OfficeNote:
        row = OfficeNote(
            id=id or uuid.uuid4(),
            organisation_id=reader.actor.organisation,
            office=office,
            made_by=reader.actor.id,
            **wanted,
        )
        row.save(force_insert=True)
        _tell(reader, "office.note_add", office.id)
        return row

    return _made_once(OfficeNote, reader, id, make)


@transaction.atomic
def end_note(*, reader: Reader, note_id: uuid.UUID) -> OfficeNote:
    """Say that a note no longer holds: it stays readable, with who said so.

    Raises:
        NotVisibleError: It is not there, or of another organisation.
        NotAllowedError: The reader may not write here.
    """
    row = clock_rows.notes(reader).select_for_update().filter(id=note_id).first()
    if row is None:
        raise NotVisibleError
    _must_write(reader)
    if row.ended_at is None:
        row.ended_at, row.ended_by = reader.now, reader.actor.id
        row.save()
        _tell(reader, "office.note_end", row.office_id)
    return row


def _office(reader: Reader, office_id: uuid.UUID, *, lock: bool = False) -> Office:
    rows = clock_rows.offices(reader)
    rows = rows.select_for_update() if lock else rows
    row = rows.filter(id=office_id).first()
    if row is None:
        raise NotVisibleError
    return row


def _must_write(reader: Reader) -> None:
    if not may_write(reader):
        raise NotAllowedError("add")


def _values(reader: Reader, values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: common.short_text(name, values.get(name, ""), longest=longest)
        for name, longest in _TEXTS.items()
    }
    if not found["name_th"]:
        raise UnusableValueError(
            "name_th",
            "ต้องมีชื่อสำนักงาน",
            "The office needs a name, as it stands on its sign.",
        )
    found["kind"] = common.one_of("kind", values.get("kind", ""), tuple(KINDS))
    try:
        found["areas"] = areas.checked(values.get("areas") or ())
    except OfficeError as fault:
        text = fault.text
        raise UnusableValueError("areas", text["th"], text["en"]) from None
    told = values.get("checked_on")
    found["checked_on"] = _past_day(reader, "checked_on", told) if told else None
    return found


def _past_day(reader: Reader, field: str, told: Any) -> date:
    today = common.thai_day(reader.now)
    if not isinstance(told, date) or told > today:
        raise UnusableValueError(
            field,
            "ใส่วันที่ไม่เกินวันนี้",
            "Give the day on which it was seen: today or before.",
        )
    return told


def _made_once[R: (Office, OfficeNote)](
    model: type[R], reader: Reader, given: uuid.UUID | None, make: Callable[[], R]
) -> R:
    """Make a row, or return the one that this form has made already.

    Raises:
        NotVisibleError: The id is taken by something of another organisation.
    """
    there = model.objects.filter(id=given).first() if given else None
    if there is None:
        return make()
    if there.organisation_id != reader.actor.organisation:
        raise NotVisibleError
    return there


def _tell(reader: Reader, action: str, office: uuid.UUID) -> None:
    record.write(reader.doer, action, [Subject("office", str(office))])
