"""A second reader of the tree of law: strong Kleene logic over columns of persons.

It shares nothing with the first reader but the tree. Each node kind of three rules has
its own meaning here, over whole columns at once: 0 no, 1 unknown, 2 yes. It decides
less than the first reader, which also splits cases; where it decides, both must agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sathana.logic.nodes import (
    And,
    AskedDay,
    Before,
    Condition,
    Const,
    Day,
    FactDay,
    FixedDay,
    Identified,
    Is,
    LawDay,
    Not,
    OpenLaw,
    Or,
    ThaiAt,
    Throughout,
    YearsAfter,
)
from sathana.logic.truth import Truth

NO, UNKNOWN, YES = (np.uint8(value) for value in (0, 1, 2))
NEVER = 10_000_000
"""Later than every day."""
_EPOCH = 719_163
"""1 January 1970, counted from 1 January of the year 1."""

type Kleene = npt.NDArray[np.uint8]
type Ends = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""First and last possible day; the last is ``NEVER`` where it may not have been."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Facts of many persons, one row each.

    Attributes:
        size: How many rows.
        asked: The day asked about.
        read: The day whose texts are read.
        values: Words by link and key; ``""`` where unknown.
        days: Ends by link and key.
        truths: Columns given as they are: ``thai`` and ``identified`` by link.
        spells: The one told spell by key: its begin and its end.
    """

    size: int
    asked: int
    read: int
    values: Mapping[tuple[str, str], npt.NDArray[np.str_]]
    days: Mapping[tuple[str, str], Ends]
    truths: Mapping[tuple[str, str], Kleene]
    spells: Mapping[str, tuple[Ends, Ends]]


def read(node: Condition, columns: Columns) -> Kleene:
    """Return the answer of every row."""
    return _CONDITIONS[type(node)](node, columns)


def find(node: Day, columns: Columns) -> Ends:
    """Return the ends of a day for every row."""
    match node:
        case FixedDay(span=span):
            return _same(columns, span.earliest), _same(columns, span.latest)
        case AskedDay():
            return (_same(columns, columns.asked),) * 2
        case LawDay():
            return (_same(columns, columns.read),) * 2
        case FactDay(who=who, key=key):
            return columns.days[who, key]
        case YearsAfter(day=day, years=years):
            first, last = find(day, columns)
            return _moved(first, years), _moved(last, years)
    raise NotImplementedError(type(node).__name__)


def earlier(a: Ends, b: Ends) -> Kleene:
    """Return whether one day is before another: surely, surely not, or unknown."""
    surely, never = a[1] < b[0], a[0] >= b[1]
    return np.where(surely, YES, np.where(never, NO, UNKNOWN)).astype(np.uint8)


def _same(columns: Columns, day: int) -> npt.NDArray[np.int64]:
    return np.full(columns.size, day, np.int64)


def _moved(days: npt.NDArray[np.int64], years: int) -> npt.NDArray[np.int64]:
    """Move days by whole years; 29 February falls back to the end of the month."""
    dates = (days - _EPOCH).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    within = (dates - months.astype("datetime64[D]")).astype(np.int64)
    wanted = months + np.timedelta64(12 * years, "M")
    start = wanted.astype("datetime64[D]")
    length = ((wanted + np.timedelta64(1, "M")).astype("datetime64[D]") - start).astype(
        np.int64
    )
    moved = start.astype(np.int64) + np.minimum(within, length - 1) + _EPOCH
    return np.where(days >= NEVER, days, moved)


def _const(node: Const, columns: Columns) -> Kleene:
    value = {Truth.NO: NO, Truth.UNKNOWN: UNKNOWN, Truth.YES: YES}[node.value]
    return np.full(columns.size, value)


def _is(node: Is, columns: Columns) -> Kleene:
    told = columns.values[node.who, node.key]
    found = np.where(np.isin(told, node.values), YES, NO)
    return np.where(told == "", UNKNOWN, found).astype(np.uint8)


def _and(node: And, columns: Columns) -> Kleene:
    return np.minimum.reduce([read(part, columns) for part in node.parts])


def _or(node: Or, columns: Columns) -> Kleene:
    return np.maximum.reduce([read(part, columns) for part in node.parts])


def _not(node: Not, columns: Columns) -> Kleene:
    return YES - read(node.part, columns)


def _throughout(node: Throughout, columns: Columns) -> Kleene:
    """Yes if the told spell covers the time, no before birth, otherwise unknown."""
    begin, end = find(node.begin, columns), find(node.end, columns)
    starts, stops = columns.spells[node.key]
    covers = np.minimum(YES - earlier(begin, starts), YES - earlier(stops, end))
    told = np.where(covers == YES, YES, UNKNOWN).astype(np.uint8)
    alive = YES - earlier(begin, columns.days[node.who, "born.date"])
    return np.minimum(told, alive)


_CONDITIONS: Mapping[type[Condition], Callable[..., Kleene]] = {
    Const: _const,
    Is: _is,
    And: _and,
    Or: _or,
    Not: _not,
    Throughout: _throughout,
    Before: lambda node, c: earlier(find(node.a, c), find(node.b, c)),
    Identified: lambda node, c: c.truths[node.who, "identified"],
    ThaiAt: lambda node, c: c.truths[node.who, "thai"],
    OpenLaw: lambda node, c: np.full(c.size, UNKNOWN),
}
"""What each kind of node means; another kind is refused."""
