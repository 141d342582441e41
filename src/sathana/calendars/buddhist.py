"""Buddhist-era dates as Thai law counts them.

Since 1 January B.E. 2484 (1941) the Thai year is the common year plus 543. Until
then it began on 1 April: B.E. 2482 ran from 1 April 1939 to 31 March 1940, and
B.E. 2483 had only nine months, 1 April to 31 December 1940 (Calendar Year Act,
B.E. 2483). January to March of a year up to 2482 therefore fall into the common
year that is 542, not 543, lower. Before 1889 the year followed the moon; for that
time the rule of 1 April is carried back, which is an approximation.
"""

from __future__ import annotations

from datetime import date

from sathana.calendars.spans import DateSpan

OFFSET = 543
"""Buddhist year less common year, since 1941."""
SHORT_YEAR = 2483
"""The year of nine months, in which the new year moved to 1 January."""
FIRST_NEW_STYLE = date(1941, 1, 1).toordinal()
"""First day of the first year that began in January."""


class NoSuchMonthError(ValueError):
    """January to March of B.E. 2483, which never were."""


def common_year(be: int, month: int) -> int:
    """Return the common-era year in which a month of a Buddhist year lies.

    Raises:
        NoSuchMonthError: For January, February and March of B.E. 2483.
    """
    if be > SHORT_YEAR or month >= 4:
        return be - OFFSET
    if be == SHORT_YEAR:
        raise NoSuchMonthError(f"B.E. {be} ran from April to December only")
    return be - OFFSET + 1


def year_span(be: int) -> DateSpan:
    """Return the days of a Buddhist year, nine months long in B.E. 2483."""
    if be > SHORT_YEAR:
        first, last = date(be - OFFSET, 1, 1), date(be - OFFSET, 12, 31)
    elif be == SHORT_YEAR:
        first, last = date(1940, 4, 1), date(1940, 12, 31)
    else:
        first, last = date(be - OFFSET, 4, 1), date(be - OFFSET + 1, 3, 31)
    return DateSpan(first.toordinal(), last.toordinal())


def year_of(day: int) -> int:
    """Return the Buddhist year of a day given as an ordinal."""
    known = date.fromordinal(day)
    if day < FIRST_NEW_STYLE and known.month <= 3:
        return known.year + OFFSET - 1
    return known.year + OFFSET
