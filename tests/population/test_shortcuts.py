"""What is left out or looked up instead of worked out changes no answer."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from sathana.law.rules import READINGS
from sathana.population.faults import TableError
from sathana.population.people.synth import make
from sathana.population.program import answerable, compiled
from sathana.population.rulebook import Rulebook
from sathana.population.run import evaluate, ready
from sathana.population.schema import LATEST, NEVER, UNTOLD
from sathana.population.table import Table, generations
from sathana.population.years import moved, moved_day

AS_OF = date(2026, 6, 1).toordinal()


@pytest.fixture(scope="module")
def table() -> Table:
    """Some synthetic people, in one block."""
    blocks = list(make(6000, 7, "north"))
    names = blocks[0]
    return Table({name: np.concatenate([b[name] for b in blocks]) for name in names})


def later(day: int, years: int) -> int:
    """Return the day so many years later, by the calendar of the standard library."""
    given = date.fromordinal(day)
    year = given.year + years
    try:
        return given.replace(year=year).toordinal()
    except ValueError:
        return date(year, 2, 28).toordinal()


@pytest.mark.parametrize("years", [1, 4, 10, 15, 18, 20])
def test_days_are_moved_as_the_calendar_moves_them(years: int) -> None:
    first, last = date(1850, 1, 1).toordinal(), date(2100, 1, 1).toordinal()
    days = np.arange(first, last, 7, dtype=np.int32)
    leap = [
        date(year, 2, 29).toordinal() for year in range(1852, 2097, 4) if year != 1900
    ]
    days = np.concatenate([days, np.array(leap, np.int32)])
    found = moved(days, years, int(days.min()), int(days.max()))
    assert found.tolist() == [later(int(day), years) for day in days]


def test_days_beyond_the_table_and_never_are_moved_or_kept() -> None:
    day = date(2000, 2, 29).toordinal()
    days = np.array([day, LATEST - 4000, NEVER], np.int32)
    found = moved(days, 10, day, NEVER)
    assert found.tolist() == [later(day, 10), later(LATEST - 4000, 10), NEVER]
    early = np.array([UNTOLD, day], np.int32)
    wanted = [moved_day(UNTOLD, 10), later(day, 10)]
    assert moved(early, 10, UNTOLD, day).tolist() == wanted


def test_the_size_of_a_chunk_changes_no_answer(table: Table) -> None:
    books = [Rulebook(name, AS_OF, AS_OF, law) for name, law in READINGS.items()]
    program = ready(compiled(books, answerable(books), table.slots))
    whole = evaluate(program, table, chunk=len(table))
    for chunk in (97, 1024):
        parts = evaluate(program, table, chunk=chunk)
        assert all((parts[name] == whole[name]).all() for name in whole)


def test_links_lead_to_the_same_people_in_the_order_of_generations(
    table: Table,
) -> None:
    ordered = generations(table)
    place = np.empty(len(table), np.int64)
    place[ordered.order] = np.arange(len(table))
    for name in ("father", "mother", "marriage1_spouse", "marriage1_child"):
        before, after = table.columns[name], ordered.table.columns[name]
        wanted = np.where(before >= 0, place[np.maximum(before, 0)], before)
        assert (after == wanted[ordered.order]).all(), name
    for parent in ("father", "mother"):
        link = ordered.table.columns[parent]
        assert (link < np.arange(len(table))).all()


def test_a_circle_of_forebears_is_found_and_one_of_its_rows_named(
    table: Table,
) -> None:
    child = int(np.flatnonzero(table.columns["father"] >= 0)[0])
    father = table.columns["father"].copy()
    father[father[child]] = child
    with pytest.raises(TableError) as caught:
        generations(Table({**table.columns, "father": father}))
    assert any(str(row) in caught.value.en for row in (child, father[child]))
