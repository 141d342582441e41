"""A date as plain form fields: day, month and year, each of which may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sathana.calendars import buddhist
from sathana.calendars.faults import DateError
from sathana.calendars.iso import is_whole_month, is_whole_year
from sathana.calendars.parse import LIKELY_BUDDHIST, parse_date
from sathana.calendars.spans import DateSpan
from sathana.text import arabic_digits
from sathana.web.languages import Text, current

DAY_WITHOUT_YEAR: Text = {
    "th": "ใส่ปีด้วย ถ้าไม่รู้วันหรือเดือนให้เว้นไว้ แต่ปีต้องมี (พ.ศ. หรือ ค.ศ. ก็ได้)",
    "en": "Add the year. Day and month may be left empty, the year may not (Buddhist "
    "or common era).",
}


class FormError(ValueError):
    """An answer that cannot be taken, with the words to say so."""

    def __init__(self, text: Text) -> None:
        """Keep the message in both languages."""
        super().__init__(text["en"])
        self.text = text


def read_date(form: Mapping[str, str], prefix: str) -> DateSpan | None:
    """Read ``PREFIX-day``, ``PREFIX-month``, ``PREFIX-year``.

    A year from 2400 on is Buddhist, an earlier one common era; Thai digits are read.

    Returns:
        ``None`` when all three are empty.

    Raises:
        FormError: A part is no number, the day never was, or the year is missing.
    """
    day, month, year = (
        arabic_digits(form.get(f"{prefix}-{part}", "")).strip()
        for part in ("day", "month", "year")
    )
    if not (day or month or year):
        return None
    if not year or (day and not month):
        raise FormError(DAY_WITHOUT_YEAR)
    text = "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])
    try:
        is_buddhist = year.isdecimal() and int(year) >= LIKELY_BUDDHIST
        return parse_date({"be": text} if is_buddhist else text)
    except DateError as fault:
        raise FormError({"th": fault.th, "en": fault.en}) from None


@dataclass(frozen=True, slots=True)
class DateFields:
    """What stands in the three fields, as text.

    Attributes:
        kept: Whether the fields cannot show the date (a span of other shape), so that
            leaving them alone must keep it.
    """

    day: str = ""
    month: str = ""
    year: str = ""
    kept: bool = False


def fields_of(span: DateSpan | None) -> DateFields:
    """Return the fields that show a date in the era of the page."""
    if span is None or span.is_unknown:
        return DateFields()
    first = date.fromordinal(span.earliest)
    if span.is_exact:
        return DateFields(str(first.day), str(first.month), _year(span.earliest))
    if is_whole_month(span):
        return DateFields("", str(first.month), _year(span.earliest))
    be = buddhist.year_of(span.earliest)
    if buddhist.year_span(be) == span:
        return DateFields(year=str(be))
    if is_whole_year(span):
        return DateFields(year=str(first.year))
    return DateFields(kept=True)


def _year(day: int) -> str:
    if current() == "th":
        return str(buddhist.year_of(day))
    return str(date.fromordinal(day).year)
