"""What a report says can be done: steps, deadlines, rights, procedures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sathana.cli.files import load
from sathana.cli.main import main
from sathana.cli.naming import Namer
from sathana.cli.page import Page
from sathana.cli.practice_words import fee
from sathana.cli.report_rights import rights
from sathana.cli.report_work import deadlines, next_steps
from sathana.cli.terminal import COLUMNS, Speaker, width
from sathana.law import cases

CASES = Path(cases.__file__).parent / "th" / "cases"
SILENCE = str(CASES / "HW-P4-silence-and-demand.yaml")
LATE = str(CASES / "HW-P2-ninety-days.yaml")
SAY = Speaker("en")


def report(
    capsys: pytest.CaptureFixture[str], path: str, *options: str, person: str = "P"
) -> str:
    """Return the report on one person of a case."""
    assert main(["assess", path, "--person", person, *options]) == 0
    return capsys.readouterr().out


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        (
            [],
            ["ทำอะไรต่อ", "กำหนดเวลา", "ข้อเท็จจริงที่ตัดสิน", "ช่องทาง", "สิทธิ", "ขั้นตอน"],
        ),
        (
            ["--lang", "en"],
            [
                "What to do next", "Deadlines", "What decided it", "Pathways",
                "Rights", "Procedures",
            ],
        ),
    ],
)  # fmt: skip
def test_what_to_do_comes_first_and_rights_and_procedures_follow_the_pathways(
    lang: list[str], headings: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = report(capsys, SILENCE, *lang).splitlines()
    places = [lines.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("path", [SILENCE, LATE])
def test_no_line_about_work_is_wider_than_a_terminal(
    lang: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = report(capsys, path, "--lang", lang, "--full")
    # An address or an id is never broken.
    wide = [x for x in out.splitlines() if width(x) > COLUMNS and " " in x.strip()]
    assert wide == []


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        (
            "th",
            [
                "9 พฤศจิกายน 2569 (ยังไม่พ้น)", "1 เมษายน 2569 (พ้นแล้ว)", "เมื่อใดก็ได้:",
                "[เห็นตัวบทเพียงบางส่วน]",
            ],
        ),
        (
            "en",
            [
                "9 November 2026 (not passed)", "1 April 2026 (passed)", "any time:",
                "so the next working day, 9 November 2026.", "[seen in part]",
                "text was seen in part.",
            ],
        ),
    ],
)  # fmt: skip
def test_a_deadline_says_its_day_whether_it_passed_how_it_is_counted_and_its_mark(
    lang: str, parts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = flat(report(capsys, SILENCE, "--lang", lang))
    assert [part for part in parts if part not in out] == []


def test_the_next_steps_are_numbered_with_the_day_by_which_they_are_due() -> None:
    page = Page()
    text = {"th": "อุทธรณ์", "en": "appeal"}
    steps = [
        {"kind": "deadline", "text": text, "due": "2008-01-15", "about": []},
        {"kind": "ask", "text": text, "about": []},
    ]
    next_steps(page, {"next": steps}, SAY)
    assert page.lines[-2:] == ["  1. appeal (by 15 January 2008)", "  2. appeal"]
    next_steps(page, {"next": steps}, Speaker("th"))
    assert page.lines[-2] == "  1. อุทธรณ์ (ภายใน 15 มกราคม 2551)"


def test_a_deadline_without_a_day_says_so_and_names_what_is_missing() -> None:
    page = Page()
    text = {"th": "ก", "en": "a term"}
    row: dict[str, Any] = {
        "id": "CRA-10", "title": text, "for": text, "whose": "person", "due": None,
        "any_time": False, "passed": "unknown", "counted": text, "cite": "cra/10/1992",
        "missing": ["P.attempts.0.notified"], "verified": "unverified", "note": text,
    }  # fmt: skip
    deadlines(page, {"deadlines": [row]}, Namer(load(SILENCE, "en"), "en"), SAY)
    told = flat("\n".join(page.lines))
    assert "no day can be counted yet: a term [CRA-10]" in told
    assert "still missing: " in told
    assert "[not verified]" in told
    page = Page()
    row |= {"due": "2008-01-15", "missing": []}
    deadlines(page, {"deadlines": [row]}, Namer(load(SILENCE, "en"), "en"), SAY)
    assert "15 January 2008 (not known whether it passed)" in flat(
        "\n".join(page.lines)
    )


def test_both_amounts_of_a_fee_are_said_and_that_neither_is_verified_in_force() -> None:
    value = {"in_force": "unknown", "ceiling": False, "verified": "seen"}
    row = {
        "title": {"th": "คำขอ", "en": "application"},
        "values": [{**value, "baht": 5000}, {**value, "baht": 10000}],
    }
    assert fee(row, SAY) == (
        "application: 5,000 baht (not verified in force) or "
        "10,000 baht (not verified in force)"
    )
    assert "ยังไม่ยืนยันว่าใช้บังคับอยู่" in fee(row, Speaker("th"))


@pytest.mark.parametrize(
    ("baht", "ceiling", "said"),
    [
        (100, True, "a ceiling: not more than 100 baht"),
        (0, False, "free of charge"),
        (None, False, "amount not known"),
        (None, True, "amount not known"),
    ],
)
def test_a_ceiling_nothing_to_pay_and_an_unknown_amount_are_told_apart(
    baht: int | None, ceiling: bool, said: str
) -> None:
    value = {"baht": baht, "ceiling": ceiling, "in_force": "yes", "verified": "seen"}
    assert fee({"title": {"en": "copy"}, "values": [value]}, SAY) == f"copy: {said}"


def test_a_fee_without_an_amount_for_the_day_is_not_said_to_be_free() -> None:
    said = fee({"title": {"en": "copy"}, "values": []}, SAY)
    assert said == "copy: not known for the day asked"


def _right(status: str, **more: object) -> dict[str, Any]:
    text = {"th": status, "en": f"the {status} right"}
    return {
        "id": f"R-{status}", "title": text, "status": status, "why": None, "needs": [],
        "office": {"th": "อำเภอ", "en": "district"}, "papers": [], "fees": [],
        "say": {"th": "ขอ", "en": f"please, {status}"}, "contested": [],
        "cite": "cra/18", "verified": "partly", **more,
    }  # fmt: skip


def _told(*rows: dict[str, Any]) -> str:
    page = Page()
    rights(page, {"rights": list(rows)}, Namer(load(SILENCE, "en"), "en"), SAY)
    return flat("\n".join(page.lines))


def test_what_to_say_is_given_only_for_rights_that_can_be_used() -> None:
    told = _told(*map(_right, ("closed", "unknown", "permit_needed", "open")))
    assert "please, open" in told
    assert "please, permit_needed" in told
    assert "please, closed" not in told
    assert "please, unknown" not in told
    groups = ["open (1)", "a permit is needed (1)", "not known (1)", "closed (1)"]
    assert [told.index(g) for g in groups] == sorted(told.index(g) for g in groups)


def test_a_closed_right_is_one_entry_with_its_mark_and_what_remains() -> None:
    why = {"th": "ขอ", "en": "ask first"}
    assert "the closed right [seen in part]: ask first" in _told(
        _right("closed", why=why)
    )


def test_an_unknown_right_names_the_facts_it_hangs_on() -> None:
    told = _told(_right("unknown", needs=["P.born.country"]))
    assert "hangs on: country of birth of P" in told


def test_readings_of_a_right_are_shown_where_they_differ() -> None:
    told = _told(
        _right("closed", readings={"court": "open", "administration": "closed"})
    )
    assert "reading of the courts: open; reading of the administration: closed" in told


def test_a_procedure_that_can_be_filed_is_in_full_and_one_that_waits_is_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = report(capsys, SILENCE, "--lang", "en")
    part = out[out.index("\nProcedures\n") :]
    assert "  - P4  Enter" in part or "  - P4 Enter" in part
    assert "1. The person: See which class" in part
    full, _, waiting = part.partition("facts are missing (--full")
    assert re.search(r"- P18 .*", waiting)
    assert "- P18 " not in full
    whole = report(capsys, SILENCE, "--lang", "en", "--full")
    assert "facts are missing (--full" not in whole
    assert len(whole) > len(out)


def test_a_petition_already_made_shows_its_procedure_even_if_facts_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "sathana: 1\ncase: begun\nas_of: 2026-06-01\npersons:\n"
        "  P: {born: {date: 2000}%s}\n"
    )
    tried = ", attempts: [{pathway: CO-1, on: 2026-01-05, result: received}]"
    path = tmp_path / "begun.yaml"
    steps = "file with: "
    for more, full in (("", False), (tried, True)):
        path.write_text(text % more, "utf-8")
        out = report(capsys, str(path), "--lang", "en")
        part = out[out.index("\nProcedures\n") :]
        after = part[part.index("- P11 ") :].splitlines()
        assert any(steps in line for line in after[1:4]) is full


def test_the_ladder_of_remedies_is_in_order_and_by_title(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = flat(report(capsys, SILENCE, "--lang", "en"))
    rungs = ("1. Appeal to the official who made the order [APA-44]", "[DEMAND]")
    assert out.index(rungs[0]) < out.index(rungs[1])
    assert "If refused, or without an answer: as under " in out
