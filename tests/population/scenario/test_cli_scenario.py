"""``sathana scenario``: what it prints and writes, and what it leaves behind."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from pathlib import Path

import pypdfium2
import pytest

from sathana.cli import commands_scenario
from sathana.cli import scenario as command
from sathana.cli.arguments import EnglishParser, Parser
from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Speaker

NAME = "residence-years"


def options(*argv: str, lang: str = "en") -> Namespace:
    parser = (EnglishParser if lang == "en" else Parser)()
    commands = parser.add_subparsers(dest="command")
    commands_scenario.add(commands, Speaker(lang))  # type: ignore[arg-type]
    return parser.parse_args(["scenario", *argv, "--lang", lang])


def run(*argv: str, lang: str = "en") -> int:
    return command.run(options(*argv, lang=lang))


def test_list_names_every_scenario_with_its_parameters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("list") == 0
    out = capsys.readouterr().out
    assert NAME in out
    assert "--set years=10" in out


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_report_says_first_that_the_people_were_made(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("run", NAME, "--persons", "2000", lang=lang) == 0
    lines = capsys.readouterr().out.splitlines()
    mark = {"th": "ผู้คนสมมติ", "en": "synthetic people"}[lang]
    assert mark in "".join(lines[:5])


def test_files_are_written_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, page = tmp_path / "x.csv", tmp_path / "x.pdf"
    argv = ["run", NAME, "--persons", "2000", "--json", "--set", "years=7"]
    assert run(*argv, "--csv", str(figures), "--pdf", str(page)) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["values"] == {"years": 7}
    assert "synthetic" in result["mark"]["en"]
    with figures.open(encoding="utf-8-sig", newline="") as opened:
        assert "synthetic people" in next(csv.DictReader(opened))["mark"]
    document = pypdfium2.PdfDocument(page)
    assert "synthetic people" in document[0].get_textpage().get_text_range()
    document.close()
    assert {path.name for path in tmp_path.iterdir()} == {"x.csv", "x.pdf"}


def test_an_interrupt_leaves_no_half_file_and_keeps_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = tmp_path / "x.csv"
    figures.write_text("old", "utf-8")

    def interrupted(*names: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run("run", NAME, "--persons", "2000", "--csv", str(figures))
    assert figures.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["run", "no-such"], "scenario list"),
        (["run", NAME, "--set", "years"], "NAME=VALUE"),
        (["run", NAME, "--set", "years=99"], "from 5 to 20"),
        (["run", NAME, "--set", "age=3"], "It has: years"),
        (["run", NAME, "--persons", "3"], "people synth"),
        (["run", NAME, "--people", "nowhere.parquet"], "no file nowhere.parquet"),
        (["run", NAME, "--people", "x", "--persons", "5000"], "do not go together"),
        (["run", NAME, "--csv", "/no/such/folder/x.csv"], "make it first"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(argv: list[str], told: str) -> None:
    with pytest.raises(UnusableError) as fault:
        run(*argv)
    assert told in " ".join(fault.value.lines)


def test_a_python_file_of_texts_may_be_named_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "texts.py").write_text(
        "from sathana.law.rules import gain\n\n\n"
        '@gain("NEW", basis="soil", reform="all-born-here")\n'
        "def born(p, law):\n    return p.born_in_thailand\n",
        "utf-8",
    )
    (tmp_path / "mine.yaml").write_text(
        "scenario: mine\ntitle: {th: ก, en: a}\nquestion: {th: ก, en: a}\n"
        "as_of: 2026-06-01\n"
        "alternatives: [{name: soil, title: {th: ก, en: a}, overlay: texts.py}]\n",
        "utf-8",
    )
    assert run("run", str(tmp_path / "mine.yaml"), "--persons", "2000", "--json") == 0
    law = json.loads(capsys.readouterr().out)["alternatives"][0]
    assert law["overlay"] == "texts.py"
    gains = {gain["rule"]: gain["rows"] for gain in law["answers"][0]["gains"]}
    assert gains["NEW"] > 0
