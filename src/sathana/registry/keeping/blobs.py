"""Sealed files in a backup: each copied once, by its name; they never change."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from sathana.registry.keeping import sealing
from sathana.registry.keeping.faults import KeepingError

FOLDER = "files"
INDEX = "files.tsv"
type Known = dict[str, tuple[int, str]]
"""Size and SHA-256 of each blob as it is stored, by its name."""


def copy_new(data: Path, out: Path, to: str) -> Known:
    """Copy the blobs that the backup does not hold yet; return those of the store.

    Args:
        data: The data folder.
        out: The folder of backups.
        to: The recipient.
    """
    known = _read_index(out)
    here: Known = {}
    added = []
    for file in _stored(data / FOLDER):
        name = file.name
        if name not in known or not _place(out, name).exists():
            known[name] = _copy(file, _place(out, name), to)
            added.append(name)
        here[name] = known[name]
    if added:
        with open(out / INDEX, "a", encoding="ascii", opener=_private) as index:
            for name in added:
                index.write("\t".join((name, *map(str, known[name]))) + "\n")
            index.flush()
            os.fsync(index.fileno())
    return here


def bring_back(out: Path, wanted: Known, data: Path, keys: list[Any]) -> Iterator[str]:
    """Decrypt blobs into a data folder; yield the name of each that is not whole.

    Args:
        out: The folder of backups.
        wanted: The blobs, as the manifest of the backup names them.
        data: The data folder to fill.
        keys: The secret halves of the offline key.
    """
    for name, (size, digest) in wanted.items():
        target = data / FOLDER / name[:2] / name
        _folder(target.parent)
        try:
            with open(target, "xb", opener=_private) as file:
                sealing.open_into(_place(out, name), keys, file)
        except KeepingError:
            target.unlink(missing_ok=True)
            yield name
            continue
        if (target.stat().st_size, _digest(target)) != (size, digest):
            target.unlink()
            yield name


def _folder(folder: Path) -> None:
    """Make a folder of blobs that only its owner may read, and the one above it."""
    for one in (folder.parent, folder):
        one.mkdir(mode=0o700, exist_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _stored(folder: Path) -> Iterator[Path]:
    """Return the whole blobs of a store, none that is being written."""
    for file in sorted(folder.glob("??/*")):
        if ".part-" not in file.name:
            yield file


def _copy(file: Path, target: Path, to: str) -> tuple[int, str]:
    _folder(target.parent)
    content = file.read_bytes()

    def fill(sink: IO[bytes]) -> None:
        sink.write(content)

    sealing.write(target, to, fill)
    return len(content), hashlib.sha256(content).hexdigest()


def _place(out: Path, name: str) -> Path:
    return out / FOLDER / name[:2] / f"{name}.age"


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _read_index(out: Path) -> Known:
    known: Known = {}
    if (out / INDEX).exists():
        for line in (out / INDEX).read_text("ascii", "replace").splitlines():
            match line.split("\t"):
                case [name, size, digest] if size.isdecimal() and len(digest) == 64:
                    known[name] = (int(size), digest)
    return known
