"""Which of two days is earlier, against every pair of days they can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.calendars.years import add_years
from sathana.status.diagram import NEVER, NO, YES, Diagram, Workshop, value_at
from sathana.status.points import (
    LAW_CUTS,
    NEVER_POINT,
    Later,
    Point,
    When,
    before,
    exact,
    shifted,
    span_of,
)

CUT = date(1972, 12, 14).toordinal()
LEAP = date(1976, 2, 29).toordinal()
"""A change of the law, and a leap day, near which the days of these tests lie."""


@st.composite
def drawn(draw: Any) -> Point:
    """Draw a day: exact, a short span, or an event that may not have been."""
    middle = draw(st.sampled_from((CUT, CUT, LEAP)))
    first = middle + draw(st.integers(-4, 3))
    last = draw(st.sampled_from((first, first + 3, first + 6, NEVER)))
    return Point(first, last, 0 if last > first else -1)


def placed(shop: Workshop, point: Point, name: str) -> Point:
    """Give a day that is not exact its variable."""
    if point.level < 0:
        return point
    return replace(point, level=shop.level((name,), point.first, point.last))


def possible(point: Point) -> list[int]:
    """Return the days that a drawn day can be; far ones stand for all later ones."""
    if point.level < 0:
        return [point.first]
    if point.last < NEVER:
        return list(range(point.first, point.last + 1))
    return [*range(point.first, point.first + 8), point.first + 40, NEVER]


def moved(day: int, years: int) -> int:
    return day if day == NEVER else add_years(day, years)


def says(
    shop: Workshop, answer: Diagram, values: dict[int, int], earlier: bool, same: bool
) -> bool:
    """Follow an answer; where both days lie in one stretch, by their real order."""
    leaf = value_at(answer, values)
    if leaf.kids:
        assert shop.variables[leaf.level].name[0] == "order"
        forward = value_at(leaf, {leaf.level: 0}) is YES
        order = 1 if same else 0 if earlier == forward else 2
        leaf = value_at(leaf, {leaf.level: order})
    assert leaf in (YES, NO)
    return leaf is YES


def rows(a: Point, b: Point) -> list[tuple[dict[int, int], int, int]]:
    """Return every pair of days, and the values of the variables that give it."""
    if a.level == b.level >= 0:
        return [({a.level: x}, x, x) for x in possible(a)]
    return [
        ({a.level: x, b.level: y}, x, y) for x, y in product(possible(a), possible(b))
    ]


@given(drawn(), drawn(), st.booleans())
def test_earlier_means_earlier_on_every_pair_of_days(
    one: Point, two: Point, turned: bool
) -> None:
    shop = Workshop()
    if turned:  # the other variable comes first in the order of the workshop
        shop.level(("b",), two.first, two.last)
    a, b = placed(shop, one, "a"), placed(shop, two, "b")
    answer = before(shop, a, b)
    for values, x, y in rows(a, b):
        assert says(shop, answer, values, x < y, x == y) == (x < y), (x, y)


YEARS = st.sampled_from((-20, -10, -1, 0, 1, 5, 20))


@given(drawn(), YEARS, st.integers(-3, 3))
def test_whole_years_later_is_counted_on_the_calendar(
    point: Point, years: int, step: int
) -> None:
    shop = Workshop()
    a = placed(shop, point, "a")
    later = shifted(a, years)
    day = exact(moved(CUT, years) + step)
    for answer, sign in ((before(shop, later, day), 1), (before(shop, day, later), -1)):
        for values, x, _ in rows(a, a):
            shown = moved(x, years)
            wanted = shown < day.first if sign > 0 else day.first < shown
            assert says(shop, answer, values, False, False) == wanted, (x, sign)


@given(drawn(), drawn(), YEARS)
def test_two_unknown_days_are_compared_after_the_shift(
    one: Point, two: Point, years: int
) -> None:
    shop = Workshop()
    a, b = placed(shop, one, "a"), placed(shop, two, "b")
    later = shifted(a, years)
    answer = before(shop, later, b)
    for values, x, y in rows(a, b):
        x = moved(x, years)
        assert says(shop, answer, values, x < y, x == y) == (x < y), (x, y)


@given(drawn(), st.sampled_from((-20, -1, 1, 20)))
def test_a_day_that_happened_is_earlier_than_the_same_day_years_later(
    point: Point, years: int
) -> None:
    shop = Workshop()
    a = placed(shop, point, "a")
    answer = before(shop, a, shifted(a, years))
    if a.last < NEVER:
        assert answer is (YES if years > 0 else NO)
    else:
        assert value_at(answer, {a.level: NEVER}) is NO


@given(drawn(), drawn(), drawn())
def test_the_later_of_two_days_is_the_greater_one(
    one: Point, two: Point, three: Point
) -> None:
    shop = Workshop()
    a, b = placed(shop, one, "a"), placed(shop, two, "b")
    c = exact(three.first)
    first, second = before(shop, Later(a, b), c), before(shop, c, Later(a, b))
    for values, x, y in rows(a, b):
        assert (value_at(first, values) is YES) == (max(x, y) < c.first)
        assert (value_at(second, values) is YES) == (c.first < max(x, y))


@given(drawn(), drawn())
def test_two_days_are_never_each_earlier_than_the_other(one: Point, two: Point) -> None:
    shop = Workshop()
    a, b = placed(shop, one, "a"), placed(shop, two, "b")
    assert shop.both(before(shop, a, b), before(shop, b, a)) is NO
    assert before(shop, a, a) is NO


def test_what_never_happened_is_later_than_every_day_and_not_than_itself() -> None:
    shop = Workshop()
    day = exact(CUT)
    assert before(shop, day, NEVER_POINT) is YES
    assert before(shop, NEVER_POINT, day) is NO
    assert before(shop, NEVER_POINT, NEVER_POINT) is NO
    assert span_of(shifted(NEVER_POINT, 20)) == (NEVER, NEVER)


ORDERS = [
    ("before_birth", YES, NO),
    ("at_birth", NO, NO),
    ("after_birth", NO, YES),
]


@pytest.mark.parametrize(("relative", "event_first", "birth_first"), ORDERS)
def test_a_told_order_to_the_birth_decides_it(
    relative: str, event_first: Diagram, birth_first: Diagram
) -> None:
    shop = Workshop()
    birth = placed(shop, Point(CUT - 9, CUT + 9, 0, owner="P"), "birth")
    event = placed(
        shop, Point(CUT - 9, CUT + 9, 0, relative=relative, about="P"), "event"
    )
    assert before(shop, event, birth) is event_first
    assert before(shop, birth, event) is birth_first


def test_a_told_order_to_one_birth_says_nothing_of_another() -> None:
    shop = Workshop()
    birth = placed(shop, Point(CUT - 9, CUT + 9, 0, owner="Q"), "birth")
    event = Point(CUT - 9, CUT + 9, 0, relative="before_birth", about="P")
    assert before(shop, placed(shop, event, "event"), birth) not in (YES, NO)


def test_days_in_different_stretches_of_the_law_need_no_order() -> None:
    shop = Workshop()
    a = placed(shop, Point(CUT - 5, CUT + 5, 0), "a")
    b = placed(shop, Point(CUT - 5, CUT + 5, 0), "b")
    answer = before(shop, a, b)
    assert value_at(answer, {a.level: CUT - 1, b.level: CUT}) is YES
    assert value_at(answer, {a.level: CUT, b.level: CUT - 1}) is NO
    assert value_at(answer, {a.level: CUT, b.level: CUT + 1}).kids


def test_the_days_on_which_the_law_changed_are_in_order() -> None:
    assert list(LAW_CUTS) == sorted(set(LAW_CUTS))


@pytest.mark.parametrize("when", [exact(CUT), Later(exact(CUT - 1), exact(CUT))])
def test_the_span_of_an_exact_day_is_that_day(when: When) -> None:
    assert span_of(when) == (CUT, CUT)
