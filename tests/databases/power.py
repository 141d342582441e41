"""A disk that loses its power: what SQLite wrote is kept apart from what it synced.

A shim below SQLite (a VFS) logs each write, truncation, sync and removal. After a cut
at any place in that log the files are built again: from what was synced, and, if
chance says so, from some of what was written since. That is what a real disk may do.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

type Event = tuple[str, str, int, bytes]
"""What happened (``write``, ``cut``, ``sync``, ``gone``, ``ack``), to which file, where
(or how much, or how durably), and with which bytes."""


@dataclass(slots=True)
class Disk:
    """A log of all that SQLite did to its files."""

    events: list[Event] = field(default_factory=list)

    def note(
        self, what: str, file: str = "", where: int = 0, data: bytes = b""
    ) -> None:
        """Add an event."""
        self.events.append((what, file, where, data))


class _File(apsw.VFSFile):
    """A file whose changes are noted."""

    def __init__(self, disk: Disk, name: Any, flags: Any) -> None:
        self.disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.name = Path(path).name if path else ""
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        self.disk.note("write", self.name, offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        super().xTruncate(size)
        self.disk.note("cut", self.name, size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self.disk.note("sync", self.name)


class Vfs(apsw.VFS):
    """SQLite's files, with a log."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: Any) -> _File:  # noqa: N802
        return _File(self.disk, name, flags)

    def xDelete(self, name: str, sync_folder: bool) -> None:  # noqa: N802
        super().xDelete(name, sync_folder)
        self.disk.note("gone", Path(name).name, int(sync_folder))


@dataclass(slots=True)
class _Kept:
    """One file: what is on the disk for sure, and what may be."""

    sure: bytearray = field(default_factory=bytearray)
    loose: list[Event] = field(default_factory=list)
    there: bool = False

    def sync(self) -> None:
        """Everything that was written is on the disk from here on."""
        for event in self.loose:
            _apply(self.sure, event)
        self.loose, self.there = [], True


def after_a_cut(
    events: list[Event], folder: Path, chance: random.Random | None
) -> list[int]:
    """Lay out the files as they are after a cut; return what was acknowledged by then.

    Args:
        events: What happened before the cut.
        folder: Where the files are laid out.
        chance: Decides what of the loose writes came onto the disk; ``None``: nothing.
    """
    files: dict[str, _Kept] = {}
    going: dict[str, _Kept] = {}
    acknowledged = []
    for event in events:
        what, name, where, _ = event
        if what == "ack":
            acknowledged.append(where)
            continue
        kept = files.setdefault(name, _Kept())
        if what == "sync":
            if not kept.there:
                # The name of a new file is synced with it, and so is its folder.
                going.clear()
            kept.sync()
        elif what == "gone":
            # Until the folder is synced a removal may come undone.
            going[name] = files.pop(name)
            if where:
                going.clear()
        else:
            kept.loose.append(event)
    undone = {n: k for n, k in going.items() if not (chance and chance.random() < 0.5)}
    for name, kept in (undone | files).items():
        _lay_out(folder / name, kept, chance)
    return acknowledged


def _lay_out(file: Path, kept: _Kept, chance: random.Random | None) -> None:
    content = bytearray(kept.sure)
    came = [event for event in kept.loose if chance and chance.random() < 0.5]
    for event in came:
        _apply(content, event)
    if kept.there or came:
        file.write_bytes(content)


def _apply(content: bytearray, event: Event) -> None:
    what, _, where, data = event
    if what == "cut":
        del content[where:]
        content.extend(bytes(where - len(content)))
        return
    content.extend(bytes(max(0, where - len(content))))
    content[where : where + len(data)] = data
