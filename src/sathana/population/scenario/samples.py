"""Some whole families out of many, and several tables made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from sathana.population.table import Column, Table, links

type Places = npt.NDArray[np.int64]

_STRETCH = 1_024
"""Rows that a stretch of neighbouring families has, about."""


def leading(table: Table) -> Iterator[str]:
    """Yield the columns that hold rows of the table."""
    yield from links(table.columns)
    many = table.slots["marriage"]
    yield from (f"marriage{place}_child" for place in range(1, many + 1))


def sample(table: Table, rows: int) -> Table:
    """Return about so many rows, whole families from all over the table.

    Args:
        table: People with all their relatives.
        rows: How many are wanted; a table whose families lie scattered stays whole.
    """
    if rows >= len(table):
        return table
    ends = _ends(table)
    count = max(1, rows // _STRETCH)
    wanted = np.arange(count) * len(table) // count
    first = ends[np.searchsorted(ends, wanted)]
    last = ends[np.minimum(np.searchsorted(ends, first + rows // count), len(ends) - 1)]
    chosen = np.zeros(len(table), bool)
    for begin, end in zip(first, last, strict=True):
        chosen[begin:end] = True
    return _kept(table, np.flatnonzero(chosen))


def _ends(table: Table) -> Places:
    """Return the places between which nobody leads to anybody outside."""
    own = np.arange(len(table), dtype=np.int64)
    low, high = own.copy(), own.copy()
    for name in leading(table):
        link = table.columns[name]
        np.maximum(high, link, out=high)
        np.minimum(low, link, out=low, where=link >= 0)
    reach = np.maximum.accumulate(high)[:-1]
    back = np.minimum.accumulate(low[::-1])[::-1][1:]
    free = np.flatnonzero((reach <= own[:-1]) & (back > own[:-1])) + 1
    return np.concatenate(([0], free, [len(table)]))


def _kept(table: Table, rows: Places) -> Table:
    place = np.full(len(table), -1, np.int32)
    place[rows] = np.arange(len(rows), dtype=np.int32)
    columns = {name: column[rows] for name, column in table.columns.items()}
    for name in leading(table):
        link = columns[name]
        columns[name] = np.where(link >= 0, place[np.maximum(link, 0)], link)
    return Table(columns)


def joined(tables: Sequence[Table]) -> Table:
    """Return the rows of several tables as one table."""
    kept = [table for table in tables if len(table)]
    if len(kept) < 2:
        return kept[0] if kept else Table({})
    names = set(leading(kept[0]))
    begins = np.cumsum([0, *(len(table) for table in kept[:-1])]).astype(np.int32)
    columns: dict[str, Column] = {}
    for name in kept[0].columns:
        parts = [table.columns[name] for table in kept]
        if name in names:
            pairs = zip(parts, begins, strict=True)
            parts = [np.where(part >= 0, part + begin, part) for part, begin in pairs]
        columns[name] = cast("Column", np.concatenate(parts))
    return Table(columns)
