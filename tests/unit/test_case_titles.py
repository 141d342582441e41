"""Every published case has a title that a Thai reader can read."""

from __future__ import annotations

import re

import pytest

from sathana.law import cases
from sathana.web.languages import language_of


def test_every_published_case_has_a_thai_title_and_no_title_lacks_a_case() -> None:
    assert set(cases.thai_titles()) == set(cases.names())


@pytest.mark.parametrize("name", cases.names())
def test_a_title_is_thai_in_thai_and_english_in_english(name: str) -> None:
    title = cases.title(name)
    assert language_of(title["th"]) == "th"
    assert language_of(title["en"]) == "en"


def test_no_two_cases_share_a_thai_title() -> None:
    titles = list(cases.thai_titles().values())
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("name", "title"), cases.thai_titles().items())
def test_years_of_a_thai_title_are_of_the_buddhist_era(name: str, title: str) -> None:
    years = [int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", title)]
    assert all(2440 <= year <= 2570 for year in years), (name, years)


def test_every_year_of_an_english_title_stands_in_the_thai_one() -> None:
    for name in cases.names():
        title = cases.title(name)
        told = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", title["en"])}
        for year in told:
            assert str(year + 543) in title["th"], (name, year)


def test_a_title_says_no_word_of_illegality() -> None:
    for name, title in cases.thai_titles().items():
        assert not re.search("ผิดกฎหมาย|หลบหนี|ลักลอบ|เถื่อน", title), name


def test_a_case_without_a_thai_title_keeps_its_english_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cases, "thai_titles", dict)
    title = cases.title("LO-531079")
    assert title["th"] == title["en"] == "Holders of the 0-card ask for help"


def test_a_case_that_is_not_there_has_no_title() -> None:
    with pytest.raises(LookupError, match="no case"):
        cases.title("HW-NOBODY")


def test_thai_notes_are_of_cases_that_have_notes_and_are_thai() -> None:
    for name, text in cases.thai_notes().items():
        assert cases.case(name).notes, name
        assert language_of(text) == "th", name


def test_thai_notes_name_the_same_persons_as_the_english_ones() -> None:
    for name in cases.thai_notes():
        notes = cases.notes(name)
        assert notes is not None
        persons = {
            lang: set(re.findall(r"\b[PQU]\d?\b", notes[lang])) for lang in notes
        }
        assert persons["th"] == persons["en"], name


def test_notes_without_a_thai_text_stay_english() -> None:
    notes = cases.notes("AC-352-2558")
    assert notes is not None
    assert notes["th"] == notes["en"]
