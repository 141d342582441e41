"""``sathana bench web``: how long pages of work take with many stored people.

A database of its own is filled with copies of fictional families, the real server is
started on it as ``sathana start`` does (durable settings), and clients sign in with a
second factor and read and write: first as fast as they are answered, which is harder
than people are, then with half a second to think (``--pause`` chooses one). Two times
are told: the client's wait, from the first byte sent to the last one received, in which
waiting for a free seat counts; and the server's own, while it worked on the page. The
baseline in the same run is a public page without database. Afterwards the audit chain
is verified.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from argparse import Namespace
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from sathana.cli.bench_web_client import BenchError, Client, hidden_of, links_of
from sathana.cli.bench_web_figures import Figures, figures, spread, table
from sathana.cli.faults import UnusableError
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker

PORT = 8473
WRITES = 0.1
"""Share of requests that write."""
THINK = 500
"""Milliseconds between two pages in the second round: still a very quick reader."""
NAMES = (
    *("บุญหล้า", "Khamkaeo", "แสงอ่อง", "Sawloe", "นาพอ", "Laopaw", "อาโซ บุญมา"),
    *("Thongdi", "จันแฮ", "ศรีสุข คำแล"),
)
"""What the clients search for: Thai, romanised, and slightly misspelt."""
_FAMILY = r"/families/[0-9a-f-]{36}/"
_PERSON = r"/persons/[0-9a-f-]{36}/"
_HERE = "127.0.0.1"
_SATHANA = (
    *(sys.executable, "-c"),
    "import sys; from sathana.cli.main import main; sys.exit(main())",
)


@dataclass
class _Worker:
    """One client of the bench, and what it has found to open."""

    client: Client
    chance: Random
    writes: bool
    families: list[str]
    persons: list[str]
    faults: list[str]

    def run(self, until: float, pause: float) -> None:
        """Read and write until the time is over; think a while between two pages."""
        while time.perf_counter() < until:
            try:
                self._once()
            except (BenchError, OSError) as fault:
                self.faults.append(str(fault))
            time.sleep(pause * self.chance.uniform(0.5, 1.5))

    def _once(self) -> None:
        if self.writes and self.chance.random() < WRITES:
            self._tell()
            return
        kind = self.chance.choice(("list", "search", "family", "person"))
        if kind == "list":
            page = self.chance.randint(1, 4)
            self.learn(self.client.get(f"/families/?page={page}", kind).text)
        elif kind == "search":
            asked = self.chance.choice(NAMES).replace(" ", "+")
            self.learn(self.client.get(f"/families/?q={_quoted(asked)}", kind).text)
        elif kind == "family":
            text = self.client.get(self.chance.choice(self.families), kind).text
            self.persons = [*links_of(text, _PERSON)] or self.persons
        else:
            self.client.get(self.chance.choice(self.persons), kind)

    def learn(self, text: str) -> None:
        """Note which families a page leads to."""
        self.families = [*dict.fromkeys(links_of(text, _FAMILY))] or self.families

    def _tell(self) -> None:
        """Tell where somebody was born, as a person does: open the form, send it."""
        person = self.chance.choice(self.persons)
        address = f"{person}facts/new/?path=born.place"
        form = self.client.get(address, "form")
        told = hidden_of(form.text) | {
            "value": f"บ้านเลขที่ {self.chance.randint(1, 999)} (สมมติ)",
            "grade": "claimed",
            "source_id": "",
            "said_by": "",
        }
        answer = self.client.post(address, told, "write")
        if answer.status != 302:
            raise BenchError(f"a fact was not taken: {answer.status}")


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="+")


def run(options: Namespace) -> int:
    """Fill a database, serve it, let the clients loose, and say how long it took."""
    say = Speaker(options.lang)
    folder = Path(options.keep or tempfile.mkdtemp(prefix="sathana-bench-"))
    try:
        measured = _measured(options, folder, say)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    for one in measured:
        text = json.dumps(one, ensure_ascii=False) if options.json else table(one)
        print(text, flush=True)
    sound = all(one["faults"] == 0 and one["chain"] == "valid" for one in measured)
    return 0 if sound else 1


def _measured(options: Namespace, folder: Path, say: Speaker) -> list[Figures]:
    """Return the figures of each round: without a pause, and with one to think."""
    _enter(folder)
    crowd, made = _gathered(folder, options.families, say)
    if options.seconds < 1:
        return []
    server = served(folder)
    pauses = (0, THINK) if options.pause is None else (options.pause,)
    try:
        workers = _signed_in(crowd, options.clients)
        baseline = _baseline(options.clients)
        rounds = [_round(workers, options.seconds, pause) for pause in pauses]
        memory = _memory(server.pid)
    finally:
        server.terminate()
        server.wait(30)
    of_all = {
        "baseline": spread(baseline),
        "persons": crowd.persons,
        "families": crowd.families,
        "database": "postgresql" if "DATABASE_URL" in os.environ else "sqlite",
        "clients": options.clients,
        "made_s": round(made, 1),
        "server_mb": memory,
        "chain": _chain(),
        "entries": _entries(),
    }
    return [one | of_all for one in rounds]


def _round(workers: list[_Worker], seconds: float, pause: int) -> Figures:
    """Let the clients work for a while; ``pause`` is in milliseconds."""
    for worker in workers:
        worker.client.forget_times()
        worker.faults.clear()
    began = time.perf_counter()
    threads = [
        threading.Thread(target=one.run, args=(began + seconds, pause / 1000))
        for one in workers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    return figures(
        _gather([one.client.times for one in workers]),
        _gather([one.client.worked for one in workers]),
        [fault for worker in workers for fault in worker.faults],
        took,
    ) | {"pause_ms": pause}


def _gather(some: list[dict[str, list[float]]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for one in some:
        for kind, times in one.items():
            found.setdefault(kind, []).extend(times)
    return found


def _enter(folder: Path) -> None:
    """Let this process and the server work in a folder of their own."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    os.environ["SATHANA_DATA"] = str(folder / "data")
    os.environ["SATHANA_KEYS"] = str(folder / "keys" / "keys.json")
    os.environ["SATHANA_TIMED"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
    from sathana.protection import keyfile

    if not (folder / "keys" / "keys.json").exists():
        keyfile.write(folder / "keys" / "keys.json", keyfile.fresh())


def _gathered(folder: Path, families: int, say: Speaker) -> tuple[Any, float]:
    """Fill the database, or take the crowd that an earlier run kept in the folder."""
    import django

    django.setup()
    from sathana.seeds.crowd import Crowd

    kept = folder / "crowd.json"
    if kept.exists():
        told = json.loads(kept.read_text("utf-8"))
        return Crowd(**told["crowd"]), told["made_s"]
    crowd, made = _filled(families, say)
    told = {"crowd": asdict(crowd), "made_s": made}
    kept.write_text(json.dumps(told), "utf-8")
    return crowd, made


def _filled(families: int, say: Speaker) -> tuple[Any, float]:
    from django.core.management import call_command
    from django.db import connection

    from sathana.registry import walls
    from sathana.seeds import crowd

    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    walls.stand_for(connection, walls.ALL)
    with Progress(families // 100, say("ร้อยครอบครัว", "hundreds of families")) as bar:
        gathered = crowd.gather(families, bar.step)
    connection.close()
    return gathered, time.perf_counter() - began


def served(folder: Path, port: int = PORT) -> subprocess.Popen[bytes]:
    """Start the site in a folder, and wait until it answers.

    Raises:
        UnusableError: It did not start; the message quotes its last words.
    """
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen(  # noqa: S603 (our own program)
        [*_SATHANA, "start", "--port", str(port)],
        stdout=log,
        stderr=log,
    )
    for _ in range(120):
        try:
            Client(_HERE, port).get("/sign-in/")
        except (OSError, BenchError):
            if server.poll() is not None:
                break
            time.sleep(0.5)
        else:
            return server
    server.kill()
    text = (folder / "server.log").read_text("utf-8", "replace")
    raise UnusableError((f"The server did not start:\n{text[-2000:]}",))


def _signed_in(crowd: Any, clients: int) -> list[_Worker]:
    """Sign in: mostly caseworkers, two supervisors, one data steward of eight."""
    from sathana.seeds.staff import code_of

    chance = Random("clients")  # noqa: S311 (not a secret)
    people = [*crowd.chiefs[:2], *crowd.stewards[:1]]
    people += chance.sample(crowd.workers, len(crowd.workers))
    found = []
    for number, (name, password) in enumerate(people[:clients]):
        client = Client(_HERE, PORT)
        client.sign_in(name, password, code_of(name) or "")
        writes = not name.startswith("steward")
        own = Random(number)  # noqa: S311 (not a secret)
        worker = _Worker(client, own, writes, [], [], [])
        worker.learn(client.get("/families/").text)
        page = client.get(worker.families[0]).text
        worker.persons = [*links_of(page, _PERSON)]
        client.forget_times()
        found.append(worker)
    return found


def _baseline(clients: int) -> list[float]:
    """Time a public page without database, by as many clients at once."""
    made = [Client(_HERE, PORT) for _ in range(clients)]

    def ask(client: Client) -> None:
        for _ in range(40):
            client.get("/design/", "baseline")

    threads = [threading.Thread(target=ask, args=(one,)) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(t for one in made for t in one.times["baseline"])


def _memory(pid: int) -> int:
    """Return the memory of the server and its children in MB; 0 where not known."""
    found = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = status.read_text().splitlines()
            fields = dict(line.split(":", 1) for line in lines if ":" in line)
        except OSError:
            continue
        if str(pid) in (status.parent.name, fields.get("PPid", "").strip()):
            found += int(fields.get("VmRSS", "0 kB").split()[0])
    return found // 1024


def _chain() -> str:
    from sathana.audit import chain, stored

    fault = chain.verify(stored.entries())
    return "valid" if fault is None else str(fault)


def _entries() -> int:
    from sathana.audit.models import Entry

    return int(Entry.objects.count())
