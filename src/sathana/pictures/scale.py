"""Days as places on an axis, and the years written under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sathana.calendars import buddhist
from sathana.pictures.model import Era

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LEAST_SPAN = 366
"""A shorter axis is drawn as one year, so that a newborn's picture is calm."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis: its first day's place and its number in both eras."""

    x: float
    be: int
    ce: int


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from one day to another, both inclusive.

    Attributes:
        start: First day, ordinal.
        end: Last day, ordinal, never before ``start``.
        left: Place of the beginning of the first day.
        right: Place of the end of the last day.
    """

    start: int
    end: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Return the place of the beginning of a day; days outside are clipped."""
        inside = min(max(day, self.start), self.end + 1)
        part = (inside - self.start) / (self.end + 1 - self.start)
        return self.left + part * (self.right - self.left)

    def ticks(self, era: Era, least: float) -> tuple[Tick, ...]:
        """Return round years of an era whose new year lies on the axis.

        Args:
            era: Era whose years are round; a Buddhist year began on 1 April
                before B.E. 2484.
            least: Least distance of two ticks.
        """
        pixels = (self.right - self.left) * 365.25 / (self.end + 1 - self.start)
        step = next((s for s in _STEPS if s * pixels >= least), _STEPS[-1])
        first = self._year(self.start, era)
        years = range(first - first % step, self._year(self.end, era) + 1, step)
        days = [(year, _new_year(year, era)) for year in years]
        return tuple(
            Tick(self.x(day), buddhist.year_of(day), date.fromordinal(day).year)
            for _, day in days
            if self.start <= day <= self.end
        )

    @staticmethod
    def _year(day: int, era: Era) -> int:
        if era == "be":
            return buddhist.year_of(day)
        return date.fromordinal(day).year


def _new_year(year: int, era: Era) -> int:
    """Return the first day of a year."""
    if era == "be":
        return buddhist.year_span(year).earliest
    return date(year, 1, 1).toordinal()


def make_scale(start: int, end: int, left: float, right: float) -> Scale:
    """Return an axis.

    Raises:
        ValueError: If the end lies before the start, or a day is outside the
            calendar of years 1 to 9999.
    """
    last = date.max.toordinal()
    if not 1 <= start <= end <= last:
        raise ValueError(
            f"a timeline cannot run from day {start} to day {end}: days are ordinals "
            f"from 1 to {last} and the end must not lie before the start; pass the "
            "first and the last day to be shown"
        )
    longer = min(max(end, start + _LEAST_SPAN - 1), last)
    return Scale(start, longer, left, right)
