"""The pages on which learning is kept: who sees them, and what a form can do there."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import worlds
from tests.learning import learned

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.audit.record import PROGRAM
from sathana.learning import keeping
from sathana.learning.models import (
    Certificate,
    LessonResult,
    PracticeResult,
    SupervisedPack,
)
from sathana.learning.open import carried
from sathana.learning.practice import families, learners
from sathana.web import dates

pytestmark = pytest.mark.django_db
MY, ORGANISATION = "/en/my/learning/", "/en/organisation/learning/"
LESSON = f"{MY}{learned.COURSE}/{learned.course().lessons[0].slug}/"
PRACTICE = f"{MY}practice/home-birth/"
PAPER = f"{MY}{learned.COURSE}/certificate.pdf"
ASKED = [one.id for one in learned.course().lessons[0].quiz]
HEADS = (Role.SUPERVISOR, Role.ORGANISATION_ADMIN)


def someone(*roles: Role) -> Account:
    here = worlds.organisation("บ้าน")
    return worlds.account(here, *roles, team=worlds.team(here))


def colleague(of: Account, *roles: Role) -> Account:
    return worlds.account(of.organisation, *(roles or (Role.LEARNER,)))


def passed() -> Account:
    """Return a learner who passed the course."""
    made = someone(Role.LEARNER)
    learned.passes(made)
    learned.practises(made, "home-birth", "thai-father")
    with transaction.atomic():
        keeping.settle(made, PROGRAM)
    return made


def work() -> dict[str, list[str]]:
    family = families.family("home-birth")
    done = learners.perfect(family, dates.today().toordinal())
    found: dict[str, list[str]] = {}
    for name, value in carried.fields_of(done):
        found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_everybody_has_a_page_of_their_own(role: Role, prefix: str) -> None:
    client = worlds.strong_client(someone(role))
    for path in (MY, LESSON, PRACTICE):
        page = client.get(path.replace("/en", prefix, 1))
        assert page.status_code == 200
        assert page.text.count("<h1") == 1


@pytest.mark.parametrize("role", Role)
def test_only_heads_see_the_learning_of_the_organisation(role: Role) -> None:
    client = worlds.strong_client(someone(role))
    expected = 200 if role in HEADS else 404
    assert client.get(ORGANISATION).status_code == expected
    assert client.post(ORGANISATION, {}).status_code == expected


@pytest.mark.parametrize("path", [MY, LESSON, PRACTICE, PAPER, ORGANISATION])
def test_without_signing_in_nothing_is_shown_or_kept(path: str) -> None:
    for answer in (Client().get(path), Client().post(path, {"text": "x"})):
        assert answer.status_code in (302, 405)
    assert not PracticeResult.objects.exists()


def test_a_quiz_is_marked_and_kept() -> None:
    learner = someone(Role.LEARNER)
    client = worlds.strong_client(learner)
    told = learned.answers(learned.course().lessons[0])
    page = client.post(LESSON, told)
    assert page.status_code == 200
    assert "The result is kept: 100 percent" in page.text
    assert LessonResult.objects.get().account == learner
    assert "Best: 100 percent" in client.get(MY).text


def test_an_open_question_keeps_nothing_and_loses_no_answer() -> None:
    client = worlds.strong_client(someone(Role.LEARNER))
    told = learned.answers(learned.course().lessons[0])
    told.popitem()
    page = client.post(LESSON, told)
    assert "Nothing is kept yet" in page.text
    assert "checked" in page.text or "selected" in page.text
    assert not LessonResult.objects.exists()


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"score": "100", "right": "99"},
        {"x" * 300: "1"},
        dict.fromkeys(ASKED, ["9" * 500] * 100),
        dict.fromkeys(ASKED, "<script>alert(1)</script>"),
    ],
)
def test_a_hostile_quiz_form_keeps_nothing(told: dict[str, str]) -> None:
    page = worlds.strong_client(someone(Role.LEARNER)).post(LESSON, told)
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert not LessonResult.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        f"{MY}nothing/nothing/",
        f"{MY}{learned.COURSE}/nothing/",
        f"{MY}nothing/certificate.pdf",
        f"{MY}practice/nobody/",
        f"{MY}practice/g-x/",
    ],
)
def test_what_there_is_not_is_not_found(path: str) -> None:
    assert worlds.strong_client(someone(Role.LEARNER)).get(path).status_code == 404


def test_a_finished_practice_is_marked_again_and_kept() -> None:
    learner = someone(Role.LEARNER)
    client = worlds.strong_client(learner)
    page = client.post(PRACTICE, {**work(), "score": "1", "do": "go:marks"})
    assert page.status_code == 302
    row = PracticeResult.objects.get()
    assert row.score == row.of > 1
    assert row.topics
    assert "What is kept" in client.get(PRACTICE).text
    client.post(PRACTICE, {"asked": "nothing"})
    client.post(PRACTICE, {"asked": "nothing"})
    assert PracticeResult.objects.count() == 2


@pytest.mark.parametrize("told", [{}, {"do": "go:marks"}, {"score": "9"}, {"text": ""}])
def test_a_form_without_work_keeps_nothing(told: dict[str, str]) -> None:
    page = worlds.strong_client(someone(Role.LEARNER)).post(PRACTICE, told)
    assert page.status_code == 200
    assert "Nothing was kept" in page.text
    assert not PracticeResult.objects.exists()


def test_work_from_the_open_page_arrives_and_waits_for_one_more_press() -> None:
    """The open page has no secret of a form; its form is kept, then sent again."""
    client = worlds.strong_client(someone(Role.LEARNER), enforce_csrf_checks=True)
    client.get(MY)
    sent = client.post(PRACTICE, work(), headers={"origin": "http://testserver"})
    assert sent.status_code == 302
    assert not PracticeResult.objects.exists()
    page = client.get(PRACTICE)
    assert "Mark and keep it" in page.text
    assert 'name="asked"' in page.text


def test_open_pages_of_learning_still_set_no_cookie() -> None:
    client = Client()
    for path in (
        "/en/learn/practice/home-birth/",
        f"/en/learn/{learned.COURSE}/{learned.course().lessons[0].slug}/",
    ):
        assert not client.get(path).cookies
    done = client.post("/en/learn/practice/home-birth/", {**work(), "do": "go:marks"})
    assert "Keep it in My learning" in done.text
    assert not done.cookies
    assert not PracticeResult.objects.exists()


def test_results_are_shown_to_their_own_account_only() -> None:
    learner = passed()
    other = colleague(learner)
    page = worlds.strong_client(other).get(MY).text
    assert "None yet." in page
    assert "Best:" not in page


def test_heads_see_their_own_people_and_no_others() -> None:
    head = someone(Role.SUPERVISOR)
    near, far = colleague(head), passed()
    page = worlds.strong_client(head).get(ORGANISATION).text
    assert near.shown_name in page
    assert far.shown_name not in page
    assert str(far.id) not in page


def pack(made_by: Account, **more: str) -> dict[str, str]:
    told = {"do": "record", "learner": str(made_by.id), "pack": "A-1"}
    return {**told, "review": "yes", "outcome": "accepted", **more}


@pytest.mark.parametrize("role", HEADS)
def test_heads_record_a_pack_and_what_became_of_it(role: Role) -> None:
    head = someone(role)
    client, learner = worlds.strong_client(head), colleague(head)
    sent = client.post(ORGANISATION, pack(learner, outcome="unknown"))
    assert sent.status_code == 302
    row = SupervisedPack.objects.get()
    told = {"do": "outcome", "of": str(row.id), "review": "no", "outcome": "sent_back"}
    assert client.post(ORGANISATION, told).status_code == 302
    row.refresh_from_db()
    assert (row.outcome, row.passed_review, row.recorded_by) == (
        "sent_back", False, head,
    )  # fmt: skip
    assert "0 percent" in client.get(ORGANISATION).text


def test_ones_own_pack_is_refused_with_the_reason() -> None:
    head = someone(Role.SUPERVISOR)
    page = worlds.strong_client(head).post(ORGANISATION, pack(head))
    assert page.status_code == 200
    assert "Nobody records a pack of their own" in page.text
    assert not SupervisedPack.objects.exists()


def test_a_stranger_is_not_there() -> None:
    head, stranger = someone(Role.SUPERVISOR), passed()
    client = worlds.strong_client(head)
    row = SupervisedPack.objects.create(
        learner=stranger, recorded_by=stranger, pack="B-1", at=LessonResult.objects
        .first().at,  # type: ignore[union-attr]
    )  # fmt: skip
    certificate = Certificate.objects.get()
    for told in (
        pack(stranger),
        {"do": "outcome", "of": str(row.id), "review": "yes", "outcome": "accepted"},
        {"do": "withdraw", "certificate": str(certificate.id)},
        pack(stranger, learner=str(uuid.uuid4())),
        pack(stranger, learner="../1"),
    ):
        assert client.post(ORGANISATION, told).status_code == 404
    row.refresh_from_db()
    assert row.outcome == "unknown"


@pytest.mark.parametrize(
    "wrong",
    [
        {"pack": "นายสมชาย ใจดี"},
        {"pack": "<img src=x onerror=alert(1)>"},
        {"outcome": "granted"},
        {"review": "maybe"},
        {"learner": ""},
        {"do": "erase"},
    ],
)
def test_a_wrong_form_is_refused_and_nothing_typed_is_lost(
    wrong: dict[str, str],
) -> None:
    head = someone(Role.SUPERVISOR)
    told = pack(colleague(head), **wrong)
    page = worlds.strong_client(head).post(ORGANISATION, told)
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert "<img src=x" not in page.text
    if "pack" not in wrong:
        assert 'value="A-1"' in page.text
    assert not SupervisedPack.objects.exists()


def test_a_certificate_is_made_and_checked_without_a_name() -> None:
    learner = passed()
    client = worlds.strong_client(learner)
    paper = client.get(PAPER)
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF")
    row = Certificate.objects.get()
    anybody = Client()
    for prefix in ("", "/en"):
        page = anybody.get(f"{prefix}/learn/certificate/{row.code}/")
        assert page.status_code == 200
        assert not page.cookies
        assert learner.shown_name not in page.text
        assert learner.username not in page.text
    assert "Valid" in page.text
    assert "From first word to petition" in page.text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rests_on": {"7BIS-2": "said something else"}}, "Refresher due"),
        ({"rests_on": {"NO-SUCH": "gone"}}, "Refresher due"),
        ({"withdrawn_on": dates.today()}, "Withdrawn"),
    ],
)
def test_a_certificate_says_when_it_no_longer_counts(
    changes: dict[str, object], says: str
) -> None:
    passed()
    Certificate.objects.update(**changes)
    code = Certificate.objects.get().code
    page = Client().get(f"/en/learn/certificate/{code}/")
    assert f'<h2 id="state">{says}' in page.text


def test_no_code_and_no_course_no_certificate() -> None:
    client = worlds.strong_client(someone(Role.LEARNER))
    assert client.get(PAPER).status_code == 404
    page = client.get("/en/learn/certificate/aaaaaaaaaaaaaaaaaaaa/")
    assert page.status_code == 404
    assert "No such certificate is known" in page.text
    assert "Passed on" not in page.text
    learner = passed()
    Certificate.objects.update(withdrawn_on=dates.today())
    assert worlds.strong_client(learner).get(PAPER).status_code == 404


def test_an_admin_sees_to_which_roles_badges_lead() -> None:
    admin = someone(Role.ORGANISATION_ADMIN)
    learner = colleague(admin)
    client = worlds.strong_client(admin)
    path = f"/en/organisation/people/{learner.id}/"
    assert "Not eligible yet" in client.get(path).text
    told = {"do": "ask", "role": "caseworker"}
    page = client.post(path, told)
    assert "This person is a learner only" in page.text
    assert learner.grants.count() == 1


def test_the_menu_has_learning() -> None:
    page = worlds.strong_client(someone(Role.SUPERVISOR)).get(MY).text
    assert 'href="/en/organisation/learning/"' in page
    editor = worlds.strong_client(someone(Role.EDITOR)).get(MY).text
    assert 'href="/en/edit/"' in editor
    assert 'href="/en/organisation/learning/"' not in editor


def test_a_large_organisation_asks_no_more_questions() -> None:
    head = someone(Role.SUPERVISOR)
    client = worlds.strong_client(head)
    client.get(ORGANISATION)  # what is asked once only
    asked = []
    for count in (1, 8):
        for _ in range(count):
            learned.practises(colleague(head), "home-birth")
        with CaptureQueriesContext(connection) as found:
            assert client.get(ORGANISATION).status_code == 200
        asked.append(len(found))
    assert asked[0] == asked[1]
