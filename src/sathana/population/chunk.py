"""Some neighbouring rows of a table, with what is stored of all rows."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from sathana.population.bounds import Bounds, Span
from sathana.population.ops import Op
from sathana.population.schema import NOT_IDENTIFIED
from sathana.population.table import Column, Table

_TAIL = (0, 1, 2)
"""Truths that stand behind those of the rows: what holds of one who is no row."""
_UNWRITTEN = 1
"""What a truth is in rows that were not worked out yet; nobody may ask for it."""

type Truths = npt.NDArray[np.uint8]
type Value = Column | int


@dataclass(frozen=True, slots=True)
class Stored:
    """What rows fetch from other rows: definitions, worked out or columns.

    Attributes:
        size: How many rows.
        columns: Values by name; behind those of a truth stand ``0, 1, 2``.
        spans: Least and greatest value that was written of each.
    """

    table: Table
    columns: dict[Hashable, Column]
    spans: dict[Hashable, Span]

    @classmethod
    def of(cls, table: Table, carried: Mapping[Hashable, Op]) -> Stored:
        """Make room for the definitions of a program; columns are there already."""
        found = cls(table, {}, {})
        for name, op in carried.items():
            if op.kind == "column":
                column = found.columns[name] = table.columns[str(op.data)]
                found.spans[name] = span_of(column)
            else:
                found.columns[name] = _room(len(table), truth=op.is_truth)
        return found

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.table)

    def write(self, name: Hashable, rows: slice, value: Value, span: Span) -> None:
        """Store a definition for some rows."""
        self.columns[name][rows] = value
        self.spans[name] = joined(self.spans.get(name, span), span)

    def unwritten(self, name: Hashable) -> Span:
        """Return what a definition is in rows of which nothing was written."""
        value = _UNWRITTEN if self.columns[name].dtype == np.uint8 else 0
        return value, value


def _room(size: int, *, truth: bool) -> Column:
    if not truth:
        return np.zeros(size, np.int32)
    made = np.full(size + len(_TAIL), _UNWRITTEN, np.uint8)
    made[size:] = _TAIL
    return made


def span_of(column: Column) -> Span:
    """Return the least and the greatest value of a column that is not empty."""
    return int(column.min()), int(column.max())


def joined(one: Span, two: Span) -> Span:
    """Return the least span that holds two."""
    return min(one[0], two[0]), max(one[1], two[1])


class Chunk:
    """Some neighbouring rows, and the rows to which they lead.

    Attributes:
        bounds: What is sure of each step.
        values: Value of each step, while it is needed.
    """

    bounds: Bounds

    def __init__(self, stored: Stored, begin: int, end: int, *, whole: bool) -> None:
        """Look at the rows from ``begin`` up to ``end``.

        Args:
            stored: The table and what is stored of its rows.
            begin: First row.
            end: Row after the last.
            whole: All rows are stored, not only those of earlier generations.
        """
        self.stored, self.begin, self.end, self.whole = stored, begin, end, whole
        self.values: list[Value] = []
        self._spans: dict[str, Span] = {}
        self._rows: dict[Hashable, npt.NDArray[np.intp]] = {}
        self._masks: dict[int, Truths] = {}
        self._seen: dict[tuple[str, int], int] = {}

    # -- what is sure ------------------------------------------------------------------

    def span(self, column: str) -> Span:
        """Return the span of a column in these rows."""
        found = self._spans.get(column)
        if found is None:
            found = self._spans[column] = span_of(self.column(column))
        return found

    def kept_span(self, name: Hashable) -> Span:
        """Return the span of a definition in these rows."""
        return span_of(self.kept(name))

    def seen(self, number: int, link: str, column: Hashable) -> int | None:
        """Return the step that gave the same numbers before; else remember this one.

        Both ends of days that all are exact are one column.
        """
        columns = self.stored.columns if link else self.stored.table.columns
        key = (link, id(columns[column]))  # type: ignore[index]
        earlier = self._seen.setdefault(key, number)
        return earlier if earlier != number else None

    def fetched_span(self, link: str, name: Hashable) -> Span:
        """Return the span of a definition in the rows to which a link may lead."""
        unwritten = self.stored.unwritten(name)
        found = self.stored.spans.get(name, unwritten)
        if self.whole or not link.startswith("marriage"):
            return found
        return joined(found, unwritten)  # a husband may ask before the wife is there

    # -- values ------------------------------------------------------------------------

    def column(self, name: str) -> Column:
        """Return these rows of a column."""
        return self.stored.table.columns[name][self.begin : self.end]

    def kept(self, name: Hashable) -> Column:
        """Return what is stored of a definition for these rows."""
        return self.stored.columns[name][self.begin : self.end]

    def fetch(self, link: str, name: Hashable) -> Column:
        """Return what a definition is in the rows to which a link leads."""
        rows = self._rows.get(link)
        if rows is None:
            rows = np.maximum(self.column(link), 0).astype(np.intp)
            self._rows[link] = rows
        return self.stored.columns[name].take(rows, mode="clip")

    def relative(self, link: str, name: Hashable, unknown: int, none: int) -> Column:
        """Return the same of a truth, with an answer where the link leads nowhere."""
        key = (link, unknown, none)
        rows = self._rows.get(key)
        if rows is None:
            size, to = self.stored.size, self.column(link)
            missing: Value = size + none
            if unknown != none:
                unnamed = to == NOT_IDENTIFIED
                missing = np.where(unnamed, np.int32(size + unknown), np.int32(missing))
            rows = np.where(to >= 0, to, missing).astype(np.intp)
            self._rows[key] = rows
        return self.stored.columns[name].take(rows, mode="clip")

    def mask(self, test: int) -> Truths:
        """Return all bits where the truth of a step is yes, and none elsewhere."""
        found = self._masks.get(test)
        if found is None:
            found = np.right_shift(cast("Truths", self.values[test]), 1)
            np.negative(found, out=found)
            self._masks[test] = found
        return found

    def forget(self, place: int) -> None:
        """Let go of a value that nobody needs any more."""
        self.values[place] = 0
        self._masks.pop(place, None)
