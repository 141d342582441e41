"""More deadlines worked out by hand: days off, offices, what has no day or no term.

The days off used are those of government offices: of 2026, 1-2 January, 3 March,
6 and 13-15 April, 4 and 13 May, 1 and 3 June, 28-30 July, 12 August, 13 and 23
October, 7, 10 and 31 December. 1 May is a working day of offices.
"""
# ruff: noqa: E501 -- one case, one line.

from __future__ import annotations

from typing import Any

import pytest

from sathana.calendars.dates import parse_day
from sathana.facts.casefile import read
from sathana.facts.view import View
from sathana.status.deadlines import deadlines

type Row = dict[str, Any]

LATE = "2028-01-01"
TR38 = "registers: [{kind: TR38, from: 2022}]"


def of_person(facts: str, as_of: str, thai: str = "no") -> dict[str, Row]:
    """Return the deadlines of P by limit; P has the facts of one flow map."""
    text = f"sathana: 1\ncase: t\npersons:\n  P: {{{facts}}}\n"
    at = parse_day(as_of)
    view = View(read(text, name="t.yaml"), as_of=at)
    rows: list[Row] = [*deadlines(view, "P", as_of=at, law_at=at, thai=thai)]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


def of_attempt(attempt: str, as_of: str) -> dict[str, Row]:
    """Return the deadlines of P by limit; P has made one petition."""
    return of_person(f"sex: female, attempts: [{{{attempt}}}]", as_of)


def refused(pathway: str, notified: str, told: str = "yes", more: str = "") -> str:
    """Return a refused petition."""
    rest = f", {more}" if more else ""
    return f"pathway: {pathway}, result: refused, notified: {notified}, told_remedy: {told}{rest}"


def received(pathway: str, complete: str) -> str:
    """Return a petition that the office has taken as complete."""
    return f"pathway: {pathway}, result: received, complete: {complete}"


def silent(demanded: str) -> str:
    """Return a petition without an answer, and the day of the demand."""
    return f"pathway: S23, result: silent, demanded: {demanded}"


def appealed(on: str, told: str = "yes") -> str:
    """Return a refused petition against which an appeal was handed in."""
    return refused("S23", "2026-02-02", told, f"appealed: {on}")


REFUSED = [
    ("15 days: Monday 15 to Tuesday 30 June", refused("S23", "2026-06-15"), "APA-44", "2026-06-30"),
    ("Saturday 20 June to Monday", refused("S23", "2026-06-05"), "APA-44", "2026-06-22"),
    ("notice on a Saturday, Sunday 21 June to Monday", refused("S23", "2026-06-06"), "APA-44", "2026-06-22"),
    ("13 April to Thursday 16", refused("S23", "2026-03-29"), "APA-44", "2026-04-16"),
    ("14 April to Thursday 16", refused("S23", "2026-03-30"), "APA-44", "2026-04-16"),
    ("15 April to Thursday 16", refused("S23", "2026-03-31"), "APA-44", "2026-04-16"),
    ("16 April is open again", refused("S23", "2026-04-01"), "APA-44", "2026-04-16"),
    ("Saturday before Songkran", refused("S23", "2026-03-27"), "APA-44", "2026-04-16"),
    ("Chakri Day after a weekend", refused("S23", "2026-03-20"), "APA-44", "2026-04-07"),
    ("Songkran in lieu, 2025", refused("S23", "2025-03-30"), "APA-44", "2025-04-17"),
    ("bridge day before Songkran 2024", refused("S23", "2024-03-28"), "APA-44", "2024-04-17"),
    ("1 January, special 2nd, weekend", refused("S23", "2025-12-17"), "APA-44", "2026-01-05"),
    ("31 December to 5 January", refused("S23", "2025-12-16"), "APA-44", "2026-01-05"),
    ("30 December 2024 given off by the cabinet", refused("S23", "2024-12-15"), "APA-44", "2025-01-02"),
    ("2 June 2025 given off by the cabinet", refused("S23", "2025-05-17"), "APA-44", "2025-06-04"),
    ("11 August 2025 given off by the cabinet", refused("S23", "2025-07-25"), "APA-44", "2025-08-13"),
    ("7 December 2020 taken back by the cabinet", refused("S23", "2020-11-20"), "APA-44", "2020-12-07"),
    ("11 December 2020 given off", refused("S23", "2020-11-25"), "APA-44", "2020-12-14"),
    ("22 October 2021 off, the 25th not", refused("S23", "2021-10-07"), "APA-44", "2021-10-25"),
    ("leap day is the last day", refused("S23", "2024-02-14"), "APA-44", "2024-02-29"),
    ("no leap day: Saturday 1 March", refused("S23", "2025-02-14"), "APA-44", "2025-03-03"),
    ("Makha Bucha", refused("S23", "2026-02-16"), "APA-44", "2026-03-04"),
    ("Visakha in lieu; 2 June 2026 was not given off", refused("S23", "2026-05-15"), "APA-44", "2026-06-02"),
    ("three days off in July", refused("S23", "2026-07-13"), "APA-44", "2026-07-31"),
    ("5 December in lieu", refused("S23", "2026-11-20"), "APA-44", "2026-12-08"),
    ("Constitution Day", refused("S23", "2026-11-25"), "APA-44", "2026-12-11"),
    ("Buddhist era", refused("S23", "{be: 2569-06-15}"), "APA-44", "2026-06-30"),
    ("Buddhist era over New Year", refused("S23", "{be: 2568-12-17}"), "APA-44", "2026-01-05"),
    ("month only", refused("S23", "2026-06"), "APA-44", "2026-06-16/2026-07-15"),
    ("month only, not before filing", refused("S23", "2026-06", more="on: 2026-06-10"), "APA-44", "2026-06-25/2026-07-15"),
    ("year only", refused("S23", "2025"), "APA-44", "2025-01-16/2026-01-15"),
    ("a span", refused("S23", "{not_before: 2026-06-01, not_after: 2026-06-05}"), "APA-44", "2026-06-16/2026-06-22"),
    ("right to study: the same appeal", refused("STUDY-ELSEWHERE", "2026-06-15"), "APA-44", "2026-06-30"),
    ("unknown pathway: the general ladder", refused("unknown", "2026-06-15"), "APA-44", "2026-06-30"),
    ("2027: Songkran may be off", refused("S23", "2027-03-29"), "APA-44", "2027-04-13/2027-04-16"),
    ("2027: New Year may be off", refused("S23", "2026-12-16"), "APA-44", "2027-01-01/2027-01-04"),
    ("2027: a weekday", refused("S23", "2027-01-20"), "APA-44", "2027-02-04"),
    ("not told: a year", refused("S23", "2025-06-15", "no"), "APA-40", "2026-06-15"),
    ("not told: from 29 February", refused("S23", "2024-02-29", "no"), "APA-40", "2025-02-28"),
    ("not told: to a leap year", refused("S23", "2023-02-28", "no"), "APA-40", "2024-02-28"),
    ("not told: Sunday before Songkran", refused("S23", "2024-04-13", "no"), "APA-40", "2025-04-17"),
    ("not told: Friday 23 October and weekend", refused("S23", "2025-10-23", "no"), "APA-40", "2026-10-26"),
    ("not told: Songkran of 2027", refused("S23", "2026-04-13", "no"), "APA-40", "2027-04-13/2027-04-16"),
    ("correction refused", refused("CO-1", "2026-06-05"), "CRA-14", "2026-06-22"),
    ("correction refused, not told", refused("CO-1", "2025-06-15", "no"), "APA-40", "2026-06-15"),
    ("Minister: 21 + 28 + 31 + 10 = 90", refused("S9", "2026-01-10"), "ACA-49", "2026-04-10"),
    ("Minister: 90 days to 13 April", refused("S9", "2026-01-13"), "ACA-49", "2026-04-16"),
    ("Minister, leap year: Sunday 14 April 2024", refused("S9", "2024-01-15"), "ACA-49", "2024-04-17"),
    ("Minister, not told: a year to a Saturday", refused("S9", "2025-11-07", "no"), "ACA-50", "2026-11-09"),
]  # fmt: skip
APPEALED = [
    ("30 days for the official", appealed("2026-06-01"), "APA-45-OFFICIAL", "2026-07-01"),
    ("30 more for the superior", appealed("2026-06-01"), "APA-45-SUPERIOR", "2026-07-31"),
    ("then 31 + 30 + 29 = 90 for the suit", appealed("2026-06-01"), "ACA-49", "2026-10-29"),
    ("13 April stays", appealed("2026-03-14"), "APA-45-OFFICIAL", "2026-04-13"),
    ("13 May, Ploughing Day, stays", appealed("2026-03-14"), "APA-45-SUPERIOR", "2026-05-13"),
    ("18 + 30 + 31 + 11 = 90", appealed("2026-03-14"), "ACA-49", "2026-08-11"),
    ("not told: a year to Saturday 31 July 2027", appealed("2026-06-01", "no"), "ACA-50", "2027-08-02"),
]  # fmt: skip
SILENT = [
    ("answer: 30 + 30 + 30", silent("2025-10-01"), "ACA-49-ANSWER", "2025-12-30"),
    ("suit: 1 + 31 + 28 + 30", silent("2025-10-01"), "ACA-49-SILENCE", "2026-03-30"),
    ("answer on Songkran stays", silent("2026-01-13"), "ACA-49-ANSWER", "2026-04-13"),
    ("suit: 17 + 31 + 30 + 12, a Sunday", silent("2026-01-13"), "ACA-49-SILENCE", "2026-07-13"),
    ("not taken in: the same", "pathway: S23, result: not_received, demanded: 2025-10-01", "ACA-49-ANSWER", "2025-12-30"),
]  # fmt: skip
OFFICES = [
    ("late birth", received("BR-3", "2026-01-10"), "LATE-BIRTH-90", "2026-04-10"),
    ("late birth on Songkran stays", received("BR-3", "2026-01-13"), "LATE-BIRTH-90", "2026-04-13"),
    ("street child", received("BR-6", "2026-01-10"), "STREET-CHILD-90", "2026-04-10"),
    ("proof runs from filing", "pathway: BR-3, result: received, on: 2026-01-13", "PROOF-19-2-90", "2026-04-13"),
    ("correction, a Saturday stays", received("CO-1", "2026-06-05"), "CORRECT-15", "2026-06-20"),
    ("nationality entry", received("CO-1-NAT", "2026-06-15"), "CORRECT-NAT-15", "2026-06-30"),
    ("40 working days over July", received("LOST-67", "2026-06-05"), "RESTORE-67-40", "2026-08-05"),
    ("40 working days over Songkran", received("LOST-67", "2026-03-02"), "RESTORE-67-40", "2026-05-05"),
    ("10 working days over Songkran", received("STUDY-ELSEWHERE", "2026-04-03"), "STUDY-PERMIT-10", "2026-04-23"),
    ("10 working days from a Saturday", received("STUDY-ELSEWHERE", "2026-06-20"), "STUDY-PERMIT-10", "2026-07-03"),
    ("10 working days into 2027", received("STUDY-ELSEWHERE", "2026-12-21"), "STUDY-PERMIT-10", "2027-01-05/2027-01-06"),
    ("5 days, a Sunday stays", received("ANN-2025", "2025-07-01"), "GENERAL-7BIS2", "2025-07-06"),
    ("5 days from the first day of the way", received("ANN-2025", "2025-06-30"), "GENERAL-7BIS2", "2025-07-05"),
    ("180 days from the day before", received("ANN-2025", "2025-06-29"), "GENERAL-7BIS2", "2025-12-26"),
    ("270 days for residence before", received("PR-2024", "2025-01-15"), "RESIDENCE-GROUP", "2025-10-12"),
    ("5 days for residence now", received("PR-2024", "2026-06-26"), "RESIDENCE-GROUP", "2026-07-01"),
    ("naturalisation", received("S10", "2026-01-10"), "NATURALISE-90", "2026-04-10"),
    ("naturalisation, extended", received("S10", "2026-01-10"), "NATURALISE-150", "2026-06-09"),
    ("19/2: 21 + 28 + 31 + 30 + 10, a Sunday", "pathway: NR-19-2, result: received, on: 2026-01-10", "NR-19-2-120", "2026-05-10"),
    ("19/2 on its first day", "pathway: NR-19-2, result: silent, on: 2019-04-15", "NR-19-2-120", "2019-08-13"),
    ("19/2, month only", "pathway: NR-19-2, result: silent, on: 2026-02", "NR-19-2-120", "2026-06-01/2026-06-28"),
    ("no time of its own: 30 days, a Sunday stays", received("S23", "2026-06-05"), "APA-39-1", "2026-07-05"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "attempt", "limit", "due"), [*REFUSED, *APPEALED, *SILENT, *OFFICES]
)
def test_a_petition_has_this_last_day(
    why: str, attempt: str, limit: str, due: str
) -> None:
    row = of_attempt(attempt, LATE)[limit]
    assert row["due"] == due, why
    assert row["missing"] == []
    assert row["attempt"] == 0
    assert not row["any_time"]


BORN = "sex: female, born: {date: %s, country: TH, notified: none}"
CHILD = f"sex: female, born: {{date: %s}}, {TR38}"
THAI = "sex: female, born: {date: %s}"
ORDER = "sex: female, born: {date: 1990-01-01}, orders: [{kind: %s, on: %s}]"
LOST = "sex: female, born: {date: %s}, orders: [{kind: revoked, on: 2015-01-01}]"


LIVES = [
    ("birth: Saturday 20 June", BORN % "2026-06-05", "no", "2026-06-10", "BR-1-15", "2026-06-22"),
    ("birth elsewhere: Sunday 5 July", BORN % "2026-06-05", "no", "2026-06-10", "BR-1-30", "2026-07-06"),
    ("birth: Songkran", BORN % "2026-03-29", "yes", "2026-04-10", "BR-1-15", "2026-04-16"),
    ("birth elsewhere: 28 April", BORN % "2026-03-29", "yes", "2026-04-10", "BR-1-30", "2026-04-28"),
    ("birth: leap day", BORN % "2024-02-14", "no", "2024-03-01", "BR-1-15", "2024-02-29"),
    ("birth elsewhere: past the leap day", BORN % "2024-02-14", "no", "2024-03-01", "BR-1-30", "2024-03-15"),
    ("birth: month only", BORN % "2026-06", "no", "2026-07-20", "BR-1-15", "2026-06-16/2026-07-15"),
    ("five: 30 + 30", CHILD % "2021-05-01", "no", "2026-05-02", "CRA-38-2", "2026-06-30"),
    ("five: Saturday before Songkran", CHILD % "2021-02-10", "no", "2026-02-11", "CRA-38-2", "2026-04-16"),
    ("five on 1 March: born 29 February", CHILD % "2020-02-29", "no", "2025-03-05", "CRA-38-2", "2025-04-30"),
    ("seven: 30 + 30", THAI % "2019-05-01", "yes", "2026-05-02", "IDC-7", "2026-06-30"),
    ("seven: 21 + 28 + 11", THAI % "2019-01-10", "yes", "2026-01-11", "IDC-7", "2026-03-11"),
    ("seven on 1 March 2023: Labour Day is open", THAI % "2016-02-29", "yes", "2023-03-05", "IDC-7", "2023-05-01"),
    ("seven: year only", THAI % "2019", "yes", "2026-06-01", "IDC-7", "2026-03-02/2027-03-01"),
    ("card after a grant", ORDER % ("grant_7bis2", "2026-01-10"), "yes", "2026-02-01", "IDC-GRANT", "2026-03-11"),
    ("card after an entry, Songkran", ORDER % ("nationality_entered", "2026-02-10"), "yes", "2026-03-01", "IDC-GRANT", "2026-04-16"),
    ("residence certificate, Songkran", ORDER % ("permanent_residence", "2026-03-14"), "no", "2026-04-01", "IA-47", "2026-04-16"),
    ("residence certificate, 31 May", ORDER % ("permanent_residence", "2026-05-01"), "no", "2026-05-10", "IA-47", "2026-06-02"),
    ("two years from 20: Coronation Day", LOST % "2004-05-04", "no", "2026-01-05", "S24-2Y", "2026-05-05"),
    ("two years from a leap day: Saturday 28 February", LOST % "2004-02-29", "no", "2026-01-05", "S24-2Y", "2026-03-02"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "facts", "thai", "as_of", "limit", "due"),
    LIVES,
)
def test_a_life_has_this_last_day(
    why: str, facts: str, thai: str, as_of: str, limit: str, due: str
) -> None:
    row = of_person(facts, as_of, thai)[limit]
    assert row["due"] == due, why
    assert row["missing"] == []
    assert row["attempt"] is None


@pytest.mark.parametrize(
    ("attempt", "limit", "missing"),
    [
        ("pathway: S23, result: refused, told_remedy: yes", "APA-44", "notified"),
        (refused("S23", "unknown"), "APA-44", "notified"),
        ("pathway: S23, result: refused, told_remedy: no", "APA-40", "notified"),
        ("pathway: CO-1, result: refused, told_remedy: yes", "CRA-14", "notified"),
        ("pathway: S9, result: refused, told_remedy: yes", "ACA-49", "notified"),
        ("pathway: CO-1, result: received", "CORRECT-15", "complete"),
        ("pathway: NR-19-2, result: silent", "NR-19-2-120", "on"),
    ],
)
def test_a_term_without_its_first_day_names_the_missing_fact(
    attempt: str, limit: str, missing: str
) -> None:
    row = of_attempt(attempt, LATE)[limit]
    assert row["due"] is None
    assert row["from"] is None
    assert row["missing"] == [f"P.attempts.0.{missing}"]
    assert row["passed"] == "unknown"


def test_an_order_without_its_day_names_the_missing_fact() -> None:
    row = of_person(ORDER % ("permanent_residence", "unknown"), "2026-06-01")["IA-47"]
    assert row["due"] is None
    assert row["missing"] == ["P.orders.0.on"]


def test_a_term_nobody_has_read_has_no_day_and_says_it_is_unverified() -> None:
    row = of_person(ORDER % ("struck_off", "2026-05-01"), "2026-06-01")["CRA-10"]
    assert row["due"] is None
    assert not row["any_time"]
    assert "not been read" in row["counted"]["en"]
    assert "not been verified" in row["note"]["en"]


def test_an_order_not_notified_has_not_begun_its_term() -> None:
    row = of_attempt(refused("S23", "never"), LATE)["APA-44"]
    assert (row["due"], row["missing"], row["passed"]) == (None, [], "no")
    assert "has not been notified" in row["note"]["en"]


@pytest.mark.parametrize(
    ("pathway", "limit", "short", "year"),
    [
        ("S23", "APA-44", "2026-06-22", "7 June 2027"),
        ("CO-1", "CRA-14", "2026-06-22", "7 June 2027"),
        ("S9", "ACA-49", "2026-09-03", "7 June 2027"),
    ],
)
def test_where_it_is_not_known_whether_remedies_were_told_both_days_stand(
    pathway: str, limit: str, short: str, year: str
) -> None:
    """The shorter is due: 5 June 2027 is a Saturday, so the longer ends on Monday."""
    rows = of_attempt(refused(pathway, "2026-06-05", "unknown"), "2026-06-10")
    assert rows[limit]["due"] == short
    assert not {"APA-40", "ACA-50"} & rows.keys()
    assert "the shorter term" in rows[limit]["note"]["en"]
    assert year in rows[limit]["note"]["en"]


@pytest.mark.parametrize("pathway", ["S23", "S9", "CO-1", "BR-3", "NR-19-2", "unknown"])
@pytest.mark.parametrize("result", ["refused", "silent", "not_received"])
def test_a_case_about_status_is_never_too_late(pathway: str, result: str) -> None:
    row = of_attempt(f"pathway: {pathway}, result: {result}", LATE)["ACA-52"]
    assert row["any_time"]
    assert (row["due"], row["passed"]) == (None, "no")


@pytest.mark.parametrize("pathway", ["STUDY-ELSEWHERE", "WORK", "SCHOOL"])
@pytest.mark.parametrize("result", ["refused", "silent", "not_received"])
def test_a_petition_about_a_right_is_no_case_about_status(
    pathway: str, result: str
) -> None:
    rows = of_attempt(f"pathway: {pathway}, result: {result}", LATE)
    assert rows
    assert "ACA-52" not in rows


def test_told_and_not_told_exclude_each_other() -> None:
    told = of_attempt(refused("S23", "2026-06-05"), LATE)
    not_told = of_attempt(refused("S23", "2026-06-05", "no"), LATE)
    assert "APA-44" in told
    assert "APA-40" not in told
    assert "APA-40" in not_told
    assert "APA-44" not in not_told


def test_the_suit_waits_for_the_appeal() -> None:
    assert "ACA-49" not in of_attempt(refused("S23", "2026-06-05"), LATE)
    rows = of_attempt(appealed("2026-06-01"), LATE)
    assert "APA-44" not in rows
    assert rows["ACA-49"]["from"] == "2026-07-31"


def test_a_demand_handed_in_is_not_asked_for_again() -> None:
    asked = of_attempt("pathway: S23, result: silent", LATE)
    assert asked["DEMAND"]["any_time"]
    assert "ACA-49-ANSWER" not in asked
    assert "DEMAND" not in of_attempt(silent("2026-01-13"), LATE)


@pytest.mark.parametrize(
    ("as_of", "shown"), [("2026-06-20", False), ("2026-06-21", True)]
)
def test_silence_begins_when_the_time_of_the_office_is_over(
    as_of: str, shown: bool
) -> None:
    rows = of_attempt(received("CO-1", "2026-06-05"), as_of)
    assert ("DEMAND" in rows) is shown
    assert ("ACA-52" in rows) is shown


@pytest.mark.parametrize(
    ("notified", "as_of", "passed"),
    [
        ("2026-06-05", "2026-06-22", "no"),
        ("2026-06-05", "2026-06-23", "yes"),
        ("2026-06", "2026-07-10", "unknown"),
        ("2027-01-20", "2027-02-04", "no"),
        ("2027-01-20", "2027-02-05", "unknown"),
        ("2027-01-20", "2027-03-01", "yes"),
    ],
)
def test_whether_a_term_has_passed(notified: str, as_of: str, passed: str) -> None:
    row = of_attempt(refused("S23", notified, more="on: 2026-06-01"), as_of)["APA-44"]
    assert row["passed"] == passed


def test_a_notice_cannot_be_later_than_the_day_asked_about() -> None:
    """20 June and 15 days is Sunday 5 July."""
    row = of_attempt(refused("S23", "2026-06"), "2026-06-20")["APA-44"]
    assert row["due"] == "2026-06-16/2026-07-06"


def test_a_year_not_announced_says_until_when_one_is_certainly_in_time() -> None:
    row = of_attempt(refused("S23", "2027-03-29"), LATE)["APA-44"]
    assert "not all known" in row["counted"]["en"]
    assert "certainly in time" in row["counted"]["en"]
    known = of_attempt(refused("S23", "2026-03-29"), LATE)["APA-44"]
    assert "not all known" not in known["counted"]["en"]


@pytest.mark.parametrize("limit", ["NATURALISE-90", "NATURALISE-150"])
def test_a_rule_not_verified_says_so(limit: str) -> None:
    row = of_attempt(received("S10", "2026-01-10"), LATE)[limit]
    assert row["verified"] == "unverified"
    assert "not been verified" in row["note"]["en"]
    assert "1548" in row["note"]["th"]


NOT_CONCERNED = [
    ("19/2 had no 120 days before 15 April 2019", "sex: male, attempts: [{pathway: NR-19-2, result: silent, on: 2019-04-14}]", "no", LATE, "NR-19-2-120"),
    ("born abroad", "sex: male, born: {date: 2026-06-05, country: MM, notified: none}", "no", "2026-06-10", "BR-1-15"),
    ("born long ago", BORN % "2020-06-05", "no", "2026-06-10", "BR-1-15"),
    ("a Thai child has no card for non-Thais", CHILD % "2021-05-01", "yes", "2026-05-02", "CRA-38-2"),
    ("nor one in no register", THAI % "2021-05-01", "no", "2026-05-02", "CRA-38-2"),
    ("one not Thai has no Thai card", THAI % "2019-05-01", "no", "2026-05-02", "IDC-7"),
    ("a birthday far ahead", THAI % "2019-05-01", "yes", "2026-01-05", "IDC-7"),
    ("too young for a card after a grant", "sex: male, born: {date: 2022-01-01}, orders: [{kind: grant_7bis2, on: 2026-01-10}]", "yes", "2026-02-01", "IDC-GRANT"),
    ("nationality lost after the birthday", "sex: male, born: {date: 2004-05-04}, orders: [{kind: revoked, on: 2025-01-01}]", "no", "2026-01-05", "S24-2Y"),
    ("the dead have no duties", "sex: male, born: {date: 2019-05-01}, died: 2026-05-10", "yes", "2026-05-12", "IDC-7"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "facts", "thai", "as_of", "limit"),
    NOT_CONCERNED,
)
def test_a_term_that_does_not_concern_the_person_is_not_given(
    why: str, facts: str, thai: str, as_of: str, limit: str
) -> None:
    assert limit not in of_person(facts, as_of, thai), why


def test_deadlines_with_a_day_come_first_and_open_doors_last() -> None:
    rows = [*of_attempt(appealed("2026-06-01"), "2026-06-10").values()]
    days = [row["due"] for row in rows if row["due"]]
    assert days == sorted(days)
    assert [row["any_time"] for row in rows] == sorted(row["any_time"] for row in rows)
    assert rows[-1]["id"] == "ACA-52"
