"""A second, independent look at what is handed out: does anything act or tell?

Written without the code that cleans: what it looks for is listed here once more, and
pictures are taken apart byte by byte.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import pikepdf
from tests.files.hostile_pdfs import CANARY

ACTING = (
    "OpenAction", "AA", "JavaScript", "JS", "Launch", "EmbeddedFiles", "EF", "AF",
    "XFA",
    "AcroForm", "Annots", "RichMedia", "RichMediaContent", "SubmitForm", "URI", "GoToR",
    "GoToE", "ImportData", "Rendition", "Names", "Outlines", "Metadata", "PieceInfo",
    "Author", "Producer", "Creator", "Info", "Encrypt", "Ref", "PS", "F", "Thumb",
    "Collection", "OPI", "A", "Dests", "URLS",
)  # fmt: skip
NAMING = ("/XObject", "/Font", "/ExtGState", "/Properties")
WORDS = (CANARY.encode(), b"<script", b"<html", b"<?php", b"app.alert", b"Exif\0\0")


def faults_of(media: str, data: bytes) -> list[str]:
    """Return what must not be in a copy; an empty list if nothing is."""
    look = {"image/jpeg": _jpeg, "image/png": _png, "application/pdf": _pdf}[media]
    found = [word.decode("latin-1") for word in WORDS if word.lower() in data.lower()]
    return found + list(look(data))


def _jpeg(data: bytes) -> Iterator[str]:
    allowed = {0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xEE}
    at = 2
    if data[:2] != b"\xff\xd8":
        yield "no JPEG"
    while data[at] == 0xFF and data[at + 1] != 0xD9:
        marker, (size,) = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])
        if marker not in allowed:
            yield f"note {marker:x}"
        if marker in (0xE0, 0xEE) and size > 16:
            yield f"note {marker:x} of {size} bytes"
        at += 2 + size
        while marker == 0xDA and (
            data[at] != 0xFF or data[at + 1] in (0, *range(0xD0, 0xD8))
        ):
            at += 1
    if data[at:] != b"\xff\xd9":
        yield "something after its end"


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        if kind not in (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"):
            yield f"chunk {kind!r}"
        at += 12 + size
        if kind == b"IEND" and at != len(data):
            yield "something after its end"


def _pdf(data: bytes) -> Iterator[str]:
    if data[:5] != b"%PDF-":
        yield "no PDF"
    if not data.rstrip().endswith(b"%%EOF"):
        yield "something after its end"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if set(pdf.Root.keys()) != {"/Type", "/Pages"}:
            yield f"root {set(pdf.Root.keys())}"
        for thing in [pdf.trailer, *pdf.objects]:
            yield from _thing(thing, 0)


def _thing(thing: object, depth: int, named: bool = False) -> Iterator[str]:
    """Look at a thing; keys of a list of named drawings are names, and may be any."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and not named:
        yield from (f"key {name}" for name in ACTING if f"/{name}" in thing)
    if isinstance(thing, pikepdf.String) and CANARY in str(thing):
        yield "a text that tells"
    if isinstance(thing, pikepdf.Stream):
        yield from _stream(thing)
    for key, value in _inside(thing):
        direct = isinstance(value, pikepdf.Object) and not value.is_indirect
        if direct and depth < 40:
            yield from _thing(value, depth + 1, key in NAMING)


def _inside(thing: object) -> Iterator[tuple[str, object]]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from thing.items()
    if isinstance(thing, pikepdf.Array):
        yield from (("", value) for value in thing)


def _stream(stream: pikepdf.Stream) -> Iterator[str]:
    raw = stream.read_raw_bytes()
    if str(stream.get("/Filter", "")) == "/FlateDecode":
        machine = zlib.decompressobj()
        raw = machine.decompress(raw, 50_000_000)
        if machine.unconsumed_tail:
            yield "a stream that swells"
    yield from (f"{word!r} in a stream" for word in WORDS if word in raw)
    if raw[:3] == b"\xff\xd8\xff":
        yield from _jpeg(raw)
