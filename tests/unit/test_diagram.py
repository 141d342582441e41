"""Decision diagrams against truth tables written out by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.status.diagram import (
    NEVER,
    NO,
    YES,
    Diagram,
    Workshop,
    nodes,
    support,
    value_at,
)

DOMAINS = ((0, 1), (0, 3), (100, 112), (5, 5 + 7), (0, 2))
"""Two-valued, a list of values, days, days again, an order."""
type Table = Callable[[tuple[int, ...]], bool]
type Grown = tuple[Callable[[Workshop], Diagram], Table]


def workshop() -> Workshop:
    shop = Workshop()
    for place, (first, last) in enumerate(DOMAINS):
        shop.level((f"v{place}",), first, last)
    return shop


def _all() -> list[tuple[int, ...]]:
    return list(product(*(range(first, last + 1) for first, last in DOMAINS)))


ROWS = _all()


@st.composite
def leaves(draw: Any) -> Grown:
    level = draw(st.integers(0, len(DOMAINS) - 1))
    first, last = DOMAINS[level]
    if draw(st.booleans()):
        day = draw(st.integers(first - 1, last + 2))
        return (lambda shop: shop.below(level, day)), (lambda row: row[level] < day)
    chosen = draw(st.frozensets(st.integers(first, last)))
    return (
        lambda shop: shop.among(level, chosen),
        lambda row: row[level] in chosen,
    )


def _not(a: Grown) -> Grown:
    return lambda shop: shop.opposite(a[0](shop)), lambda row: not a[1](row)


def _both(pair: tuple[Grown, Grown]) -> Grown:
    a, b = pair
    return (
        lambda shop: shop.both(a[0](shop), b[0](shop)),
        lambda row: a[1](row) and b[1](row),
    )


def _either(pair: tuple[Grown, Grown]) -> Grown:
    a, b = pair
    return (
        lambda shop: shop.either(a[0](shop), b[0](shop)),
        lambda row: a[1](row) or b[1](row),
    )


def _choose(three: tuple[Grown, Grown, Grown]) -> Grown:
    a, b, c = three
    return (
        lambda shop: shop.choose(a[0](shop), b[0](shop), c[0](shop)),
        lambda row: b[1](row) if a[1](row) else c[1](row),
    )


GROWN: st.SearchStrategy[Grown] = st.recursive(
    leaves(),
    lambda inner: (
        inner.map(_not)
        | st.tuples(inner, inner).map(_both)
        | st.tuples(inner, inner).map(_either)
        | st.tuples(inner, inner, inner).map(_choose)
    ),
    max_leaves=12,
)


def at(diagram: Diagram, row: tuple[int, ...]) -> bool:
    leaf = value_at(diagram, dict(enumerate(row)))
    assert leaf in (YES, NO)
    return leaf is YES


@given(GROWN)
def test_a_diagram_says_what_its_truth_table_says(grown: Grown) -> None:
    make, table = grown
    diagram = make(workshop())
    assert all(at(diagram, row) == table(row) for row in ROWS)


@given(GROWN, GROWN)
def test_equal_functions_are_the_same_object_and_only_they(a: Grown, b: Grown) -> None:
    shop = workshop()
    one, other = a[0](shop), b[0](shop)
    assert (one is other) == all(a[1](row) == b[1](row) for row in ROWS)


@given(GROWN)
def test_an_answer_is_certain_just_when_it_has_shrunk_to_a_leaf(grown: Grown) -> None:
    make, table = grown
    values = {table(row) for row in ROWS}
    diagram = make(workshop())
    assert (diagram is YES) == (values == {True})
    assert (diagram is NO) == (values == {False})


@given(GROWN)
def test_the_support_is_the_facts_that_can_change_the_answer(grown: Grown) -> None:
    make, table = grown
    said = {row: table(row) for row in ROWS}
    moving = set()
    for row, value in said.items():
        for level, (first, _) in enumerate(DOMAINS):
            changed = (*row[:level], first, *row[level + 1 :])
            if said[changed] != value:
                moving.add(level)
    assert support(make(workshop())) == moving


@given(GROWN, GROWN)
def test_the_laws_of_two_valued_logic_hold(a: Grown, b: Grown) -> None:
    shop = workshop()
    one, other = a[0](shop), b[0](shop)
    both, either, opposite = shop.both, shop.either, shop.opposite
    assert opposite(opposite(one)) is one
    assert both(one, opposite(one)) is NO
    assert either(one, opposite(one)) is YES
    assert opposite(both(one, other)) is either(opposite(one), opposite(other))
    assert both(one, other) is both(other, one)
    assert both(one, either(one, other)) is one


@given(GROWN)
def test_every_node_is_ordered_and_has_no_run_without_a_difference(
    grown: Grown,
) -> None:
    diagram = grown[0](workshop())
    for node in nodes(diagram):
        assert list(node.cuts) == sorted(set(node.cuts))
        assert len(node.kids) == len(node.cuts) + 1
        first, last = DOMAINS[node.level]
        assert all(first < cut <= last for cut in node.cuts)
        assert all(kid.level > node.level for kid in node.kids)
        pairs = zip(node.kids, node.kids[1:], strict=False)
        assert all(left is not right for left, right in pairs)


def test_nodes_come_once_and_after_those_above_them() -> None:
    shop = workshop()
    diagram = shop.choose(shop.fact(("v0",)), shop.among(1, (2,)), shop.below(2, 105))
    found = nodes(diagram, diagram)
    assert [node.level for node in found] == [0, 1, 2]
    assert nodes(YES, NO) == []


def test_a_value_not_given_stops_the_way_down() -> None:
    shop = workshop()
    diagram = shop.both(shop.fact(("v0",)), shop.below(2, 105))
    assert value_at(diagram, {0: 0}) is NO
    assert value_at(diagram, {0: 1}) is shop.below(2, 105)
    assert value_at(diagram, {2: 104}) is diagram


@pytest.mark.parametrize(("day", "answer"), [(100, NO), (99, NO), (113, YES)])
def test_a_day_outside_the_domain_needs_no_node(day: int, answer: Diagram) -> None:
    assert workshop().below(2, day) is answer


def test_an_event_that_may_not_have_been_is_later_than_every_day() -> None:
    shop = Workshop()
    level = shop.level(("P", "entered"), 100, NEVER)
    happened = shop.below(level, NEVER)
    assert value_at(happened, {level: NEVER}) is NO
    assert value_at(happened, {level: 5000}) is YES


def test_a_variable_is_made_once() -> None:
    shop = Workshop()
    assert shop.level(("P", "sex"), 0, 1) == shop.level(("P", "sex"))
    assert shop.fact(("Q", "x")) is shop.fact(("Q", "x"))
    assert len(shop.variables) == 2
