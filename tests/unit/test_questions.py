"""Every missing fact has a question, papers, a cost and answers to choose from."""

from __future__ import annotations

import re

import pytest

from sathana.facts.casefile import read, set_told_text
from sathana.facts.keys import KEYS
from sathana.facts.question_data import ANSWERS, QUESTIONS
from sathana.facts.questions import (
    answer_form,
    choices,
    cost,
    papers,
    question,
    told_key,
)
from sathana.facts.wording_facts import EVENTS, STATES
from sathana.vocabulary.facts import FACTS, fact_key
from sathana.vocabulary.papers import PAPERS

DAYS = {"th": "2 มีนาคม 2518", "en": "2 March 1975"}
ALL_KEYS = sorted(QUESTIONS)
INSIDE_AN_ENTRY = ("stay", "care.certified", "alien_certificate.", "marriages.")
CASE = """
sathana: 1
case: questions
as_of: 2020-01-01
persons:
  P: {sex: female, father: F, mother: M}
  F: {sex: male}
  M: {sex: female}
"""


def test_every_fact_that_a_file_tells_or_a_rule_asks_has_a_question() -> None:
    asked = {*KEYS, *EVENTS, *(key for key in STATES if key != "orders.by"), "law"}
    assert {fact_key(key) for key in asked} <= set(QUESTIONS)
    assert set(QUESTIONS) <= set(FACTS)


@pytest.mark.parametrize("day", [True, False])
@pytest.mark.parametrize("key", ALL_KEYS)
def test_a_thai_question_is_thai_throughout(key: str, day: bool) -> None:
    text = question(key, "th", person="แม่ของน้อย", day=DAYS["th"] if day else None)
    assert re.search("[\u0e00-\u0e7f]", text)
    assert not re.search("[A-Za-z{}]", text)
    assert text == text.strip()
    assert "  " not in text


@pytest.mark.parametrize("day", [True, False])
@pytest.mark.parametrize("key", ALL_KEYS)
def test_an_english_question_is_english_throughout(key: str, day: bool) -> None:
    text = question(key, "en", person="Noi", day=DAYS["en"] if day else None)
    assert text[0].isupper()
    assert text[-1] in "?."
    assert not re.search("[\u0e00-\u0e7f{}]", text)
    assert "  " not in text


def test_two_facts_are_never_asked_with_the_same_words() -> None:
    for lang in ("th", "en"):
        said = [question(key, lang, person="P") for key in ALL_KEYS]
        assert len(set(said)) == len(said)


def test_a_question_names_the_person_and_the_day_on_which_it_turns() -> None:
    assert (
        question("stay", "en", person="Noi", day="2 March 1975")
        == "With which permission did Noi stay in Thailand on 2 March 1975?"
    )
    assert (
        question("stay", "th", person="แม่ของ P", day="2 มีนาคม 2518")
        == "แม่ของ P อยู่ในประเทศไทยในวันที่ 2 มีนาคม 2518 โดยได้รับอนุญาตแบบไหน"
    )
    assert (
        question("thai", "th", person="P", day="ปี พ.ศ. 2518")
        == "P มีสัญชาติไทยในปี พ.ศ. 2518 หรือไม่"
    )
    assert (
        question("thai", "en", person="Noi", day="1975")
        == "Did Noi hold Thai nationality in 1975?"
    )
    assert question("thai", "th", person="น้อย") == "น้อยมีสัญชาติไทยหรือไม่"


@pytest.mark.parametrize("key", ALL_KEYS)
def test_papers_are_known_ones_and_named_once(key: str) -> None:
    named = papers(key)
    assert named
    assert set(named) <= set(PAPERS)
    assert len(set(named)) == len(named)


def test_every_paper_proves_some_fact_or_is_asked_for_by_an_office() -> None:
    used = {paper for key in ALL_KEYS for paper in papers(key)}
    assert set(PAPERS) - used <= {
        "DNA-REFERRAL",
        "ID-PHOTOS",
        "INTERIOR-LETTER",
        "LIFE-HISTORY",
        "OFFICIAL-POST-LETTER",
        "PARENT-PAPERS",
        "PHOTOGRAPHS",
        "OLD-ENTRY",
        "PROXY-LETTER",
        "REGISTER-EXTRACT",
        "SHELTER-LIST",
        "TEMPLE-RECORD",
    }


@pytest.mark.parametrize("key", ALL_KEYS)
def test_a_cost_is_one_of_the_five_steps(key: str) -> None:
    assert cost(key) in {1, 2, 3, 5, 8}


def test_what_the_card_shows_is_cheaper_than_what_a_laboratory_finds() -> None:
    assert cost("number_class") < cost("born.country") < cost("parents_marriage")
    assert cost("parents_marriage") < cost("stay") < cost("paternity_proved")


@pytest.mark.parametrize("key", ALL_KEYS)
def test_not_knowing_can_always_be_chosen(key: str) -> None:
    values = [value for value, _, _ in choices(key)]
    assert len(set(values)) == len(values)
    if answer_form(key) != "none":
        assert "unknown" in values
    for _, thai, english in choices(key):
        assert re.search("[\u0e00-\u0e7f]", thai)
        assert re.search("[A-Za-z]", english)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (key, value)
        for key in ALL_KEYS
        if answer_form(key) != "none" and not key.startswith(INSIDE_AN_ENTRY)
        for value, _, _ in choices(key)
    ],
)
def test_a_choice_can_be_written_into_a_case_file(key: str, value: str) -> None:
    case = read(CASE, name="questions")
    written = set_told_text(case, "P", told_key(key), value)
    assert told_key(key) in written.persons["P"].told


@pytest.mark.parametrize("kind", [value for value, _, _ in choices("stay")])
def test_a_choice_of_stay_is_the_kind_of_an_entry(kind: str) -> None:
    case = read(CASE, name="questions")
    text = f"[{{kind: {kind}, from: 1975-03-02, until: 1975-03-03}}]"
    assert "stay" in set_told_text(case, "P", "stay", text).persons["P"].told


def test_a_short_key_is_asked_like_the_full_one() -> None:
    assert question("ended", "en", person="P") == question(
        "marriages.ended", "en", person="P"
    )


def test_a_fact_without_a_question_is_an_error_that_says_where_to_add_it() -> None:
    with pytest.raises(LookupError, match=r"'shoe_size'.*question_data"):
        question("shoe_size", "th", person="P")


def test_every_form_of_answer_is_used() -> None:
    assert {entry.answers for entry in QUESTIONS.values()} == set(ANSWERS)
