"""What the tests of the pages of work share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from tests import worlds

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.protection import keys
from sathana.registry.given import ConsentGiven, NameGiven
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import families, persons
from sathana.web.dates import today


@dataclass
class Desk:
    """A caseworker and a supervisor of one team, with a family and a person."""

    worker: Account
    chief: Account
    reader: Reader
    family: Family
    person: Person

    @property
    def client(self) -> Client:
        """A browser of the caseworker, signed in."""
        return worlds.strong_client(self.worker)

    def named(self, name: str) -> Person:
        """Add a person of this name."""
        return persons.add_person(
            reader=self.reader,
            family_id=self.family.id,
            values={},
            names=[NameGiven("thai", name, main=True)],
        )


def consent(**more: Any) -> ConsentGiven:
    values: dict[str, Any] = {
        "who": "แม่ของครอบครัว",
        "language": "ahk",
        "how": "spoken",
        "purposes": ("record", "assess"),
        "given_on": today(),
        "witness": "พยานสมมติ",
    }
    return ConsentGiven(**{**values, **more})


@pytest.fixture(autouse=True, scope="session")
def _with_a_browser_in_this_thread() -> Iterator[None]:
    """Let Django work where Playwright keeps an event loop, its database set up too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(autouse=True)
def _in_thai() -> Iterator[None]:
    """Begin each test in Thai: a page in English leaves its language behind."""
    with translation.override("th"):
        yield


@pytest.fixture
def desk(db: None) -> Desk:
    keys.forget_all()
    of = worlds.organisation()
    team = worlds.team(of)
    worker = worlds.account(of, Role.CASEWORKER, team=team)
    chief = worlds.account(of, Role.SUPERVISOR, team=team)
    reader = worlds.reader_of(worker)
    family = families.open_family(
        reader=reader, title="บ้านสมมติหลังแรก", team_id=team.id, consent=consent()
    )
    made = Desk(worker, chief, reader, family, None)  # type: ignore[arg-type]
    made.person = made.named("หมี่จู สมมติ")
    return made
