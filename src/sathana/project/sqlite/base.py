"""Django's SQLite, with a fair line before the write lock.

A transaction is IMMEDIATE: it takes the write lock when it begins. Here it first waits
in line with the other threads of this process; what is written outside a transaction
waits in the same line for as long as its one statement takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import OperationalError
from django.db.backends.sqlite3 import base, operations

from sathana.project.sqlite import line

_READS = ("SELECT", "PRAGMA", "EXPLAIN", "BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")
"""First words of statements that need not wait."""


class Cursor(base.SQLiteCursorWrapper):
    """Waits in line before it writes outside a transaction."""

    turn: DatabaseWrapper

    def execute(self, query: str, params: Any = None) -> Any:
        """Run a statement."""
        with self.turn.turn_for(query):
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        """Run a statement for many parameters."""
        with self.turn.turn_for(query):
            return super().executemany(query, param_list)


class Operations(operations.DatabaseOperations):
    """Reads ids quickly: a page of work reads a thousand of them."""

    def convert_uuidfield_value(self, value: Any, *_: Any) -> Any:
        """Return an id; what Django stored has no hyphens, braces or prefix."""
        if value is None or len(value) != 32:
            return None if value is None else UUID(value)
        return UUID(int=int(value, 16))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows whether it is its turn to write."""

    ops_class = Operations
    has_turn = False

    def create_cursor(self, name: str | None = None) -> Any:
        """Return a cursor that waits in line before it writes."""
        cursor = self.connection.cursor(factory=Cursor)
        cursor.turn = self
        return cursor

    @contextmanager
    def turn_for(self, query: str) -> Iterator[None]:
        """Hold the turn while one statement runs, unless it is held or not needed."""
        free = self.has_turn or self.connection.in_transaction
        if free or query.lstrip()[:9].upper().startswith(_READS):
            yield
            return
        self._take_turn()
        try:
            yield
        finally:
            self._end_turn()

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> None:
        # If it fails, Django rolls back, and the turn ends there.
        super()._commit()  # type: ignore[misc]
        self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _take_turn(self) -> None:
        if self.has_turn:
            return
        seconds = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        if not line.of(str(self.settings_dict["NAME"])).enter(seconds):
            raise OperationalError("database is locked: too many wait to write")
        self.has_turn = True

    def _end_turn(self) -> None:
        if self.has_turn:
            self.has_turn = False
            line.of(str(self.settings_dict["NAME"])).leave()
