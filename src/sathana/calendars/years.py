"""Periods of years, as the Civil and Commercial Code counts them.

Section 193/3: the first day is not counted, unless the period begins with that
day. Section 193/5: a period ends on the day that corresponds to its beginning;
where the last month has no such day, it ends with the month.
"""

from __future__ import annotations

from datetime import date, timedelta


def add_years(day: int, years: int) -> int:
    """Return the corresponding day some years later (earlier, if negative).

    From 29 February one comes to 28 February where the year has no leap day: the
    end of the month, after section 193/5. It is the last day of a period of that
    many years whose first day is not counted. For ages use :func:`birthday`.

    Args:
        day: A day, proleptic Gregorian ordinal.
        years: How many years to go.

    Raises:
        ValueError: If the result is not in the years 1 to 9999.
    """
    known = date.fromordinal(day)
    year = known.year + years
    if (known.month, known.day) == (2, 29) and not _is_leap(year):
        return date(year, 2, 28).toordinal()
    return known.replace(year=year).toordinal()


def subtract_years(day: int, years: int) -> int:
    """Return the corresponding day some years earlier; see :func:`add_years`."""
    return add_years(day, -years)


def birthday(born: int, years: int) -> int:
    """Return the first day on which a person has reached an age.

    The day of birth counts as the first day of life (section 16), so that a life
    begun on 29 February has run a full year at the end of 28 February, and the
    age is reached on 1 March where the year has no leap day. This is our reading
    of sections 16 and 193/5 together; for all other days it equals
    :func:`add_years`.

    Args:
        born: Day of birth, ordinal.
        years: The age.

    Raises:
        ValueError: If the result is not in the years 1 to 9999.
    """
    reached = date.fromordinal(add_years(born, years))
    was = date.fromordinal(born)
    if reached.day != was.day:
        return (reached + timedelta(days=1)).toordinal()
    return reached.toordinal()


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
