"""Opening the database for the commands about the audit chain; they only read."""

from __future__ import annotations

import os
from pathlib import Path

from sathana.cli.faults import refused
from sathana.cli.terminal import Speaker


def open_database(say: Speaker) -> None:
    """Load Django and see that there is a chain to read.

    Raises:
        UnusableError: There is no database yet, or it cannot be opened.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
    import django
    from django.db import DatabaseError, connection

    django.setup()
    name = str(connection.settings_dict["NAME"])
    # Opening a file that is not there would make an empty one.
    if connection.vendor == "sqlite" and not _is_there(name):
        raise _none_yet(say, name)
    try:
        tables = connection.introspection.table_names()
    except DatabaseError as fault:
        raise refused(
            say,
            f"เปิดฐานข้อมูล {name} ไม่ได้ ({fault}) ตรวจว่าไฟล์ไม่เสียและมีสิทธิอ่าน",
            f"the database {name} cannot be opened ({fault}): see that it is whole "
            "and that you may read it",
        ) from fault
    if "audit_entry" not in tables:
        raise _none_yet(say, name)


def _is_there(name: str) -> bool:
    return name.startswith("file:") or Path(name).is_file()


def _none_yet(say: Speaker, name: str) -> Exception:
    return refused(
        say,
        f"ยังไม่มีฐานข้อมูลที่ {name} จึงยังไม่มีบันทึก เริ่มด้วย sathana init "
        "หรือระบุโฟลเดอร์ข้อมูลใน SATHANA_DATA",
        f"there is no database at {name} yet, so there is no record. Begin with "
        "'sathana init', or name the data folder in SATHANA_DATA",
    )
