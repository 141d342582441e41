"""``sathana bench population``: for how many people a second the law is worked out.

What is counted stands in :mod:`sathana.cli.bench_measure`, which does the measuring in
a process of its own, so that nothing else is in its memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import cast

from sathana.cli.bench_measure import Figures, books_of
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker, complain
from sathana.population.faults import PopulationError

SIZES = (10_000, 100_000, 1_000_000)
LONG = 10_000_000
_AREA, _SEED = "north", 4
_MOST = 10
_SOURCE = Path(__file__).resolve().parents[2]


def add_options(made: ArgumentParser, say: Speaker) -> None:
    """Add the options of the command to its parser, but ``--json`` and ``--lang``."""
    made.add_argument(
        "--persons",
        type=int,
        metavar="N",
        help=say(
            "จำนวนคน (ถ้าไม่ใส่: หนึ่งหมื่น หนึ่งแสน และหนึ่งล้าน)",
            "how many people (if left out: 10 thousand, 100 thousand, a million)",
        ),
    )
    made.add_argument(
        "--people",
        type=Path,
        metavar="FILE",
        help=say("ใช้คนในแฟ้มนี้", "use the people of this file"),
    )
    made.add_argument(
        "--what",
        dest="asked",
        choices=("thai", "all"),
        default="thai",
        help=say("สัญชาติ หรือทุกกฎและทุกช่องทาง", "nationality, or all rules and pathways"),
    )
    made.add_argument(
        "--rulebooks",
        default="court",
        metavar="court|both|N",
        help=say(
            "แนวศาล ทั้งสองแนว หรือ N ชุดกฎหมายต่างแนวต่างวัน (1 ถึง 10)",
            "the reading of the courts, both readings, or N of both on several days "
            "of law (1 to 10)",
        ),
    )
    made.add_argument(
        "--rounds", type=int, metavar="N", help=say("กี่รอบ", "how many rounds")
    )
    made.add_argument(
        "--scenario",
        metavar="NAME",
        help=say(
            "จับเวลาสถานการณ์สมมตินี้กับผู้คนเดียวกันด้วย",
            "time this scenario over the same people too",
        ),
    )
    made.add_argument(
        "--long", action="store_true", help=say("วัดสิบล้านคนด้วย", "ten million too")
    )


def run(options: Namespace) -> int:
    """Measure and print; slowness is no failure, that is for the reader to judge."""
    say = Speaker(options.lang)
    fault = _fault(options, say)
    if fault:
        complain(fault)
        return 2
    try:
        found = _measured(options, say)
    except PopulationError as error:
        complain(say(error.th, error.en))
        return 1
    if options.json:
        one = options.persons or options.people
        print(json.dumps(found[0] if one else {"runs": found}, separators=(",", ":")))
    else:
        _as_text(found, say)
    return 0


def _fault(options: Namespace, say: Speaker) -> str:
    """Return what is wrong with the options; empty if nothing is."""
    if options.persons is not None and options.persons < 1:
        return say("--persons ต้องเป็นอย่างน้อย 1", "--persons must be at least 1")
    if options.rounds is not None and options.rounds < 1:
        return say("--rounds ต้องเป็นอย่างน้อย 1", "--rounds must be at least 1")
    if books_of(options.rulebooks):
        return ""
    return say(
        f"--rulebooks ต้องเป็น court, both หรือจำนวน 1 ถึง {_MOST} "
        f"ไม่ใช่ {options.rulebooks}",
        f"--rulebooks must be court, both or a number from 1 to {_MOST}, "
        f"not {options.rulebooks}",
    )


# -- making the people, in the background of the figures ------------------------------


def _measured(options: Namespace, say: Speaker) -> list[Figures]:
    if options.people:
        return [_apart(options.people, options)]
    sizes = [*SIZES, *([LONG] if options.long else [])]
    found = []
    for size in [options.persons] if options.persons else sizes:
        with tempfile.TemporaryDirectory(prefix="sathana-bench-") as folder:
            path = Path(folder) / "people.parquet"
            make_people(path, size, say)
            found.append(_apart(path, options))
    return found


def make_people(path: Path, persons: int, say: Speaker) -> None:
    """Write so many synthetic people: the one place that says which.

    Raises:
        PopulationError: There are too few for families.
    """
    from sathana.population.people.shares import DataError
    from sathana.population.people.writing import write

    label = say("สร้างคนสมมติ", "making synthetic people")
    with Progress(persons, label) as bar:

        def step(done: int, whole: int) -> None:
            bar.total, bar.done = whole, done - 1
            bar.step()

        try:
            write(path, persons=persons, seed=_SEED, area=_AREA, progress=step)
        except DataError as error:
            raise PopulationError(error.th, error.en) from None


def _apart(path: Path, options: Namespace) -> Figures:
    """Measure in a process of its own, which holds nothing else in memory.

    Raises:
        PopulationError: The file cannot be used.
    """
    asked = [str(path), options.asked, options.rulebooks, str(options.rounds or 0)]
    asked += [options.scenario] if options.scenario else []
    command = [sys.executable, "-m", "sathana.cli.bench_measure", *asked]
    # The same Sathana as this one, wherever it was found.
    source = os.pathsep.join([str(_SOURCE), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(  # noqa: S603 - itself
        command,
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    found = cast("Figures", json.loads(done.stdout))
    if "th" in found:
        raise PopulationError(found["th"], found["en"])
    return found


# -- saying it -------------------------------------------------------------------------


def _as_text(found: list[Figures], say: Speaker) -> None:
    for run_ in found:
        print(
            f"{run_['persons']:>12,} "
            + say("คน", "persons")
            + f" {run_['persons_per_s']:>11,} "
            + say("คน/วินาที", "persons/s")
            + f"  {run_['seconds']:8.2f} s  {run_['peak_mb']} MB"
        )
    last = found[-1]
    steps, answers = last["operations_per_person"], last["answers"]
    base, ratio = last["baseline_minimum_per_s"] / 1e9, last["ratio"]
    print(
        say(
            f"{steps:,} ขั้นต่อคน {answers} คำตอบ ชุดกฎหมาย {last['rulebooks']} ชุด; "
            f"งานมาตรฐาน {base:.1f} พันล้าน/วินาที; อัตราส่วน {ratio:.4f}; "
            f"{last['of_trial']:.0%} ของการทดลอง; ภาระเครื่อง {last['load']}",
            f"{steps:,} steps a person, {answers} answers, {last['rulebooks']} "
            f"rulebooks; the fixed work {base:.1f} thousand million/s; ratio "
            f"{ratio:.4f}; {last['of_trial']:.0%} of the trial; load {last['load']}",
        )
    )
