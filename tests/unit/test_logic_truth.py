"""Truth of three values: tables, laws, and the refusal to be a bool."""

from __future__ import annotations

from itertools import product

import pytest

from sathana.logic.truth import Truth

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
RANK = {NO: 0, UNKNOWN: 1, YES: 2}
ALL = (NO, UNKNOWN, YES)


@pytest.mark.parametrize(("a", "b"), list(product(ALL, ALL)))
def test_and_is_the_lesser_and_or_the_greater_of_two(a: Truth, b: Truth) -> None:
    assert RANK[a & b] == min(RANK[a], RANK[b])
    assert RANK[a | b] == max(RANK[a], RANK[b])


@pytest.mark.parametrize(("a", "b", "c"), list(product(ALL, ALL, ALL)))
def test_the_laws_of_kleene_hold(a: Truth, b: Truth, c: Truth) -> None:
    assert a & (b & c) is (a & b) & c
    assert a | (b | c) is (a | b) | c
    assert a & (b | c) is (a & b) | (a & c)
    assert a | (b & c) is (a | b) & (a | c)
    assert ~(a & b) is ~a | ~b
    assert ~~a is a
    assert a & (a | b) is a


@pytest.mark.parametrize(("a", "b"), list(product(ALL, ALL)))
def test_what_is_decided_stays_when_an_unknown_is_learned(a: Truth, b: Truth) -> None:
    for operate in (Truth.__and__, Truth.__or__):
        before = operate(a, b)
        if before is not UNKNOWN:
            learned = [ALL if value is UNKNOWN else (value,) for value in (a, b)]
            assert {operate(x, y) for x, y in product(*learned)} >= {before}
            assert all(operate(x, y) is before for x, y in product(*learned))


@pytest.mark.parametrize("value", ALL)
def test_a_truth_refuses_to_be_a_bool(value: Truth) -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(value)
    with pytest.raises(TypeError):
        _ = value and YES
    with pytest.raises(TypeError):
        _ = not value


def test_unknown_is_neither_itself_nor_its_opposite() -> None:
    assert UNKNOWN & ~UNKNOWN is UNKNOWN
    assert UNKNOWN | ~UNKNOWN is UNKNOWN
