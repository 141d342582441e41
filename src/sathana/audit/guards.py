"""Whether the triggers that guard the chain stand."""

from __future__ import annotations

from django.db import connection

NAMES = frozenset(
    ("audit_entry_no_update", "audit_entry_no_delete", "audit_entry_at_end")
)
_ON_POSTGRESQL = NAMES | {"audit_entry_no_truncate"}


def missing() -> list[str]:
    """Return the names of triggers that should be there and are not, or do not fire."""
    if connection.vendor == "postgresql":
        question = (
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'audit_entry'::regclass "
            "AND NOT tgisinternal AND tgenabled IN ('O', 'A')"
        )
        wanted = _ON_POSTGRESQL
    else:
        question = (
            "SELECT name FROM sqlite_master "
            "WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
        )
        wanted = NAMES
    with connection.cursor() as cursor:
        cursor.execute(question)
        return sorted(wanted - {row[0] for row in cursor.fetchall()})
