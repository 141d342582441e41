"""Reading the dates of a case file as spans.

A date is written ``1975-03-02``, ``1975-03``, ``1975`` (common era), ``{be: 2518}``,
``{be: 2518-03}``, ``{be: 2518-03-02}`` (Buddhist era), ``{not_before: D, not_after:
D}`` with either end left out, or ``unknown``. Thai digits are read too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NoReturn

from sathana.calendars import buddhist
from sathana.calendars.faults import DateError, excerpt
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, UNKNOWN_DAY, DateSpan
from sathana.text import arabic_digits, nearest

FIRST_YEAR = date.fromordinal(EARLIEST_DAY).year
"""First common-era year that is read."""
LAST_YEAR = date.fromordinal(LATEST_DAY).year
"""Last common-era year that is read."""
LIKELY_BUDDHIST = 2400
"""A plain year from here on is taken for a Buddhist year somebody forgot to mark."""

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LOOSE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_FORMS = ("be", "not_before", "not_after")

type Written = str | Mapping[str, object]
"""A date as a case file writes it: text, or a map of texts."""


def parse_date(written: object) -> DateSpan:
    """Return the span of days in which a written date lies.

    ``unknown`` gives ``UNKNOWN_DAY``; an end left out of a map is open
    (``EARLIEST_DAY``, ``LATEST_DAY``).

    Args:
        written: A :data:`Written` value; anything else is refused.

    Raises:
        DateError: If it is no date, or a day that never was or never will be.
    """
    if isinstance(written, str):
        return UNKNOWN_DAY if written == "unknown" else _common(written)
    if not isinstance(written, Mapping):
        _not_a_date(written)
    return _from_map(written)


def parse_day(written: object) -> int:
    """Return the ordinal of a date that must be a full day.

    Raises:
        DateError: If it is no date, or only a year, a month or a span is given.
    """
    span = parse_date(written)
    if span.is_exact:
        return span.earliest
    raise DateError(
        th=f"“{excerpt(written)}” ยังไม่ใช่วันที่ที่ครบถ้วน ตรงนี้ต้องระบุวัน เดือน ปี เช่น 2007-12-31",
        en=f"'{excerpt(written)}' is not a full day: write year, month and day here, "
        "such as 2007-12-31",
    )


def _from_map(written: Mapping[str, object]) -> DateSpan:
    """Read ``{be: ...}`` or ``{not_before: ..., not_after: ...}``."""
    for key in written:
        if key not in _FORMS:
            _unknown_form(str(key))
    if set(written) == {"be"}:
        return _buddhist(written["be"])
    if not written or "be" in written:
        raise DateError(
            th="วันที่แบบนี้ต้องเขียน {be: 2518} อย่างเดียว หรือ "
            "{not_before: 1972-12-14, not_after: 1992-02-25} โดยเว้นข้างใดข้างหนึ่งได้",
            en="a date in braces is either {be: 2518} alone, or {not_before: "
            "1972-12-14, not_after: 1992-02-25}, of which one end may be left out",
        )
    first = _end(written.get("not_before", "unknown")).earliest
    last = _end(written.get("not_after", "unknown")).latest
    if first > last:
        raise DateError(
            th=f"วันแรกสุด ({excerpt(written['not_before'])}) อยู่หลังวันหลังสุด "
            f"({excerpt(written['not_after'])}) ให้ตรวจดูว่าสลับกันหรือไม่",
            en=f"not_before ({excerpt(written['not_before'])}) lies after not_after "
            f"({excerpt(written['not_after'])}): check whether they are the wrong "
            "way round",
        )
    return DateSpan(first, last)


def _end(written: object) -> DateSpan:
    """Read one end of a span, which may itself be a year or a Buddhist date."""
    if isinstance(written, Mapping) and set(written) != {"be"}:
        _not_a_date(dict(list(written.items())[:3]))
    return parse_date(written)


def _common(text: str) -> DateSpan:
    """Read a plain date, which counts as common era."""
    year, month, day = _numbers(text)
    if year >= LIKELY_BUDDHIST:
        plain = arabic_digits(text)
        raise DateError(
            th=f"“{excerpt(text)}” เป็นปี ค.ศ. ไม่ได้ ถ้าเป็นปี พ.ศ. ให้เขียน {{be: {plain}}}",
            en=f"'{excerpt(text)}' cannot be a common-era year: for a Buddhist-era "
            f"date write {{be: {plain}}}",
        )
    return _span(text, year, month, day)


def _buddhist(written: object) -> DateSpan:
    """Read a Buddhist-era date: the whole year, a month of it, or one day."""
    if not isinstance(written, str):
        _not_a_date(written)
    be, month, day = _numbers(written)
    low, high = FIRST_YEAR + buddhist.OFFSET, LAST_YEAR + buddhist.OFFSET
    if not low <= be <= high:
        raise DateError(
            th=f"ปี พ.ศ. {be} อยู่นอกช่วงที่รับได้ ({low} ถึง {high}) "
            "ถ้าเป็นปี ค.ศ. ให้เขียนปีโดยไม่ต้องมี be",
            en=f"B.E. {be} is outside the years that are read ({low} to {high}): if "
            "it is a common-era year, write it without 'be'",
        )
    if month is None:
        return buddhist.year_span(be)
    try:
        year = buddhist.common_year(be, month)
    except buddhist.NoSuchMonthError:
        raise DateError(
            th=f"พ.ศ. 2483 มีเพียง 9 เดือน (1 เมษายน ถึง 31 ธันวาคม) จึงไม่มี "
            f"“{excerpt(written)}” เดือนมกราคมถึงมีนาคม ค.ศ. 1940 อยู่ใน พ.ศ. 2482 "
            "และของ ค.ศ. 1941 อยู่ใน พ.ศ. 2484",
            en=f"there is no '{excerpt(written)}': B.E. 2483 ran from 1 April to 31 "
            "December only; January to March 1940 belong to B.E. 2482, those of 1941 "
            "to B.E. 2484",
        ) from None
    return _span(written, year, month, day)


def _numbers(text: str) -> tuple[int, int | None, int | None]:
    """Split a date into numbers, without asking yet whether the day exists."""
    found = _SHAPE.fullmatch(arabic_digits(text)) if len(text) <= 10 else None
    if found is None:
        _not_a_date(text)
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _span(text: str, year: int, month: int | None, day: int | None) -> DateSpan:
    """Return the span of a year, month or day that must exist."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(
            th=f"ปี ค.ศ. {year} อยู่นอกช่วงที่รับได้ ({FIRST_YEAR} ถึง {LAST_YEAR})",
            en=f"the year {year} is outside the years that are read "
            f"({FIRST_YEAR} to {LAST_YEAR})",
        )
    if month is None:
        first, last = date(year, 1, 1), date(year, 12, 31)
        return DateSpan(first.toordinal(), last.toordinal())
    if not 1 <= month <= 12:
        raise DateError(
            th=f"“{excerpt(text)}”: ไม่มีเดือนที่ {month} ให้เขียนปี-เดือน-วัน เช่น 1975-03-02",
            en=f"'{excerpt(text)}': there is no month {month}; write year-month-day, "
            "such as 1975-03-02",
        )
    days = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= days:
        raise DateError(
            th=f"“{excerpt(text)}”: เดือนนั้นมี {days} วัน ไม่มีวันที่ {day}",
            en=f"'{excerpt(text)}': that month has {days} days, so there is no day "
            f"{day} in it",
        )
    first, last = date(year, month, day or 1), date(year, month, day or days)
    return DateSpan(first.toordinal(), last.toordinal())


def _not_a_date(written: object) -> NoReturn:
    hint = _better(arabic_digits(written)) if isinstance(written, str) else None
    th_hint = f" หมายถึง {hint} ใช่หรือไม่" if hint else ""
    en_hint = f"; did you mean {hint}?" if hint else ""
    raise DateError(
        th=f"“{excerpt(written)}” ไม่ใช่วันที่ที่อ่านได้ ให้เขียน 1975-03-02, 1975-03, 1975, "
        "{be: 2518}, {not_before: 1972-12-14, not_after: 1992-02-25} หรือ unknown"
        + th_hint,
        en=f"'{excerpt(written)}' is not a date: write 1975-03-02, 1975-03, 1975, "
        "{be: 2518}, {not_before: 1972-12-14, not_after: 1992-02-25} or unknown"
        + en_hint,
    )


def _better(text: str) -> str | None:
    """Guess the form somebody meant: missing zeros, or the day written first."""
    if len(text) > 12:
        return None
    if loose := _LOOSE.fullmatch(text):
        year, month, day = loose.groups()
    elif turned := _DAY_FIRST.fullmatch(text):
        day, month, year = turned.groups()
    else:
        return None
    better = "-".join(part.zfill(2) for part in (year, month, day) if part)
    return f"{{be: {better}}}" if int(year) >= LIKELY_BUDDHIST else better


def _unknown_form(key: str) -> NoReturn:
    near = nearest(key, _FORMS)
    th_hint = f" หมายถึง {near} ใช่หรือไม่" if near else ""
    en_hint = f"; did you mean '{near}'?" if near else ""
    raise DateError(
        th=f"ไม่รู้จัก “{excerpt(key)}” ในวันที่ ใช้ได้คือ be, not_before และ not_after{th_hint}",
        en=f"'{excerpt(key)}' is not known in a date; known are be, not_before and "
        f"not_after{en_hint}",
    )
