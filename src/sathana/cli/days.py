"""Days on the command line: today's date in Thailand, and days given as options."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sathana.calendars.dates import DateError, parse_day
from sathana.calendars.parse import LIKELY_BUDDHIST
from sathana.facts.model import CaseFile
from sathana.text import arabic_digits

THAILAND = timedelta(hours=7)
"""Thai time, without daylight saving since 1920; no time zone data is needed."""


def today() -> int:
    """Return today's day in Thailand as an ordinal."""
    return (datetime.now(UTC) + THAILAND).date().toordinal()


def day_of_option(text: str) -> int:
    """Return the day of an option, common era, as an ordinal.

    Raises:
        DateError: It is no full day, or its year is one of the Buddhist era.
    """
    plain = arabic_digits(text.strip())
    year = plain[:4]
    if len(year) == 4 and year.isdigit() and int(year) >= LIKELY_BUDDHIST:
        better = f"{int(year) - 543}{plain[4:]}"
        raise DateError(
            th=f"“{text}” เป็นปี พ.ศ. ตัวเลือกนี้ใช้ปี ค.ศ. ให้เขียน {better}",
            en=f"'{text}' is a Buddhist-era year; options take the common era: "
            f"write {better}",
        )
    return parse_day(plain)


def days_of(case: CaseFile, as_of: int | None, law_at: int | None) -> tuple[int, int]:
    """Return the day asked about and the day whose law is read.

    Args:
        case: The family; its own days count where no option is given.
        as_of: Option, else the file, else today.
        law_at: Option, else the file, else the day asked about.
    """
    asked = next((d for d in (as_of, case.as_of) if d is not None), None)
    asked = today() if asked is None else asked
    read = next((d for d in (law_at, case.law_at) if d is not None), None)
    return asked, asked if read is None else read
