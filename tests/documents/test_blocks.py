"""The blocks themselves: lines with values, scans, digits, signs."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image
from tests.documents import packmaking as make

from sathana.documents.blocks import (
    Blank,
    Box,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Run,
    Signature,
    Signatures,
    Table,
    line,
    told,
    words,
)
from sathana.documents.glyphs import known
from sathana.documents.pack import pack_of
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.documents.writing import breakable, clean, ems


def paper(*blocks: object) -> Paper:
    return Paper(
        key="x",
        title="เรื่อง",
        title_en="x",
        blocks=blocks,  # type: ignore[arg-type]
        foot=words("ท้าย"),
        draft="",
        dated="2026-11-25",
    )


def scan(kind: str, width: int = 40, height: int = 30) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(made, kind)
    return made.getvalue()


def test_a_line_keeps_values_whole_and_leaves_dots_for_what_is_unknown() -> None:
    assert line("ก {name:9} ข {:4}", name="ชื่อ") == (
        Run("ก "),
        Run("ชื่อ", whole=True),
        Run(" ข "),
        Blank(4),
    )
    assert line("{name:9}", name=None) == (Blank(9),)
    assert line("{name:9}", name="  ") == (Blank(9),)
    assert told(None) == (Blank(0),)


def test_a_value_without_a_place_is_not_lost_silently() -> None:
    with pytest.raises(ValueError, match="reason"):
        line("ก", reason="ข")


def test_braces_in_a_value_stay_braces() -> None:
    assert line("{name}", name="{x} {}")[0] == Run("{x} {}", whole=True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_scan_stands_in_its_exhibit_with_a_text_for_who_cannot_see(kind: str) -> None:
    facts = make.facts("S23")
    first = replace(facts.exhibits[0], scans=(scan(kind),))
    facts = replace(facts, exhibits=(first, *facts.exhibits[1:]))
    covers = next(o.paper for o in pack_of(facts) if o.paper.key == "exhibits")
    made = pdf(covers)
    with pikepdf.open(io.BytesIO(made)) as document:
        kinds = [
            str(one.get("/Subtype"))
            for one in document.objects
            if isinstance(one, pikepdf.Stream)
        ]
    assert "/Image" in kinds


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="PNG or a JPEG"):
        pdf(paper(Picture("x", scan=b"GIF89a")))


def test_both_writers_take_every_block() -> None:
    every = paper(
        Heading("ก", 1),
        Heading("ข"),
        Paragraph((words("ค"), told(None)), indent=True, align="right"),
        Numbered((words("ง"),) * 12),
        Table(("จ", "ฉ"), ((words("ช"), told(None)),) * 60, (1, 3)),
        PageBreak(),
        Picture("ภาพ", scan=scan("PNG")),
        Signatures((Signature("ผู้ร้อง", "ชื่อ"), Signature("พยาน"), Signature("พยาน"))),
        Box("เขียน", 3),
    )
    found = make.pages(pdf(every))
    assert len(found.whole) >= 3
    # The head of a table comes again on every page it reaches.
    assert sum("จฉ" in page for page in found.whole) >= 2
    assert docx(every).startswith(b"PK")


def test_wide_words_may_be_broken_and_others_not() -> None:
    assert breakable("W" * 10) == "W" * 10
    assert breakable("W" * 40).count("\u200b") == 39
    assert breakable("ก" * 99) == "ก" * 99
    assert ems("กี่") == ems("ก")


def test_digits_follow_the_paper_but_not_where_they_are_exact() -> None:
    assert clean("มาตรา 23", "thai") == "มาตรา\u00a0๒๓"
    assert clean("2026", "thai", exact=True) == "2026"


def test_the_fonts_have_what_the_field_writes() -> None:
    signs = "กฮ๙ ʔŋɛ̂ˬˍ ကႈၪ ກຮ ꓐꓽ"
    assert {ord(sign) for sign in signs if sign != " "} <= known()
