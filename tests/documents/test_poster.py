"""Posters and cards: one page, whole Thai, a code that is read, and data as data."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
import qrcode
from tests.documents import pdfcheck

from sathana.documents.poster import Poster, poster_pdf
from sathana.documents.typesetting import CannotBeSetError, DoesNotFitError

LINK = "https://example.org/media/born-at-home/"
POINT = "ไปแจ้งที่สำนักทะเบียนของท้องที่ที่เกิด แม่น้ำปิง กู้ฝั่งญี่ปุ่น ตั้งใจทำให้ทัน"
ENGLISH = "Notify the registry of the place of birth within 15 days. In time it is free"


def squares(link: str = LINK) -> list[list[bool]]:
    code = qrcode.QRCode(border=0)
    code.add_data(link)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]


def paper(**other: object) -> Poster:
    made = Poster(
        title="ลูกเกิดที่บ้าน ทำ 5 ขั้น",
        points=[POINT] * 4,
        foot="เก็บตัวจริงไว้เอง",
        sources=["ที่มา (เห็นตัวบทแล้ว): รับสูติบัตร มาตรา 20"],
        law_date="กฎหมาย ณ วันที่ 26 พฤศจิกายน 2569",
        check_again="หลัง 22 พฤษภาคม 2570 ให้ดูฉบับใหม่ก่อนใช้",
        licence="CC BY-SA 4.0",
        publisher="ศูนย์สื่อเพื่อการคุ้มครองสิทธิ",
        more="ส่องเพื่ออ่านต่อ",
        link=LINK,
        code=squares(),
        size="A4",
        lang="th",
        dated="2026-11-26",
    )
    return replace(made, **other)  # type: ignore[arg-type]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return "".join(document[0].get_textpage().get_text_range().split())


def packed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("size", ["A4", "A6"])
def test_every_text_of_a_paper_can_be_copied_whole(size: str) -> None:
    made = paper(size=size, points=[POINT] * 2)
    text = text_of(poster_pdf(made))
    for said in (
        *(made.title, *made.points, made.foot, *made.sources, made.law_date),
        *(made.check_again, made.licence, made.publisher, made.more, made.link),
    ):
        assert packed(said) in text


@pytest.mark.parametrize(("size", "copies"), [("A4", 1), ("A6", 4)])
def test_a_poster_is_one_sheet_and_a_card_stands_on_it_four_times(
    size: str, copies: int
) -> None:
    pdf = poster_pdf(paper(size=size, points=[POINT]))
    assert text_of(pdf).count(packed(POINT)) == copies
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("size", ["A4", "A6"])
def test_a_paper_is_a_sound_tagged_file_for_archives(size: str) -> None:
    assert pdfcheck.faults(poster_pdf(paper(size=size, points=[POINT]))) == []


def test_an_english_poster_says_so_to_screen_readers() -> None:
    pdf = poster_pdf(paper(lang="en", title="Born at home", points=[ENGLISH]))
    assert packed(ENGLISH) in text_of(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "en"


def test_letters_get_smaller_until_a_long_text_fits_and_no_smaller_than_20() -> None:
    long = letters(paper(points=[POINT] * 6))
    assert 20 <= long < letters(paper(points=[POINT] * 2))


def test_a_text_too_long_for_a_wall_is_refused_rather_than_made_tiny() -> None:
    with pytest.raises(DoesNotFitError):
        poster_pdf(paper(points=[POINT * 2] * 9))
    with pytest.raises(DoesNotFitError):
        poster_pdf(paper(size="A6", points=[POINT] * 12))


def test_the_drawn_code_is_the_code_that_was_given_and_large_enough() -> None:
    code = squares()
    pdf = poster_pdf(paper(code=code))
    side, read = drawn(pdf, len(code))
    assert read == code
    assert side >= 28, "millimetres: less is not read by a cheap camera"


@pytest.mark.parametrize(
    "hostile",
    [
        "#panic[x] $1+1$ *bold* @ref <label> \\ // /* `code`",
        '"}); #import "x.typ": * ',
        "</path><script>alert(1)</script> & ' \" ]] >",
    ],
)
@pytest.mark.parametrize("size", ["A4", "A6"])
def test_marks_of_markup_are_printed_as_they_stand(hostile: str, size: str) -> None:
    made = paper(
        **dict.fromkeys(("title", "foot", "link", "licence", "more"), hostile),
        size=size,
        points=[hostile],
        sources=[hostile],
    )
    assert text_of(poster_pdf(made)).count(packed(hostile)) >= 7


def test_a_sign_that_the_font_lacks_is_refused_and_not_left_out() -> None:
    with pytest.raises(CannotBeSetError):
        poster_pdf(paper(points=["ภาษา 𓀀"]))


@pytest.mark.parametrize("code", [[], [[True, False]], [[True], [False, True]]])
def test_a_code_that_is_no_square_is_refused(code: Sequence[Sequence[bool]]) -> None:
    with pytest.raises(ValueError, match="square"):
        poster_pdf(paper(code=code))


def test_a_paper_of_another_size_is_refused_with_the_size_in_the_reason() -> None:
    with pytest.raises(ValueError, match="A5"):
        poster_pdf(paper(size="A5"))


def test_the_same_values_give_the_same_bytes() -> None:
    assert poster_pdf(paper()) == poster_pdf(paper())


@pytest.mark.parametrize("size", ["A4", "A6"])
def test_a_number_stays_on_the_line_of_what_it_counts(size: str) -> None:
    # Beginnings of growing length, so that some line would end beside the number.
    lines = [
        "n" * more + " the village registry within 15 days" for more in range(4, 9)
    ]
    pdf = poster_pdf(paper(size=size, lang="en", points=lines))
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    held = re.findall("within[ \u00a0]15[ \u00a0]days", text)
    assert len(held) == len(lines) * (4 if size == "A6" else 1)


def letters(made: Poster) -> float:
    """Return the size in points of the letters of the lines of a poster."""
    page = pypdfium2.PdfDocument(poster_pdf(made))[0]
    text = page.get_textpage()
    place = text.get_text_range().index("ไปแจ้ง")
    return float(pypdfium2.raw.FPDFText_GetFontSize(text.raw, place))


def drawn(pdf: bytes, count: int) -> tuple[float, list[list[bool]]]:
    """Return the side of a code in millimetres, and its squares as they are seen.

    The code is the only thing that is white; four squares of quiet lie round it.
    """
    scale = 4.0
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("RGB")
    channel = picture.getchannel("B").point(lambda value: 255 * (value == 255))
    box = channel.getbbox()
    assert box is not None
    left, top, right, _ = box
    step = (right - left) / (count + 8)
    rows = [
        [
            picture.getpixel((left + (x + 4.5) * step, top + (y + 4.5) * step))[0] < 128
            for x in range(count)
        ]
        for y in range(count)
    ]
    return count * step / scale / 72 * 25.4, rows
