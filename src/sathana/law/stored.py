"""The data folder: where it is, and how a file in it is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import sleep

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = "law.lock"
_TRIES, _PAUSE = 500, 0.02
"""How often to try while another command is writing, and seconds between."""


class BusyError(Exception):
    """Another command has been writing to the data folder for too long."""


def data_folder(environment: Mapping[str, str], home: Path) -> Path:
    """Return the folder in which this machine keeps updates and notes.

    Args:
        environment: Variables of the process: ``SATHANA_DATA``, else what the
            platform has for such data.
        home: The user's own folder.
    """
    if told := environment.get("SATHANA_DATA", "").strip():
        return Path(told).expanduser()
    if sys.platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / "sathana"
    if shared := environment.get("XDG_DATA_HOME", "").strip():
        return Path(shared) / "sathana"
    return home / ".local" / "share" / "sathana"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other commands from writing to the data folder meanwhile.

    Raises:
        BusyError: Another one did not end in ten seconds.
        OSError: The folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a+b") as handle:
        _wait_for(handle.fileno())
        try:
            yield
        finally:
            _release(handle.fileno())


def _wait_for(handle: int) -> None:
    for _ in range(_TRIES):
        if _taken(handle):
            return
        sleep(_PAUSE)
    raise BusyError


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _release(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_UN)


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that a reader sees all of it or what was there before.

    Raises:
        OSError: The folder cannot be made or written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode_of(path))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _mode_of(path: Path) -> int:
    """Return the mode that the file has; for a new one, readable by all here."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644


def _settle(folder: Path) -> None:
    """Let the new name of the file reach the disk, where folders can be synced."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
