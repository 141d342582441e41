"""A table of people in memory: its columns, checked, in the order of generations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sathana.facts.values import domain
from sathana.population.faults import TableError
from sathana.population.schema import LATEST, NEVER, code, slots

type Column = npt.NDArray[np.uint8] | npt.NDArray[np.int32]
type Rows = npt.NDArray[np.int64]

_UNCAPPED = ("_until_hi",)
_TH = code("born.country", "TH")
_MALE = code("sex", "male")
_ABROAD = len(domain("born.country"))


@dataclass(frozen=True)
class Table:
    """Some people and all their relatives.

    Attributes:
        columns: By name, all of one length; links are places in this table.
        first: Row of the file in which the first of them stands.
    """

    columns: Mapping[str, Column]
    first: int = 0

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(next(iter(self.columns.values()), ()))

    @property
    def slots(self) -> dict[str, int]:
        """How many slots of each thing there are."""
        return slots(self.columns)


@dataclass(frozen=True)
class Generations:
    """A table put in order, so that nobody stands before a parent.

    Attributes:
        table: The rows in order.
        order: For each row, where it stood before.
        starts: First row of each generation, and the number of rows.
    """

    table: Table
    order: Rows
    starts: tuple[int, ...]


def links(columns: Collection[str]) -> list[str]:
    """Return the columns that lead to other rows."""
    many = slots(columns)["marriage"]
    return ["father", "mother", *(f"marriage{n}_spouse" for n in range(1, many + 1))]


def prepared(table: Table, as_of: int) -> Table:
    """Return the table as it is read on a day.

    Days that came by the day asked end on it, and what follows from the children of a
    woman is added: ``bore_here_lo`` and ``bore_here_hi``, from when on it may be, and
    is sure, that she gave birth in Thailand.
    """
    found: dict[str, Column] = {}
    for name, column in table.columns.items():
        if name.endswith("_hi") and not name.endswith(_UNCAPPED):
            column = _capped(column, table.columns[f"{name[:-3]}_lo"], as_of)
        found[name] = column
    lo, hi = _bore_here(found)
    return Table({**found, "bore_here_lo": lo, "bore_here_hi": hi}, table.first)


def _capped(hi: Column, lo: Column, as_of: int) -> Column:
    """Close an open upper end at the day asked: it did happen by then."""
    is_open = (hi >= LATEST) & (hi < NEVER) & (lo <= as_of)
    return np.where(is_open, np.int32(as_of), hi) if is_open.any() else hi


def _bore_here(columns: Mapping[str, Column]) -> tuple[Column, Column]:
    """Return the first day on which a woman may have, and has, given birth here."""
    mother, country = columns["mother"], columns["born_country"]
    found = []
    for end, counts in (("lo", country != _ABROAD), ("hi", country == _TH)):
        first = np.full(len(mother), NEVER, np.int32)
        children = np.flatnonzero((mother >= 0) & counts)
        np.minimum.at(first, mother[children], columns[f"born_date_{end}"][children])
        found.append(first)
    return found[0], found[1]


def generations(table: Table) -> Generations:
    """Put parents before their children, and husbands before their wives.

    Raises:
        TableError: Somebody is among the own forebears; the error names a row.
    """
    depth = _depths(table)
    order = np.argsort(depth, kind="stable")
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    columns = {name: column[order] for name, column in table.columns.items()}
    for name in leading(columns):
        link = columns[name]
        columns[name] = np.where(link >= 0, place[np.maximum(link, 0)], link)
    counts = np.bincount(depth, minlength=1)
    starts = (0, *(int(end) for end in np.cumsum(counts)))
    return Generations(Table(columns, table.first), order, starts)


def leading(columns: Collection[str]) -> list[str]:
    """Return all columns that hold the number of a row, links and others."""
    many = slots(columns)["marriage"]
    return [*links(columns), *(f"marriage{n}_child" for n in range(1, many + 1))]


def _depths(table: Table) -> npt.NDArray[np.int16]:
    """Return the generation of each row: one more than that of those it hangs on."""
    pairs = [_hangs_on(table, name) for name in links(table.columns)]
    child = np.concatenate([pair[0] for pair in pairs])
    parent = np.concatenate([pair[1] for pair in pairs])
    depth = np.zeros(len(table), np.int16)
    for _ in range(len(table) + 1):
        below = depth[child] <= depth[parent]
        if not below.any():
            return depth
        np.maximum.at(depth, child[below], depth[parent[below]] + 1)
        if depth.max() > _DEEPEST:
            break
    raise _loop(table, child, parent)


_DEEPEST = 1000
"""Generations beyond which a loop is looked for."""


def _hangs_on(table: Table, link: str) -> tuple[Rows, Rows]:
    """Return the rows that hang on others by a link, and those others.

    Nationality by marriage is a woman's: of a man's wife nothing is asked before her.
    """
    to = table.columns[link]
    counts = to >= 0
    if link.startswith("marriage"):
        counts &= table.columns["sex"] != _MALE
    rows = np.flatnonzero(counts)
    return rows, to[rows].astype(np.int64)


def _loop(table: Table, child: Rows, parent: Rows) -> TableError:
    """Return what is wrong: one row that comes back to itself."""
    left = np.ones(len(table), bool)
    while True:  # take away those who hang on nobody that is left
        bound = np.zeros(len(table), bool)
        bound[child[left[parent] & left[child]]] = True
        if (bound == left).all():
            break
        left = bound
    above = dict(zip(child[left[parent]], parent[left[parent]], strict=True))
    row, seen = int(np.flatnonzero(left)[0]), set[int]()
    while row not in seen:  # and go up from one of them until somebody comes again
        seen.add(row)
        row = int(above[row])
    return TableError.loop(row + table.first)


def checked(table: Table) -> Table:
    """Return the table if its links lead somewhere.

    Raises:
        TableError: A link leads to a row that does not exist, or to the row itself.
    """
    for name in links(table.columns):
        link = table.columns[name]
        bad = np.flatnonzero(link >= len(table))
        if len(bad):
            row = int(bad[0])
            raise TableError.no_such_row(name, row + table.first, int(link[row]))
        own = np.flatnonzero(link == np.arange(len(table)))
        if len(own):
            raise TableError.loop(int(own[0]) + table.first)
    return table
