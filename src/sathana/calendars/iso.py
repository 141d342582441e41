"""Spans as ISO text, for answers, proofs and machines (common era)."""

from __future__ import annotations

from datetime import date, timedelta

from sathana.calendars.faults import DateError, excerpt
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, UNKNOWN_DAY, DateSpan


def to_text(span: DateSpan) -> str:
    """Return a span as text.

    A full day is ``1975-03-02``, a whole month ``2018-10``, a whole year ``1975``,
    another span ``1972-12-14/1992-02-25``, with ``..`` for an open end, and a day
    of which nothing is known ``unknown``.
    """
    if span.is_unknown:
        return "unknown"
    if span.is_exact:
        return day_text(span.earliest)
    if whole := _whole(span):
        return whole
    first = ".." if span.earliest <= EARLIEST_DAY else day_text(span.earliest)
    last = ".." if span.latest >= LATEST_DAY else day_text(span.latest)
    return f"{first}/{last}"


def from_text(text: str) -> DateSpan:
    """Return the span that :func:`to_text` wrote.

    Raises:
        DateError: If the text is no span.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return parse_date(text)
    ends = {
        key: end
        for key, end in (("not_before", first), ("not_after", last))
        if end != ".."
    }
    if not ends:
        return UNKNOWN_DAY
    if "unknown" in ends.values():
        raise DateError(
            th=f"“{excerpt(text)}” ไม่ใช่ช่วงวันที่ ปลายที่ไม่ทราบให้เขียน ..",
            en=f"'{excerpt(text)}' is not a span: an open end is written '..'",
        )
    return parse_date(ends)


def day_text(day: int) -> str:
    """Return a day given as an ordinal as ``YYYY-MM-DD``."""
    return date.fromordinal(day).isoformat()


def is_whole_month(span: DateSpan) -> bool:
    """Whether the span is exactly one month of the common calendar."""
    first, after = _bounds(span)
    months = (after.year - first.year) * 12 + after.month - first.month
    return first.day == 1 and after.day == 1 and months == 1


def is_whole_year(span: DateSpan) -> bool:
    """Whether the span is exactly one year of the common calendar."""
    first, after = _bounds(span)
    return after.year == first.year + 1 and all(
        (d.month, d.day) == (1, 1) for d in (first, after)
    )


def _bounds(span: DateSpan) -> tuple[date, date]:
    """Return the first day of a span and the day after it."""
    last = date.fromordinal(span.latest)
    return date.fromordinal(span.earliest), last + timedelta(days=1)


def _whole(span: DateSpan) -> str | None:
    first = date.fromordinal(span.earliest)
    if is_whole_month(span):
        return f"{first:%Y-%m}"
    return f"{first.year:04d}" if is_whole_year(span) else None
