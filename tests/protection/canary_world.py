"""Run as a program of its own: stores canaries in a real database file, then erases.

    python -m tests.protection.canary_world COUNT

The data folder, the key file and the temporary folder come from the environment. While
the last family is still being written, and at each stage after it, the folder is
copied, so that the journal too is looked at by whoever started this. What it writes is
one JSON document.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from PIL import Image
from tests.protection.canaries import LATIN, Aviary

DATA = Path(os.environ["SATHANA_DATA"])
OUT = Path(os.environ["SATHANA_STAGES"])
GROUPS = ("outline", "names")


def stage(name: str) -> None:
    """Copy the data folder as it is now."""
    shutil.copytree(DATA, OUT / name)


def begin() -> Any:
    """Make keys, tables, and a house of people who work."""
    from sathana.protection import keyfile

    keyfile.write(keyfile.path(), keyfile.fresh())
    DATA.mkdir(parents=True, exist_ok=True)
    django.setup()
    from django.core.management import call_command
    from tests.registry import house

    call_command("migrate", verbosity=0)
    return house.house()


def fill(at: Any, birds: Aviary, serial: int) -> Any:
    """Store a family of three with a canary in every field that takes a text."""
    from tests.registry.house import consent

    from sathana.registry.given import NameGiven

    purposes = ("record", "assess", "file")
    given = consent(
        purposes=purposes, who=birds.thai(), witness=birds.latin(), notes=birds.thai()
    )
    family = at.family(birds.thai(), notes=birds.latin(), consent=given)
    people = []
    for _ in range(3):
        names = [
            NameGiven("thai", birds.thai(), main=True),
            NameGiven("romanised", birds.latin()),
        ]
        values = {
            name: birds.thai() if name != "languages" else [birds.latin()]
            for name in ("label", "group", "languages", "interpreter", "needs",
                         "contact", "notes")
        }  # fmt: skip
        values["label"] = birds.latin().replace(" ", "-")
        people.append(
            at.person(family, names=names, values=values, number=birds.number())
        )
    tell(at, birds, family, people)
    if serial % 4 == 0:
        work(at, birds, family, people)
    return family, people


def tell(at: Any, birds: Aviary, family: Any, people: list[Any]) -> None:
    """Tell facts, an event, kinship, a household and a paper with its photo."""
    from sathana.registry.services import evidence, facts, households, kin

    child, mother, _ = people
    reader = at.worker
    facts.tell(reader=reader, person_id=child.id, path="born.place",
               value=birds.thai(), said_by=birds.latin())  # fmt: skip
    facts.keep_event(reader=reader, person_id=child.id, kind="move",
                     place=birds.thai(), words=birds.latin(),
                     said_by=birds.thai())  # fmt: skip
    kin.relate(reader=reader, person_id=child.id, parent_id=mother.id, role="mother",
               said_by=birds.latin())  # fmt: skip
    households.keep_household(
        reader=reader,
        family_id=family.id,
        values={"house": birds.latin(), "notes": birds.thai(),
                "members": [{"person": str(child.id), "from": "", "until": ""}]},
    )  # fmt: skip
    for whose in (child, None):
        evidence.attach(
            reader=reader,
            family_id=family.id,
            values={
                "person_id": whose.id if whose else None, "kind": "birth certificate",
                "issuer": birds.thai(), "number": birds.number(),
                "original": birds.latin(), "notes": birds.thai(),
                "supports": [[str(child.id), "born.place"]],
            },
            upload=photo(birds),
            file_name=f"{birds.latin()} {birds.thai()}.jpg",
        )  # fmt: skip


def photo(birds: Aviary) -> bytes:
    """A photo that says in its own bytes who is on it."""
    exif = Image.Exif()
    exif[0x010E] = birds.latin()
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG", exif=exif)
    return out.getvalue() + birds.number().encode()


def work(at: Any, birds: Aviary, family: Any, people: list[Any]) -> None:
    """Do what workers do besides: drafts, blocks, shares, assessments, broken glass."""
    from django.http import QueryDict
    from tests import worlds

    from sathana.accounts import kept
    from sathana.accounts.roles import Role
    from sathana.registry import drafts, matching
    from sathana.registry.services import access, assessing

    typed = QueryDict(mutable=True)
    typed.update({"name": birds.thai(), "number": birds.number(), "x": birds.latin()})
    drafts.keep(at.worker, "person-edit", str(people[0].id), typed)
    address = f"/persons/{people[0].id}/edit/"
    kept.keep(at.worker.actor.id, address, typed)
    blocked = worlds.account(at.organisation, Role.CASEWORKER, team=at.team)
    access.block(reader=at.supervisor, family_id=family.id, account_id=blocked.id,
                 reason=birds.thai())  # fmt: skip
    assessing.assess(reader=at.worker, family_id=family.id)
    case_work(at, birds, family, people)
    paper_work(at, birds, family, people)
    matching.find(at.worker, people[0].label)


def case_work(at: Any, birds: Aviary, family: Any, people: list[Any]) -> None:
    """Open a case with a pathway, its moves and a contact with an office."""
    from sathana.casework.planning import Plan
    from sathana.casework.services import (
        appointments,
        cases,
        correcting,
        encounters,
        school,
        tracks,
    )
    from sathana.web.dates import today

    case = cases.open_case(reader=at.worker, family_id=family.id, title=birds.thai())
    cases.plan(reader=at.worker, case_id=case.id, version=case.version,
               new=Plan(birds.latin(), None, None))  # fmt: skip
    track = tracks.add_track(
        reader=at.worker, case_id=case.id, person_id=people[0].id,
        values={"filed_by": "representative", "filer_name": birds.thai(),
                "filer_basis": birds.latin()},
    )  # fmt: skip
    tracks.move(reader=at.worker, track_id=track.id, version=track.version,
                action="close", reason=birds.thai())  # fmt: skip
    texts = ("office", "role", "said", "asked", "papers", "companions",
             "officer_name", "money_by", "money_words")  # fmt: skip
    contact = encounters.record(
        reader=at.worker,
        family_id=family.id,
        values={
            "on": today(), "outcome": "not_received", "track_id": track.id,
            "money_amount": birds.number(),
            **{name: birds.thai() for name in texts},
        },
    )  # fmt: skip
    # What stood there before is kept, and new canaries stand beside it.
    correcting.correct(
        reader=at.supervisor, encounter_id=contact.id, version=1, reason=birds.thai(),
        values={"on": today(), "outcome": "told",
                **{name: birds.latin() for name in texts}},
    )  # fmt: skip
    sheet = school.open_sheet(
        reader=at.worker, values={"title": birds.thai(), "size": 9}
    )
    school.note(reader=at.worker, sheet_id=sheet.id, number="1", version=0, told={})
    told = ("place", "purpose", "slip", "comes", "witnesses", "papers")
    appointments.make(
        reader=at.worker, case_id=case.id,
        values={"on": today(), "track_id": track.id,
                **{name: birds.thai() for name in told}},
    )  # fmt: skip


def paper_work(at: Any, birds: Aviary, family: Any, people: list[Any]) -> None:
    """Make a pack of papers, talk about it, and take it along."""
    from sathana.casework.packmaking import Choices
    from sathana.casework.selectors import binders
    from sathana.casework.selectors import papers as looking
    from sathana.casework.services import cases, papers, tracks

    case = cases.open_case(reader=at.worker, family_id=family.id, title=birds.thai())
    track = tracks.add_track(
        reader=at.worker, case_id=case.id, person_id=people[0].id,
        values={"pathway": "S23", "filed_by": "unknown"},
    )  # fmt: skip
    pack = papers.make_pack(
        reader=at.worker, track_id=track.id, choices=Choices(filed_by=birds.thai())
    )
    papers.step(reader=at.worker, pack_id=pack.id, version=1, does="note",
                text=birds.latin())  # fmt: skip
    papers.step(reader=at.supervisor, pack_id=pack.id, version=1, does="approve")
    looking.file_of(at.worker, pack.id, "all", "zip")
    binders.of_case(at.worker, case.id, "thai")


def visit(at: Any, birds: Aviary, family: Any) -> None:
    """Ask pages for canaries, and let one of them fail: what do the logs say?"""
    from django.urls import get_resolver
    from tests import worlds

    from sathana.accounts.models import Account

    account = Account.objects.get(id=at.worker.actor.id)
    client = worlds.strong_client(
        account, raise_request_exception=False, SERVER_NAME="localhost"
    )
    client.get("/families/", {"text": birds.thai(), "q": birds.latin()})
    client.get(f"/families/{family.id}/")
    client.get(f"/{birds.latin()}/")
    client.post("/families/new/", {"title": birds.latin(), "notes": birds.thai()})
    client.post("/sign-in/", {"login": birds.latin(), "password": birds.thai()})
    real = get_resolver().resolve

    def fails(*_: Any, **__: Any) -> Any:
        raise RuntimeError(birds.latin())

    try:
        type(get_resolver()).resolve = fails
        client.get("/families/")
    finally:
        type(get_resolver()).resolve = real.__func__


def interrupted(at: Any, birds: Aviary) -> None:
    """Copy the folder while a family is being written, then write it again."""
    from django.db import transaction

    with transaction.atomic():
        family, _ = fill(at, birds, 1)
        family.refresh_from_db()
        # Enough pages that SQLite spills them before the commit.
        for _ in range(3):
            fill(at, birds, 1)
        stage("during")


def erase(at: Any, stored: list[Any]) -> dict[str, Any]:
    """Erase every second family, and one person of each of the others."""
    from django.utils import timezone

    from sathana.registry.reader import Reader
    from sathana.registry.services import erasing

    reader = Reader(at.supervisor.actor, timezone.now() + timedelta(seconds=1), "test")
    gone = {"families": [], "persons": []}
    certificates = []
    for serial, (family, people) in enumerate(stored):
        if serial % 2:
            told = erasing.erase_family(
                reader=reader, family_id=family.id, reason="asked"
            )
            gone["families"].append(family.id.hex)
        else:
            told = erasing.erase_person(
                reader=reader, person_id=people[serial // 2 % 3].id, reason="withdrawn"
            )
            gone["persons"].append(told.id.hex)
        certificates.append(told.text())
    return {"gone": gone, "certificate": certificates[0]}


def main(count: int) -> None:
    """Do all of it."""
    at, birds = begin(), Aviary()
    stored = [fill(at, birds, serial) for serial in range(max(2, count // 25))]
    visit(at, birds, stored[0][0])
    interrupted(at, birds)
    stage("stored")
    told = erase(at, stored)
    stage("erased")
    from sathana.registry.models import Village

    Village.objects.create(organisation=at.organisation, name_th="x", notes=LATIN)
    stage("control")
    told["canaries"] = next(birds.numbers) - 1
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
