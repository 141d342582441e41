"""Synthetic people: families over four to six generations, block after block.

The same number, seed and area give the same people, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from sathana.population.people import facts, kin, papers, unions
from sathana.population.people.classes import Ledger, assign
from sathana.population.people.plan import Plan, make_plan
from sathana.population.people.sheet import SLOTS, Sheet
from sathana.population.rulebook import rule_codes
from sathana.population.schema import Column, columns

VERSION = 1
"""Number of the way in which people are made; another number, other people."""

type Block = dict[str, npt.NDArray[Any]]
"""Columns by name, all of one length."""
type Progress = Callable[[int, int], None]
"""Told how many persons are made, of how many."""

COLUMNS: tuple[Column, ...] = columns(SLOTS, rule_codes())
"""The columns of these tables, in order."""


def make(
    persons: int, seed: int, area: str, progress: Progress | None = None
) -> Iterator[Block]:
    """Make people, whole villages at a time.

    Args:
        persons: How many rows in all.
        seed: The same seed gives the same people.
        area: ``chiang-rai``, ``north`` or ``thailand``.
        progress: Called after each block.

    Yields:
        Blocks of about 64 thousand rows; links are row numbers of the whole table.

    Raises:
        AreaError: There is no such area.
        TooFewError: Fewer persons are asked for than families need.
    """
    yield from made(make_plan(persons, seed, area), progress)


def made(plan: Plan, progress: Progress | None = None) -> Iterator[Block]:
    """Make the people of a plan, as :func:`make`."""
    ledger = Ledger(plan)
    whole = int(plan.lineup.rows().sum())
    for number, (first, last, row) in enumerate(plan.blocks()):
        rng = np.random.default_rng([plan.seed, whole, number])
        people = kin.build(plan.lineup, first, last, rng)
        ledger.enter(first, last)
        state = assign(people, plan.lineup, ledger, rng)
        block = _written(Sheet(people, ledger, state, rng), row)
        if progress is not None:
            progress(row + len(state), whole)
        yield block


def _written(sheet: Sheet, row: int) -> Block:
    """Write all columns of a block, in their order."""
    people = sheet.people
    for name, parent in (("father", people.father), ("mother", people.mother)):
        found = np.where(parent >= 0, parent + row, parent)
        sheet.columns[name] = found.astype(np.int32)
    sheet.columns["village"] = people.village.astype(np.int32)
    sheet.put("counted", sheet.counted)
    sheet.put("province", sheet.lineup.province[people.village])
    facts.write(sheet)
    papers.write(sheet)
    unions.write(sheet, row)
    return {column.name: sheet.columns[column.name] for column in COLUMNS}
