"""Somebody with a copy of the database and some keys: what can they read?

Knows the form of what is stored, and nothing of the program's own reading: the wrapped
keys are opened step by step from the key file downward.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps

from sathana.protection.crypto import open_bytes
from sathana.protection.fields import Sealed
from sathana.protection.keyfile import Keys

FILE = "sathana.sqlite3"


@dataclass(frozen=True)
class Value:
    """One sealed value of a copy: where it stands, and what it says."""

    table: str
    family: str
    person: str
    text: str


def record_keys(folder: Path, keys: Keys) -> dict[str, bytes]:
    """Open every key of a record in a copy, by its id as it is stored."""
    with closing(sqlite3.connect(folder / FILE)) as copy:
        above = {
            key: open_bytes(
                keys.master(master),
                wrapped,
                f"organisation-key|{uuid.UUID(key)}|{uuid.UUID(of)}",
            )
            for key, of, master, wrapped in copy.execute(
                "SELECT id, organisation, master, wrapped "
                "FROM protection_organisationkey"
            )
        }
        return {
            key: open_bytes(
                above[by], wrapped, f"record-key|{uuid.UUID(key)}|{uuid.UUID(of)}"
            )
            for key, of, by, wrapped in copy.execute(
                "SELECT id, organisation, wrapped_by, wrapped FROM protection_recordkey"
            )
        }


def readable(folder: Path, keys: dict[str, bytes]) -> Iterator[Value]:
    """Yield every sealed value of a copy that one of these keys opens."""
    with closing(sqlite3.connect(folder / FILE)) as copy:
        copy.row_factory = sqlite3.Row
        for model in apps.get_models():
            sealed = [f for f in model._meta.local_fields if isinstance(f, Sealed)]
            if not sealed:
                continue
            table = model._meta.db_table
            for row in copy.execute(f'SELECT * FROM "{table}"'):
                if row["key"] in keys:
                    yield from _opened(table, dict(row), sealed, keys[row["key"]])


def _opened(
    table: str, row: dict[str, Any], sealed: list[Sealed], key: bytes
) -> Iterator[Value]:
    person = row["id"] if table == "registry_person" else row.get("person_id") or ""
    family = row["id"] if table == "registry_family" else row.get("family_id") or ""
    for field in sealed:
        if row[field.column] is None:
            continue
        place = (
            f"{table}|{uuid.UUID(row['id'])}|{field.attname}|{uuid.UUID(row['key'])}"
        )
        plain = json.loads(open_bytes(key, row[field.column], place))
        yield Value(table, family, person, json.dumps(plain, ensure_ascii=False))
