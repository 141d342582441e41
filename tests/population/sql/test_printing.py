"""What a script holds besides steps: rules and sections, other databases, refusals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.population.sql import comparing

from sathana.law.load import pack
from sathana.population.ops import Op
from sathana.population.program import answerable, compiled
from sathana.population.sql.dialects import DIALECTS, DUCKDB
from sathana.population.sql.expressions import UnknownStepError, expression
from sathana.population.sql.names import LONGEST, Names, of_answers
from sathana.population.sql.notes import noted, only
from sathana.population.sql.script import script

GOLDEN = Path(__file__).parent / "golden"
USUAL = {"stay": 2, "residence": 1, "registers": 1, "care": 0, "thai": 1, "order": 2}
USUAL |= {"marriage": 2, "finding": 0}
NONE = dict.fromkeys(USUAL, 0)
ASKED = ("rule:MARRIAGE", "rule:RG-2543")
"""One that counts years, and one that hangs on the parents."""
SOURCES = Path(__file__).parents[3] / "src"


def small(dialect: str) -> str:
    program, notes = noted(comparing.books()[:1], ASKED, NONE, "en")
    return script(program, dialect, generations=2, lang="en", notes=notes)


@pytest.mark.parametrize("dialect", ["spark", "clickhouse"])
def test_what_is_printed_for_a_database_that_nobody_tried_was_looked_at(
    dialect: str,
) -> None:
    file, printed = GOLDEN / f"{dialect}.sql", small(dialect)
    if os.environ.get("SATHANA_GOLDEN"):
        file.write_text(printed, "utf-8")
    assert printed == file.read_text("utf-8"), (
        "the text differs from the one that was looked at; read the difference, then "
        "write it anew with SATHANA_GOLDEN=1"
    )


@pytest.mark.parametrize("dialect", ["spark", "clickhouse"])
def test_all_of_nationality_prints_for_them_too_and_says_that_it_was_not_run(
    dialect: str,
) -> None:
    program = compiled(comparing.books()[:1], ("thai",), USUAL)
    printed = script(program, dialect, generations=1)
    assert "ยังไม่เคยรันกับฐานข้อมูลชนิดนี้" in printed[:600]
    assert "thai_court2026" in printed


@pytest.mark.parametrize("dialect", ["duckdb", "postgres"])
def test_a_database_that_was_tried_is_not_said_to_be_untried(dialect: str) -> None:
    assert "Not executed" not in small(dialect)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_each_rule_of_nationality_is_named_with_its_section(lang: str) -> None:
    books = comparing.books()
    program, notes = noted(books, ("thai",), USUAL, lang)  # type: ignore[arg-type]
    printed = " ".join(
        line.strip().removeprefix("-- ")
        for line in script(program, "duckdb", lang=lang, notes=notes).splitlines()  # type: ignore[arg-type]
        if line.strip().startswith("--")
    )
    rules = {c.rule for b in books for c in b.clauses if c.kind in {"gain", "loss"}}
    unnamed = {rule for rule in rules if rule not in printed}
    assert not unnamed
    for rule in ("NS-1992", "7BIS-1", "A337-1", "NB-1992-M", "GAIN-WIFE", "S23"):
        info = pack().rules[rule]
        provision = pack().provisions[info.cites[0]]
        assert f"{rule}: {' '.join(info.title[lang].split())}" in printed
        assert provision.section[lang] in printed


def test_an_answer_stands_below_the_rule_that_it_answers() -> None:
    lines = small("duckdb").splitlines()
    place = next(n for n, text in enumerate(lines) if "AS rule_marriage_court" in text)
    assert any("-- MARRIAGE: " in line for line in lines[place - 4 : place])


def test_notes_change_no_answer() -> None:
    books = comparing.books()
    program, _ = noted(books, ("thai",), USUAL)
    table = comparing.table_of_families(comparing.families(30))
    program, _ = noted(books, ("thai",), table.slots)
    plain = compiled(books, ("thai",), table.slots)
    assert program.answers.keys() == plain.answers.keys()
    ours = comparing.reference(plain, table)
    assert not list(comparing.differences(ours, comparing.reference(program, table)))


def test_a_program_of_fewer_answers_holds_no_more_than_those_hang_on() -> None:
    books = comparing.books()[:1]
    program = compiled(books, answerable(books), USUAL)
    less = only(program, [(books[0].name, "rule:MARRIAGE")])
    assert less.operations < program.operations / 50


def test_the_same_question_is_printed_the_same_in_every_run() -> None:
    code = (
        "from sathana.law.rules import READINGS;"
        "from sathana.population.rulebook import Rulebook;"
        "from sathana.population.sql.notes import noted;"
        "from sathana.population.sql.script import script;"
        "import hashlib;"
        "books = [Rulebook(n, 739768, 739768, law) for n, law in READINGS.items()];"
        f"p, n = noted(books, ('thai',), {USUAL!r});"
        "print(hashlib.sha256(script(p, 'postgres', notes=n).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(SOURCES)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_names_are_short_enough_for_every_database_and_each_is_used_once() -> None:
    books = comparing.books()
    names = of_answers(compiled(books, answerable(books), USUAL).answers, Names())
    assert len(set(names.values())) == len(names)
    assert max(map(len, names.values())) <= LONGEST


def test_a_step_of_a_kind_that_nobody_has_said_in_sql_is_refused() -> None:
    with pytest.raises(UnknownStepError, match="'guess'"):
        expression(Op("guess", (), None, 0), (), DUCKDB.years)


def test_where_columns_are_too_many_relatives_come_in_one_after_the_other() -> None:
    many = {**USUAL, "stay": 3, "order": 3, "marriage": 3}
    program = compiled(comparing.books(), ("thai",), many)
    beside, in_turn = (script(program, name) for name in ("duckdb", "postgres"))
    assert "FROM layer0 AS p" not in beside
    assert in_turn.count(" AS p\n  LEFT JOIN sathana_done") == 6


def test_every_database_offered_prints() -> None:
    assert set(DIALECTS) == {"duckdb", "postgres", "spark", "clickhouse"}
    for dialect in DIALECTS:
        assert small(dialect).startswith(f"-- sathana law sql --dialect {dialect}\n")
