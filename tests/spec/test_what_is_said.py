"""What every answer of the case library says: a sentence, why, and what changes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.sample import some

from sathana.law import cases
from sathana.law.load import pack
from sathana.status import assess

type Person = dict[str, Any]

MOST_WORDS = 30
MOST_THAI_LETTERS = 220
"""Thai has no spaces between words; this is about thirty of them."""


def _persons(name: str) -> Iterator[tuple[str, Person]]:
    case = cases.case(name)
    assert case.as_of is not None
    answer: Any = assess(case, as_of=case.as_of, law_at=case.law_at or case.as_of)
    yield from answer["persons"].items()


@pytest.mark.parametrize("name", some(cases.names(), 6))
def test_an_answer_is_one_short_sentence_with_its_reasons(name: str) -> None:
    for who, person in _persons(name):
        sentence = person["sentence"]
        assert len(sentence["en"].split()) <= MOST_WORDS, (who, sentence["en"])
        assert len(sentence["th"]) <= MOST_THAI_LETTERS, (who, sentence["th"])
        assert person["changes"], who
        if person["thai"]["answer"] != "unknown":
            assert person["deciding"], who
            _rule_is_known(person["thai"]["rule"])


def _rule_is_known(rule: str | list[str] | None) -> None:
    named = [rule] if isinstance(rule, str) else rule or []
    for each in named:
        assert each in pack().rules


@pytest.mark.parametrize("name", some(cases.names(), 6))
def test_a_closed_pathway_says_why_and_an_open_question_is_asked(name: str) -> None:
    for who, person in _persons(name):
        asked = {need["fact"] for need in person["needs"]}
        for door in person["pathways"]:
            if door["status"] == "closed":
                assert door["why"]["th"], (who, door["id"])
                assert door["why"]["en"], (who, door["id"])
            if door["status"] == "needs_facts":
                assert door["needs"], (who, door["id"])
                assert set(door["needs"]) <= asked, (who, door["id"])


def test_each_reading_that_parts_names_the_point_and_both_sides() -> None:
    parted = [
        person
        for name in some(cases.names(), 6)
        for _, person in _persons(name)
        if person["thai"]["answer"] == "contested"
    ]
    assert parted
    for person in parted:
        said = {warning["id"] for warning in person["warnings"]}
        assert person["thai"]["contested"]
        assert {f"CONTESTED-{p}" for p in person["thai"]["contested"]} <= said
        assert {"court", "administration"} == set(person["thai"]["by_reading"])
