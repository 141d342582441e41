"""What the tests of casework share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import translation
from tests.registry.house import House, house, new_id

from sathana.casework.models import Case, CasePathway
from sathana.casework.services import cases, tracks
from sathana.law.load import pack
from sathana.registry.models import Family, Person

TO_READY = ("screen", "map_family", "choose_path", "list_gaps", "collect", "settle")


@pytest.fixture(autouse=True)
def _thai() -> None:
    """An English page before this one leaves its language in the process."""
    translation.activate("th")


@dataclass
class Work:
    """A house with a family of two, and a case in which one takes a pathway."""

    at: House
    family: Family
    person: Person
    other: Person
    case: Case
    track: CasePathway

    def move(self, action: str, reason: str = "", **more: Any) -> CasePathway:
        """Move the pathway as it stands now."""
        reader = more.pop("reader", self.at.worker)
        now = CasePathway.rows.get(id=self.track.id)
        options = {"version": now.version, "id": new_id(), **more}
        return tracks.move(
            reader=reader, track_id=self.track.id, action=action, reason=reason,
            **options,
        )  # fmt: skip

    def walk(self, *actions: str) -> CasePathway:
        """Move it several times, as a supervisor, each with a reason."""
        for action in actions:
            self.move(action, "เหตุผลสมมติ", reader=self.at.supervisor)
        return CasePathway.rows.get(id=self.track.id)


def a_pathway() -> str:
    """Return the id of a pathway of the law pack."""
    return next(iter(pack().pathways))


@pytest.fixture
def at(db: None) -> House:
    """A small organisation with people who work in it."""
    return house()


@pytest.fixture
def work(db: None) -> Work:
    """A case, in which one of a family takes a pathway."""
    return make_work()


def make_work() -> Work:
    """Make a house with a case, in which one of a family takes a pathway."""
    at = house()
    family = at.family()
    person, other = (at.person(family, name) for name in ("หมี่จู สมมติ", "อาโล สมมติ"))
    case = cases.open_case(reader=at.worker, family_id=family.id, title="ยื่นขอสัญชาติ")
    track = tracks.add_track(
        reader=at.worker, case_id=case.id, person_id=person.id,
        values={"pathway": a_pathway(), "filed_by": "parent", "filer_id": other.id},
    )  # fmt: skip
    return Work(at, family, person, other, case, track)
