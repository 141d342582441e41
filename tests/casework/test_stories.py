"""The stories of the demo's village play through the services as people would."""

from __future__ import annotations

import pytest
from tests.registry.house import yesterday

from sathana.casework.models import Case, CasePathway, Cost, Encounter, OfficerName
from sathana.casework.selectors import cases as selectors
from sathana.law.load import pack
from sathana.seeds import staff, storing
from sathana.seeds.stories import STORIES
from sathana.seeds.village import TEAMS, village

pytestmark = pytest.mark.django_db


def test_each_story_is_of_a_family_of_the_village() -> None:
    there = {one.number: one for one in village()}
    assert set(STORIES) <= set(there)
    for number, story in STORIES.items():
        for walk in story.walks:
            assert walk.who in there[number].names
            assert walk.pathway in pack().pathways


def test_the_village_shows_casework_at_every_stage() -> None:
    hired = staff.hire(TEAMS)
    told = [one for one in village() if one.number in STORIES]
    for one in told:
        storing.settle_one(hired, one, worked_on=True)
    assert Case.rows.count() == len(STORIES) >= 15
    states = {row.state for row in CasePathway.rows.all()}
    wanted = {"ready", "card", "suspended", "refused", "not_received", "died"}
    assert wanted <= states
    assert Case.rows.filter(due__lte=yesterday()).count() >= 3
    refused = [row for row in Encounter.rows.all() if row.outcome == "not_received"]
    assert any(row.codes for row in refused)
    assert OfficerName.rows.exists()
    assert {row.state for row in Cost.rows.all()} == {"approved", "asked"}
    worker = storing.reader_of(hired.accounts["caseworker"])
    listing = selectors.listed(worker)
    assert listing.lines
    assert listing.lines[0].overdue
    lawyer = storing.reader_of(hired.accounts["lawyer"])
    assert len(selectors.listed(lawyer).lines) == 1
    officer = storing.reader_of(hired.accounts["officer"])
    assert len(selectors.listed(officer).lines) == 1
