"""Practice is kept with the law by which it was marked, and falls due when it changes.

Of older results nobody kept it: then it is unknown, which is neither valid nor void.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from tests import worlds
from tests.learning import learned
from tests.publishing.test_rule_change import one_version_changed, without

from sathana.accounts import eligibility
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.audit.record import PROGRAM
from sathana.learning import badges, imprints, keeping, practised, standing
from sathana.learning.models import Badge, Certificate, PracticeResult, SupervisedPack
from sathana.learning.practice import families, learners, marking
from sathana.learning.practice.model import Marks
from sathana.web import dates

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = "home-birth", "thai-father", "foundling"
MY = "/en/my/learning/"


@pytest.fixture
def learner() -> Account:
    here = worlds.organisation("บ้าน")
    return worlds.account(here, Role.LEARNER, team=worlds.team(here))


def marks_of(key: str) -> Marks:
    family, day = families.family(key), dates.today().toordinal()
    return marking.mark(family, learners.perfect(family, day), day)


def practise(account: Account, *keys: str) -> None:
    for key in keys:
        reader = worlds.reader_of(account)
        keeping.keep_practice(reader=reader, family=key, marks=marks_of(key))


def settle(account: Account) -> None:
    with transaction.atomic():
        keeping.settle(account, PROGRAM)


def states(account: Account) -> dict[str, str]:
    return {one.row.family: one.state for one in standing.of(account).practice}


def kinds(account: Account) -> list[str]:
    return [one.badge.kind for one in standing.of(account).held]


def rules_of(key: str) -> set[str]:
    return {one for one in marks_of(key).cites if ":" not in one}


def not_taught(rules: set[str]) -> str:
    """Return a rule that no lesson teaches, so that only practice falls due."""
    return min(rules - set(learned.course().keys()))


def forget_the_law(account: Account) -> None:
    """Let all practice be as it was before the law was kept with it."""
    account.practice_results.update(imprints=None)


def test_a_result_keeps_every_record_that_its_marks_cite(learner: Account) -> None:
    practise(learner, FIRST)
    row = PracticeResult.objects.get()
    cited = {key for mark in marks_of(FIRST).marks for key in mark.cites}
    assert row.imprints == imprints.now(cited)
    assert all(row.imprints.values())


def test_exactly_the_practice_that_cites_the_changed_rule_falls_due(
    learner: Account,
) -> None:
    practise(learner, FIRST, SECOND)
    assert states(learner) == {FIRST: "counts", SECOND: "counts"}
    own, other = rules_of(FIRST), rules_of(SECOND)
    assert own - other
    for rule in sorted(own | other):
        with one_version_changed(rule):
            found = {one.row.family: one for one in standing.of(learner).practice}
            due = {key for key, one in found.items() if one.state == "due"}
            assert due == {
                key for key, rules in ((FIRST, own), (SECOND, other)) if rule in rules
            }
            assert all(found[key].changed == (rule,) for key in due)
    assert states(learner) == {FIRST: "counts", SECOND: "counts"}


def test_a_rule_that_is_gone_makes_practice_due_and_is_named(learner: Account) -> None:
    practise(learner, FIRST)
    rule = min(rules_of(FIRST))
    with without(rule):
        assert standing.of(learner).practice[0].changed == (rule,)
        assert rule in worlds.strong_client(learner).get(MY).text


def test_the_page_says_what_changed_since_when_and_practising_again_clears_it(
    learner: Account,
) -> None:
    practise(learner, FIRST, SECOND)
    client, rule = (
        worlds.strong_client(learner),
        min(rules_of(FIRST) - rules_of(SECOND)),
    )
    assert "Practise again" not in client.get(MY).text
    with one_version_changed(rule):
        page = client.get(MY).text
        assert "Practise again" in page
        assert "Changed since" in page
        own = client.get(f"{MY}practice/{FIRST}/").text
        assert "this law changed since" in own
        assert (
            "this law changed since" not in client.get(f"{MY}practice/{SECOND}/").text
        )
        practise(learner, FIRST)
        assert states(learner) == {FIRST: "counts", SECOND: "counts"}
        assert "Practise again" not in client.get(MY).text


def test_a_badge_falls_due_with_the_practice_it_takes(learner: Account) -> None:
    learned.passes(learner)
    practise(learner, FIRST, SECOND)
    assert kinds(learner) == ["observer", "intake", "evidence"]
    with one_version_changed(not_taught(rules_of(FIRST) | rules_of(SECOND))):
        settle(learner)
        found = {one.badge.kind: one.due for one in standing.of(learner).held}
        assert found == {"observer": False, "intake": True, "evidence": True}
        assert standing.state_of(Certificate.objects.get()) == "due"
        practise(learner, FIRST, SECOND)
        assert not any(one.due for one in standing.of(learner).held)
        assert Badge.objects.filter(kind="intake").count() == 2
        assert Badge.objects.filter(kind="observer").count() == 1


def test_enough_other_practice_keeps_the_badge(learner: Account) -> None:
    learned.passes(learner)
    practise(learner, FIRST, SECOND, THIRD)
    rule = not_taught(rules_of(THIRD) - rules_of(FIRST) - rules_of(SECOND))
    with one_version_changed(rule):
        found = standing.of(learner)
        assert states(learner)[THIRD] == "due"
        assert found.shown.families == badges.FAMILIES
        assert not any(one.due for one in found.held)


def accompanied(account: Account) -> None:
    learned.passes(account)
    practise(account, FIRST, SECOND)
    for number in range(badges.PACKS):
        SupervisedPack.objects.create(
            learner=account, recorded_by=account, pack=f"A-{number}",
            at=worlds.reader_of(account).now,
        )  # fmt: skip
    settle(account)


def test_nobody_is_eligible_by_practice_of_another_law(learner: Account) -> None:
    accompanied(learner)
    assert eligibility.of(learner, Role.CASEWORKER)[0] is True
    with one_version_changed(not_taught(rules_of(FIRST) | rules_of(SECOND))):
        said, why = eligibility.of(learner, Role.CASEWORKER)
        assert said is False
        assert "refresher" in why["en"].lower()


def test_without_its_law_a_result_is_unknown_and_the_badge_stays_and_says_so(
    learner: Account,
) -> None:
    accompanied(learner)
    forget_the_law(learner)
    settle(learner)
    assert set(states(learner).values()) == {practised.UNKNOWN}
    held = {one.badge.kind: one for one in standing.of(learner).held}
    assert [*held] == ["observer", "intake", "evidence", "accompany"]
    assert [one.unknown for one in held.values()] == [False, True, True, True]
    assert not any(one.due for one in held.values())
    said, why = eligibility.of(learner, Role.CASEWORKER)
    assert said is False
    assert "not known" in why["en"]
    page = worlds.strong_client(learner).get(MY).text
    assert "Not known whether it counts" in page


def test_without_its_law_a_result_gives_no_new_badge(learner: Account) -> None:
    practise(learner, FIRST, SECOND)
    forget_the_law(learner)
    learned.passes(learner)
    settle(learner)
    assert kinds(learner) == ["observer"]
    assert not Certificate.objects.exists()
    practise(learner, FIRST, SECOND)
    assert kinds(learner) == ["observer", "intake", "evidence"]


def test_unknown_practice_beside_lessons_that_are_due_is_due(learner: Account) -> None:
    accompanied(learner)
    forget_the_law(learner)
    taught = learned.course().keys()
    with one_version_changed(next(key for key in taught if ":" not in key)):
        assert all(one.due for one in standing.of(learner).held)


def test_a_fresh_result_is_worth_more_than_a_higher_one_by_another_law(
    learner: Account,
) -> None:
    law: dict[str, Any] = {min(rules_of(FIRST)): "said something else"}
    learned.practises(learner, FIRST, points=10, law=law)
    learned.practises(learner, FIRST, points=7)
    found = standing.of(learner).practice[0]
    assert (found.state, found.percent) == ("counts", 70)


def test_a_failed_new_try_leaves_it_due(learner: Account) -> None:
    law: dict[str, Any] = {min(rules_of(FIRST)): "said something else"}
    learned.practises(learner, FIRST, points=10, law=law)
    learned.practises(learner, FIRST, points=2)
    found = standing.of(learner).practice[0]
    assert (found.state, found.percent) == ("due", 100)


def test_supervisors_see_how_much_is_to_be_practised_again(learner: Account) -> None:
    head = worlds.account(learner.organisation, Role.SUPERVISOR)
    practise(learner, FIRST, SECOND)
    PracticeResult.objects.filter(family=SECOND).update(imprints=None)
    with one_version_changed(min(rules_of(FIRST))):
        page = worlds.strong_client(head).get("/en/organisation/learning/").text
    assert "to practise again: 1" in page
    assert "not known whether they count: 1" in page
