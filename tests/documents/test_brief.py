"""The one-page brief: one page, tagged, its Thai whole, its data never markup."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest

from sathana.documents.brief import brief
from sathana.documents.drawing import drawing
from sathana.documents.typesetting import CannotBeSetError, DoesNotFitError
from sathana.pictures.bands import Band, bands
from sathana.pictures.theme import for_paper

WORDS = (
    "ทั้งนี้ เมื่อปู่อยู่ที่ญี่ปุ่น น้ำปั๊มกู้ฝั่ง อำเภอแม่ฟ้าหลวง ผู้ไม่มีสถานะทางทะเบียน",
    "ถ้ามติคณะรัฐมนตรีวันที่ 29 ตุลาคม 2567 ขอให้อยู่ในประเทศไทยน้อยปีลง",
    "ชื่อเจ้าหน้าที่ผู้ยื่นคำร้อง หมู่ที่ ๕ ตำบลเทอดไทย",
)
MARK = "ผู้คนสมมติ: ไม่ใช่ข้อความเกี่ยวกับประเทศไทย"


def values(**other: Any) -> dict[str, Any]:
    row = Band(title=WORDS[2], yes=10, unknown=20, no=70, text="ใช่แน่ 10 อยู่ที่นี่")
    svg = for_paper(bands([row], "th", label="ภาพ"))
    table = {
        "heading": "ตารางที่",
        "head": ["ข้อ", "คน"],
        "rows": [[WORDS[2], "12,300"]],
        "note": "หมายเหตุ",
    }
    return {
        "title": WORDS[0],
        "question": WORDS[1],
        "people": "นับ 100 แถว",
        "mark": MARK,
        "footer": "สถานะ",
        "dated": "2026-06-01",
        "charts": [{"heading": "ภาพที่", "svg": svg, "alt": "แผนภูมิแท่ง"}],
        "tables": dict.fromkeys(("bands", "gains", "unreached", "settle"), table),
        "lists": [{"heading": "ข้อจำกัด", "items": [WORDS[1]]}] * 2,
        **other,
    }


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    return "".join(text.split())


@pytest.fixture(scope="module")
def made() -> bytes:
    return brief(values(), "th")


def test_it_is_one_page_and_its_thai_can_be_copied_whole(made: bytes) -> None:
    text = text_of(made)
    for words in (*WORDS, MARK, "12,300", "ใช่แน่10อยู่ที่นี่"):
        assert "".join(words.split()) in text


def test_it_is_tagged_pdf_a_and_says_its_language(made: bytes) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made
    document = pypdfium2.PdfDocument(made)
    assert document.get_metadata_value("Title") == WORDS[0]
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)


def test_the_same_values_give_the_same_bytes(made: bytes) -> None:
    assert brief(values(), "th") == made


def test_data_is_never_read_as_markup() -> None:
    evil = '#panic("x") *bold* $1$ @y <z> \\ "'
    pdf = brief(values(title=evil, people=evil), "en")
    assert text_of(pdf).count("".join(evil.split())) == 2


def test_without_made_people_there_is_no_mark() -> None:
    assert "".join(MARK.split()) not in text_of(brief(values(mark=""), "th"))


def test_more_than_a_page_is_said_and_not_cut() -> None:
    table = {"heading": "x", "head": ["a", "b"], "rows": [["a", "1"]] * 200, "note": ""}
    tables = dict.fromkeys(("bands", "gains", "unreached", "settle"), table)
    with pytest.raises(DoesNotFitError):
        brief(values(tables=tables), "th")


def test_a_sign_that_the_font_lacks_is_named() -> None:
    with pytest.raises(CannotBeSetError, match="→"):
        brief(values(title="a → b"), "en")


def test_words_are_taken_out_of_a_picture_with_their_places() -> None:
    row = Band(title="Title", yes=1, unknown=1, no=2, text="below")
    found = drawing(for_paper(bands([row], "en", label="x", width=500)))
    assert "<text" not in found["svg"]
    assert (found["width"], found["height"]) == (500, found["height"])
    words = {word["text"]: word for word in found["words"]}
    assert words["Title"]["bold"]
    assert words["below"]["y"] > words["Title"]["y"] > 0
    assert words["100%"]["anchor"] == 1
    assert all(word["size"] >= 16 for word in found["words"])


def test_a_picture_that_is_turned_is_refused() -> None:
    with pytest.raises(ValueError, match="rotate"):
        drawing(
            '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">'
            '<g transform="rotate(3)"/></svg>'
        )
