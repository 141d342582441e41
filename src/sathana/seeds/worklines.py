"""Lines of the list of work for the bench: a case and a pathway for each family."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from sathana.accounts.decide import Actor
from sathana.accounts.models import Account
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role
from sathana.casework.models import Case, CasePathway, Readiness
from sathana.casework.services import readiness
from sathana.protection import keys
from sathana.registry import inside, packing
from sathana.registry.models import Family, Person

_TOGETHER = 500
_PATHWAY = "S23"


def fill(chance: Random, step: Callable[[], None] = lambda: None) -> None:
    """Give each family an open case and a line that was worked out for one of them.

    Args:
        chance: Where days and ranks come from.
        step: Called after every batch.
    """
    ids = list(Family.rows.order_by("id").values_list("id", flat=True))
    found = _found(Family.rows.get(id=ids[0]))
    for at in range(0, len(ids), _TOGETHER):
        _batch(ids[at : at + _TOGETHER], found, chance)
        keys.forget()
        step()


def _found(family: Family) -> dict[str, Any]:
    """Return what is found of one real pathway: its size is what counts."""
    inside.unlock([family])
    person = inside.persons(family)[0]
    track = CasePathway(
        family=family, person=person, key=person.key, pathway=_PATHWAY, state="contact"
    )
    day = timezone.now().date()
    return readiness.look(family, [track], day).found[track.id]


def _batch(ids: list[uuid.UUID], found: dict[str, Any], chance: Random) -> None:
    families = list(Family.rows.filter(id__in=ids))
    first: dict[uuid.UUID, Person] = {}
    for person in inside.persons_of(families):
        first.setdefault(person.family_id, person)
    inside.unlock(families, first.values())
    cases, tracks, lines = [], [], []
    packed, today = packing.pack(found), timezone.now()
    for family in families:
        person = first[family.id]
        of = {"family": family, "organisation_id": family.organisation_id}
        due = today.date() + timedelta(days=chance.randrange(-10, 200))
        case = Case(
            **of, key=family.key, owner=family.made_by, due=due, title="งานสมมติ",
            next_action="โทรถามอำเภอ",
        )  # fmt: skip
        about = {**of, "key": person.key, "case": case, "person": person}
        track = CasePathway(
            **about, pathway=_PATHWAY, state="gaps_listed", filed_by="self"
        )
        line = Readiness(
            **about, track=track, rank=chance.randrange(10), stale=False,
            looked_at=today, found=packed, why=[{"code": "needs", "points": 15}],
        )  # fmt: skip
        cases.append(case)
        tracks.append(track)
        lines.append(line)
    with transaction.atomic():
        Case.rows.bulk_create(cases)
        CasePathway.rows.bulk_create(tracks)
        Readiness.rows.bulk_create(lines)


def reader(account: Account) -> Reader:
    """Return an account as it reads after a second factor."""
    grants = account.grants.filter(ended_at=None).exclude(confirmed_at=None)
    roles = frozenset((Role(one.role), one.team_id) for one in grants)
    actor = Actor(account.id, account.organisation_id, roles, strong=True)
    return Reader(actor, timezone.now(), "bench")


def team(account: Account) -> uuid.UUID | None:
    """Return the team of an account's first role."""
    grant = account.grants.filter(ended_at=None).first()
    return grant.team_id if grant else None
