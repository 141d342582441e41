"""``sathana bench papers``: how long packs of ten papers take, and how much memory.

Times of one machine say little, so each is also given as a ratio to the fixed piece of
work of ``sathana bench assess``, run in between on the same machine. No two packs are
of the same family, so that nothing is taken from what was set before.
"""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict, dataclass, replace
from statistics import median
from time import perf_counter
from typing import Any

from sathana.cli.bench import family, peak_mb, workload
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker, complain
from sathana.documents.pack import pack_of
from sathana.documents.paper_pdf import pdf
from sathana.facts.model import CaseFile
from sathana.packs.making import Asked, pack_facts
from sathana.packs.persons import called
from sathana.status import assess

PAPERS, PACKS = 10, 100
BUDGET_ONE, BUDGET_MANY, BUDGET_MB = 2.0, 90.0, 500.0
_FAMILY, _PATHWAY = "bench-known", "S23"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured.

    Attributes:
        first_s: Seconds for the first pack of ten papers, its fonts read and its
            family assessed.
        all_s: Seconds for all packs.
        workload_ms: The fixed piece of work, median.
        ratio: One pack (median) divided by the fixed piece of work.
        peak_mb: The most memory the process held; ``None``: not known.
    """

    packs: int
    papers: int
    first_s: float
    all_s: float
    workload_ms: float
    ratio: float
    peak_mb: float | None


def run(options: Namespace) -> int:
    """Measure and print; slowness is no failure, that is for the reader to judge."""
    say = Speaker(options.lang)
    if options.packs < 1:
        complain(say("--packs ต้องเป็นอย่างน้อย 1", "--packs must be at least 1"))
        return 2
    found = measured(options.packs, say)
    if options.json:
        print(json.dumps(asdict(found), separators=(",", ":")))
    else:
        _as_text(found, say)
    return 0


def measured(packs: int, say: Speaker) -> Figures:
    """Return what so many packs take."""
    case = family(_FAMILY)
    taken: list[float] = []
    own: list[float] = []
    with Progress(packs, say("พิมพ์ชุดเอกสาร", "printing packs")) as bar:
        for number in range(packs):
            start = perf_counter()
            _print(case, number)
            middle = perf_counter()
            workload()
            taken.append(middle - start)
            own.append(perf_counter() - middle)
            bar.step()
    return Figures(
        packs=packs,
        papers=PAPERS,
        first_s=round(taken[0], 3),
        all_s=round(sum(taken), 2),
        workload_ms=round(median(own) * 1000, 2),
        ratio=round(median(taken) / median(own), 2),
        peak_mb=peak_mb(),
    )


def _print(case: CaseFile, number: int) -> None:
    """Print one pack of a family of its own: assessed, turned into papers, set."""
    who = next(iter(case.expect)) if case.expect else next(iter(case.persons))
    name = {"th": f"ผู้ร้องสมมติ คนที่ {number}"}
    mine = replace(case.persons[who], name=name)
    other = called(replace(case, persons={**case.persons, who: mine}), who)
    day = case.as_of or 0
    answer: dict[str, Any] = assess(other, as_of=day, law_at=day)
    asked = Asked(person=who, pathway=_PATHWAY, as_of=day, law_at=day, made_on=day)
    for one in pack_of(pack_facts(other, answer["persons"], asked))[:PAPERS]:
        pdf(one.paper)


def _as_text(found: Figures, say: Speaker) -> None:
    within, over = say("อยู่ในงบ", "within"), say("เกินงบ", "over")

    def mark(value: float | None, budget: float) -> str:
        kept = within if value is None or value <= budget else over
        return f" ({say('งบ', 'budget')} {budget:.1f}, {kept})"

    print(
        say(
            f"ชุดแรก {PAPERS} ฉบับ {found.first_s:.2f} วินาที",
            f"the first pack of {PAPERS} papers: {found.first_s:.2f} s",
        )
        + mark(found.first_s, BUDGET_ONE)
    )
    budget = BUDGET_MANY * found.packs / PACKS
    print(
        say(
            f"{found.packs} ชุด {found.all_s:.1f} วินาที",
            f"{found.packs} packs: {found.all_s:.1f} s",
        )
        + mark(found.all_s, budget)
    )
    print(
        say(
            f"หน่วยความจำสูงสุด {found.peak_mb} MB",
            f"peak memory {found.peak_mb} MB",
        )
        + mark(found.peak_mb, BUDGET_MB)
    )
    print(
        say(
            f"งานมาตรฐาน {found.workload_ms:.1f} ms; หนึ่งชุดเท่ากับ {found.ratio:.2f} เท่า",
            f"the fixed workload takes {found.workload_ms:.1f} ms; one pack is "
            f"{found.ratio:.2f} of it",
        )
    )
