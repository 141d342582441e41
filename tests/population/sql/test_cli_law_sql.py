"""The command that prints the law as SQL, as somebody at a keyboard meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.population.sql import comparing

from sathana.cli import law_sql
from sathana.cli.arguments import EnglishParser, Parser, language
from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Speaker
from sathana.population.parquet import write
from sathana.population.sql.script import GENERATIONS


def run(*words: str) -> int:
    argv = ["sql", *words]
    lang = language(argv)
    top = (EnglishParser if lang == "en" else Parser)(prog="sathana law")
    law_sql.add(top.add_subparsers(parser_class=type(top)), Speaker(lang))
    return law_sql.run(top.parse_args(argv))


def test_the_script_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--as-of", "2026-06-01", "--what", "thai,MARRIAGE", "--reading", "court")
    assert run("--dialect", "duckdb", *words) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("-- sathana law sql --dialect duckdb\n")
    assert "-- คำตอบ: thai_court, rule_marriage_court\n" in printed
    assert "1 มิถุนายน 2569" in printed


def test_the_law_of_another_day_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    days = ("--as-of", "2026-06-01", "--law-at", "1985-01-01", "--lang", "en")
    run("--dialect", "postgres", *days)
    printed = capsys.readouterr().out
    assert "-- administration: the law of 1 January 1985 is read" in printed
    assert "NS-1992" not in printed


def test_a_file_is_written_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "law.sql"
    run("--dialect", "postgres", "--out", str(file), "--generations", "3")
    assert file.read_text("utf-8").count("INSERT INTO sathana_done") == 3
    assert [path.name for path in tmp_path.iterdir()] == ["law.sql"]
    assert str(file) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--what", "S99"), "there is no rule S99"),
        (("--what", "GAIN-WIFE"), "rule GAIN-WIFE cannot be asked of a person"),
        (("--what", ","), "--what is empty"),
        (("--slots", "stays=2"), "'stays=2' is not understood"),
        (("--slots", "stay=99"), "'stay=99' is not understood"),
        (("--people", "/no/such/people.parquet"), "There is no file"),
        (("--generations", "0"), "--generations: not 0, but 1 to 99"),
        (("--table", "people; drop table x"), "is no plain name"),
        (("--out", "/no/such/folder/law.sql"), "/no/such/folder/law.sql"),
    ],
)
def test_what_cannot_be_printed_is_refused(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UnusableError, match=r"."):
        run("--dialect", "postgres", "--lang", "th", *words)
    with pytest.raises(UnusableError) as error:
        run("--dialect", "postgres", "--lang", "en", *words)
    assert said in str(error.value)


def test_the_slots_are_those_of_made_people_or_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--dialect", "duckdb", "--lang", "en")
    usual = "stay=2,residence=1,registers=2,thai=1,order=1,marriage=1"
    assert f"-- Slots that are read: {usual}\n" in capsys.readouterr().out
    table = comparing.table_of_families(comparing.families(3))
    file = tmp_path / "people.parquet"
    write(file, [table.columns], {})
    run("--dialect", "duckdb", "--lang", "en", "--people", str(file))
    slots = ",".join(f"{k}={v}" for k, v in table.slots.items() if v)
    assert f"-- Slots that are read: {slots}\n" in capsys.readouterr().out


def test_as_many_generations_are_looked_for_as_a_program_would(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("--dialect", "duckdb")
    printed = capsys.readouterr().out
    assert printed.count("SELECT * FROM sathana_law") == GENERATIONS


def test_all_that_can_be_asked_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    run("--dialect", "duckdb", "--what", "all", "--reading", "administration")
    printed = capsys.readouterr().out
    assert "thai_administration" in printed
    assert "rule_s23_administration" in printed


def test_more_than_postgresql_can_hold_is_refused_with_a_way_out() -> None:
    many = ("--what", "all", "--slots", "stay=4,order=4,marriage=3,thai=2")
    with pytest.raises(UnusableError) as error:
        run("--dialect", "postgres", "--lang", "en", *many)
    assert "postgres takes 1664" in str(error.value)
    assert "Print it for one reading at a time" in str(error.value)
