"""``sathana bench population``: for how many people a second the law is worked out.

Counted is what a scenario needs of its people: looking at the file and where it may be
cut, reading it, putting parents before children, every step of the rules, putting the
answers back into the order of the file, and counting them. Not counted are making the
people and taking the law apart into steps, which is shown beside it (``compile_s``).

Seconds of one machine say little, so the same run also times a fixed piece of work: the
lesser of two arrays of 16,384 bytes, element by element (``np.minimum``), on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, cast

from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker, complain
from sathana.population.faults import PopulationError

SIZES = (10_000, 100_000, 1_000_000)
LONG = 10_000_000
TRIAL = 4_200_000 * 229
"""Steps a second of the trial by which this design was chosen."""
TRIAL_BASELINE = 17e9
"""What the fixed work did a second on the machine of the trial."""
_AS_OF = date(2026, 6, 1).toordinal()
_LAWS = ("2026-06-01", "2012-01-01", "2008-02-28", "1992-02-26", "1972-12-14")
"""Days whose texts further rulebooks read: today, and after the great changes."""
_READINGS = ("court", "administration")
_AREA, _SEED = "north", 4
_FEW = 100_000
_IN_CACHE = 16_384

type Figures = dict[str, Any]


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
    most = len(_LAWS) * len(_READINGS)
    return say(
        f"--rulebooks ต้องเป็น court, both หรือจำนวน 1 ถึง {most} ไม่ใช่ {options.rulebooks}",
        f"--rulebooks must be court, both or a number from 1 to {most}, "
        f"not {options.rulebooks}",
    )


def books_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return reading and day of law of each rulebook; none if the text is wrong."""
    every = tuple((name, day) for day in _LAWS for name in _READINGS)
    many = {"court": 1, "both": 2}.get(text) or (int(text) if text.isdecimal() else 0)
    return every[:many] if 1 <= many <= len(every) else ()


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
    from sathana.population.people.writing import write

    label = say("สร้างคนสมมติ", "making synthetic people")
    with Progress(persons, label) as bar:

        def step(done: int, whole: int) -> None:
            bar.total, bar.done = whole, done - 1
            bar.step()

        write(path, persons=persons, seed=_SEED, area=_AREA, progress=step)


def _apart(path: Path, options: Namespace) -> Figures:
    """Measure in a process of its own, which holds nothing else in memory.

    Raises:
        PopulationError: The file cannot be used.
    """
    asked = [str(path), options.what, options.rulebooks, str(options.rounds or 0)]
    command = [sys.executable, "-m", "sathana.cli.bench_population", *asked]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603
    found = cast("Figures", json.loads(done.stdout))
    if "th" in found:
        raise PopulationError(found["th"], found["en"])
    return found


# -- measuring -------------------------------------------------------------------------


def measure(path: Path, what: str, rulebooks: str, rounds: int = 0) -> Figures:
    """Return the figures of one file of people.

    Args:
        path: The file.
        what: ``thai`` or ``all``.
        rulebooks: As the option of the command.
        rounds: How many; 0 chooses by the number of people. Figures are medians.

    Raises:
        PopulationError: The file cannot be used.
    """
    from sathana.law.rules import READINGS
    from sathana.population.parquet import people
    from sathana.population.program import answerable, compiled
    from sathana.population.rulebook import Rulebook

    books = [
        Rulebook(f"{name} {day}", _AS_OF, date.fromisoformat(day).toordinal(), law)
        for name, day in books_of(rulebooks)
        for law in (READINGS[name],)
    ]
    file = people(path)
    start = perf_counter()
    program = compiled(
        books, ("thai",) if what == "thai" else answerable(books), file.slots
    )
    compile_s = perf_counter() - start
    load = os.getloadavg()[0]
    lesser = [baseline()]
    taken = []
    for _ in range(rounds or _rounds(file.rows)):
        start = perf_counter()
        counted(program, path)
        taken.append(perf_counter() - start)
        lesser.append(baseline())
    rate, base = file.rows / median(taken), median(lesser)
    return {
        "persons": file.rows,
        "persons_per_s": round(rate),
        "operations_per_person": program.operations,
        "operations_per_s": round(rate * program.operations),
        "baseline_minimum_per_s": round(base),
        "ratio": round(rate * program.operations / base, 5),
        "of_trial": round(rate * program.operations / TRIAL, 3),
        "of_trial_by_ratio": round(
            rate * program.operations / base / (TRIAL / TRIAL_BASELINE), 3
        ),
        "peak_mb": peak_mb(),
        "rulebooks": len(books),
        "answers": len(program.answers),
        "what": what,
        "seconds": round(median(taken), 3),
        "compile_s": round(compile_s, 3),
        "rounds": len(taken),
        "workers": os.cpu_count() or 1,
        "load": round(load, 2),
        "synthetic": file.is_synthetic,
    }


def _rounds(persons: int) -> int:
    return 5 if persons <= _FEW else 3 if persons < LONG else 1


def counted(program: Any, path: Path) -> Mapping[tuple[str, str], list[int]]:
    """Work a program out over a file: how many no, unknown and yes of each answer."""
    import numpy as np

    from sathana.population.parquet import people
    from sathana.population.stream import over_file

    found = {name: np.zeros(3, np.int64) for name in program.answers}
    for _, results in over_file(program, people(path)):
        for name, values in results.items():
            found[name] += np.bincount(values, minlength=3)
    return {name: [int(n) for n in numbers] for name, numbers in found.items()}


def baseline() -> float:
    """Return elements a second of ``np.minimum`` over bytes in the cache, one core."""
    import numpy as np

    one = np.arange(_IN_CACHE, dtype=np.uint8) % 3
    two, into = one[::-1].copy(), np.empty_like(one)
    rates, many = [], 2000
    for _ in range(5):
        start = perf_counter()
        for _ in range(many):
            np.minimum(one, two, out=into)
        rates.append(_IN_CACHE * many / (perf_counter() - start))
    return median(rates)


def peak_mb() -> float | None:
    """Return the most memory this program held, in megabytes; ``None``: not known.

    Linux says it of the program alone; the older figure also knows what the process
    held before it became this program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return round(int(line.split()[1]) / 1024, 1)
    try:
        import resource
    except ImportError:  # not on Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


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


def _child(arguments: list[str]) -> None:
    reader = argparse.ArgumentParser()
    for name in ("path", "what", "rulebooks", "rounds"):
        reader.add_argument(name)
    asked = reader.parse_args(arguments)
    try:
        found = measure(
            Path(asked.path), asked.what, asked.rulebooks, int(asked.rounds)
        )
    except PopulationError as error:
        found = {"th": error.th, "en": error.en}
    print(json.dumps(found))


if __name__ == "__main__":
    _child(sys.argv[1:])
