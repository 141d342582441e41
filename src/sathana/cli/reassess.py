"""``sathana reassess``: all stored families after a change of law."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sathana.cli import opened
from sathana.cli.data_folder import here
from sathana.cli.faults import refused
from sathana.cli.files import reason
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker
from sathana.law import installed
from sathana.law.load import LawPack, from_json, shipped

if TYPE_CHECKING:
    from sathana.casework.models import LawRun

_BROKEN_OFF = 130
MOST = 2
"""Processes that assess: more wait for the one that writes."""


def run(options: Namespace) -> int:
    """Find whose answer can differ, assess only those, and tell who works on them.

    Returns:
        0 when it came to its end, 130 when it was broken off.

    Raises:
        UnusableError: There is no installation, another process works with the
            database, or the run cannot go on as asked.
    """
    say = Speaker(options.lang)
    earlier = [_law(Path(one), say) for one in options.law]
    opened.setup()
    opened.be_sure_of_installation(say)
    with opened.alone(say, "sathana reassess"):
        opened.see_all()
        made = _run(options, say)
        return worked(made, laws_of(earlier), say)


def worked(made: LawRun, laws: Callable[[Mapping[str, Any]], Any], say: Speaker) -> int:
    """Go through what is left of a run, with a bar; Ctrl-C keeps what is done."""
    from sathana.casework import lawrows
    from sathana.casework.services import reassessing

    total = lawrows.count()
    bar = Progress(total, say("ครอบครัว", "families"))
    try:
        with bar, reassessing.beside(processes()) as prove:
            reassessing.go_on(made, laws, prove, bar.reach)
    except KeyboardInterrupt:
        made.refresh_from_db()
        print(
            say(
                f"หยุดไว้ที่ {made.seen:,} จาก {total:,} ครอบครัว สิ่งที่เสร็จแล้วเก็บไว้ "
                "ทำต่อด้วย sathana reassess --resume",
                f"Stopped at {made.seen:,} of {total:,} families; what is done is "
                "kept. Go on with: sathana reassess --resume",
            )
        )
        return _BROKEN_OFF
    _tell(made, say)
    return 0


def processes() -> int:
    """Return in how many processes families are assessed."""
    return min(MOST, os.cpu_count() or 1)


def _run(options: Namespace, say: Speaker) -> LawRun:
    """Return the run to go on with, or a new one.

    Raises:
        UnusableError: There is none to go on with, or it was begun by another law.
    """
    from django.utils import timezone

    from sathana.casework.services import reassessing

    left = reassessing.unfinished()
    if not options.resume:
        today = reassessing.of_day(timezone.now())
        return reassessing.begin(today, everyone=options.all)
    if left is None:
        raise refused(
            say,
            "ไม่มีงานที่ค้างอยู่ เริ่มใหม่ด้วย sathana reassess",
            "No run was broken off. Begin one with: sathana reassess",
        )
    if not reassessing.same_law(left):
        raise refused(
            say,
            f"งานที่ค้างอยู่ใช้กฎหมาย {left.law} ซึ่งไม่ใช่กฎหมายที่ใช้ตอนนี้ คำตอบจึงจะปนกัน "
            "เริ่มใหม่ด้วย sathana reassess",
            f"The run that was broken off was by {left.law}, which is not the law in "
            "use now; answers of two laws would be mixed. Begin anew with: "
            "sathana reassess",
        )
    return left


def _tell(made: LawRun, say: Speaker) -> None:
    lines = [
        say(
            f"กฎหมาย {made.law} วันที่ถาม {made.as_of}: ดู {made.seen:,} ครอบครัว "
            f"วิเคราะห์ใหม่ {made.taken:,} คำตอบเปลี่ยน {made.turned:,}",
            f"Law {made.law}, asked about {made.as_of}: {made.seen:,} families looked "
            f"at, {made.taken:,} assessed anew, {made.turned:,} with other answers.",
        )
    ]
    if made.unasked:
        lines.append(
            say(
                f"เว้น {made.unasked:,} ครอบครัวที่ไม่มีความยินยอมให้วิเคราะห์",
                f"{made.unasked:,} families were left out: nobody consented to an "
                "assessment.",
            )
        )
    if made.failed:
        lines.append(
            say(
                f"{made.failed:,} ครอบครัววิเคราะห์ไม่จบ คำตอบเดิมยังอยู่ "
                "เปิดครอบครัวแล้วกดวิเคราะห์เพื่อดูเหตุ",
                f"{made.failed:,} families could not be assessed; their earlier answer "
                "stands. Assess one on its page to see why.",
            )
        )
    print("\n".join(lines))


# --- earlier laws ---------------------------------------------------------------------


def laws_of(given: list[LawPack]) -> Callable[[Mapping[str, Any]], LawPack | None]:
    """Return what finds the law that an answer was made by.

    Args:
        given: Earlier laws that were named; else the law that ships is tried, with
            those of the installed updates that the answer knew.
    """

    def find(told: Mapping[str, Any]) -> LawPack | None:
        version = str(told.get("version", ""))
        for law in given:
            if law.version == version:
                return law
        return _rebuilt(version, list(told.get("updates", ())))

    return find


def _rebuilt(version: str, updates: list[str]) -> LawPack | None:
    """Return the shipped law with the updates that an answer knew; ``None``: lost."""
    base = shipped()
    if version.partition("+")[0] != base.version:
        return None  # another edition of the program: its rules are gone with it
    if not updates:
        return base if version == base.version else None
    try:
        store = installed.read(here())
        kept = tuple(one for one in store.updates if one.id in updates)
        if [one.id for one in kept] != updates:
            return None
        return from_json(installed.rebuilt(replace(store, updates=kept)).law)
    except installed.BrokenUpdatesError:
        return None


def _law(path: Path, say: Speaker) -> LawPack:
    try:
        return from_json(path.read_text("utf-8"))
    except OSError as fault:
        th, en = reason(fault)
        raise refused(say, f"{path}: {th}", f"{path}: {en}") from fault
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise refused(
            say,
            f"{path} ไม่ใช่แฟ้มกฎหมายที่คอมไพล์แล้ว ({type(fault).__name__}) "
            "ใช้แฟ้ม compiled.json ของรุ่นก่อน",
            f"{path} is no compiled law ({type(fault).__name__}): name the "
            "compiled.json of the earlier edition.",
        ) from fault
