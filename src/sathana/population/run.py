"""The steps of a program worked out over the rows of a table, with numpy."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from sathana.population.ops import YES, Op
from sathana.population.program import Answer, Program, link_of, reached, target
from sathana.population.schema import NEVER
from sathana.population.table import (
    Column,
    Generations,
    Table,
    checked,
    generations,
    prepared,
)

CHUNK = 32_768
"""Rows worked out together: so few that their columns stay in the processor's cache."""
_EPOCH = 719_163
"""1 January 1970, counted from 1 January of the year 1."""

type Values = npt.NDArray[np.uint8] | npt.NDArray[np.int32] | np.uint8 | np.int32 | int
type Results = dict[Answer, npt.NDArray[np.uint8]]


def evaluate(program: Program, table: Table, *, chunk: int = CHUNK) -> Results:
    """Return each answer for each row: 0 no, 1 unknown, 2 yes.

    Args:
        program: What is asked.
        table: The people, with all relatives to whom a column leads.
        chunk: How many rows are worked out together; it changes no answer.

    Raises:
        TableError: Somebody is among the own forebears, or a link leads nowhere.
    """
    if not len(table):
        return {name: np.zeros(0, np.uint8) for name in program.answers}
    ordered = generations(prepared(checked(table), program.as_of))
    run = _Run(program, ordered.table, chunk)
    for begin, end in _chunks(ordered, chunk):
        run.status(begin, end)
    for begin in range(0, len(table), chunk):
        run.answers(begin, min(begin + chunk, len(table)))
    return {name: _put_back(ordered, run.found[name]) for name in program.answers}


def _chunks(ordered: Generations, chunk: int) -> list[tuple[int, int]]:
    pairs = zip(ordered.starts, ordered.starts[1:], strict=False)
    return [
        (begin, min(begin + chunk, end))
        for start, end in pairs
        for begin in range(start, end, chunk)
    ]


def _put_back(
    ordered: Generations, values: npt.NDArray[np.uint8]
) -> npt.NDArray[np.uint8]:
    found = np.empty_like(values)
    found[ordered.order] = values
    return found


@dataclass(frozen=True, slots=True)
class _Step:
    """One step to do: where its value goes, and which places are free afterwards."""

    op: Op
    into: int
    args: tuple[int, ...]
    free: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Steps in order, with the place of each value and of each result."""

    steps: tuple[_Step, ...]
    places: int
    results: Mapping[Hashable, int]


def plan(roots: Mapping[Hashable, Op]) -> _Plan:
    """Return the order of steps, places being used again once nobody needs them."""
    steps = reached(roots.values())
    last: dict[int, int] = {}
    for number, op in enumerate(steps):
        for arg in op.args:
            last[arg.uid] = number
    for op in roots.values():
        last[op.uid] = len(steps)
    free: list[int] = []
    place: dict[int, int] = {}
    done, count = [], 0
    for number, op in enumerate(steps):
        args = tuple(place[arg.uid] for arg in op.args)
        ended = tuple({place[a.uid] for a in op.args if last[a.uid] == number})
        if free:
            into = free.pop()
        else:
            into, count = count, count + 1
        place[op.uid] = into
        done.append(_Step(op, into, args, ended))
        free.extend(ended)
    return _Plan(tuple(done), count, {n: place[op.uid] for n, op in roots.items()})


class _Run:
    """One program over one table in order."""

    def __init__(self, program: Program, table: Table, chunk: int) -> None:
        self.table, self.size = table, len(table)
        self.carried: dict[Hashable, Column] = {
            name: np.ones(self.size, np.uint8)
            if op.is_truth
            else np.zeros(self.size, np.int32)
            for name, op in program.carried.items()
            if op.kind != "column"
        }
        for name, op in program.carried.items():
            if op.kind == "column":
                self.carried[name] = table.columns[str(op.data)]
        self.found = {name: np.empty(self.size, np.uint8) for name in program.answers}
        made = {n: op for n, op in program.carried.items() if op.kind != "column"}
        self.first = plan(made)
        self.then = plan(cast("dict[Hashable, Op]", program.answers))

    def status(self, begin: int, end: int) -> None:
        """Work out what other rows fetch from these, one generation at a time."""
        self._do(self.first, begin, end, self.carried)

    def answers(self, begin: int, end: int) -> None:
        """Work out what is asked of these rows, when all rows can be fetched from."""
        self._do(self.then, begin, end, cast("dict[Hashable, Column]", self.found))

    def _do(
        self, todo: _Plan, begin: int, end: int, into: Mapping[Hashable, Column]
    ) -> None:
        here = Chunk(self.table, self.carried, begin, end)
        values: list[Values] = [0] * todo.places
        for step in todo.steps:
            op = step.op
            made = _STEPS[op.kind](here, op, *(values[arg] for arg in step.args))
            for place in step.free:
                values[place] = 0
            values[step.into] = made
        for name, place in todo.results.items():
            into[name][begin:end] = values[place]


class Chunk:
    """Some neighbouring rows, and the rows to which they lead."""

    def __init__(
        self, table: Table, carried: Mapping[Hashable, Column], begin: int, end: int
    ) -> None:
        """Look at the rows from ``begin`` up to ``end``."""
        self.table, self.carried = table, carried
        self.begin, self.end = begin, end
        self._links: dict[str, npt.NDArray[np.intp] | None] = {}

    def column(self, name: str) -> Column:
        """Return these rows of a column."""
        return self.table.columns[name][self.begin : self.end]

    def fetch(self, op: Op) -> Values:
        """Return what a definition is in the rows to which a link leads."""
        name, source = link_of(op), self.carried[target(op)]
        if name not in self._links:
            link = self.column(name)
            lead = (link >= 0).any()
            self._links[name] = np.maximum(link, 0).astype(np.intp) if lead else None
        to = self._links[name]
        if to is None:  # nobody here has such a relative, so that any value will do
            return source.dtype.type(1)
        return source.take(to, mode="clip")


# -- what each kind of step does ---------------------------------------------------


def _least(here: Chunk, op: Op, *parts: Values) -> Values:
    return _reduce(np.minimum, parts)


def _most(here: Chunk, op: Op, *parts: Values) -> Values:
    return _reduce(np.maximum, parts)


def _reduce(together: np.ufunc, parts: tuple[Values, ...]) -> Values:
    found: Values = together(parts[0], parts[1])
    for part in parts[2:]:
        into = found if isinstance(found, np.ndarray) else None
        found = together(found, part, out=into)
    return found


def _opposite(here: Chunk, op: Op, part: Values) -> Values:
    return np.uint8(YES) - part


def _among(here: Chunk, op: Op, codes: Values) -> Values:
    table = np.frombuffer(cast("bytes", op.data), np.uint8)
    return table.take(codes, mode="clip")


def _before(here: Chunk, op: Op, *ends: Values) -> Values:
    a_lo, a_hi, b_lo, b_hi = ends
    surely = np.less(a_hi, b_lo).view(np.uint8)
    return surely + np.less(a_lo, b_hi).view(np.uint8)


def _less(here: Chunk, op: Op, a: Values, b: Values) -> Values:
    found = np.less(a, b).view(np.uint8)
    return found + found


def _same(here: Chunk, op: Op, a: Values, b: Values) -> Values:
    found = np.equal(a, b).view(np.uint8)
    return found + found


def _pick(here: Chunk, op: Op, test: Values, then: Values, other: Values) -> Values:
    return _where(test, then, other, np.uint8)


def _where(
    test: Values, then: Values, other: Values, kind: type[np.uint8] | type[np.int32]
) -> Values:
    """Pick row by row, or once where the test is the same for all rows."""
    if not isinstance(test, np.ndarray):
        return then if test == YES else other
    then, other = (kind(v) if isinstance(v, int) else v for v in (then, other))
    return np.where(test == YES, then, other)


def _pick_n(here: Chunk, op: Op, test: Values, then: Values, other: Values) -> Values:
    return _where(test, then, other, np.int32)


def _years(here: Chunk, op: Op, days: Values) -> Values:
    return moved(days, cast("int", op.data))


def moved(days: Values, years: int) -> Values:
    """Move days by whole years; 29 February falls back to the end of the month.

    ``NEVER`` stays. Shapes are kept.
    """
    given = np.asarray(days)
    dates = (given.astype(np.int64) - _EPOCH).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    within = (dates - months.astype("datetime64[D]")).astype(np.int64)
    wanted = months + np.timedelta64(12 * years, "M")
    start = wanted.astype("datetime64[D]")
    after = (wanted + np.timedelta64(1, "M")).astype("datetime64[D]")
    length = (after - start).astype(np.int64)
    found = start.astype(np.int64) + np.minimum(within, length - 1) + _EPOCH
    found = np.where(given >= NEVER, given, found).astype(np.int32)
    return int(found) if isinstance(days, int) else found


_STEPS: Mapping[str, Callable[..., Values]] = {
    "truth": lambda here, op: op.data,
    "number": lambda here, op: op.data,
    "column": lambda here, op: here.column(op.data),
    "row": lambda here, op: np.arange(here.begin, here.end, dtype=np.int32),
    "of": lambda here, op: here.fetch(op),
    "of_n": lambda here, op: here.fetch(op),
    "plus": lambda here, op, number: number + op.data,
    "later": lambda here, op, a, b: np.maximum(a, b),
    "years": _years,
    "among": _among,
    "least": _least,
    "most": _most,
    "opposite": _opposite,
    "before": _before,
    "less": _less,
    "same": _same,
    "pick": _pick,
    "pick_n": _pick_n,
}
