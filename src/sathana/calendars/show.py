"""Dates as people read them, in Thai and English, in either era."""

from __future__ import annotations

from datetime import date
from typing import Literal

from sathana.calendars import buddhist
from sathana.calendars.iso import is_whole_month, is_whole_year
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan

type Lang = Literal["th", "en"]
type Era = Literal["be", "ce"]

THAI_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
"""Thai names of the months."""
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names of the months."""


def show(span: DateSpan, lang: Lang = "th", era: Era | None = None) -> str:
    """Return a partly known date as a person says it.

    Args:
        span: The date; an unknown one gives "not known".
        lang: ``th`` or ``en``.
        era: ``be`` (with the new year of 1 April before 1941) or ``ce``; left out,
            Buddhist in Thai and common in English.

    Returns:
        ``2 มีนาคม 2518``, ``ปี พ.ศ. 2518``, ``between 14 Dec 1972 and 25 Feb 1992``.
    """
    era = era or ("be" if lang == "th" else "ce")
    if span.is_unknown:
        return "ไม่ทราบวันที่" if lang == "th" else "date not known"
    if span.is_exact:
        return show_day(span.earliest, lang, era)
    if (year := _year(span, era)) is not None:
        return _year_text(year, lang, era)
    if is_whole_month(span):
        return _month_text(span.earliest, lang, era)
    return _range_text(span, lang, era)


def show_day(day: int, lang: Lang = "th", era: Era | None = None) -> str:
    """Return one day, given as an ordinal, as a person says it."""
    era = era or ("be" if lang == "th" else "ce")
    known = date.fromordinal(day)
    if lang == "th":
        return f"{known.day} {_month_text_th(day, era)}"
    return f"{known.day} {_month_text(day, lang, era)}"


def _range_text(span: DateSpan, lang: Lang, era: Era) -> str:
    """Say a span with its one or two ends."""
    first, last = (_end(day, lang, era) for day in (span.earliest, span.latest))
    if span.earliest <= EARLIEST_DAY:
        return f"ไม่เกิน {last}" if lang == "th" else f"on or before {last}"
    if span.latest >= LATEST_DAY:
        return f"ตั้งแต่ {first} เป็นต้นไป" if lang == "th" else f"on or after {first}"
    if lang == "th":
        return f"ระหว่าง {first} ถึง {last}"
    return f"between {first} and {last}"


def _end(day: int, lang: Lang, era: Era) -> str:
    """Say one end of a span; English months are shortened to keep it on one line."""
    if lang == "th":
        return show_day(day, lang, era)
    known = date.fromordinal(day)
    month = ENGLISH_MONTHS[known.month - 1][:3]
    return f"{known.day} {month} {_year_in(day, lang, era)}"


def _month_text(day: int, lang: Lang, era: Era) -> str:
    if lang == "th":
        return f"เดือน{_month_text_th(day, era)}"
    month = ENGLISH_MONTHS[date.fromordinal(day).month - 1]
    return f"{month} {_year_in(day, lang, era)}"


def _month_text_th(day: int, era: Era) -> str:
    month = THAI_MONTHS[date.fromordinal(day).month - 1]
    return f"{month} {_year_in(day, 'th', era)}"


def _year_in(day: int, lang: Lang, era: Era) -> str:
    """Return the year of a day; the era is named where the reader expects the other."""
    if era == "be":
        year = str(buddhist.year_of(day))
        return year if lang == "th" else f"B.E. {year}"
    year = str(date.fromordinal(day).year)
    return f"ค.ศ. {year}" if lang == "th" else year


def _year_text(year: int, lang: Lang, era: Era) -> str:
    if lang == "th":
        return f"ปี {'พ.ศ.' if era == 'be' else 'ค.ศ.'} {year}"
    return f"B.E. {year}" if era == "be" else str(year)


def _year(span: DateSpan, era: Era) -> int | None:
    """Return the year of the era that is exactly this span, if there is one."""
    if era == "be":
        year = buddhist.year_of(span.earliest)
        return year if buddhist.year_span(year) == span else None
    return date.fromordinal(span.earliest).year if is_whole_year(span) else None
