"""What commands share that work with the stored: Django, the lock, the migrations."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from sathana.cli.faults import UnusableError, refused
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.registry.keeping.onebox import Held


def setup(*, reading: bool = False) -> None:
    """Load Django with the settings of this machine.

    Args:
        reading: Only to read: an embedded database refuses every change then, and the
            command may run beside the site.
    """
    if reading:
        os.environ["SATHANA_READ_ONLY"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
    import django

    django.setup()


def see_all() -> None:
    """Let this command see the rows of every organisation (PostgreSQL)."""
    from django.db import connection

    from sathana.registry import walls

    walls.stand_for(connection, walls.ALL)


def database() -> dict[str, Any]:
    """Return the settings of the database."""
    from django.conf import settings

    found: dict[str, Any] = settings.DATABASES["default"]
    return found


def is_embedded() -> bool:
    """Whether the database is a file of this machine."""
    return str(database()["ENGINE"]).endswith("sqlite")


def alone(say: Speaker, what: str) -> Held:
    """Take the locks of a command that writes; nothing is taken for PostgreSQL.

    Raises:
        UnusableError: Another process works with the database.
    """
    from django.conf import settings

    from sathana.registry.keeping import onebox

    if not is_embedded():
        return onebox.Held()
    try:
        return onebox.for_command(settings.SATHANA_DATA, what)
    except onebox.TakenError as fault:
        raise UnusableError((say.of(fault.text),)) from fault


def be_sure_of_installation(say: Speaker) -> None:
    """See that there are a database and keys.

    Raises:
        UnusableError: One of them is missing.
    """
    from sathana.protection import keyfile
    from sathana.registry.keeping import ready

    if text := ready.missing(database(), keyfile.path()):
        raise UnusableError((say.of(text),))


def unapplied(say: Speaker) -> list[str]:
    """Return the migrations that the database lacks.

    Raises:
        UnusableError: The database cannot be reached or read.
    """
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        raise unreachable(say, fault) from fault
    return [f"{one.app_label}.{one.name}" for one, _ in plan]


def unreachable(say: Speaker, fault: Exception) -> UnusableError:
    """Return what is said of a database that cannot be opened."""
    why = " ".join(str(fault).split())[:300]
    if is_embedded():
        name = database()["NAME"]
        return refused(
            say,
            f"เปิดฐานข้อมูล {name} ไม่ได้ ({why}) ตรวจว่าไฟล์ไม่เสียและมีสิทธิอ่านเขียน "
            "ถ้าไฟล์เสีย กู้จากข้อมูลสำรองด้วย sathana restore (docs/backup.md)",
            f"The database {name} cannot be opened ({why}). See that you may read and "
            "write it; if it is damaged, restore a backup: sathana restore "
            "(docs/backup.md).",
        )
    return refused(
        say,
        f"ติดต่อ PostgreSQL ตามที่ DATABASE_URL บอกไม่ได้ ({why}) "
        "ตรวจว่าเซิร์ฟเวอร์เปิดอยู่ และชื่อ รหัสผ่าน และฐานข้อมูลถูกต้อง",
        f"PostgreSQL cannot be reached as DATABASE_URL says ({why}). See that the "
        "server runs and that name, password and database are right.",
    )
