"""Recordings of the media centre in a backup: originals only, each once.

A file of the store is named by its SHA-256 and never changes, so one that the folder of
backups holds is never copied again. Small copies are not taken along: they are made
anew. Files may be large (hours of video), so none is ever held in memory.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from sathana.media import store
from sathana.registry.keeping import sealing
from sathana.registry.keeping.faults import KeepingError

FOLDER = store.FOLDER
INDEX = "media.tsv"
_CHUNK = 1 << 20
_DIGEST = 64
type Known = dict[str, int]
"""Bytes of each recording, by its SHA-256."""


class _ChangedError(Exception):
    """A file of the store holds other bytes than its name says."""


def copy_new(data: Path, wanted: Collection[str], out: Path, to: str) -> Known:
    """Copy the recordings that the backup does not hold yet; return those it holds.

    One that is missing in the store, or no longer what its name says, is not among
    those that are returned, unless the backup holds it whole from before.

    Args:
        data: The data folder.
        wanted: SHA-256 of each original that the database names.
        out: The folder of backups.
        to: The recipient.

    Raises:
        OSError: The disk would not take one; no part of it is left.
    """
    known = _read_index(out)
    here: Known = {}
    for digest in sorted(filter(whole_name, wanted)):
        if digest not in known or not _place(out, digest).exists():
            size = _copy(_stored(data, digest), _place(out, digest), to, digest)
            if size is None:
                continue
            known[digest] = size
            _write_index(out, digest, size)
        here[digest] = known[digest]
    return here


def bring_back(
    out: Path, wanted: Mapping[str, int], data: Path, keys: list[Any]
) -> Iterator[str]:
    """Decrypt recordings into a data folder; yield the name of each that is not whole.

    Args:
        out: The folder of backups.
        wanted: The recordings, as the manifest of the backup names them.
        data: The data folder to fill.
        keys: The secret halves of the offline key.
    """
    for digest in wanted:
        target = _stored(data, digest)
        _folder(target.parent)
        try:
            with open(target, "xb", opener=_private) as file:
                sealing.open_into(_place(out, digest), keys, file)
        except KeepingError:
            target.unlink(missing_ok=True)
            yield digest
            continue
        if _digest(target) != digest:
            target.unlink()
            yield digest


def copies_anew() -> int:
    """Queue each small copy whose file is not there; return how many.

    The serving process makes them, one after the other.
    """
    from sathana.media.models import Variant

    rows = Variant.objects.exclude(state=Variant.FAILED).values_list("pk", "sha256")
    gone = [pk for pk, sha in rows if not sha or not store.path(sha).is_file()]
    fresh = {"state": Variant.WAITING, "progress": 0, "sha256": "", "bytes": None}
    chosen = Variant.objects.filter(pk__in=gone)
    return chosen.update(**fresh, fault="", tries=0, seen_at=None)


def whole_name(digest: object) -> bool:
    """Return whether a text can be the name of a recording, and no path elsewhere."""
    return (
        isinstance(digest, str)
        and len(digest) == _DIGEST
        and set(digest) <= set("0123456789abcdef")
    )


def _copy(file: Path, target: Path, to: str, digest: str) -> int | None:
    """Copy a recording and return its bytes; ``None`` if it is lost or damaged."""
    size = 0

    def fill(sink: IO[bytes]) -> None:
        nonlocal size
        told = hashlib.sha256()
        with file.open("rb") as opened:
            while piece := opened.read(_CHUNK):
                told.update(piece)
                sink.write(piece)
                size += len(piece)
        if told.hexdigest() != digest:
            raise _ChangedError

    if not file.is_file():
        return None
    _folder(target.parent)
    try:
        sealing.write(target, to, fill)
    except (_ChangedError, FileNotFoundError):
        return None
    return size


def _folder(folder: Path) -> None:
    """Make a folder that only its owner may read, and the one above it."""
    for one in (folder.parent, folder):
        one.mkdir(mode=0o700, exist_ok=True)


def _stored(data: Path, digest: str) -> Path:
    return data / FOLDER / digest[:2] / digest


def _place(out: Path, digest: str) -> Path:
    return out / FOLDER / digest[:2] / f"{digest}.age"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write_index(out: Path, digest: str, size: int) -> None:
    """Note one at a time: after a kill, what is there is known and not copied again."""
    with open(out / INDEX, "a", encoding="ascii", opener=_private) as index:
        index.write(f"{digest}\t{size}\n")
        index.flush()
        os.fsync(index.fileno())


def _read_index(out: Path) -> Known:
    known: Known = {}
    if (out / INDEX).exists():
        for line in (out / INDEX).read_text("ascii", "replace").splitlines():
            match line.split("\t"):
                case [digest, size] if whole_name(digest) and size.isdecimal():
                    known[digest] = int(size)
                case _:  # cut by a kill: that file is copied again
                    pass
    return known
