"""Writing a pack: pages, styles, fonts, recordings and a list of them, as a ZIP.

The same input makes the same bytes, so that two people can compare what they carry.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from sathana.media.packs import (
    LARGEST,
    Pack,
    PackError,
    PackItem,
    ascii_name,
    split,
    too_large,
    words_in,
)
from sathana.media.plainhtml import plain

_FONTS = (
    *("sarabun-thai-400-normal.woff2", "sarabun-thai-600-normal.woff2"),
    *("sarabun-latin-400-normal.woff2", "sarabun-latin-600-normal.woff2"),
    *("sarabun-latin-ext-400-normal.woff2", "OFL.txt"),
)
_STYLES = ("web/css/tokens.css", "web/css/base.css", "media/pack.css")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of every file in the ZIP: the hour a pack was made tells nothing."""

_READ_ME = (
    "เปิดไฟล์ index.html ด้วยเบราว์เซอร์ ไม่ต้องใช้อินเทอร์เน็ต (แตกไฟล์ ZIP ออกก่อน)\r\n"
    "Unpack the ZIP, then open index.html in a browser. No network is needed.\r\n"
)


@dataclass(frozen=True, slots=True)
class Built:
    """A pack that was written: its size, its SHA-256, and the names in it."""

    bytes: int
    sha256: str
    names: tuple[str, ...]


def build(pack: Pack, out: Path, most: int = LARGEST) -> Built:
    """Write a pack.

    Args:
        pack: What is in it.
        out: The file to write; it is overwritten.
        most: Bytes of recordings it may hold; :func:`split` it before.

    Raises:
        PackError: It holds nothing, or too much.
        OSError: A file of it is missing, or the disk would not take it.
    """
    if len(split(pack, most)) > 1:
        total = sum(item.bytes for item in pack.items)
        raise PackError(too_large(None, total, most))
    made = _Writer()
    with zipfile.ZipFile(out, "w", allowZip64=False) as archive:
        made.archive = archive
        _fill(made, pack)
    with out.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Built(out.stat().st_size, digest, tuple(made.files))


@dataclass
class _Writer:
    """Puts files into the archive, and remembers what they were."""

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    archive: Any = None

    def text(self, name: str, content: str) -> None:
        data = content.encode("utf-8")
        self._note(name, hashlib.sha256(data).hexdigest(), len(data))
        self.archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), data, compresslevel=9)

    def file(self, name: str, path: Path) -> None:
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            opened.seek(0)
            self._copy(name, opened)
        self._note(name, digest, path.stat().st_size)

    def _copy(self, name: str, opened: IO[bytes]) -> None:
        # What is packed already (sound, video, fonts) is not packed again.
        with self.archive.open(_entry(name, zipfile.ZIP_STORED), "w") as target:
            shutil.copyfileobj(opened, target, 1 << 20)

    def _note(self, name: str, digest: str, size: int) -> None:
        self.files[name] = {"sha256": digest, "bytes": size}


def _fill(made: _Writer, pack: Pack) -> None:
    pages = [_page(pack, number, item) for number, item in enumerate(pack.items, 1)]
    for page in pages:
        for name, file in page["files"]:
            made.file(name, file.path)
    for font in _FONTS:
        made.file(f"fonts/{font}", _static(f"web/fonts/{font}"))
    made.file("weave.svg", _static("web/weave.svg"))
    made.text("style.css", _style())
    with translation.override(words_in(pack.language)):
        told = {"pack": pack, "pages": pages}
        for page in pages:
            content = render_to_string("media/pack_page.html", {**told, "page": page})
            made.text(page["name"], content)
        made.text("index.html", render_to_string("media/pack_index.html", told))
        made.text("READ-ME.txt", _READ_ME)
    made.text("manifest.json", _manifest(pack, pages, made.files))


def _page(pack: Pack, number: int, item: PackItem) -> dict[str, Any]:
    stem = f"{number:03}-{ascii_name(item.slug, 40)}"
    files = [
        (f"media/{stem}-{n}{file.ending}", file) for n, file in enumerate(item.files, 1)
    ]
    body = plain(item.html_body)
    return {
        "name": f"pages/{stem}.html",
        "item": item,
        "files": files,
        "body": mark_safe(body),  # noqa: S308 (written anew by plain)
        "paragraphs": [part for part in item.transcript.split("\n\n") if part.strip()],
        "overdue": item.recheck is not None and item.recheck < pack.made_on,
    }


def _manifest(pack: Pack, pages: list[dict[str, Any]], files: dict[str, Any]) -> str:
    told = {
        "sathana-pack": 1,
        "title": pack.title,
        "language": pack.language,
        "topic": pack.topic or None,
        "part": [pack.number, pack.of],
        "made_on": _iso(pack.made_on),
        "check_again_after": _iso(pack.recheck),
        "items": [_told(page) for page in pages],
        "files": files,
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _told(page: dict[str, Any]) -> dict[str, Any]:
    item: PackItem = page["item"]
    return {
        "page": page["name"],
        "title": item.title,
        "topic": item.topic,
        "law_date": _iso(item.law_date),
        "checked": _iso(item.checked),
        "check_again_after": _iso(item.recheck),
        "licence": item.licence or None,
        "citations": list(item.citations),
        "files": [
            {"name": name, "media": file.media, "licence": file.licence or None}
            for name, file in page["files"]
        ],
    }


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _entry(name: str, how: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type, entry.create_system = how, 3
    entry.external_attr = 0o644 << 16
    return entry


def _style() -> str:
    """Return the styles of the site that a pack needs, with its own addresses."""
    sheets = (_static(name).read_text("utf-8") for name in _STYLES)
    return "\n".join(sheets).replace('url("../', 'url("')


def _static(name: str) -> Path:
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found)
