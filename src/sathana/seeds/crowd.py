"""A crowd for the bench: many families in ten teams, and those who work with them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from sathana.accounts.models import Account, Organisation, RoleGrant, Team
from sathana.accounts.roles import Role
from sathana.registry.models import Family, Person
from sathana.seeds import cloning, staff, storing
from sathana.seeds.village import village

COPIED = ("F3", "F4", "F5", "F7", "F8")
"""Patterns that are copied: 4, 4, 4, 5 and 7 persons, F8 twice: five and more each."""
TEAMS = 10
WORKERS = 4
"""Caseworkers of each team."""
_TOGETHER = 100
"""Families written in one transaction."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who signs in to the bench: names with their passwords, by role."""

    workers: tuple[tuple[str, str], ...]
    chiefs: tuple[tuple[str, str], ...]
    stewards: tuple[tuple[str, str], ...]
    persons: int
    families: int


def gather(families: int, step: Callable[[], None] = lambda: None) -> Crowd:
    """Make the crowd: its accounts, and so many families.

    Args:
        families: How many; each has five persons and more on average.
        step: Called after every hundred families.
    """
    hired = staff.hire(("ทีมต้นแบบ 1", "ทีมต้นแบบ 2"))
    sources = [_template(hired, pattern) for pattern in (*COPIED, "F8")]
    chance = Random("crowd")  # noqa: S311 (not a secret)
    people = _hire(hired.home, chance)
    persons = 0
    batch = cloning.Batch()
    for number in range(families):
        source = sources[number % len(sources)]
        team, owner = people.place(number)
        cloning.copy(source, batch, chance, team=team, owner=owner)
        persons += len(source.rows[Person])
        if len(batch.families) == _TOGETHER or number == families - 1:
            cloning.write(batch)
            batch = cloning.Batch()
            step()
    return people.crowd(persons, families)


def _template(hired: staff.Staff, pattern: str) -> cloning.Template:
    seed = next(one for one in village(each=1) if one.pattern == pattern)
    made = storing.settle_one(hired, seed)
    return cloning.template(Family.rows.get(id=made))


@dataclass(frozen=True)
class _People:
    teams: tuple[Team, ...]
    workers: tuple[Account, ...]
    passwords: dict[str, str]

    def place(self, number: int) -> tuple[uuid.UUID, uuid.UUID]:
        """Return team and owner of the family of a number."""
        worker = self.workers[number % len(self.workers)]
        return self.teams[(number % len(self.workers)) // WORKERS].id, worker.id

    def crowd(self, persons: int, families: int) -> Crowd:
        """Return who signs in."""
        by = {
            kind: tuple((n, p) for n, p in self.passwords.items() if n.startswith(kind))
            for kind in ("worker", "chief", "steward")
        }
        return Crowd(by["worker"], by["chief"], by["steward"], persons, families)


def _hire(home: Organisation, chance: Random) -> _People:
    passwords: dict[str, str] = {}
    workers = []
    teams = tuple(
        Team.objects.create(organisation=home, name=f"ทีม {number + 1}")
        for number in range(TEAMS)
    )
    chief = _account(home, "steward-1", Role.DATA_STEWARD, None, passwords, None)
    for number, team in enumerate(teams):
        _account(home, f"chief-{number}", Role.SUPERVISOR, team, passwords, chief)
        for each in range(WORKERS):
            name = f"worker-{number}-{each}"
            workers.append(
                _account(home, name, Role.CASEWORKER, team, passwords, chief)
            )
    return _People(teams, tuple(workers), passwords)


def _account(
    home: Organisation,
    name: str,
    role: Role,
    team: Team | None,
    passwords: dict[str, str],
    by: Account | None,
) -> Account:
    from django.utils import timezone

    passwords[name] = staff.passphrase()
    account = staff.account(home, name, name, passwords[name])
    RoleGrant.objects.create(
        account=account, role=role, team=team, asked_by=by, confirmed_by=by,
        confirmed_at=timezone.now(),
    )  # fmt: skip
    return account
