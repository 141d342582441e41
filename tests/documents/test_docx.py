"""Papers for a word processor: whole, well formed, and the same words as the PDF."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from tests.documents import packmaking as make

from sathana.documents.docx_parts import W
from sathana.documents.paper_docx import docx
from sathana.documents.writing import clean

_EDITABLE = {"petition", "witness", "appeal", "complaint"}
_NAMES = {
    *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
    *("word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml"),
    *("word/header1.xml", "word/footer1.xml"),
}


def _parts(data: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        assert bundle.testzip() is None
        return {
            name: ElementTree.fromstring(bundle.read(name))  # our own
            for name in bundle.namelist()
        }


def _words(root: ElementTree.Element) -> str:
    return "".join(node.text or "" for node in root.iter(f"{{{W}}}t"))


def test_the_four_that_people_edit_are_also_word_files() -> None:
    assert {one.paper.key for one in make.papers() if one.paper.editable} == _EDITABLE


def test_every_part_is_well_formed_and_every_word_is_there() -> None:
    for one in make.papers():
        parts = _parts(docx(one.paper))
        assert set(parts) == _NAMES
        said = make.squeezed(_words(parts["word/document.xml"]))
        for text in make.texts(one.paper):
            assert text in said
        assert "ฉบับร่าง" in _words(parts["word/header1.xml"])
        assert one.paper.foot[1].text in _words(parts["word/footer1.xml"])  # type: ignore[union-attr]


def test_thai_runs_are_complex_script_and_the_face_is_named() -> None:
    parts = _parts(docx(make.papers()[0].paper))
    runs = list(parts["word/document.xml"].iter(f"{{{W}}}r"))
    shown = [run for run in runs if run.find(f"{{{W}}}t") is not None]
    assert shown
    assert all(run.find(f"{{{W}}}rPr/{{{W}}}cs") is not None for run in shown)
    fonts = next(parts["word/styles.xml"].iter(f"{{{W}}}rFonts"))
    assert fonts.get(f"{{{W}}}cs") == "TH SarabunPSK"


def test_a_name_cannot_become_markup() -> None:
    name = "</w:t></w:r><w:p>&amp; <![CDATA[x]]>"
    paper = make.papers(case=make.renamed(name))[0].paper
    assert clean(name, "arabic") in _words(_parts(docx(paper))["word/document.xml"])


def test_the_same_values_give_the_same_bytes() -> None:
    paper = make.papers()[0].paper
    assert docx(paper) == docx(paper)
