"""The form of a pathway shows first what the assessment calls open."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests import worlds
from tests.casework.conftest import Work

from sathana.accounts.models import Account
from sathana.casework.forms.cases import pathways
from sathana.casework.selectors.openings import openings
from sathana.law.load import pack
from sathana.registry.services import assessing, facts

pytestmark = pytest.mark.django_db
OPEN = "เปิดตามผลวิเคราะห์ล่าสุด"


def assess(work: Work) -> None:
    """Assess a family in which somebody's birth was never notified."""
    reader, person = work.at.worker, work.person.id
    for path, value in (
        ("born.date", "2005-01-01"), ("born.country", "TH"), ("born.notified", "none"),
    ):  # fmt: skip
        facts.tell(reader=reader, person_id=person, path=path, value=value)
    assessing.assess(reader=reader, family_id=work.family.id)


def test_what_is_open_comes_first_and_nothing_is_left_out(work: Work) -> None:
    reader, family = work.at.worker, work.family.id
    client = worlds.strong_client(Account.objects.get(id=reader.actor.id))
    page = reverse("pathway-new", args=[work.case.id])
    assert openings(reader, family) == frozenset()
    assert OPEN not in client.get(page).content.decode()
    assess(work)
    found = openings(reader, family)
    assert "BR-4" in found
    assert found <= set(pack().pathways)
    shown = client.get(page).content.decode()
    group = re.search(rf'<optgroup label="{OPEN}">(.*?)</optgroup>', shown, re.DOTALL)
    assert group
    assert set(re.findall(r'value="([^"]+)"', group[1])) == found
    everything = {key for _, some in pathways(found)[1:] for key, _ in some}
    assert everything == set(pack().pathways)


def test_only_of_the_person_whose_pathway_it_is(work: Work) -> None:
    reader, family = work.at.worker, work.family.id
    assess(work)
    answer = assessing.latest(reader, family)
    assert answer
    each = [openings(reader, family, one) for one in answer.people.values()]
    assert frozenset().union(*each) == openings(reader, family)


def test_who_does_not_see_facts_learns_of_none(work: Work) -> None:
    assess(work)
    assert openings(work.at.steward, work.family.id) == frozenset()
