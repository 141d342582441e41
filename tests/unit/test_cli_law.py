"""``sathana law``: rules listed and shown, what is due, what is wrong with the data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sathana.cli import law_practice
from sathana.cli.coverage import coverage
from sathana.cli.law_check import condition_faults
from sathana.cli.main import main
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker
from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.law import cases
from sathana.law import compile as law_data
from sathana.law.faults import fault
from sathana.law.load import pack
from sathana.law.rules import Text, texts
from sathana.logic.nodes import YES


@pytest.fixture(autouse=True)
def _few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask three cases only: the whole library is for the test of its coverage."""
    coverage.cache_clear()
    few = ("SC-0895-2518", "SYN-01", "SYN-05")
    monkeypatch.setattr(cases, "names", lambda: few)


def said(capsys: pytest.CaptureFixture[str], *argv: str, status: int = 0) -> str:
    """Run a command; return what it wrote on standard output."""
    assert main(["law", *argv]) == status
    return capsys.readouterr().out


def test_every_rule_is_listed_with_its_title_and_mark(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(capsys, "list", "--lang", "en")
    assert all(f"\n{rule} " in f"\n{out}" for rule in pack().rules)
    assert "[text seen]" in " ".join(out.split())
    assert out.splitlines()[-1] == f"{len(pack().rules)} rules ({pack().version})"


def test_rules_can_be_listed_by_kind_and_by_the_day_whose_law_is_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(
        capsys, "list", "--kind", "loss", "--as-of", "1960-01-01", "--lang", "en"
    )
    assert "LOSS-1953-16BIS" in out
    assert "LOSS-21 " not in out
    assert "NS-1957" not in out


def test_coverage_counts_cases_rules_and_rules_without_a_case(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(capsys, "list", "--coverage", "--lang", "en")
    assert "cases: 3" in out
    law = pack()
    rules = len(law.rules) - len(law.rights) - len(law.pathways)
    kinds = f"{len(law.pathways)} pathways, {len(law.rights)} rights"
    assert f"{rules} rules, {kinds}, {len(law.procedures)} procedures; " in out
    assert "rules without a case: " in out
    assert "rules without a case in which they are met: " in out
    assert "rules without a case in which they are not met: " in out


@pytest.mark.parametrize(
    ("lang", "part"),
    [
        ("en", "rights without a case in which they are open or open on a permit: "),
        ("en", "rights without a case in which they are closed or unknown: "),
        ("en", "procedures without a case: "),
        ("th", "สิทธิที่ไม่มีกรณีใดเลย: "),
        ("th", "ขั้นตอนที่ไม่มีกรณีใดเลย: "),
    ],
)
def test_coverage_counts_rights_and_procedures_too(
    lang: str, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, "list", "--coverage", "--lang", lang)
    assert part in out
    assert "\nP4 " in out
    assert "\nSCHOOL " in out


def test_records_without_a_case_are_counted_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    coverage.cache_clear()
    monkeypatch.setattr(cases, "names", lambda: ("HW-P4-silence-and-demand",))
    out = said(capsys, "list", "--coverage", "--kind", "procedure", "--lang", "en")
    total = len(pack().procedures)
    assert f"{total} procedures; {total - 1} without a case" in out
    lacking = out.split("procedures without a case: ")[1].splitlines()[0]
    assert lacking.startswith(f"{total - 1} (P1, ")
    assert "P4," not in lacking


def test_a_procedure_is_shown_at_work_only_with_a_right_a_deadline_and_a_citation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = cases.case("HW-P4-silence-and-demand")
    wanted = dict(whole.expect["P"])
    less = replace(whole, expect={"P": {**wanted, "deadlines": {}}})
    for case, met in ((whole, {"one"}), (less, set())):
        coverage.cache_clear()
        monkeypatch.setattr(cases, "names", lambda: ("one",))
        monkeypatch.setattr(cases, "case", lambda _, case=case: case)
        assert coverage()["P4"].met == met
        assert coverage()["P4"].all == {"one"}
    coverage.cache_clear()


def test_a_right_is_met_where_it_is_open_or_open_on_a_permit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    coverage.cache_clear()
    monkeypatch.setattr(cases, "names", lambda: ("HW-P2-ninety-days",))
    found = coverage()
    assert found["WORK"].met  # on a permit, for the boy
    assert found["WORK"].not_met  # not known, for the parents
    assert not found["VOTE"].met
    assert found["VOTE"].not_met


def test_rights_are_listed_by_their_kind(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "list", "--kind", "right", "--lang", "en").splitlines()
    assert out[-1] == f"{len(pack().rights)} rights ({pack().version})"
    assert any(line.startswith("SCHOOL ") for line in out)
    assert not any(line.startswith("S23 ") for line in out)


@pytest.mark.parametrize(
    ("key", "thai", "english"),
    [
        ("P4", "ทำอย่างไร", "If refused, or without an answer:"),
        ("apa-44", "กำหนดเวลา", "15 days"),
        ("FEE-NATURALISE-ADULT", "ยังไม่ยืนยันว่าใช้บังคับอยู่", "10,000 baht"),
        ("DOPA-1548", "โทรศัพท์", "Telephone"),
        ("NHRC", "โทรศัพท์", "Telephone"),
        ("TR05", "ท.ร.05", "Code on paper"),
        ("ท.ร.05", "ท.ร.05", "Code on paper"),
        ("WORK", "สิทธิเมื่อได้รับอนุญาต", "right on a permit"),
    ],
)
def test_procedures_limits_fees_offices_and_forms_are_shown_by_id(
    key: str, thai: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    both = said(capsys, "show", key)
    assert thai in both
    assert english in both
    assert "Authority" in both


def test_every_record_of_practice_can_be_shown_in_both_languages() -> None:
    law = pack()
    keys = [*law.procedures, *law.limits, *law.fees, *law.doors, *law.forms]
    for key in keys:
        for say in (Speaker("th"), Speaker("en")):
            page = Page()
            law_practice.show(page, key, say)
            assert key in page.lines[0]


def test_a_case_exercises_the_rule_that_decides_it() -> None:
    assert "SC-0895-2518" in coverage()["LOSS-21"].met


def test_a_broken_case_of_the_library_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(name: str) -> CaseFile:
        return read("sathana: 1\ncase: x\n", name=f"{name}.yaml")

    monkeypatch.setattr(cases, "case", broken)
    assert main(["law", "list", "--coverage"]) == 1
    assert "SC-0895-2518.yaml:" in capsys.readouterr().err


def test_a_language_before_the_command_chooses_the_one_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--lang", "en", "law", "show", "C1"]) == 0
    assert "แนว" not in capsys.readouterr().out


def test_a_rule_is_not_exercised_by_births_it_does_not_govern() -> None:
    governed = coverage()["NB-R0"]
    assert governed.all <= {"SC-0895-2518", "SYN-01", "SYN-05"}
    assert "SC-0895-2518" not in governed.not_met


@pytest.mark.parametrize(
    "part",
    [
        "7BIS-1", "Kind", "Condition (bar)", "the person was born on or after",
        "reading of the administration", "For whom, and when", "Authority",
        "Royal Gazette", "source: ", "to be rechecked by", "courts and academics",
        "Cases of the library", "not met (",
    ],
)  # fmt: skip
def test_a_rule_is_shown_with_all_that_is_known_of_it(
    part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert part in said(capsys, "show", "7BIS-1", "--lang", "en")


def test_a_rule_is_shown_in_both_languages_unless_one_is_chosen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    both = said(capsys, "show", "S23")
    assert "เงื่อนไข" in both
    assert "Condition" in both
    assert "Condition" not in said(capsys, "show", "S23", "--lang", "th")


def test_another_rule_is_named_with_the_id_under_which_it_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "(S23-AB)”" in said(capsys, "show", "S23", "--lang", "en")


def test_a_pathway_says_where_and_when_to_apply(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(capsys, "show", "S23", "--lang", "en")
    assert "How to apply" in out
    assert "registrar" in out


def test_contested_points_provisions_and_instruments_are_shown_by_id(
    capsys: pytest.CaptureFixture[str],
) -> None:
    point = said(capsys, "show", "c1", "--lang", "en")
    assert "offices" in point
    assert "Can change" in point
    provision = said(capsys, "show", "na-2508/8", "--lang", "en")
    assert "NS-8" in provision
    assert "in force from 5 August 1965" in provision
    assert "na-2508/8" in said(capsys, "show", "na-2508", "--lang", "en")


def test_an_unknown_id_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "show", "NB-1992-N", "--lang", "en"]) == 1
    assert "did you mean NB-1992-M?" in capsys.readouterr().err


def test_what_is_due_is_counted_for_the_day_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    late = said(capsys, "due", "--on", "2199-01-01", "--lang", "en").splitlines()[-1]
    early = said(capsys, "due", "--on", "1999-01-01", "--lang", "en").splitlines()[-1]
    total = len(pack().due(0))
    assert late == f"{total} of {total} are due on 1 January 2199"
    assert early == f"0 of {total} are due on 1 January 1999"


def test_the_law_that_ships_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "check", "--lang", "en")
    assert f"{len(pack().rules)} rules" in out


def test_a_fault_of_the_data_is_printed_and_fails_the_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [fault("mark", "NS-8", "ไม่มีเครื่องหมาย", "has no mark")]
    monkeypatch.setattr(law_data, "check", lambda: found)
    assert main(["law", "check", "--lang", "en"]) == 1
    assert "NS-8: has no mark [mark]" in capsys.readouterr().err
    assert main(["law", "compile", "--check"]) == 1
    assert "NS-8: ไม่มีเครื่องหมาย [mark]" in capsys.readouterr().err


def test_a_condition_without_data_is_a_fault() -> None:
    stray = Text("STRAY", "gain", lambda p, law: YES, basis="soil")
    codes = {(f.subject, f.code) for f in condition_faults(pack(), (*texts(), stray))}
    assert codes == {("STRAY", "no-data")}


def test_data_without_a_condition_is_a_fault() -> None:
    without = tuple(text for text in texts() if text.rule != "S23")
    codes = {(f.subject, f.code) for f in condition_faults(pack(), without)}
    assert codes == {("S23", "no-condition")}


def test_a_pathway_without_a_condition_of_its_own_is_a_fault() -> None:
    without = tuple(t for t in texts() if (t.rule, t.kind) != ("S23", "pathway"))
    codes = {(f.subject, f.code) for f in condition_faults(pack(), without)}
    assert codes == {("S23", "no-pathway-condition")}


def test_compiling_writes_only_what_the_yaml_gives(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "compiled.json" in said(capsys, "compile", "--check")
    assert json.loads((law_data.HERE / "compiled.json").read_text("utf-8"))
