"""Days of work out of cases, petitions and appointments: what is due when.

One reading for the overdue list, the calendar and the word of the day, so that they
never differ. The days of the law are worked out anew each time.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sathana.casework import after_days, clock_rows, clocks
from sathana.casework.clocks_shown import DayLine, code_of
from sathana.casework.selectors import cases as case_selectors
from sathana.casework.shown import CaseLine, TrackShown
from sathana.registry import inside as rows_of
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.web.languages import Text

KINDS: Mapping[str, Text] = {
    "plan": {"th": "งานต่อไป", "en": "Next action"},
    "person": {"th": "วันสุดท้ายที่ทำได้ตามกฎหมาย", "en": "Last day to act by law"},
    "office": {"th": "สำนักงานครบเวลา", "en": "The office’s time ends"},
    "after": {"th": "ขั้นหลังอนุมัติ", "en": "A step after the approval"},
    "after_law": {
        "th": "วันสุดท้ายหลังอนุมัติ ตามกฎหมาย",
        "en": "Last day after the approval, by law",
    },
    "appointment": {"th": "นัดที่สำนักงาน", "en": "Appointment at an office"},
}
"""Kinds of days. A calendar says this and a code, and nothing else."""
SOON = 14
"""How many days ahead count as soon."""
MOST_PAGES = 5
"""Pages of a hundred cases that one list looks at; it says when there are more."""

type Petitions = Mapping[uuid.UUID, list[tuple[uuid.UUID, int, dict[str, Any]]]]


def petitions_of(persons: Collection[uuid.UUID]) -> Petitions:
    """Return of each person the petitions told: fact, place in it, the petition.

    The facts' keys are opened; the caller has seen that the reader sees facts.
    """
    rows = list(clock_rows.facts_of(persons))
    rows_of.unlock(rows)
    found: dict[uuid.UUID, list[tuple[uuid.UUID, int, dict[str, Any]]]] = {}
    for row in rows:
        if row.path != "attempts" or not isinstance(row.value, list):
            continue
        told = found.setdefault(row.person_id, [])
        told += [
            (row.id, n, dict(one))
            for n, one in enumerate(row.value)
            if isinstance(one, Mapping)
        ]
    return found


def looked_at(reader: Reader, *, mine: bool) -> tuple[list[CaseLine], bool]:
    """Return open cases that a list may show, and whether there are more."""
    found: list[CaseLine] = []
    for page in range(1, MOST_PAGES + 1):
        listing = case_selectors.listed(reader, mine=mine, page=page, size=100)
        found += listing.lines
        if not listing.more:
            return found, False
    return found, True


def of_cases(lines: Iterable[CaseLine], today: date) -> list[DayLine]:
    """Return the days of cases: what is planned, and what the law sets."""
    lines = list(lines)
    persons = {track.person_id for line in lines for track in line.tracks}
    told = petitions_of(persons)
    found: list[DayLine] = []
    for line in lines:
        found += _planned(line, today)
        for track in line.tracks:
            found += _by_law(line, track, told, today)
    found += [
        _day(line, kind, on, what, track.called, today, uid)
        for line, track, kind, on, what, uid in after_days.found(lines, today)
    ]
    return sorted(found, key=lambda one: (one.on, one.code, one.kind))


def _planned(line: CaseLine, today: date) -> Iterator[DayLine]:
    if line.due is not None:
        what: Text = KINDS["plan"]
        if line.next_action:
            what = {"th": line.next_action, "en": line.next_action}
        yield _day(line, "plan", line.due, what, "", today, "plan")


def _by_law(
    line: CaseLine, track: TrackShown, told: Petitions, today: date
) -> Iterator[DayLine]:
    for fact, place, petition in told.get(track.person_id, []):
        if petition.get("pathway") != track.pathway_id:
            continue
        for row in clocks.running(petition, today):
            on = day_in(row)
            if on is not None:
                uid = f"{fact.hex[:12]}{place}{row['id']}"
                kind = str(row["whose"])
                title = row["title"]
                yield _day(line, kind, on, title, track.called, today, uid)


def day_in(row: Mapping[str, Any]) -> date | None:
    """Return the day of a clock; of a day known in part the first, never too late."""
    told = str(row["due"] or "").split("/")[0]
    for end in ("", "-01", "-01-01"):
        try:
            return date.fromisoformat(told + end)
        except ValueError:
            continue
    return None


def _day(
    line: CaseLine, kind: str, on: date, what: Text, called: str, today: date, uid: str
) -> DayLine:
    return DayLine(
        case_id=line.id,
        code=code_of(line.id),
        kind=kind,
        on=on,
        what=what,
        called=called,
        title=line.title or line.family_title,
        passed=on < today,
        uid=f"{line.id.hex[:12]}-{uid}",
    )


def appointments_of(
    reader: Reader, first: date, last: date, worker: uuid.UUID
) -> list[DayLine]:
    """Return the days on which an account goes along to an office; nothing is opened.

    Only ids and days are read, so that a calendar can be made of them.
    """
    today = common.thai_day(reader.now)
    rows = clock_rows.appointments_listed(reader, first, last, worker)
    return [
        DayLine(
            case_id=row.case_id,
            code=code_of(row.case_id),
            kind="appointment",
            on=row.on,
            what=KINDS["appointment"],
            called="",
            title="",
            passed=row.on < today,
            uid=f"{row.case_id.hex[:12]}-a{row.id.hex[:12]}",
        )
        for row in rows
    ]


def split(found: Iterable[DayLine], today: date) -> tuple[list[DayLine], list[DayLine]]:
    """Return the days that are over and those that come soon."""
    found = list(found)
    last = today + timedelta(days=SOON)
    over = [one for one in found if one.passed]
    return over, [one for one in found if not one.passed and one.on <= last]
