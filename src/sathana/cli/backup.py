"""``sathana backup``: a backup that only a key kept off this machine opens."""

from __future__ import annotations

import os
import time
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli import opened
from sathana.cli.faults import UnusableError
from sathana.cli.files import reason
from sathana.cli.terminal import Speaker, complain

if TYPE_CHECKING:
    from sathana.registry.keeping.making import Made


def run(options: Namespace) -> int:
    """Make a backup; the site may run meanwhile.

    Raises:
        UnusableError: There is nothing to back up, no key to encrypt to, or the disk
            would not take it.
    """
    say = Speaker(options.lang)
    opened.setup(reading=True)
    opened.be_sure_of_installation(say)
    out = folder(options.out)
    made = make(say, out)
    if options.keep is not None:
        from sathana.registry.keeping import making

        making.thin_out(out, options.keep)
    return 1 if made.missing or made.lacking else 0


def folder(told: str | None) -> Path:
    """Return the folder of backups: told, ``SATHANA_BACKUPS``, or beside the data."""
    from django.conf import settings

    if told or (told := os.environ.get("SATHANA_BACKUPS")):
        return Path(told).expanduser()
    data: Path = settings.SATHANA_DATA
    return data.with_name(f"{data.name}-backups")


def make(say: Speaker, out: Path) -> Made:
    """Make a backup and say what was made.

    Raises:
        UnusableError: It could not be made; nothing of it was left.
    """
    from django.conf import settings

    from sathana.registry.keeping import making
    from sathana.registry.keeping.faults import KeepingError

    began = time.monotonic()
    try:
        made = making.make(
            opened.database(), settings.SATHANA_DATA, out, datetime.now(UTC)
        )
    except KeepingError as fault:
        raise UnusableError((say.of(fault.text),)) from fault
    except OSError as fault:
        raise UnusableError((f"{out}: {say(*reason(fault))}",)) from fault
    _tell(made, time.monotonic() - began, say)
    return made


def _tell(made: Made, seconds: float, say: Speaker) -> None:
    print(
        say(
            f"สำรองแล้ว {made.rows:,} แถว {made.blobs:,} ไฟล์ สื่อ {made.recordings:,} "
            f"รายการ ใน {seconds:.1f} วินาที\n"
            f"  {made.main}\n  {made.keys}\n"
            "คัดลอกทั้งโฟลเดอร์ไปเก็บนอกเครื่อง โดยให้แฟ้ม keys ใหม่แทนที่แฟ้มเก่าเสมอ "
            "แล้วลองเปิดด้วย sathana restore --verify",
            f"Backed up {made.rows:,} rows, {made.blobs:,} files, "
            f"{made.recordings:,} recordings in {seconds:.1f} s\n"
            f"  {made.main}\n  {made.keys}\n"
            "Copy the whole folder off this machine, the new file of keys always in "
            "place of the old one, and try it with 'sathana restore --verify'.",
        )
    )
    if made.missing:
        complain(
            say(
                f"ไม่พบไฟล์หลักฐาน {len(made.missing)} ไฟล์ที่ฐานข้อมูลอ้างถึง: "
                f"{', '.join(made.missing[:3])} ดูว่าข้อมูลสำรองชุดก่อนมีหรือไม่",
                f"{len(made.missing)} files of evidence that the database names are "
                f"missing: {', '.join(made.missing[:3])}. See whether an older backup "
                "holds them.",
            )
        )
    if made.lacking:
        some = ", ".join(digest[:12] for digest in made.lacking[:3])
        complain(
            say(
                f"สื่อ {len(made.lacking)} รายการหายหรือเสีย จึงไม่ได้สำรอง: {some}… "
                "ดูด้วย sathana doctor",
                f"{len(made.lacking)} recordings are missing or damaged and were not "
                f"backed up: {some}…. See 'sathana doctor'.",
            )
        )
