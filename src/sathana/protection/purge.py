"""After an erasure: rows under another key, and no old pages left on the disk."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import DatabaseError, connection, models, transaction

from sathana.protection import crypto, keys
from sathana.protection.fields import Ciphertext, Sealed, place
from sathana.protection.models import RecordKey


def rekey(rows: Iterable[models.Model], new: uuid.UUID) -> int:
    """Seal rows anew under another key; a transaction is open.

    What older backups hold of them is then as unreadable as the old key is gone.

    Args:
        rows: Rows with a column ``key``.
        new: Id of a key of a record that is there.

    Returns:
        How many rows were sealed anew.
    """
    done = 0
    for row in rows:
        sealed = [one for one in row._meta.local_fields if isinstance(one, Sealed)]
        values = {field.attname: getattr(row, field.attname) for field in sealed}
        row.key = new  # type: ignore[attr-defined]
        told = {
            name: None if value is None else _sealed(row, name, value, new)
            for name, value in values.items()
        }
        type(row)._base_manager.filter(pk=row.pk).update(key=new, **told)
        done += 1
    return done


def _sealed(
    row: models.Model, name: str, value: crypto.Jsonable, key: uuid.UUID
) -> Ciphertext:
    return Ciphertext(crypto.seal(keys.of_record(key), value, place(row, name)))


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
