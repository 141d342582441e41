"""Which single fact, if it were known, would settle the nationality of most people.

One fact is set to one value for everybody of whom it is not known, relatives included,
and the law is asked again. A fact that has several values is asked of each; values that
no rule tells apart count as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sathana.facts.values import domain
from sathana.population.ops import UNKNOWN, YES, Op
from sathana.population.program import Program, reached, target
from sathana.population.scenario.samples import joined, leading
from sathana.population.schema import EVENTS, FACTS, LATEST, NEVER, plain
from sathana.population.stream import answered
from sathana.population.table import Column, Table

type Truths = npt.NDArray[np.uint8]
type Tried = Callable[[int, int], None]

DERIVED = frozenset(
    {"number_class", "adopted_by_thai", "registered_as_thai", "record_contradicted"}
)
"""Facts that others show; nobody learns them by themselves."""
HAPPENED, NEVER_HAPPENED = "happened", "never"


@dataclass(frozen=True, slots=True)
class Value:
    """What follows if a fact has one value, or one of several that no rule parts.

    Attributes:
        words: The values.
        yes: How many of those whose answer is unknown are then surely Thai.
        no: How many are surely not.
    """

    words: tuple[str, ...]
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What one fact would settle.

    Attributes:
        key: The fact.
        always: How many unknown answers it settles, whatever its value is.
        perhaps: How many it settles if it has one of its values.
    """

    key: str
    always: int
    perhaps: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """The facts, those that settle most first, found on a sample of whole families.

    Attributes:
        rows: People counted in the sample.
        unknown: Those among them whose nationality is unknown.
    """

    rows: int
    unknown: int
    facts: tuple[Settled, ...]


def needed(program: Program, table: Table) -> frozenset[str]:
    """Return the columns that :func:`settling` reads of a table."""
    return program.columns | {"counted", *_BORN, *leading(table)}


def settling(
    program: Program,
    book: str,
    tables: Sequence[Table],
    rows: int,
    step: Tried = lambda done, total: None,
) -> Settling:
    """Return which facts would settle most people of some whole families.

    Args:
        program: Answers ``thai`` under the rulebook, and nothing else.
        book: Name of the rulebook.
        tables: The families.
        rows: About how many rows are worked out together.
        step: Told how many tries are done, of how many.
    """
    people = joined(tables)
    who = np.flatnonzero(people.columns["counted"]) if len(people) else _NOBODY
    if not len(who):
        return Settling(0, 0, ())
    tries = [None, *_tries(program)]
    answers = []
    for answer in _asked(program, book, people, tries, rows):
        answers.append(answer)
        step(len(answers), len(tries))
    open_now = answers[0][who] == UNKNOWN
    settled = [answer[who][open_now] for answer in answers[1:]]
    facts = _together([one for one in tries if one], settled)
    order = sorted(facts, key=lambda fact: (-fact.always, -fact.perhaps))
    kept = tuple(fact for fact in order if fact.perhaps)
    return Settling(len(who), int(open_now.sum()), kept)


_NOBODY = np.zeros(0, np.intp)


def _asked(
    program: Program,
    book: str,
    people: Table,
    tries: Sequence[_Try | None],
    rows: int,
) -> Iterator[Truths]:
    """Yield the answer of each person under each try.

    The people stand several times in one table, once for each try, since many rows are
    worked out almost as quickly as few.
    """
    many = max(1, rows // len(people))
    names = needed(program, people) & set(people.columns)
    lean = {name: people.columns[name] for name in names}

    def together(some: Sequence[_Try | None]) -> Table:
        tables = [Table({**lean, **(one.change(lean) if one else {})}) for one in some]
        return joined(tables)

    batches = (tries[place : place + many] for place in range(0, len(tries), many))
    for table, results in answered(program, (together(some) for some in batches)):
        times = len(table) // len(people)
        yield from np.split(results[book, "thai"], times)


_BORN = ("sex", "born_country", "born_date_lo", "born_date_hi")


@dataclass(frozen=True, slots=True)
class _Try:
    """One fact set to one value for all of whom it is not known."""

    key: str
    words: tuple[str, ...]
    code: int = 0

    def change(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        """Return the columns that are then other ones."""
        name = plain(self.key)
        if self.code:
            told = columns[name]
            return {name: np.where(told == 0, np.uint8(self.code), told)}
        lo, hi = columns[f"{name}_lo"], columns[f"{name}_hi"]
        is_open = (lo < NEVER) & (hi >= NEVER)
        if self.words == (HAPPENED,):
            return {f"{name}_hi": np.where(is_open, np.int32(LATEST), hi)}
        return {f"{name}_lo": np.where(is_open, np.int32(NEVER), lo)}


def _tries(program: Program) -> Iterator[_Try]:
    steps = reached((*program.answers.values(), *program.carried.values()))
    for key in FACTS:
        if key not in DERIVED and plain(key) in program.columns:
            for codes in _apart(program, steps, key):
                words = tuple(domain(key)[code - 1] for code in codes)
                yield _Try(key, words, codes[0])
    for key in EVENTS:
        if f"{plain(key)}_lo" in program.columns and key != "born.date":
            yield _Try(key, (HAPPENED,))
            yield _Try(key, (NEVER_HAPPENED,))


def _apart(program: Program, steps: Sequence[Op], key: str) -> list[list[int]]:
    """Return the codes of a fact, those together that no step tells apart."""
    tables = [
        bytes(step.data)  # type: ignore[call-overload]
        for step in steps
        if step.kind == "among" and _column(program, step.args[0]) == plain(key)
    ]
    found: dict[tuple[int, ...], list[int]] = {}
    for code in range(1, len(domain(key)) + 1):
        found.setdefault(tuple(table[code] for table in tables), []).append(code)
    return list(found.values())


def _column(program: Program, op: Op) -> object:
    """Return the column that a step reads, also in the row of a relative."""
    if op.kind == "of_n":
        op = program.carried[target(op)]
    return op.data if op.kind == "column" else None


def _together(tries: Sequence[_Try], answers: Sequence[Truths]) -> Iterator[Settled]:
    """Yield what each fact settles, over all its values."""
    for key in dict.fromkeys(one.key for one in tries):
        own = [(t, a) for t, a in zip(tries, answers, strict=True) if t.key == key]
        decided = np.array([answer != UNKNOWN for _, answer in own])
        values = tuple(
            Value(one.words, int((answer == YES).sum()), int((answer == 0).sum()))
            for one, answer in own
        )
        always, perhaps = decided.all(axis=0).sum(), decided.any(axis=0).sum()
        yield Settled(key, int(always), int(perhaps), values)
