"""A scenario run over a people: one pass for the tables, a small one for the facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.population.parquet import BLOCK
from sathana.population.program import Program, compiled
from sathana.population.rulebook import Rulebook
from sathana.population.scenario.dimensions import COLUMNS
from sathana.population.scenario.laws import rulebook, rulebooks
from sathana.population.scenario.model import THAI, Alternative, Scenario, Synthetic
from sathana.population.scenario.persons import (
    SMALL,
    Made,
    Persons,
    Step,
    answers,
    small,
)
from sathana.population.scenario.questions import asked_of
from sathana.population.scenario.results import Counted, Result, result
from sathana.population.scenario.samples import sample
from sathana.population.scenario.settle import Settling, settling
from sathana.population.scenario.tally import Tally
from sathana.population.table import Table

SAMPLE = 16_384
"""Rows on which it is tried which fact would settle most people."""
SMALL_SAMPLE = 8_192
"""The same for a page."""
_KEPT = 64
"""Programs kept for the next run with the same parameters."""

type Slots = tuple[tuple[str, int], ...]


def run(
    scenario: Scenario,
    persons: Persons,
    *,
    step: Step = lambda rows: None,
    everything: bool = False,
    settle: bool = True,
    most: int = SAMPLE,
) -> Result:
    """Run a scenario over a people.

    Args:
        scenario: What is compared.
        persons: A file that was looked at, or people in memory.
        step: Called with the number of rows of each block that is done.
        everything: Whether the facts that would settle most are tried on all people,
            not on a sample of whole families.
        settle: Whether they are tried at all.
        most: Rows of such a sample.

    Returns:
        One plain mapping; see ``docs/scenarios.md``.

    Raises:
        ScenarioError: A reform cannot be made.
        TableError: The people cannot be worked with.
    """
    books = rulebooks(scenario)
    program = _program(scenario, books, _slots(persons))
    tally = Tally(books, scenario.ask, rules=True)
    pieces: list[Table] = []
    wanted = _wanted(persons, most, everything) if settle else 0
    for table, results in answers(program, persons, COLUMNS, step):
        tally.add(table, results)
        if wanted:
            share = max(1, wanted * len(table) // max(persons.rows, 1))
            pieces.append(sample(table, share))
    found = _settling(scenario, books[0], persons, pieces) if settle else None
    return result(Counted(scenario, persons, tally, found))


def run_small(scenario: Scenario, *, settle: bool = True) -> Result:
    """Run a scenario over a hundred thousand made people, quickly.

    The people are those that the scenario names, at most a hundred thousand of them;
    they are made once and kept, as are the programs of the last parameters.

    Args:
        scenario: What is compared; parameters are put in with ``with_values``.
        settle: Whether it is tried which facts would settle most.

    Raises:
        ScenarioError: A reform cannot be made.
    """
    named = scenario.population
    if not isinstance(named, Synthetic):
        named = Synthetic(SMALL, 1, "north")
    persons = small(named.area, named.seed)
    return run(scenario, persons, settle=settle, most=SMALL_SAMPLE)


def _wanted(persons: Persons, most: int, everything: bool) -> int:
    return persons.rows if everything else min(most, persons.rows)


def _slots(persons: Persons) -> Slots:
    return tuple(sorted(persons.slots.items()))


# -- programs ------------------------------------------------------------------------


def _program(scenario: Scenario, books: tuple[Rulebook, ...], slots: Slots) -> Program:
    """Return the program of all tables, kept unless a file of Python is part of it."""
    if any(law.overlay for law in scenario.books):
        return _compiled(books, scenario.ask, dict(slots))
    return _kept(scenario.books, scenario.as_of, scenario.ask, slots)


@follows_pack
@lru_cache(maxsize=_KEPT)
def _kept(
    laws: tuple[Alternative, ...], as_of: int, ask: tuple[str, ...], slots: Slots
) -> Program:
    books = tuple(rulebook(law, as_of) for law in laws)
    return _compiled(books, ask, dict(slots))


def _compiled(
    books: tuple[Rulebook, ...], ask: tuple[str, ...], slots: Mapping[str, int]
) -> Program:
    return compiled(books, asked_of(books, ask, thai=True), slots)


def _settling(
    scenario: Scenario, book: Rulebook, persons: Persons, pieces: list[Table]
) -> Settling:
    """Return which facts settle most, kept with people in memory."""
    if not isinstance(persons, Made) or scenario.base.overlay:
        return _tried(book, persons, pieces)
    edition, size = pack().version, sum(map(len, pieces))
    key = ("settling", scenario.base, scenario.as_of, edition, size)
    if len(persons.kept) >= _KEPT:
        persons.kept.clear()
    if key not in persons.kept:
        persons.kept[key] = _tried(book, persons, pieces)
    kept: Settling = persons.kept[key]
    return kept


def _tried(book: Rulebook, persons: Persons, pieces: list[Table]) -> Settling:
    program = compiled((book,), (THAI,), dict(_slots(persons)))
    return settling(program, book.name, pieces, BLOCK)
