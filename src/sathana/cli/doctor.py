"""``sathana doctor``: looks whether this installation is in good health."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli import backup, opened
from sathana.cli.findings import tell
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Print each check; return 1 when something is wrong. The site may run meanwhile.

    Raises:
        UnusableError: There is no installation, or its database cannot be opened.
    """
    say = Speaker(options.lang)
    opened.setup(reading=True)
    opened.be_sure_of_installation(say)
    from django.db import DatabaseError, connection

    from sathana.registry.keeping import doctor

    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        raise opened.unreachable(say, fault) from fault
    opened.see_all()
    good = tell(doctor.examine(backup.folder(options.backups)), say)
    print(
        say("ทุกข้อเรียบร้อย", "All is well.")
        if good
        else say("มีข้อที่ต้องแก้ (ผิด)", "Something must be mended (BAD).")
    )
    return 0 if good else 1
