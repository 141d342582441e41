"""Values of the compiled file that records of every kind share."""

from __future__ import annotations

from typing import Any, cast

from sathana.calendars.spans import DateSpan
from sathana.law.marks import Bound, Checked, Mark

type Row = dict[str, Any]
"""One record of the compiled file (JSON has no narrower type)."""


def bound_of(value: int | list[int] | None) -> Bound:
    """Return a day of the law: an ordinal, or the earliest and the latest one."""
    if value is None:
        return None
    if isinstance(value, int):
        return DateSpan(value, value)
    return DateSpan(value[0], value[1])


def checked_of(row: Row) -> Checked:
    """Read mark and dates; an empty mark or day 0 stands for one that is missing.

    The data check refuses both: a loader that raised here could not show the rest.
    """
    mark, on, recheck = row.get("checked", (None, None, None))
    return Checked(cast(Mark, mark or ""), on or 0, recheck or 0)
