"""Whole packs with names nobody foresaw: 500 in the campaign, a dozen in the short run.

Each pack is checked paper by paper: an own look at tags, language, XMP and fonts,
nothing beyond the margins, all that was put in comes out again, nothing became markup.
"""

from __future__ import annotations

import io
import random
import re
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image
from tests.documents import packmaking as make
from tests.documents import pdfcheck
from tests.sample import WHOLE

from sathana.documents.blocks import Paper
from sathana.documents.glyphs import LacksSignError
from sathana.documents.pack import pack_of
from sathana.documents.pack_values import Contact, PackFacts, Witness
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.packs.unprintable import refuse_unprintable

PACKS = 500 if WHOLE else 12
PATHWAYS = ("S23", "7BIS-2", "BR-4", "CO-1", "S10", "ANN-2025")
SYLLABLES = {
    "thai": "หมี่ จู อา โล ญู ฐู ปู่ กู้ ที่ น้ำ ฤๅ เมื่อ ผึ้ง ศักดิ์ ก์ เกี๊ยะ ปั๊ม ฝั่ง",
    "latin": "ʔa˨ ŋə̂ kʰàː lâˇ Naw Ɛ́ Đặng Ưu Ngọc Mî Àkhàˬ bư̄ Ōng Ǎ",
    "burmese": "မောင် အောင် ကျော် သန်း ဖြိုး နှင်း ရွှေ စိန် ဥက္ကာ",
    "shan": "ၸၢႆး မိူင်း ၼၢင်း သႅင် ႁၢၼ် ၵွၼ်း ထုၼ်း",
    "karen": "စီၤ ဖီ နီၢ် ဖိ ထူ လၢ ကၠိ သူ ဝါ",
    "lao": "ທ້າວ ສົມ ມຸດ ແສງ ພູ ນ້ຳ ເພັດ ຄຳ",
    "lisu": "ꓡꓲ ꓢꓴ ꓮꓹ ꓐꓬꓲꓸ ꓟꓵ ꓠꓬꓲ",
    "digits": "๑๒ 1-2 12/34 3-5701-00001-01-1 #7 50% พ.ศ. 2537",
}
MARKUP = (
    '#panic("x")', "*หนา*", "_เอน_", "$1/2$", "@อ้าง", "<ป้าย>", "\\", '"', "`code`",
    "// ไม่เห็น", "#{read(\"/etc/passwd\")}", "]]>", "</w:t>", "&amp;", "<w:p/>",
    "{{name}}", "{0}", "%s", "= หัวข้อ", "- ข้อ", "+ ข้อ", "~", "---", "'", "[x](y)",
)  # fmt: skip
_REORDERED = ("MYANMAR",)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def name_of(chance: random.Random) -> str:
    """Return a name of a script, a sentence of several, or something like markup."""
    shape = chance.randrange(5)
    if shape == 0:
        return " ".join(chance.choices(MARKUP, k=chance.randint(1, 6)))
    scripts = chance.sample(sorted(SYLLABLES), 1 if shape < 4 else 3)
    said = [s for script in scripts for s in SYLLABLES[script].split()]
    between = chance.choice(("", " "))
    long = chance.choice((3, 6, 60, 200))
    text = ""
    while len(text) < long:
        text += chance.choice(said) + between
    # A name of 200 letters is the longest that is taken.
    return text[:200].strip() or "สมมติ"


def hostile(number: int) -> tuple[PackFacts, tuple[str, ...]]:
    """Return the values of a pack, and the texts that were put into it."""
    chance = random.Random(number)
    name, filer, office, said = (name_of(chance) for _ in range(4))
    facts = make.facts(
        PATHWAYS[number % len(PATHWAYS)],
        make.renamed(name),
        digits="thai" if number % 2 else "arabic",
        filed_by=filer if number % 3 else None,
        # An account's name has a hundred letters at the most.
        signed_off_by=office[:100].strip() if number % 5 == 0 else None,
    )
    contact = Contact(
        when="1 มกราคม 2569", day="2026-01-01", office=office, role=name,
        outcome="ไม่รับคำร้อง", code="not_received", said=said, companions=filer,
    )  # fmt: skip
    witness = Witness(name=filer, kin=name, saw=(said,))
    full = replace(facts, contacts=(contact,), witnesses=(witness,))
    return full, (name, filer, office, said)


def once(text: str) -> str:
    """Return a text in which no letter with a mark stands twice behind itself.

    Some readers give such a letter twice; it stands on the page once.
    """
    return _TWICE.sub("\\1", text)


_MARKS = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ecd"
_TWICE = re.compile(f"([^{_MARKS}][{_MARKS}]+)(?:\\1)+")


def readable(text: str) -> bool:
    """Say whether a reader of PDFs gives letters in the order of telling."""
    return not any(unicodedata.name(s, "").startswith(_REORDERED) for s in text)


@pytest.mark.parametrize("number", range(PACKS))
def test_a_hostile_pack_is_whole(number: int, tmp_path: Path) -> None:
    facts, _ = hostile(number)
    refuse_unprintable(facts)
    for one in pack_of(facts):
        made = pdf(one.paper)
        assert pdfcheck.faults(made) == [], one.name
        assert pdfcheck.qpdf_faults(made, tmp_path) == [], one.name
        found = make.pages(made)
        assert not found.outside, (one.name, found.outside)
        for text in make.texts(one.paper):
            if readable(text):
                assert once(text) in once(found.body), (one.name, text)
            else:
                assert set(text) <= set(found.body), (one.name, text)
        if one.paper.editable:
            is_plain_word_file(one.paper)


def is_plain_word_file(paper: Paper) -> None:
    """Look that a Word file holds our own elements only, and each text as it is."""
    data = docx(paper)
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        parts = {n: ElementTree.fromstring(bundle.read(n)) for n in bundle.namelist()}
    whole = parts["word/document.xml"]
    kinds = {node.tag for node in whole.iter()}
    assert kinds <= plain_kinds(), kinds - plain_kinds()
    said = make.squeezed("".join(node.text or "" for node in whole.iter(f"{W}t")))
    for text in make.texts(paper):
        assert text in said


def plain_kinds() -> set[str]:
    """Return the elements that Word files of tame packs are made of."""
    if not _KINDS:
        for pathway in ("S23", "CO-1"):
            for one in make.papers(pathway):
                if one.paper.editable:
                    data = io.BytesIO(docx(one.paper))
                    with zipfile.ZipFile(data) as bundle:
                        root = ElementTree.fromstring(bundle.read("word/document.xml"))
                    _KINDS.update(node.tag for node in root.iter())
        _KINDS.add(f"{W}br")  # a page of its own for the second witness
    return _KINDS


_KINDS: set[str] = set()

REFUSED = {
    "Arabic": "محمد", "Hebrew": "משה", "Han": "李小龍", "Devanagari": "नाम",
    "Tai Tham": "ᨾᩮᩬᩨᨦ", "Khmer": "ខ្មែរ", "emoji": "🙂", "Pahawh Hmong": "𖬀𖬁",
    "private": "a\ue000b", "Hangul": "김", "Cyrillic and Georgian": "ნინო",
}  # fmt: skip


def put(facts: PackFacts, field: str, text: str) -> PackFacts:
    """Return the values with a text in one of the fields in which people type."""
    mother = next(one for one in facts.persons if one.kin == "มารดา")
    contact = Contact(when="วันนี้", day="2026-01-01", office="อำเภอ", outcome="ไม่รับ")
    put_in: dict[str, Any] = {
        "mother": {"persons": (facts.persons[0], replace(mother, name=text))},
        "filer": {"filed_by": text},
        "signer": {"signed_off_by": text},
        "paper": {"more_held": (text,)},
        "said": {"contacts": (replace(contact, said=text),)},
        "office": {"contacts": (replace(contact, office=text),)},
        "companions": {"contacts": (replace(contact, companions=text),)},
        "witness": {"witnesses": (Witness(name=text),)},
    }
    return replace(facts, **put_in[field])


FIELDS = {
    "mother": ("ชื่อของมารดา", "name of มารดา"),
    "filer": ("ผู้ยื่นแทน", "who files"),
    "signer": ("ผู้รับรอง", "who signs off"),
    "paper": ("เอกสารอื่นที่มี", "other paper at hand"),
    "said": ("เขาพูดว่าอะไร", "what was said"),
    "office": ("สำนักงาน", "office"),
    "companions": ("ใครไปด้วย", "who came along"),
    "witness": ("ชื่อ", "name"),
}


@pytest.mark.parametrize("script", REFUSED)
@pytest.mark.parametrize("field", FIELDS)
def test_a_script_without_a_font_is_refused_with_letter_and_field(
    script: str, field: str
) -> None:
    text = REFUSED[script]
    with pytest.raises(LacksSignError) as refused:
        refuse_unprintable(put(make.facts("S23"), field, text))
    th, en = FIELDS[field]
    fault = refused.value
    assert fault.sign in text
    for said, where in ((fault.th, th), (fault.en, en)):
        assert f"U+{ord(fault.sign):04X}" in said
        assert where in said
    assert text[:20] in fault.th


def test_the_own_look_at_a_pdf_sees_what_it_is_for() -> None:
    made = pdf(make.papers("S23")[0].paper)
    assert pdfcheck.faults(made) == []
    for broken, fault in (
        (made.replace(b"/Lang(th)", b"/Lang(xx)"), "no language"),
        (made.replace(b"/Marked true", b"/MarkeX true"), "not marked as tagged"),
    ):
        assert broken != made
        assert fault in pdfcheck.faults(broken)


def scan(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "JPEG")
    return out.getvalue()


def test_pictures_of_any_shape_stay_between_the_margins() -> None:
    shapes = ((1200, 800), (800, 1300), (200, 3000), (3000, 200), (40, 40))
    facts = make.facts("S23")
    scans = tuple(scan(*shape) for shape in shapes)
    shown = tuple(replace(one, scans=scans) for one in facts.exhibits[:2])
    covers = next(
        one
        for one in pack_of(replace(facts, exhibits=shown))
        if one.paper.key == "exhibits"
    )
    found = 0
    for page in pypdfium2.PdfDocument(pdf(covers.paper)):
        for thing in page.get_objects(max_depth=8):
            if thing.type != pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
                continue
            left, bottom, right, top = thing.get_bounds()
            assert left > make.LEFT - 1
            assert right < make.RIGHT + 1
            assert bottom > make.BOTTOM - 1
            assert top < make.TOP + 1
            found += 1
    assert found == 2 * len(shapes)


def test_a_hand_over_summary_is_one_page_however_much_happened() -> None:
    contact = Contact(when="1 มกราคม 2569", day="2026-01-01", office="อ.", outcome="รอ")
    for pathway in ("S23", "BR-4", "CO-1", "7BIS-2"):
        facts = make.facts(pathway)
        much = replace(facts, contacts=(contact,) * 9, doubts=facts.doubts * 9)
        paper = next(one.paper for one in pack_of(much) if one.paper.key == "handover")
        assert len(pypdfium2.PdfDocument(pdf(paper))) == 1
