"""Plays the stories of the village through the same services as people."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sathana.accounts.models import Account
from sathana.casework.models import Case, CasePathway
from sathana.casework.planning import Plan
from sathana.casework.services import cases, costs, encounters, tracks
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services.common import thai_day
from sathana.seeds.stories import Contact, Spent, Story, Walk


def play(
    *,
    reader: Reader,
    chief: Reader,
    family: Family,
    story: Story,
    owner: Account | None = None,
) -> Case:
    """Open the case of a story and play it up to now.

    Args:
        reader: Who works on the family.
        chief: Who confirms that a pathway is ready.
        family: Of which family.
        story: What happened.
        owner: Whose the next action is; ``None``: of whoever works on it.
    """
    people = {
        one.label: one.id
        for one in Person.objects.visible_to(reader).filter(family=family)
    }
    case = cases.open_case(reader=reader, family_id=family.id, title=story.title)
    rows = [_walk(reader, chief, case, people, one) for one in story.walks]
    for contact in story.contacts:
        _contact(reader, rows[0], contact)
    for spent in story.costs:
        _cost(reader, chief, case, spent)
    if story.what:
        day = thai_day(reader.now)
        due = None if story.days is None else day + timedelta(days=story.days)
        new = Plan(story.what, owner.id if owner else reader.actor.id, due)
        cases.plan(reader=reader, case_id=case.id, version=case.version, new=new)
    return case


def _walk(
    reader: Reader,
    chief: Reader,
    case: Case,
    people: Mapping[str, uuid.UUID],
    walk: Walk,
) -> CasePathway:
    filer: dict[str, Any] = {**walk.filer, "pathway": walk.pathway}
    if "filer" in filer:
        filer["filer_id"] = people.get(filer.pop("filer"))
    row = tracks.add_track(
        reader=reader, case_id=case.id, person_id=people[walk.who], values=filer
    )
    for told in walk.moves:
        action, _, reason = told.partition(":")
        row = tracks.move(
            reader=chief if action == "confirm_ready" else reader,
            track_id=row.id,
            version=row.version,
            action=action,
            reason=reason,
        )
    return row


def _cost(reader: Reader, chief: Reader, case: Case, told: Spent) -> None:
    values = {
        "kind": told.kind,
        "amount": told.amount,
        "what": told.what,
        "on": thai_day(reader.now) - timedelta(days=told.ago),
        "paid_by": told.paid_by,
    }
    row = costs.ask(reader=reader, case_id=case.id, values=values)
    if told.approved:
        costs.decide(reader=chief, cost_id=row.id, version=row.version, approve=True)


def _contact(reader: Reader, track: CasePathway, told: Contact) -> None:
    values = {
        "on": thai_day(reader.now) - timedelta(days=told.ago),
        "office": told.office,
        "outcome": told.outcome,
        "track_id": track.id,
        **told.more,
    }
    encounters.record(reader=reader, family_id=track.family_id, values=values)
