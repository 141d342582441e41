"""A table of people in memory: its columns, checked, in the order of generations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sathana.facts.values import domain
from sathana.population.faults import TableError
from sathana.population.schema import LATEST, NEVER, NO_MARRIAGE, code, slots

type Column = npt.NDArray[np.uint8] | npt.NDArray[np.int32]
type Rows = npt.NDArray[np.int64]

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
        if ends_by_the_day_asked(name):
            low = table.columns[f"{name[:-3]}_lo"]
            # Days that all are exact stand once, so that they are worked out once.
            exact = np.array_equal(column, low)
            column = low if exact else _capped(column, low, as_of)
        found[name] = column
    lo, hi = _bore_here(found)
    return Table({**found, "bore_here_lo": lo, "bore_here_hi": hi}, table.first)


def ends_by_the_day_asked(name: str) -> bool:
    """Return whether a column is the upper end of something that came to pass.

    An end that lies ahead is none, nor is the time for which a nationality is told.
    """
    told = name.endswith("_until_hi") or name.startswith("thai")
    return name.endswith("_hi") and not told


def _capped(hi: Column, lo: Column, as_of: int) -> Column:
    """Close an open upper end at the day asked: it did happen by then."""
    is_open = (hi >= LATEST) & (hi < NEVER) & (lo <= as_of)
    return np.where(is_open, np.int32(as_of), hi) if is_open.any() else hi


def _bore_here(columns: Mapping[str, Column]) -> tuple[Column, Column]:
    """Return the first day on which a woman may have, and has, given birth here."""
    country, lo, hi = (
        columns[name] for name in ("born_country", "born_date_lo", "born_date_hi")
    )
    maybe = _first_child(columns["mother"], country != _ABROAD, lo)
    if hi is lo and country.all():  # everything is known, so that it is sure as well
        return maybe, maybe
    return maybe, _first_child(columns["mother"], country == _TH, hi)


def _first_child(mother: Column, counts: npt.NDArray[np.bool_], born: Column) -> Column:
    """Return the first birth of those children of each woman that count."""
    first = np.full(len(mother), NEVER, np.int32)
    children = np.flatnonzero((mother >= 0) & counts)
    np.minimum.at(first, mother[children], born[children])
    return first


def generations(table: Table) -> Generations:
    """Put parents before their children, and husbands before their wives.

    Raises:
        TableError: Somebody is among the own forebears; the error names a row.
    """
    depth = _depths(table)
    order = _by_generation(depth)
    if (depth[1:] >= depth[:-1]).all():
        return Generations(table, order, _starts(depth))
    once = {id(c): _taken(c, order) for c in table.columns.values()}
    columns = {name: once[id(column)] for name, column in table.columns.items()}
    place = np.empty(len(order) + _CODES, np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    place[len(order) :] = np.arange(-_CODES, 0)  # a code below 0 leads to itself
    for name in leading(columns):
        link = np.maximum(columns[name], -_CODES)
        columns[name] = place.take(link, mode="wrap")
    return Generations(Table(columns, table.first), order, _starts(depth))


def _starts(depth: npt.NDArray[np.int16]) -> tuple[int, ...]:
    counts = np.bincount(depth, minlength=1)
    return 0, *(int(end) for end in np.cumsum(counts))


_CODES = -NO_MARRIAGE
"""How many codes below 0 a link may hold."""
_FEW = 64


def _by_generation(depth: npt.NDArray[np.int16]) -> Rows:
    """Return the rows by generation, as they stand within each."""
    last = int(depth.max(initial=0))
    if last > _FEW:
        return np.argsort(depth, kind="stable")
    return np.concatenate([np.flatnonzero(depth == level) for level in range(last + 1)])


def _taken(column: Column, order: Rows) -> Column:
    """Return a column in order; one that is the same throughout as it stands."""
    if not len(column) or column.min() == column.max():
        return column
    return column.take(order, mode="clip")


def leading(columns: Collection[str]) -> list[str]:
    """Return all columns that hold the number of a row, links and others."""
    many = slots(columns)["marriage"]
    return [*links(columns), *(f"marriage{n}_child" for n in range(1, many + 1))]


def _depths(table: Table) -> npt.NDArray[np.int16]:
    """Return the generation of each row: one more than that of those it hangs on."""
    size = len(table)
    to = [rows for link in links(table.columns) if len(rows := _hangs_on(table, link))]
    depth = np.zeros(size + 1, np.int16)
    depth[size] = -1  # of nobody, to whom -1 leads
    for _ in range(_DEEPEST):
        found = np.zeros(size, np.int16)
        for rows in to:
            np.maximum(found, depth.take(rows, mode="wrap") + np.int16(1), out=found)
        if (found == depth[:size]).all():
            return found
        depth[:size] = found
    raise _loop(table, to)


_DEEPEST = 1000
"""Generations beyond which a loop is looked for."""


def _hangs_on(table: Table, link: str) -> Rows:
    """Return for each row the one that it hangs on by a link; -1: on none.

    Nationality by marriage is a woman's: of a man's wife nothing is asked before her.
    """
    to = table.columns[link]
    if link.startswith("marriage"):
        to = np.where(table.columns["sex"] != _MALE, to, np.int32(-1))
    if to.max(initial=-1) < 0:
        return np.zeros(0, np.int64)
    return np.maximum(to, -1).astype(np.int64)


def _loop(table: Table, to: list[Rows]) -> TableError:
    """Return what is wrong: one row that comes back to itself."""
    left = np.ones(len(table) + 1, bool)
    left[-1] = False
    while True:  # take away those who hang on nobody that is left
        bound = np.zeros_like(left)
        for rows in to:
            bound[:-1] |= left[rows]
        bound &= left
        if (bound == left).all():
            break
        left = bound
    row, seen = int(np.flatnonzero(left)[0]), set[int]()
    while row not in seen:  # and go up from one of them until somebody comes again
        seen.add(row)
        row = next(int(rows[row]) for rows in to if left[rows[row]])
    return TableError.loop(row + table.first)


def checked(table: Table) -> Table:
    """Return the table if its links lead somewhere.

    Raises:
        TableError: A link leads to a row that does not exist, or to the row itself.
    """
    for name in links(table.columns):
        link = table.columns[name]
        if len(table) and link.max() >= len(table):
            row = int(np.flatnonzero(link >= len(table))[0])
            raise TableError.no_such_row(name, row + table.first, int(link[row]))
        if name.endswith("_spouse"):  # own parents come out with all other circles
            own = np.flatnonzero(link == np.arange(len(table)))
            if len(own):
                raise TableError.loop(int(own[0]) + table.first)
    return table
