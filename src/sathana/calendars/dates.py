"""Everything about dates in one place: read, write, show, count years."""

from __future__ import annotations

from sathana.calendars.faults import DateError
from sathana.calendars.iso import day_text, from_text, to_text
from sathana.calendars.parse import parse_date, parse_day
from sathana.calendars.show import show, show_day
from sathana.calendars.years import add_years, birthday, subtract_years

__all__ = [
    "DateError",
    "add_years",
    "birthday",
    "day_text",
    "from_text",
    "parse_date",
    "parse_day",
    "show",
    "show_day",
    "subtract_years",
    "to_text",
]
