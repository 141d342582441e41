"""One process on an embedded database: a second one is refused, never queued.

Two locks in the data folder, both held by the operating system for as long as the
process lives (a crash frees them at once): ``sathana.lock`` for whoever starts the site
or a command that writes, ``writing.lock`` for the process that really writes. The
server is a process of its own, started by the first: should its parent die, the second
lock still stands. Commands that only read take neither.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

STARTING = "sathana.lock"
WRITING = "writing.lock"
_NOTE = 4096
"""Where the note stands in a lock file: past the byte that is locked on Windows."""


class TakenError(Exception):
    """Another process works with this database.

    Attributes:
        by: What it is and its process id, as it wrote them; ``""`` if not known.
        text: What happened and what to do, in Thai and English.
    """

    def __init__(self, folder: Path, by: str) -> None:
        """Say who holds the lock."""
        self.by = by
        who = f" ({by})" if by else ""
        self.text = {
            "th": f"มีโปรแกรมอื่นใช้ฐานข้อมูลใน {folder} อยู่แล้ว{who} "
            "ฐานข้อมูลแบบไฟล์ (SQLite) เขียนได้ทีละหนึ่งโปรเซสเท่านั้น มิฉะนั้นข้อมูลอาจเสีย "
            "หยุดโปรแกรมนั้นก่อน (กด Ctrl-C ในหน้าต่างของมัน) แล้วลองใหม่ "
            "ถ้าต้องการหลายโปรเซส ให้ใช้ PostgreSQL โดยตั้ง DATABASE_URL "
            "(docs/databases.md)",
            "en": f"Another program already works with the database in {folder}{who}. "
            "A database in a file (SQLite) is written by one process only, or it may "
            "be damaged. Stop that one first (Ctrl-C in its window) and try again. If "
            "you need several processes, use PostgreSQL: set DATABASE_URL "
            "(docs/databases.md).",
        }
        super().__init__(self.text["en"])


@dataclass(slots=True)
class Held:
    """Locks that are held until they are let go, or the process ends."""

    handles: list[int] = field(default_factory=list)

    def let_go(self) -> None:
        """Free the locks; nothing happens if they are free."""
        while self.handles:
            os.close(self.handles.pop())

    def __enter__(self) -> Held:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go."""
        self.let_go()


def to_start(folder: Path, what: str) -> Held:
    """Take the lock of whoever starts the site.

    The site's own process takes the other one (:func:`to_write`); it must be free.

    Raises:
        TakenError: Another process has one of the two.
    """
    held = Held()
    _take(held, folder, STARTING, what)
    try:
        with Held() as probe:
            _take(probe, folder, WRITING, what)
    except TakenError:
        held.let_go()
        raise
    return held


def to_write(folder: Path, what: str, *, seconds: float = 0.0) -> Held:
    """Take the lock of the process that writes.

    Args:
        folder: The data folder.
        what: What this process is, for the message that others get.
        seconds: How long to wait for a predecessor that is just ending.

    Raises:
        TakenError: Another process has it.
    """
    held = Held()
    until = time.monotonic() + seconds
    while True:
        try:
            _take(held, folder, WRITING, what)
            return held
        except TakenError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.05)


def for_command(folder: Path, what: str) -> Held:
    """Take both locks, for a command that writes.

    Raises:
        TakenError: The site runs, or another command writes.
    """
    held = to_start(folder, what)
    try:
        held.handles += to_write(folder, what).handles
    except TakenError:
        held.let_go()
        raise
    return held


def only(folder: Path, name: str, what: str) -> Held:
    """Take any lock of this name.

    Raises:
        TakenError: Another process has it.
    """
    held = Held()
    _take(held, folder, name, what)
    return held


def is_running(folder: Path) -> bool:
    """Whether some process works with the database in this folder."""
    if not (folder / STARTING).exists():
        return False
    try:
        with to_start(folder, "probe"):
            return False
    except TakenError:
        return True


def _take(held: Held, folder: Path, name: str, what: str) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _lock(handle)
    except OSError as fault:
        by = os.pread(handle, 200, _NOTE).decode("utf-8", "replace").strip()
        os.close(handle)
        raise TakenError(folder, by) from fault
    note = f"{what}, pid {os.getpid()}"
    os.pwrite(handle, note.encode()[:200].ljust(200), _NOTE)
    held.handles.append(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
