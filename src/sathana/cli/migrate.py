"""``sathana migrate``: brings the database to what this program needs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sathana.cli import opened
from sathana.cli.faults import refused
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

    from sathana.registry import walls

    walls.stand_for(connection, walls.ALL)
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _back_up(say: Speaker) -> None:
    """Make a backup before anything is changed.

    Raises:
        UnusableError: It cannot be made.
    """
    from sathana.cli import backup
    from sathana.registry.keeping import recipient

    if recipient.load() is None:
        raise refused(
            say,
            f"ยังไม่มีกุญแจสำหรับข้อมูลสำรอง ({recipient.path()}) จึงสำรองก่อนปรับไม่ได้ "
            "ตั้งกุญแจก่อน (docs/backup.md) หรือถ้ามีสำเนาอยู่แล้วใช้ --no-backup",
            f"There is no key for backups yet ({recipient.path()}), so none can be "
            "made before the change. Set one first (docs/backup.md), or, if you have "
            "a copy of your own, say --no-backup.",
        )
    backup.make(say, Path(backup.folder(None)))
