"""Writing files so that a power cut cannot take them back.

What a function here returned from is on the disk: the bytes, and the name they go by.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

PART = ".part-"
"""Between the name and the rest of the name of a file that is being written."""


def write(target: Path, pieces: Iterable[bytes]) -> None:
    """Write a file of a store under its name, or leave nothing behind.

    Args:
        target: Where it belongs; its folder is made if it is not there.
        pieces: Its bytes, in order.

    Raises:
        OSError: The disk would not take it.
    """
    folder(target.parent)
    part = target.with_name(f"{target.name}{PART}{secrets.token_hex(4)}")
    try:
        _fill(part, pieces)
        part.rename(target)
        sync_folder(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def folder(path: Path) -> None:
    """Make a folder of a store, durably: its name must survive with what is in it."""
    for one in (path.parent.parent, path.parent, path):
        if not one.exists():
            one.mkdir(mode=0o700, parents=True, exist_ok=True)
            sync_folder(one.parent)


def sync_folder(path: Path) -> None:
    """Put the names in a folder on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill(path: Path, pieces: Iterable[bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
