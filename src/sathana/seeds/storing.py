"""Puts the fictional village into the database, through the same services as people."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from sathana.accounts.decide import Actor
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.registry.given import ConsentGiven
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import access, assessing, importing, kin, persons
from sathana.seeds import learners, working
from sathana.seeds.learners import BEGINNER, DONE
from sathana.seeds.staff import Staff
from sathana.seeds.stories import STORIES, Story
from sathana.seeds.village import SeedFamily, village

DISTRICT = "5706"
"""Where the invented village lies: a district of Chiang Rai."""
WORKERS = ("caseworker", "caseworker2")
CHIEFS = ("supervisor", "supervisor2")
BY_THE_LEADER = ("F1", "F11")
"""Patterns whose first family the community leader recorded."""


def settle(staff: Staff, step: Callable[[], None] = lambda: None) -> list[uuid.UUID]:
    """Store every family of the village; return their ids in order."""
    found = []
    for one in village():
        found.append(settle_one(staff, one, worked_on=True))
        step()
    return found


def teach(staff: Staff) -> None:
    """Let the learners of the demo come to where they are."""
    who = [reader_of(staff.accounts[name]) for name in (BEGINNER, DONE, CHIEFS[0])]
    learners.learn(staff, *who)


def reader_of(account: Account) -> Reader:
    """Return the reader that an account is, with a second factor just shown."""
    roles = frozenset(
        (Role(grant.role), grant.team_id)
        for grant in account.grants.filter(ended_at=None).exclude(confirmed_at=None)
    )
    actor = Actor(account.id, account.organisation_id, roles, strong=True, fresh=True)
    return Reader(actor, timezone.now(), "demo")


def settle_one(staff: Staff, seed: SeedFamily, *, worked_on: bool = False) -> uuid.UUID:
    """Store one family, as its pattern asks; return its id.

    Args:
        staff: Who works in the demo.
        seed: The family.
        worked_on: Whether its case is opened too, if it has a story.
    """
    first = seed.text.startswith("sathana: 1\ncase: " + seed.pattern + "-1\n")
    by_leader = first and seed.pattern in BY_THE_LEADER
    worker = "leader" if by_leader else WORKERS[seed.team]
    reader = reader_of(staff.accounts[worker])
    family = importing.family_from_case_file(
        reader=reader,
        data=seed.text.encode(),
        title=seed.title,
        team_id=staff.teams[seed.team].id,
        district=DISTRICT,
        consent=_consent(seed),
    )
    _lives(reader, family, seed)
    story = STORIES.get(seed.number) if worked_on else None
    if story and not seed.sealed:
        # Before it is assessed: what an office decided is a fact of the family.
        _work(staff, reader, family, seed, story)
    assessing.assess(reader=reader, family_id=family.id)
    _guard(staff, family, seed, first)
    if story and seed.sealed:
        officer = reader_of(staff.accounts["officer"])
        working.play(reader=officer, chief=officer, family=family, story=story)
    return family.id


def _work(
    staff: Staff, reader: Reader, family: Family, seed: SeedFamily, story: Story
) -> None:
    """Open the family's case; whoever is to do what is next is let in first."""
    chief = reader_of(staff.accounts[CHIEFS[seed.team]])
    owner = staff.accounts[story.owner] if story.owner else None
    if owner and story.owner == "lawyer":
        access.assign(reader=chief, family_id=family.id, account_id=owner.id)
    working.play(reader=reader, chief=chief, family=family, story=story, owner=owner)


def _consent(seed: SeedFamily) -> ConsentGiven:
    return ConsentGiven(
        who=next(iter(seed.names.values())).thai,
        language=seed.language,
        how="spoken",
        purposes=("record", "assess", "file", "share"),
        given_on=timezone.localdate(),
        witness="ผู้ช่วยชุมชน (สมมติ)",
    )


def _lives(reader: Reader, family: Family, seed: SeedFamily) -> None:
    """Tell of language, group, needs and step-parents: a case file carries none."""
    by_label = {
        one.label: one
        for one in Person.objects.visible_to(reader).filter(family=family)
    }
    for label, person in by_label.items():
        values = {"group": seed.group, "languages": [seed.language]}
        if label in seed.needs:
            values["needs"] = seed.needs[label]
        persons.change_person(
            reader=reader, person_id=person.id, version=person.version, values=values
        )
    for one in seed.kin:
        kin.relate(
            reader=reader,
            person_id=by_label[one.person].id,
            parent_id=by_label[one.parent].id,
            kind=one.kind,
            role=one.role,
        )


def _guard(staff: Staff, family: Family, seed: SeedFamily, first: bool) -> None:
    """Seal what must be sealed; share one family, hide one, let one share run out."""
    chief = reader_of(staff.accounts[CHIEFS[seed.team]])
    if seed.sealed:
        officers = [staff.accounts["officer"].id]
        access.seal(reader=chief, family_id=family.id, officer_ids=officers)
    elif first and seed.pattern == "F3":
        access.share(
            reader=chief,
            family_id=family.id,
            to_id=staff.guest.id,
            groups=["outline", "names", "facts", "kinship"],
            purpose="ขอใบรับรองการเกิดจากโรงพยาบาลต่างอำเภอ (สมมติ)",
            until=timezone.now() + timedelta(days=60),
        )
    elif first and seed.pattern == "F7":
        access.block(
            reader=chief,
            family_id=family.id,
            account_id=staff.accounts["lawyer"].id,
            reason="ทนายเป็นญาติของผู้ที่ถูกกล่าวหา (สมมติ)",
        )
