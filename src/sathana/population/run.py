"""The steps of a program worked out over the rows of a table, with numpy."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

import numpy as np

from sathana.population.chunk import Chunk, Stored, Truths
from sathana.population.ops import Op
from sathana.population.plan import Plan, plan
from sathana.population.program import Answer, Program
from sathana.population.steps import worked_out
from sathana.population.table import (
    Generations,
    Table,
    checked,
    generations,
    prepared,
)

CHUNK = 32_768
"""Rows worked out together: so few that their columns stay in the processor's cache."""

type Results = dict[Answer, Truths]


@dataclass(frozen=True, slots=True)
class Ready:
    """A program with its steps in order, to be worked out over many tables.

    Attributes:
        first: What other rows fetch.
        then: The answers.
    """

    program: Program
    first: Plan
    then: Plan


def ready(program: Program) -> Ready:
    """Put the steps of a program in order."""
    made = {n: op for n, op in program.carried.items() if op.kind != "column"}
    kept = {op.uid: name for name, op in made.items()}
    answers = cast("dict[Hashable, Op]", program.answers)
    return Ready(program, plan(made), plan(answers, kept))


def evaluate(program: Program | Ready, table: Table, *, chunk: int = CHUNK) -> Results:
    """Return each answer for each row: 0 no, 1 unknown, 2 yes.

    Args:
        program: What is asked.
        table: The people, with all relatives to whom a column leads.
        chunk: How many rows are worked out together; it changes no answer.

    Raises:
        TableError: Somebody is among the own forebears, or a link leads nowhere.
    """
    asked = program if isinstance(program, Ready) else ready(program)
    program = asked.program
    if not len(table):
        return {name: np.zeros(0, np.uint8) for name in program.answers}
    ordered = generations(prepared(checked(table), program.as_of))
    run = _Run(asked, ordered.table)
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


def _put_back(ordered: Generations, values: Truths) -> Truths:
    found = np.empty_like(values)
    found[ordered.order] = values
    return found


class _Run:
    """One program over one table in order."""

    def __init__(self, asked: Ready, table: Table) -> None:
        self.first, self.then = asked.first, asked.then
        self.stored = Stored.of(table, asked.program.carried)
        size, names = len(table), asked.program.answers
        self.found = {name: np.empty(size, np.uint8) for name in names}

    def status(self, begin: int, end: int) -> None:
        """Work out what other rows fetch from these, one generation at a time."""
        here = Chunk(self.stored, begin, end, whole=False)
        for name, (value, span) in worked_out(self.first, here).items():
            self.stored.write(name, slice(begin, end), value, span)

    def answers(self, begin: int, end: int) -> None:
        """Work out what is asked of these rows, when all rows can be fetched from."""
        here = Chunk(self.stored, begin, end, whole=True)
        for name, (value, _) in worked_out(self.then, here).items():
            self.found[cast("Answer", name)][begin:end] = value
