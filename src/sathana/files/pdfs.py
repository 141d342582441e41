"""A PDF file made anew from what its pages show: nothing in it acts, nothing tells.

Only the pages go over, and of a page only what is drawn: comments, stamps and filled-in
fields are first drawn into it, then everything that could act (scripts, links, forms,
attached files, films) has no place in the new file. What is still reachable from a page
is searched once more for keys that act or tell.

Runs in the worker only (see ``worker``).
"""

from __future__ import annotations

import contextlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from sathana.files import jpegs
from sathana.files.refusals import MOST_PAGES, RefusedError

PAGE_KEYS = frozenset(
    (
        *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit"),
        *("/Resources", "/Contents", "/Group"),
    )
)
"""What of a page goes over."""
GONE = frozenset(
    (
        *("/A", "/AA", "/OpenAction", "/JS", "/JavaScript", "/Launch", "/URI", "/XFA"),
        *("/EmbeddedFiles", "/EF", "/AF", "/Names", "/Dests", "/AcroForm", "/Annots"),
        *("/RichMedia", "/RichMediaContent", "/SubmitForm", "/GoToR", "/GoToE"),
        *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/StructParent"),
        *(
            "/StructParents",
            "/OPI",
            "/Ref",
            "/PS",
            "/Measure",
            "/PtData",
            "/Collection",
        ),
        *("/Alternates", "/SMaskInData0", "/Info", "/Author", "/Creator", "/Producer"),
    )
)
"""Keys that act, lead elsewhere or tell of the maker: in no dictionary of the copy."""
_ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")
"""Keys by which a stream's bytes would come from another file."""
_ACTING = frozenset(
    (
        *("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR"),
        *(
            "/GoToE",
            "/Rendition",
            "/Movie",
            "/Sound",
            "/RichMediaExecute",
            "/GoTo3DView",
        ),
    )
)
_NAMING = (
    *("/XObject", "/Font", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading"),
    "/Properties",
)
"""Parts of the resources of a page whose keys are names given by it, even ``/A``."""
MOST_OBJECTS = 200_000
MOST_OPENED = 400_000_000
"""Bytes that all packed streams of a file may open to: two pages of 600 dpi colour."""
_CHUNK = 1 << 20
_FLATE = ("/FlateDecode", "/Fl")
_PICTURES = ("/DCTDecode", "/DCT", "/JPXDecode")
_KNOWN = frozenset(
    (
        *(*_FLATE, *_PICTURES, "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"),
        *("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx", "/CCITTFaxDecode"),
        *("/CCF", "/JBIG2Decode"),
    )
)
"""The ways to pack a stream that a reader knows."""
_PICTURE_BYTES = (b"\xff\xd8\xff", b"\x00\x00\x00\x0cjP  ")
"""How JPEG and JPEG 2000 begin."""


def cleaned(data: bytes, kind: str = "pdf") -> tuple[str, bytes]:
    """Return the media type and the bytes of a harmless PDF that shows the same.

    Raises:
        RefusedError: ``locked``, ``pages``, ``heavy`` or ``damaged``.
    """
    try:
        with Pdf.open(io.BytesIO(data), suppress_warnings=True) as source:
            return "application/pdf", _made_anew(source)
    except (pikepdf.PasswordError, RuntimeError) as fault:
        # To open any encryption the library would need a file, which it may not have.
        raise RefusedError("locked" if b"/Encrypt" in data else "damaged") from fault


def _made_anew(source: Pdf) -> bytes:
    if len(source.objects) > MOST_OBJECTS:
        raise RefusedError("heavy")
    pages = len(source.pages)
    if pages > MOST_PAGES:
        raise RefusedError("pages")
    if not pages:
        raise RefusedError("damaged")
    _bound(source)
    _draw_annotations(source)
    for page in source.pages:
        _keep_only(page.obj, PAGE_KEYS)
    with Pdf.new() as copy:
        copy.pages.extend(source.pages)
        _scrub(copy)
        return _written(copy)


def _written(copy: Pdf) -> bytes:
    out = io.BytesIO()
    copy.remove_unreferenced_resources()
    copy.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _draw_annotations(source: Pdf) -> None:
    """Draw stamps, comments and filled-in fields into their pages."""
    # A form without drawn fields: its values are drawn now, as a reader would.
    with contextlib.suppress(pikepdf.PdfError, RuntimeError, ValueError):
        source.generate_appearance_streams()
    with contextlib.suppress(pikepdf.PdfError, RuntimeError, ValueError):
        source.flatten_annotations("screen")


def _keep_only(thing: Any, keys: frozenset[str]) -> None:
    for key in [key for key in thing if key not in keys]:
        del thing[key]


def _bound(source: Pdf) -> None:
    """Refuse a file whose packed streams open to more than a machine can hold."""
    left = MOST_OPENED
    for thing in source.objects:
        if isinstance(thing, Stream):
            left -= _opened_size(thing, left)
            if left < 0:
                raise RefusedError("heavy")


def _filters(stream: Stream) -> list[str]:
    told = stream.get("/Filter")
    if isinstance(told, Name):
        return [str(told)]
    return [str(one) for one in told] if isinstance(told, Array) else []


def _opened_size(stream: Stream, most: int) -> int:
    """Return to how many bytes a stream opens, counted no further than ``most``."""
    filters = _filters(stream)
    packed = [one for one in filters if one not in ("/DCTDecode", "/JPXDecode")]
    if not packed:
        return 0
    if len(packed) > 2:
        raise RefusedError("heavy")
    raw = bytes(stream.read_raw_bytes())
    if packed[0] not in _FLATE:
        # LZW and run lengths open to at most some hundred times their size.
        return len(raw) * (
            200 if packed[0] in ("/LZWDecode", "/RunLengthDecode") else 1
        )
    size, inner = 0, 0
    nested = zlib.decompressobj() if packed[1:] and packed[1] in _FLATE else None
    for piece in _inflated(raw):
        size += len(piece)
        inner += _nested_size(nested, piece) if nested else 0
        if size + inner > most:
            break
    return size + inner


def _inflated(raw: bytes) -> Iterator[bytes]:
    """Open packed bytes piece by piece; what is broken ends it."""
    machine, rest = zlib.decompressobj(), raw
    with contextlib.suppress(zlib.error):
        while rest:
            piece = machine.decompress(rest, _CHUNK)
            rest = machine.unconsumed_tail
            if not piece:
                return
            yield piece


def _nested_size(machine: Any, piece: bytes) -> int:
    size, rest = 0, piece
    with contextlib.suppress(zlib.error):
        while rest and size <= MOST_OPENED:
            size += len(machine.decompress(rest, _CHUNK))
            rest = machine.unconsumed_tail
    return size


def _scrub(copy: Pdf) -> None:
    """Take what acts and what tells out of everything that came over."""
    _keep_only(copy.Root, frozenset(("/Type", "/Pages")))
    for key in ("/Info", "/Encrypt"):
        if key in copy.trailer:
            del copy.trailer[key]
    maps = _name_maps(copy)
    for thing in copy.objects:
        for part, names in _parts(thing, thing.objgen in maps):
            if not names:
                _scrub_one(part)
        if isinstance(thing, Stream):
            _scrub_stream(thing)


def _name_maps(copy: Pdf) -> set[tuple[int, int]]:
    """Return the objects whose keys are no words, but names that a page gave things."""
    return {
        value.objgen
        for thing in copy.objects
        for part, _ in _parts(thing, False)
        for key in _NAMING
        if isinstance(value := part.get(key), Dictionary) and value.is_indirect
    }


def _parts(thing: Any, names: bool) -> Iterator[tuple[Any, bool]]:
    """Return a thing and the dictionaries that stand directly in it.

    With each comes whether its keys are names that a page gave.
    """
    waiting, seen = [(thing, names)], 0
    while waiting:
        one, names = waiting.pop()
        seen += 1
        if seen > MOST_OBJECTS:
            raise RefusedError("heavy")
        if isinstance(one, Dictionary | Stream):
            yield one, names
        waiting.extend(_direct(one, names))


def _direct(one: Any, names: bool) -> list[tuple[Any, bool]]:
    """Return what stands directly in a container; what it refers to is seen later."""
    if isinstance(one, Dictionary | Stream):
        values = [(value, not names and key in _NAMING) for key, value in one.items()]
    elif isinstance(one, Array):
        values = [(value, False) for value in one]
    else:
        return []
    return [
        (value, naming)
        for value, naming in values
        if isinstance(value, Dictionary | Array) and not value.is_indirect
    ]


def _scrub_one(part: Any) -> None:
    for key in [key for key in part if key in GONE]:
        del part[key]
    if str(part.get("/S", "")) in _ACTING:
        del part["/S"]
    if isinstance(part, Stream):
        for key in _ELSEWHERE:
            if key in part:
                del part[key]


def _scrub_stream(stream: Stream) -> None:
    """Empty programs of PostScript; take the notes out of pictures."""
    subtype = str(stream.get("/Subtype", ""))
    if subtype == "/PS" or str(stream.get("/Subtype2", "")) == "/PS":
        stream.write(b"")
        stream["/Subtype"] = Name.Form
        stream["/BBox"] = Array([0, 0, 0, 0])
        return
    filters = _filters(stream)
    if _shown_by_nobody(stream, filters):
        stream.write(b"")
        return
    if len(filters) == 1 and filters[0] in _FLATE:
        _cut_where_broken(stream)
    if not filters or filters[-1] not in _PICTURES:
        return
    coded = _coded(stream, filters)
    try:
        strip = jpegs.without_boxes if "JPX" in filters[-1] else jpegs.without_notes
        bare = strip(coded)
    except ValueError:
        bare = b""  # no reader shows it, and it may hide anything
    parms = _last_parms(stream, len(filters))
    stream.write(bare, filter=Name(filters[-1]), decode_parms=parms)


def _shown_by_nobody(stream: Stream, filters: list[str]) -> bool:
    """Say whether no reader opens a stream, so that it can only hide something."""
    if not _KNOWN.issuperset(filters):
        return True
    begins = bytes(stream.read_raw_bytes())[:16]
    return not filters and begins.startswith(_PICTURE_BYTES)


def _cut_where_broken(stream: Stream) -> None:
    """Keep of a packed stream what opens: behind it anything may be hidden."""
    raw = bytes(stream.read_raw_bytes())
    machine, opened = zlib.decompressobj(), 0
    with contextlib.suppress(zlib.error):
        rest = raw
        while rest and opened <= MOST_OPENED:
            opened += len(machine.decompress(rest, _CHUNK))
            rest = machine.unconsumed_tail
    if machine.eof and not machine.unused_data:
        return
    kept = zlib.compress(b"".join(_inflated(raw)))
    parms = _last_parms(stream, 1)
    stream.write(kept, filter=Name.FlateDecode, decode_parms=parms)


def _coded(stream: Stream, filters: list[str]) -> bytes:
    """Return the picture's own bytes, out of what they are packed in."""
    raw = bytes(stream.read_raw_bytes())
    if len(filters) == 1:
        return raw
    if len(filters) == 2 and filters[0] in _FLATE:
        return b"".join(_inflated(raw))
    return b""


def _last_parms(stream: Stream, count: int) -> Any:
    parms = stream.get("/DecodeParms")
    if isinstance(parms, Array):
        parms = parms[count - 1] if len(parms) == count else None
    return parms if isinstance(parms, Dictionary) else None
