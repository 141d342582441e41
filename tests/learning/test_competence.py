"""What is kept of learners: results, badges that follow, refreshers, eligibility."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.learning import learned

from sathana.accounts import eligibility, errors
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.accounts.services import granting
from sathana.audit.models import Entry
from sathana.audit.record import PROGRAM
from sathana.learning import keeping, quizzes, standing, supervising
from sathana.learning.models import Badge, Certificate, LessonResult, SupervisedPack
from sathana.publishing.cached import MARK

pytestmark = pytest.mark.django_db


class House:
    """A learner, a supervisor, two admins of one organisation, and a stranger."""

    def __init__(self) -> None:
        here = worlds.organisation("บ้าน")
        team = worlds.team(here)
        self.learner = worlds.account(here, Role.LEARNER)
        self.head = worlds.account(here, Role.SUPERVISOR, team=team)
        self.admin = worlds.account(here, Role.ORGANISATION_ADMIN)
        self.second = worlds.account(here, Role.ORGANISATION_ADMIN)
        self.caseworker = worlds.account(here, Role.CASEWORKER)
        self.stranger = worlds.account(worlds.organisation("อื่น"), Role.LEARNER)


@pytest.fixture
def house() -> House:
    return House()


def settle(account: Account) -> None:
    with transaction.atomic():
        keeping.settle(account, PROGRAM)


def kinds(account: Account) -> list[str]:
    return [one.badge.kind for one in standing.of(account).held]


def record(by: Account, learner: Account, pack: str = "A-1", **more: str) -> Any:
    told = {"outcome": "accepted", "review": "yes", **more}
    return supervising.record(
        reader=worlds.reader_of(by), learner=learner.id, pack=pack, **told
    )


def accompanied(house: House) -> None:
    """Let the learner reach the badge that leads to a role."""
    learned.passes(house.learner)
    learned.practises(house.learner, "home-birth", "thai-father")
    for number in range(3):
        record(house.head, house.learner, f"A-{number}", outcome="unknown", review="")


def keep(account: Account, told: dict[str, list[str]]) -> LessonResult | None:
    lesson = learned.course().lessons[0]
    return keeping.keep_lesson(
        reader=worlds.reader_of(account),
        course=learned.course(),
        lesson=lesson,
        result=quizzes.mark_quiz(lesson.quiz, told),
    )


def test_a_quiz_with_an_open_question_is_not_kept(house: House) -> None:
    told = learned.answers(learned.course().lessons[0])
    told.popitem()
    assert keep(house.learner, told) is None
    assert not LessonResult.objects.exists()


def test_the_best_and_the_latest_result_are_kept(house: House) -> None:
    lesson = learned.course().lessons[0]
    good = learned.answers(lesson)
    first = lesson.quiz[0]
    poor = {**good, first.id: ["0" if learned.right(first) != ["0"] else "1"]}
    for told in (poor, good, poor, poor):
        assert keep(house.learner, told)
    scores = sorted(LessonResult.objects.values_list("score", flat=True))
    assert len(scores) == 2
    assert scores[0] < scores[1] == 100
    found = standing.of(house.learner).courses[0].lessons[0]
    assert found.state == "passed"
    assert found.latest is not None
    assert found.latest.score == scores[0]


def test_a_course_gives_the_first_badge_and_it_stands_in_the_chain(
    house: House,
) -> None:
    learned.passes(house.learner)
    settle(house.learner)
    assert kinds(house.learner) == ["observer"]
    assert Entry.objects.filter(action="badge.give").count() == 1
    settle(house.learner)
    assert Badge.objects.count() == 1
    assert not Certificate.objects.exists()  # practice families are missing


def test_a_certificate_comes_with_lessons_and_families(house: House) -> None:
    learned.passes(house.learner)
    learned.practises(house.learner, "home-birth", "thai-father")
    settle(house.learner)
    assert kinds(house.learner) == ["observer", "intake", "evidence"]
    row = Certificate.objects.get()
    assert len(row.code) == 20
    assert standing.state_of(row) == "valid"


def test_low_scores_reach_nothing(house: House) -> None:
    learned.passes(house.learner, score=learned.course().passing.quiz - 1)
    learned.practises(house.learner, "home-birth", "thai-father", points=6)
    settle(house.learner)
    assert kinds(house.learner) == []


def changed_law(account: Account) -> None:
    """Let the law of the first lesson, and what rests on it, have been another one."""
    key = learned.course().lessons[0].keys()[0]
    for row in (*account.lesson_results.all(),):
        if key in row.imprints:
            row.imprints = {**row.imprints, key: "said something else"}
            row.save()
    for one in (*account.badges.all(), *account.certificates.all()):
        one.rests_on = {**one.rests_on, key: "said something else"}
        one.save()


def test_a_changed_rule_makes_a_refresher_due_and_the_badge_not_count(
    house: House,
) -> None:
    accompanied(house)
    assert eligibility.of(house.learner, Role.CASEWORKER)[0] is True
    changed_law(house.learner)
    settle(house.learner)
    found = standing.of(house.learner)
    assert found.held
    assert all(one.due for one in found.held)
    assert found.eligible_kinds == ()
    assert found.courses[0].due[0].lesson is learned.course().lessons[0]
    said, why = eligibility.of(house.learner, Role.CASEWORKER)
    assert said is False
    assert "refresher" in why["en"].lower()
    assert standing.state_of(Certificate.objects.get()) == "due"


def test_a_passed_refresher_makes_it_count_again(house: House) -> None:
    accompanied(house)
    changed_law(house.learner)
    LessonResult.objects.all().delete()
    learned.passes(house.learner)
    settle(house.learner)
    assert eligibility.of(house.learner, Role.CASEWORKER)[0] is True
    assert Badge.objects.exclude(ended_on=None).count() == 4
    states = sorted(standing.state_of(one) for one in Certificate.objects.all())
    assert states == ["due", "valid"]


def test_a_fresh_pass_counts_more_than_a_higher_one_by_old_law(house: House) -> None:
    lesson = learned.course().lessons[0]
    learned.passes(house.learner, score=100, changed=lesson.keys()[0])
    learned.passes(house.learner, score=learned.course().passing.quiz)
    found = standing.of(house.learner).courses[0].lessons[0]
    assert found.state == "passed"


def test_a_failed_refresher_leaves_it_due(house: House) -> None:
    lesson = learned.course().lessons[0]
    learned.passes(house.learner, changed=lesson.keys()[0])
    learned.passes(house.learner, score=1)
    found = standing.of(house.learner).courses[0].lessons[0]
    assert found.state == "due"
    assert lesson.keys()[0] in found.changed


def test_accuracy_that_falls_ends_the_badge(house: House) -> None:
    accompanied(house)
    assert kinds(house.learner)[-1] == "accompany"
    for pack in SupervisedPack.objects.all():
        supervising.tell_outcome(
            reader=worlds.reader_of(house.head), pack=pack.id, outcome="sent_back",
            review="yes",
        )  # fmt: skip
    assert "accompany" not in kinds(house.learner)
    assert Entry.objects.filter(action="badge.end").exists()


def test_a_pack_is_unknown_until_told_and_then_counts(house: House) -> None:
    record(house.head, house.learner, outcome="unknown", review="")
    assert standing.of(house.learner).shown.accuracy.percent is None
    supervising.tell_outcome(
        reader=worlds.reader_of(house.admin),
        pack=SupervisedPack.objects.get().id,
        outcome="accepted",
        review="yes",
    )
    assert standing.of(house.learner).shown.accuracy.percent == 100
    assert Entry.objects.filter(action="learning.pack_change").count() == 1


def test_nobody_records_a_pack_of_their_own(house: House) -> None:
    with pytest.raises(errors.OfficeError, match="their own"):
        record(house.head, house.head)
    row = record(house.admin, house.head)
    with pytest.raises(errors.OfficeError, match="their own"):
        supervising.tell_outcome(
            reader=worlds.reader_of(house.head), pack=row.id, outcome="accepted",
            review="yes",
        )  # fmt: skip


@pytest.mark.parametrize("role", ["caseworker", "learner", "stranger"])
def test_others_record_nothing(house: House, role: str) -> None:
    with pytest.raises(errors.NotThereError):
        record(getattr(house, role), house.learner)


def test_people_of_another_organisation_are_not_there(house: House) -> None:
    with pytest.raises(errors.NotThereError):
        record(house.head, house.stranger)
    assert not SupervisedPack.objects.exists()


@pytest.mark.parametrize(
    "pack",
    ["", "สมชาย", "Somchai", "1-2345-67890-12-3", "1234567890123", "A" * 41, "<b>1"],
)
def test_a_pack_is_named_by_a_code_only(house: House, pack: str) -> None:
    with pytest.raises(errors.OfficeError) as refused:
        record(house.head, house.learner, pack)
    assert refused.value.field == "pack"


def test_a_pack_counts_once(house: House) -> None:
    record(house.head, house.learner)
    with pytest.raises(errors.OfficeError, match="recorded for this person"):
        record(house.admin, house.learner)


@pytest.mark.parametrize("told", [{"outcome": "great"}, {"review": "perhaps"}])
def test_an_outcome_that_there_is_not_is_refused(
    house: House, told: dict[str, str]
) -> None:
    with pytest.raises(errors.OfficeError):
        record(house.head, house.learner, **told)


def ask(house: House, role: Role) -> Any:
    return granting.ask(
        reader=worlds.reader_of(house.admin), account=house.learner.id, role=role
    )


@pytest.mark.parametrize(
    "role", [Role.CASEWORKER, Role.LEADER, Role.LAWYER, Role.EDITOR]
)
def test_a_learner_gets_no_role_without_a_badge(house: House, role: Role) -> None:
    with pytest.raises(errors.OfficeError, match="learner only"):
        ask(house, role)
    assert house.learner.grants.count() == 1


def test_a_badge_makes_eligible_and_two_people_still_give_the_role(
    house: House,
) -> None:
    accompanied(house)
    made = ask(house, Role.CASEWORKER)
    assert made.confirmed_at is None
    granting.confirm(reader=worlds.reader_of(house.second), grant=made.id)
    assert house.learner.grants.exclude(confirmed_at=None).count() == 2


def test_a_badge_that_lapsed_meanwhile_is_refused_at_the_confirmation(
    house: House,
) -> None:
    accompanied(house)
    made = ask(house, Role.CASEWORKER)
    changed_law(house.learner)
    with pytest.raises(errors.OfficeError, match="refresher"):
        granting.confirm(reader=worlds.reader_of(house.second), grant=made.id)


def test_a_colleague_with_another_role_is_given_roles_as_before(house: House) -> None:
    granting.ask(
        reader=worlds.reader_of(house.admin),
        account=house.caseworker.id,
        role=Role.LEADER,
    )


def test_a_withdrawn_certificate_is_not_given_again(house: House) -> None:
    learned.passes(house.learner)
    learned.practises(house.learner, "home-birth", "thai-father")
    settle(house.learner)
    row = Certificate.objects.get()
    with pytest.raises(errors.NotThereError):
        supervising.withdraw(
            reader=worlds.reader_of(house.stranger), certificate=row.id
        )
    supervising.withdraw(reader=worlds.reader_of(house.admin), certificate=row.id)
    settle(house.learner)
    assert standing.state_of(Certificate.objects.get()) == "withdrawn"


def test_who_checks_a_certificate_is_never_shown_a_kept_page(house: House) -> None:
    learned.passes(house.learner)
    learned.practises(house.learner, "home-birth", "thai-father")
    settle(house.learner)
    row = Certificate.objects.get()
    address = reverse("certificate-check", args=[row.code])
    answer = Client().get(address)
    assert answer.status_code == 200
    assert MARK not in answer.headers
    assert house.learner.shown_name not in answer.text
    unknown = Client().get(reverse("certificate-check", args=["nobody-has-this"]))
    assert (unknown.status_code, MARK in unknown.headers) == (404, False)
