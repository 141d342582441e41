"""The certificate: one page, both eras, whole names, and what it does not mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pypdfium2
import pytest

from sathana.documents.certificate import (
    MOST,
    WORDS,
    Certificate,
    NoCertificateError,
    certificate_pdf,
    day_in_both_eras,
)
from sathana.documents.glyphs import LacksSignError
from sathana.documents.typesetting import DoesNotFitError

LYING = (841.89, 595.276)
CODE = tuple(
    tuple((row * column) % 3 == 0 for column in range(25)) for row in range(25)
)
LONG_THAI = (
    "นางสาวกัลยาณมิตรศิริวัฒนาพรหมโชติชัยวงศ์ ณ เทพหัสดินทร์อยุธยามหาดิลกภพนพรัตน์"
    "ราชธานีบุรีรมย์อุดมราชนิเวศน์มหาสถานอมรพิมาน"
)


def certificate(**other: Any) -> Certificate:
    values: dict[str, Any] = {
        "name": "นางสาวแสงดาว ปู่เจ้า",
        "course_title": "จากคำแรกถึงคำร้อง",
        "day": date(2026, 11, 26),
        "scores": [("แบบทดสอบ", "92%"), ("ฝึกกับครอบครัวสมมติ", "88%")],
        "law_date": "สอนตามกฎหมายที่อ่านถึงวันที่ 22 พฤศจิกายน 2569",
        "check_address": "sathana.example/c/7K2M-PQ4X",
        "code": CODE,
        "lang": "th",
    }
    return Certificate(**{**values, **other})


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return squeezed(document[0].get_textpage().get_text_range())


def test_it_is_one_lying_a4_page_that_says_who_what_and_when() -> None:
    pdf = certificate_pdf(certificate())
    page = pypdfium2.PdfDocument(pdf)[0]
    assert page.get_size() == pytest.approx(LYING, abs=1)
    told = text_of(pdf)
    one = certificate()
    for words in (one.name, one.course_title, one.law_date, one.check_address, "92%"):
        assert squeezed(words) in told


@pytest.mark.parametrize("lang", ["th", "en"])
def test_it_says_what_it_certifies_and_what_it_does_not(lang: Any) -> None:
    told = text_of(certificate_pdf(certificate(lang=lang)))
    for key in ("title", "is_head", "is", "is_not_head", "is_not"):
        assert squeezed(WORDS[key][lang]) in told


def test_the_day_stands_in_both_eras() -> None:
    day = date(2026, 11, 26)
    assert day_in_both_eras(day, "th") == "26 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026)"
    assert day_in_both_eras(day, "en") == "26 November 2026 (B.E. 2569)"
    assert squeezed("พ.ศ. 2569 (ค.ศ. 2026)") in text_of(certificate_pdf(certificate()))


def test_it_is_tagged_pdf_a_and_the_same_values_give_the_same_bytes() -> None:
    pdf = certificate_pdf(certificate())
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
    assert "แสงดาว" in document.get_metadata_value("Title")
    assert certificate_pdf(certificate()) == pdf


@pytest.mark.parametrize(
    "name", [LONG_THAI, "A" * 180, "W" * 60, "ๆ" * 100, "Maria " * 40, "ย" * 200]
)
def test_a_long_name_shrinks_or_wraps_and_never_leaves_the_page(name: str) -> None:
    page = pypdfium2.PdfDocument(certificate_pdf(certificate(name=name)))[0]
    text = page.get_textpage()
    width, height = page.get_size()
    told = squeezed(text.get_text_range())
    assert squeezed(name) in told
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        assert -1 <= left <= right <= width - 40
        assert -1 <= bottom <= top <= height


def test_what_is_typed_is_never_read_as_markup() -> None:
    evil = '#panic("x") *bold* $1$ @y <z> \\ "'
    pdf = certificate_pdf(
        certificate(name=evil, course_title=evil, scores=[(evil, evil)], lang="en")
    )
    assert text_of(pdf).count(squeezed(evil)) == 4


def test_signs_that_only_steer_are_left_out() -> None:
    told = text_of(certificate_pdf(certificate(name="Ann\u202egnp.exe\x00\u2066\nBo")))
    assert "Anngnp.exeBo" in told


def test_a_name_in_burmese_letters_is_set() -> None:
    pdf = certificate_pdf(certificate(name="စႆၢးၼွင်ႉ ၸၢႆး"))
    assert len(pypdfium2.PdfDocument(pdf)) == 1


def test_a_sign_that_no_font_has_is_named_in_both_languages() -> None:
    with pytest.raises(LacksSignError) as refused:
        certificate_pdf(certificate(name="ดาว 🌟"))
    assert "U+1F31F" in refused.value.th
    assert "U+1F31F" in refused.value.en


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"name": " \u200b\n"}, "name"),
        ({"course_title": ""}, "course_title"),
        ({"check_address": ""}, "check_address"),
        ({"code": ()}, "code"),
        ({"code": ((True, False),)}, "code"),
        ({"lang": "shn"}, "lang|'shn'"),
        ({"scores": [("a", "1%")] * (MOST + 1)}, "scores"),
    ],
)
def test_what_certifies_nothing_is_refused(other: dict[str, Any], why: str) -> None:
    with pytest.raises(NoCertificateError, match=why):
        certificate_pdf(certificate(**other))


def test_twelve_scores_fit_and_no_scores_leave_no_empty_heading() -> None:
    full = certificate(scores=[("บททดสอบ", "80%")] * MOST, name=LONG_THAI)
    assert text_of(certificate_pdf(full)).count("80%") == MOST
    none = text_of(certificate_pdf(certificate(scores=[])))
    assert squeezed(WORDS["shown"]["th"]) not in none


def test_more_than_a_page_is_said_and_not_cut() -> None:
    with pytest.raises(DoesNotFitError):
        certificate_pdf(certificate(name="ยาว " * 1500))
