"""The power is cut while SQLite writes: nothing acknowledged is lost.

With the product's own settings for both journals, and, as the control that shows that
the disk of the test really forgets, without waiting for the disk.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from tests.databases.power import Disk, Vfs, after_a_cut

from sathana.project import databases

COMMITS = 40
ROUNDS, CUTS = 4, 15
OF_CAMPAIGN = 40, 25


def settings_for(version: tuple[int, ...], file: Path) -> str:
    """Return what the product says to SQLite of this version when it connects."""
    told = databases.embedded(file, version)["OPTIONS"]["init_command"]
    assert isinstance(told, str)
    return told


OLD, NEW = (3, 40, 1), (3, 51, 3)
KINDS = {
    "journal": (OLD, ""),
    "log": (NEW, ""),
    "journal, not waiting": (OLD, "PRAGMA synchronous=OFF;"),
    "log, not waiting": (NEW, "PRAGMA synchronous=OFF;"),
}


def write(kind: str, folder: Path, seed: int) -> Disk:
    """Let SQLite write for a while on a disk that remembers how it was asked to."""
    version, more = KINDS[kind]
    chance, disk = random.Random(seed), Disk()
    name = f"power {kind} {seed}"
    shim = Vfs(name, disk)
    file = folder / "live.sqlite3"
    own = apsw.Connection(str(file), vfs=name)
    if version == NEW:
        # The index of the log is not shared then; the shim could not do that.
        own.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
    # All rows must be taken: each statement runs when the one before it is done.
    own.execute(settings_for(version, file) + more).fetchall()
    own.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)")
    own.execute("CREATE TABLE audit (id INTEGER PRIMARY KEY, body BLOB)")
    for number in range(1, COMMITS + 1):
        own.execute("BEGIN IMMEDIATE")
        for table in ("t", "audit"):
            body = chance.randbytes(chance.randrange(10, 9_000))
            own.execute(f"INSERT INTO {table} VALUES (?, ?)", (number, body))
        if number % 7 == 0:
            own.execute("UPDATE t SET body = ? WHERE id = ?", (b"new", number // 2))
        own.execute("COMMIT")
        disk.note("ack", where=number)
    events = list(disk.events)
    own.close()
    shim.unregister()
    return Disk(events)


def look(file: Path, acknowledged: list[int]) -> str:
    """Say what is wrong with a database after a cut; ``""`` if nothing is."""
    try:
        with closing(sqlite3.connect(file)) as own:
            whole = own.execute("PRAGMA integrity_check").fetchone()[0]
            if whole != "ok":
                return "corrupt"
            found = [
                {row[0] for row in own.execute(f"SELECT id FROM {table}")}
                for table in ("t", "audit")
            ]
    except sqlite3.DatabaseError as fault:
        # Before the first commit there is no table; after it there must be.
        if "no such table" not in str(fault):
            return "corrupt"
        return "lost" if acknowledged else ""
    if found[0] != found[1]:
        return "torn"
    lost = set(acknowledged) - found[0]
    more = found[0] - set(acknowledged)
    # The commit that was under way may be there, and no other.
    return "lost" if lost else "torn" if len(more) > 1 else ""


def cut(kind: str, folder: Path, campaign: bool) -> dict[str, int]:
    """Cut the power often; count what was wrong."""
    rounds, cuts = OF_CAMPAIGN if campaign else (ROUNDS, CUTS)
    tally: dict[str, int] = {}
    for seed in range(rounds):
        chance = random.Random(f"{kind} {seed}")
        live = folder / f"live-{seed}"
        live.mkdir()
        events = write(kind, live, seed).events
        for number in range(cuts):
            after = folder / f"after-{seed}-{number}"
            after.mkdir()
            place = chance.randrange(len(events) // 10, len(events) + 1)
            loose = chance if number % 2 else None
            acknowledged = after_a_cut(events[:place], after, loose)
            wrong = look(after / "live.sqlite3", acknowledged)
            tally[wrong] = tally.get(wrong, 0) + 1
    return tally


@pytest.mark.parametrize("kind", ["journal", "log"])
def test_a_power_cut_takes_nothing_that_was_acknowledged(
    kind: str, tmp_path: Path, campaign: bool
) -> None:
    tally = cut(kind, tmp_path, campaign)
    print(kind, tally)  # noqa: T201 (with -s: a figure of the long run)
    assert set(tally) == {""}


@pytest.mark.parametrize("kind", ["journal, not waiting", "log, not waiting"])
def test_the_disk_of_these_tests_does_forget(
    kind: str, tmp_path: Path, campaign: bool
) -> None:
    tally = cut(kind, tmp_path, campaign)
    print(kind, tally)  # noqa: T201 (with -s: a figure of the long run)
    assert tally.get("lost", 0) + tally.get("corrupt", 0) > 5
