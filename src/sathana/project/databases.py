"""Which database: SQLite in the data folder, or PostgreSQL where ``DATABASE_URL`` says.

SQLite is for one process of a few writers: every transaction takes the write lock at
once (IMMEDIATE), and what is acknowledged is on the disk. Before SQLite 3.51.3 the
write-ahead log can damage a file, so older ones keep a rollback journal. Why each
setting is as it is: ``docs/databases.md``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

FILE = "sathana.sqlite3"
READ_ONLY = "SATHANA_READ_ONLY"
"""Set by commands that only read, and so may run beside the site."""
SAFE_LOG = (3, 51, 3)
"""First SQLite whose write-ahead log is safe with two connections."""
_ALWAYS = (
    "PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;"  # what was deleted is overwritten
    "PRAGMA temp_store=MEMORY;"  # nothing sorted or grouped comes onto the disk
    "PRAGMA cache_size=-32000;"  # 32 MB: the two that Django leaves hold no search
    "PRAGMA mmap_size=0;"  # mapped files and the write-ahead log damaged real sites
)
_PER_CONNECTION = (
    "-c synchronous_commit=on"  # even where the server's own setting is weaker
    " -c statement_timeout=60s"  # no question of ours takes as long
    " -c lock_timeout=20s"
    " -c idle_in_transaction_session_timeout=120s"
)


def chosen(environment: Mapping[str, str], data: Path) -> dict[str, Any]:
    """Return the settings of the one database.

    Raises:
        ValueError: ``DATABASE_URL`` is no address of a PostgreSQL database.
    """
    url = environment.get("DATABASE_URL", "")
    if url:
        return postgres(url)
    made = embedded(data / FILE)
    if environment.get(READ_ONLY):
        made["OPTIONS"]["init_command"] = "PRAGMA query_only=ON;" + _ALWAYS
    return made


def embedded(
    file: Path, version: tuple[int, ...] = sqlite3.sqlite_version_info
) -> dict[str, Any]:
    """Return the settings of SQLite in a file, durable for the version at hand."""
    journal = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
        if version >= SAFE_LOG
        else "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA;"
    )
    return {
        "ENGINE": "sathana.project.sqlite",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": journal + _ALWAYS,
        },
    }


def postgres(url: str) -> dict[str, Any]:
    """Return the settings of a PostgreSQL database from its address.

    Args:
        url: ``postgresql://name:password@host:port/database``; without a host the
            socket that ``PGHOST`` or the platform names.

    Raises:
        ValueError: It is no such address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("DATABASE_URL must begin with postgresql://")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    told = options.get("options", "")
    options["options"] = f"{told} {_PER_CONNECTION}".strip()
    options.setdefault("connect_timeout", 10)
    options.setdefault("application_name", "sathana")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
