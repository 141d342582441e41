"""The directory of offices, one office with its notebook, and those of a case."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sathana.accounts import areas
from sathana.accounts.models import Account
from sathana.casework import clock_rows, inside
from sathana.casework.models import Case, Office, OfficeNote
from sathana.casework.office_words import ABOUT, KINDS, SOURCES
from sathana.casework.selectors import cases
from sathana.casework.services.offices import may_write
from sathana.casework.shown import CaseView
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotVisibleError
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.web.languages import Text

OLD_DAYS = 365
"""After so many days a note is marked as old: officials change every few months."""


@dataclass(frozen=True, slots=True)
class NoteShown:
    """One note about an office's practice.

    Attributes:
        old: Whether it is older than a year.
    """

    id: uuid.UUID
    on: date
    about: Text
    text: str
    source: Text
    by: str
    ended_at: datetime | None
    old: bool


@dataclass(frozen=True, slots=True)
class OfficeShown:
    """An office of the directory.

    Attributes:
        areas: Names of the areas it is in charge of.
        notes: Its notebook, the newest day first.
    """

    id: uuid.UUID
    version: int
    kind: str
    kind_title: Text
    name: Text
    name_th: str
    name_en: str
    codes: tuple[str, ...]
    areas: tuple[str, ...]
    address: str
    phone: str
    hours: str
    checked_on: date | None
    ended_at: datetime | None
    notes: tuple[NoteShown, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The offices of an organisation, as far as they were asked for."""

    offices: tuple[OfficeShown, ...]
    kind: str
    area: str
    text: str
    may_write: bool


def listed(
    reader: Reader, *, kind: str = "", area: str = "", text: str = ""
) -> Directory:
    """Return the offices of the reader's organisation.

    Args:
        reader: Who reads.
        kind: Only of this kind.
        area: Only those in charge of this area: a code of a place.
        text: Only those whose name holds this.
    """
    found = [
        row
        for row in clock_rows.offices(reader)
        if (not kind or row.kind == kind)
        and (not area or covers(row.areas, area))
        and (not text or text.casefold() in f"{row.name_th} {row.name_en}".casefold())
    ]
    return Directory(_shown(reader, found), kind, area, text, may_write(reader))


def one(reader: Reader, office_id: uuid.UUID) -> OfficeShown:
    """Return an office with its notebook.

    Raises:
        NotVisibleError: It is not there, or of another organisation.
    """
    rows = list(clock_rows.offices(reader).filter(id=office_id))
    if not rows:
        raise NotVisibleError
    return _shown(reader, rows)[0]


def of_case(reader: Reader, case_id: uuid.UUID) -> tuple[CaseView, Directory]:
    """Return a case with the offices in charge where its family lives or has been.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    view = cases.one(reader, case_id)
    case = Case.objects.visible_to(reader).select_related("family").get(id=case_id)
    contacts = []
    if view.encounters is not None:
        contacts = list(inside.encounters(case.family).filter(case=case))
    rows_of.unlock([case.family], contacts)
    places = {case.family.district, *(row.place for row in contacts)} - {""}
    found = [
        row
        for row in clock_rows.offices(reader).filter(ended_at=None)
        if any(covers(row.areas, place) for place in places)
    ]
    shown = _shown(reader, found)
    return view, Directory(shown, "", "", "", may_write(reader))


def office_of(reader: Reader, note_id: uuid.UUID) -> uuid.UUID:
    """Return the office that a note is about.

    Raises:
        NotVisibleError: The note is not there, or of another organisation.
    """
    row = clock_rows.notes(reader).filter(id=note_id).first()
    if row is None:
        raise NotVisibleError
    return row.office_id


def covers(codes: Iterable[str], place: str) -> bool:
    """Say whether areas hold a place: a province holds its districts.

    An office for a district is found from its province too: it is in charge there.
    """
    return any(code.startswith(place) or place.startswith(code) for code in codes)


def choices(reader: Reader) -> list[tuple[str, Text]]:
    """Return the offices in use: ids and names, for forms."""
    rows = clock_rows.offices(reader).filter(ended_at=None)
    return [(str(row.id), row.name) for row in rows]


def _shown(reader: Reader, rows: list[Office]) -> tuple[OfficeShown, ...]:
    today = common.thai_day(reader.now)
    notes: dict[uuid.UUID, list[NoteShown]] = {}
    found = list(clock_rows.notes(reader).filter(office__in=rows))
    names = _names({note.made_by for note in found})
    for note in found:
        shown = _note(note, names, today)
        notes.setdefault(note.office_id, []).append(shown)
    return tuple(_office(row, tuple(notes.get(row.id, ()))) for row in rows)


def _names(ids: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, str]:
    rows = Account.objects.filter(id__in=[one for one in ids if one])
    return {row.id: row.shown_name or row.username for row in rows}


def _note(row: OfficeNote, names: dict[uuid.UUID, str], today: date) -> NoteShown:
    return NoteShown(
        id=row.id,
        on=row.on,
        about=ABOUT.get(row.about, ABOUT["other"]),
        text=row.text,
        source=SOURCES.get(row.source, SOURCES["seen"]),
        by=names.get(row.made_by, "–") if row.made_by else "–",
        ended_at=row.ended_at,
        old=(today - row.on).days > OLD_DAYS,
    )


def _office(row: Office, notes: tuple[NoteShown, ...]) -> OfficeShown:
    return OfficeShown(
        id=row.id,
        version=row.version,
        kind=row.kind,
        kind_title=KINDS.get(row.kind, KINDS["other"]),
        name=row.name,
        name_th=row.name_th,
        name_en=row.name_en,
        codes=tuple(row.areas),
        areas=tuple(areas.names(row.areas)),
        address=row.address,
        phone=row.phone,
        hours=row.hours,
        checked_on=row.checked_on,
        ended_at=row.ended_at,
        notes=notes,
    )
