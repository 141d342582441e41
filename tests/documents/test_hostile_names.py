"""Names nobody foresaw: they stand on paper as they are, or are refused in words."""

from __future__ import annotations

import unicodedata

import pytest
from tests.documents import packmaking as make
from tests.documents.test_hostile_packs import once
from tests.sample import WHOLE, some

from sathana.documents.glyphs import LacksSignError
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.documents.writing import clean

NAMES = (
    '#panic("x") *bold* _i_ $1$ @y <z> \\ "quoted" `code` // no',
    '"}] , {"kind": "break"} #{read("/etc/passwd")}',
    "</w:t></w:r><w:p>&amp; <![CDATA[x]]>",
    "L" * 300,
    "กข" * 150,
    "ชื่อ" * 75,
    "นายกู้ ปั๊มน้ำ ที่ฝั่งญี่ปุ่น ญู ฐู เมื่อปู่",
    "W" * 44,
    "MWW " * 30,
    "ʔa˨ ŋə̂ kʰàː lâˇ Naw Paw Ɛ́",
    "Đặng Thị Ngọc Ưu",
    "မောင်မောင်",
    "ၸၢႆးမိူင်း",
    "စီၤဖီ",
    "ທ້າວ ສົມມຸດ",
    "ꓡꓲ ꓢꓴ ꓮꓹ",
    "๑๒๓ 1234567890123456789012345678901234567890",
    "O’Neill – “Q” … #1",
    "-" * 120,
    "หมี่ʔa˨ปู่2537Ɛ́12/34น้ำพ.ศ.ก์ʔa˨ฤๅǍ3-5701-00001-01-1Mîŋə̂ศักดิ์",
)
REFUSED = ("محمد", "משה", "李小龍", "नाम", "ᨾᩮᩬᩨᨦ", "ខ្មែរ", "🙂", "𖬀𖬁", "a\ue000b")
_REORDERED = ("MYANMAR",)


def _is_reordered(text: str) -> bool:
    return any(unicodedata.name(sign, "").startswith(_REORDERED) for sign in text)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_stands_as_it_is_and_does_not_overflow(name: str) -> None:
    case = make.renamed(name)
    pathways = ("S23", "CO-1", "BR-4", "S10", "P") if WHOLE else ("S23",)
    for pathway in pathways[: 4 if WHOLE else 1]:
        packed = make.papers(pathway, case=case, digits="arabic")
        for one in packed if WHOLE else some([*packed], 3):
            found = make.pages(pdf(one.paper))
            assert not found.outside, (one.name, found.outside)
            if one.paper.key in ("petition", "power-of-attorney") and not _is_reordered(
                name
            ):
                put_in = make.squeezed(clean(name, "arabic"))
                assert once(put_in) in once(found.body)


@pytest.mark.parametrize("name", REFUSED)
def test_a_script_without_a_font_is_refused_by_its_sign(name: str) -> None:
    paper = make.papers("S23", case=make.renamed(name))[0].paper
    for writer in (pdf, docx):
        with pytest.raises(LacksSignError) as caught:
            writer(paper)
        assert f"U+{ord(caught.value.sign):04X}" in caught.value.th
        assert f"U+{ord(caught.value.sign):04X}" in caught.value.en
        assert "name: {th: ...}" in caught.value.th


def test_what_nobody_sees_does_not_hide_in_a_paper() -> None:
    hidden = "สม\u200bมติ \u202eabc\u202c\ufeff \x00\x1b[31m\nที่\tสอง"
    assert clean(hidden, "arabic") == "สมมติ abc [31m ที่ สอง"


def test_burmese_letters_all_stand_on_the_page() -> None:
    name = "ၸၢႆးမိူင်း"
    body = make.pages(pdf(make.papers("S23", case=make.renamed(name))[0].paper)).body
    assert set(name) <= set(body)
