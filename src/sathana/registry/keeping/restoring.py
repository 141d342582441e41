"""Putting a backup back: rows without a key go, and the database gets a new id."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from sathana.audit import identity, record
from sathana.files import store
from sathana.protection.models import RecordKey
from sathana.registry.keeping import recordings, snapshot
from sathana.registry.keeping.opening import keys_as
from sathana.registry.models import StoredFile


def load_dump(
    database: Mapping[str, Any], dump: Path, tables: Mapping[str, Any]
) -> None:
    """Load a dump into an empty PostgreSQL database, and the keys of now.

    Raises:
        KeepingError: It cannot be loaded.
    """
    snapshot.run_postgres(
        database,
        "pg_restore",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
        f"--dbname={database['NAME']}",
        str(dump),
    )
    with transaction.atomic(), connection.cursor() as cursor:
        for table in snapshot.KEYS:
            columns = tables[table]["columns"]
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(
                f"INSERT INTO {table} ({snapshot.listed(columns)}) "  # noqa: S608
                f"VALUES ({places})",
                [[keys_as("postgresql", v) for v in r] for r in tables[table]["rows"]],
            )


def settle() -> int:
    """Make what was restored this installation's own; return how many rows went.

    The database gets a new id, and what was erased after the backup was made is
    removed: its keys are gone, so that nobody could read it anyway. Small copies of
    recordings are in no backup: they wait to be made anew.
    """
    with transaction.atomic():
        gone = _remove_erased()
        made = identity.renew()
        if gone:
            what = record.Subject("database", str(made))
            record.write(record.PROGRAM, "database.purged", [what])
        recordings.copies_anew()
    _remove_orphans()
    return gone


def _remove_erased() -> int:
    gone = 0
    key = RecordKey.objects.filter(id=OuterRef("key"))
    rooms = [apps.get_app_config(label) for label in ("registry", "casework")]
    for model in (model for room in rooms for model in room.get_models()):
        if any(field.column == "key" for field in model._meta.local_fields):
            manager = getattr(model, "rows", model._default_manager)
            gone += manager.filter(~Exists(key)).delete()[0]
    return gone


def _remove_orphans() -> None:
    named = StoredFile.rows.values_list("original", "copy")
    known = {blob for row in named for blob in row if blob}
    for file in store.orphans(known, older=-1):
        file.unlink()
