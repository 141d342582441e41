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
from sathana.population.scenario.settle import Settling, Tried, needed, settling
from sathana.population.scenario.tally import Tally
from sathana.population.table import Table

SAMPLE = 8_192
"""Rows on which it is tried which fact would settle most people."""
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
    tried: Tried = lambda done, total: None,
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
        tried: Told how many tries of a fact are done, of how many.

    Returns:
        One plain mapping; see ``docs/scenarios.md``.

    Raises:
        ScenarioError: A reform cannot be made.
        TableError: The people cannot be worked with.
    """
    books = rulebooks(scenario)
    program = _program(scenario, books, _slots(persons))
    tally = Tally(books, scenario.ask, rules=True)
    rows = persons.rows if everything else min(most, persons.rows)
    facts = _Facts(scenario, books[0], persons, rows) if settle else None
    for table, results in answers(program, persons, COLUMNS, step):
        tally.add(table, results)
        if facts:
            facts.take(table)
    settled = facts.found(tried) if facts else None
    return result(Counted(scenario, persons, tally, settled))


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
    return run(scenario, persons, settle=settle)


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


class _Facts:
    """Gathers whole families while the tables are made, and tries facts on them."""

    def __init__(
        self, scenario: Scenario, book: Rulebook, persons: Persons, rows: int
    ) -> None:
        """Begin with nobody; about ``rows`` are wanted."""
        self.scenario, self.book, self.persons = scenario, book, persons
        self.rows = rows
        self.program = compiled((book,), (THAI,), dict(_slots(persons)))
        self.pieces: list[Table] = []

    def take(self, table: Table) -> None:
        """Take the share of one block, with the columns that are read."""
        share = max(1, self.rows * len(table) // max(self.persons.rows, 1))
        names = needed(self.program, table) & set(table.columns)
        lean = Table({name: table.columns[name] for name in names})
        self.pieces.append(sample(lean, share))

    def found(self, step: Tried) -> Settling:
        """Return which facts settle most, kept with people in memory."""
        if not isinstance(self.persons, Made) or self.scenario.base.overlay:
            return self._tried(step)
        size, edition = sum(map(len, self.pieces)), pack().version
        key = ("settling", self.scenario.base, self.scenario.as_of, edition, size)
        kept = self.persons.kept
        if key not in kept:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[key] = self._tried(step)
        settled: Settling = kept[key]
        return settled

    def _tried(self, step: Tried) -> Settling:
        return settling(self.program, self.book.name, self.pieces, BLOCK, step)
