"""Packs of every pathway: whole, readable, in order, and true to what is known."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from tests.documents import packmaking as make
from tests.sample import some

from sathana.cli.commands_papers import KEPT_BACK as OFFERED
from sathana.documents.bundle import joined
from sathana.documents.pack import pack_of
from sathana.documents.paper_pdf import pdf
from sathana.law.load import pack
from sathana.packs.making import NoProcedureError, facts_hash, procedure_of
from sathana.packs.persons import KEPT_BACK, kept_back, kin

PATHWAYS = sorted(
    {way for found in pack().procedures.values() for way in found.pathways}
)
FIVE = ("S23", "ANN-2025", "BR-4", "CO-1", "7BIS-2")


def test_every_pathway_of_a_procedure_has_a_pack_in_the_order_of_its_checklist() -> (
    None
):
    for pathway in PATHWAYS:
        facts = make.facts(pathway)
        asked = procedure_of(pathway, make.family().as_of or 0)["papers"]
        names = [row["name"]["th"] for row in asked]
        assert [exhibit.name for exhibit in facts.exhibits] == names
        keys = [one.paper.key for one in make.papers(pathway)]
        assert keys[:5] == [
            "petition",
            "index",
            "evidence",
            "family-chart",
            "life-history",
        ]
        assert {"witness", "receipt", "not-received", "handover"} < set(keys)
        assert ("appeal" in keys) == any(one.appeal for one in facts.remedies)
        assert {"complaint", "chronology"} < set(keys)


@pytest.mark.parametrize("pathway", [*FIVE, *some(PATHWAYS, 12)])
def test_all_that_is_said_can_be_read_and_nothing_overflows(pathway: str) -> None:
    for one in make.papers(pathway):
        found = make.pages(pdf(one.paper))
        assert not found.outside, (one.name, found.outside)
        for text in make.texts(one.paper):
            assert text in found.body, (one.name, text)


@pytest.mark.parametrize("pathway", some(list(FIVE), 3))
def test_a_paper_is_tagged_pdf_a_with_its_language_and_its_fonts(pathway: str) -> None:
    for one in make.papers(pathway):
        with pikepdf.open(io.BytesIO(pdf(one.paper))) as document:
            root = document.Root
            assert bool(root.MarkInfo.Marked)
            assert "/StructTreeRoot" in root
            assert str(root.Lang) == "th"
            with document.open_metadata() as meta:
                assert meta["pdfaid:part"] == "2"
                assert meta["pdfaid:conformance"] == "A"
            assert list(_fonts(document))
            assert all(_is_embedded(font) for font in _fonts(document))


def _fonts(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        font
        for page in document.pages
        for font in (page.Resources.get("/Font") or {}).values()
    ]


def _is_embedded(font: pikepdf.Object) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described = inner.FontDescriptor
    return any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))


def test_every_page_is_marked_as_a_draft_until_somebody_signs_it_off() -> None:
    for one in make.papers("S23"):
        for page in make.pages(pdf(one.paper)).whole:
            assert "ฉบับร่าง" in page
    for one in make.papers("S23", signed_off_by="นางผู้ตรวจ ไม่มีจริง"):
        for page in make.pages(pdf(one.paper)).whole:
            assert "ฉบับร่าง" not in page
            assert "ผู้รับรองนางผู้ตรวจไม่มีจริง" in page


def test_every_page_tells_the_law_and_the_facts_it_was_made_from() -> None:
    mark = facts_hash(make.family())[:16]
    for one in make.papers("S23"):
        for page in make.pages(pdf(one.paper)).whole:
            assert pack().version in page
            assert mark in page


def test_the_hash_of_the_facts_follows_the_facts() -> None:
    other = make.renamed("นางสาวอื่น")
    assert facts_hash(other) != facts_hash(make.family())
    assert facts_hash(make.family()) == facts_hash(make.family())


def test_what_is_not_verified_is_said() -> None:
    facts = make.facts("ANN-2025")
    assert any("ยังไม่มีการยืนยันว่าช่องทางนี้" in doubt for doubt in facts.doubts)
    petition = make.pages(pdf(make.papers("ANN-2025")[0].paper)).body
    for law in facts.laws:
        if not law.seen:
            assert make.squeezed(law.mark) in petition


def test_what_may_harm_the_family_is_left_out_unless_it_is_asked_for() -> None:
    said = "เข้ามาอยู่โดยไม่ได้รับอนุญาต"
    case = make.family()
    assert "F.stay" in kept_back(case, kin(case, "A"), ())
    for one in make.papers("CO-1"):
        assert said not in make.pages(pdf(one.paper)).body
    first = make.papers("CO-1", tell=frozenset({"stay"}))[0]
    assert said in make.pages(pdf(first.paper)).body
    assert "F.stay" not in kept_back(case, kin(case, "A"), {"stay"})


def test_the_command_offers_what_is_kept_back() -> None:
    assert set(OFFERED) == KEPT_BACK


def test_what_is_unknown_is_a_dotted_line_and_a_contradiction_is_not_decided() -> None:
    facts = make.facts("S23")
    mother = next(one for one in facts.persons if one.kin == "มารดา")
    assert mother.country is None
    assert any("ประเทศที่เกิด" in text for text in facts.contradictions)
    bare = replace(facts.applicant, name=None, number=None, born=None)
    first = make.pack_of(replace(facts, applicant=bare))[0]
    assert "None" not in make.pages(pdf(first.paper)).body


def test_the_chart_says_who_is_kin_and_nothing_of_our_answer() -> None:
    drawn = make.facts("S23").tree
    assert drawn is not None
    assert "sign-unknown" not in drawn.svg
    assert "#7a4b00" not in drawn.svg
    for word in ("ปู่", "ย่า", "ยาย", "บิดา", "มารดา", "พี่น้อง", "บุตร"):
        assert word in drawn.svg


def test_the_summary_and_the_sheet_of_reasons_keep_to_one_page() -> None:
    for pathway in FIVE:
        for one in make.papers(pathway):
            if one.paper.one_page:
                assert len(make.pages(pdf(one.paper)).whole) == 1, (pathway, one.name)


def test_digits_are_those_that_were_asked_for() -> None:
    thai = make.pages(pdf(make.papers("S23")[0].paper)).body
    arabic = make.pages(pdf(make.papers("S23", digits="arabic")[0].paper)).body
    assert "มาตรา๒๓" in thai
    assert "มาตรา23" in arabic
    assert "2มิถุนายน2537" in arabic


def test_a_correction_names_the_entry_and_the_paper_in_which_it_is_wrong() -> None:
    facts = make.facts("CO-1")
    assert len(facts.corrections) == 1
    assert "รายการที่ขอแก้ไข" in make.pages(pdf(make.papers("CO-1")[0].paper)).body


def test_who_files_for_a_child_is_named_and_signs() -> None:
    paper = make.papers("BR-3", filed_by="นางแม่ ไม่มีจริง")[0].paper
    assert make.pages(pdf(paper)).body.count("นางแม่ไม่มีจริง") == 2


def test_a_pathway_without_a_procedure_has_no_pack() -> None:
    with pytest.raises(NoProcedureError):
        procedure_of("NO-SUCH-WAY", 0)


def test_the_same_values_give_the_same_bytes() -> None:
    paper = make.papers("S23")[0].paper
    assert pdf(paper) == pdf(paper)


@pytest.mark.parametrize("held", [0, 1])
def test_a_petition_never_says_that_papers_come_along_which_are_not_there(
    held: int,
) -> None:
    facts = make.facts("S23", digits="arabic")
    listed = [replace(one, held=()) for one in facts.exhibits]
    listed[:held] = [replace(one, held=("สูติบัตร",)) for one in listed[:held]]
    told = replace(facts, exhibits=tuple(listed))
    petition = " ".join(make.texts(make.pack_of(told)[0].paper))
    assert len(listed) > 1
    assert ("เอกสารตามบัญชี1รายการ" in petition) is (held == 1)
    assert f"บัญชี{len(listed)}รายการ" not in petition


def test_papers_of_one_page_are_that_in_the_whole_pack_too() -> None:
    facts = replace(make.facts("S10"), signed_off_by="ผู้ตรวจ")
    whole = pdf(joined(pack_of(facts), ("ชุดเอกสาร", "Pack")))
    pages = [
        "".join(page.get_textpage().get_text_range().split())
        for page in pypdfium2.PdfDocument(whole)
    ]
    begins = [text for text in pages if text.startswith("บันทึกส่งต่อเรื่อง")]
    assert len(begins) == 1
    assert "ผู้ดูแลเรื่องนี้" in begins[0]
    sheet = [text for text in pages if text.startswith("บันทึกเหตุที่ไม่รับคำร้อง")]
    assert "เจ้าหน้าที่พูดว่า" in sheet[0]


@pytest.mark.parametrize("pathway", some(list(FIVE), 3))
def test_nobody_signs_a_page_that_says_nothing(pathway: str) -> None:
    facts = replace(make.facts(pathway), signed_off_by="ผู้ตรวจ", doubts=())
    for one in pack_of(facts):
        if one.paper.key not in ("petition", "appeal", "complaint", "receipt"):
            continue
        pages = [
            "".join(page.get_textpage().get_text_range().split())
            for page in pypdfium2.PdfDocument(pdf(one.paper))
        ]
        signed = next(text for text in pages if "ขอแสดงความนับถือ" in text)
        assert "จึงเรียนมาเพื่อโปรดพิจารณา" in signed, one.name
        assert "ลงชื่อ" in signed.partition("ขอแสดงความนับถือ")[2], one.name
