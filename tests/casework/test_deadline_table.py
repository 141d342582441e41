"""Worked examples of the clocks of a petition, counted by hand, and what always holds.

The first day is not counted. For a person a last day on which offices are shut moves to
the next working day; an office's last day stays. The days off of 2026 used here: 1-2
January, 3 March, 6 and 13-15 April, 4 and 13 May, 1 and 3 June, 28-30 July, 12 August,
13 and 23 October, 7, 10 and 31 December; 1 May is a working day of offices.
"""
# ruff: noqa: E501 -- one example, one line: petition, clock, last day, how it is counted.

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.calendars.counting import Period, count
from sathana.calendars.spans import DateSpan
from sathana.casework import clocks
from sathana.status.deadline_law import practice

type Told = dict[str, Any]
AS_OF = "2026-11-26"


def no(notified: Any, pathway: str = "S23", **more: Any) -> Told:
    """Return a petition that was refused in writing."""
    return {"pathway": pathway, "result": "refused", "notified": notified, **more}


def got(complete: Any, pathway: str = "S23", **more: Any) -> Told:
    """Return a petition that the office holds complete."""
    return {"pathway": pathway, "result": "received", "complete": complete, **more}


def urged(demanded: str, result: str = "silent") -> Told:
    """Return a petition about which a written demand was handed in."""
    return {"pathway": "S23", "result": result, "demanded": demanded}


def appealed(on: str, notified: str) -> Told:
    """Return a refused petition against which an appeal was handed in."""
    return no(notified, appealed=on)


def not_told(notified: str, pathway: str = "S23") -> Told:
    """Return a refusal that did not say how and until when to act."""
    return no(notified, pathway, told_remedy="no")


TABLE: list[tuple[Told, str, str | None, str]] = [
    # weekends
    (no("2026-01-05"), "APA-44", "2026-01-20", "5 + 15 = Tuesday 20 January"),
    (no("2026-01-09"), "APA-44", "2026-01-26", "Saturday 24 moves to Monday 26"),
    (no("2026-01-10"), "APA-44", "2026-01-26", "Sunday 25 moves to Monday 26"),
    (no("2026-01-08"), "APA-44", "2026-01-23", "Friday 23: nothing moves"),
    (no("2026-07-10"), "APA-44", "2026-07-27", "Saturday 25 to Monday 27; the days off begin on the 28th"),
    # public holidays
    (no("2026-02-15"), "APA-44", "2026-03-02", "13 days of February and 2: Monday 2 March, the day before Makha Bucha"),
    (no("2026-03-22"), "APA-44", "2026-04-07", "9 of March and 6: Chakri Day moves by one"),
    (no("2026-03-28"), "APA-44", "2026-04-16", "Sunday 12 April, then Songkran 13-15: Thursday 16"),
    (no("2026-04-19"), "APA-44", "2026-05-05", "11 and 4: Coronation Day moves by one"),
    (no("2026-04-16"), "APA-44", "2026-05-01", "14 and 1: 1 May is a working day of offices"),
    (no("2026-04-28"), "APA-44", "2026-05-14", "2 and 13: Ploughing Day moves by one"),
    (no("2026-05-16"), "APA-44", "2026-06-02", "Sunday 31 May, Monday 1 June in lieu: Tuesday 2"),
    (no("2026-05-19"), "APA-44", "2026-06-04", "12 and 3: 3 June moves by one"),
    (no("2026-07-14"), "APA-44", "2026-07-31", "29 July, also the 30th off: Friday 31"),
    (no("2026-07-28"), "APA-44", "2026-08-13", "told on a day off: still 15 days, 12 August moves by one"),
    (no("2026-09-28"), "APA-44", "2026-10-14", "2 and 13: 13 October moves by one"),
    (no("2026-10-08"), "APA-44", "2026-10-26", "Friday 23 off, then the weekend: Monday 26"),
    (no("2026-11-21"), "APA-44", "2026-12-08", "Sunday 6, Monday 7 in lieu: Tuesday 8"),
    (no("2026-11-24"), "APA-44", "2026-12-09", "6 and 9: Wednesday, the day before Constitution Day"),
    # ends of months and years, leap years, years not announced
    (no("2026-01-31"), "APA-44", "2026-02-16", "Sunday 15 February moves to Monday"),
    (no("2024-02-15"), "APA-44", "2024-03-01", "14 days to 29 February, and 1: a leap year"),
    (no("2025-02-14"), "APA-44", "2025-03-03", "14 days to 28 February, and 1: Saturday moves to Monday"),
    (no("2025-12-19"), "APA-44", "2026-01-05", "12 and 3: Saturday 3 January moves to Monday 5"),
    (no("2028-02-14"), "APA-44", "2028-02-29", "a leap day; of 2028 nothing is announced, and no computed day is near"),
    (no("2026-12-16"), "APA-44", "2027-01-01/2027-01-04", "31 December off; 1 January 2027 is not announced, then a weekend"),
    # Buddhist years, and days known in part
    (no({"be": "2569-01-05"}), "APA-44", "2026-01-20", "B.E. 2569 is 2026"),
    (no({"be": "2568-12-19"}), "APA-44", "2026-01-05", "B.E. 2568 over New Year"),
    (no("2026-02"), "APA-44", "2026-02-16/2026-03-16", "from 1 February: the 16th; from the 28th: Sunday 15 March to Monday"),
    (no({"be": "2569-02"}), "APA-44", "2026-02-16/2026-03-16", "the same month in Buddhist years"),
    (no("unknown"), "APA-44", None, "nobody told the day: it cannot be counted"),
    # a year where the order told nothing of remedies
    (not_told("2025-06-02"), "APA-40", "2026-06-02", "the corresponding day, a Tuesday between two days off"),
    (not_told("2025-01-31"), "APA-40", "2026-02-02", "Saturday 31 January moves to Monday"),
    (not_told("2024-02-29"), "APA-40", "2025-02-28", "no 29 February in 2025: the last day of the month"),
    (not_told("2025-07-28"), "APA-40", "2026-07-31", "28 to 30 July are off"),
    (not_told("2025-12-31"), "APA-40", "2027-01-01/2027-01-04", "31 December off, 2027 not announced"),
    (not_told("2025-11-07", "S9"), "ACA-50", "2026-11-09", "no appeal against a Minister: a year for the court, Saturday moves"),
    # corrections have an appeal of their own
    (no("2026-06-05", "CO-1"), "CRA-14", "2026-06-22", "Saturday 20 June moves to Monday"),
    (no("2026-03-31", "CO-1"), "CRA-14", "2026-04-16", "15 April is Songkran"),
    # ninety days for the court
    (no("2026-01-01", "S9"), "ACA-49", "2026-04-01", "30 + 28 + 31 + 1 = 90"),
    (no("2026-01-15", "S9"), "ACA-49", "2026-04-16", "16 + 28 + 31 + 15: Songkran moves to the 16th"),
    (no("2026-03-04", "S9"), "ACA-49", "2026-06-02", "27 + 30 + 31 + 2: Tuesday, open"),
    (no("2026-04-30", "S9"), "ACA-49", "2026-07-31", "31 + 30 + 29: 29 and 30 July are off"),
    (no("2026-05-14", "S9"), "ACA-49", "2026-08-13", "17 + 30 + 31 + 12: 12 August moves"),
    (no("2026-09-01", "S9"), "ACA-49", "2026-11-30", "29 + 31 + 30 = 90: the last of the month"),
    (no("2025-10-03", "S9"), "ACA-49", "2026-01-05", "28 + 30 + 31 + 1: New Year, 2 January, a weekend"),
    # after an appeal: thirty days, thirty days, ninety days
    (appealed("2026-02-13", "2026-02-02"), "APA-45-OFFICIAL", "2026-03-15", "15 + 15: a Sunday stays for an office"),
    (appealed("2026-02-13", "2026-02-02"), "APA-45-SUPERIOR", "2026-04-14", "16 + 14: Songkran stays for an office"),
    (appealed("2026-02-13", "2026-02-02"), "ACA-49", "2026-07-13", "16 + 31 + 30 + 13 = 90 from 14 April"),
    (appealed("2026-01-31", "2026-01-20"), "APA-45-OFFICIAL", "2026-03-02", "28 + 2 over the end of February"),
    (appealed("2026-01-31", "2026-01-20"), "APA-45-SUPERIOR", "2026-04-01", "29 + 1"),
    (appealed("2026-01-31", "2026-01-20"), "ACA-49", "2026-06-30", "29 + 31 + 30 = 90: the last of June"),
    (appealed("2025-12-02", "2025-11-20"), "APA-45-OFFICIAL", "2026-01-01", "29 + 1: New Year's Day stays for an office"),
    # after a written demand: ninety days to answer, ninety to sue
    (urged("2026-03-02", "not_received"), "ACA-49-ANSWER", "2026-05-31", "29 + 30 + 31 = 90: a Sunday stays"),
    (urged("2026-03-02", "not_received"), "ACA-49-SILENCE", "2026-08-31", "30 + 31 + 29: Saturday 29 August moves to Monday"),
    (urged("2026-06-15"), "ACA-49-ANSWER", "2026-09-13", "15 + 31 + 31 + 13 = 90"),
    (urged("2026-06-15"), "ACA-49-SILENCE", "2026-12-14", "17 + 31 + 30 + 12: Saturday moves to Monday"),
    (urged("2026-01-05", "received"), "ACA-49-ANSWER", "2026-04-05", "26 + 28 + 31 + 5: a Sunday stays"),
    (urged("2026-01-05", "received"), "ACA-49-SILENCE", "2026-07-06", "25 + 31 + 30 + 4: Saturday moves to Monday"),
    (urged("2025-11-30"), "ACA-49-ANSWER", "2026-02-28", "31 + 31 + 28 = 90"),
    (urged("2025-11-30"), "ACA-49-SILENCE", "2026-05-29", "31 + 30 + 29: a Friday"),
    # the office's own time
    (got("2026-02-01"), "APA-39-1", "2026-03-03", "27 + 3: Makha Bucha stays for an office"),
    (got("2026-01-31"), "APA-39-1", "2026-03-02", "28 + 2"),
    (got("2026-03-02", "BR-3"), "LATE-BIRTH-90", "2026-05-31", "29 + 30 + 31: a Sunday stays"),
    (got("2026-03-09", "BR-3", on="2026-03-02"), "PROOF-19-2-90", "2026-05-31", "runs from filing, not from the complete file"),
    (got("2026-03-29", "CO-1"), "CORRECT-15", "2026-04-13", "2 + 13: Songkran stays"),
    (got("2026-06-16", "CO-1-NAT"), "CORRECT-NAT-15", "2026-07-01", "14 + 1"),
    (got("2026-04-01", "LOST-67"), "RESTORE-67-40", "2026-06-08", "working days: 18 by 1 May, 36 by 29 May, 2, 4, 5 and 8 June"),
    (got("2026-06-30", "LOST-67"), "RESTORE-67-40", "2026-08-31", "working days: 19 by 27 July, 20 on the 31st, 39 by 28 August"),
    (got("2026-12-01", "STUDY-ELSEWHERE"), "STUDY-PERMIT-10", "2026-12-17", "working days: 2-4, 8, 9, 11, 14-17 December"),
    (got("2026-01-10", "S12-1"), "NATURALISE-90", "2026-04-10", "21 + 28 + 31 + 10; the regulation is not verified, and is said to be so"),
    (got("2026-01-10", "S12-1"), "NATURALISE-150", "2026-06-09", "20 + 31 + 9 after those ninety"),
    # changes of the law: the text of the day on which the term begins
    (got("2025-06-29", "ANN-2025"), "GENERAL-7BIS2", "2025-12-26", "before 30 June 2025: 180 days, 1 + 31 + 31 + 30 + 31 + 30 + 26"),
    (got("2025-06-30", "ANN-2025"), "GENERAL-7BIS2", "2025-07-05", "from 30 June 2025: 5 days, a Saturday stays"),
    (got("2025-07-01", "ANN-2025"), "GENERAL-7BIS2", "2025-07-06", "5 days, a Sunday stays"),
    (got("2025-06-29", "PR-2024"), "RESIDENCE-GROUP", "2026-03-26", "before: 270 days, 180 to 26 December and 5 + 31 + 28 + 26"),
    (got("2025-06-30", "PR-2024"), "RESIDENCE-GROUP", "2025-07-05", "from 30 June 2025: 5 days"),
]  # fmt: skip


def rows(told: Told, as_of: str = AS_OF) -> dict[str, Any]:
    """Return the clocks of a petition by their ids."""
    found = clocks.running(told, date.fromisoformat(as_of))
    return {row["id"]: row for row in found}


def test_the_table_is_long_enough_and_says_how() -> None:
    assert len(TABLE) >= 60
    assert all(len(how) > 5 for *_, how in TABLE)


@pytest.mark.parametrize(
    ("told", "clock", "due", "how"), TABLE, ids=[f"{n}-{row[1]}" for n, row in enumerate(TABLE)]
)  # fmt: skip
def test_a_worked_example(told: Told, clock: str, due: str | None, how: str) -> None:
    row = rows(told)[clock]
    assert row["due"] == due, how
    assert row["cite"], "a clock without its law"
    assert row["verified"] in ("seen", "partly", "unverified")
    assert due is not None or row["missing"], (
        "what cannot be counted says what is missing"
    )


def test_before_section_39_1_was_there_no_office_had_its_thirty_days() -> None:
    assert "APA-39-1" not in rows(got("2014-10-01"))
    assert "APA-39-1" in rows(got("2015-07-01"))


def test_the_door_of_the_court_never_shuts() -> None:
    for told in (
        no("1999-01-05"),
        urged("2001-01-01"),
        urged("2020-01-01", "not_received"),
    ):
        row = rows(told)["ACA-52"]
        assert row["any_time"]
        assert row["passed"] == "no"


# --- what always holds ---------------------------------------------------------------

OFF = {date.fromordinal(day) for day in practice().holidays.days}
DAYS = st.dates(date(2019, 1, 1), date(2026, 5, 31))
LATER = st.dates(date(2026, 6, 1), date(2027, 6, 1))
PETITIONS = st.one_of(
    st.builds(lambda on: no(on.isoformat()), DAYS),
    st.builds(lambda on: not_told(on.isoformat()), DAYS),
    st.builds(lambda on: got(on.isoformat()), DAYS),
    st.builds(lambda on, way: got(on.isoformat(), way), DAYS, st.sampled_from(["BR-3", "CO-1", "LOST-67", "ANN-2025"])),
    st.builds(lambda on, end: urged(on.isoformat(), end), DAYS, st.sampled_from(["silent", "received", "not_received"])),
    st.builds(lambda on: appealed(on.isoformat(), (on - timedelta(9)).isoformat()), DAYS),
)  # fmt: skip


@given(PETITIONS, LATER, LATER)
def test_no_day_moves_by_itself_as_time_passes(
    told: Told, one: date, two: date
) -> None:
    first, second = sorted((one, two))
    before, after = rows(told, first.isoformat()), rows(told, second.isoformat())
    for key in before.keys() & after.keys():
        assert before[key]["due"] == after[key]["due"]
        order = ["no", "unknown", "yes"]
        assert order.index(before[key]["passed"]) <= order.index(after[key]["passed"])


def by_hand(start: date, days: int) -> date:
    """Count again, the slow way: day by day, then on while offices are shut."""
    day = start
    for _ in range(days):
        day += timedelta(1)
    while day.weekday() >= 5 or day in OFF:
        day += timedelta(1)
    return day


@given(DAYS)
def test_an_appeal_is_counted_as_by_hand(on: date) -> None:
    assert rows(no(on.isoformat()))["APA-44"]["due"] == by_hand(on, 15).isoformat()


@given(DAYS, st.integers(1, 120))
def test_working_days_are_never_fewer_than_days(on: date, amount: int) -> None:
    start, off = DateSpan(on.toordinal(), on.toordinal()), practice().holidays
    plain = count(start, Period(amount, "day", moves=False), off)
    moved = count(start, Period(amount, "day"), off)
    working = count(start, Period(amount, "working_day"), off)
    assert plain.due.earliest <= moved.due.earliest <= working.due.earliest
    assert plain.due.earliest == on.toordinal() + amount


@given(
    DAYS,
    DAYS,
    st.integers(1, 120),
    st.sampled_from(["day", "working_day", "month", "year"]),
)
def test_who_begins_later_is_never_due_earlier(
    one: date, two: date, amount: int, unit: Any
) -> None:
    first, second = sorted((one, two))
    amount = min(amount, 5) if unit == "year" else amount
    due = [
        count(DateSpan(on.toordinal(), on.toordinal()), Period(amount, unit), practice().holidays).due
        for on in (first, second)
    ]  # fmt: skip
    assert due[0].earliest <= due[1].earliest
    assert due[0].latest <= due[1].latest


@given(DAYS)
def test_a_persons_last_day_is_open_and_an_offices_stays(on: date) -> None:
    last = date.fromisoformat(rows(no(on.isoformat()))["APA-44"]["due"])
    assert last.weekday() < 5
    assert last not in OFF
    answer = rows(urged(on.isoformat()))["ACA-49-ANSWER"]["due"]
    assert answer == (on + timedelta(90)).isoformat()
