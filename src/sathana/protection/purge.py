"""Destroying keys: forgotten by every thread, and by the pages of the disk."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import DatabaseError, connection, transaction

from sathana.protection import keys
from sathana.protection.models import RecordKey


def destroy(doomed: Iterable[uuid.UUID]) -> int:
    """Destroy keys of records, in the open transaction; return how many there were."""
    ids = list(set(doomed))
    count = 0
    for at in range(0, len(ids), 400):
        count += RecordKey.objects.filter(id__in=ids[at : at + 400]).delete()[0]
    transaction.on_commit(after_erasure)
    keys.forget_everywhere()
    return count


def after_erasure() -> None:
    """Let no thread keep an opened key, and no page of the disk an old row."""
    keys.forget_everywhere()
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Deleted rows are zeros already (secure_delete); the log goes too.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif connection.vendor == "postgresql":
            _vacuum(cursor)


def _vacuum(cursor: object) -> None:
    """Free the pages of destroyed keys; whose role may not, the server's own does."""
    try:
        cursor.execute("VACUUM protection_recordkey")  # type: ignore[attr-defined]
    except DatabaseError:
        return
