"""``sathana check``: expectations held against answers, counted file by file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sathana.cli.compare import compare, mentioned
from sathana.cli.main import main
from sathana.facts.casefile import read
from sathana.law import cases

HEAD = """\
sathana: 1
case: tiny
as_of: 2020-01-01
persons:
  P: {born: {date: 2000-05-01, country: TH}, mother: {thai: yes}, father: {thai: yes}}
"""
THAI = {
    "answer": "yes",
    "since": "2000-05-01",
    "until": None,
    "rule": "NB-1992-M",
    "lost_by": None,
    "readings": {"court": "yes", "administration": "yes"},
}
ROW = {
    "thai": THAI,
    "intervals": [{"thai": "yes", "from": "2000-05-01", "until": None, "rule": "X"}],
    "pathways": [{"id": "S23", "status": "closed"}],
    "rights": [{"id": "SCHOOL", "status": "open"}],
    "proof": {
        "rule": "NB-1992-M",
        "cite": "na/7; na/8",
        "because": [{"rule": None, "because": [{"rule": "NS-8", "because": []}]}],
    },
}


def differences(expect: str, **thai: object) -> list[str]:
    """Compare one expectation with a made-up answer."""
    case = read(f"{HEAD}expect:\n  P: {{{expect}}}\n", name="tiny")
    row = {**ROW, "thai": {**THAI, **thai}}
    return [str(d) for d in compare(case, {"persons": {"P": row}})]


@pytest.mark.parametrize(
    "expect",
    [
        "thai: yes",
        "thai: [no, yes]",
        "since: 2000-05-01",
        "since: 2000-05",
        "since: {be: 2543}",
        "since: {not_before: 1999-01-01}",
        "rule: NB-1992-M",
        "rule: [NB-1992-M, NS-1992]",
        "readings: {court: yes, administration: [yes, no]}",
        "pathways: {S23: [open, closed]}",
        "rights: {SCHOOL: open}",
        "cites: [na/8, NS-8, NB-1992-M]",
    ],
)
def test_what_is_expected_and_found_makes_no_difference(expect: str) -> None:
    assert differences(expect) == []


@pytest.mark.parametrize(
    ("expect", "line"),
    [
        ("thai: no", "tiny P thai: expected no, got yes"),
        ("thai: [no, unknown]", "tiny P thai: expected no or unknown, got yes"),
        ("since: 1999", "tiny P since: expected 1999, got 2000-05-01"),
        ("since: {be: 2542}", "tiny P since: expected 1999, got 2000-05-01"),
        ("until: 2010-01-01", "tiny P until: expected 2010-01-01, got none"),
        ("rule: NS-1992", "tiny P rule: expected NS-1992, got NB-1992-M"),
        ("lost_by: LOSS-21", "tiny P lost_by: expected LOSS-21, got none"),
        ("pathways: {S23: open}", "tiny P pathways.S23: expected open, got closed"),
        ("pathways: {XX: open}", "tiny P pathways.XX: expected open, got none"),
        ("readings: {court: no}", "tiny P readings.court: expected no, got yes"),
        ("rights: {SCHOOL: closed}", "tiny P rights.SCHOOL: expected closed, got open"),
    ],
)
def test_a_difference_is_said_in_one_line(expect: str, line: str) -> None:
    assert differences(expect) == [line]


def test_a_citation_that_the_proof_lacks_is_a_difference() -> None:
    (line,) = differences("cites: [na/8, na/9]")
    assert line.startswith("tiny P cites: expected na/9, got ")


def test_a_proof_mentions_what_any_of_its_findings_cites() -> None:
    assert mentioned(ROW["proof"]) == {"NB-1992-M", "NS-8", "na/7", "na/8"}  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", ["unknown", "contested"])
def test_rule_and_dates_are_compared_only_where_the_answer_is_decided(
    answer: str,
) -> None:
    expect = "rule: NS-1992, since: 1999, until: 2010, lost_by: LOSS-21"
    assert differences(expect, answer=answer) == []


def test_of_several_rules_each_must_be_an_expected_one() -> None:
    found = ["NB-1992-M", "NS-1992"]
    assert differences("rule: [NB-1992-M, NS-1992, DT]", rule=found) == []
    assert differences("rule: NB-1992-M", rule=found) != []


def test_a_span_of_dates_must_lie_inside_the_span_expected() -> None:
    assert differences("since: 2000", since="2000-03-01/2001-06-01") != []
    assert differences("since: 2000", since="2000-03-01/2000-06-01") == []


def written(folder: Path, name: str, expect: str, more: str = "") -> str:
    path = folder / f"{name}.yaml"
    text = HEAD.replace("tiny", name) + f"expect:\n  P: {{{expect}}}\n{more}"
    path.write_text(text, "utf-8")
    return str(path)


def test_files_are_counted_as_passed_failed_and_disputed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        written(tmp_path, "good", "thai: yes"),
        written(tmp_path, "wrong", "thai: no"),
        written(tmp_path, "disputed", "thai: no", "disputed: the file says so\n"),
        written(tmp_path, "agreed", "thai: yes", "disputed: but it agrees\n"),
        str(tmp_path / "missing.yaml"),
    ]
    assert main(["check", *files]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "wrong P thai: expected no, got yes",
        "disputed P thai: expected no, got yes (disputed)",
        "1 disputed",
        "2 passed, 2 failed",
    ]
    assert "missing.yaml:0: " in err


def test_when_nothing_fails_the_status_is_zero_and_no_dispute_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", written(tmp_path, "good", "thai: yes")]) == 0
    assert capsys.readouterr().out == "1 passed, 0 failed\n"


def test_a_disputed_file_alone_does_not_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "odd", "thai: no", "disputed: wrongly printed\n")
    assert main(["check", file]) == 0
    assert capsys.readouterr().out.endswith("1 disputed\n0 passed, 0 failed\n")


def test_json_gives_a_document_a_file_and_the_counts_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", written(tmp_path, "wrong", "thai: no"), "--json"]) == 1
    first, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["outcome"] == "failed"
    assert first["differences"][0]["expected"] == "no"
    assert last == {"passed": 0, "failed": 1, "disputed": 0}


def test_without_a_file_the_library_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cases, "names", lambda: ("SYN-01", "SYN-03"))
    main(["check"])
    last = capsys.readouterr().out.splitlines()[-1]
    assert last in {"2 passed, 0 failed", "1 passed, 1 failed", "0 passed, 2 failed"}
