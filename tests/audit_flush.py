"""Lets tests empty the audit chain between them; the product has no way to do so.

Django's flush (``TransactionTestCase``, ``transactional_db``) deletes every row, and
the database refuses that for the chain. Here the triggers are dropped just before a
flush of the test database, and made again just after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations

MIGRATION = import_module("sathana.audit.migrations.0002_append_only")
_flush = BaseDatabaseOperations.execute_sql_flush


def drop_guards(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off the chain."""
    names = [made.split()[2] for made in _triggers(connection)]
    on = " ON audit_entry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def make_guards(connection: BaseDatabaseWrapper) -> None:
    """Put them back."""
    with connection.cursor() as cursor:
        for statement in _triggers(connection):
            cursor.execute(statement)


@contextmanager
def unguarded(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let the test play somebody who owns the database file."""
    drop_guards(connection)
    yield
    make_guards(connection)


def _triggers(connection: BaseDatabaseWrapper) -> list[str]:
    made = MIGRATION.STATEMENTS[connection.vendor]
    return [one for one in made if one.startswith("CREATE TRIGGER")]


def _flush_unguarded(self: Any, sql_list: list[str]) -> None:
    if "audit_entry" not in self.connection.introspection.table_names():
        _flush(self, sql_list)
        return
    with unguarded(self.connection):
        _flush(self, sql_list)


@pytest.fixture(autouse=True, scope="session")
def _flush_of_the_chain() -> Iterator[None]:
    BaseDatabaseOperations.execute_sql_flush = _flush_unguarded  # type: ignore[method-assign]
    yield
    BaseDatabaseOperations.execute_sql_flush = _flush  # type: ignore[method-assign]
