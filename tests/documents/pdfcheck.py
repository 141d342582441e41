"""An own look at a PDF: is it the tagged PDF/A that it says it is, and nothing more.

No validator of PDF/A ships with the tests; this looks at what papers here rest on.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf

A4 = (595.276, 841.89)
_ACTS = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/SubmitForm",
    "/URI",
    "/GoToR",
    "/OpenAction",
)


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong with a PDF of ours; nothing: it is as it should be."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            *document.check_pdf_syntax(),
            *_whole(document),
            *_pages(document),
            *_tags(document),
        ]


def qpdf_faults(pdf: bytes, folder: Path) -> list[str]:
    """Return what ``qpdf --check`` says, where the machine has it."""
    program = shutil.which("qpdf")
    if program is None:
        return []
    place = folder / "checked.pdf"
    place.write_bytes(pdf)
    done = subprocess.run(
        [program, "--check", str(place)], capture_output=True, text=True, check=False
    )
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


def _whole(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if str(root.get("/Lang", "")) != "th":
        yield "no language"
    if "/OutputIntents" not in root:
        yield "no output intent: colours are not told"
    if document.is_encrypted:
        yield "encrypted"
    yield from (f"acts by itself: {act}" for act in _ACTS if act in root)
    if "/EmbeddedFiles" in root.get("/Names", {}):
        yield "carries files"
    yield from _xmp(document)


def _xmp(document: pikepdf.Pdf) -> Iterator[str]:
    with document.open_metadata() as meta:
        if (meta.get("pdfaid:part"), meta.get("pdfaid:conformance")) != ("2", "A"):
            yield "XMP does not say PDF/A-2a"
        if not meta.get("dc:title"):
            yield "no title"


def _pages(document: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(document.pages, start=1):
        box = [float(side) for side in page.mediabox]
        if abs(box[2] - A4[0]) > 1 or abs(box[3] - A4[1]) > 1 or box[0] or box[1]:
            yield f"page {number} is no A4"
        if "/StructParents" not in page.obj:
            yield f"page {number} has no tags"
        if "/Annots" in page.obj and len(page.obj.Annots):
            yield f"page {number} has links or fields"
        for name, font in (page.obj.Resources.get("/Font") or {}).items():
            yield from _font(f"page {number} font {name}", font)


def _font(where: str, font: pikepdf.Object) -> Iterator[str]:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described = inner.FontDescriptor
    if not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
        yield f"{where} is not embedded"
    if "/ToUnicode" not in font:
        yield f"{where} does not tell its letters"


def _tags(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if "/MarkInfo" not in root or not root.MarkInfo.get("/Marked"):
        yield "not marked as tagged"
    if "/StructTreeRoot" not in root:
        yield "no tree of tags"
        return
    kinds = list(_kinds(root.StructTreeRoot))
    if not any(kind == "/H1" for kind, _ in kinds):
        yield "no heading"
    if any(kind == "/Figure" and not alt for kind, alt in kinds):
        yield "a picture without words"


def _kinds(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _kinds(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", ""))
        if "/K" in node and not isinstance(node.K, int):
            yield from _kinds(node.K)
