"""Nobody publishes past a missing review, by whichever door."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from tests import worlds
from tests.publishing.conftest import Desk, strong
from wagtail.models import Page, Workflow, WorkflowState

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.editorial import groups, reviews
from sathana.editorial.reviews import NotReviewedError

pytestmark = pytest.mark.django_db


def submitted(page: Any, by: Account) -> WorkflowState:
    state = Workflow.objects.get(name=reviews.WORKFLOW).start(page, by)
    page.refresh_from_db()
    return state


def decide(page: Any, who: Account, what: str = "approve") -> None:
    page = Page.objects.get(pk=page.pk).specific
    state = page.current_workflow_state
    task_state = state.current_task_state
    task_state.task.specific.on_action(task_state.specific, who, what)


def is_live(page: Any) -> bool:
    return bool(Page.objects.get(pk=page.pk).live)


def test_three_people_review_and_the_page_is_public(desk: Desk) -> None:
    page = desk.item("three")
    submitted(page, desk.editor)
    for who in desk.reviewers:
        assert not is_live(page)
        decide(page, who)
    assert is_live(page)


def test_publishing_by_hand_is_refused(desk: Desk) -> None:
    page = desk.item("by-hand")
    with pytest.raises(NotReviewedError) as told:
        page.get_latest_revision().publish(user=desk.editor)
    assert told.value.missing == reviews.STEPS
    assert "ผู้ตรวจกฎหมาย" in str(told.value)
    assert "Law reviewer" in str(told.value)
    assert not is_live(page)


def test_who_wrote_it_does_not_review_it(desk: Desk) -> None:
    page = desk.item("own")
    groups.follow(desk.editor, [Role.EDITOR, Role.LANGUAGE_REVIEWER])
    submitted(page, desk.editor)
    with pytest.raises(PermissionDenied):
        decide(page, desk.editor)


def test_nobody_gives_two_reviews(desk: Desk) -> None:
    page = desk.item("twice")
    both = [Role.LANGUAGE_REVIEWER, Role.LAW_REVIEWER]
    groups.follow(desk.language, both)
    submitted(page, desk.editor)
    decide(page, desk.language)
    desk.language = Account.objects.get(pk=desk.language.pk)
    with pytest.raises(PermissionDenied):
        decide(page, desk.language)
    assert not is_live(page)


def test_words_that_changed_after_the_reviews_are_not_published(desk: Desk) -> None:
    page = desk.item("changed-after")
    submitted(page, desk.editor)
    decide(page, desk.language)
    decide(page, desk.law)
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.title = "something nobody reviewed"
    fresh.save_revision(user=desk.editor)
    with pytest.raises(NotReviewedError):
        decide(page, desk.community)
    assert not is_live(page)


def test_a_page_under_review_is_locked_for_everybody(desk: Desk) -> None:
    page = desk.item("locked")
    submitted(page, desk.editor)
    task = page.current_workflow_task.specific
    assert all(task.locked_for_user(page, who) for who in (desk.editor, desk.language))


def test_whoever_finds_a_fault_sends_it_back(desk: Desk) -> None:
    page = desk.item("back")
    submitted(page, desk.editor)
    decide(page, desk.language, "reject")
    state = WorkflowState.objects.get(object_id=str(page.pk))
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert not is_live(page)


def test_what_was_public_needs_its_reviews_anew(desk: Desk) -> None:
    page = desk.item("again")
    submitted(page, desk.editor)
    for who in desk.reviewers:
        decide(page, who)
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.title = "second edition"
    fresh.save_revision(user=desk.editor)
    with pytest.raises(NotReviewedError):
        fresh.get_latest_revision().publish(user=desk.editor)
    assert Page.objects.get(pk=page.pk).title == "again"
    submitted(fresh, desk.editor)
    for who in desk.reviewers:
        decide(page, who)
    assert Page.objects.get(pk=page.pk).title == "second edition"


@pytest.mark.parametrize("seed", range(12))
def test_no_order_of_decisions_publishes_early(desk: Desk, seed: int) -> None:
    """A page is public exactly when three different people approved, in turn."""
    dice = random.Random(seed)
    page = desk.item(f"random-{seed}")
    people = [desk.editor, *desk.reviewers]
    submitted(page, desk.editor)
    approved: list[Account] = []
    for _ in range(10):
        if is_live(page) or page.current_workflow_state is None:
            break
        who = dice.choice(people)
        due = desk.reviewers[len(approved)]
        try:
            decide(page, who)
        except PermissionDenied:
            assert who != due
            continue
        assert who == due
        approved.append(who)
    assert is_live(page) == (len(approved) == 3)


@pytest.mark.parametrize("role", [None, 0, 1, 2])
def test_no_role_publishes_through_the_form(desk: Desk, role: int | None) -> None:
    page = desk.item("form")
    who = desk.editor if role is None else desk.reviewers[role]
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = {
        "title": "form",
        "slug": "form",
        "medium": "article",
        "spoken": "th",
        "licence": "cc-by-sa-4.0",
        "on_change": "mark",
        "action-publish": "1",
        **{f"{name}-count": "0" for name in ("body", "audience", "pathways", "rules")},
    }
    answer = strong(who).post(address, form)
    assert answer.status_code in (200, 302, 403, 404)
    assert not is_live(page)


def test_an_editor_submits_and_reviewers_approve_in_their_rooms(desk: Desk) -> None:
    page = desk.item("rooms")
    submitted(page, desk.editor)
    for who in desk.reviewers:
        page = Page.objects.get(pk=page.pk).specific
        state = page.current_workflow_state.current_task_state
        address = reverse(
            "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]
        )
        answer = strong(who).post(address)
        assert answer.status_code == 302, answer.content[:500]
    assert is_live(page)


def test_the_house_may_publish_what_is_shipped(desk: Desk) -> None:
    page = desk.item("shipped")
    with reviews.by_the_house():
        page.get_latest_revision().publish()
    assert is_live(page)
    with pytest.raises(NotReviewedError):
        page.save_revision().publish()


# --- the reviewers' own pages ---------------------------------------------------------


def review_of(page: Any, language: str = "") -> str:
    return f"{language}/edit/ours/reviews/{page.pk}/"


def test_a_reviewer_reads_what_changed_and_lets_it_pass(desk: Desk) -> None:
    page = desk.item("room-pass")
    submitted(page, desk.editor)
    for who in desk.reviewers:
        client = strong(who)
        listed = client.get("/edit/ours/reviews/").text
        assert "room-pass" in listed
        assert "รอคุณตรวจ" in listed
        assert 'value="approve"' in client.get(review_of(page)).text
        answer = client.post(review_of(page), {"decision": "approve"})
        assert answer.headers["Location"] == "/edit/ours/reviews/"
    assert is_live(page)


def test_a_page_is_not_sent_back_without_a_word_and_then_is(desk: Desk) -> None:
    page = desk.item("room-back")
    submitted(page, desk.editor)
    client = strong(desk.language)
    answer = client.post(review_of(page), {"decision": "reject", "why": "  "})
    assert (answer.status_code, "ยังไม่ได้ส่งกลับ" in answer.text) == (422, True)
    client.post(review_of(page), {"decision": "reject", "why": "มาตราผิด"})
    state = WorkflowState.objects.get(object_id=str(page.pk))
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.task_states.get().comment == "มาตราผิด"
    told = strong(desk.editor).get(review_of(page)).text
    assert "ไม่ได้รอตรวจแล้ว" in told
    assert "มาตราผิด" in told


@pytest.mark.parametrize("what", ["approve", "reject", "publish", ""])
def test_whose_turn_it_is_not_decides_nothing(desk: Desk, what: str) -> None:
    page = desk.item("room-turn")
    submitted(page, desk.editor)
    for who in (desk.editor, desk.law, desk.community):
        client = strong(who)
        assert "decision" not in client.get(review_of(page)).text
        answer = client.post(review_of(page), {"decision": what, "why": "x"})
        assert answer.status_code == 403
    page.refresh_from_db()
    assert page.current_workflow_state.current_task_state.task.specific.role == (
        Role.LANGUAGE_REVIEWER
    )


def test_who_wrote_it_can_only_send_it_back_and_is_told_why(desk: Desk) -> None:
    page = desk.item("room-own")
    worlds.grant(desk.editor, Role.LANGUAGE_REVIEWER)
    submitted(page, desk.editor)
    shown = strong(desk.editor).get(review_of(page, "/en")).text
    assert 'value="approve"' not in shown
    assert 'value="reject"' in shown
    assert "You wrote this page" in shown


def test_the_room_shows_old_words_beside_new_ones_and_the_law(desk: Desk) -> None:
    page = desk.item("room-diff")
    submitted(page, desk.editor)
    for who in desk.reviewers:
        decide(page, who)
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.summary = "ถ้อยคำใหม่ของเรื่องนี้"
    fresh.save_revision(user=desk.editor)
    submitted(fresh, desk.editor)
    for language in ("", "/en"):
        shown = strong(desk.law).get(review_of(page, language)).text
        assert "ถ้อยคำใหม่ของเรื่องนี้" in shown
        assert shown.count('class="comparison"') == 1
    assert "What differs from what is public" in shown


def test_a_locked_page_leads_to_its_review(desk: Desk) -> None:
    page = desk.item("room-way")
    submitted(page, desk.editor)
    shown = strong(desk.language).get(f"/edit/pages/{page.pk}/edit/").text
    assert review_of(page) in shown
    assert "ระหว่างตรวจไม่มีใครแก้ได้" in shown
