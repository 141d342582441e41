"""What a file is, told from its first bytes: never from its name or what it says."""

from __future__ import annotations

MEDIA = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
}
"""Kinds that are taken, and their media types; everything else is refused."""
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
}
"""Endings of cleaned copies (WebP becomes JPEG or PNG)."""

_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-", "pdf"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\0\0\0\x0cjP  ", "picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"fLaC", "sound"),
    (b"\x1aE\xdf\xa3", "sound"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_OFFICE_PARTS = (b"word/", b"xl/", b"ppt/", b"[Content_Types].xml", b"opendocument")


def kind_of(data: bytes) -> str:
    """Return a key of ``MEDIA``, or the code of why it is refused (``refusals``)."""
    if not data:
        return "empty"
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    return _container(data) or _text(data)


def _container(data: bytes) -> str:
    """Tell kinds whose mark stands further in, or whose inside decides."""
    if data[:4] == b"RIFF":
        return "webp" if data[8:12] == b"WEBP" else "sound"
    if data[4:8] == b"ftyp":
        if data[8:12] in _HEIF:
            return "heic"
        return "picture" if data[8:12] in (b"avif", b"avis") else "sound"
    if data[:2] == b"PK":
        office = any(part in data[:4096] for part in _OFFICE_PARTS)
        return "office" if office else "archive"
    return ""


def _text(data: bytes) -> str:
    """Tell web pages and drawings, which can carry programs, from the unknown."""
    head = data[:4096].lower().replace(b"\0", b"")
    marked = any(mark in head for mark in (b"<svg", b"<html", b"<!doctype", b"<?xml"))
    return "page" if marked or b"<script" in head else "unknown"
