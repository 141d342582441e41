"""What of the law is due for being read again, in the order in which it is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sathana.calendars.spans import DateSpan
from sathana.law.load import Due, pack


@dataclass(frozen=True, slots=True)
class Month:
    """All that is due within one month.

    Attributes:
        span: The month.
    """

    span: DateSpan
    entries: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due on a day.

    Attributes:
        overdue: What should have been read again by then, the oldest first.
        months: What comes later, by month.
        marks: How many records bear each mark, before any filter.
        total: How many records the list holds.
    """

    overdue: tuple[Due, ...]
    months: tuple[Month, ...]
    marks: dict[str, int]
    total: int


def due_list(day: int, mark: str = "") -> DueList:
    """Return what is due.

    Args:
        day: Today as an ordinal.
        mark: Only records with this mark; empty for all.
    """
    known = pack().due(day)
    marks = {key: sum(row.verified == key for row in known) for key in MARKS}
    rows = [row for row in known if mark in ("", row.verified)]
    later = [row for row in rows if not row.overdue]
    return DueList(
        tuple(row for row in rows if row.overdue), _months(later), marks, len(rows)
    )


MARKS: tuple[str, ...] = ("unverified", "partly", "seen")
"""The marks, the most pressing first."""


def _months(rows: Iterable[Due]) -> tuple[Month, ...]:
    return tuple(
        Month(_span(*month), tuple(entries))
        for month, entries in groupby(rows, key=lambda row: _month(row.recheck_on))
    )


def _month(day: int) -> tuple[int, int]:
    known = date.fromordinal(day)
    return known.year, known.month


def _span(year: int, month: int) -> DateSpan:
    after = date(year + month // 12, month % 12 + 1, 1)
    return DateSpan(date(year, month, 1).toordinal(), after.toordinal() - 1)
