"""The people a scenario is run on: a file, or people made in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from sathana.law.kept import follows_pack
from sathana.population.parquet import People
from sathana.population.program import Program
from sathana.population.run import Results
from sathana.population.scenario.faults import ScenarioError
from sathana.population.schema import SYNTHETIC
from sathana.population.stream import answered, over_file
from sathana.population.table import Column, Table, links

type Step = Callable[[int], None]

SMALL = 100_000
"""People made for a page."""


@dataclass(frozen=True)
class Made:
    """People in memory.

    Attributes:
        tables: Blocks, each with all relatives of its people.
        about: What the people say of themselves, as a file does.
        kept: Results that hang on these people alone.
    """

    tables: tuple[Table, ...]
    about: Mapping[str, str]
    kept: dict[object, Any] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many people."""
        return sum(len(table) for table in self.tables)

    @property
    def slots(self) -> dict[str, int]:
        """How many slots of each thing there are."""
        return self.tables[0].slots

    @property
    def is_synthetic(self) -> bool:
        """Whether the people were made, and are nobody."""
        return self.about.get(SYNTHETIC) == "yes"


type Persons = People | Made


def scale(persons: Persons) -> float:
    """Return how many people a row stands for; 1 where nothing is said."""
    try:
        found = float(persons.about.get("scale", "1"))
    except ValueError:
        return 1.0
    return found if 0 < found < float("inf") else 1.0


def answers(
    program: Program, persons: Persons, also: Iterable[str], step: Step
) -> Iterator[tuple[Table, Results]]:
    """Yield each block with its answers.

    Args:
        program: What is asked.
        persons: Of whom.
        also: Columns wanted besides those that the program reads.
        step: Called with the number of rows of each block that is done.
    """
    if isinstance(persons, People):
        yield from over_file(program, persons, also, step=step)
        return
    for table, results in answered(program, persons.tables):
        yield table, results
        step(len(table))


@follows_pack
@lru_cache(maxsize=2)
def small(area: str = "north", seed: int = 1, persons: int = SMALL) -> Made:
    """Return a small made people, kept for the next question; as :func:`made`."""
    return made(area, seed, persons)


def made(area: str, seed: int, persons: int, *, step: Step = lambda rows: None) -> Made:
    """Make people in memory.

    Args:
        area: ``chiang-rai``, ``north`` or ``thailand``.
        seed: The same seed gives the same people.
        persons: How many rows.
        step: Called with the number of rows of each block that is made.

    Raises:
        ScenarioError: There is no such area, or too few people are asked for.
    """
    from sathana.population.people import plan, shares, synth

    try:
        planned = plan.make_plan(persons, seed, area)
    except shares.DataError as fault:
        raise ScenarioError(fault.th, fault.en) from None
    tables, row = [], 0
    for block in synth.made(planned):
        tables.append(_own(block, row))
        row += len(tables[-1])
        step(len(tables[-1]))
    about = {
        SYNTHETIC: "yes",
        "area": area,
        "seed": str(seed),
        "persons": str(persons),
        "scale": repr(planned.scale),
        "generator": f"sathana people synth {synth.VERSION}",
    }
    return Made(tuple(tables), about)


def _own(block: Mapping[str, Column], first: int) -> Table:
    """Return a block as a table: links count from its own first row."""
    columns = dict(block)
    table = Table(columns, first)
    children = [f"marriage{n + 1}_child" for n in range(table.slots["marriage"])]
    for name in (*links(columns), *children):
        link = columns[name]
        columns[name] = np.where(link >= 0, link - np.int32(first), link)
    return table
