"""``sathana assess``: files in, reports and JSON Lines out, faults in plain words."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sathana import law
from sathana.cli import days
from sathana.cli.files import load
from sathana.cli.main import main
from sathana.cli.naming import Namer
from sathana.cli.page import Page
from sathana.cli.report_parts import notes, papers_to_get
from sathana.cli.terminal import COLUMNS, Speaker, width

EXAMPLE = """\
sathana: 1
case: example-1
title: Mother born here, revoked in 1972
as_of: 2007-12-31
law_at: 2007-12-31
persons:
  P:
    name: {th: ปุ๊, en: Pu}
    sex: female
    born: {date: 1975-03-02, country: TH, place: "Mae Chan", notified: in_time}
    father: F
    mother: M
    parents_marriage: never
  M: {sex: female, born: {date: 1950, country: TH}, father: GF, mother: GM,
      parents_marriage: never, legitimation: never, entered: never,
      stay: [{kind: unpermitted, from: 1972-12-14}]}
  F: {sex: male, thai: no, entered: 1946, stay: [{kind: unpermitted, from: 1946}]}
  GM: {sex: female, thai: no, entered: 1945, stay: [{kind: unpermitted, from: 1945}]}
  GF: {sex: male, thai: no, entered: 1945, stay: [{kind: unpermitted, from: 1945}]}
"""
CONTRACT_KEYS = {
    "thai", "intervals", "stay", "pathways", "needs", "rights", "deadlines",
    "documented", "to_document", "contradictions", "warnings", "assumed", "proof",
}  # fmt: skip
CASES = Path(law.__file__).with_name("th") / "cases"
NO_DAYS = (
    "sathana: 1\ncase: no-days\npersons:\n  P: {born: {date: 2000, country: TH}}\n"
)


@pytest.fixture
def example(tmp_path: Path) -> str:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLE, "utf-8")
    return str(path)


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_one_file_gives_one_json_document_on_one_line(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", example, "--json"]) == 0
    (answer,) = lines(capsys.readouterr().out)
    assert answer["case"] == "example-1"
    assert answer["persons"].keys() == {"P", "M", "F", "GM", "GF"}
    assert answer["persons"]["P"].keys() >= CONTRACT_KEYS
    assert answer["persons"]["P"]["thai"]["answer"] == "contested"


def test_thai_stays_readable_in_json(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["assess", example, "--json"])
    assert "ปุ๊" in capsys.readouterr().out


def test_several_files_keep_their_order_and_a_bad_one_stops_no_other(
    example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("sathana: 1\ncase: bad\npersons:\n  P: {sexx: male}\n", "utf-8")
    good = tmp_path / "good.yaml"
    good.write_text(NO_DAYS, "utf-8")
    status = main(["assess", example, str(bad), str(good), "--json", "--lang", "en"])
    out, err = capsys.readouterr()
    assert status == 1
    assert [answer["case"] for answer in lines(out)] == ["example-1", "no-days"]
    assert err.startswith(f"{bad}:4: ")
    assert "sex" in err


def test_a_dash_reads_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = io.TextIOWrapper(io.BytesIO(EXAMPLE.encode()), encoding="ascii")
    monkeypatch.setattr("sys.stdin", raw)
    assert main(["assess", "-", "--json", "--person", "P"]) == 0
    (answer,) = lines(capsys.readouterr().out)
    assert list(answer["persons"]) == ["P"]


@pytest.mark.parametrize(
    ("lang", "file_missing", "folder"),
    [("th", "ไม่พบไฟล์นี้", "โฟลเดอร์"), ("en", "no such file", "folder")],
)
def test_a_missing_file_and_a_folder_are_said_in_the_language_chosen(
    lang: str,
    file_missing: str,
    folder: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    missing = str(tmp_path / "none.yaml")
    assert main(["assess", missing, str(tmp_path), "--lang", lang]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{missing}:0: ")
    assert file_missing in first
    assert folder in second


def test_an_unknown_person_is_refused_and_the_nearest_is_named(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", example, "--person", "GFF", "--lang", "en"]) == 1
    err = capsys.readouterr().err
    assert "no person 'GFF'" in err
    assert "did you mean GF?" in err


def test_the_options_override_the_days_of_the_file(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["assess", example, "--json", "--as-of", "2020-01-01"])
    (answer,) = lines(capsys.readouterr().out)
    assert (answer["as_of"], answer["law_at"]) == ("2020-01-01", "2007-12-31")
    main(["assess", example, "--json", "--law-at", "2020-01-01"])
    (answer,) = lines(capsys.readouterr().out)
    assert (answer["as_of"], answer["law_at"]) == ("2007-12-31", "2020-01-01")


def test_without_any_day_it_is_today_in_thailand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(NO_DAYS, "utf-8")
    monkeypatch.setattr(days, "today", lambda: 737_425)
    main(["assess", str(path), "--json"])
    (answer,) = lines(capsys.readouterr().out)
    assert answer["as_of"] == answer["law_at"] == "2020-01-01"


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("2550-12-31", "2007-12-31"),
        ("2019-02-30", "28"),
        ("1975", "2007-12-31"),
        ("yesterday", "1975-03-02"),
    ],
)
def test_a_day_that_cannot_be_is_a_wrong_argument_with_a_hint(
    day: str, hint: str, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", example, "--as-of", day, "--lang", "en"]) == 2
    assert hint in capsys.readouterr().err


def test_persons_whose_marriages_hang_on_themselves_are_named(
    example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from sathana.cli import assess as command
    from sathana.status import TimeLoopError

    def loop(*_: object, **__: object) -> None:
        raise TimeLoopError(("A", "B", "A"))

    monkeypatch.setattr(command, "assess", loop)
    assert main(["assess", example]) == 1
    assert "A → B → A" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["th", "en"])
def test_no_line_of_a_report_is_wider_than_a_terminal(
    lang: str, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", example, "--lang", lang]) == 0
    wide = [x for x in capsys.readouterr().out.splitlines() if width(x) > COLUMNS]
    assert wide == []


def test_a_thai_report_counts_in_buddhist_years_and_ends_with_whose_it_is(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["assess", example, "--person", "P"])
    out = capsys.readouterr().out
    assert "2 มีนาคม 2518" in out
    assert "1975" not in out
    assert "การวินิจฉัยสัญชาติเป็นอำนาจของรัฐ" in out.splitlines()[-1]


def test_an_english_report_counts_in_common_years_and_ends_with_whose_it_is(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["assess", example, "--person", "P", "--lang", "en"])
    out = capsys.readouterr().out
    assert "2 March 1975" in out
    assert "2518" not in out
    assert out.splitlines()[-1].endswith("determination is the state's.")


@pytest.mark.parametrize(
    "part",
    [
        "Pu (P)",
        "NS-1965",
        "text seen",
        "The readings differ",
        "reading of the courts",
        "What decided it",
        "What would change it",
        "Thai nationality over the life",
        "Pathways",
        "Questions, the one that decides most first",
        "Presumed, because the file is silent",
        "Why",
        "closed: a condition is not met (",
    ],
)
def test_a_report_holds_every_part(
    part: str, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["assess", example, "--person", "P", "--lang", "en"])
    assert part in capsys.readouterr().out


def test_papers_and_contradictions_are_written_where_there_are_any(
    example: str,
) -> None:
    page, say = Page(), Speaker("en")
    namer = Namer(load(example, "en"), "en")
    text = {"th": "ขัดกัน", "en": "two dates of birth"}
    row = {
        "to_document": [
            {
                "fact": "M.born.country",
                "papers": ["BIRTH-CERTIFICATE"],
                "opens": ["thai"],
            }
        ],
        "contradictions": [{"facts": ["M.born.date"], "message": text}],
        "warnings": [],
        "assumed": [{"fact": "M.orders", "message": text}],
    }
    papers_to_get(page, row, namer, say)
    notes(page, row, namer, say)
    told = "\n".join(page.lines)
    assert "country of birth of M; this opens: Thai nationality" in told
    assert "birth certificate" in told
    assert "What contradicts itself" in told
    assert "two dates of birth (M)" in told


def test_a_refusal_is_reported_with_next_steps_deadline_rights_and_procedure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = CASES / "HW-P4-silence-and-demand.yaml"
    for lang, heads in (
        ("th", ("ทำอะไรต่อ", "P4")),
        ("en", ("What to do next", "P4", "9 November 2026", "any time")),
    ):
        assert main(["assess", str(file), "--person", "P", "--lang", lang]) == 0
        told = " ".join(capsys.readouterr().out.split())
        for head in heads:
            assert head in told, (lang, head)


def test_facts_of_a_parent_without_an_id_are_named_by_kinship(tmp_path: Path) -> None:
    path = tmp_path / "kin.yaml"
    path.write_text(
        "sathana: 1\ncase: kin\npersons:\n  P: {father: {sex: male}}\n", "utf-8"
    )
    case = load(str(path), "en")
    assert Namer(case, "en").fact("P.father.thai") == "Thai nationality of P's father"
    assert Namer(case, "th").fact("P.father.thai") == "สัญชาติไทย ของบิดาของP"


def test_the_full_report_holds_more_than_the_pruned_one(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["assess", example, "--person", "P", "--lang", "en"])
    pruned = capsys.readouterr().out
    main(["assess", example, "--person", "P", "--lang", "en", "--full"])
    full = capsys.readouterr().out
    assert len(full.splitlines()) > len(pruned.splitlines())
    assert "The whole proof" in full


def test_the_reading_of_offices_and_documented_facts_are_said_in_the_head(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--reading", "administration", "--facts", "documented", "--lang", "en"]
    assert main(["assess", example, *options]) == 0
    head = capsys.readouterr().out[:600]
    assert "reading of the administration" in head
    assert "only those shown by a paper" in head
