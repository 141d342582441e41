"""Writing to the chain: in the same transaction as the change it tells of."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import batched
from typing import Any

from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from sathana.audit.chain import COLUMNS, Head, Value, hash_of

_LOCK = 0x5A7A_A0D1
"""Number of PostgreSQL's advisory lock of those who append."""
_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAMELESS = frozenset(("person", "family", "evidence", "file", "fact", "consent"))
"""Kinds of things that may be named by a pseudonym or an id only."""
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")
_WIDEST = {
    "action": 40, "kind": 20, "subject": 36, "case": 36, "fields": 200,
    "purpose": 40, "request": 36,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about.

    Attributes:
        kind: ``person``, ``family``, ``evidence``, ``account``, ``organisation`` ...
        name: Pseudonym of a person or family; the id of anything else.
        case: Pseudonym of the family; ``""`` if none.
    """

    kind: str
    name: str
    case: str = ""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it; all empty for the program itself."""

    account: uuid.UUID | None = None
    organisation: uuid.UUID | None = None
    request: str = ""


PROGRAM = Doer()


class UnfitError(ValueError):
    """Something that is no code was to be written into the chain, for ever."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that was done, and to what: one entry for each subject.

    Attributes:
        fields: Which groups of fields were read or written.
        purpose: Why, in a code.
    """

    action: str
    subjects: Sequence[Subject]
    fields: Sequence[str] = ()
    purpose: str = ""
    allowed: bool = True


def write(
    doer: Doer,
    action: str,
    subjects: Sequence[Subject],
    *,
    fields: Sequence[str] = (),
    purpose: str = "",
    allowed: bool = True,
) -> None:
    """Append one entry for each subject, in the transaction that is open.

    Raises:
        django.db.transaction.TransactionManagementError: See :func:`write_all`.
        UnfitError: See :func:`write_all`.
    """
    write_all(doer, [Telling(action, subjects, fields, purpose, allowed)])


def write_all(doer: Doer, tellings: Sequence[Telling]) -> None:
    """Append what several tellings say, in one go, in the transaction that is open.

    On PostgreSQL those who append wait for one another until the transaction ends:
    write the entries last, just before it does.

    Raises:
        django.db.transaction.TransactionManagementError: No transaction is open: an
            entry that can be committed without its change (or the other way round)
            is worth nothing.
        UnfitError: A value is too long, or is no code: what stands in the chain can
            never be removed, so nothing of a person may come into it.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError(
            f"{[one.action for one in tellings]}: an entry is written in "
            "transaction.atomic(), with its change"
        )
    fitted = [
        {**told, **_fit_subject(subject)}
        for one in tellings
        for told in [_fit_telling(doer, one)]
        for subject in one.subjects
    ]
    if fitted:
        _append(_entries(doer, fitted))


def head() -> Head:
    """Return the last number and hash of the chain: one look at its index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")
        row = cursor.fetchone()
    return Head(*row) if row else Head()


type _Row = list[Value]


def _entries(doer: Doer, told: list[dict[str, Value]]) -> list[_Row]:
    """Return the rows to append: the columns that are hashed, and the hash."""
    last = _locked_head()
    at = f"{timezone.now().astimezone(UTC).replace(tzinfo=None):%Y-%m-%d %H:%M:%S.%f}"
    fixed = {"at": at, "actor": _hex(doer.account)}
    fixed["organisation"] = _hex(doer.organisation)
    seq, previous, rows = last.seq, last.hash, []
    for one in told:
        seq += 1
        values = {**fixed, **one, "seq": seq, "previous": previous}
        row: _Row = [values[column] for column in COLUMNS]
        previous = hash_of(row)
        rows.append([*row, previous])
    return rows


def _locked_head() -> Head:
    """Return the head, and keep others from appending until this transaction ends."""
    # SQLite: the transaction is IMMEDIATE, so it holds the one write lock already.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    return head()


_AT, _ALLOWED = COLUMNS.index("at"), COLUMNS.index("allowed")
_IDS = (COLUMNS.index("actor"), COLUMNS.index("organisation"))
_INSERT = (
    'INSERT INTO audit_entry ("seq", "at", "actor", "organisation", "action", "kind", '
    '"subject", "case", "fields", "purpose", "allowed", "request", "previous", "hash") '
    "VALUES "
)
"""The columns of ``chain.COLUMNS``, in their order, and the hash."""
_ROW = f"({', '.join(['%s'] * (len(COLUMNS) + 1))})"
_AT_ONCE = 500
"""Rows of one statement; both databases take many more parameters."""


def _append(rows: list[_Row]) -> None:
    moments = {row[_AT] for row in rows}  # of one call: nearly always one
    stored = {told: _moment(told) for told in moments}
    with connection.cursor() as cursor:
        for some in batched(rows, _AT_ONCE):
            values = [v for row in some for v in _as_stored(row, stored[row[_AT]])]
            cursor.execute(_INSERT + ", ".join([_ROW] * len(some)), values)


def _moment(told: Any) -> Any:
    """Return a moment as the database takes it."""
    at = datetime.fromisoformat(str(told)).replace(tzinfo=UTC)
    return connection.ops.adapt_datetimefield_value(at)


def _as_stored(row: _Row, at: Any) -> list[Any]:
    """Return a row as the database takes it, so that it gives back the same."""
    made: list[Any] = list(row)
    made[_AT] = at
    made[_ALLOWED] = bool(row[_ALLOWED])
    if connection.vendor == "postgresql":
        for place in _IDS:
            made[place] = uuid.UUID(str(row[place])) if row[place] else None
    return made


def _hex(value: uuid.UUID | None) -> str | None:
    return value.hex if value else None


def _fit_telling(doer: Doer, one: Telling) -> dict[str, Value]:
    codes = {"action": one.action, "purpose": one.purpose, "request": doer.request}
    fields = _fit_fields(one.fields)
    return {**_fit(codes), "fields": fields, "allowed": int(one.allowed)}


def _fit_subject(one: Subject) -> dict[str, str]:
    if one.kind in _NAMELESS and not _ID.fullmatch(one.name):
        raise UnfitError(f"a {one.kind} is named by a pseudonym of 32 hex digits only")
    return _fit({"kind": one.kind, "subject": one.name, "case": one.case})


def _fit_fields(fields: Sequence[str]) -> str:
    for one in fields:
        _fit({"fields": one})
    joined = ",".join(dict.fromkeys(fields))
    if len(joined) > _WIDEST["fields"]:
        raise UnfitError("fields: name groups of fields, not each of them")
    return joined


def _fit(values: dict[str, str]) -> dict[str, str]:
    """Return the values if each is a code that fits; what is wrong is not repeated."""
    for name, value in values.items():
        if len(value) > _WIDEST[name] or (value and not _CODE.fullmatch(value)):
            raise UnfitError(f"{name}: a code of at most {_WIDEST[name]} letters")
    return values
