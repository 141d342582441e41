"""Days on which government offices are shut, as far as it is known.

A calendar covers the years whose days off had been published when the data were
made. Outside them nobody can say that a weekday is a working day: the cabinet adds
days late, and the lunar days of years to come are computed. Saturdays and Sundays
are days off in every year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days off of government offices.

    Attributes:
        days: Days off besides weekends, ordinals; also the computed days of years
            outside ``years``, which are likely and not certain.
        years: Common-era years of which all days off are taken to be known.
    """

    days: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()

    def covers(self, day: int) -> bool:
        """Whether the days off of the year of a day are known."""
        return date.fromordinal(day).year in self.years

    def covers_all(self, first: int, last: int) -> bool:
        """Whether the days off of every year from one day to another are known."""
        begin, end = date.fromordinal(first).year, date.fromordinal(last).year
        return all(year in self.years for year in range(begin, end + 1))

    def is_off(self, day: int) -> bool | None:
        """Tell whether offices are shut on a day.

        ``None``, not known, for a weekday of a year that is not covered, whether or
        not the day is listed: it may be a working day, and it may be given off yet.
        """
        if date.fromordinal(day).weekday() >= _SATURDAY:
            return True
        return day in self.days if self.covers(day) else None

    def next_open(self, day: int, *, likely: bool = False) -> int:
        """Return the first day, this one included, that is not certainly a day off.

        Args:
            day: Ordinal.
            likely: Whether the computed days of years not covered count as off.
        """
        while self._shut(day, likely=likely):
            day += 1
        return day

    def last_open(self, day: int) -> int:
        """Return the last day, this one included, that is no day off, nor likely one.

        In a year that is not covered it can still turn out to be given off.
        """
        while self._shut(day, likely=True):
            day -= 1
        return day

    def add_working_days(self, start: int, amount: int, *, likely: bool = False) -> int:
        """Return the last of so many working days after a day, which is not counted.

        Args:
            start: Day from which the term runs, ordinal.
            amount: How many working days, at least one.
            likely: Whether the computed days of years not covered count as off.
        """
        day = start
        for _ in range(amount):
            day = self.next_open(day + 1, likely=likely)
        return day

    def _shut(self, day: int, *, likely: bool) -> bool:
        off = self.is_off(day)
        return (likely and day in self.days) if off is None else off


NO_HOLIDAYS = Holidays()
"""A calendar that covers no year: only weekends are known."""


def from_rows(rows: Mapping[str, Mapping[str, Any]]) -> Holidays:
    """Return the calendar of compiled rows.

    Args:
        rows: Year to ``{announced: yes or unknown, days: {YYYY-MM-DD: name}}``.

    Raises:
        ValueError: A day or a year cannot be read.
    """
    days: Iterable[int] = (
        date.fromisoformat(str(day)).toordinal()
        for row in rows.values()
        for day in row["days"]
    )
    known = (int(y) for y, row in rows.items() if row["announced"] in ("yes", True))
    return Holidays(frozenset(days), frozenset(known))
