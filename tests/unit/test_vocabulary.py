"""Every word has both languages, and the glossary is written from them."""

from __future__ import annotations

import re

import pytest

from sathana.vocabulary.codes import CODE_LISTS, code_name
from sathana.vocabulary.countries import COUNTRIES, country_name
from sathana.vocabulary.facts import FACTS, SAME_FACT, TOLD_FACTS, fact_name
from sathana.vocabulary.glossary import glossary
from sathana.vocabulary.names import LANGUAGES, Name, look_up
from sathana.vocabulary.papers import PAPERS, paper_name
from sathana.vocabulary.terms import TERM_BY_ID, TERMS

THAI = re.compile("[\u0e00-\u0e7f]")
LATIN = re.compile("[A-Za-z]")


def all_names() -> list[tuple[str, Name]]:
    return [
        *(
            (f"{key}.{code}", name)
            for key, names in CODE_LISTS.items()
            for code, name in names.items()
        ),
        *FACTS.items(),
        *COUNTRIES.items(),
        *((paper.id, paper.name) for paper in PAPERS.values()),
        *((paper.id, paper.holder) for paper in PAPERS.values()),
        *((term.id, term.name) for term in TERMS),
        *((term.id, term.definition) for term in TERMS),
    ]


@pytest.mark.parametrize(("what", "name"), all_names())
def test_a_name_is_thai_in_thai_and_english_in_english(what: str, name: Name) -> None:
    assert THAI.search(name.th), what
    assert not LATIN.search(name.th), what
    assert LATIN.search(name.en), what
    assert not THAI.search(name.en), what
    assert name.both() == {"th": name.in_("th"), "en": name.in_("en")}


@pytest.mark.parametrize("table", CODE_LISTS.values(), ids=CODE_LISTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_codes_of_a_list_never_share_a_name(table: dict, lang: str) -> None:
    names = [name.in_(lang) for name in table.values()]
    assert len(set(names)) == len(names)


def test_a_code_is_found_by_list_and_code() -> None:
    assert code_name("grade", "documented", "th") == "มีเอกสาร"
    assert code_name("reading", "court", "en") == "reading of the courts"


def test_an_unknown_code_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"'purple'.*Known codes: female, male"):
        code_name("sex", "purple", "en")
    with pytest.raises(LookupError, match="no code list 'colours'"):
        code_name("colours", "purple", "en")
    with pytest.raises(LookupError, match="No fact has the code 'x'"):
        look_up({}, "x", what="fact")


def test_a_country_without_a_name_is_shown_by_its_code() -> None:
    assert country_name("MM", "th") == "เมียนมา"
    assert country_name("QX", "th") == "QX"
    assert country_name("abroad", "th") == "ต่างประเทศ"
    assert country_name("unknown", "en") == "a country that is not known"


def test_every_key_a_case_file_can_tell_has_a_noun_phrase() -> None:
    from sathana.facts.keys import KEYS

    assert set(KEYS) <= set(TOLD_FACTS)


def test_a_short_key_is_named_like_the_full_one() -> None:
    for short, full in SAME_FACT.items():
        assert fact_name(short, "th") == fact_name(full, "th")


def test_a_paper_is_found_by_id() -> None:
    assert paper_name("DELIVERY-CERTIFICATE").en == "delivery certificate (TR.1/1)"
    with pytest.raises(LookupError, match="No paper has the code 'NAPKIN'"):
        paper_name("NAPKIN")


def test_terms_are_sorted_and_each_stands_once() -> None:
    ids = [term.id for term in TERMS]
    assert ids == sorted(set(ids))
    assert len(TERM_BY_ID) == len(TERMS)


def test_an_english_definition_is_one_sentence() -> None:
    for term in TERMS:
        assert term.definition.en.endswith("."), term.id
        assert ". " not in term.definition.en, term.id
        assert term.source, term.id


def test_no_word_of_illegality_is_said_of_a_person() -> None:
    for what, name in all_names():
        assert "illegal" not in name.en.lower(), what
        assert "ผิดกฎหมาย" not in name.th, what
        assert "หลบหนี" not in name.th, what


def test_the_glossary_holds_every_word_and_is_always_the_same() -> None:
    text = glossary()
    assert text == glossary()
    assert text.endswith("\n")
    assert all(name.th in text for _, name in all_names())
    assert "## Terms · คำศัพท์" in text
