"""The search of the law: what it finds, in which order, and what it bears."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.library import lawentries
from sathana.library.lawsearch import Entry, Found, Index
from sathana.search import foldtext
from sathana.search.foldtext import context, find, fold, pieces
from sathana.search.question import LONGEST, MOST_WORDS, ask
from sathana.text import thai_digits

HOUSE = Entry(
    "provision",
    "cra/36",
    {"th": "มาตรา 36 ทะเบียนของผู้อยู่อาศัย", "en": "s. 36, registers of residents"},
    (
        {
            "th": "นายทะเบียนจัดทำทะเบียนบ้านไว้ให้ทุกบ้าน ตามแบบ ท.ร.14",
            "en": "A house register is kept for every house, on form TR.14.",
        },
    ),
)
SOIL = Entry(
    "rule",
    "NS-1965",
    {"th": "เกิดในไทย มาตรา 7 (3) พ.ศ. 2508", "en": "Born in Thailand, s. 7(3) of 1965"},
    ({"th": "บิดาไม่เป็นทูต", "en": "The father is no envoy; see s. 70 and contract."},),
)
CASE = Entry("case", "X-1", {"th": "Born in Thailand", "en": "Born in Thailand"})
INDEX = Index([SOIL, HOUSE, CASE], ["ทะเบียนบ้าน", "naturalisation"])


def ids(found: Found) -> list[str]:
    """Return the ids found, in the order in which they are shown."""
    return [hit.id for group in found.groups for hit in group.hits]


def marked(cut: foldtext.Pieces) -> list[str]:
    """Return the marked pieces."""
    return [text for text, found in cut if found]


@pytest.mark.parametrize(
    "asked",
    [
        "ทะเบียนบ้าน",
        "ทะเบียน บ้าน",
        "ทะเบี ยนบ้าน",
        "บ้าน ทะเบียน",
        "ทะเบียน\u200bบ้าน",
        "house register",
        "HOUSE",
        "ท.ร.14",
        "ทร ๑๔",
        "tr.14",
        "cra/36",
        "มาตรา 36",
        "มาตรา๓๖",
        "ม.36",
        "section 36",
        "s 36",
    ],
)
def test_words_are_found_inside_unspaced_text_however_they_are_typed(
    asked: str,
) -> None:
    assert "cra/36" in ids(INDEX.search(asked, "th"))


@pytest.mark.parametrize(
    "asked", ["act", "0", "6", "wn", "หก", "ทะเบียนรถ", "house dog"]
)
def test_parts_of_latin_words_and_of_numbers_are_not_found(asked: str) -> None:
    assert ids(INDEX.search(asked, "en")) == []


def test_everyday_words_find_the_words_of_the_law() -> None:
    assert ids(INDEX.search("พ่อ", "th")) == ["NS-1965"]
    assert ids(INDEX.search("พ่อไม่เป็นทูต", "th")) == ["NS-1965"]


def test_an_id_comes_first_and_cases_come_last() -> None:
    index = Index([CASE, SOIL, Entry("rule", "BORN", {"th": "ก", "en": "x"})])
    assert ids(index.search("born", "en")) == ["BORN", "NS-1965", "X-1"]


def test_a_title_counts_more_than_a_text() -> None:
    low = Entry("rule", "LOW", {"th": "อื่น", "en": "Other"}, (SOIL.title,))
    assert ids(Index([low, SOIL]).search("เกิดในไทย", "th")) == ["NS-1965", "LOW"]


def test_the_found_place_is_shown_in_context_and_marked() -> None:
    hit = INDEX.search("ทะเบียนบ้าน", "th").groups[0].hits[0]
    assert marked(hit.place) == ["ทะเบียนบ้าน"]
    assert marked(hit.title) == []
    split = INDEX.search("ทะเบี ยนบ้าน", "th").groups[0].hits[0]
    assert marked(split.place) == ["ทะเบียนบ้าน"]


def test_a_mark_never_cuts_a_vowel_or_tone_from_its_consonant() -> None:
    text = fold("พนักงานเจ้าหน้าที่")
    cut = pieces(text.text, list(find(text, "พน")))
    assert cut[0] == ("พนั", True)


def test_context_begins_and_ends_with_whole_letters() -> None:
    text = "ก้" * 100 + "ที่หา" + "น้ำ" * 100
    place = text.index("ที่หา")
    cut = context(text, [(place, place + 5)])
    assert cut[0] == ("… ", False)
    assert not foldtext.hangs(cut[1][0][0])
    assert marked(cut) == ["ที่หา"]
    assert cut[-1] == (" …", False)


def test_only_one_kind_is_shown_when_asked_for_but_all_are_counted() -> None:
    found = INDEX.search("born", "en", "case")
    assert ids(found) == ["X-1"]
    assert found.counts == {"rule": 1, "case": 1}


@pytest.mark.parametrize("asked", ["", "   ", "ก", "a", "?!", "\x00", "“”", "่"])
def test_too_little_is_not_searched(asked: str) -> None:
    found = INDEX.search(asked, "th")
    assert found.question.terms == ()
    assert found.total == 0


def test_a_long_question_is_cut_and_says_so() -> None:
    assert not ask("ทะเบียนบ้าน").cut
    assert ask("ก" * (LONGEST + 1)).cut
    assert len(ask("x" * 100_000).text) == LONGEST
    many = ask(" ".join(["ab", "cd"] * MOST_WORDS))
    assert many.cut
    assert len(many.terms) <= MOST_WORDS


def test_where_nothing_is_found_each_word_and_near_words_are_offered() -> None:
    found = INDEX.search("house unicorn", "en")
    assert found.alone == (("house", 1),)
    assert INDEX.search("ทะเบียณบ้าน", "th").near == ("ทะเบียนบ้าน",)
    assert INDEX.search("NS1965", "th").near == ("NS-1965",)
    assert INDEX.search("ทะเบียนบ้านของยาย", "th").near == ("ทะเบียนบ้าน",)


def test_an_offered_word_finds_something() -> None:
    assert INDEX.search("naturalizaton", "en").near == ()


def test_records_are_offered_for_an_id_that_does_not_exist() -> None:
    assert [entry.id for entry in INDEX.near_ids("cra-36x", 2)] == ["cra/36"]
    assert INDEX.near_ids("", 2) == ()


@given(st.text(max_size=300))
def test_any_text_at_all_is_answered(asked: str) -> None:
    for lang in ("th", "en"):
        found = INDEX.search(asked, lang)
        assert found.total == sum(found.counts.values())


@given(st.text(alphabet="กานี่้ำเแ .a1๑7๗TR", max_size=40))
def test_pieces_together_are_the_text(text: str) -> None:
    folded = fold(text)
    for needle in ("ก", "นี่", "7", "tr", "ำ"):
        cut = pieces(folded.text, list(find(folded, needle)))
        assert "".join(piece for piece, _ in cut) == folded.text
        assert len(folded.letters) == len(folded.places)


def test_thai_and_arabic_digits_find_the_same_in_the_law_itself() -> None:
    index = lawentries.index()
    for asked in ("2535", "มาตรา 7", "337"):
        found = ids(index.search(asked, "th"))
        assert found
        assert ids(index.search(thai_digits(asked), "th")) == found


def test_house_register_is_found_in_the_law_itself() -> None:
    found = lawentries.index().search("ทะเบียนบ้าน", "th")
    assert found.total >= 8
    assert {"pathway", "provision"} <= set(found.counts)


def test_every_record_of_the_law_is_found_first_by_its_own_id() -> None:
    from sathana.law.load import pack

    law, index = pack(), lawentries.index()
    for key in (*law.rules, *law.provisions, *law.instruments, *law.contested):
        groups = index.search(key, "th").groups
        assert any(group.hits[0].id == key for group in groups), key


def test_the_search_is_loaded_without_django() -> None:
    code = "import sys, sathana.library.lawentries; print('django' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "False"
