"""A house for tests of the registry: two teams, workers, and what they do often."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from tests import worlds

from sathana.accounts.models import Organisation, Team
from sathana.accounts.roles import Role
from sathana.protection import keys
from sathana.registry.given import ConsentGiven, NameGiven
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import families, persons


@dataclass
class House:
    """An organisation with a caseworker, a supervisor of the team, and a stranger."""

    organisation: Organisation
    team: Team
    worker: Reader
    supervisor: Reader
    steward: Reader
    stranger: Reader
    """A caseworker of another organisation."""

    def family(self, title: str = "ครอบครัวทดลอง", **more: Any) -> Family:
        """Open a family."""
        return families.open_family(
            reader=self.worker, title=title, team_id=self.team.id,
            **{"consent": consent(), **more},
        )  # fmt: skip

    def person(self, family: Family, name: str = "", **more: Any) -> Person:
        """Add a person."""
        names = [NameGiven("thai", name, main=True)] if name else []
        options = {"values": {}, "names": names, **more}
        return persons.add_person(reader=self.worker, family_id=family.id, **options)


def house() -> House:
    """Build it, with keys that nobody remembers from the test before."""
    keys.forget_all()
    of, other = worlds.organisation(), worlds.organisation("องค์กรอื่น")
    for one in (of, other):
        keys.current(one.id)
    # As after a commit: until then the keys are asked for each time they are used.
    keys._unsettled().clear()
    team, elsewhere = worlds.team(of), worlds.team(other)
    worker = worlds.account(of, Role.CASEWORKER, team=team)
    chief = worlds.account(of, Role.SUPERVISOR, team=team)
    steward = worlds.account(of, Role.DATA_STEWARD)
    stranger = worlds.account(other, Role.CASEWORKER, team=elsewhere)
    readers = [worlds.reader_of(one) for one in (worker, chief, steward, stranger)]
    return House(of, team, *readers)


def consent(**more: Any) -> ConsentGiven:
    """Return a consent to record and to assess, given yesterday."""
    values: dict[str, Any] = {
        "who": "แม่ของครอบครัว",
        "language": "Akha",
        "how": "spoken",
        "purposes": ("record", "assess"),
        "given_on": yesterday(),
        "witness": "พยานสมมติ",
    }
    return ConsentGiven(**{**values, **more})


def yesterday() -> date:
    """Return yesterday in Thailand."""
    return (timezone.now() + timedelta(hours=7)).date() - timedelta(days=1)


def new_id() -> uuid.UUID:
    """Return an id as a form mints it."""
    return uuid.uuid4()
