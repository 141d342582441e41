"""Who can be a witness of what: worked cases, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, UNKNOWN_DAY, DateSpan
from sathana.casework.witnesses import (
    ROLES,
    SAW,
    Witnessing,
    checks,
    could_have_seen,
    is_older,
    verdict,
)
from sathana.law.load import pack
from sathana.logic.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def year(number: int) -> DateSpan:
    return DateSpan(date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal())


def day(*parts: int) -> DateSpan:
    return DateSpan.of_day(date(*parts))


GOOD = Witnessing(
    thai=YES, born=year(1950), event=day(1990, 5, 1), applicant_born=day(1990, 5, 1),
    saw="self", kin=NO, interest=NO,
)  # fmt: skip
NOTHING = Witnessing()

CASES: list[tuple[str, dict[str, Any], str]] = [
    ("all is well", {}, "fit"),
    ("a headman who saw it", {"role": "headman"}, "fit"),
    ("a substitute: no text was verified", {"role": "substitute"}, "unknown"),
    ("nationality not told", {"thai": UNKNOWN}, "unknown"),
    ("not Thai: practice asks for it", {"thai": NO}, "weak"),
    ("only heard of it", {"saw": "told"}, "unfit"),
    ("how they know is not told", {"saw": "unknown"}, "unknown"),
    ("birth not told", {"born": UNKNOWN_DAY}, "unknown"),
    ("day of the event not told", {"event": UNKNOWN_DAY}, "unknown"),
    ("birth of the person not told", {"applicant_born": UNKNOWN_DAY}, "unknown"),
    ("born after it", {"born": year(1995)}, "unfit"),
    ("born on the day itself", {"born": day(1990, 5, 1)}, "unfit"),
    ("born the day before", {"born": day(1990, 4, 30)}, "weak"),
    ("born in the year of it", {"born": year(1990)}, "unknown"),
    ("fifteen years to the day", {"born": day(1975, 5, 1)}, "fit"),
    ("a day short of fifteen years", {"born": day(1975, 5, 2)}, "weak"),
    ("perhaps fifteen years", {"born": year(1975)}, "unknown"),
    ("certainly fifteen years", {"born": year(1974)}, "fit"),
    ("certainly not fifteen years", {"born": year(1976)}, "weak"),
    ("kin", {"kin": YES}, "weak"),
    ("kin not told", {"kin": UNKNOWN}, "unknown"),
    ("gains by it", {"interest": YES}, "weak"),
    ("interest not told", {"interest": UNKNOWN}, "unknown"),
    ("kin and not Thai", {"kin": YES, "thai": NO}, "weak"),
    ("kin, and nationality not told", {"kin": YES, "thai": UNKNOWN}, "unknown"),
    ("heard of it, and nothing else told", {"thai": UNKNOWN, "saw": "told"}, "unfit"),
    ("a headman with an interest", {"role": "headman", "interest": YES}, "weak"),
    ("a substitute who only heard", {"role": "substitute", "saw": "told"}, "unfit"),
    ("born 29 February, fifteen years on", {
        "born": day(1976, 2, 29), "event": day(1991, 2, 28),
        "applicant_born": day(1991, 2, 28),
    }, "fit"),
    ("a later event, seen as a child", {"event": year(2010)}, "fit"),
    ("an event before the witness", {"event": year(1940)}, "unfit"),
    ("born no later than 1950", {"born": DateSpan(EARLIEST_DAY, year(1950).latest)},
     "fit"),
    ("born no earlier than 1950", {"born": DateSpan(year(1950).earliest, LATEST_DAY)},
     "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "told", "says"), CASES, ids=[c[0] for c in CASES])
def test_worked_cases(name: str, told: dict[str, Any], says: str) -> None:
    assert verdict(replace(GOOD, **told)) == says


def test_of_nothing_nothing_is_known() -> None:
    assert verdict(NOTHING) == "unknown"
    assert {one.holds for one in checks(NOTHING)} == {UNKNOWN}


def test_what_is_cited_stands_in_the_law_pack_with_its_mark() -> None:
    for one in checks(replace(GOOD, role="substitute")):
        if one.cite:
            assert pack().provisions[one.cite].checked.verified == one.verified
        else:
            assert one.verified == "unverified"


days = st.integers(date(1900, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
spans = st.one_of(
    st.just(UNKNOWN_DAY),
    st.tuples(days, days).map(lambda two: DateSpan(min(two), max(two))),
)
told_of = st.builds(
    Witnessing, thai=st.sampled_from(Truth), born=spans, event=spans,
    applicant_born=spans, saw=st.sampled_from(sorted(SAW)),
    kin=st.sampled_from(Truth), interest=st.sampled_from(Truth),
    role=st.sampled_from(sorted(ROLES)),
)  # fmt: skip
MISSING = {
    "thai": UNKNOWN, "born": UNKNOWN_DAY, "event": UNKNOWN_DAY, "saw": "unknown",
    "applicant_born": UNKNOWN_DAY, "kin": UNKNOWN, "interest": UNKNOWN,
}  # fmt: skip


@given(told_of, st.sampled_from(sorted(MISSING)))
def test_a_missing_fact_is_never_taken_as_a_yes(told: Witnessing, gone: str) -> None:
    without = replace(told, **{gone: MISSING[gone]})
    assert verdict(without) in ("unknown", "unfit")
    for before, after in zip(checks(told), checks(without), strict=True):
        # An answer may only be lost, never won or turned.
        assert after.holds in (before.holds, UNKNOWN)


@given(told_of)
def test_only_what_is_known_whole_is_fit(told: Witnessing) -> None:
    every = {one.holds for one in checks(told)}
    assert (verdict(told) == "fit") == (every == {YES})


@given(spans, spans, st.data())
def test_what_is_said_of_spans_holds_for_every_day_in_them(
    one: DateSpan, other: DateSpan, data: Any
) -> None:
    first = data.draw(st.integers(one.earliest, one.latest))
    second = data.draw(st.integers(other.earliest, other.latest))
    seen, older = could_have_seen(one, other), is_older(one, other)
    if seen is not UNKNOWN:
        assert (first < second) == (seen is YES)
    if older is not UNKNOWN:
        exact = is_older(DateSpan(first, first), DateSpan(second, second))
        assert exact in (older, UNKNOWN)
