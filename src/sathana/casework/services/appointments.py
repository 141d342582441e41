"""Appointments of a family at an office: made, changed, called off."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import clock_rows, inside
from sathana.casework.appointment_words import PERMITS
from sathana.casework.models import Appointment, Case, CasePathway, Office
from sathana.casework.owners import owners_of
from sathana.casework.services import shared
from sathana.registry import inside as rows_of
from sathana.registry.errors import UnusableValueError
from sathana.registry.reader import Reader
from sathana.registry.services import common

_TEXTS = {
    "at": 20, "place": 200, "purpose": 500, "slip": 300,
    "comes": 1000, "witnesses": 1000, "papers": 2000,
}  # fmt: skip


@transaction.atomic
def make(
    *,
    reader: Reader,
    case_id: uuid.UUID,
    values: Mapping[str, Any],
    id: uuid.UUID | None = None,
) -> Appointment:
    """Write down an appointment of a case.

    Args:
        reader: Who records.
        case_id: Of which case.
        values: ``on`` (a day) and, if known, ``at``, ``track_id``, ``office_id`` or
            ``place``, ``worker``, ``purpose``, ``slip``, ``comes``, ``witnesses``,
            ``papers``, ``permit``.
        id: Minted by the form: the same id twice is one appointment.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    case = shared.case_for(reader, case_id, Action.ADD)
    shared.must_be_open(case)
    track = _track(case, values.get("track_id"))
    person = track.person if track else None
    common.require_consent(reader, case.family, "record", person.id if person else None)
    wanted = _values(reader, case, values)
    rows_of.unlock([person] if person else [])

    def new() -> Appointment:
        row = Appointment(
            id=id or uuid.uuid4(),
            family_id=case.family_id,
            organisation_id=case.organisation_id,
            key=person.key if person else case.key,
            case=case,
            track=track,
            person=person,
            **wanted,
        )
        common.keep_new(row, reader)
        shared.told(case, reader, "appointment.add", Group.FACTS, Group.NOTES)
        return row

    return common.made_once(Appointment, id, new, within=case.family_id)


@transaction.atomic
def change(
    *,
    reader: Reader,
    appointment_id: uuid.UUID,
    version: int,
    values: Mapping[str, Any],
) -> Appointment:
    """Change an appointment; whose it is stays.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    row = _row(reader, appointment_id)
    shared.must_be_open(row.case)
    wanted = _values(reader, row.case, values)
    if common.change(row, reader, version, wanted):
        shared.told(row.case, reader, "appointment.change", Group.FACTS, Group.NOTES)
    return row


@transaction.atomic
def call_off(*, reader: Reader, appointment_id: uuid.UUID, version: int) -> Appointment:
    """Call an appointment off: it stays in the case, and is on no sheet.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
    """
    row = _row(reader, appointment_id)
    if row.withdrawn_at is not None:
        return row
    common.same_version(row, version)
    row.withdrawn_at = reader.now
    common.keep_changed(row, reader)
    shared.told(row.case, reader, "appointment.call_off", Group.FACTS)
    return row


def _row(reader: Reader, appointment_id: uuid.UUID) -> Appointment:
    row = common.row_for(
        Appointment, reader, appointment_id, Action.CHANGE, Group.NOTES
    )
    rows_of.unlock([row.family, row.case, row])
    return row


def _track(case: Case, track_id: uuid.UUID | None) -> CasePathway | None:
    """Return the pathway of this case that is meant.

    Raises:
        UnusableValueError: It is none of this case.
    """
    if track_id is None:
        return None
    track = inside.track_of(case.family, track_id)
    if track is None or track.case_id != case.id:
        raise UnusableValueError(
            "track_id",
            "ช่องทางนี้ไม่อยู่ในกรณีนี้ ให้เลือกใหม่",
            "This pathway is not in this case: choose another.",
        )
    return track


def _values(reader: Reader, case: Case, values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: common.short_text(name, values.get(name, ""), longest=longest)
        for name, longest in _TEXTS.items()
    }
    on = values.get("on")
    if not isinstance(on, date):
        raise UnusableValueError("on", "ต้องมีวันที่นัด", "An appointment needs its day.")
    office = _office(reader, values.get("office_id"))
    if office is None and not found["place"]:
        raise UnusableValueError(
            "place",
            "เลือกสำนักงานจากรายการ หรือเขียนว่าที่ไหน ไม่อย่างนั้นใบงานจะจัดกลุ่มไม่ได้",
            "Choose an office of the list, or write where it is: the sheet of the day "
            "is grouped by it.",
        )
    permit = common.one_of("permit", values.get("permit", "unknown"), tuple(PERMITS))
    worker = _worker(reader, case, values.get("worker"))
    return {**found, "on": on, "office": office, "permit": permit, "worker": worker}


def _office(reader: Reader, office_id: uuid.UUID | None) -> Office | None:
    """Return an office of the reader's organisation.

    Raises:
        UnusableValueError: There is none with this id.
    """
    if office_id is None:
        return None
    found = clock_rows.offices(reader).filter(id=office_id).first()
    if found is None:
        raise UnusableValueError(
            "office_id",
            "ไม่มีสำนักงานนี้ในรายการ ให้เลือกใหม่หรือเขียนชื่อ",
            "This office is not in the list: choose another, or write its name.",
        )
    return found


def _worker(reader: Reader, case: Case, worker: uuid.UUID | None) -> uuid.UUID | None:
    """Return who goes along, if that account may work on the family.

    Raises:
        UnusableValueError: It may not.
    """
    if worker is None or worker == reader.actor.id:
        return worker
    if worker not in {key for key, _ in owners_of(reader, case.family)}:
        raise UnusableValueError(
            "worker",
            "คนนี้ทำงานกับครอบครัวนี้ไม่ได้ ให้มอบหมายก่อน",
            "This colleague may not work on this family: assign it first.",
        )
    return worker
