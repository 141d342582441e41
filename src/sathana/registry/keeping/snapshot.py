"""One consistent moment of the database, as a file, without keys and sessions.

The keys of records go into a file of their own, of which only the newest is kept: a
key that was destroyed is then gone from every backup. Sessions are nobody's after a
restore.
"""

from __future__ import annotations

import base64
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from glob import glob
from pathlib import Path
from typing import Any

from sathana.registry.keeping.faults import KeepingError

KEYS = ("protection_organisationkey", "protection_recordkey")
LEFT_OUT = (*KEYS, "django_session", "registry_namekey")
"""Keys have a file of their own; sessions are nobody's; the index is made anew."""
RECORDINGS = "media_recording"
DATABASE = {"sqlite": "sathana.sqlite3", "postgresql": "sathana.dump"}
type Ask = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Moment:
    """What the database held in the moment of the snapshot.

    Attributes:
        file: The snapshot.
        vendor: ``sqlite`` or ``postgresql``; ``version`` of it.
        tables: Rows of each table, those left out too.
        keys: Columns and rows of the tables of keys, bytes as base64.
        head: Number and hash of the last entry of the audit chain.
        blobs: Ids of the blobs that rows name.
        recordings: SHA-256 of the recordings of the media centre that rows name.
    """

    file: Path
    vendor: str
    version: str
    tables: dict[str, int] = field(default_factory=dict)
    keys: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    migrations: list[str] = field(default_factory=list)
    head: tuple[int, str] = (0, "0" * 64)
    blobs: frozenset[str] = frozenset()
    recordings: frozenset[str] = frozenset()


def take(database: Mapping[str, Any], folder: Path) -> Moment:
    """Write a snapshot of the database into a folder.

    Args:
        database: One of Django's ``DATABASES``.
        folder: An empty folder that only its owner may read.

    Raises:
        KeepingError: The database cannot be read.
    """
    embedded = str(database["ENGINE"]).endswith("sqlite")
    return (_of_sqlite if embedded else _of_postgres)(database, folder)


def _of_sqlite(database: Mapping[str, Any], folder: Path) -> Moment:
    """Copy an embedded database, beside the process that writes to it."""
    file = folder / DATABASE["sqlite"]
    try:
        _copy(Path(database["NAME"]), file)
    except sqlite3.Error as fault:
        raise _unreadable(database["NAME"], fault) from fault
    own = sqlite3.connect(file, isolation_level=None)
    try:
        moment = _asked(file, "sqlite", sqlite3.sqlite_version, _ask(own), _SQLITE)
        # Nothing of the keys may stay, in free pages or in a journal.
        own.execute("PRAGMA journal_mode=MEMORY")
        own.execute("PRAGMA secure_delete=ON")
        for table in set(LEFT_OUT) & moment.tables.keys():
            own.execute(f"DELETE FROM {table}")  # noqa: S608 (a name of ours)
        own.execute("VACUUM")
    finally:
        own.close()
    return moment


def _copy(source: Path, target: Path) -> None:
    try:
        _vacuum_into(source, target, "ro")
    except sqlite3.OperationalError:
        # After a crash SQLite must mend the file first, which takes the right to write.
        target.unlink(missing_ok=True)
        _vacuum_into(source, target, "rw")
    target.chmod(0o600)


def _vacuum_into(source: Path, target: Path, mode: str) -> None:
    where = f"{source.absolute().as_uri()}?mode={mode}"
    with_file = sqlite3.connect(where, uri=True, timeout=60, isolation_level=None)
    try:
        with_file.execute("VACUUM INTO ?", [str(target)])
    finally:
        with_file.close()


def _of_postgres(database: Mapping[str, Any], folder: Path) -> Moment:
    """Dump a database while everybody goes on: dump and counts see one moment."""
    import psycopg

    file = folder / DATABASE["postgresql"]
    try:
        with psycopg.connect(**_address(database)) as own:
            own.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            own.execute("SET LOCAL sathana.organisation = 'all'")
            own.execute("SET LOCAL statement_timeout = 0")
            row = own.execute("SELECT pg_export_snapshot()").fetchone()
            _dump(database, file, str(row[0]) if row else "")
            version = str(own.info.server_version)
            return _asked(file, "postgresql", version, _ask(own), _POSTGRES)
    except psycopg.Error as fault:
        raise _unreadable(database["NAME"], fault) from fault


def _dump(database: Mapping[str, Any], file: Path, moment: str) -> None:
    run_postgres(
        database,
        "pg_dump",
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        "--enable-row-security",  # as who sees all: see environment_of
        f"--snapshot={moment}",
        *(f"--exclude-table-data=public.{table}" for table in LEFT_OUT),
        f"--file={file}",
    )


def run_postgres(database: Mapping[str, Any], program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on a database.

    Raises:
        KeepingError: It is not installed, or it failed.
    """
    try:
        subprocess.run(  # noqa: S603 (no shell; arguments of ours)
            [program_of(program), *arguments],
            env=environment_of(database),
            check=True,
            capture_output=True,
            text=True,
        )
    except subprocess.CalledProcessError as fault:
        why = " ".join(fault.stderr.split())[-300:]
        raise KeepingError(
            f"{program} ทำงานไม่สำเร็จ: {why}", f"{program} failed: {why}"
        ) from fault


def program_of(name: str) -> str:
    """Return the path of one of PostgreSQL's programs.

    Raises:
        KeepingError: It is not installed.
    """
    folders = [
        os.environ.get("SATHANA_POSTGRES", ""),
        *sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True),
    ]
    found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(folders))
    if found is None:
        raise KeepingError(
            f"ไม่พบโปรแกรม {name} ของ PostgreSQL ติดตั้งชุด postgresql-client "
            "หรือระบุโฟลเดอร์ใน SATHANA_POSTGRES",
            f"{name} of PostgreSQL is not installed: install postgresql-client, or "
            "name its folder in SATHANA_POSTGRES",
        )
    return found


def environment_of(database: Mapping[str, Any]) -> dict[str, str]:
    """Return the environment in which PostgreSQL's programs reach a database."""
    told = {
        "PGDATABASE": database["NAME"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGOPTIONS": "-c sathana.organisation=all",
    }
    set_ones = {name: str(value) for name, value in told.items() if value}
    return {**os.environ, **set_ones}


def _address(database: Mapping[str, Any]) -> dict[str, Any]:
    names = {
        "NAME": "dbname",
        "USER": "user",
        "PASSWORD": "password",
        "HOST": "host",
        "PORT": "port",
    }
    told = {names[name]: database[name] for name in names if database[name]}
    options = database.get("OPTIONS", {})
    return {**{k: v for k, v in options.items() if k.startswith("ssl")}, **told}


_SQLITE = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
)
_COLUMNS = {
    "sqlite": "SELECT name FROM pragma_table_info('{table}')",
    "postgresql": "SELECT column_name FROM information_schema.columns WHERE "
    "table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position",
}
_POSTGRES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


def _ask(own: Any) -> Ask:
    def ask(question: str) -> list[tuple[Any, ...]]:
        return list(own.execute(question).fetchall())

    return ask


def _asked(file: Path, vendor: str, version: str, ask: Ask, names: str) -> Moment:
    """Ask the snapshot what it holds."""
    tables = sorted(name for (name,) in ask(names))
    heads = ask("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")
    done = ask("SELECT app, name FROM django_migrations ORDER BY app, name")
    files = ask("SELECT original, copy FROM registry_storedfile")
    return Moment(
        file,
        vendor,
        version,
        {t: int(ask(f"SELECT count(*) FROM {t}")[0][0]) for t in tables},  # noqa: S608
        {table: _rows(ask, table, vendor) for table in KEYS},
        [f"{app}.{name}" for app, name in done],
        (int(heads[0][0]), str(heads[0][1])) if heads else (0, "0" * 64),
        frozenset(_id(blob) for row in files for blob in row if blob),
        _recordings(ask, tables),
    )


def _recordings(ask: Ask, tables: Iterable[str]) -> frozenset[str]:
    if RECORDINGS not in tables:  # a database that was not brought up to date yet
        return frozenset()
    rows = ask(f"SELECT sha256 FROM {RECORDINGS}")  # noqa: S608 (a name of ours)
    return frozenset(str(digest) for (digest,) in rows)


def _rows(ask: Ask, table: str, vendor: str) -> dict[str, list[Any]]:
    names = [str(name) for (name,) in ask(_COLUMNS[vendor].format(table=table))]
    rows = ask(f"SELECT {listed(names)} FROM {table}")  # noqa: S608 (names of ours)
    return {"columns": names, "rows": [_plain(row) for row in rows]}


def listed(names: Iterable[str]) -> str:
    """Return names of columns as SQL lists them."""
    return ", ".join(f'"{name}"' for name in names)


def _plain(row: Iterable[Any]) -> list[Any]:
    """Return a row as JSON can hold it: bytes in base64, ids and times as text."""
    made: list[Any] = []
    for value in row:
        if isinstance(value, bytes | memoryview):
            made.append({"b": base64.b64encode(bytes(value)).decode()})
        else:
            made.append(value if value is None else str(value))
    return made


def _id(blob: Any) -> str:
    import uuid

    return str(uuid.UUID(str(blob)))


def _unreadable(name: str, fault: Exception) -> KeepingError:
    why = " ".join(str(fault).split())[:300]
    return KeepingError(
        f"อ่านฐานข้อมูล {name} ไม่ได้ ({why})",
        f"the database {name} cannot be read ({why})",
    )
