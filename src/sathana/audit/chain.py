"""The chain itself, from plain values: one form of each entry, its hash, the check.

Nothing here reads a database or a clock. What an entry is hashed over is told once, in
:data:`COLUMNS`; who checks must read each entry as it is stored, not as it was meant.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

COLUMNS = (
    *("seq", "at", "actor", "organisation", "action", "kind", "subject", "case"),
    *("fields", "purpose", "allowed", "request", "previous"),
)
"""What an entry is hashed over, in this order."""
START = "0" * 64
"""What the first entry continues."""
_SEQ, _PREVIOUS = COLUMNS.index("seq"), COLUMNS.index("previous")
_NEAR = 5_000
"""How far away the true place of an entry that was moved is looked for."""

type Value = str | int | None
type Columns = Sequence[Value]
"""The values of :data:`COLUMNS`: times as ``YYYY-MM-DD HH:MM:SS.ffffff`` in UTC, ids
as 32 hex digits, yes and no as 1 and 0."""

# Bytes where a text should be are a damage like any other: they get some form too.
_write = json.JSONEncoder(separators=(",", ":"), default=repr).encode


def canonical(columns: Columns) -> bytes:
    """Return the one form of an entry that is hashed: a JSON list, ASCII only."""
    return _write(columns).encode("ascii")


def hash_of(columns: Columns) -> str:
    """Return the SHA-256 of an entry and, through ``previous``, of all before it."""
    return hashlib.sha256(canonical(columns)).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """How far the chain had come at some moment.

    Attributes:
        seq: Number of its last entry; 0 while there is none.
        hash: Hash of that entry; :data:`START` while there is none.
    """

    seq: int = 0
    hash: str = START


class Kind(StrEnum):
    """What is wrong with a chain.

    ``GAP`` an entry is missing; ``CHANGED`` an entry is not as it was written;
    ``MOVED`` it stands at the place of another one; ``LINK`` it does not continue the
    one before it: one of the two was written later; ``CUT`` the chain ends before a
    head that somebody kept; ``REBUILT`` it holds together, but is not the chain whose
    head somebody kept.
    """

    GAP = "gap"
    CHANGED = "changed"
    MOVED = "moved"
    LINK = "link"
    CUT = "cut"
    REBUILT = "rebuilt"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong.

    Attributes:
        seq: Where it shows.
        since: Everything up to this number is proved by a head that was kept; 0 if
            nothing is.
        was: For ``MOVED``, the place where the entry stood.
    """

    kind: Kind
    seq: int
    since: int = 0
    was: int = 0


@dataclass(slots=True)
class Check:
    """A check under way; holds one hash and the heads, however long the chain is.

    Attributes:
        heads: Heads kept outside, to compare with.
        head: Last entry that was found right.
        proved: Last entry that a head kept outside proves.
    """

    heads: Iterable[Head] = ()
    head: Head = field(default_factory=Head)
    proved: int = 0
    _waiting: dict[int, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.heads:
            if one.seq > self.head.seq:
                self._waiting.setdefault(one.seq, set()).add(one.hash)

    def take(self, columns: Columns, told: Value) -> Fault | None:
        """Check the next entry, in the order of their numbers.

        Args:
            columns: Its :data:`COLUMNS`.
            told: The hash that is stored with it.

        Returns:
            What is wrong, or ``None``.
        """
        seq = self.head.seq + 1
        if columns[_SEQ] != seq:
            return self._fault(Kind.GAP, seq)
        if hash_of(columns) != told:
            was = _true_place(columns, told)
            return self._fault(Kind.MOVED if was else Kind.CHANGED, seq, was)
        if columns[_PREVIOUS] != self.head.hash:
            return self._fault(Kind.LINK, seq)
        self.head = Head(seq, told)
        return self._compare(seq, told)

    def end(self) -> Fault | None:
        """Say, after the last entry, whether a head kept outside was not reached."""
        missing = [seq for seq in self._waiting if seq > self.head.seq]
        return self._fault(Kind.CUT, self.head.seq + 1) if missing else None

    def _compare(self, seq: int, told: str) -> Fault | None:
        kept = self._waiting.get(seq)
        if kept is None:
            return None
        if kept != {told}:
            return self._fault(Kind.REBUILT, seq)
        self.proved = seq
        return None

    def _fault(self, kind: Kind, seq: int, was: int = 0) -> Fault:
        return Fault(kind, seq, self.proved, was)


def verify(
    entries: Iterable[tuple[Columns, Value]], heads: Iterable[Head] = ()
) -> Fault | None:
    """Return the first fault of a chain; ``None`` if there is none.

    Without a head from outside, a tail that was cut off and a chain that was written
    anew as a whole cannot be noticed.

    Args:
        entries: Each entry's columns and its hash, by their numbers.
        heads: Heads that were kept outside.
    """
    check = Check(heads)
    for columns, told in entries:
        if fault := check.take(columns, told):
            return fault
    return check.end()


def _true_place(columns: Columns, told: Value) -> int:
    """Return under which number near by this entry is right; 0 if under none."""
    moved = list(columns)
    here = moved[_SEQ]
    if not isinstance(here, int):
        return 0
    for seq in range(max(1, here - _NEAR), here + _NEAR):
        moved[_SEQ] = seq
        if hash_of(moved) == told:
            return seq
    return 0
