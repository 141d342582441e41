"""The expression tree: how it is written, walked, and kept from being branched on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import FrozenInstanceError, fields

import pytest

from sathana.facts.subject import ASKED, READ, Subject, on, years_before
from sathana.law.book import book
from sathana.law.rules import READINGS
from sathana.logic.nodes import (
    CONDITIONS,
    DAYS,
    NO,
    YES,
    And,
    Before,
    Cases,
    Condition,
    Day,
    LaterOf,
    Not,
    Or,
    all_of,
    any_of,
    children,
    walk,
)

P = Subject()
A, B, C = P.is_female, P.born_in_thailand, P.is_("conduct", "good")
D, E = on("1972-12-14"), P.birth


def test_and_and_or_are_flat() -> None:
    assert A & B & C == And((A, B, C)) == A & (B & C)
    assert A | B | C == Or((A, B, C)) == A | (B | C)
    assert And((Or((A, B)), C)) == (A | B) & C


def test_a_double_not_falls_away() -> None:
    assert Not(A) == ~A
    assert ~~A is A


def test_all_of_nothing_is_yes_and_any_of_nothing_is_no() -> None:
    assert all_of() is YES
    assert any_of() is NO
    assert all_of(A) is A
    assert any_of(A) is A
    assert all_of(A & B, C) == And((A, B, C))
    assert any_of(A, B | C) == Or((A, B, C))


def test_days_are_compared_by_one_node() -> None:
    assert D.before(E) == Before(D, E)
    assert D.by(E) == Not(Before(E, D))
    assert E.within(D, ASKED) == And((Not(Before(E, D)), Before(E, ASKED)))


@pytest.mark.parametrize("node", [A, ~A, A & B, A | B, YES, Cases(A, B, C)])
def test_a_condition_refuses_to_be_a_bool(node: Condition) -> None:
    with pytest.raises(TypeError, match="being traced"):
        bool(node)
    with pytest.raises(TypeError):
        _ = node and A
    with pytest.raises(TypeError):
        _ = not node


def test_nodes_are_values_and_cannot_be_changed() -> None:
    assert P.father.thai_at(P.birth) == Subject().father.thai_at(Subject().birth)
    assert len({A, P.is_female, B}) == 2
    with pytest.raises(FrozenInstanceError):
        A.key = "conduct"  # type: ignore[attr-defined]


def test_children_come_in_the_order_in_which_they_are_written() -> None:
    assert list(children(A & B)) == [A, B]
    assert list(children(Cases(A, B, C))) == [A, B, C]
    assert list(children(D.before(E))) == [D, E]
    assert list(children(LaterOf(D, E))) == [D, E]
    assert list(children(years_before(ASKED, 5))) == [ASKED]
    assert list(children(A)) == []


def test_walking_gives_every_node_with_those_above_first() -> None:
    tree = Cases(A & B, ~C, P.thai_at(E))
    assert list(walk(tree)) == [tree, A & B, A, B, ~C, C, P.thai_at(E), E]


@pytest.mark.parametrize("kind", [*CONDITIONS, *DAYS])
def test_every_kind_of_node_is_a_condition_or_a_day_with_fields_that_json_can_hold(
    kind: type,
) -> None:
    assert issubclass(kind, Condition) != issubclass(kind, Day)
    assert all(not field.name.startswith("_") for field in fields(kind))


def test_the_set_of_nodes_is_closed() -> None:
    known = set(CONDITIONS) | set(DAYS)
    assert _names(Condition.__subclasses__()) == _names(CONDITIONS)
    assert _names(Day.__subclasses__()) == _names(DAYS)
    for law in READINGS.values():
        for clause in book(law):
            assert {type(node) for node in walk(clause.condition)} <= known
            assert {type(node) for node in walk(clause.when)} <= known


def _names(kinds: Iterable[type]) -> set[str]:
    return {kind.__name__ for kind in kinds}


def test_the_days_asked_and_read_are_not_the_same() -> None:
    assert ASKED != READ
