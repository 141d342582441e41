"""How a deadline was counted, and what must be said with it, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sathana.calendars.counting import Counted, Period
from sathana.calendars.spans import DateSpan
from sathana.law.model import Mark
from sathana.status.deadline_law import Practice
from sathana.status.deadline_terms import Term
from sathana.status.wording import Text, both, day_text

_UNITS: Mapping[str, tuple[str, str, str]] = {
    "day": ("วัน", "day", "days"),
    "working_day": ("วันทำการ", "working day", "working days"),
    "month": ("เดือน", "month", "months"),
    "year": ("ปี", "year", "years"),
}
_ASKED: Mapping[str, tuple[str, str]] = {
    "notified": ("วันที่ได้รับแจ้งคำสั่ง", "the day on which the order was notified"),
    "complete": ("วันที่สำนักงานรับเรื่องว่าครบถ้วน", "the day on which the file was complete"),
    "appealed": ("วันที่ยื่นอุทธรณ์", "the day of the appeal"),
    "demanded": ("วันที่ยื่นหนังสือทวงถาม", "the day on which the demand was handed in"),
    "on": ("วันที่", "the day"),
}
_WEEKEND: Mapping[int, tuple[str, str]] = {
    5: ("วันเสาร์", "Saturday"),
    6: ("วันอาทิตย์", "Sunday"),
}
_MARKS: Mapping[Mark, Text] = {
    "unverified": both(
        "ข้อกฎหมายที่กำหนดเวลานี้ยังไม่ได้ตรวจสอบกับตัวบท โปรดถามโทร. 1548 และทำให้เร็วที่สุด",
        "The rule behind this time has not been verified against its text: ask 1548, "
        "and act as soon as you can.",
    ),
    "partly": both(
        "ข้อกฎหมายที่กำหนดเวลาหรือวิธีนับ เห็นตัวบทเพียงบางส่วน",
        "Of the rule behind this time, or of how it is counted, the text was seen "
        "in part.",
    ),
}


def how_counted(practice: Practice, term: Term) -> Text:
    """Return how the last day was found, or why there is none."""
    if term.any_time:
        return both("ไม่มีกำหนดเวลา ทำได้ทุกเมื่อ", "There is no term: at any time.")
    if term.counted is not None:
        return _joined([_from(term.counted), *_moved(practice, term.counted)])
    if term.version.period is None:
        return both(
            "มีกำหนดเวลา แต่ยังไม่ได้อ่านว่านานเท่าไร",
            "There is a term, but how long it is has not been read.",
        )
    return _not_counted(term.version.period, term.begin.missing)


def _not_counted(period: Period, missing: tuple[str, ...]) -> Text:
    length = _length(period)
    if not missing:
        return both(f"{length['th']} ยังไม่เริ่มนับ", f"{length['en']}; not begun yet")
    th = " และ ".join(_ASKED[key][0] for key in missing)
    en = " and ".join(_ASKED[key][1] for key in missing)
    return both(
        f"{length['th']} ยังนับไม่ได้ เพราะไม่ทราบ{th}",
        f"{length['en']}; it cannot be counted, as {en} is not known",
    )


def _length(period: Period) -> Text:
    th, one, many = _UNITS[period.unit]
    en = one if period.amount == 1 else many
    return both(f"{period.amount} {th}", f"{period.amount} {en}")


def _from(counted: Counted) -> Text:
    start, last, length = (
        day_text(counted.start), day_text(counted.last), _length(counted.period),
    )  # fmt: skip
    return both(
        f"นับ {length['th']} จาก {start['th']} โดยไม่นับวันแรก ครบ {last['th']}",
        f"{length['en']} from {start['en']}, that day not counted, end {last['en']}",
    )


def _moved(practice: Practice, counted: Counted) -> Iterator[Text]:
    """Yield what the days off do to the last day."""
    if counted.passed_over:
        why = [_day_off(practice, day) for day in counted.passed_over[:1]]
        due = day_text(counted.due)
        yield both(
            f"ตรงกับ{why[0]['th']} จึงเลื่อนไปวันทำการถัดไป คือ {due['th']}",
            f"a day off ({why[0]['en']}), so the next working day, {due['en']}",
        )
    elif counted.period.moves and not counted.last.is_exact:
        yield both(
            "ถ้าตรงกับวันหยุดให้เลื่อนไปวันทำการถัดไป",
            "a day off moves to the next working day",
        )
    elif _ends_off(practice, counted):
        yield both(
            "วันสุดท้ายของเจ้าหน้าที่ไม่เลื่อนแม้เป็นวันหยุด",
            "an authority's last day does not move, even if it is a day off",
        )
    if not counted.checked:
        last = practice.holidays.last_open(counted.due.earliest)
        safe = day_text(DateSpan(last, last))
        yield both(
            f"วันหยุดราชการของช่วงนั้นยังไม่ทราบครบ ทำภายใน {safe['th']} จึงจะแน่ใจว่าทัน",
            "the days off of that time are not all known: by "
            f"{safe['en']} you are certainly in time",
        )


def _ends_off(practice: Practice, counted: Counted) -> bool:
    stays = not counted.period.moves and counted.last.is_exact
    return stays and practice.holidays.is_off(counted.last.latest) is True


def _day_off(practice: Practice, day: int) -> Text:
    name = practice.names.get(day)
    if name is not None:
        return {"th": f" {name['th']}", "en": name["en"]}
    th, en = _WEEKEND[date.fromordinal(day).weekday()]
    return {"th": th, "en": en}


def _joined(parts: list[Text]) -> Text:
    return both(
        " ".join(part["th"] for part in parts),
        "; ".join(part["en"] for part in parts) + ".",
    )


def note(term: Term, verified: Mark, shorter: Text | None) -> Text | None:
    """Return what must be said with a deadline; ``None`` if nothing.

    Args:
        term: The term.
        verified: The weakest mark of what it rests on.
        shorter: What changes if the order told nothing of remedies.
    """
    said = [*term.notes]
    if shorter is not None:
        said.append(shorter)
    if verified in _MARKS:
        said.append(_MARKS[verified])
    if not said:
        return None
    return both(*(" ".join(part[lang] for part in said) for lang in ("th", "en")))


def if_not_told(longer: Term | None) -> Text:
    """Return what changes if the order did not tell how and until when to act.

    Args:
        longer: The term of one year that then holds, if it can be counted.
    """
    th, en = "", ""
    if longer is not None and longer.counted is not None:
        due = day_text(longer.counted.due)
        th, en = f" (ถึง {due['th']})", f" (until {due['en']})"
    return both(
        "นี่คือกำหนดที่สั้นกว่า ถ้าหนังสือแจ้งคำสั่งไม่ได้บอกสิทธิและเวลาอุทธรณ์หรือฟ้อง "
        f"จะมีเวลาหนึ่งปี{th} โปรดดูในหนังสือ",
        "This is the shorter term. If the letter did not say how and until when to "
        f"appeal or sue, there is one year{en}: look at the letter.",
    )
