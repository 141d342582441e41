"""``sathana bench site``: public pages for many readers, kept ready and made anew."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import tempfile
import threading
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sathana.cli.bench_web import served
from sathana.cli.terminal import Speaker

PORT = 8474
HERE = "127.0.0.1"
READERS = 16
"""Connections over which the readers of a second are spread."""
MAKERS = 4
"""Clients whose pages are made anew, one after the other."""
LEAST = 50
"""Different pages that are asked for at least."""
BUDGETS = {"kept": 60.0, "made": 250.0, "home_kb": 150.0}
"""Milliseconds at the 95th percentile, and kilobytes of the first page."""
_LOC = re.compile(r"<loc>https?://[^/]+([^<]*)</loc>")
_LOADED = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"')

type Figures = dict[str, Any]


def run(options: Namespace) -> int:
    """Fill a site, serve it, let readers come, and say how long they waited."""
    say = Speaker(options.lang)
    folder = Path(tempfile.mkdtemp(prefix="sathana-bench-site-"))
    try:
        found = _measured(folder, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(_as_text(found, say))
    return 0 if found["within"] else 1


def _measured(folder: Path, options: Namespace) -> Figures:
    _fill(folder)
    server = served(folder, PORT)
    try:
        pages = addresses()
        for page in pages:
            fetch(page)
        kept = paced(pages, options.rate, options.seconds)
        made = closed(pages, options.seconds)
        again = closed(["/design/"], min(options.seconds, 5), MAKERS, anew=False)
        weight = home_weight()
    finally:
        server.terminate()
        server.wait(30)
    found: Figures = {
        "pages": len(pages),
        "asked_per_second": options.rate,
        "kept": spread(kept),
        "made": spread(made),
        "baseline": spread(again),
        "home_kb": round(weight / 1000, 1),
    }
    base = max(found["baseline"]["p50"], 0.01)
    found["made_to_baseline"] = round(found["made"]["p50"] / base, 1)
    found["within"] = (
        len(pages) >= LEAST
        and found["kept"]["p95"] <= BUDGETS["kept"]
        and found["made"]["p95"] <= BUDGETS["made"]
        and found["home_kb"] <= BUDGETS["home_kb"]
    )
    return found


def _fill(folder: Path) -> None:
    """Make an installation with the shipped texts, and nobody in it."""
    (folder / "data").mkdir(parents=True)
    os.environ["SATHANA_DATA"] = str(folder / "data")
    os.environ["SATHANA_KEYS"] = str(folder / "keys" / "keys.json")
    os.environ.pop("SATHANA_TIMED", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
    from sathana.protection import keyfile

    keyfile.write(folder / "keys" / "keys.json", keyfile.fresh())
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from sathana.publishing.filling import fill

    call_command("migrate", verbosity=0)
    fill()
    connection.close()


def addresses() -> list[str]:
    """Return pages of the site: those of its map, evenly, and the rooms beside it."""
    found = _LOC.findall(fetch("/sitemap.xml").decode())
    site = [path for path in found if "/law/" not in path]
    law = [path for path in found if "/law/" in path]
    return list(
        dict.fromkeys([*site, *law[:: max(1, len(law) // 60)], "/law/", "/try/"])
    )


def fetch(path: str, connection: http.client.HTTPConnection | None = None) -> bytes:
    """Return a page as it is sent.

    Raises:
        OSError: The site answered with a fault, or not at all.
    """
    link = connection or http.client.HTTPConnection(HERE, PORT, timeout=60)
    link.request("GET", path, headers={"Accept-Encoding": "gzip"} if connection else {})
    answer = link.getresponse()
    body = answer.read()
    if answer.status >= 400:
        raise OSError(f"{path}: {answer.status}")
    return body


def paced(pages: Sequence[str], rate: int, seconds: int) -> list[float]:
    """Let so many readers a second come, whether the last were answered or not.

    Returns:
        Milliseconds from the moment at which a reader came until the last byte.
    """
    total = rate * seconds
    began = time.perf_counter() + 0.2
    times: list[float] = []

    def read(first: int) -> None:
        link = http.client.HTTPConnection(HERE, PORT, timeout=60)
        for number in range(first, total, READERS):
            due = began + number / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            fetch(pages[number % len(pages)], link)
            times.append((time.perf_counter() - due) * 1000)

    _together(read, range(READERS))
    return times


def closed(
    pages: Sequence[str], seconds: int, clients: int = MAKERS, *, anew: bool = True
) -> list[float]:
    """Let clients ask one page after the other.

    Args:
        pages: What is asked for, in turn.
        seconds: For how long.
        clients: How many at once.
        anew: Whether each page must be made anew: a question in the address is never
            answered by a page that was kept.
    """
    until = time.perf_counter() + seconds
    times: list[float] = []

    def read(first: int) -> None:
        link = http.client.HTTPConnection(HERE, PORT, timeout=60)
        number = first * 7
        while time.perf_counter() < until:
            page = pages[number % len(pages)]
            began = time.perf_counter()
            fetch(f"{page}?anew={number}" if anew else page, link)
            times.append((time.perf_counter() - began) * 1000)
            number += 1

    _together(read, range(clients))
    return times


def home_weight() -> int:
    """Return the bytes of a first visit of the first page, without pictures."""
    link = http.client.HTTPConnection(HERE, PORT, timeout=60)
    page = fetch("/")
    files = dict.fromkeys(_LOADED.findall(page.decode()))
    return len(fetch("/", link)) + sum(len(fetch(file, link)) for file in files)


def spread(times: list[float]) -> dict[str, float]:
    """Return how times are spread, in milliseconds."""
    ordered = sorted(times)
    cut = {
        f"p{n}": ordered[min(len(ordered) - 1, len(ordered) * n // 100)]
        for n in (50, 95, 99)
    }
    return {"n": len(ordered), **{name: round(value, 1) for name, value in cut.items()}}


def _together(work: Any, numbers: Sequence[int] | range) -> None:
    faults: list[BaseException] = []

    def guarded(number: int) -> None:
        try:
            work(number)
        except OSError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=guarded, args=(n,)) for n in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def _as_text(found: Figures, say: Speaker) -> str:
    def line(name: str, what: str) -> str:
        one = found[name]
        return (
            f"  {what}: n={one['n']}  p50 {one['p50']} ms  p95 {one['p95']} ms  "
            f"p99 {one['p99']} ms"
        )

    lines = [
        say(f"{found['pages']} หน้า", f"{found['pages']} pages"),
        line(
            "kept",
            say(
                f"หน้าที่เก็บไว้ {found['asked_per_second']} คำขอต่อวินาที",
                f"kept ready, {found['asked_per_second']} requests/s",
            ),
        ),
        line("made", say(f"ทำใหม่ ผู้อ่าน {MAKERS} คน", f"made anew, {MAKERS} clients")),
        line("baseline", say("ฐานเปรียบเทียบ /design/", "baseline /design/ (kept)")),
        say(
            f"  หน้าแรกหนัก {found['home_kb']} kB ไม่รวมภาพ",
            f"  first page: {found['home_kb']} kB without pictures",
        ),
        say(
            "อยู่ในงบ" if found["within"] else "เกินงบ",
            "within budget" if found["within"] else "over budget",
        ),
    ]
    return "\n".join(lines)
