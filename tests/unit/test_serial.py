"""The tree as JSON: every rule of the book, in both readings, there and back."""

from __future__ import annotations

import json

import pytest

from sathana.calendars.spans import DateSpan
from sathana.law.book import book
from sathana.law.rules import READINGS, Law
from sathana.logic.nodes import Const, FixedDay, Is, LaterOf, OpenLaw, Or, Ordered, walk
from sathana.logic.serial import from_json, to_json
from sathana.logic.truth import Truth


@pytest.mark.parametrize("reading", sorted(READINGS))
def test_every_rule_of_the_book_goes_through_json_without_loss(reading: str) -> None:
    clauses = book(READINGS[reading])
    assert len(clauses) > 60
    for clause in clauses:
        for tree in (clause.condition, clause.when):
            text = json.dumps(to_json(tree))
            assert from_json(json.loads(text)) == tree, clause.rule


def test_a_condition_of_the_book_is_the_same_each_time_it_is_traced() -> None:
    assert book(Law({})) == book(READINGS["court"])


@pytest.mark.parametrize(
    "tree",
    [
        Const(Truth.UNKNOWN),
        Or(()),
        Is("marriage", "gives_nationality", ("yes", "no")),
        Is("self", "sex", ()),
        FixedDay(DateSpan(3, 9), "law:3"),
        LaterOf(FixedDay(DateSpan(3, 3)), FixedDay(DateSpan(1, 2))),
        Ordered("father", ("granted",), FixedDay(DateSpan(1, 1)), under="S23"),
        OpenLaw("ความไทย"),
    ],
)
def test_odd_trees_go_through_json_without_loss(tree: object) -> None:
    text = json.dumps(to_json(tree))  # type: ignore[arg-type]
    assert from_json(json.loads(text)) == tree


def test_json_names_the_kind_of_each_node() -> None:
    for clause in book(READINGS["court"]):
        text = json.dumps(to_json(clause.condition))
        for node in walk(clause.condition):
            assert f'"kind": "{type(node).__name__}"' in text


def test_an_unknown_kind_is_refused_with_the_kinds_there_are() -> None:
    with pytest.raises(ValueError, match=r"kind 'Xor'.*And"):
        from_json({"kind": "Xor", "parts": []})
    with pytest.raises(ValueError, match="no reader"):
        from_json({})


def test_a_missing_field_is_refused_with_the_name_of_the_node() -> None:
    with pytest.raises(ValueError, match="The node Is is malformed"):
        from_json({"kind": "Is", "who": "self", "key": "sex"})
