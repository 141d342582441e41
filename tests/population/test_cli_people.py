"""The commands about synthetic people, as a person at a keyboard meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sathana.cli.main import main
from sathana.facts.casefile import read
from sathana.population.people import writing


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A small file of people."""
    path = tmp_path / "north.parquet"
    wanted = ["--persons", "3000", "--area", "north", "--out", str(path)]
    assert main(["people", "synth", *wanted, "--lang", "en"]) == 0
    return path


def test_people_are_made_and_said_to_be_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.parquet"
    wanted = ["--persons", "3000", "--out", str(path), "--lang", "en"]
    assert main(["people", "synth", *wanted]) == 0
    assert "they are nobody" in capsys.readouterr().out
    assert writing.read_notes(path)["synthetic"] == "yes"


def test_comparing_begins_by_saying_that_people_are_synthetic(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(["people", "compare", str(people), "--lang", "en"])
    english = capsys.readouterr().out
    main(["people", "compare", str(people)])
    thai = capsys.readouterr().out
    assert "ynthetic" in english.splitlines()[0]
    assert "สมมติ" in thai.splitlines()[0]
    assert "predicted" in english


@pytest.mark.parametrize("more", [[], ["--kind", "section-23"], ["--seed", "9"]])
def test_a_family_is_a_case_file(
    more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = _kinds(capsys)
    chosen = [kinds[0] if part == "section-23" else part for part in more]
    assert main(["people", "family", *chosen]) == 0
    case = read(capsys.readouterr().out, name="family")
    assert len(case.persons) > 1


def _kinds(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["people", "family", "--kind", "?"]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_family_of_a_file_is_that_of_the_row(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["people", "family", "--people", str(people), "--row", "100"]) == 0
    assert read(capsys.readouterr().out, name="family").persons


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["compare", "no.parquet"], "no.parquet"),
        (["family", "--kind", "ครอบครัวในฝัน"], "ครอบครัวในฝัน"),
        (["synth", "--persons", "2", "--out", "few.parquet"], "2"),
        (["synth", "--persons", "3000", "--out", "no/such/folder.parquet"], "folder"),
    ],
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_cannot_be_done_is_said_without_a_traceback(
    arguments: list[str],
    named: str,
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["people", *arguments, "--lang", lang]) == 1
    said = capsys.readouterr().err
    assert named in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_row_that_does_not_exist_is_named(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ["--people", str(people), "--row", "99999999", "--lang", "en"]
    assert main(["people", "family", *wanted]) == 1
    assert "99999999" in capsys.readouterr().err.replace(",", "")


def test_making_people_broken_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*parts: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_join", broken)
    path = tmp_path / "north.parquet"
    status = main(["people", "synth", "--persons", "3000", "--out", str(path)])
    assert status == 130
    assert list(tmp_path.iterdir()) == []
