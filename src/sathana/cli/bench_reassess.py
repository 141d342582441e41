"""``sathana bench reassess``: how long all families take after a change of law.

A data folder of its own is filled with copies of fictional families whose answers were
made by an invented earlier law; about one in twenty answers otherwise by the law of
now, and one in a hundred is in doubt. Then ``sathana reassess`` is done, as it is, and
beside it a sample is assessed one by one, which is what each family would cost without
columns.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import tempfile
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sathana.cli.progress import Progress
from sathana.cli.reassess import processes
from sathana.cli.terminal import Speaker, complain

SAMPLE = 100
BUDGET_SOME, BUDGET_ALL, OF = 180.0, 900.0, 20_000


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured.

    Attributes:
        taken, turned: Families assessed anew, and with other answers.
        seconds: The run over those whose answer can differ.
        per_second: Families looked at in a second.
        one_by_one_ms: One family of a sample opened, assessed and stored alone.
        ratio: All families one by one (from the sample), divided by ``seconds``.
        peak_mb: The most memory that all processes held together in that run.
        all_seconds: The run over all; ``None``: not asked for.
    """

    families: int
    persons: int
    expected: int
    database: str
    processes: int
    made_s: float
    taken: int
    turned: int
    seconds: float
    per_second: float
    one_by_one_ms: float
    ratio: float
    peak_mb: int
    all_seconds: float | None
    all_peak_mb: int | None


def run(options: Namespace) -> int:
    """Measure and print; slowness is no failure, that is for the reader to judge."""
    say = Speaker(options.lang)
    if options.families < 1:
        complain(say("--families ต้องเป็นอย่างน้อย 1", "--families must be at least 1"))
        return 2
    folder = Path(tempfile.mkdtemp(prefix="sathana-bench-"))
    try:
        found = _measured(options, folder, say)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        print(json.dumps(asdict(found), separators=(",", ":")))
    else:
        _as_text(found, say)
    return 0 if found.turned == found.expected else 1


def _measured(options: Namespace, folder: Path, say: Speaker) -> Figures:
    made, made_s = _filled(folder, options.families, say)
    alone = _one_by_one(min(SAMPLE, options.families))
    some, seconds, peak = _timed(everyone=False, say=say)
    all_s = all_peak = None
    if options.all:
        _, all_s, all_peak = _timed(everyone=True, say=say)
    return Figures(
        families=made.families,
        persons=made.persons,
        expected=made.turned,
        database="postgresql" if "DATABASE_URL" in os.environ else "sqlite",
        processes=processes(),
        made_s=round(made_s, 1),
        taken=some.taken,
        turned=some.turned,
        seconds=round(seconds, 1),
        per_second=round(some.seen / seconds, 1),
        one_by_one_ms=round(alone * 1000, 1),
        ratio=round(alone * made.families / seconds, 1),
        peak_mb=peak,
        all_seconds=None if all_s is None else round(all_s, 1),
        all_peak_mb=all_peak,
    )


def _filled(folder: Path, families: int, say: Speaker) -> tuple[Any, float]:
    from sathana.cli.bench_web import _enter

    _enter(folder)
    import django

    django.setup()
    from django.core.management import call_command

    from sathana.cli import opened
    from sathana.seeds import changing

    call_command("migrate", verbosity=0)
    opened.see_all()
    began = time.perf_counter()
    with Progress(families // 100, say("ร้อยครอบครัว", "hundreds of families")) as bar:
        made = changing.gather(families, bar.step)
    return made, time.perf_counter() - began


def _laws(told: Any) -> Any:
    from sathana.seeds import changing

    law = changing.earlier_law()
    return law if told.get("version") == law.version else None


def _timed(*, everyone: bool, say: Speaker) -> tuple[Any, float, int]:
    """Return a run, its seconds, and the most memory held in it."""
    from django.utils import timezone

    from sathana.casework import lawrows
    from sathana.casework.services import reassessing

    label = say("ครอบครัว", "families")
    with _watched() as memory:
        began = time.perf_counter()
        today = reassessing.of_day(timezone.now())
        made = reassessing.begin(today, everyone=everyone)
        with (
            Progress(lawrows.count(), label) as bar,
            reassessing.beside(processes()) as prove,
        ):
            reassessing.go_on(made, _laws, prove, bar.reach)
        took = time.perf_counter() - began
    return made, took, memory[0]


def _one_by_one(many: int) -> float:
    """Return the seconds of one family opened, assessed and stored alone.

    What was stored is taken back, so that the run finds everything as it was.
    """
    from django.db import transaction
    from django.utils import timezone

    from sathana.casework import lawrows
    from sathana.casework.services import reassessing
    from sathana.protection import keys

    class _Undone(Exception):  # noqa: N818 (never seen outside)
        pass

    today, took = reassessing.of_day(timezone.now()), 0.0
    try:
        with transaction.atomic():
            made = reassessing.begin(today, everyone=True)
            work = reassessing.Work(
                made, _laws, reassessing.here, reassessing.edition_now()
            )
            for number in range(many):
                if number == 1:
                    took = time.perf_counter()
                some = lawrows.after(made.last, 1)
                reassessing.group(work, some)
            took = time.perf_counter() - took
            raise _Undone
    except _Undone:
        keys.forget()
    return took / max(many - 1, 1)


@contextmanager
def _watched() -> Iterator[list[int]]:
    """Note the most memory that this process and its children hold, in MB."""
    over, most = threading.Event(), [0]

    def look() -> None:
        while not over.wait(0.5):
            most[0] = max(most[0], _held())

    watch = threading.Thread(target=look, daemon=True)
    watch.start()
    try:
        yield most
    finally:
        over.set()
        watch.join()
        most[0] = max(most[0], _held())


def _held() -> int:
    from sathana.cli.bench_web import _memory

    return _memory(os.getpid()) or _peak_of_this()


def _peak_of_this() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 if sys.platform != "darwin" else 1024 * 1024)


def _as_text(found: Figures, say: Speaker) -> None:
    def within(value: float, budget: float) -> str:
        mine = budget * found.families / OF
        kept = say("อยู่ในงบ", "within") if value <= mine else say("เกินงบ", "over")
        return f"({say('งบ', 'budget')} {mine:.0f} s, {kept})"

    print(
        say(
            f"{found.families:,} ครอบครัว {found.persons:,} คน ({found.database}, "
            f"{found.processes} โพรเซส) เตรียม {found.made_s:.0f} วินาที",
            f"{found.families:,} families, {found.persons:,} persons "
            f"({found.database}, {found.processes} processes), made in "
            f"{found.made_s:.0f} s",
        )
    )
    print(
        say(
            f"เฉพาะที่อาจเปลี่ยน: {found.seconds:.1f} วินาที",
            f"only whose answer can differ: {found.seconds:.1f} s",
        ),
        within(found.seconds, BUDGET_SOME),
    )
    print(
        say(
            f"  วิเคราะห์ใหม่ {found.taken:,} เปลี่ยน {found.turned:,} "
            f"(คาดไว้ {found.expected:,}) {found.per_second:.0f} ครอบครัวต่อวินาที "
            f"หน่วยความจำสูงสุด {found.peak_mb} MB",
            f"  {found.taken:,} assessed anew, {found.turned:,} turned (expected "
            f"{found.expected:,}), {found.per_second:.0f} families/s, peak memory "
            f"{found.peak_mb} MB",
        )
    )
    print(
        say(
            f"  ทีละครอบครัว {found.one_by_one_ms:.0f} ms "
            f"ทั้งหมดจึงนานกว่า {found.ratio:.1f} เท่า",
            f"  one by one a family takes {found.one_by_one_ms:.0f} ms: all of them "
            f"{found.ratio:.1f} times as long",
        )
    )
    if found.all_seconds is not None:
        print(
            say(
                f"ทุกครอบครัว: {found.all_seconds:.1f} วินาที หน่วยความจำสูงสุด "
                f"{found.all_peak_mb} MB",
                f"all of them: {found.all_seconds:.1f} s, peak memory "
                f"{found.all_peak_mb} MB",
            ),
            within(found.all_seconds, BUDGET_ALL),
        )
