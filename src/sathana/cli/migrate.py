"""``sathana migrate``: brings the database to what this program needs."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli import opened
from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Apply what is missing, after a backup.

    Raises:
        UnusableError: There is no installation, another process works with the
            database, or no backup can be made first.
    """
    say = Speaker(options.lang)
    opened.setup()
    opened.be_sure_of_installation(say)
    with opened.alone(say, "sathana migrate"):
        lacking = opened.unapplied(say)
        if not lacking:
            print(say("ฐานข้อมูลเป็นรุ่นล่าสุดแล้ว", "The database is up to date."))
            return 0
        if not options.no_backup:
            _back_up(say)
        _apply()
    print(
        say(
            f"ปรับฐานข้อมูลแล้ว {len(lacking)} ขั้น เปิดเว็บได้ด้วย sathana start",
            f"The database is {len(lacking)} steps further; start the site with "
            "'sathana start'.",
        )
    )
    return 0


def _apply() -> None:
    from django.core.management import call_command
    from django.db import connection

    opened.see_all()
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _back_up(say: Speaker) -> None:
    """Make a backup before anything is changed.

    Raises:
        UnusableError: It cannot be made.
    """
    from sathana.cli import backup

    try:
        backup.make(say, backup.folder(None))
    except UnusableError as fault:
        note = say(
            "ยังไม่ได้ปรับอะไร ถ้ามีสำเนาของคุณเองแล้ว ใช้ --no-backup",
            "Nothing was changed. If you have a copy of your own, say --no-backup.",
        )
        raise UnusableError((*fault.lines, note)) from fault
