"""Days of synthetic lives as ordinals, and spans of which only a year is known."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

type Days = npt.NDArray[np.int32]
type Reals = npt.NDArray[np.float64]
type Flags = npt.NDArray[np.bool_]
type Codes = npt.NDArray[np.uint8]
type Rows = npt.NDArray[np.int64]
type Span = tuple[Days, Days]

AS_OF = date(2026, 6, 1)
"""Day on which the synthetic people are looked at."""
ASKED = AS_OF.toordinal()
_FIRST, _LAST = 1800, 2210
_JANUARY = np.array(
    [date(year, 1, 1).toordinal() for year in range(_FIRST, _LAST)], dtype=np.int32
)


def january(years: npt.NDArray[np.integer]) -> Days:
    """Return the first day of each year."""
    found: Days = _JANUARY[years - _FIRST]
    return found


def ordinal(points: Reals) -> Days:
    """Return the day at which a point of time lies, in years (1965.5 is mid-1965)."""
    years = np.floor(points).astype(np.int32)
    within = ((points - years) * 365).astype(np.int32)
    return january(years) + within


def year_of(days: Days) -> Days:
    """Return the year in which each day lies."""
    found = np.searchsorted(_JANUARY, days, side="right") - 1 + _FIRST
    return found.astype(np.int32)


def years_round(days: Days, before: int = 0, after: int = 0) -> Span:
    """Return whole years: that of the day, with some before and after it."""
    years = year_of(days)
    return january(years - before), january(years + after + 1) - 1


def decade_round(days: Days) -> Span:
    """Return the calendar decade in which each day lies, 1950 to 1959."""
    first = year_of(days) // 10 * 10
    return january(first), january(first + 10) - 1
