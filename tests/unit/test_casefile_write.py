"""Writing a case file, and changing one fact of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.generative.case_files import SAMPLES, case_texts

from sathana.calendars.dates import parse_date
from sathana.facts.casefile import (
    CaseFileError,
    add_person,
    read,
    set_told,
    set_told_text,
    told_text,
    without_lines,
    write,
)
from sathana.facts.keys import KEYS
from sathana.facts.model import CaseFile, Told
from sathana.text import normalise

FAMILY = "sathana: 1\ncase: t\npersons:\n  P: {sex: female, mother: M}\n  M: {}\n"


def family() -> CaseFile:
    """Return a mother and a child."""
    return read(FAMILY, name="t")


def same(one: CaseFile, other: CaseFile) -> bool:
    """Say whether two cases tell the same, wherever they were written."""
    return without_lines(one) == without_lines(other)


@pytest.mark.parametrize("text", SAMPLES)
def test_a_written_case_reads_back_to_the_same_case(text: str) -> None:
    case = read(text, name="sample")
    again = read(write(case), name="written")
    assert same(again, case)
    assert write(again) == write(case)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(case_texts())
def test_any_family_reads_back_to_the_same_family(text: str) -> None:
    case = read(text, name="generated")
    assert same(read(write(case), name="written"), case)


TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"
    )
    | st.sampled_from("\n :#'\"{}[],&*!|>%@`-?ก็้ำ"),
    max_size=120,
)


@given(TEXTS)
def test_any_free_text_is_kept_to_the_letter_but_for_its_thai_form(notes: str) -> None:
    case = read("sathana: 1\ncase: t\npersons: {P: {}}\n", name="t")
    again = read(write(replace(case, notes=notes)), name="written")
    assert again.notes == normalise(notes)


def test_facts_are_written_as_the_contract_writes_them() -> None:
    text = (
        "sathana: 1\ncase: t\nas_of: 2007-12-31\npersons:\n  P:\n"
        "    born: {date: 1975-03-02, country: TH}\n    father: {sex: male, thai: no}\n"
        "    stay: [{kind: unpermitted, from: {not_after: 1972-12-14}}]\n"
    )
    assert write(read(text, name="t")) == text


def test_one_fact_can_be_told_as_in_a_file() -> None:
    case = set_told_text(family(), "P", "born.date", "{be: 2518}")
    assert case.persons["P"].told["born.date"].value == parse_date("1975")
    assert told_text(case, "P", "born.date") == "1975"
    assert "born.date" not in family().persons["P"].told


def test_an_empty_text_takes_a_fact_back() -> None:
    case = set_told_text(family(), "P", "sex", " ")
    assert "sex" not in case.persons["P"].told
    assert told_text(case, "P", "sex") == ""


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("born.date", "2518", "date.wrong"),
        ("born.date", "[", "yaml.syntax"),
        ("father", "X", "person.missing"),
        ("mother", "P", "family.own_ancestor"),
        ("sex", "{value: male, source: E1}", "source.missing"),
        ("sexx", "male", "key.unknown"),
    ],
)
def test_a_text_that_cannot_be_is_refused_and_the_case_stays(
    key: str, text: str, code: str
) -> None:
    case = family()
    with pytest.raises(CaseFileError) as refused:
        set_told_text(case, "P", key, text)
    assert code in [fault.code for fault in refused.value.faults]
    assert case == family()


def test_a_parent_without_an_id_comes_and_goes_with_the_fact() -> None:
    case = set_told_text(family(), "P", "father", "{thai: yes, father: {thai: no}}")
    assert {"P.father", "P.father.father"} <= set(case.persons)
    assert same(read(write(case), name="w"), case)
    again = set_told_text(case, "P", "father", "{thai: no}")
    assert set(again.persons) == {"P", "M", "P.father"}
    assert set(set_told(again, "P", "father", None).persons) == {"P", "M"}


def test_a_value_can_be_set_without_text() -> None:
    case = set_told(family(), "M", "sex", Told("female"))
    assert told_text(case, "M", "sex") == "female"
    with pytest.raises(KeyError):
        set_told(case, "M", "sexx", Told("female"))


def test_a_person_is_added_once() -> None:
    case = add_person(family(), "F")
    assert "F" in case.persons
    for wrong in ("F", "a b"):
        with pytest.raises(CaseFileError):
            add_person(case, wrong)


def test_every_told_key_has_a_reader_and_a_writer() -> None:
    case = family()
    for key in KEYS:
        changed = set_told_text(case, "P", key, "unknown")
        assert told_text(changed, "P", key) == "unknown"
