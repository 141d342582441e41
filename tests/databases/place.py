"""An installation of its own in a folder (or a new PostgreSQL database), for tests.

Everything happens in processes of its own, as at a real site: settings, keys and the
database are read when Django starts.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from pyrage import x25519

SRC = str(Path(__file__).parents[2] / "src")
_CLI = "import sys; from sathana.cli.main import main; sys.exit(main(sys.argv[1:]))"
_BEGIN = """
import json, os, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")
import django
django.setup()
from django.db import connection, transaction
from sathana.registry import walls
walls.stand_for(connection, walls.ALL)
"""
SEED = """
import uuid
from django.core.management import call_command
call_command("migrate", verbosity=0)
from sathana.accounts.models import Organisation
from sathana.audit import record
from sathana.files import store
from sathana.protection import keys
from sathana.registry import matching
from sathana.registry.models import (
    Evidence, Fact, Family, Name, Person, StoredFile,
)
from sathana.registry.services.evidence import place_of

def settle(organisation, number):
    with transaction.atomic():
        key, own, paper = (keys.new_record_key(organisation.id) for _ in range(3))
        same = {"organisation": organisation}
        family = Family.rows.create(
            key=key, title=f"family-{number}", audit_name=uuid.uuid4().hex, **same
        )
        same["family"] = family
        person = Person.rows.create(key=own, label=f"CANARY-{number}", **same)
        about = {"key": own, "person": person, **same}
        Name.rows.create(text=f"Mi Ju Choemue {number}", main=True, **about)
        Fact.rows.create(path="id13", value=f"00000000000{number:02d}", **about)
        matching.keep_title(family)
        matching.keep_keys(person)
        evidence = Evidence.rows.create(key=paper, person=person, kind="x", **same)
        file = StoredFile(key=paper, evidence=evidence, **same)
        plain = b"paper %d " % number * 400
        store.keep(
            file.original, plain, keys.of_record(paper), place_of(file, "original")
        )
        file.save()
        name = family.audit_name
        record.write(record.PROGRAM, "family.open", [record.Subject("family", name)])
    return person

organisation = Organisation.objects.create(name_th="org")
people = [settle(organisation, number) for number in range(NUMBER)]
print(json.dumps([str(one.key) for one in people]))
"""

INDEX = """
from sathana.registry.models import NameKey, Person
rows = NameKey.objects.exclude(kind="title").values_list("person", "kind", "value")
print(json.dumps(sorted([str(Person.rows.get(id=a).label), b, c] for a, b, c in rows)))
"""
"""The blind index of names and numbers, by the label of each person."""

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
"""Writes families until it is killed; prints the id of each that was committed."""


@dataclass(slots=True)
class Place:
    """An installation.

    Attributes:
        folder: Where everything of it lies.
        url: Its PostgreSQL database; ``""`` for SQLite.
        people: Ids of the keys of the persons that it began with.
    """

    folder: Path
    url: str = ""
    people: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.folder / "data-backups"

    @property
    def identity(self) -> Path:
        """The secret half of the offline key."""
        return self.folder / "identity.txt"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of its processes."""
        made = {k: v for k, v in os.environ.items() if not k.startswith("SATHANA_")}
        made.pop("DATABASE_URL", None)
        made |= {
            "PYTHONPATH": SRC,
            "SATHANA_DATA": str(self.data),
            "SATHANA_KEYS": str(self.folder / "keys" / "keys.json"),
            "SATHANA_DEBUG": "1",
        }
        return made | ({"DATABASE_URL": self.url} if self.url else {})

    def started(self, code: str, *arguments: str) -> subprocess.Popen[str]:
        """Start Python code that works with it."""
        return subprocess.Popen(
            [sys.executable, "-c", _BEGIN + code, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, code: str) -> Any:
        """Run Python code and return what it printed as JSON."""
        process = self.started(code)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return json.loads(out.splitlines()[-1])

    def cli(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``sathana``."""
        return subprocess.run(
            [sys.executable, "-c", _CLI, *arguments, "--lang", "en"],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def beside(self, name: str) -> Place:
        """Return an empty place for the same offline key."""
        folder = self.folder / name
        folder.mkdir()
        (folder / "identity.txt").write_text(self.identity.read_text())
        return Place(folder, new_database(self.url) if self.url else "")

    def close(self) -> None:
        """Remove its database, if it is on a server."""
        if self.url:
            drop_database(self.url)


def make(folder: Path, number: int = 12) -> Place:
    """Make an installation with some families; on PostgreSQL where the suite is."""
    from sathana.protection import keyfile

    told = os.environ.get("DATABASE_URL", "")
    place = Place(folder, new_database(told) if told else "")
    place.data.mkdir(mode=0o700)
    keyfile.write(Path(place.environment["SATHANA_KEYS"]), keyfile.fresh())
    identity = x25519.Identity.generate()
    (place.data / "backup-recipient.txt").write_text(f"{identity.to_public()}\n")
    place.identity.write_text(f"{identity}\n")
    place.people = place.ask(SEED.replace("NUMBER", str(number)))
    return place


def new_database(url: str) -> str:
    """Make an empty database on the server of an address; return its address."""
    import psycopg

    name = f"sathana_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as own:
        own.execute(f'CREATE DATABASE "{name}"'.encode())
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def drop_database(url: str) -> None:
    """Remove a database that :func:`new_database` made."""
    import psycopg

    name = urlsplit(url).path.removeprefix("/")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as own:
        own.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
