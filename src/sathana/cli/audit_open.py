"""Opening the database for the commands about the audit chain.

They only read, some thousand entries at a time, so that they may run beside the
server: no lock is taken.
"""

from __future__ import annotations

from sathana.cli import opened
from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Speaker


def open_database(say: Speaker) -> None:
    """Load Django and see that there is a chain to read.

    Raises:
        UnusableError: There is no database yet, or it cannot be opened.
    """
    opened.setup()
    from django.db import DatabaseError, connection

    from sathana.registry.keeping import ready

    file = ready.file_of(opened.database())
    # Opening a file that is not there would make an empty one.
    there = file is None or file.is_file()
    try:
        tables = connection.introspection.table_names() if there else []
    except DatabaseError as fault:
        raise opened.unreachable(say, fault) from fault
    if "audit_entry" not in tables:
        why = say("ยังไม่มีฐานข้อมูล จึงยังไม่มีบันทึก", "There is no database, so no record.")
        raise UnusableError((f"{why} {say.of(ready.HOW)}",))
