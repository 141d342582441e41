"""How long a letter of referral holds, and what a result may tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.casework.dna import LETTER, RESULTS, ends, letter_state, proof_from, ways

ENDS = [
    (date(2026, 1, 15), date(2026, 4, 15)),
    (date(2026, 1, 31), date(2026, 4, 30)),
    (date(2026, 3, 31), date(2026, 6, 30)),
    (date(2026, 11, 30), date(2027, 2, 28)),
    (date(2027, 11, 30), date(2028, 2, 29)),
    (date(2027, 11, 29), date(2028, 2, 29)),
    (date(2026, 11, 28), date(2027, 2, 28)),
    (date(2028, 2, 29), date(2028, 5, 29)),
    (date(2026, 10, 1), date(2027, 1, 1)),
    (date(2026, 12, 31), date(2027, 3, 31)),
]


@pytest.mark.parametrize(("on", "last"), ENDS)
def test_three_calendar_months_around_month_ends(on: date, last: date) -> None:
    assert ends(on) == last


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_letter_never_ends_later_than_the_corresponding_day(on: date) -> None:
    last = ends(on)
    assert timedelta(days=88) < last - on <= timedelta(days=92)
    assert last.day <= on.day
    assert ends(on + timedelta(days=1)) >= last


ON = date(2026, 1, 31)
STATES = [
    (None, None, "none", date(2026, 2, 1), "none"),
    (ON, None, "none", date(2026, 2, 1), "holds"),
    (ON, None, "none", date(2026, 4, 15), "holds"),
    (ON, None, "none", date(2026, 4, 16), "soon"),
    (ON, None, "none", date(2026, 4, 30), "soon"),
    (ON, None, "none", date(2026, 5, 1), "over"),
    (ON, date(2026, 4, 30), "none", date(2026, 2, 1), "holds"),
    (ON, date(2026, 5, 1), "none", date(2026, 2, 1), "before"),
    (ON, date(2026, 5, 1), "none", date(2026, 5, 1), "over"),
    (ON, date(2026, 5, 1), "confirmed", date(2026, 6, 1), ""),
]


@pytest.mark.parametrize(("on", "seat", "result", "today", "says"), STATES)
def test_how_it_stands_with_the_letter(
    on: date | None, seat: date | None, result: str, today: date, says: str
) -> None:
    assert letter_state(on, seat, result, today) == says
    assert not says or says in LETTER


def test_only_a_clear_result_says_something_of_kinship() -> None:
    told = {one: proof_from(one) for one in RESULTS}
    assert told == {
        "none": "", "unclear": "", "confirmed": "dna", "excluded": "disputed",
    }  # fmt: skip


def test_the_ways_come_from_the_law_pack_with_their_marks() -> None:
    found = ways()
    assert found.procedure is not None
    assert found.free is not None
    assert [price[0] for price in found.prices] == [0, 5000]
    assert not any(price[1] for price in found.prices)
