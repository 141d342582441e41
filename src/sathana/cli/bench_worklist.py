"""``sathana bench worklist``: how long the list of work takes with many cases.

A database of its own is filled with copies of fictional families, each with an open
case, a pathway and a line that was worked out once. The page's own work is timed (the
question, opening what is sealed, the chain), for a caseworker, for a team and for a
page far down. The baseline in the same run is a fixed piece of pure Python.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from argparse import Namespace
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from sathana.cli.bench import workload
from sathana.cli.bench_web import _enter
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker

BUDGET_MS = 300.0
_TOGETHER = 500


def run(options: Namespace) -> int:
    """Fill a database, ask for lists, and say how long they took."""
    say = Speaker(options.lang)
    folder = Path(tempfile.mkdtemp(prefix="sathana-bench-"))
    try:
        found = _measured(folder, options.cases, options.rounds, say)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        print(json.dumps(found))
        return 0
    for name, ms in found["p95_ms"].items():
        within = say("อยู่ในงบ", "within") if ms <= BUDGET_MS else say("เกินงบ", "over")
        ratio = found["ratio"][name]
        half = say("ครึ่งหนึ่งไม่เกิน", "median") + f" {found['median_ms'][name]:.1f} ms"
        print(
            f"{name}: p95 {ms:.1f} ms, ×{ratio:.1f}, {half} "
            f"({BUDGET_MS:.0f} ms, {within})"
        )
    return 0


def _measured(folder: Path, cases: int, rounds: int, say: Speaker) -> dict[str, Any]:
    _enter(folder)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from sathana.casework.selectors import worklist
    from sathana.registry import walls

    call_command("migrate", verbosity=0)
    walls.stand_for(connection, walls.ALL)
    worker, chief, team = _filled(cases, say)
    ways = {
        "worker": lambda: worklist.listed(worker),
        "team": lambda: worklist.listed(chief, mine=False, team=team),
        "seen": lambda: worklist.listed(chief, mine=False),
        "page_40": lambda: worklist.listed(chief, mine=False, page=40),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    base: list[float] = []
    for _ in range(rounds):
        for name, ask in ways.items():
            times[name].append(_timed(ask))
        base.append(_timed(workload))
    usual = sorted(base)[len(base) // 2]
    ranked = {name: sorted(some) for name, some in times.items()}
    p95 = {name: some[int(len(some) * 0.95)] for name, some in ranked.items()}
    return {
        "cases": cases,
        "database": "postgresql" if "DATABASE_URL" in os.environ else "sqlite",
        "p95_ms": {name: round(ms, 1) for name, ms in p95.items()},
        "median_ms": {n: round(some[len(some) // 2], 1) for n, some in ranked.items()},
        "workload_ms": round(usual, 2),
        "ratio": {name: round(ms / usual, 2) for name, ms in p95.items()},
    }


def _timed(ask: Any) -> float:
    from sathana.protection import keys

    keys.forget()  # as in a new request: every key is opened anew
    began = perf_counter()
    ask()
    return (perf_counter() - began) * 1000


def _filled(cases: int, say: Speaker) -> tuple[Any, Any, Any]:
    from sathana.accounts.models import Account
    from sathana.seeds import crowd, worklines

    total = 2 * -(-cases // _TOGETHER)
    with Progress(total, say("เตรียมกรณี", "making cases")) as bar:
        crowd.gather(cases, bar.step)
        worklines.fill(Random("work"), bar.step)  # noqa: S311 (not a secret)
    worker = Account.objects.get(username="worker-0-0")
    chief = Account.objects.get(username="chief-0")
    return worklines.reader(worker), worklines.reader(chief), worklines.team(chief)
