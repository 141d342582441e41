"""What some work took, asked in the same way on both sides."""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time


def timed[T](work: Callable[[], T], rounds: int) -> tuple[T, dict[str, object]]:
    """Do some work so many times; return its result and what it took.

    Seconds are those of the clock and those of the processor; others who work on the
    machine make the first longer, not so much the second.
    """
    taken, cpu = [], []
    for _ in range(rounds):
        start, busy = perf_counter(), process_time()
        found = work()
        taken.append(perf_counter() - start)
        cpu.append(process_time() - busy)
    load = round(os.getloadavg()[0], 2)
    figures = {"seconds": taken, "cpu_seconds": cpu, "peak_mb": peak_mb()}
    return found, {**figures, "load": load}


def report(figures: dict[str, object]) -> None:
    """Write figures as one line of JSON on standard output."""
    sys.stdout.write(json.dumps(figures) + "\n")


def peak_mb() -> float:
    """Return the most memory this program held, in megabytes.

    Linux says it of the program alone (``VmHWM``); elsewhere of the process, which may
    have been another program before.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return round(int(line.split()[1]) / 1024, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
