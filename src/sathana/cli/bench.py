"""``sathana bench assess``: how long three families of ten take, and what that means.

Times of one machine say little, so each is also given as a ratio to a fixed piece of
pure Python, run in between on the same machine.
"""

from __future__ import annotations

import gc
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.resources import files
from statistics import median
from time import perf_counter

from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker, complain, pad
from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.status import assess

FAMILIES = (("bench-known", 30.0), ("bench-thirty", 90.0), ("bench-sixty", 300.0))
"""Each family and its budget in milliseconds, the median of fifty rounds.

The first pack had 20, 60 and 200; the whole law of status may take half as much again.
"""
_QUICK = 3
_WORK = 60_000


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one family takes.

    Attributes:
        ms: Median, in milliseconds, the reading of the file not counted.
        ratio: ``ms`` divided by the time of the fixed workload.
    """

    family: str
    persons: int
    rounds: int
    ms: float
    budget_ms: float
    ratio: float

    @property
    def within(self) -> bool:
        """Whether the budget is kept on this machine."""
        return self.ms <= self.budget_ms


def run(options: Namespace) -> int:
    """Time the families; 0 also where a budget is exceeded: that is for the reader."""
    say = Speaker(options.lang)
    rounds = _QUICK if options.quick else options.rounds
    if not (1 <= options.families <= len(FAMILIES) and rounds >= 1):
        complain(
            say(
                f"--families ต้องเป็น 1 ถึง {len(FAMILIES)} และ --rounds อย่างน้อย 1",
                f"--families must be 1 to {len(FAMILIES)}, and --rounds at least 1",
            )
        )
        return 2
    work: list[float] = []
    chosen = FAMILIES[: options.families]
    label = say("จับเวลา", "timing families")
    with Progress(len(chosen) * rounds, label) as bar:
        timings = [
            _time(name, budget, rounds, work, bar.step) for name, budget in chosen
        ]
    if options.json:
        print(_as_json(timings, work))
    else:
        _as_text(timings, work, say)
    return 0


def family(name: str) -> CaseFile:
    """Return one of the families that are timed."""
    path = files("sathana.cli") / "bench_families" / f"{name}.yaml"
    return read(path.read_bytes(), name=f"{name}.yaml")


def workload() -> int:
    """Do a fixed piece of work: integers, lists, dictionaries, calls."""
    seen: dict[int, int] = {}
    value = 1
    for step in range(_WORK):
        value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
        seen[value % 4096] = seen.get(value % 4096, 0) + step
    return sum(sorted(seen.values())[:64])


def _time(
    name: str,
    budget: float,
    rounds: int,
    work: list[float],
    step: Callable[[], None],
) -> Timing:
    case = family(name)
    as_of = case.as_of or 0
    # Once before: what is made once for a whole process is not the family's.
    assess(case, as_of=as_of, law_at=as_of)
    taken, own = [], []
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        assess(case, as_of=as_of, law_at=as_of)
        middle = perf_counter()
        workload()
        taken.append(middle - start)
        own.append(perf_counter() - middle)
        step()
    work += own
    ms = median(taken) * 1000
    persons = sum("." not in who for who in case.persons)
    ratio = median(taken) / median(own)
    return Timing(name, persons, rounds, round(ms, 2), budget, round(ratio, 3))


def peak_mb() -> float | None:
    """Return the most memory this process held, in megabytes; ``None``: not known."""
    try:
        import resource
    except ImportError:  # not on Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def _as_json(timings: list[Timing], work: list[float]) -> str:
    found = {
        "workload_ms": round(median(work) * 1000, 2),
        "peak_mb": peak_mb(),
        "families": [{**asdict(t), "within": t.within} for t in timings],
    }
    return json.dumps(found, separators=(",", ":"))


def _as_text(timings: list[Timing], work: list[float], say: Speaker) -> None:
    for timing in timings:
        mark = say("อยู่ในงบ", "within") if timing.within else say("เกินงบ", "over")
        print(
            f"{pad(timing.family, 14)} {timing.ms:8.1f} ms  "
            + say(f"งบ {timing.budget_ms:.0f}", f"budget {timing.budget_ms:.0f}")
            + f"  ({mark})  "
            + say(
                f"เท่ากับ {timing.ratio:.2f} ของงานมาตรฐาน",
                f"{timing.ratio:.2f} x the workload",
            )
        )
    each = median(work) * 1000
    peak = peak_mb()
    print(
        say(
            f"งานมาตรฐาน {each:.1f} ms; หน่วยความจำสูงสุด {peak} MB; "
            f"ค่ากลางของ {timings[0].rounds} รอบ",
            f"the fixed workload takes {each:.1f} ms; peak memory {peak} MB; "
            f"median of {timings[0].rounds} rounds",
        )
    )
