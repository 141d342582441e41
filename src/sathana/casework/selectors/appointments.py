"""The appointments of a case, and the sheet of one day."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sathana.accounts.decide import Action, Group
from sathana.accounts.models import Team
from sathana.casework import clock_rows, showing
from sathana.casework.appointment_words import LACKING, PERMITS
from sathana.casework.clocks_shown import code_of
from sathana.casework.models import Appointment
from sathana.casework.selectors import cases
from sathana.casework.shown import CaseView
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotVisibleError
from sathana.registry.familytree import pathway_name
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common
from sathana.web.languages import Text

MOST = 300
"""Most appointments of one sheet."""


@dataclass(frozen=True, slots=True)
class AppointmentShown:
    """A day at an office; ``None`` where the reader does not see notes.

    Attributes:
        office: Its name; ``office_id`` where it stands in the directory.
        papers, comes, witnesses: One line each.
        permit_lacks: Whether somebody must still look after the permit.
    """

    id: uuid.UUID
    version: int
    case_id: uuid.UUID
    code: str
    title: str
    track_id: uuid.UUID | None
    called: str
    pathway: Mapping[str, str] | None
    on: date
    at: str
    office_id: uuid.UUID | None
    office: Text
    place: str
    worker: uuid.UUID | None
    worker_name: str
    purpose: str | None
    slip: str | None
    comes: tuple[str, ...] | None
    witnesses: tuple[str, ...] | None
    papers: tuple[str, ...] | None
    permit: str
    permit_title: Text
    permit_lacks: bool
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class AtOffice:
    """All appointments of a day at one office."""

    name: Text
    office_id: uuid.UUID | None
    address: str
    phone: str
    rows: list[AppointmentShown] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The sheet of a day.

    Attributes:
        of: ``mine``, ``all`` or the id of a team.
        teams: Teams of which a sheet can be asked.
        more: Whether there are more than the sheet shows.
    """

    on: date
    of: str
    offices: tuple[AtOffice, ...]
    teams: tuple[tuple[str, str], ...]
    more: bool


@dataclass(frozen=True, slots=True)
class CaseAppointments:
    """The appointments of a case: those to come, then those over or called off."""

    case: CaseView
    coming: tuple[AppointmentShown, ...]
    over: tuple[AppointmentShown, ...]


def of_case(reader: Reader, case_id: uuid.UUID) -> CaseAppointments:
    """Return the appointments of a case.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    view = cases.one(reader, case_id)
    rows = Appointment.objects.visible_to(reader).filter(case=case_id)
    found = list(
        rows.select_related("family", "case", "track", "office").order_by("on", "id")
    )
    shown = _shown_of(reader, found)
    today = common.thai_day(reader.now)
    coming = tuple(one for one in shown if one.on >= today and one.withdrawn_at is None)
    over = tuple(one for one in reversed(shown) if one not in coming)
    return CaseAppointments(view, coming, over)


def one(reader: Reader, appointment_id: uuid.UUID) -> tuple[AppointmentShown, CaseView]:
    """Return an appointment with its case, to change it.

    Raises:
        NotVisibleError: It is not there, or what it says is not for this reader.
    """
    rows = Appointment.objects.visible_to(reader)
    rows = rows.select_related("family", "case", "track", "office")
    row = rows.filter(id=appointment_id).first()
    if row is None:
        raise NotVisibleError
    view = cases.one(reader, row.case_id)
    shown = _shown_of(reader, [row])
    if not shown or shown[0].comes is None:
        raise NotVisibleError
    return shown[0], view


def sheet(reader: Reader, on: date, of: str = "mine") -> DaySheet:
    """Return the appointments of a day, grouped by office.

    Args:
        reader: Who reads.
        on: The day.
        of: ``mine``: where the reader goes along; ``all`` that the reader may see; or
            the id of a team.
    """
    worker = reader.actor.id if of == "mine" else None
    rows = clock_rows.appointments_listed(reader, on, on, worker)
    team = _uuid(of)
    if team is not None:
        rows = rows.filter(family__team=team)
    found = list(rows[: MOST + 1])
    shown = sorted(_shown_of(reader, found[:MOST], listing=True), key=_by_hour)
    groups: dict[object, AtOffice] = {}
    offices = {row.office_id: row.office for row in found if row.office}
    for row in shown:
        key = row.office_id or row.place.casefold()
        office = offices.get(row.office_id)
        if key not in groups:
            groups[key] = AtOffice(
                row.office, row.office_id,
                office.address if office else "", office.phone if office else "",
            )  # fmt: skip
        groups[key].rows.append(row)
    ordered = sorted(groups.values(), key=lambda one: (one.name["th"], one.name["en"]))
    return DaySheet(on, of, tuple(ordered), _teams(reader), len(found) > MOST)


def _by_hour(row: AppointmentShown) -> tuple[str, str]:
    hour = row.at.replace(".", ":")
    return (hour.zfill(5) if hour else "99", row.called)


def _teams(reader: Reader) -> tuple[tuple[str, str], ...]:
    held = {team for _, team in reader.actor.roles if team is not None}
    rows = Team.objects.filter(id__in=held).order_by("name")
    return tuple((str(row.id), row.name) for row in rows)


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _shown_of(
    reader: Reader, rows: Sequence[Appointment], *, listing: bool = False
) -> list[AppointmentShown]:
    """Show appointments, cut to what is seen of their families; write it down."""
    families = {row.family_id: row.family for row in rows}
    sights = _sights(reader, families, listing=listing)
    rows = [
        row
        for row in rows
        if row.family_id in sights and sights[row.family_id].sees(Group.FACTS)
    ]
    seen = {row.family_id: row.family for row in rows}
    by_family = {family: sights[key] for key, family in seen.items()}
    names = showing.names_of(by_family, reader.actor.organisation)
    tracks = [row.track for row in rows if row.track is not None]
    rows_of.unlock(seen.values(), [row.case for row in rows], tracks, rows)
    if listing:
        _tell(reader, rows, sights)
    return [_one(row, names, sights[row.family_id]) for row in rows]


def _sights(
    reader: Reader, families: Mapping[uuid.UUID, Family], *, listing: bool
) -> dict[uuid.UUID, Sight]:
    if listing:
        return seeing.in_list(reader, list(families.values()))
    return {key: seeing.of_family(reader, one) for key, one in families.items()}


def _tell(
    reader: Reader, rows: Sequence[Appointment], sights: Mapping[uuid.UUID, Sight]
) -> None:
    """Write which families and persons a sheet shows."""
    of = {row.family_id: row.family for row in rows}
    named = {row.person_id for row in rows if row.person_id}
    persons = [
        one
        for one in rows_of.persons_of(list(of.values()))
        if one.id in named and sights[one.family_id].sees(Group.NAMES)
    ]
    whole = [common.family_subject(one) for one in of.values()]
    beside = [common.person_subject(one, of[one.family_id]) for one in persons]
    common.tell_read(
        reader,
        common.telling("day_sheet.view", whole, Group.OUTLINE, Group.NOTES),
        common.telling("person.list", beside, Group.NAMES),
    )


def _one(row: Appointment, names: showing.Names, sight: Sight) -> AppointmentShown:
    notes, office = sight.sees(Group.NOTES), row.office
    place = row.place
    title = (row.case.title or row.family.title) if sight.sees(Group.OUTLINE) else ""
    values: dict[str, Any] = dict.fromkeys(
        ("purpose", "slip", "comes", "witnesses", "papers")
    )
    if notes:
        values = {"purpose": row.purpose, "slip": row.slip}
        values |= {n: _lines(getattr(row, n)) for n in ("comes", "witnesses", "papers")}
    return AppointmentShown(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        code=code_of(row.case_id),
        title=title,
        track_id=row.track_id,
        called=names.person(row.person_id),
        pathway=pathway_name(row.track.pathway) if row.track else None,
        on=row.on,
        at=row.at,
        office_id=row.office_id,
        office=office.name if office else {"th": place, "en": place},
        place=place,
        worker=row.worker,
        worker_name=names.worker(row.worker),
        permit=row.permit,
        permit_title=PERMITS[row.permit],
        permit_lacks=row.permit in LACKING,
        withdrawn_at=row.withdrawn_at,
        **values,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def may_change(view: CaseView) -> bool:
    """Say whether the reader may change appointments of a case now."""
    return view.state == "open" and Action.CHANGE in view.may
