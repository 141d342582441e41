"""``sathana law due``: what of the law must be read again, and by when."""

from __future__ import annotations

from argparse import Namespace

from sathana.calendars.dates import show_day
from sathana.cli.days import today
from sathana.cli.terminal import Speaker, width, wrap
from sathana.law.load import Due, pack
from sathana.vocabulary.codes import VERIFIED_MARKS

_KINDS = {
    "instrument": ("กฎหมาย", "instrument"),
    "provision": ("บทบัญญัติ", "provision"),
    "rule": ("กฎ", "rule"),
    "contested": ("ข้อโต้แย้ง", "contested point"),
    "fee": ("ค่าธรรมเนียม", "fee"),
    "limit": ("กำหนดเวลา", "time limit"),
    "procedure": ("ขั้นตอน", "procedure"),
    "door": ("หน่วยงาน", "office"),
    "form": ("แบบพิมพ์", "form"),
    "number": ("เลข 13 หลัก", "13-digit number"),
}


def run(options: Namespace) -> int:
    """List what must be read again, earliest first, with the overdue marked."""
    say = Speaker(options.lang)
    day = today() if options.on is None else options.on
    due = pack().due(day)
    by_day: dict[int, list[Due]] = {}
    for entry in due:
        by_day.setdefault(entry.recheck_on, []).append(entry)
    for when, entries in by_day.items():
        late = say("  ถึงกำหนดแล้ว", "  due now") if when <= day else ""
        print(f"{show_day(when, say.lang)}{late}")
        for entry in entries:
            print("\n".join(_lines(entry, say)))
    late_now = sum(entry.overdue for entry in due)
    print(
        say(
            f"ถึงกำหนดแล้ว {late_now} รายการ จากทั้งหมด {len(due)}",
            f"{late_now} of {len(due)} are due on {show_day(day, 'en')}",
        )
    )
    return 0


def _lines(entry: Due, say: Speaker) -> list[str]:
    kind = say(*_KINDS[entry.kind])
    mark = VERIFIED_MARKS[entry.verified].in_(say.lang)
    first = f"  {entry.id}  "
    text = f"{kind}: {entry.title[say.lang]} [{mark}]"
    return wrap(text, first=first, rest=" " * min(width(first), 12), columns=100)
