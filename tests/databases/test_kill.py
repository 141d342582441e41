"""A process is killed while it writes: nothing acknowledged is lost, the chain holds."""

from __future__ import annotations

import os
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.databases import server
from tests.databases.place import Place, make

WRITER = """
import uuid
from sathana.accounts.models import Organisation
from sathana.audit import record
from sathana.protection import keys
from sathana.registry.models import Family, Person
organisation = Organisation.objects.get()
print("ready", flush=True)
while True:
    with transaction.atomic():
        key = keys.new_record_key(organisation.id)
        family = Family.rows.create(
            organisation=organisation, key=key, title="x", audit_name=uuid.uuid4().hex
        )
        Person.rows.create(organisation=organisation, family=family, key=key, label="w")
        name = family.audit_name
        record.write(record.PROGRAM, "family.open", [record.Subject("family", name)])
    # Only what was committed is acknowledged.
    print(family.id, flush=True)
"""
LOOK = """
from sathana.audit import chain, stored
from sathana.registry.models import Family, Person
fault = chain.verify(stored.entries())
whole = "ok"
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        whole = cursor.fetchone()[0]
entries = sum(1 for _ in stored.entries())
print(json.dumps({
    "families": [str(one) for one in Family.rows.values_list("id", flat=True)],
    "persons": Person.rows.count(), "entries": entries,
    "fault": str(fault), "whole": whole,
}))
"""
KILLS, OF_CAMPAIGN = 4, 60
ON_POSTGRES = bool(os.environ.get("DATABASE_URL"))


def killed(place: Place, end: Callable[[subprocess.Popen[str]], None]) -> list[str]:
    """Let a process write until something is killed; return what it acknowledged."""
    writer = place.started(WRITER)
    assert writer.stdout
    assert writer.stdout.readline() == "ready\n"
    time.sleep(random.uniform(0.02, 0.4))
    end(writer)
    # A writer whose server is gone fails by itself.
    out, _ = writer.communicate(timeout=60)
    lines = out.split("\n")
    # What was not printed whole was not acknowledged.
    return [line for line in lines[:-1] if line]


def nothing_is_lost(place: Place, acknowledged: list[str], kills: int) -> None:
    """Look at the database: all that was acknowledged is there, and whole."""
    found = place.ask(LOOK)
    assert len(acknowledged) > kills
    assert set(acknowledged) <= set(found["families"])
    assert found["fault"] == "None"
    assert found["whole"] == "ok"
    assert found["persons"] == len(found["families"]) == found["entries"]
    # At most the one transaction of each kill came through without being told.
    assert len(found["families"]) - len(acknowledged) <= kills
    print(f"{kills} kills, {len(acknowledged)} acknowledged, 0 lost")


@pytest.mark.skipif(ON_POSTGRES, reason="of SQLite")
def test_a_killed_process_on_sqlite_loses_nothing(
    tmp_path: Path, campaign: bool
) -> None:
    place, acknowledged = make(tmp_path, 0), []
    kills = OF_CAMPAIGN if campaign else KILLS
    for _ in range(kills):
        acknowledged += killed(place, lambda writer: writer.kill())
    nothing_is_lost(place, acknowledged, kills)


@pytest.fixture(scope="module")
def durable() -> Iterator[server.Server]:
    """A server with its durable settings on."""
    programs = server.programs()
    if programs is None:
        pytest.skip("no PostgreSQL on this machine")
    made = server.Server(programs)
    yield made
    made.close()


@pytest.mark.skipif(not ON_POSTGRES, reason="of PostgreSQL")
def test_a_killed_process_on_postgres_loses_nothing(
    durable: server.Server,
    tmp_path: Path,
    campaign: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", durable.make())
    place, acknowledged = make(tmp_path, 0), []

    def a_backend(writer: subprocess.Popen[str]) -> None:
        for pid in durable.backends():
            server.kill(pid)
        writer.kill() if random.random() < 0.3 else writer.wait(60)
        durable.wait()

    def the_server(writer: subprocess.Popen[str]) -> None:
        durable.kill()
        writer.wait(60)
        durable.start()

    ways = (lambda writer: writer.kill(), a_backend, the_server)
    kills = OF_CAMPAIGN if campaign else 3
    for number in range(kills):
        acknowledged += killed(place, ways[number % 3])
    nothing_is_lost(place, acknowledged, kills)
