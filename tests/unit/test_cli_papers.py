"""``sathana papers``: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from sathana.cli.main import main

FAMILY = str(Path(__file__).parents[1] / "documents" / "family.yaml")


def ask(out: Path, *more: str, person: str = "A", pathway: str = "S23") -> int:
    asked = (
        "--person",
        person,
        "--pathway",
        pathway,
        "--out",
        str(out),
        "--lang",
        "en",
    )
    return main(["papers", FAMILY, *asked, *more])


def test_the_papers_are_written_for_their_owner_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pack"
    assert ask(out, "--part", "remedies") == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == [
        *("01-appeal.docx", "01-appeal.pdf"),
        *("02-complaint.docx", "02-complaint.pdf", "03-chronology.pdf"),
    ]
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o600 for p in out.iterdir())
    said = capsys.readouterr().out
    assert "every page is a draft" in said
    assert "F.stay" in said


def test_signed_off_papers_are_not_called_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--part", "remedies", "--signed-off-by", "Mrs Checker", "--tell", "stay")
    assert ask(tmp_path, *more) == 0
    said = capsys.readouterr().out
    assert "draft" not in said
    assert "F.stay" not in said


@pytest.mark.parametrize(
    ("person", "pathway", "words"),
    [
        ("X", "S23", "there is no person 'X'"),
        ("A", "S32", "did you mean S23?"),
        ("A", "NOTHING-LIKE-IT", "there is no pathway"),
    ],
)
def test_what_is_not_there_is_named(
    person: str,
    pathway: str,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ask(tmp_path, person=person, pathway=pathway) == 1
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_font_has_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path(FAMILY).read_text("utf-8").replace("นางสาวสมมติ ไม่มีจริง", "李小龍")
    file = tmp_path / "case.yaml"
    file.write_text(text, "utf-8")
    out = tmp_path / "pack"
    asked = ["--person", "A", "--pathway", "S23", "--out", str(out)]
    assert main(["papers", str(file), *asked, "--lang", "th"]) == 1
    assert "U+674E" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "taken"
    place.write_text("a file")
    assert ask(place, "--part", "remedies") == 1
    assert str(place) in capsys.readouterr().err


def test_the_bench_of_papers_gives_its_figures(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["bench", "papers", "--packs", "1", "--json", "--lang", "en"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["papers"] == 10
    assert found["ratio"] > 0
    assert main(["bench", "papers", "--packs", "0", "--lang", "en"]) == 2
