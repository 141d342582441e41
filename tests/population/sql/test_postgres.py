"""The law as SQL, run by a real PostgreSQL server, gives the answers of numpy."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.generative.families import LAW_DAYS
from tests.population.sql import comparing
from tests.population.sql.test_duckdb import CORNERS, YEARS

from sathana.population.ops import Builder
from sathana.population.program import Program, answerable, compiled
from sathana.population.sql.dialects import POSTGRES
from sathana.population.sql.expressions import expression
from sathana.population.sql.script import script
from sathana.population.table import Column, Table
from sathana.population.years import moved_day

if TYPE_CHECKING:
    import psycopg

psycopg = pytest.importorskip("psycopg")


@pytest.fixture
def database(postgres: Mapping[str, str]) -> Iterator[psycopg.Connection]:
    """A session that leaves nothing behind."""
    with psycopg.connect(
        host=postgres["PGHOST"],
        user=postgres["PGUSER"],
        dbname=postgres["PGDATABASE"],
        autocommit=True,
    ) as session:
        yield session
        session.execute("DROP TABLE IF EXISTS people")


def load(database: psycopg.Connection, people: Mapping[str, Column]) -> None:
    listed = ", ".join(f"{name} integer NOT NULL" for name in people)
    database.execute("DROP TABLE IF EXISTS people")
    database.execute(f"CREATE TABLE people ({listed})")
    rows = np.column_stack([column.astype(np.int64) for column in people.values()])
    with database.cursor().copy("COPY people FROM STDIN") as copy:
        for row in rows.tolist():
            copy.write_row(row)


def agree(database: psycopg.Connection, program: Program, table: Table) -> None:
    load(database, comparing.plain(table))
    deep = comparing.depth(table)
    database.execute(script(program, "postgres", generations=deep))
    names = list(comparing.columns_of(program).values())
    rows = database.execute(
        f"SELECT {', '.join(names)} FROM sathana_answers ORDER BY person"
    ).fetchall()
    found = comparing.from_rows(names, rows)
    assert not list(comparing.differences(comparing.reference(program, table), found))


@pytest.fixture(scope="module")
def drawn(campaign: bool) -> Table:
    """Random families, one after another in one table."""
    return comparing.table_of_families(comparing.families(3000 if campaign else 200, 2))


@pytest.mark.parametrize("day", LAW_DAYS)
def test_nationality_is_the_same_in_both_readings(
    database: psycopg.Connection, drawn: Table, day: object
) -> None:
    books = comparing.books(day)  # type: ignore[arg-type]
    agree(database, compiled(books, ("thai",), drawn.slots), drawn)


def test_every_rule_is_the_same(database: psycopg.Connection, drawn: Table) -> None:
    books = comparing.books()
    agree(database, compiled(books, answerable(books), drawn.slots), drawn)


def test_the_case_library_is_answered_as_by_numpy(
    database: psycopg.Connection,
) -> None:
    table = comparing.library()  # so many slots that relatives come in one by one
    books = comparing.books()
    agree(database, compiled(books, ("thai",), table.slots), table)


def test_psql_runs_it_unchanged_on_10_000_made_people_with_the_counts_of_numpy(
    postgres: Mapping[str, str], database: psycopg.Connection, tmp_path: Path
) -> None:
    people = comparing.made(10_000)
    load(database, comparing.plain(people))
    program = compiled(comparing.books(), ("thai",), people.slots)
    file = tmp_path / "law.sql"
    file.write_text(script(program, "postgres"), "utf-8")
    done = subprocess.run(
        ["psql", "-X", "-q", "-A", "-t", "-F", " ", "-f", str(file)],
        env=dict(postgres),
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    printed = [line.split() for line in done.stdout.splitlines() if line]
    assert printed == [list(map(str, row)) for row in comparing.counts(program, people)]


def test_days_move_by_whole_years_as_in_the_calendar(
    database: psycopg.Connection,
) -> None:
    ops = Builder()
    steps = [ops.years(ops.column("day"), years) for years in YEARS]
    listed = ", ".join(expression(op, ("day",), POSTGRES.years) for op in steps)
    values = ", ".join(f"({corner})" for corner in CORNERS)
    query = f"SELECT {listed} FROM (VALUES {values}) AS days(day)"
    for corner, row in zip(CORNERS, database.execute(query).fetchall(), strict=True):
        assert list(row) == [moved_day(corner, years) for years in YEARS]


@pytest.mark.parametrize(
    ("fathers", "said"),
    [
        ((1, 2, 0), "Person 0 is among their own forebears"),
        ((1, 99), "Column father of person 1 leads to person 99"),
    ],
    ids=["a loop", "a father who is no row"],
)
def test_a_table_that_cannot_be_read_is_refused_and_nothing_is_answered(
    database: psycopg.Connection, fathers: tuple[int, ...], said: str
) -> None:
    people = comparing.child_of(*fathers)
    program = compiled(comparing.books()[:1], ("thai",), Table(people).slots)
    load(database, people)
    with pytest.raises(psycopg.Error) as error:
        database.execute(script(program, "postgres", lang="en"))
    assert said in str(error.value)
    database.rollback()
    with pytest.raises(psycopg.errors.UndefinedTable):
        database.execute("SELECT * FROM sathana_answers")


def test_psql_goes_on_after_a_refusal_but_answers_nothing(
    postgres: Mapping[str, str], database: psycopg.Connection
) -> None:
    people = comparing.child_of(1, 0)
    program = compiled(comparing.books()[:1], ("thai",), Table(people).slots)
    load(database, people)
    done = subprocess.run(
        ["psql", "-X", "-q", "-A", "-t"],
        env=dict(postgres),
        input=script(program, "postgres", lang="en"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "is among their own forebears" in done.stderr
    assert not done.stdout.strip()
