"""A paper as a tagged PDF/A, set by Typst from its blocks."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sathana.documents.blocks import (
    Blank,
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
    Shown,
    Signatures,
    Table,
)
from sathana.documents.drawing import drawing
from sathana.documents.typesetting import (
    FONTS,
    STANDARD,
    TEMPLATES,
    CannotBeSetError,
)
from sathana.documents.writing import LINE, breakable, clean, ems

if TYPE_CHECKING:
    import typst

type Json = dict[str, Any]

SIZES = (12.0, 11.25, 10.5, 9.75, 9.0)
"""Points, the usual one first."""
_SIGNED = 10.0
"""Ems under a line to sign on."""
_BETWEEN = 37.0
"""Ems between the margins, a cell's own edges not counted."""
_SHORT_CELL = 500
"""Letters of a cell that surely fits on a page: its row is not broken."""
_SHORT_FOOT = 180
"""Letters of a foot that surely fits below the page at its usual size."""
_PNG = b"\x89PNG\r\n\x1a\n"


def pdf(paper: Paper) -> bytes:
    """Return a paper as a tagged PDF/A.

    Raises:
        LacksSignError: A text holds a sign that no font has.
        CannotBeSetError: Typst refuses it, for another reason.
    """
    import typst

    data = json.dumps(as_data(paper), ensure_ascii=False)
    try:
        inputs = {"data": data, "size": str(_size_of(paper, data))}
        made = _compiler().compile(
            format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD]
        )
    except typst.TypstError as fault:
        raise CannotBeSetError(str(fault)) from fault
    if not isinstance(made, bytes):
        raise CannotBeSetError(paper.key)
    return made


def _size_of(paper: Paper, data: str) -> float:
    """Return the size of letters: the largest that keeps a paper of one page on it."""
    for size in SIZES[:-1] if paper.one_page else ():
        inputs = {"data": data, "size": str(size)}
        # One page comes as bytes, several as a list.
        if isinstance(_compiler().compile(format="svg", sys_inputs=inputs), bytes):
            return size
    return SIZES[-1] if paper.one_page else SIZES[0]


@cache
def _compiler() -> typst.Compiler:
    """Return the one compiler: fonts and the template are read once a process."""
    import typst

    return typst.Compiler(
        TEMPLATES / "paper.typ",
        root=TEMPLATES,
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[FONTS],
        ),
        ignore_system_fonts=True,
    )


def as_data(paper: Paper) -> Json:
    """Return a paper as the plain values its template reads."""
    digits = paper.digits
    return {
        "title": clean(paper.title, digits),
        "dated": paper.dated,
        "thai_digits": digits == "thai",
        "foot": _line(paper.foot, digits),
        "foot_size": 8.0 if _letters(paper.foot) <= _SHORT_FOOT else 6.0,
        "draft": clean(paper.draft, digits),
        "sections": [_section(paper, *found) for found in _sections(paper)],
    }


def _sections(paper: Paper) -> Iterator[tuple[bool, tuple[Shown, ...]]]:
    """Yield what stands between the page breaks, and whether it has to fit on one."""
    one_page, blocks = False, list[Shown]()
    for block in paper.blocks:
        if isinstance(block, PageBreak):
            yield one_page, tuple(blocks)
            one_page, blocks = block.one_page, []
        else:
            blocks.append(block)
    yield one_page, tuple(blocks)


def _section(paper: Paper, one_page: bool, blocks: tuple[Shown, ...]) -> Json:
    """Return a section; ``size`` 0 is the size of the paper."""
    alone = replace(paper, blocks=blocks, one_page=True)
    size = _size_of(alone, json.dumps(as_data(alone))) if one_page else 0
    return {"size": size, "blocks": [_block(one, paper.digits) for one in blocks]}


def _block(block: Shown, digits: Digits) -> Json:
    match block:
        case Heading():
            text = breakable(clean(block.text, digits))
            return {"kind": "heading", "text": text, "level": block.level}
        case Paragraph():
            lines = [_line(each, digits) for each in block.lines]
            shape = {
                "indent": block.indent, "align": block.align, "stays": block.stays,
            }  # fmt: skip
            return {"kind": "paragraph", "lines": lines, **shape}
        case Numbered():
            items = [_line(each, digits) for each in block.items]
            return {"kind": "numbered", "items": items}
        case Table():
            return _table(block, digits)
        case _:
            return _rarer(block, digits)


def _rarer(block: Picture | Signatures | Box, digits: Digits) -> Json:
    match block:
        case Picture():
            return _picture(block, digits)
        case Signatures():
            return _signatures(block, digits)
        case Box():
            title = clean(block.title, digits)
            return {"kind": "box", "title": title, "lines": block.lines}


def _line(line: Line, digits: Digits) -> list[Json]:
    found: list[Json] = []
    for piece in line:
        if isinstance(piece, Blank):
            found.append({"blank": piece.letters})
            continue
        text = clean(piece.text, digits, exact=piece.exact)
        whole = piece.whole and ems(text) <= LINE
        text = text if whole else breakable(text)
        found.append({"text": text, "bold": piece.bold, "whole": whole})
    return found


def _table(table: Table, digits: Digits) -> Json:
    return {
        "kind": "table",
        "head": [clean(text, digits) for text in table.head],
        "rows": [_row(row, table.widths, digits) for row in table.rows],
        "short": _longest(table) <= _SHORT_CELL,
        "widths": list(table.widths),
    }


def _row(row: tuple[Line, ...], widths: tuple[int, ...], digits: Digits) -> list[Any]:
    rooms = (share * _BETWEEN / sum(widths) - 1.2 for share in widths)
    return [_cell(cell, room, digits) for cell, room in zip(row, rooms, strict=True)]


def _cell(line: Line, room: float, digits: Digits) -> list[Json]:
    """Return the pieces of a cell: what is kept whole is kept so word by word."""
    found: list[Json] = []
    for piece in _line(line, digits):
        if "blank" in piece:
            # A dotted line never reaches beyond its cell.
            found.append({"blank": 0})
        elif not piece["whole"]:
            found.append({**piece, "text": breakable(piece["text"], room)})
        else:
            found += _word_by_word(piece, room)
    return found


def _word_by_word(piece: Json, room: float) -> list[Json]:
    found: list[Json] = []
    for place, word in enumerate(piece["text"].split(" ")):
        if place:
            found.append({**piece, "text": " ", "whole": False})
        fits = ems(word) <= room
        shown = word if fits else breakable(word, room)
        found.append({**piece, "text": shown, "whole": fits})
    return found


def _longest(table: Table) -> int:
    """Return how many letters the longest cell holds."""
    cells = (cell for row in table.rows for cell in row)
    return max(
        (sum(len(p.text) for p in c if isinstance(p, Run)) for c in cells), default=0
    )


def _letters(line: Line) -> int:
    return sum(len(piece.text) for piece in line if isinstance(piece, Run))


def _signatures(block: Signatures, digits: Digits) -> Json:
    signers = [
        {
            "role": clean(one.role, digits),
            "name": breakable(clean(one.name or "", digits), _SIGNED),
        }
        for one in block.signers
    ]
    return {"kind": "signatures", "signers": signers}


def _picture(picture: Picture, digits: Digits) -> Json:
    alt = clean(picture.alt, digits)
    found = drawing(picture.svg) if picture.svg else _scan(picture.scan)
    for word in found["words"]:
        word["text"] = clean(word["text"], digits)
    height = picture.height_mm
    return {"kind": "picture", "alt": alt, "picture": found, "height": height}


def _scan(scan: bytes) -> Json:
    """Return a scan inside a drawing: Typst takes bytes only as text."""
    width, height = _size(scan)
    kind = "png" if scan.startswith(_PNG) else "jpeg"
    inside = base64.b64encode(scan).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" '
        f'href="data:image/{kind};base64,{inside}"/></svg>'
    )
    return {"svg": svg, "width": width, "height": height, "words": []}


def _size(scan: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in dots.

    Raises:
        ValueError: It is neither.
    """
    if scan.startswith(_PNG):
        width, height = struct.unpack_from(">II", scan, 16)
        return width, height
    place = 2
    while scan.startswith(b"\xff\xd8") and place + 9 < len(scan):
        mark, length = scan[place + 1], struct.unpack_from(">H", scan, place + 2)[0]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", scan, place + 5)
            return width, height
        place += 2 + length
    raise ValueError("a scan must be a PNG or a JPEG")
