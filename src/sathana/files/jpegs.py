"""The notes inside JPEG and JPEG 2000 data, taken out without touching the dots.

For pictures inside PDF files: phones put where and with what a photo was taken there.
Nothing is decoded, so that the dots stay what they were.
"""

from __future__ import annotations

_NOTES = (*range(0xE0, 0xF0), 0xFE)
_BARE = (0x01, *range(0xD0, 0xD8))
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JP2 = b"\0\0\0\x0cjP  \r\n\x87\n"
_JP2_KEPT = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")


def without_notes(data: bytes) -> bytes:
    """Return JPEG data without Exif, XMP, comments, previews and what follows its end.

    Raises:
        ValueError: It is no whole JPEG picture.
    """
    start = data.find(b"\xff\xd8\xff")
    if start < 0:
        raise ValueError("no JPEG")
    out, at = bytearray(b"\xff\xd8"), start + 2
    while True:
        at = _to_marker(data, at)
        marker = data[at + 1]
        if marker == _END:
            return bytes(out + b"\xff\xd9")
        end = at + 2 if marker in _BARE else at + 2 + _length(data, at + 2)
        if marker == _SCAN:
            end = _scan_end(data, end)
        out += _note(data[at:end]) if marker in _NOTES else data[at:end]
        at = end


def without_boxes(data: bytes) -> bytes:
    """Return JPEG 2000 data without its boxes of notes (XML, UUID and such).

    Raises:
        ValueError: It is no whole JPEG 2000 picture.
    """
    if not data.startswith(_JP2):
        if data.startswith(b"\xff\x4f\xff\x51"):
            return data  # the bare code stream has no boxes
        raise ValueError("no JPEG 2000")
    out, at = bytearray(), 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        head = 16 if size == 1 else 8
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        size = size or len(data) - at
        if size < head or at + size > len(data):
            raise ValueError("a box is cut short")
        if data[at + 4 : at + 8] in _JP2_KEPT:
            out += data[at : at + size]
        at += size
    return bytes(out)


def _to_marker(data: bytes, at: int) -> int:
    """Return where the next marker starts, past fill bytes."""
    while at + 1 < len(data):
        if data[at] == 0xFF and data[at + 1] not in (0x00, 0xFF):
            return at
        at += 1
    raise ValueError("cut short")


def _length(data: bytes, at: int) -> int:
    length = int.from_bytes(data[at : at + 2], "big")
    if length < 2 or at + length > len(data):
        raise ValueError("a segment is cut short")
    return length


def _scan_end(data: bytes, at: int) -> int:
    """Return where the dots of a scan end: at a marker that is not part of them."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise ValueError("cut short")
        following = data[at + 1]
        if following not in (0x00, 0xFF) and following not in _BARE:
            return at
        at += 1 if following == 0xFF else 2


def _note(note: bytes) -> bytes:
    """Return what the dots cannot be read without: which colours, how turned."""
    if note[4:9] == b"JFIF\0" and len(note) >= 16:
        return b"\xff\xe0\x00\x10" + note[4:16] + b"\0\0"
    if note[4:9] == b"Adobe" and len(note) >= 16:
        return b"\xff\xee\x00\x0e" + note[4:16]
    return b""
