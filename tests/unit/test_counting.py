"""Terms counted by hand, and what must hold of every term whatever the calendar."""
# ruff: noqa: E501 -- one deadline, one line.

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.calendars.counting import Period, Unit, add_months, count
from sathana.calendars.dates import parse_date, to_text
from sathana.calendars.holidays import NO_HOLIDAYS, Holidays
from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.status.deadline_law import practice

MOVES, STAYS = True, False

# Why it ends when it does; from; how many; of what; moves; last day by hand.
WORKED: list[tuple[str, str, int, Unit, bool, str]] = [
    # weekends
    ("Mon 2 Nov + 15 is a Tuesday", "2026-11-02", 15, "day", MOVES, "2026-11-17"),
    ("Sat 21 Nov moves over Sunday", "2026-11-06", 15, "day", MOVES, "2026-11-23"),
    ("Sun 22 Nov moves to Monday", "2026-11-07", 15, "day", MOVES, "2026-11-23"),
    ("told on a Saturday, ends Tuesday", "2026-10-31", 17, "day", MOVES, "2026-11-17"),
    ("told on a holiday, ends Friday", "2026-10-23", 14, "day", MOVES, "2026-11-06"),
    # days off in lieu, and Constitution Day
    ("Sat 5 Dec, Mon 7 in lieu, so Tue 8", "2026-11-20", 15, "day", MOVES, "2026-12-08"),
    ("Thu 10 Dec, Constitution Day", "2026-11-25", 15, "day", MOVES, "2026-12-11"),
    ("Wed 13 May 2026, ploughing day", "2026-04-28", 15, "day", MOVES, "2026-05-14"),
    ("Sun 31 May, in lieu Mon, so Tue 2 Jun, not given off", "2026-05-16", 15, "day", MOVES, "2026-06-02"),
    ("28, 29, 30 Jul off, Fri 31 Jul not given off", "2026-07-13", 15, "day", MOVES, "2026-07-31"),
    # Songkran
    ("13-15 Apr 2026 Mon-Wed", "2026-03-29", 15, "day", MOVES, "2026-04-16"),
    ("Sat 13 Apr 2024, in lieu Tue 16", "2024-03-29", 15, "day", MOVES, "2024-04-17"),
    ("Thu 13 Apr 2023, in lieu Mon 17", "2023-03-29", 15, "day", MOVES, "2023-04-18"),
    ("Songkran 2020 was put off: Mon 13 Apr is worked", "2020-03-29", 15, "day", MOVES, "2020-04-13"),
    ("12-14 Apr 1995 Wed-Fri, then the weekend", "1995-03-28", 15, "day", MOVES, "1995-04-17"),
    # days of the cabinet
    ("Fri 12 Apr 2024 given, then Songkran", "2024-03-28", 15, "day", MOVES, "2024-04-17"),
    ("4 and 7 Sep 2020 given for Songkran", "2020-08-20", 15, "day", MOVES, "2020-09-08"),
    ("Mon 7 Dec 2020 was taken back", "2020-11-22", 15, "day", MOVES, "2020-12-07"),
    ("Fri 11 Dec 2020 was given for it", "2020-11-26", 15, "day", MOVES, "2020-12-14"),
    ("Fri 22 Oct 2021 was given", "2021-10-07", 15, "day", MOVES, "2021-10-25"),
    ("Mon 25 Oct 2021 was taken back", "2021-10-10", 15, "day", MOVES, "2021-10-25"),
    ("Tue 27 Jul 2021 was taken back before it came", "2021-07-12", 15, "day", MOVES, "2021-07-27"),
    ("Mon 2 Jun 2025 given, Tue 3 Jun off", "2025-05-18", 15, "day", MOVES, "2025-06-04"),
    ("Fri 14 Oct 2016, mourning", "2016-09-29", 15, "day", MOVES, "2016-10-17"),
    # Labour Day, on which offices work
    ("Fri 1 May 2026 is worked", "2026-04-16", 15, "day", MOVES, "2026-05-01"),
    ("Mon 3 May 2021, in lieu of it, is worked", "2021-04-18", 15, "day", MOVES, "2021-05-03"),
    # New Year
    ("1 Jan Thu, 2 Jan 2026 given", "2025-12-17", 15, "day", MOVES, "2026-01-05"),
    ("30 Dec 2022 given, 2 and 3 Jan in lieu", "2022-12-15", 15, "day", MOVES, "2023-01-04"),
    ("31 Dec 2017 Sunday, 2 Jan 2018 in lieu", "2017-12-16", 15, "day", MOVES, "2018-01-03"),
    ("Wed 30 Dec 2026 is the year's last working day", "2026-12-15", 15, "day", MOVES, "2026-12-30"),
    # an authority's last day stays
    ("an office's Sunday counts", "2026-10-23", 30, "day", STAYS, "2026-11-22"),
    ("an office's 5 Dec counts", "2026-11-05", 30, "day", STAYS, "2026-12-05"),
    ("120 days end on Sat 2 May", "2026-01-02", 120, "day", STAYS, "2026-05-02"),
    # long terms over February
    ("30 + 31 + 29 days to 29 Feb 2024", "2023-12-01", 90, "day", MOVES, "2024-02-29"),
    ("30 + 31 + 28 = 89, so Sat 1 Mar 2025, Mon 3", "2024-12-01", 90, "day", MOVES, "2025-03-03"),
    ("30 + 29 = 59 in a leap year", "2024-01-01", 60, "day", MOVES, "2024-03-01"),
    ("30 + 28 = 58, so Sun 2 Mar, Mon 3", "2025-01-01", 60, "day", MOVES, "2025-03-03"),
    # months
    ("February has no 31st", "2025-01-31", 1, "month", MOVES, "2025-02-28"),
    ("nor in a leap year", "2024-01-31", 1, "month", MOVES, "2024-02-29"),
    ("30 April to 30 May, not to the month's end", "2025-04-30", 1, "month", MOVES, "2025-05-30"),
    ("September has no 31st", "2025-08-31", 1, "month", MOVES, "2025-09-30"),
    ("Sat 15 Feb moves", "2025-01-15", 1, "month", MOVES, "2025-02-17"),
    ("over the year, to Sat 28 Feb, Mon 2 Mar", "2025-12-31", 2, "month", MOVES, "2026-03-02"),
    ("28 Feb to 28 Mar: the careful end, not 31 Mar", "2025-02-28", 1, "month", MOVES, "2025-03-28"),
    ("thirteen months into a leap February", "2023-01-31", 13, "month", MOVES, "2024-02-29"),
    # years
    ("29 Feb has no match in 2025", "2024-02-29", 1, "year", MOVES, "2025-02-28"),
    ("28 Feb 2024, though the month has 29", "2023-02-28", 1, "year", MOVES, "2024-02-28"),
    ("29 Feb to 29 Feb", "2020-02-29", 4, "year", MOVES, "2024-02-29"),
    ("Fri 5 Dec 2025 off, then the weekend", "2024-12-05", 1, "year", MOVES, "2025-12-08"),
    ("Sat 22 Nov 2025", "2024-11-22", 1, "year", MOVES, "2025-11-24"),
    ("two years to New Year 2026", "2024-01-01", 2, "year", MOVES, "2026-01-05"),
    # working days
    ("two weeks without a day off", "2026-11-02", 10, "working_day", STAYS, "2026-11-16"),
    ("over Chakri Day and Songkran", "2026-04-03", 10, "working_day", STAYS, "2026-04-23"),
    ("forty from 1 Apr: 17 in April, 18 in May, 8 Jun the fortieth", "2026-04-01", 40, "working_day", STAYS, "2026-06-08"),
    ("one from a Friday", "2026-11-06", 1, "working_day", STAYS, "2026-11-09"),
    ("one from a Saturday", "2026-11-07", 1, "working_day", STAYS, "2026-11-09"),
    ("one over New Year", "2025-12-30", 1, "working_day", STAYS, "2026-01-05"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "amount", "unit", "moves", "due"),
    [row[1:] for row in WORKED],
    ids=[row[0] for row in WORKED],
)
def test_a_term_ends_on_the_day_worked_out_by_hand(
    start: str, amount: int, unit: Unit, moves: bool, due: str
) -> None:
    period = Period(amount, unit, moves)
    found = count(parse_date(start), period, practice().holidays)
    assert to_text(found.due) == due
    assert found.checked


# Where something is not known: from; days; the span of the last day; all known?
NOT_EXACT: list[tuple[str, object, int, str, bool]] = [
    ("a month: 16 Oct to Mon 16 Nov", "2026-10", 15, "2026-10-16/2026-11-16", True),
    ("between two days", {"not_before": "2026-11-02", "not_after": "2026-11-06"}, 15, "2026-11-17/2026-11-23", True),
    ("not before a day", {"not_before": "2026-11-02"}, 15, "2026-11-17/..", False),
    ("not after a day", {"not_after": "2026-11-02"}, 15, "../2026-11-17", False),
    ("a Buddhist year reaches into the next", {"be": "2569"}, 15, "2026-01-16/2027-01-15", False),
    ("the Buddhist date of 2 Nov 2026", {"be": "2569-11-02"}, 15, "2026-11-17", True),
    ("January B.E. 2482 is January 1940", {"be": "2482-01-10"}, 15, "1940-01-25", False),
    ("a weekday of a year not announced", "2027-03-02", 15, "2027-03-17", False),
    ("a Saturday of it moves to Monday", "2027-03-05", 15, "2027-03-22", False),
    ("its Songkran is likely, not certain", "2027-03-29", 15, "2027-04-13/2027-04-16", False),
    ("New Year 2027: 1 Jan, or Mon 4", "2026-12-17", 15, "2027-01-01/2027-01-04", False),
    ("31 Dec 2026 off leads there too", "2026-12-16", 15, "2027-01-01/2027-01-04", False),
    ("before the first year of the data", "1991-11-01", 15, "1991-11-18", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "amount", "due", "known"),
    [row[1:] for row in NOT_EXACT],
    ids=[row[0] for row in NOT_EXACT],
)
def test_what_is_not_known_of_a_term_stays_not_known(
    start: object, amount: int, due: str, known: bool
) -> None:
    period = Period(amount, "day")
    found = count(parse_date(start), period, practice().holidays)
    assert to_text(found.due) == due
    assert found.checked is known


def test_an_authoritys_term_needs_no_calendar_at_all() -> None:
    found = count(parse_date("2040-01-01"), Period(30, "day", moves=False), NO_HOLIDAYS)
    assert (to_text(found.due), found.checked) == ("2040-01-31", True)


def test_the_days_passed_over_are_named() -> None:
    found = count(parse_date("2026-11-20"), Period(15, "day"), practice().holidays)
    over = [date.fromordinal(day).isoformat() for day in found.passed_over]
    assert over == ["2026-12-05", "2026-12-06", "2026-12-07"]
    assert to_text(found.last) == "2026-12-05"


def test_a_weekday_of_an_unknown_year_is_never_called_a_working_day() -> None:
    calendar = Holidays(frozenset(), frozenset({2026}))
    monday = date(2027, 3, 1).toordinal()
    assert calendar.is_off(monday) is None
    assert calendar.is_off(monday - 1) is True
    assert calendar.is_off(date(2026, 3, 2).toordinal()) is False


def test_a_term_of_no_length_is_refused() -> None:
    with pytest.raises(ValueError, match="0 day"):
        Period(0, "day")


# --- what holds of every term --------------------------------------------------------

YEARS = range(2015, 2036)
FIRST, LAST = date(2016, 1, 1).toordinal(), date(2028, 12, 31).toordinal()
days = st.integers(FIRST, LAST)
units: st.SearchStrategy[Unit] = st.sampled_from(
    ["day", "working_day", "month", "year"]
)
periods = st.builds(Period, st.integers(1, 40), units.filter(lambda u: u != "year"))
periods |= st.builds(Period, st.integers(1, 2), st.just("year"))
all_periods = st.builds(
    lambda p, moves: Period(p.amount, p.unit, moves), periods, st.booleans()
)
listed = st.frozensets(st.integers(FIRST, LAST + 800), max_size=400)


def _calendar(off: frozenset[int], known: frozenset[int]) -> Holidays:
    return Holidays(off, known)


known_calendars = st.builds(_calendar, listed, st.just(frozenset(YEARS)))
calendars = st.builds(_calendar, listed, st.frozensets(st.sampled_from(list(YEARS))))


@given(days, all_periods, calendars)
def test_no_term_ends_before_or_on_the_day_it_runs_from(
    start: int, period: Period, calendar: Holidays
) -> None:
    found = count(DateSpan(start, start), period, calendar)
    assert start < found.last.earliest <= found.due.earliest <= found.due.latest


@given(days, periods, known_calendars)
def test_a_term_that_moves_never_ends_on_a_day_off(
    start: int, period: Period, calendar: Holidays
) -> None:
    due = count(DateSpan(start, start), period, calendar).due
    assert due.is_exact
    assert calendar.is_off(due.earliest) is False


@given(days, st.integers(0, 60), all_periods, calendars)
def test_a_later_start_never_ends_earlier(
    start: int, later: int, period: Period, calendar: Holidays
) -> None:
    one = count(DateSpan(start, start), period, calendar).due
    other = count(DateSpan(start + later, start + later), period, calendar).due
    assert one.earliest <= other.earliest
    assert one.latest <= other.latest


@given(days, st.integers(1, 60), known_calendars)
def test_so_many_working_days_are_so_many_days_that_are_not_off(
    start: int, amount: int, calendar: Holidays
) -> None:
    due = count(DateSpan(start, start), Period(amount, "working_day"), calendar).due
    worked = [d for d in range(start + 1, due.latest + 1) if not calendar.is_off(d)]
    assert len(worked) == amount


@given(days, st.integers(0, 400), st.data(), all_periods, calendars)
def test_a_span_holds_the_end_of_every_day_in_it(
    start: int, width: int, data: st.DataObject, period: Period, calendar: Holidays
) -> None:
    span = count(DateSpan(start, start + width), period, calendar).due
    day = data.draw(st.integers(start, start + width))
    one = count(DateSpan(day, day), period, calendar).due
    assert span.earliest <= one.earliest
    assert one.latest <= span.latest


@given(days, all_periods, calendars, st.data())
def test_a_calendar_that_is_completed_ends_the_term_within_the_span(
    start: int, period: Period, calendar: Holidays, data: st.DataObject
) -> None:
    doubtful = sorted(d for d in calendar.days if not calendar.covers(d))
    worked = data.draw(
        st.frozensets(st.sampled_from(doubtful)) if doubtful else st.just(frozenset())
    )
    full = Holidays(calendar.days - worked, frozenset(YEARS))
    span = count(DateSpan(start, start), period, calendar).due
    true = count(DateSpan(start, start), period, full).due
    assert span.earliest <= true.earliest <= true.latest <= span.latest


@given(st.dates(date(1941, 1, 1), date(2100, 12, 31)), all_periods)
def test_both_eras_give_the_same_end(day: date, period: Period) -> None:
    common = parse_date(day.isoformat())
    buddhist = parse_date({"be": f"{day.year + 543}{day.isoformat()[4:]}"})
    holidays = practice().holidays
    assert count(common, period, holidays) == count(buddhist, period, holidays)


@given(days, st.integers(0, 30))
def test_months_keep_the_day_or_end_with_the_month(day: int, months: int) -> None:
    was, found = date.fromordinal(day), date.fromordinal(add_months(day, months))
    assert (found.year * 12 + found.month) - (was.year * 12 + was.month) == months
    last = found.day != was.day
    assert not last or (
        found.toordinal() + 1
        == date(found.year + found.month // 12, found.month % 12 + 1, 1).toordinal()
    )


@given(days, all_periods)
def test_an_open_end_stays_open(day: int, period: Period) -> None:
    found = count(DateSpan(day, LATEST_DAY), period, NO_HOLIDAYS)
    assert found.due.latest == LATEST_DAY
