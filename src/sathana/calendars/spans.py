"""Partly known dates: a date is a span of days in which it lies.

Days are proleptic Gregorian ordinals (``datetime.date.toordinal``), so that a
comparison is one integer comparison. Both ends of a span are inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

EARLIEST_DAY = date(1800, 1, 1).toordinal()
"""Stand-in for "no lower end": nobody in a case file was born before it."""
LATEST_DAY = date(2200, 12, 31).toordinal()
"""Stand-in for "no upper end"."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """One day, of which only the earliest and the latest possibility are known.

    Attributes:
        earliest: First possible day, ordinal, inclusive.
        latest: Last possible day, ordinal, inclusive; never before ``earliest``.
    """

    earliest: int
    latest: int

    @classmethod
    def of_day(cls, day: date) -> Self:
        """Return the span of a fully known day."""
        return cls(day.toordinal(), day.toordinal())

    @property
    def is_exact(self) -> bool:
        """Whether the day is fully known."""
        return self.earliest == self.latest

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known of the day."""
        return self.earliest <= EARLIEST_DAY and self.latest >= LATEST_DAY


UNKNOWN_DAY = DateSpan(EARLIEST_DAY, LATEST_DAY)
"""The span of a date of which nothing is known."""
