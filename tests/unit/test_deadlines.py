"""Deadlines of petitions, orders and births: which are shown, and until when."""
# ruff: noqa: E501 -- one deadline, one line.

from __future__ import annotations

from typing import Any

import pytest

from sathana.calendars.dates import parse_day
from sathana.facts.casefile import read, write
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.status.deadline_law import Practice, practice
from sathana.status.deadlines import deadlines

type Rows = list[dict[str, Any]]

AS_OF = "2026-11-22"
NONE, OPEN, NO_DAY = "none", "any time", "no day"


def _rows(
    facts: str, *, as_of: str = AS_OF, thai: str = "no", law_at: str | None = None
) -> Rows:
    text = f"sathana: 1\ncase: deadlines\npersons:\n  P: {{{facts}}}\n"
    case = read(text, name="deadlines")
    day = parse_day(as_of)
    read_on = day if law_at is None else parse_day(law_at)
    return deadlines(View(case, as_of=day), "P", as_of=day, law_at=read_on, thai=thai)


def _tried(facts: str) -> str:
    return f"attempts: [{{{facts}}}]"


def _first(rows: Rows, limit: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == limit)


def _said(rows: Rows, limit: str) -> str:
    """Return the day of a deadline, or why there is none."""
    found = [row for row in rows if row["id"] == limit]
    if not found:
        return NONE
    return OPEN if found[0]["any_time"] else found[0]["due"] or NO_DAY


REFUSED = "pathway: HR-5, on: 2026-09-01, result: refused, notified: 2026-11-06"
SILENT = "pathway: HR-5, on: 2026-03-02, result: silent"

# What; facts of the petition; limit; day by hand.
OF_A_PETITION: list[tuple[str, str, str, str]] = [
    ("Fri 6 Nov + 15 is Sat 21", f"{REFUSED}, told_remedy: yes", "APA-44", "2026-11-23"),
    ("told by its Buddhist date", "pathway: HR-5, result: refused, notified: {be: 2569-11-06}, told_remedy: yes", "APA-44", "2026-11-23"),
    ("told before Songkran 2026", "pathway: HR-5, result: refused, notified: 2026-03-29, told_remedy: yes", "APA-44", "2026-04-16"),
    ("told only by month, filed before", "pathway: HR-5, on: 2026-09-01, result: refused, notified: 2026-10", "APA-44", "2026-10-16/2026-11-16"),
    ("told in the month of filing: not before it", "pathway: HR-5, on: 2026-10-20, result: refused, notified: 2026-10", "APA-44", "2026-11-04/2026-11-16"),
    ("told this month: not after today", "pathway: HR-5, on: 2026-11-16, result: refused, notified: 2026-11", "APA-44", "2026-12-01/2026-12-08"),
    ("told in a Buddhist year only", "pathway: HR-5, on: 2026-09-01, result: refused, notified: {be: 2569}", "APA-44", "2026-09-16/2026-12-08"),
    ("no day of notice", "pathway: HR-5, on: 2026-09-01, result: refused", "APA-44", NO_DAY),
    ("never notified", "pathway: HR-5, result: refused, notified: never", "APA-44", NO_DAY),
    ("the letter told nothing: a year, Sat 6 Nov 2027", f"{REFUSED}, told_remedy: no", "APA-40", "2027-11-08"),
    ("then not fifteen days", f"{REFUSED}, told_remedy: no", "APA-44", NONE),
    ("the letter told: no year", f"{REFUSED}, told_remedy: yes", "APA-40", NONE),
    ("not known whether it told: the short one", REFUSED, "APA-44", "2026-11-23"),
    ("not known whether it told: no year beside it", REFUSED, "APA-40", NONE),
    ("the court waits for the appeal", REFUSED, "ACA-49", NONE),
    ("but is open at any time", REFUSED, "ACA-52", OPEN),
    ("no appeal, so no term on it", REFUSED, "APA-45-OFFICIAL", NONE),
    ("a name added: proof of nationality too", REFUSED, "IA-57", OPEN),
    ("a refusal needs no demand", REFUSED, "DEMAND", NONE),
    ("appealed 10 Nov: 30 days, an authority's", f"{REFUSED}, appealed: 2026-11-10", "APA-45-OFFICIAL", "2026-12-10"),
    ("30 more, to Sat 9 Jan 2027", f"{REFUSED}, appealed: 2026-11-10", "APA-45-SUPERIOR", "2027-01-09"),
    ("then 90: 22 + 28 + 31 = 81, so 9 Apr 2027", f"{REFUSED}, appealed: 2026-11-10", "ACA-49", "2027-04-09"),
    ("appealed: not to be appealed again", f"{REFUSED}, appealed: 2026-11-10", "APA-44", NONE),
    ("appealed in July, 60 days to 29 Aug, 90 to 27 Nov", "pathway: HR-5, result: refused, notified: 2026-06-29, appealed: 2026-06-30, told_remedy: yes", "ACA-49", "2026-11-27"),
    ("appealed, the court's term not told: a year", "pathway: HR-5, result: refused, notified: 2026-06-29, appealed: 2026-06-30, told_remedy: no", "ACA-50", "2027-08-30"),
    ("a Minister's order: court in 90 days, no appeal", "pathway: S9, result: refused, notified: 2026-07-06, told_remedy: yes", "ACA-49", "2026-10-05"),
    ("a Minister's order cannot be appealed", "pathway: S9, result: refused, notified: 2026-07-06", "APA-44", NONE),
    ("an entry: to the provincial registrar", "pathway: CO-1, result: refused, notified: 2026-11-06, told_remedy: yes", "CRA-14", "2026-11-23"),
    ("an entry: not under the Procedure Act", "pathway: CO-1, result: refused, notified: 2026-11-06", "APA-44", NONE),
    ("an entry, appealed: from the decision", "pathway: CO-1, result: refused, notified: 2026-11-06, appealed: 2026-11-10", "ACA-49", NO_DAY),
    ("before the Procedure Act no term", "pathway: HR-5, result: refused, notified: 1997-05-13", "APA-44", NONE),
    ("on its first day, 14 May 1997: 29 May", "pathway: HR-5, result: refused, notified: 1997-05-14", "APA-44", "1997-05-29"),
    ("the office's 30 days from a complete file", f"{SILENT}, complete: 2026-03-02", "APA-39-1", "2026-04-01"),
    ("complete on no known day", SILENT, "APA-39-1", NO_DAY),
    ("an own time of the office goes before", "pathway: CO-1, on: 2026-03-02, complete: 2026-03-02, result: silent", "APA-39-1", NONE),
    ("15 days for an entry", "pathway: CO-1, on: 2026-03-02, complete: 2026-03-02, result: silent", "CORRECT-15", "2026-03-17"),
    ("120 days for the Minister, Sat 2 May stays", "pathway: NR-19-2, on: 2026-01-02, result: received", "NR-19-2-120", "2026-05-02"),
    ("silence: a demand, whenever", SILENT, "DEMAND", OPEN),
    ("silence: never too late", SILENT, "ACA-52", OPEN),
    ("no demand, no term from it", SILENT, "ACA-49-SILENCE", NONE),
    ("demanded 11 May: 90 days to Sun 9 Aug", f"{SILENT}, demanded: 2026-05-11", "ACA-49-ANSWER", "2026-08-09"),
    ("then 90 to Sat 7 Nov, Mon 9", f"{SILENT}, demanded: 2026-05-11", "ACA-49-SILENCE", "2026-11-09"),
    ("demanded: not to be demanded again", f"{SILENT}, demanded: 2026-05-11", "DEMAND", NONE),
    ("demanded on a day not known", f"{SILENT}, demanded: {{on: unknown}}", "ACA-49-SILENCE", NO_DAY),
    ("the paper was not taken: demand", "pathway: HR-5, result: not_received", "DEMAND", OPEN),
    ("the paper was not taken: never too late", "pathway: HR-5, result: not_received", "ACA-52", OPEN),
    ("received and in time: nothing yet", "pathway: HR-5, on: 2026-11-02, complete: 2026-11-02, result: received", "DEMAND", NONE),
    ("received and over: demand", "pathway: HR-5, on: 2026-09-02, complete: 2026-09-02, result: received", "DEMAND", OPEN),
    ("granted: nothing runs", "pathway: HR-5, result: granted, notified: 2026-11-06", "ACA-52", NONE),
    ("a pathway nobody knows has the general ladder", "pathway: NO-SUCH, result: refused, notified: 2026-11-06", "APA-44", "2026-11-23"),
    ("and the open door", "pathway: NO-SUCH, result: refused", "ACA-52", OPEN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "limit", "said"),
    [row[1:] for row in OF_A_PETITION],
    ids=[row[0] for row in OF_A_PETITION],
)
def test_a_petition_has_the_deadline_worked_out_by_hand(
    facts: str, limit: str, said: str
) -> None:
    assert _said(_rows(_tried(facts)), limit) == said


BORN = "born: {date: 2026-10-26, country: TH, notified: none}"

# What; facts; nationality; limit; day by hand.
OF_A_LIFE: list[tuple[str, str, str, str, str]] = [
    ("15 days from 26 Oct", BORN, "yes", "BR-1-15", "2026-11-10"),
    ("30 days from 26 Oct", BORN, "no", "BR-1-30", "2026-11-25"),
    ("born 26 Oct B.E. 2569", "born: {date: {be: 2569-10-26}, country: TH, notified: none}", "no", "BR-1-15", "2026-11-10"),
    ("not known whether notified", "born: {date: 2026-10-26, country: TH}", "no", "BR-1-15", "2026-11-10"),
    ("notified in time", "born: {date: 2026-10-26, country: TH, notified: in_time}", "no", "BR-1-15", NONE),
    ("born abroad", "born: {date: 2026-10-26, country: MM, notified: none}", "no", "BR-1-15", NONE),
    ("born sixty years ago", "born: {date: 1966-10-26, country: TH, notified: none}", "no", "BR-1-15", NONE),
    ("born just over a year ago", "born: {date: 2025-11-21, country: TH, notified: none}", "no", "BR-1-15", NONE),
    ("born a year ago", "born: {date: 2025-11-22, country: TH, notified: none}", "no", "BR-1-15", "2025-12-08"),
    ("birth not known", "born: {country: TH, notified: none}", "no", "BR-1-15", NONE),
    ("died", f"{BORN}, died: 2026-11-01", "no", "BR-1-15", NONE),
    ("seven on 14 Sep: 60 days to Fri 13 Nov", "born: {date: 2019-09-14, country: TH}", "yes", "IDC-7", "2026-11-13"),
    ("seven, not Thai", "born: {date: 2019-09-14, country: TH}", "no", "IDC-7", NONE),
    ("seven, Thai or not contested", "born: {date: 2019-09-14, country: TH}", "contested", "IDC-7", NONE),
    ("seven in a month and a half", "born: {date: 2020-01-10, country: TH}", "yes", "IDC-7", "2027-03-11"),
    ("six for a while yet", "born: {date: 2020-03-10, country: TH}", "yes", "IDC-7", NONE),
    ("nine", "born: {date: 2017-03-10, country: TH}", "yes", "IDC-7", NONE),
    ("five on 20 Sep: Thu 19 Nov", "born: {date: 2021-09-20, country: TH}, registers: [{kind: TR38K, from: 2022}]", "no", "CRA-38-2", "2026-11-19"),
    ("five, in no register", "born: {date: 2021-09-20, country: TH}", "no", "CRA-38-2", NONE),
    ("five, Thai", "born: {date: 2021-09-20, country: TH}, registers: [{kind: TR38K, from: 2022}]", "yes", "CRA-38-2", NONE),
    ("born 29 Feb 2020: seven on 1 Mar 2027", "born: {date: 2020-02-29, country: TH}", "yes", "IDC-7", NONE),
    ("residence given Mon 12 Oct: 30 days to Wed 11 Nov", "orders: [{kind: permanent_residence, on: 2026-10-12}]", "no", "IA-47", "2026-11-11"),
    ("residence given long ago", "orders: [{kind: permanent_residence, on: 2020-10-12}]", "no", "IA-47", NONE),
    ("residence given, day not known", "orders: [{kind: permanent_residence}]", "no", "IA-47", NO_DAY),
    ("granted 1 Oct: 60 days to Mon 30 Nov", "born: {date: 1990-01-01}, orders: [{kind: grant_7bis2, on: 2026-10-01}]", "yes", "IDC-GRANT", "2026-11-30"),
    ("granted to a child of three", "born: {date: 2023-01-01}, orders: [{kind: grant_7bis2, on: 2026-10-01}]", "yes", "IDC-GRANT", NONE),
    ("granted to one of eighty", "born: {date: 1946-01-01}, orders: [{kind: grant_7bis2, on: 2026-10-01}]", "yes", "IDC-GRANT", NONE),
    ("struck off: a term nobody has read", "orders: [{kind: struck_off, on: 2026-10-01}]", "no", "CRA-10", NO_DAY),
    ("lost at 12, 20 in Dec 2024: two years to Tue 1 Dec 2026", "born: {date: 2004-12-01}, orders: [{kind: renounced, on: 2016-05-05}]", "no", "S24-2Y", "2026-12-01"),
    ("lost when of age", "born: {date: 2004-12-01}, orders: [{kind: renounced, on: 2025-05-05}]", "no", "S24-2Y", NONE),
    ("lost nothing", "born: {date: 2004-12-01}", "no", "S24-2Y", NONE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "thai", "limit", "said"),
    [row[1:] for row in OF_A_LIFE],
    ids=[row[0] for row in OF_A_LIFE],
)
def test_a_life_has_the_deadline_worked_out_by_hand(
    facts: str, thai: str, limit: str, said: str
) -> None:
    assert _said(_rows(facts, thai=thai), limit) == said


PASSED = [
    ("the day before", "2026-11-22", "no"),
    ("the last day itself", "2026-11-23", "no"),
    ("the day after", "2026-11-24", "yes"),
]


@pytest.mark.parametrize(
    ("as_of", "passed"), [row[1:] for row in PASSED], ids=[row[0] for row in PASSED]
)
def test_a_deadline_has_passed_on_the_day_after_it(as_of: str, passed: str) -> None:
    rows = _rows(_tried(f"{REFUSED}, told_remedy: yes"), as_of=as_of)
    assert _first(rows, "APA-44")["passed"] == passed


def test_within_a_span_nobody_knows_whether_it_has_passed() -> None:
    month = "pathway: HR-5, on: 2026-09-01, result: refused, notified: 2026-10"
    rows = {
        day: _rows(_tried(month), as_of=day) for day in ("2026-10-30", "2026-11-17")
    }
    assert _first(rows["2026-10-30"], "APA-44")["passed"] == "unknown"
    assert _first(rows["2026-11-17"], "APA-44")["passed"] == "yes"


def test_a_day_off_nobody_told_us_of_may_still_move_a_last_day() -> None:
    silent = _tried(f"{REFUSED}, told_remedy: no")
    passed = {
        day: _first(_rows(silent, as_of=day), "APA-40")["passed"]
        for day in ("2027-11-08", "2027-11-12", "2027-11-20")
    }
    assert list(passed.values()) == ["no", "unknown", "yes"]


def test_a_missing_day_is_asked_for_by_its_path() -> None:
    facts = (
        "attempts: [{pathway: S23, result: granted}, {pathway: HR-5, result: refused}]"
    )
    row = _first(_rows(facts), "APA-44")
    assert row["missing"] == ["P.attempts.1.notified"]
    assert (row["attempt"], row["passed"], row["from"]) == (1, "unknown", None)
    assert "วันที่ได้รับแจ้งคำสั่ง" in row["counted"]["th"]


def test_an_order_not_notified_starts_nothing_and_asks_nothing() -> None:
    rows = _rows(_tried("pathway: HR-5, result: refused, notified: never"))
    row = _first(rows, "APA-44")
    assert (row["missing"], row["passed"]) == ([], "no")
    assert "not been notified" in row["note"]["en"]


def test_a_birth_not_known_to_be_notified_asks_whether_it_was() -> None:
    row = _first(_rows("born: {date: 2026-10-26, country: TH}"), "BR-1-15")
    assert row["missing"] == ["P.born.notified"]
    assert "still be notified" in row["note"]["en"]


def test_where_nobody_knows_what_the_letter_told_the_longer_day_is_said() -> None:
    row = _first(_rows(_tried(REFUSED)), "APA-44")
    assert "one year (until 8 November 2027)" in row["note"]["en"]
    assert "8 พฤศจิกายน 2570" in row["note"]["th"]
    told = _first(_rows(_tried(f"{REFUSED}, told_remedy: yes")), "APA-44")
    assert "one year" not in told["note"]["en"]


def test_a_deadline_on_a_text_nobody_read_says_so_in_both_languages() -> None:
    row = _first(_rows("orders: [{kind: struck_off, on: 2026-10-01}]"), "CRA-10")
    assert row["verified"] == "unverified"
    assert "not been verified" in row["note"]["en"]
    assert "ยังไม่ได้ตรวจสอบ" in row["note"]["th"]


def test_why_a_day_moved_is_said() -> None:
    told = "pathway: HR-5, result: refused, notified: 2026-11-25, told_remedy: yes"
    row = _first(_rows(_tried(told), as_of="2026-11-30"), "APA-44")
    assert "Constitution Day" in row["counted"]["en"]
    assert "วันรัฐธรรมนูญ" in row["counted"]["th"]
    assert "11 December 2026" in row["counted"]["en"]


def test_where_days_off_are_not_known_the_certain_day_is_an_open_one() -> None:
    told = "pathway: HR-5, result: refused, notified: 2026-12-17, told_remedy: yes"
    row = _first(_rows(_tried(told), as_of="2026-12-18"), "APA-44")
    assert row["due"] == "2027-01-01/2027-01-04"
    assert "by 30 December 2026 you are certainly in time" in row["counted"]["en"]


def test_an_authoritys_last_day_says_that_it_does_not_move() -> None:
    rows = _rows(_tried("pathway: NR-19-2, on: 2026-01-02, result: received"))
    assert "does not move" in _first(rows, "NR-19-2-120")["counted"]["en"]


def test_rows_stand_by_day_then_those_without_one_then_open_doors() -> None:
    facts = (
        f"attempts: [{{{REFUSED}, told_remedy: no}}, {{pathway: CO-1, result: refused}},"
        " {pathway: S9, result: refused, notified: 2026-07-06, told_remedy: yes}]"
    )
    rows = _rows(facts)
    kinds = [2 if row["any_time"] else int(row["due"] is None) for row in rows]
    assert kinds == sorted(kinds)
    assert {0, 1, 2} == set(kinds)
    dated = [row["due"] for row in rows if row["due"]]
    assert dated == sorted(dated)


def test_every_refusal_and_silence_about_status_is_never_too_late() -> None:
    for result in ("refused", "silent", "not_received"):
        for pathway in pack().pathways:
            rows = _rows(_tried(f"pathway: {pathway}, result: {result}"))
            assert _said(rows, "ACA-52") == OPEN, (pathway, result)


def test_a_law_not_yet_made_is_not_read() -> None:
    facts = _tried(f"{SILENT}, complete: 2026-03-02")
    assert _said(_rows(facts, law_at="2010-01-01"), "APA-39-1") == NONE
    assert _said(_rows(facts, law_at="2026-01-01"), "APA-39-1") == "2026-04-01"


def test_a_shaky_notice_day_is_unknown_on_documents_alone() -> None:
    text = (
        "sathana: 1\ncase: c\nevidence: {E: {kind: letter}}\npersons:\n  P: {attempts: ["
        f"{{{REFUSED}, source: E, grade: documented}}, {{{REFUSED}}}]}}\n"
    )
    day = parse_day(AS_OF)
    view = View(read(text, name="c"), as_of=day, documented=True)
    rows = deadlines(view, "P", as_of=day, law_at=day)
    assert {row["attempt"] for row in rows} == {0}


def test_every_row_has_all_its_keys_and_both_languages() -> None:
    facts = f"{BORN}, attempts: [{{{REFUSED}}}, {{{SILENT}, demanded: 2026-05-11}}]"
    rows = _rows(facts)
    keys = "id title for whose pathway attempt from due any_time passed counted missing"
    keys += " cite source verified note"
    for row in rows:
        assert list(row) == keys.split()
        for text in (row["title"], row["for"], row["counted"], row["note"]):
            assert text is None or all(text[lang].strip() for lang in ("th", "en"))
        assert row["cite"]
        assert set(row["cite"].split("; ")) <= set(pack().provisions)


def test_days_of_a_petition_are_written_back_as_they_were_read() -> None:
    days = "complete: 2026-09-02, appealed: 2026-11-10, demanded: never"
    text = (
        f"sathana: 1\ncase: c\npersons:\n  P: {{attempts: [{{{REFUSED}, {days}}}]}}\n"
    )
    case = read(text, name="c")
    assert read(write(case), name="c") == case
    assert "appealed: 2026-11-10" in write(case)


def test_a_procedure_that_names_only_the_appeal_brings_what_belongs_to_it() -> None:
    ladder = Practice(practice().limits, {"X": ("APA-44", "ACA-49")}).ladder("X")
    ids = [limit.id for limit in ladder]
    assert ids[:2] == ["APA-44", "APA-40"]
    assert {"APA-45-OFFICIAL", "APA-45-SUPERIOR", "ACA-50"} < set(ids)


def test_every_limit_that_follows_another_or_replaces_one_names_one_there_is() -> None:
    limits = practice().limits
    for limit in limits.values():
        assert {limit.after, *limit.instead_of} - {""} <= set(limits), limit.id


def test_the_calendar_covers_the_years_that_the_cabinet_had_announced() -> None:
    assert practice().holidays.years == frozenset(range(1992, 2027))
