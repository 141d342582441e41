"""Days moved by whole years, many at once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sathana.population.schema import NEVER

_EPOCH = 719_163
"""1 January 1970, counted from 1 January of the year 1."""
_FIRST, _LAST = 640_000, 800_000
"""Days of which a table is kept: April 1753 to April 2191."""

type Days = npt.NDArray[np.int32]


def moved(days: Days, years: int, least: int, most: int) -> Days:
    """Move days by whole years; 29 February falls back to the end of the month.

    ``NEVER`` stays.

    Args:
        days: Ordinals.
        years: How many years later.
        least: No day is earlier.
        most: No day is later.
    """
    if least < _FIRST:
        return _moved(days, years)
    found = _table(years).take(days - np.int32(_FIRST), mode="clip")
    if most >= _LAST:
        never = days >= NEVER
        np.copyto(found, days, where=never)
        far = np.flatnonzero((days >= _LAST) & ~never)
        found[far] = _moved(days[far], years)
    return found


@lru_cache(maxsize=65_536)
def moved_day(day: int, years: int) -> int:
    """Move one day; see :func:`moved`."""
    return int(_moved(np.array([day], np.int32), years)[0])


@lru_cache(maxsize=128)
def _table(years: int) -> Days:
    return _moved(np.arange(_FIRST, _LAST, dtype=np.int32), years)


def _moved(given: Days, years: int) -> Days:
    dates = (given.astype(np.int64) - _EPOCH).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    within = (dates - months.astype("datetime64[D]")).astype(np.int64)
    wanted = months + np.timedelta64(12 * years, "M")
    start = wanted.astype("datetime64[D]")
    after = (wanted + np.timedelta64(1, "M")).astype("datetime64[D]")
    length = (after - start).astype(np.int64)
    found = start.astype(np.int64) + np.minimum(within, length - 1) + _EPOCH
    return np.where(given >= NEVER, given, found).astype(np.int32)
