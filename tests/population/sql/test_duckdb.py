"""The law as SQL, run by DuckDB, gives the answers of numpy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import duckdb
import numpy as np
import pytest
from tests.generative.families import LAW_DAYS
from tests.population.sql import comparing
from tests.population.sql.comparing import Answers

from sathana.population.ops import Builder
from sathana.population.program import Program, answerable, compiled
from sathana.population.schema import LATEST, NEVER
from sathana.population.sql.dialects import DUCKDB
from sathana.population.sql.expressions import expression
from sathana.population.sql.script import script
from sathana.population.table import Column, Table
from sathana.population.years import moved_day

CORNERS = (
    *(693_595 + n for n in (0, 57, 58, 59, 60, 365)),  # 1900 had no 29 February
    *(730_119 + n for n in (0, 58, 59, 60, 365)),  # 2000 had one
    657_072,
    738_000,
    LATEST,
    NEVER,
)
"""Days around the ends of February, and the outermost ones."""
YEARS = (-80, -4, -1, 1, 3, 4, 5, 10, 15, 18, 20, 100)


def run(
    program: Program, people: Mapping[str, Column], **options: int
) -> tuple[Answers, list[tuple[str, int, int, int]]]:
    """Run a script over a table; return the answers by person, and the counts."""
    with duckdb.connect() as database:
        database.execute("SET threads = 2")
        database.register("block", dict(people))
        database.execute("CREATE TABLE people AS SELECT * FROM block")
        counted = None
        for one in database.extract_statements(script(program, "duckdb", **options)):
            result = database.execute(one)
            if one.query.lstrip().startswith("WITH sums"):
                counted = result.fetchall()
        names = list(comparing.columns_of(program).values())
        listed = ", ".join(names)
        rows = database.execute(
            f"SELECT {listed} FROM sathana_answers ORDER BY person"
        ).fetchall()
    assert counted is not None
    return comparing.from_rows(names, rows), counted


def agree(program: Program, table: Table) -> None:
    deep = comparing.depth(table)
    found, counted = run(program, comparing.plain(table), generations=deep)
    ours = comparing.reference(program, table)
    assert not list(comparing.differences(ours, found))
    assert counted == comparing.counts(program, table)


@pytest.fixture(scope="module")
def drawn(campaign: bool) -> Table:
    """Random families, one after another in one table."""
    return comparing.table_of_families(comparing.families(4000 if campaign else 300))


def test_nationality_is_the_same_on_five_law_days_and_by_a_reform(
    drawn: Table,
) -> None:
    others = (comparing.books(day)[0] for day in LAW_DAYS[1:])
    books = [*comparing.books(), *others, comparing.reform()]
    agree(compiled(books, ("thai",), drawn.slots), drawn)


def test_every_rule_is_the_same_on_random_families(drawn: Table) -> None:
    books = comparing.books()
    program = compiled(books, answerable(books), drawn.slots)
    assert len(program.answers) > 200
    agree(program, drawn)


def test_10_000_made_people_have_the_counts_of_numpy() -> None:
    table = comparing.made(10_000)
    agree(compiled(comparing.books(), ("thai",), table.slots), table)


def test_neither_order_of_rows_nor_numbers_of_persons_change_an_answer(
    drawn: Table,
) -> None:
    program = compiled(comparing.books()[:1], ("thai",), drawn.slots)
    numbers = np.random.default_rng(1).permutation(len(drawn)) * 7 + 3
    people = comparing.numbered(drawn, numbers)
    found, _ = run(program, people, generations=comparing.depth(drawn))
    order = np.argsort(numbers)
    ours = {
        name: values[order]
        for name, values in comparing.reference(program, drawn).items()
    }
    assert not list(comparing.differences(ours, found))


@pytest.mark.campaign
def test_the_case_library_is_answered_as_by_numpy() -> None:
    table = comparing.library()
    agree(compiled(comparing.books()[:1], ("thai",), table.slots), table)


@pytest.mark.campaign
@pytest.mark.parametrize("day", LAW_DAYS)
@pytest.mark.parametrize("number", range(4))
def test_every_rule_of_every_law_day_is_the_same(day: date, number: int) -> None:
    table = comparing.table_of_families(comparing.families(3000, 7 + number))
    books = comparing.books(day)
    agree(compiled(books, answerable(books), table.slots), table)


def test_days_move_by_whole_years_as_in_the_calendar() -> None:
    ops = Builder()
    day = ops.column("day")
    steps = {years: ops.years(day, years) for years in YEARS}
    listed = ", ".join(expression(op, ("day",), DUCKDB.years) for op in steps.values())
    values = ", ".join(f"({corner})" for corner in CORNERS)
    rows = duckdb.sql(f"SELECT {listed} FROM (VALUES {values}) AS days(day)").fetchall()
    for corner, row in zip(CORNERS, rows, strict=True):
        assert list(row) == [moved_day(corner, years) for years in YEARS]


# -- tables that cannot be read ------------------------------------------------------


def refused(people: Mapping[str, Column], **options: object) -> str:
    program = compiled(comparing.books()[:1], ("thai",), Table(people).slots)
    with pytest.raises(duckdb.Error) as error:
        run(program, people, **{"lang": "en", **options})  # type: ignore[arg-type]
    return str(error.value)


def test_a_loop_of_fathers_is_refused() -> None:
    said = refused(comparing.child_of(1, 2, 0))
    assert "Person 0 is among their own forebears" in said
    assert "Correct the row that closes the circle" in said


def test_one_who_is_their_own_father_is_refused() -> None:
    assert "Person 2 is among" in refused(comparing.child_of(-1, -1, 2))


def test_deeper_families_are_refused_not_left_out() -> None:
    said = refused(comparing.child_of(1, 2, 3, 4), generations=3)
    assert "deeper than 3 generations" in said
    assert "--generations" in said


def test_a_parent_who_is_no_row_is_refused() -> None:
    said = refused(comparing.child_of(1, 99))
    assert "Column father of person 1 leads to person 99" in said


def test_two_rows_of_one_number_are_refused() -> None:
    people = comparing.child_of()
    people["person"][1] = 0
    assert "Column person holds a number twice" in refused(people)


def test_an_empty_value_is_refused_by_the_name_of_its_column() -> None:
    people = comparing.child_of()
    holed = np.ma.masked_array(people["born_country"], mask=False)
    holed.mask[3] = True
    people["born_country"] = holed
    assert "Column born_country holds no value (NULL)" in refused(people)


def test_a_column_that_is_missing_is_named() -> None:
    people = comparing.child_of()
    del people["born_country"]
    assert "born_country" in refused(people)


def test_a_slot_that_the_script_does_not_read_is_refused_where_it_is_used() -> None:
    people = comparing.child_of()
    fewer = {**Table(people).slots, "order": 0}
    program = compiled(comparing.books()[:1], ("thai",), fewer)
    for name in ("kind", "by", "under", "on_lo", "on_hi"):
        people[f"order1_{name}"] = np.zeros(len(people["person"]), np.int32)
    run(program, people, generations=2)
    people["order1_kind"][2] = 1
    with pytest.raises(duckdb.Error, match="--slots order=1"):
        run(program, people, lang="en", generations=2)  # type: ignore[arg-type]


def test_a_refusal_is_in_thai_unless_english_is_asked_for() -> None:
    assert "บรรพบุรุษของตนเอง" in refused(comparing.child_of(1, 0), lang="th")
