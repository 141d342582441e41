"""Where a backup is restored to: a data folder, a key file, a database."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from sathana.cli import opened
from sathana.cli.faults import refused
from sathana.cli.terminal import Speaker
from sathana.law.stored import data_folder

if TYPE_CHECKING:
    from sathana.registry.keeping.checking import Finding
    from sathana.registry.keeping.opening import Opened

_MAY_BE_THERE = ("sathana.lock", "writing.lock", "law.lock")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a backup goes.

    Attributes:
        data, keys: The data folder and the key file of this machine.
        url: The address of its PostgreSQL database; ``""`` without.
        trying: Whether it is only tried: then it goes elsewhere.
    """

    data: Path
    keys: Path
    url: str
    trying: bool

    @classmethod
    def of(cls, environment: Mapping[str, str], trying: bool) -> Place:
        """Return the place that the environment names."""
        from sathana.protection import keyfile

        data = data_folder(environment, Path(os.path.expanduser("~"))).absolute()
        url = environment.get("DATABASE_URL", "")
        return cls(data, keyfile.path().absolute(), url, trying)


def be_sure_it_is_empty(place: Place, say: Speaker) -> None:
    """See that nothing is in the place of what will be restored.

    Raises:
        UnusableError: Something is.
    """
    there = sorted(p.name for p in place.data.iterdir() if p.name not in _MAY_BE_THERE)
    if there:
        raise refused(
            say,
            f"โฟลเดอร์ {place.data} ไม่ว่าง ({', '.join(there[:3])}) จะไม่กู้คืนทับข้อมูลที่มีอยู่ "
            "ย้ายโฟลเดอร์นั้นไปเก็บไว้ก่อน หรือระบุโฟลเดอร์อื่นใน SATHANA_DATA",
            f"The folder {place.data} is not empty ({', '.join(there[:3])}); a restore "
            "never goes over what is there. Move that folder away first, or name "
            "another one in SATHANA_DATA.",
        )
    if place.keys.exists():
        raise refused(
            say,
            f"มีไฟล์กุญแจที่ {place.keys} อยู่แล้ว ย้ายไปเก็บไว้ก่อน หรือระบุที่อื่นใน SATHANA_KEYS",
            f"There is a key file at {place.keys} already. Move it away first, or name "
            "another place in SATHANA_KEYS.",
        )


@contextmanager
def database_for(made: Opened, place: Place, say: Speaker) -> Iterator[list[Finding]]:
    """Connect Django to the database that was laid out, as new as this program.

    Yields:
        What was found before it was made as new.

    Raises:
        UnusableError: A dump of PostgreSQL needs a server, and an empty database.
    """
    if made.dump is None:
        opened.setup()
        yield from _connected(made, say)
        return
    if not place.url:
        raise refused(
            say,
            "ข้อมูลสำรองนี้มาจาก PostgreSQL ตั้ง DATABASE_URL ให้ชี้ไปยังเซิร์ฟเวอร์ก่อน",
            "This backup is of a PostgreSQL database: set DATABASE_URL to a server.",
        )
    with _tried(place) if place.trying else _given(place, say):
        opened.setup()
        from sathana.registry.keeping import restoring

        restoring.load_dump(opened.database(), made.dump, made.keys["tables"])
        yield from _connected(made, say)


def move_in(made: Opened, place: Place) -> None:
    """Move what was laid out and checked to where it belongs, the key file last."""
    from sathana.protection import keyfile
    from sathana.registry.keeping import sealing

    for one in sorted(made.folder.iterdir()):
        if one.name not in _MAY_BE_THERE:
            shutil.move(one, place.data / one.name)
    sealing.sync_folder(place.data)
    keyfile.write(place.keys, keyfile.from_text(made.keys["keyfile"]))


def _connected(made: Opened, say: Speaker) -> Iterator[list[Finding]]:
    from django.db import connection

    from sathana.registry.keeping import checking

    opened.see_all()
    found = checking.as_it_came(made.manifest)
    if all(one.good for one in found):
        _be_as_new(made, say)
    try:
        yield found
    finally:
        connection.close()


def _be_as_new(made: Opened, say: Speaker) -> None:
    """Apply the migrations that are younger than the backup.

    Raises:
        UnusableError: The backup is younger than the program.
    """
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    known = {".".join(key) for key in MigrationLoader(connection).disk_migrations}
    unknown = [one for one in made.manifest["migrations"] if one not in known]
    if unknown:
        raise refused(
            say,
            f"ข้อมูลสำรองนี้มาจากโปรแกรมรุ่นใหม่กว่า ({made.manifest['program']}, "
            f"{unknown[0]}) "
            "ติดตั้งรุ่นนั้นแล้วกู้คืนใหม่",
            f"This backup was made by a newer program ({made.manifest['program']}, "
            f"{unknown[0]}): install that one and restore again.",
        )
    if opened.unapplied(say):
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _tried(place: Place) -> Iterator[None]:
    """Make a database for the trial on the same server, and remove it afterwards."""
    import psycopg

    name = f"sathana_try_{secrets.token_hex(6)}"
    address = urlsplit(place.url)
    try:
        with psycopg.connect(place.url, autocommit=True) as own:
            own.execute(f'CREATE DATABASE "{name}"'.encode())
        os.environ["DATABASE_URL"] = urlunsplit(address._replace(path=f"/{name}"))
        yield
    finally:
        os.environ["DATABASE_URL"] = place.url
        with psycopg.connect(place.url, autocommit=True) as own:
            own.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())


@contextmanager
def _given(place: Place, say: Speaker) -> Iterator[None]:
    """See that the database that is named is empty.

    Raises:
        UnusableError: It is not.
    """
    import psycopg

    with psycopg.connect(place.url) as own:
        row = own.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchone()
    if row and row[0]:
        raise refused(
            say,
            f"ฐานข้อมูลใน DATABASE_URL ไม่ว่าง (มี {row[0]} ตาราง) สร้างฐานข้อมูลใหม่ที่ว่างก่อน",
            f"The database of DATABASE_URL is not empty ({row[0]} tables): make a new, "
            "empty one first.",
        )
    yield
