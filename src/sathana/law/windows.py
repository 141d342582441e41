"""Half-open windows of days, for the data check; open ends are far-away days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sathana.calendars.spans import LATEST_DAY
from sathana.law.model import Bound

type Window = tuple[int, int]
"""First day inside and first day outside, ordinals."""

BEGIN, END = 0, date.max.toordinal() + 1
"""Ordinals that stand for an open end on either side."""


def outer(begin: Bound, end: Bound) -> Window:
    """Return the widest half-open window two bounds allow, open ends as far days."""
    return (
        BEGIN if begin is None else begin.earliest,
        END if end is None or end.latest >= LATEST_DAY else end.latest,
    )


def overlap(one: Window, other: Window) -> bool:
    """Tell whether two windows share a day."""
    return max(one[0], other[0]) < min(one[1], other[1])


def uncovered_part(window: Window, covers: Iterable[Window]) -> Window | None:
    """Return the first part of a window that none of the covers reaches.

    Args:
        window: The window that should be covered.
        covers: Windows in any order, which may overlap.

    Returns:
        ``None`` when the whole window is covered.
    """
    reached = window[0]
    spans = sorted(covers)
    for begin, end in spans:
        if begin > reached:
            break
        reached = max(reached, end)
    if reached >= window[1]:
        return None
    later = [begin for begin, _ in spans if begin > reached]
    return reached, min([*later, window[1]])


def iso(day: int) -> str:
    """Return a day as an ISO date, open ends as dots."""
    return "..." if day <= BEGIN or day >= END else date.fromordinal(day).isoformat()


def shown(window: Window) -> str:
    """Return a half-open window as text."""
    return f"[{iso(window[0])}, {iso(window[1])})"
