"""Files of the media centre: unsealed, named by their own SHA-256, written durably.

They are meant for everybody, so they are not sealed; drafts are kept from strangers by
the pages, not by the disk. A file is named by what is in it: the same bytes are kept
once, and what is in a file can be checked at any time. Keep first, then commit the row
that names it; a file that no row names is found by :func:`orphans`.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from sathana.files import durable

FOLDER = "media"
_WORK = ".work"
_CHUNK = 1 << 20


def keep(source: bytes | Path) -> str:
    """Put bytes, or a copy of a file, on the disk; return their SHA-256 (hex).

    Raises:
        OSError: The disk would not take it; nothing was left behind.
    """
    digest = _digest(source)
    target = path(digest)
    if not target.exists():
        durable.write(target, _pieces(source))
    return digest


def path(digest: str) -> Path:
    """Return where the file of a digest is, or would be."""
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError("no SHA-256")
    return root() / digest[:2] / digest


def remove(digest: str) -> None:
    """Remove a file; it is no fault if it is not there.

    The caller sees to it that no row names it.
    """
    target = path(digest)
    if target.exists():
        target.unlink(missing_ok=True)
        durable.sync_folder(target.parent)


def orphans(known: Collection[str], *, older: float = 3600) -> list[Path]:
    """Return files that no row names, at least so many seconds old."""
    names, before = set(known), time.time() - older
    return [
        file
        for file in sorted(root().glob("??/*"))
        if file.name not in names and file.stat().st_mtime <= before
    ]


def damaged(known: Collection[str]) -> list[str]:
    """Return digests whose file is missing or holds other bytes: for a check-up."""
    return [
        digest
        for digest in sorted(known)
        if not path(digest).is_file() or _digest(path(digest)) != digest
    ]


@contextmanager
def working_folder() -> Iterator[Path]:
    """Yield a folder for a copy that is being made; it is gone afterwards."""
    above = root() / _WORK
    above.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=above) as folder:
        yield Path(folder)


def sweep() -> None:
    """Remove working folders that a process left which was killed (a day old)."""
    before = time.time() - 24 * 3600
    for left in (root() / _WORK).glob("*"):
        if left.stat().st_mtime < before:
            shutil.rmtree(left, ignore_errors=True)


def root() -> Path:
    """Return the folder of the store."""
    return Path(settings.SATHANA_DATA) / FOLDER


def _digest(source: bytes | Path) -> str:
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    with source.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _pieces(source: bytes | Path) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as opened:
        while piece := opened.read(_CHUNK):
            yield piece
