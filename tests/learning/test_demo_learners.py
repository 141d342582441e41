"""The demo's learners: marked like anybody, one lesson due, one who is through."""

from __future__ import annotations

import pytest
from tests import worlds

from sathana.accounts import eligibility
from sathana.accounts.roles import Role
from sathana.learning import standing
from sathana.learning.models import Certificate
from sathana.seeds import learners, staff, storing, village
from sathana.seeds.staff import Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> Staff:
    needed = (learners.BEGINNER, learners.DONE, "supervisor", "admin", "admin2")
    few = tuple(post for post in staff.POSTS if post.username in needed)
    monkeypatch.setattr(staff, "POSTS", few)
    hired = staff.hire(village.TEAMS)
    storing.teach(hired)
    return hired


def test_the_beginner_passed_some_lessons_and_has_one_to_take_again(
    taught: Staff,
) -> None:
    found = standing.of(taught.accounts[learners.BEGINNER])
    states = [one.state for one in found.courses[0].lessons]
    assert states.count("passed") == learners.LESSONS - 1
    assert states.count("due") == 1
    due = found.courses[0].due[0]
    assert due.lesson.slug == learners.OLD_LESSON
    assert due.changed == (learners.OLD_RULE,)
    assert [one.state for one in found.practice] == ["counts"]
    assert 0 < found.practice[0].percent < 100
    assert found.held == ()


def test_the_other_is_through_and_eligible_for_a_role(taught: Staff) -> None:
    account = taught.accounts[learners.DONE]
    found = standing.of(account)
    assert [one.badge.kind for one in found.held] == [
        *("observer", "intake", "evidence", "accompany")
    ]
    assert found.shown.accuracy.percent == 100
    assert found.shown.accuracy.known == len(learners.PACKS)
    assert standing.state_of(Certificate.objects.get(account=account)) == "valid"
    assert eligibility.of(account, Role.CASEWORKER)[0] is True


def test_their_pages_and_the_supervisor_s_show_it(taught: Staff) -> None:
    page = worlds.strong_client(taught.accounts[learners.BEGINNER])
    assert "Refreshers due" in page.get("/en/my/learning/").text
    head = worlds.strong_client(taught.accounts["supervisor"])
    text = head.get("/en/organisation/learning/").text
    for code, *_ in learners.PACKS:
        assert code in text
