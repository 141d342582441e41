"""Whoever owns the database file changes the chain: each way of doing so is noticed.

The tampering is done in the database itself, its guards taken off, at random places.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DataError
from tests.audit.conftest import Write
from tests.audit_flush import drop_guards

from sathana.audit import chain, record, stored
from sathana.audit.chain import Fault, Head, Kind
from sathana.audit.models import Entry

LENGTH = 40
COLUMNS = (*chain.COLUMNS, "hash")
type Tamper = Callable[[random.Random], Iterable[Kind]]
"""Does one tampering; returns the kinds of fault it may be told as."""


def execute(statement: str, values: Iterable[Any] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))


def rows() -> list[list[Any]]:
    return [[*columns, told] for columns, told in stored.entries()]


def any_row(rng: random.Random, most: int = LENGTH) -> int:
    return rng.randint(1, most)


def flip_bit(rng: random.Random) -> set[Kind]:
    """Change one bit of one column of one entry."""
    name, seq = rng.choice(COLUMNS), any_row(rng)
    kept = Entry.objects.values_list(name, flat=True).get(seq=seq)
    if connection.vendor == "sqlite" and isinstance(kept, str | datetime) and kept:
        flip_stored_bit(rng, name, seq)
    else:
        value = flipped(rng, kept)
        execute(f'UPDATE audit_entry SET "{name}" = %s WHERE seq = %s', [value, seq])
    return {Kind.CHANGED, Kind.GAP, Kind.MOVED}


def flip_stored_bit(rng: random.Random, name: str, seq: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT CAST("{name}" AS BLOB) FROM audit_entry WHERE seq = %s', [seq]
        )
        data = bytearray(cursor.fetchone()[0])
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    kind = rng.choice(("TEXT", "BLOB"))
    execute(
        f'UPDATE audit_entry SET "{name}" = CAST(%s AS {kind}) WHERE seq = %s',
        [bytes(data), seq],
    )


def flipped(rng: random.Random, value: Any) -> Any:
    match value:
        case None:
            return str(uuid.uuid4()) if connection.vendor == "postgresql" else "0" * 32
        case bool():
            return not value
        case int():
            return value ^ (1 << rng.randrange(40))
        case datetime():
            return value + timedelta(microseconds=1 << rng.randrange(40))
        case uuid.UUID():
            return uuid.UUID(int=value.int ^ (1 << rng.randrange(128))).hex
        case "":
            return chr(rng.randrange(32, 127))
    place = rng.randrange(len(value))
    letter = chr(ord(value[place]) ^ (1 << rng.randrange(7)))
    return value[:place] + letter + value[place + 1 :]


def remove(rng: random.Random) -> set[Kind]:
    """Remove an entry that others follow."""
    execute("DELETE FROM audit_entry WHERE seq = %s", [any_row(rng, LENGTH - 1)])
    return {Kind.GAP}


def remove_and_close(rng: random.Random) -> set[Kind]:
    """Remove an entry, and give all that follow the number before theirs."""
    seq = any_row(rng, LENGTH - 1)
    execute("DELETE FROM audit_entry WHERE seq = %s", [seq])
    shift(seq, -1)
    return {Kind.MOVED}


def shift(after: int, by: int) -> None:
    # In two steps: the numbers are unique at each moment.
    execute("UPDATE audit_entry SET seq = -seq WHERE seq > %s", [after])
    execute("UPDATE audit_entry SET seq = -seq + %s WHERE seq < 0", [by])


def swap(rng: random.Random) -> set[Kind]:
    """Exchange two entries."""
    one, other = rng.sample(range(1, LENGTH + 1), 2)
    for old, new in ((one, -1), (other, one), (-1, other)):
        execute("UPDATE audit_entry SET seq = %s WHERE seq = %s", [new, old])
    return {Kind.MOVED}


def insert(rng: random.Random) -> set[Kind]:
    """Slip in an entry that fits the one before it, and shift all that follow."""
    seq = any_row(rng, LENGTH - 1)
    forged = rows()[seq - 1]
    previous = forged[-1]
    shift(seq, 1)
    append([fresh([seq + 1, *forged[1:-2]], previous)])
    return {Kind.MOVED, Kind.REBUILT}


def rewrite(rng: random.Random) -> set[Kind]:
    """Change an entry and make its own hash fit."""
    seq = any_row(rng, LENGTH - 1)
    row = rows()[seq - 1]
    execute("DELETE FROM audit_entry WHERE seq = %s", [seq])
    append([fresh(forge(rng, row)[:-2], row[-2])])
    return {Kind.LINK, Kind.REBUILT}


def cut(rng: random.Random) -> set[Kind]:
    """Cut off the end."""
    execute("DELETE FROM audit_entry WHERE seq > %s", [any_row(rng, LENGTH) - 1])
    return {Kind.CUT}


def rebuild(rng: random.Random) -> set[Kind]:
    """Change or leave out an entry and write all after it anew, with fresh hashes."""
    kept, seq = rows(), any_row(rng, LENGTH - 1)
    if rng.random() < 0.5:
        kept[seq - 1] = forge(rng, kept[seq - 1])
    else:
        del kept[seq - 1]
    execute("DELETE FROM audit_entry")
    made, previous = [], chain.START
    for number, row in enumerate(kept, 1):
        made.append(fresh([number, *row[1:-2]], previous))
        previous = made[-1][-1]
    append(made)
    return {Kind.REBUILT, Kind.CUT}


def forge(rng: random.Random, row: list[Any]) -> list[Any]:
    """Return the entry with another subject, doer or purpose."""
    at = COLUMNS.index(rng.choice(("subject", "actor", "case")))
    return [*row[:at], uuid.UUID(int=rng.getrandbits(128)).hex, *row[at + 1 :]]


def fresh(columns: list[Any], previous: str) -> list[Any]:
    made = [*columns, previous]
    return [*made, chain.hash_of(made)]


def append(made: list[list[Any]]) -> None:
    record._append(made)


HIDDEN_WITHOUT_HEAD = (cut, rebuild)
WAYS: tuple[Tamper, ...] = (
    *(flip_bit, remove, remove_and_close, swap, insert, rewrite),
    *HIDDEN_WITHOUT_HEAD,
)


def tampered(way: Tamper, seed: int, heads: list[Head]) -> tuple[Fault | None, ...]:
    """Return what is found, without and with the heads; all is undone afterwards."""
    rng = random.Random(seed)
    for _ in range(100):
        try:
            with transaction.atomic():
                expected = set(way(rng))
                found = chain.verify(stored.entries())
                known = chain.verify(stored.entries(), heads)
                transaction.set_rollback(True)
        except (IntegrityError, DataError):  # taken number, no such letter: try again
            continue
        assert known is None or known.kind in expected, (seed, known)
        return found, known
    pytest.fail(f"{way.__name__} never worked")


@pytest.mark.django_db
def test_every_tampering_is_noticed(some: Write, campaign: bool) -> None:
    some(LENGTH)
    times = 10_000 if campaign else 500
    drop_guards(connection)
    execute("DELETE FROM audit_entry WHERE seq > %s", [LENGTH])
    heads = [head_at(LENGTH // 3), record.head()]
    assert chain.verify(stored.entries(), heads) is None
    missed = []
    for seed in range(times):
        way = WAYS[seed % len(WAYS)]
        alone, known = tampered(way, seed, heads)
        if known is None or (way not in HIDDEN_WITHOUT_HEAD and alone is None):
            missed.append((way.__name__, seed))
        # Nobody can see these from inside: that is what heads outside are for.
        assert way not in HIDDEN_WITHOUT_HEAD or alone is None
    assert missed == []
    assert chain.verify(stored.entries(), heads) is None


def head_at(seq: int) -> Head:
    return Head(seq, Entry.objects.get(seq=seq).hash)


def test_a_fault_is_placed() -> None:
    made: list[tuple[list[Any], str]] = []
    for seq in range(1, 11):
        row = fresh([seq, *[""] * 11], made[-1][1] if made else chain.START)
        made.append((row[:-1], row[-1]))
    head = Head(4, made[3][1])
    assert chain.verify(made, [head]) is None
    assert chain.verify(made[:6], [Head(9, made[8][1])]) == Fault(Kind.CUT, 7)
    assert chain.verify(made, [head, Head(8, "f" * 64)]) == Fault(Kind.REBUILT, 8, 4)
    assert chain.verify(made[:4] + made[5:]) == Fault(Kind.GAP, 5)
    moved = [([7, *made[2][0][1:]], made[2][1])]
    assert chain.verify([*made[:6], *moved]) == Fault(Kind.MOVED, 7, 0, 3)
    assert chain.verify([], [Head()]) is None
