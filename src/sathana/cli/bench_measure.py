"""What it takes to work the law out over a file of people; see ``bench population``.

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
import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from sathana.population.faults import PopulationError

if TYPE_CHECKING:
    from sathana.population.program import Program

TRIAL = 4_200_000 * 229
"""Steps a second of the trial by which this design was chosen."""
TRIAL_BASELINE = 17e9
"""What the fixed work did a second on the machine of the trial."""
_AS_OF = date(2026, 6, 1).toordinal()
_LAWS = ("2026-06-01", "2012-01-01", "2008-02-28", "1992-02-26", "1972-12-14")
"""Days whose texts further rulebooks read: today, and after the great changes."""
_READINGS = ("court", "administration")
_LONG = 10_000_000
_FEW = 100_000
_IN_CACHE = 16_384

type Figures = dict[str, Any]


def books_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return reading and day of law of each rulebook; none if the text is wrong."""
    every = tuple((name, day) for day in _LAWS for name in _READINGS)
    many = {"court": 1, "both": 2}.get(text) or (int(text) if text.isdecimal() else 0)
    return every[:many] if 1 <= many <= len(every) else ()


def measure(
    path: Path, what: str, rulebooks: str, rounds: int = 0, scenario: str = ""
) -> Figures:
    """Return the figures of one file of people.

    Args:
        path: The file.
        what: ``thai`` or ``all``.
        rulebooks: As the option of the command.
        rounds: How many; 0 chooses by the number of people. Figures are medians.
        scenario: Name or file of a scenario to be timed too, once.

    Raises:
        PopulationError: The file or the scenario cannot be used.
    """
    from sathana.population.parquet import people

    file = people(path)
    start = perf_counter()
    program = _program(rulebooks, what, file.slots)
    compile_s = perf_counter() - start
    load = os.getloadavg()[0]
    lesser, taken, cpu = [baseline()], [], []
    for _ in range(rounds or _rounds(file.rows)):
        start, busy = perf_counter(), process_time()
        counted(program, path)
        taken.append(perf_counter() - start)
        cpu.append(process_time() - busy)
        lesser.append(baseline())
    return {
        "persons": file.rows,
        **_rates(program.operations, file.rows, median(taken), median(lesser)),
        "peak_mb": peak_mb(),
        "rulebooks": len(books_of(rulebooks)),
        "what": what,
        "answers": len(program.answers),
        "seconds": round(median(taken), 3),
        "cpu_seconds": round(median(cpu), 3),
        "compile_s": round(compile_s, 3),
        "rounds": len(taken),
        "workers": os.cpu_count() or 1,
        "load": round(load, 2),
        "synthetic": file.is_synthetic,
        **({"scenario_s": scenario_s(path, scenario)} if scenario else {}),
    }


def _program(rulebooks: str, what: str, slots: Mapping[str, int]) -> Program:
    from sathana.law.rules import READINGS
    from sathana.population.program import answerable, compiled
    from sathana.population.rulebook import Rulebook

    books = []
    for name, day in books_of(rulebooks):
        law_at = date.fromisoformat(day).toordinal()
        books.append(Rulebook(f"{name} {day}", _AS_OF, law_at, READINGS[name]))
    asked = ("thai",) if what == "thai" else answerable(books)
    return compiled(books, asked, slots)


def _rates(steps: int, persons: int, seconds: float, base: float) -> Figures:
    """Return what a second brings, plain and beside the fixed piece of work."""
    rate = persons / seconds
    return {
        "persons_per_s": round(rate),
        "operations_per_person": steps,
        "operations_per_s": round(rate * steps),
        "baseline_minimum_per_s": round(base),
        "ratio": round(rate * steps / base, 5),
        "of_trial": round(rate * steps / TRIAL, 3),
        "of_trial_by_ratio": round(rate * steps / base / TRIAL * TRIAL_BASELINE, 3),
    }


def scenario_s(path: Path, name: str) -> float:
    """Return how many seconds a scenario takes over a file, tables and all.

    Args:
        path: The file.
        name: Name of a scenario that ships, or its file.

    Raises:
        PopulationError: The scenario cannot be used.
    """
    from sathana.population.parquet import people

    scenario = import_module("sathana.population.scenario")
    start = perf_counter()
    scenario.run(scenario.load(name), people(path))
    return round(perf_counter() - start, 3)


def _rounds(persons: int) -> int:
    return 5 if persons <= _FEW else 3 if persons < _LONG else 1


def counted(program: Program, path: Path) -> Mapping[tuple[str, str], list[int]]:
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


def _child(arguments: list[str]) -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("path", type=Path)
    reader.add_argument("what")
    reader.add_argument("rulebooks")
    reader.add_argument("rounds", type=int)
    reader.add_argument("scenario", nargs="?", default="")
    asked = reader.parse_args(arguments)
    try:
        found = measure(**vars(asked))
    except PopulationError as error:
        found = {"th": error.th, "en": error.en}
    print(json.dumps(found))


if __name__ == "__main__":
    _child(sys.argv[1:])
