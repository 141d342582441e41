"""``sathana case new``: a conversation in the terminal, a case file at the end."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sathana.calendars.dates import to_text
from sathana.cli import case_new
from sathana.cli.asking import typed_date
from sathana.cli.case_answers import answerable, ask_need, relative_first
from sathana.cli.case_new import Asker
from sathana.cli.main import main
from sathana.cli.terminal import Speaker
from sathana.facts.casefile import read, told_text
from sathana.facts.model import CaseFile, Happened

MOTHER_KNOWN = ["Somsri", "1", "2/3/2518", "1", "1", "Nang", "2495", "1", "2"]


def type_in(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Put answers on standard input, one a line."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{a}\n" for a in answers)))


def held(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *answers: str, lang: str = "en"
) -> CaseFile:
    """Hold a conversation; return the case that was written."""
    type_in(monkeypatch, *answers)
    path = folder / "new.yaml"
    assert main(["case", "new", "-o", str(path), "--lang", lang]) == 0
    return read(path.read_bytes(), name="new")


def test_the_first_questions_give_the_person_and_the_parents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case = held(monkeypatch, tmp_path, *MOTHER_KNOWN)
    assert case.persons["P"].name == {"en": "Somsri"}
    assert told_text(case, "P", "born.date") == "1975-03-02"
    assert told_text(case, "P", "born.country") == "TH"
    assert told_text(case, "P", "mother") == "M"
    assert told_text(case, "P", "father") == "unknown"
    assert told_text(case, "M", "born.date") == "1952"
    assert told_text(case, "M", "sex") == "female"


def test_then_the_best_next_question_is_asked_and_the_answer_said(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    held(monkeypatch, tmp_path, *MOTHER_KNOWN)
    out = capsys.readouterr().out
    assert "== " in out
    assert out.index("== ") < out.rindex("1) ")
    assert "sathana assess" in out.splitlines()[-1]


def test_a_wrong_answer_is_asked_again_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = ["", "7", "1", "31/2/2518", "nonsense", "2518", "XX", "TH"]
    case = held(monkeypatch, tmp_path, *answers)
    out = capsys.readouterr().out
    assert "there is no choice '7': type a number from 0 to 3" in out
    assert "has 28 days" in out
    assert "'nonsense' is not a date" in out
    assert "XX" in out
    assert told_text(case, "P", "born.date") == "1975"
    assert told_text(case, "P", "born.country") == "TH"


@pytest.mark.parametrize("stop", [".", "0"])
def test_stopping_writes_what_there_is(
    stop: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case = held(monkeypatch, tmp_path, "สมศรี", stop, lang="th")
    assert case.persons["P"].name == {"th": "สมศรี"}


def test_an_interruption_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Interrupted(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr("sys.stdin", Interrupted("Somsri\n1\n2518\n"))
    path = tmp_path / "new.yaml"
    assert main(["case", "new", "-o", str(path)]) == 0
    case = read(path.read_bytes(), name="new")
    assert told_text(case, "P", "born.date") == "1975"


def test_a_file_that_exists_is_never_overwritten(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("mine", "utf-8")
    type_in(monkeypatch, "Somsri")
    assert main(["case", "new", "-o", str(path), "--lang", "en"]) == 1
    assert path.read_text("utf-8") == "mine"
    assert "not overwritten" in capsys.readouterr().err


def test_without_a_name_the_first_free_one_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("case.yaml", "case-2.yaml"):
        type_in(monkeypatch, "Somsri")
        assert main(["case", "new"]) == 0
        assert (tmp_path / name).is_file()


def test_to_standard_output_the_questions_go_beside_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, "Somsri", "1")
    assert main(["case", "new", "-o", "-"]) == 0
    out, err = capsys.readouterr()
    assert read(out, name="out").persons["P"].name == {"en": "Somsri"}
    assert "ชื่อ" in err


def test_where_the_file_cannot_be_written_its_text_is_shown(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    type_in(monkeypatch, "Somsri")
    assert main(["case", "new", "-o", str(tmp_path / "none" / "x.yaml")]) == 1
    out, err = capsys.readouterr()
    assert "Somsri" in out[out.index("sathana: 1") :]
    assert "x.yaml" in err


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("1975", "1975"),
        ("2518", "1975"),
        ("๒๕๑๘", "1975"),
        ("2/3/2518", "1975-03-02"),
        ("2-3-1975", "1975-03-02"),
        ("2518-03-02", "1975-03-02"),
        ("3/2518", "1975-03"),
        ("2480", "1937-04-01/1938-03-31"),
    ],
)
def test_dates_may_be_typed_in_either_era_and_either_order(
    typed: str, date: str
) -> None:
    assert to_text(typed_date(typed)) == date


FAMILY = """\
sathana: 1
case: new
persons:
  P: {sex: female, born: {date: 1975, country: TH}, mother: M,
      marriages: [{to: MM, registered: 1999}], alien_certificate: 1995}
  M: {sex: female}
"""


def answer(
    monkeypatch: pytest.MonkeyPatch, fact: str, *answers: str, at: str | None = None
) -> CaseFile:
    """Answer one missing fact of the family above."""
    case = read(FAMILY, name="new")
    type_in(monkeypatch, *answers)
    need = {"fact": fact, "at": at, "question": {"th": "?", "en": "?"}}
    assert answerable(case, need)
    return ask_need(Asker(Speaker("en"), io.StringIO()), case, need)


@pytest.mark.parametrize(
    ("fact", "answers", "key", "told"),
    [
        ("P.livelihood", ["1"], "livelihood", "yes"),
        ("P.livelihood", ["?"], "livelihood", "unknown"),
        ("P.entered", ["1", "2540"], "entered", "1997"),
        ("P.entered", ["1", ""], "entered", "{on: unknown}"),
        ("P.entered", ["never"], "entered", "never"),
        ("P.stay", ["3", "2530", ""], "stay", "[{kind: lenient, from: 1987}]"),
        ("P.registers", ["2", "2530", ""], "registers", "[{kind: TR13, from: 1987}]"),
        ("P.residence", ["1", "2518", ""], "residence", "[{from: 1975}]"),
        ("P.residence", ["2"], "residence", "[]"),
        ("P.care", ["1", "2530", "2535"], "care", None),
        ("P.orders", ["1"], "orders", "[]"),
        ("P.convictions", ["1"], "convictions", None),
        ("P.born.place", ["Mae Chan: 5"], "born.place", None),
        ("P.foreign_documents", ["passport"], "foreign_documents", "[passport]"),
        ("P.adopted", ["[{by: M, registered: 1980}]"], "adopted", None),
        ("P.father", ["3"], "father", "unidentifiable"),
    ],
)
def test_each_form_of_question_is_written_as_the_case_file_has_it(
    fact: str,
    answers: list[str],
    key: str,
    told: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = answer(monkeypatch, fact, *answers)
    assert key in case.persons["P"].told
    assert told is None or told_text(case, "P", key) == told


def test_what_is_told_of_one_day_holds_for_that_day_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = answer(monkeypatch, "M.stay", "4", "", "", at="1975-03-02")
    assert told_text(case, "M", "stay") == (
        "[{kind: unpermitted, from: 1975-03-02, until: 1975-03-03}]"
    )
    case = answer(monkeypatch, "M.thai", "2", "", "", at="1975-03-02")
    assert "is: no" in told_text(case, "M", "thai")


def test_parts_of_a_certificate_and_of_a_marriage_are_filled_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = answer(monkeypatch, "P.alien_certificate.by", "1")
    assert "by: self" in told_text(case, "P", "alien_certificate")
    case = answer(monkeypatch, "P.alien_certificate.kept_until", "2")
    assert "kept_until: never" in told_text(case, "P", "alien_certificate")
    case = answer(monkeypatch, "P.marriages.gives_nationality", "2")
    assert "gives_nationality: no" in told_text(case, "P", "marriages")


def test_an_order_is_asked_by_kind_and_day(monkeypatch: pytest.MonkeyPatch) -> None:
    case = answer(monkeypatch, "P.orders", "naturalised", "2540")
    assert told_text(case, "P", "orders").startswith("[{kind: naturalised, on: 1997")


def test_an_answer_that_cannot_be_is_explained_and_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = answer(monkeypatch, "M.born.date", "2530", "2495")
    assert told_text(case, "M", "born.date") == "1952"


def test_who_a_parent_is_comes_before_what_holds_of_them() -> None:
    case = read(FAMILY, name="new")
    need = {"fact": "M.father.thai", "at": "1975", "question": {}}
    assert relative_first(case, need)["fact"] == "M.father"
    assert relative_first(case, {"fact": "M.thai", "at": None})["fact"] == "M.thai"


@pytest.mark.parametrize(
    "fact", ["law.7BIS-2/criteria", "P.record_contradicted", "X.thai", "M.marriages.to"]
)
def test_what_no_answer_can_be_written_for_is_not_asked(fact: str) -> None:
    assert not answerable(read(FAMILY, name="new"), {"fact": fact})


def test_a_child_is_not_offered_as_its_own_ancestor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = answer(monkeypatch, "M.mother", "2")
    assert told_text(case, "M", "mother") == "unknown"


def test_the_person_of_a_new_case_is_nobody_until_told() -> None:
    talk = case_new.Talk(Asker(Speaker("en"), io.StringIO()), "x")
    assert talk.case.persons[case_new.PERSON].told == {}
    assert Happened.UNKNOWN.value == "unknown"
