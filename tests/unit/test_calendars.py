"""Dates: both eras, partly known days, what cannot be, and how they are shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.calendars import buddhist
from sathana.calendars.dates import (
    DateError,
    add_years,
    birthday,
    from_text,
    parse_date,
    parse_day,
    show,
    subtract_years,
    to_text,
)
from sathana.calendars.show import Era, Lang
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, UNKNOWN_DAY, DateSpan

DAYS = st.integers(EARLIEST_DAY, LATEST_DAY)
FIRST_BE, LATEST_BE = 2343, 2743


def day(text: str) -> int:
    """Ordinal of an ISO day."""
    return date.fromisoformat(text).toordinal()


def span(first: str, last: str) -> DateSpan:
    """Span of two ISO days."""
    return DateSpan(day(first), day(last))


@st.composite
def spans(draw: st.DrawFn) -> DateSpan:
    """Any span, among them exact days and open ends."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(
        st.sampled_from(
            [
                DateSpan(first, last),
                DateSpan(first, first),
                DateSpan(EARLIEST_DAY, last),
                DateSpan(first, LATEST_DAY),
                UNKNOWN_DAY,
            ]
        )
    )


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1975-03-02", "1975-03-02", "1975-03-02"),
        ("1975-03", "1975-03-01", "1975-03-31"),
        ("1976-02", "1976-02-01", "1976-02-29"),
        ("1975", "1975-01-01", "1975-12-31"),
        ("๑๙๗๕-๐๓-๐๒", "1975-03-02", "1975-03-02"),
        ({"be": "2518"}, "1975-01-01", "1975-12-31"),
        ({"be": "2518-03-02"}, "1975-03-02", "1975-03-02"),
        ({"be": "2484"}, "1941-01-01", "1941-12-31"),
        ({"be": "2483"}, "1940-04-01", "1940-12-31"),
        ({"be": "2482"}, "1939-04-01", "1940-03-31"),
        ({"be": "2482-03"}, "1940-03-01", "1940-03-31"),
        ({"be": "2482-04"}, "1939-04-01", "1939-04-30"),
        ({"be": "2482-02-29"}, "1940-02-29", "1940-02-29"),
        ({"be": "2519-02-29"}, "1976-02-29", "1976-02-29"),
        (
            {"not_before": "1972-12-14", "not_after": "1992-02-25"},
            "1972-12-14",
            "1992-02-25",
        ),
        ({"not_before": "1972", "not_after": "1992-02"}, "1972-01-01", "1992-02-29"),
        (
            {"not_before": {"be": "2482"}, "not_after": "1945"},
            "1939-04-01",
            "1945-12-31",
        ),
    ],
)
def test_every_form_of_date_is_a_span(written: object, first: str, last: str) -> None:
    assert parse_date(written) == span(first, last)


def test_an_end_left_out_is_open_and_unknown_is_open_on_both_sides() -> None:
    assert parse_date({"not_after": "1965-08-04"}).earliest == EARLIEST_DAY
    assert parse_date({"not_before": "1965-08-04"}).latest == LATEST_DAY
    assert parse_date("unknown") == UNKNOWN_DAY


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1975-02-29", "28 days"),
        ("1975-13", "no month 13"),
        ("2518", "{be: 2518}"),
        ("2518-03-02", "{be: 2518-03-02}"),
        ("1975-3-2", "1975-03-02"),
        ("2/3/2518", "{be: 2518-03-02}"),
        ("1492", "1800"),
        ("2300", "2200"),
        ("yesterday", "1975-03-02"),
        ("", "1975-03-02"),
        ({"be": "1975"}, "without 'be'"),
        ({"be": "2483-02"}, "B.E. 2482"),
        ({"be": "2518", "not_after": "1990"}, "alone"),
        ({}, "alone"),
        ({"bee": "2518"}, "'be'"),
        ({"not_before": "1990", "not_after": "1980"}, "wrong way round"),
        ({"not_before": {"not_before": "1990"}}, "not a date"),
        ({"be": ["2518"]}, "not a date"),
        (["1975"], "not a date"),
    ],
)
def test_what_is_no_date_is_refused_and_the_right_form_is_named(
    written: object, hint: str
) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(written)
    assert hint in refused.value.en
    assert refused.value.th


def test_where_a_full_day_is_asked_a_year_is_refused() -> None:
    assert parse_day({"be": "2550-12-31"}) == day("2007-12-31")
    with pytest.raises(DateError, match="full day"):
        parse_day("2007")


@given(st.integers(EARLIEST_DAY, LATEST_DAY))
def test_a_buddhist_day_written_out_is_the_same_day(ordinal: int) -> None:
    known = date.fromordinal(ordinal)
    be = buddhist.year_of(ordinal)
    if be > LATEST_BE or be < FIRST_BE:
        return
    assert parse_day({"be": f"{be}-{known:%m-%d}"}) == ordinal
    year = parse_date({"be": str(be)})
    assert year.earliest <= ordinal <= year.latest


def test_buddhist_years_follow_each_other_without_gap_or_overlap() -> None:
    for be in range(FIRST_BE, LATEST_BE):
        ended, begun = buddhist.year_span(be), buddhist.year_span(be + 1)
        assert ended.latest + 1 == begun.earliest


@pytest.mark.parametrize(
    "text",
    [
        "1975-03-02",
        "2018-10",
        "1975",
        "1972-12-14/1992-02-25",
        "../1965-08-04",
        "1972-12-14/..",
        "unknown",
    ],
)
def test_iso_text_reads_back_to_the_same_text(text: str) -> None:
    assert to_text(from_text(text)) == text


@given(spans())
def test_a_span_written_as_text_is_the_same_span(known: DateSpan) -> None:
    assert from_text(to_text(known)) == known


@given(spans(), st.sampled_from(["th", "en"]), st.sampled_from(["be", "ce", None]))
def test_every_span_can_be_shown_in_every_way(
    known: DateSpan, lang: Lang, era: Era | None
) -> None:
    assert show(known, lang, era)


@pytest.mark.parametrize("text", ["", "x", "unknown/1990", "1990/1980", "1/2/3"])
def test_text_that_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        from_text(text)


def test_dates_are_shown_as_people_say_them() -> None:
    known = parse_date("1975-03-02")
    assert show(known) == "2 มีนาคม 2518"
    assert show(known, "en") == "2 March 1975"
    assert show(known, "en", "be") == "2 March B.E. 2518"
    assert show(known, "th", "ce") == "2 มีนาคม ค.ศ. 1975"
    assert show(parse_date("1975")) == "ปี พ.ศ. 2518"
    assert show(parse_date("1975"), "en") == "1975"
    assert show(parse_date("2018-10")) == "เดือนตุลาคม 2561"
    assert show(UNKNOWN_DAY) == "ไม่ทราบวันที่"


def test_spans_are_shown_with_both_ends_or_the_one_that_is_known() -> None:
    both = from_text("1972-12-14/1992-02-25")
    assert show(both, "en") == "between 14 Dec 1972 and 25 Feb 1992"
    assert show(both) == "ระหว่าง 14 ธันวาคม 2515 ถึง 25 กุมภาพันธ์ 2535"
    assert show(from_text("../1965-08-04"), "en") == "on or before 4 Aug 1965"
    assert show(from_text("1965-08-04/..")) == "ตั้งแต่ 4 สิงหาคม 2508 เป็นต้นไป"


def test_before_1941_the_thai_year_shown_is_that_of_the_day() -> None:
    assert show(parse_date("1940-03-31")) == "31 มีนาคม 2482"
    assert show(parse_date("1940-04-01")) == "1 เมษายน 2483"
    assert show(parse_date({"be": "2482"})) == "ปี พ.ศ. 2482"
    assert show(parse_date("1938")).startswith("ระหว่าง 1 มกราคม 2480")


def test_a_period_that_begins_on_a_leap_day_ends_with_february() -> None:
    leap = day("1976-02-29")
    assert add_years(leap, 1) == day("1977-02-28")
    assert add_years(leap, 4) == day("1980-02-29")
    assert subtract_years(leap, 1) == day("1975-02-28")
    assert add_years(day("1975-03-02"), 20) == day("1995-03-02")


def test_one_born_on_a_leap_day_reaches_an_age_on_the_first_of_march() -> None:
    assert birthday(day("1976-02-29"), 18) == day("1994-03-01")
    assert birthday(day("1976-02-29"), 20) == day("1996-02-29")
    assert birthday(day("1975-03-02"), 18) == day("1993-03-02")
