"""The shipped texts: each passes its check, and the check refuses what is wrong."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from sathana.editorial import words
from sathana.law.load import pack
from sathana.publishing import content_files, content_numbers, filled_blocks
from sathana.publishing.content_files import ContentFile

FILES = content_files.load()
GOOD: dict[str, Any] = {
    "kind": "article",
    "slug": "a-good-one",
    "topic": "refusal",
    "pathways": ["S23"],
    "audience": ["villagers"],
    "title": {"th": "เรื่อง", "en": "A title"},
    "summary": {"th": "ย่อ", "en": "In short"},
    "law_date": date(2026, 11, 26),
    "body": [
        {"heading": {"th": "หัว", "en": "Head"}},
        {
            "steps": {"th": ["อุทธรณ์ภายใน 15 วัน"], "en": ["Appeal within 15 days"]},
            "rules": ["limit:APA-44"],
        },
        {
            "table": {"th": [["ก", "ข"], ["1", "2"]], "en": [["a", "b"], ["1", "2"]]},
            "rules": ["point:C1"],
        },
    ],
}


def _faults(**changes: Any) -> str:
    values = deepcopy(GOOD) | changes
    return " / ".join(f"{one.where}: {one.en}" for one in content_files.faults(values))


def _of_block(block: Any) -> str:
    return _faults(body=[block])


def test_a_good_text_has_no_fault() -> None:
    assert content_files.faults(GOOD) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.stem)
def test_every_shipped_text_passes(file: ContentFile) -> None:
    assert content_files.faults(file.values) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.stem)
def test_every_shipped_text_becomes_blocks_in_both_languages(file: ContentFile) -> None:
    blocks = file.values.get("body") or ()
    for code in content_files.LANGUAGES:
        assert len(filled_blocks.body(blocks, code)) == len(blocks)


def test_no_two_texts_have_the_same_address() -> None:
    slugs = [file.values.get("slug") for file in FILES]
    assert len(slugs) == len(set(slugs))


def test_the_codes_are_those_of_the_editors() -> None:
    assert {code for code, _ in words.TOPICS} == content_files.TOPICS
    assert {code for code, _ in words.AUDIENCES} == content_files.AUDIENCES


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"kind": "pamphlet"}, "kind"),
        ({"slug": "Not A Slug"}, "slug"),
        ({"topic": "weather"}, "topic"),
        ({"audience": ["robots"]}, "audience"),
        ({"pathways": ["BIRTH-CERTIFICATE"]}, "pathways"),
        ({"pathways": ["NOWHERE"]}, "pathways"),
        ({"title": {"th": "ไทยเท่านั้น"}}, "title en"),
        ({"summary": {"th": " ", "en": "x"}}, "summary th"),
        ({"title": {"th": "ก", "en": "a", "my": "b"}}, "my"),
        ({"law_date": "soon"}, "law_date"),
        ({"colour": "red"}, "colour"),
        ({"rules": ["limit:NOWHERE"]}, "rules"),
        ({"kind": "story"}, "consent"),
        ({"summary": {"th": "ใน 77 วัน", "en": "x"}}, "rules"),
        ({"points": {"th": ["ก", "ข"], "en": ["a"]}, "kind": "card"}, "points"),
        ({"body": None}, "body"),
        ({"body": "words"}, "body"),
    ],
)
def test_a_wrong_head_is_refused_where_it_is_wrong(
    changes: dict[str, Any], where: str
) -> None:
    assert f"{where}:" in _faults(**changes)


@pytest.mark.parametrize("values", [None, [], "words", {}])
def test_a_file_that_is_no_text_is_refused(values: Any) -> None:
    assert content_files.faults(values)


@pytest.mark.parametrize(
    "block",
    [
        "only words",
        {},
        {"picture": {"th": "ก", "en": "a"}},
        {"text": {"th": "ก", "en": "a"}, "heading": {"th": "ก", "en": "a"}},
        {"text": {"th": "ก", "en": "a"}, "size": 3},
        {"question": {"th": "ก", "en": "a"}},
        {"lines": []},
        {"lines": ["ก"]},
        {"lines": [{"who": {"th": "ก", "en": "a"}, "says": {"th": "ข"}}]},
        {"list": {"th": ["ก", "ข"], "en": ["a"]}},
        {"list": {"th": "ก", "en": "a"}},
        {"table": {"th": [["ก", "ข"], ["ค"]], "en": [["a", "b"], ["c"]]}},
        {"table": {"th": [["ก|ข"]], "en": [["a"]]}},
        {"caution": {"th": "**ก**", "en": "a"}},
        {"text": {"th": "ก", "en": "a"}, "rules": "S23"},
    ],
)
def test_a_block_of_a_wrong_form_is_refused(block: Any) -> None:
    assert "body 1" in _of_block(block)


def test_a_citation_that_names_no_record_is_refused() -> None:
    block = {"text": {"th": "ก", "en": "a"}, "rules": ["S99"]}
    assert "no record 'S99'" in _of_block(block)


@pytest.mark.parametrize(
    ("th", "en"),
    [
        ("ภายใน 15 วัน", "soon"),
        ("ภายใน ๑๕ วัน", "soon"),
        ("เร็ว", "within 15 days"),
        ("เสีย 1,000 บาท", "a fee"),
        ("อายุ 7 ปี", "a child"),
        ("ตามมาตรา 23", "by the law"),
        ("ตามกฎหมาย", "by section 23"),
    ],
)
def test_law_without_a_citation_is_refused(th: str, en: str) -> None:
    assert "cites none" in _of_block({"text": {"th": th, "en": en}})


def test_what_is_said_to_be_no_law_needs_no_citation() -> None:
    block = {"text": {"th": "เดิน 3 วัน", "en": "walked 3 days"}, "not_law": True}
    assert _of_block(block) == ""


@pytest.mark.parametrize(
    ("number", "rule", "held"),
    [
        ("15 วัน", "limit:APA-44", True),
        ("20 วัน", "limit:APA-44", False),
        ("15 ปี", "limit:APA-44", False),
        ("90 วัน", "limit:ACA-49", True),
        ("1,000 บาท", "fee:FEE-LATE-BIRTH", True),
        ("500 บาท", "fee:FEE-LATE-BIRTH", False),
        ("15 ปี", "BR-4", True),
        ("16 ปี", "BR-4", False),
        ("60 วัน", "limit:CRA-38-2", True),
        ("5 ปี", "limit:CRA-38-2", True),
    ],
)
def test_a_number_must_stand_in_the_record_that_is_cited(
    number: str, rule: str, held: bool
) -> None:
    block = {"text": {"th": f"ภายใน {number}", "en": "by then"}, "rules": [rule]}
    assert (_of_block(block) == "") is held


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.stem)
def test_a_changed_number_is_found_in_every_shipped_text(file: ContentFile) -> None:
    for block in file.values.get("body") or ():
        for name in ("text", "caution", "answer"):
            if name in block and block.get("rules"):
                spoiled = deepcopy(block)
                spoiled[name]["th"] += " ภายใน 77 วัน"
                assert "holds 77 day" in _of_block(spoiled)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("ห้า", 5),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("ยี่สิบ", 20),
        ("หนึ่งร้อยยี่สิบ", 120),
        ("หนึ่งพัน", 1_000),
        ("สองหมื่นห้าพัน", 25_000),
        ("หนึ่งแสน", 100_000),
    ],
)
def test_thai_number_words_are_read(word: str, number: int) -> None:
    assert content_numbers.spelled(word) == number


def test_a_record_that_does_not_exist_holds_nothing() -> None:
    assert content_numbers.held(["limit:NOWHERE"], pack()) == set()
