"""What comes first, what comes at all, and what hostile questions do."""

from __future__ import annotations

import pytest
from tests.search.shelves import readable

from sathana.search import selectors, services
from sathana.search.selectors import Hit

pytestmark = pytest.mark.django_db


def keys(text: str, language: str = "th") -> list[str]:
    """Return the keys of what is found."""
    return [hit.key for hit in selectors.find(text, language)]


def marks(hit: Hit) -> list[str]:
    """Return what is marked in a result."""
    return [text for text, found in (*hit.title, *hit.pieces) if found]


def test_a_word_in_the_title_comes_before_one_in_the_text() -> None:
    services.put(
        [
            readable("page:a", text="เรื่องของสูติบัตรที่หาย"),
            readable("page:b", title="ขอสูติบัตรใหม่"),
        ]
    )
    assert keys("สูติบัตร") == ["page:b", "page:a"]


def test_what_stands_as_typed_comes_before_what_differs_in_a_tone_mark() -> None:
    services.put(
        [
            readable("page:a", text="ไปเที่ยวป่าใหญ่"),
            readable("page:b", text="ไปเที่ยวป้าใหญ่"),
        ]
    )
    assert keys("ป้าใหญ่") == ["page:b", "page:a"]
    assert keys("ป่าใหญ่") == ["page:a", "page:b"]
    assert set(keys("ปาใหญ่")) == {"page:a", "page:b"}


@pytest.mark.parametrize(
    "typed",
    [
        "แม่น้ำ",
        "เเม่น้ำ",
        "แม่น\u0e4d\u0e49า",
        "แม่นำ้",
        "แมน้ำ",
        "แม่นำ",
        "มแ่น้ำ",
    ],
)
def test_a_word_is_found_however_its_marks_are_typed(typed: str) -> None:
    services.put([readable("page:a", text="บ้านริมแม่น้ำโขง"), readable("page:b")])
    assert keys(typed) == ["page:a"]


def test_digits_of_both_kinds_find_each_other_and_only_as_whole_numbers() -> None:
    services.put(
        [
            readable("page:a", text="ตามมาตรา ๒๓ วรรคสอง"),
            readable("page:b", text="ตามมาตรา 230"),
        ]
    )
    assert keys("มาตรา 23") == keys("มาตรา ๒๓") == ["page:a"]
    assert keys("23") == ["page:a"]


def test_a_latin_word_is_found_at_its_beginning_only() -> None:
    services.put(
        [readable("page:a", language="en", text="the Act of 1965, a contract")]
    )
    assert keys("act", "en") == ["page:a"]
    assert keys("CONTR", "en") == ["page:a"]
    assert keys("tract", "en") == []


def test_a_word_never_goes_over_from_one_paragraph_into_the_next() -> None:
    services.put([readable("page:a", title="ทะเบียน", text="บ้านเลขที่ ๑")])
    assert (
        keys("ทะเบียนบ้าน") != ["page:a"] or not selectors.answer("ทะเบียนบ้าน", "th").whole
    )


def test_all_words_are_needed_and_else_the_nearest_come_and_it_is_said() -> None:
    services.put(
        [
            readable("page:a", text="เด็กเกิดที่บ้านไม่มีใบเกิด"),
            readable("page:b", text="เด็กเกิดที่โรงพยาบาล"),
            *(readable(f"page:{n}", text="เด็กไปโรงเรียน") for n in range(20)),
        ]
    )
    whole = selectors.answer("เกิดที่บ้าน ใบเกิด", "th")
    assert whole.whole
    assert [hit.key for hit in whole.hits] == ["page:a"]
    part = selectors.answer("เกิดที่บ้าน ใบเกิด สับปะรด", "th")
    assert not part.whole
    assert part.hits[0].key == "page:a"
    unspaced = selectors.answer("ลูกเราเกิดที่บ้านไม่มีใบเกิด", "th")
    assert not unspaced.whole
    assert [hit.key for hit in unspaced.hits] == ["page:a"]


def test_an_item_in_two_languages_is_found_once_and_shown_in_the_readers() -> None:
    services.put(
        [
            readable("page:a", url="/a/", title="ทะเบียนบ้าน", text="ทุกหลัง"),
            readable("page:a", language="en", url="/en/a/", title="House register"),
        ]
    )
    (hit,) = selectors.find("house register", "th")
    assert (hit.url, hit.language, hit.title[0][0]) == ("/a/", "th", "ทะเบียนบ้าน")
    (hit,) = selectors.find("ทะเบียนบ้าน", "en")
    assert (hit.url, hit.language, hit.spoken) == ("/en/a/", "en", "th")


def test_what_is_there_in_one_language_only_is_found_by_everybody() -> None:
    services.put([readable("page:a", title="ทะเบียนบ้าน")])
    (hit,) = selectors.find("ทะเบียนบ้าน", "en")
    assert hit.language == "th"


def test_the_found_places_are_marked_in_title_and_text() -> None:
    services.put([readable("page:a", title="แม่น้ำ", text="ริมแม่น้ำโขง")])
    assert marks(selectors.find("แม่น้ำ", "th")[0]) == ["แม่น้ำ", "แม่น้ำ"]
    assert marks(selectors.find("แมน้ำ", "th")[0]) == ["แม่น้ำ", "แม่น้ำ"]


def test_a_latin_word_is_not_found_across_two_words_but_a_phrase_is() -> None:
    services.put(
        [
            readable("page:a", language="en", text="a Thai, born at sea"),
            readable("page:b", language="en", text="a Thai born"),
        ]
    )
    (hit,) = selectors.find("at", "en")
    assert (hit.key, marks(hit)) == ("page:a", ["at"])
    (hit,) = selectors.find("born at sea", "en")
    assert marks(hit) == ["born", "at", "sea"]


def test_a_mark_never_begins_between_a_consonant_and_its_vowel() -> None:
    services.put([readable("page:a", text="แล้วว่าเกิดที่บ้านของยาย")])
    (hit,) = selectors.find("เขาเกิดที่บ้านของยาย", "th")
    assert marks(hit)[0].startswith("เกิดที่")


def test_kinds_narrow_and_the_counts_tell_of_the_others() -> None:
    services.put(
        [
            readable("lesson:a", kind="lesson", title="สูติบัตร"),
            *(readable(f"page:{n}", title="สูติบัตร") for n in range(7)),
        ]
    )
    found = selectors.answer("สูติบัตร", "th", ["lesson"])
    assert [hit.key for hit in found.hits] == ["lesson:a"]
    assert (found.total, found.counts) == (1, {"lesson": 1, "page": 7})
    few = selectors.answer("สูติบัตร", "th", of_each=2)
    assert (len(few.hits), few.total) == (3, 8)


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "ก", "%", "_", "*", '"', "''", "' OR 1=1 --", "\x00", "\ud800"),
        *("่", "่้๊๋", "ๆ" * 500, "(((((", "[a-z]+", "\\", "NEAR/3", "<script>", "เ"),
        *("ก" * 5000, "a b c d e f g h i j k", "\u202eกข", "..", "....", "9" * 200),
    ],
)
def test_a_hostile_question_is_only_text(typed: str) -> None:
    services.put([readable("page:a", title="ทะเบียนบ้าน", text="ทุกหลัง % _ *")])
    assert len(selectors.find(typed, "th")) <= 1


def test_equals_stand_in_the_same_order_on_every_database() -> None:
    rows = [readable(f"page:{sign}", title="สูติบัตร") for sign in "zก_aB-1"]
    services.put(rows)
    assert keys("สูติบัตร") == sorted(row.key for row in rows)
