"""Tables of people worked out by numpy and by a database, answer by answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, seed, settings
from tests.generative.families import AS_OF, Plain, truths
from tests.generative.families_asked import case_of
from tests.generative.families_veiled import veiled
from tests.sample import some

from sathana.facts.casefile import read
from sathana.law.book import book
from sathana.law.rules import READINGS
from sathana.population.people.synth import make
from sathana.population.program import Answer, Program
from sathana.population.rows import table_of
from sathana.population.rulebook import Rulebook
from sathana.population.run import evaluate
from sathana.population.schema import NO_MARRIAGE
from sathana.population.sql.names import Names, of_answers
from sathana.population.table import Column, Table, generations, leading

LIBRARY = Path(__file__).parents[3] / "src/sathana/law/th/cases"
DAY = AS_OF.toordinal()
type Answers = Mapping[str, np.ndarray]
"""0 no, 1 unknown, 2 yes, by column, in the order of persons."""


def books(*law_days: date, as_of: int = DAY) -> list[Rulebook]:
    """Return both readings of the law of some days, side by side."""
    return [
        Rulebook(f"{name}{day.year}", as_of, day.toordinal(), law)
        for day in law_days or (AS_OF,)
        for name, law in READINGS.items()
    ]


def reform(as_of: int = DAY) -> Rulebook:
    """Return the law as it would be had nobody lost nationality by Announcement 337."""
    law = READINGS["court"]
    kept = tuple(c for c in book(law) if not c.rule.startswith("A337"))
    return Rulebook("reform", as_of, as_of, law, kept)


# -- people ------------------------------------------------------------------------


def families(count: int, number: int = 1) -> list[Plain]:
    """Return so many random families of which less is told than is true."""
    drawn: list[Plain] = []

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(truths().flatmap(veiled))
    def collect(family: Plain) -> None:
        drawn.append(family)

    collect()
    return drawn


def table_of_families(drawn: Iterable[Plain], as_of: int = DAY) -> Table:
    """Return families as one table."""
    cases = (case_of(family) for family in drawn)
    named = [dataclasses.replace(c, case=f"c{n}") for n, c in enumerate(cases)]
    return table_of(named, as_of)[0]


@cache
def library() -> Table:
    """Return the whole case library as one table, read on one day."""
    cases = [
        read(path.read_bytes(), name=path.name)
        for path in some(sorted(LIBRARY.rglob("*.yaml")), 6)
    ]
    return table_of(cases, DAY)[0]


def made(count: int) -> Table:
    """Return so many synthetic people of the north."""
    blocks = list(make(count, 4, "north"))
    return Table(
        {name: np.concatenate([b[name] for b in blocks]) for name in blocks[0]}
    )


def depth(table: Table) -> int:
    """Return how many generations a table has."""
    return len(generations(table).starts) - 1


def tiled(table: Table, times: int) -> Table:
    """Return a table several times over, each family with its own relatives."""
    size, found = len(table), {}
    offsets = np.repeat(np.arange(times, dtype=np.int32) * size, size)
    for name, column in table.columns.items():
        many = np.tile(column, times)
        if name in leading(table.columns):
            many = np.where(many >= 0, many + offsets, many).astype(column.dtype)
        found[name] = many
    return Table(found)


def numbered(table: Table, numbers: np.ndarray) -> dict[str, Column]:
    """Return the columns with other numbers for persons, and rows the other way."""
    found: dict[str, Column] = {}
    for name, column in table.columns.items():
        if name in leading(table.columns):
            other = numbers[np.maximum(column, 0)]
            column = np.where(column >= 0, other, column).astype(np.int32)
        found[name] = column[::-1].copy()
    return {**found, "person": numbers.astype(np.int32)[::-1].copy()}


def plain(table: Table) -> dict[str, Column]:
    """Return the columns with the number of each row."""
    return {**table.columns, "person": np.arange(len(table), dtype=np.int32)}


def child_of(*parents: int, size: int = 6) -> dict[str, Column]:
    """Return a few people with nothing known, of whom the first have fathers."""
    table = tiled(table_of_families(families(1)), 1 + size // 2)
    columns = {name: column[:size].copy() for name, column in table.columns.items()}
    for name in leading(table.columns):
        columns[name][:] = NO_MARRIAGE if name.endswith("_spouse") else -1
    columns["father"][: len(parents)] = parents
    return plain(Table(columns))


# -- answers -----------------------------------------------------------------------


def reference(program: Program, table: Table) -> dict[str, np.ndarray]:
    """Return the answers of numpy under the names that the script gives them."""
    found = evaluate(program, table)
    names = columns_of(program)
    return {names[answer]: values for answer, values in found.items()}


def columns_of(program: Program) -> dict[Answer, str]:
    """Return the column of each answer."""
    return of_answers(program.answers, Names())


def from_rows(names: list[str], rows: Iterable[tuple[Any, ...]]) -> Answers:
    """Return rows of yes, no and NULL as the numbers of a truth."""
    columns = zip(*rows, strict=True)
    return {
        name: np.array([1 if value is None else 2 * int(value) for value in column])
        for name, column in zip(names, columns, strict=True)
    }


def differences(ours: Answers, theirs: Answers) -> Iterator[str]:
    """Yield what a database answers otherwise, with the first person."""
    assert ours.keys() == theirs.keys()
    for name, values in ours.items():
        bad = np.flatnonzero(values != theirs[name])
        if len(bad):
            row = int(bad[0])
            yield f"{name}: {len(bad)}, first person {row}: {values[row]} not "
            yield f"{theirs[name][row]}"


def counts(program: Program, table: Table) -> list[tuple[str, int, int, int]]:
    """Return how many of those counted are yes, unknown and no, by answer."""
    counted = table.columns["counted"] == 1
    return [
        (name, *(int(np.sum(values[counted] == truth)) for truth in (2, 1, 0)))
        for name, values in reference(program, table).items()
    ]
