"""The chain as it is stored: read exactly, a bounded number of entries at a time.

Reading ends after each batch, so that whoever appends meanwhile never waits long.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import OperationalError, connection

from sathana.audit.chain import Columns, Value

BATCH = 10_000
# Both give a time as chain.Columns wants it. What Django would not have written that
# way must not look as if it had: a trailing ".000000" is marked.
_SQLITE = """
SELECT "seq",
    CASE WHEN length("at") = 19 THEN "at" || '.000000'
         WHEN "at" LIKE '%%.000000' THEN 'not as written ' || "at" ELSE "at" END,
    "actor", "organisation", "action", "kind", "subject", "case", "fields", "purpose",
    CASE WHEN "allowed" IN (0, 1) THEN "allowed" ELSE 'not as written' END,
    "request", "previous", "hash"
FROM audit_entry WHERE "seq" > %s ORDER BY "seq" LIMIT %s
"""
_POSTGRESQL = """
SELECT "seq", to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    replace("actor"::text, '-', ''), replace("organisation"::text, '-', ''),
    "action", "kind", "subject", "case", "fields", "purpose",
    "allowed"::int, "request", "previous", "hash"
FROM audit_entry WHERE "seq" > %s ORDER BY "seq" LIMIT %s
"""


def entries(after: int = 0) -> Iterator[tuple[Columns, Value]]:
    """Return each entry's columns and its hash, by their numbers.

    Args:
        after: Begin after this number. 0 takes in what should not be there either:
            numbers below 1.
    """
    last = after or -(2**63)
    while rows := _batch(last):
        for row in rows:
            yield row[:-1], row[-1]
        last = rows[-1][0]


def count(until: int) -> int:
    """Return how many entries are stored with a number up to this one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_entry WHERE seq <= %s", [until])
        found: int = cursor.fetchone()[0]
    return found


def _batch(last: int) -> list[tuple[Any, ...]]:
    try:
        return _read(last)
    except OperationalError:
        if connection.vendor != "sqlite":
            raise
        return _read_damaged(last)


def _read(last: int) -> list[tuple[Any, ...]]:
    question = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(question, [last, BATCH])
        return cursor.fetchall()


def _read_damaged(last: int) -> list[tuple[Any, ...]]:
    """Read text that is no UTF-8 any more: SQLite stores whatever it is given."""
    plain = connection.connection.text_factory
    connection.connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        return _read(last)
    finally:
        connection.connection.text_factory = plain
