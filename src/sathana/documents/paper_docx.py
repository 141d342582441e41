"""A paper for a word processor: the smallest WordprocessingML that opens everywhere.

Thai runs are marked as complex script, so that size and weight hold for them too. The
letters are those of Thai offices, named and not embedded.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from sathana.documents.blocks import (
    Blank,
    Block,
    Box,
    Digits,
    Heading,
    Line,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Run,
    Signatures,
    Table,
)
from sathana.documents.docx_parts import PARTS, W, core_properties
from sathana.documents.writing import clean

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can say: the same values give the same bytes."""
_INDENT, _HANGING, _WIDTH = 1417, 425, 9072
"""Twentieths of a point: 25 mm, 7.5 mm, the width between the margins."""
_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_WHOLE_LINE = 110
"""Dots that fill a line of the face of Thai offices."""


def docx(paper: Paper) -> bytes:
    """Return a paper as a Word file.

    Raises:
        LacksSignError: A text holds a sign that no font of ours has.
    """
    parts = {
        **PARTS,
        "docProps/core.xml": core_properties(paper.title, paper.dated),
        "word/document.xml": _xml(_document(paper)),
        "word/header1.xml": _xml(_edge(paper, "hdr", (Run(paper.draft, bold=True),))),
        "word/footer1.xml": _xml(_edge(paper, "ftr", paper.foot)),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in parts.items():
            bundle.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _xml(root: Element) -> bytes:
    ElementTree.register_namespace("w", W)
    ElementTree.register_namespace("r", _R)
    made: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _add(parent: Element, name: str, **values: str) -> Element:
    return SubElement(parent, _w(name), {_w(key): text for key, text in values.items()})


def _document(paper: Paper) -> Element:
    root = Element(_w("document"))
    body = _add(root, "body")
    for block in paper.blocks:
        _write(body, block, paper.digits)
    section = _add(body, "sectPr")
    for kind, rel in (("headerReference", "rId2"), ("footerReference", "rId3")):
        reference = _add(section, kind, type="default")
        reference.set(f"{{{_R}}}id", rel)
    _add(section, "pgSz", w="11906", h="16838")
    edges = {"top": "1417", "right": "1134", "bottom": "1361", "left": "1701"}
    _add(section, "pgMar", **edges, header="709", footer="567", gutter="0")
    return root


def _edge(paper: Paper, name: str, line: Line) -> Element:
    """Return the head or the foot of every page."""
    root = Element(_w(name))
    small = _paragraph(root, style="Small", align="centre" if name == "hdr" else "left")
    _line(small, line, paper.digits)
    return root


def _write(body: Element, block: Block, digits: Digits) -> None:
    match block:
        case Heading():
            made = _paragraph(body, style=f"Heading{block.level}")
            _line(made, (Run(block.text),), digits)
        case Numbered():
            for number, item in enumerate(block.items, start=1):
                made = _paragraph(body, hanging=True)
                _line(made, (Run(f"{number}."),), digits)
                _add(_add(made, "r"), "tab")
                _line(made, item, digits)
        case Table():
            _table(body, block, digits)
        case PageBreak():
            _add(_add(_paragraph(body), "r"), "br", type="page")
        case _:
            for made, line in _lines(body, block):
                _line(made, line, digits)


def _lines(
    body: Element, block: Paragraph | Picture | Signatures | Box
) -> Iterator[tuple[Element, Line]]:
    """Yield the lines of a block, each with the paragraph it belongs into."""
    match block:
        case Paragraph():
            for place, line in enumerate(block.lines):
                first = block.indent and not place
                yield _paragraph(body, indent=first, align=block.align), line
        case Picture():
            yield _paragraph(body), (Run(f"[ภาพอยู่ในฉบับ PDF: {block.alt}]"),)
        case Box():
            yield _paragraph(body), (Run(block.title, bold=True),)
            for _ in range(block.lines):
                yield _paragraph(body), (Blank(),)
        case Signatures():
            for one in block.signers:
                named = Run(one.name) if one.name else Blank(22)
                yield _paragraph(body, align="right"), (Run("ลงชื่อ "), Blank(24))
                yield _paragraph(body, align="right"), (Run("( "), named, Run(" )"))
                yield _paragraph(body, align="right"), (Run(one.role),)


def _paragraph(
    parent: Element,
    *,
    style: str = "",
    align: str = "left",
    indent: bool = False,
    hanging: bool = False,
) -> Element:
    made = _add(parent, "p")
    shape = _add(made, "pPr")
    if style:
        _add(shape, "pStyle", val=style)
    if indent:
        _add(shape, "ind", firstLine=str(_INDENT))
    elif hanging:
        _add(shape, "ind", left=str(_HANGING), hanging=str(_HANGING))
    if align != "left":
        _add(shape, "jc", val=_ALIGN[align])
    return made


def _line(parent: Element, line: Line, digits: Digits) -> None:
    for piece in line:
        if isinstance(piece, Blank):
            _run(parent, "." * (piece.letters * 2 or _WHOLE_LINE), bold=False)
        elif piece.text:
            text = clean(piece.text, digits, exact=piece.exact)
            _run(parent, text, bold=piece.bold)


def _run(parent: Element, text: str, *, bold: bool) -> None:
    run = _add(parent, "r")
    shape = _add(run, "rPr")
    if bold:
        _add(shape, "b")
        _add(shape, "bCs")
    _add(shape, "cs")
    words = _add(run, "t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _table(body: Element, table: Table, digits: Digits) -> None:
    made = _add(body, "tbl")
    shape = _add(made, "tblPr")
    _add(shape, "tblStyle", val="Grid")
    _add(shape, "tblW", w=str(_WIDTH), type="dxa")
    grid = _add(made, "tblGrid")
    widths = [str(share * _WIDTH // sum(table.widths)) for share in table.widths]
    for width in widths:
        _add(grid, "gridCol", w=width)
    head = tuple((Run(text, bold=True),) for text in table.head)
    for place, row in enumerate((head, *table.rows)):
        _row(made, row, widths, digits, head=not place)
    _paragraph(body)


def _row(
    parent: Element,
    cells: tuple[Line, ...],
    widths: list[str],
    digits: Digits,
    *,
    head: bool,
) -> None:
    made = _add(parent, "tr")
    shape = _add(made, "trPr")
    _add(shape, "cantSplit")
    if head:
        _add(shape, "tblHeader")
    for width, line in zip(widths, cells, strict=True):
        cell = _add(made, "tc")
        _add(_add(cell, "tcPr"), "tcW", w=width, type="dxa")
        short = tuple(Blank(8) if isinstance(p, Blank) else p for p in line)
        _line(_paragraph(cell), short, digits)
