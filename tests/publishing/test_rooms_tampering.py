"""Moving, ordering, locking, scheduling: no way round the reviews, for no role."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from tests.publishing.conftest import Desk, strong
from tests.publishing.test_reviews import decide, is_live, submitted
from wagtail.models import Page

from sathana.editorial.reviews import by_the_house
from sathana.publishing.models import ListPage

pytestmark = pytest.mark.django_db
WHO = pytest.mark.parametrize("who", ["editor", "language", "law", "community"])


def public(desk: Desk, slug: str) -> Any:
    page = desk.item(slug)
    with by_the_house():
        page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def elsewhere(desk: Desk) -> ListPage:
    page = ListPage(
        title="อื่น", slug="elsewhere", shows="media", locale=desk.media.locale
    )
    desk.media.get_parent().add_child(instance=page)
    return page


def form(slug: str, **more: str) -> dict[str, str]:
    return {
        "title": slug,
        "slug": slug,
        "medium": "article",
        "spoken": "th",
        "licence": "cc-by-sa-4.0",
        "on_change": "mark",
        **{f"{name}-count": "0" for name in ("body", "audience", "pathways", "rules")},
        **more,
    }


def state_of(page: Any) -> tuple[Any, ...]:
    """Return what a page is to the public, its place and its review."""
    now = Page.objects.get(pk=page.pk).specific
    review = now.current_workflow_state
    task = review and review.current_task_state_id
    return (
        *(now.live, now.title, now.slug, now.path, now.url_path, now.locked),
        *(now.go_live_at, now.expire_at, now.latest_revision_id, task),
    )


@WHO
@pytest.mark.parametrize("reviewed", [False, True])
def test_nobody_moves_a_public_page_or_one_under_review(
    desk: Desk, who: str, reviewed: bool
) -> None:
    page = desk.item("stays") if reviewed else public(desk, "stays")
    if reviewed:
        submitted(page, desk.editor)
    other, before = elsewhere(desk), state_of(page)
    client = strong(getattr(desk, who))
    for name, args in (
        ("move", [page.pk]),
        ("move_confirm", [page.pk, other.pk]),
        ("set_page_position", [page.pk]),
    ):
        address = reverse(f"wagtailadmin_pages:{name}", args=args)
        answer = client.post(address, {"new_parent_page": other.pk, "position": "0"})
        assert answer.status_code < 500, name
    assert state_of(page) == before


def test_why_a_page_under_review_is_not_moved_is_said_and_a_draft_is(
    desk: Desk,
) -> None:
    page, other = desk.item("waits"), elsewhere(desk)
    state = submitted(page, desk.editor)
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk])
    client = strong(desk.editor)
    answer = client.post(address)
    assert answer.status_code == 403
    assert "ย้ายไม่ได้ระหว่างตรวจ" in answer.text
    state.cancel(user=desk.editor)
    assert client.post(address).status_code == 302
    assert Page.objects.get(pk=page.pk).get_parent().pk == other.pk


@WHO
def test_locking_and_scheduling_are_nobody_s(desk: Desk, who: str) -> None:
    page = public(desk, "pinned")
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.title = "changed"
    second = fresh.save_revision(user=desk.editor)
    before = state_of(page)
    client = strong(getattr(desk, who))
    for name, args in (
        ("lock", [page.pk]),
        ("unlock", [page.pk]),
        ("revisions_unschedule", [page.pk, second.pk]),
        ("revisions_revert", [page.pk, second.pk]),
        ("confirm_workflow_cancellation", [page.pk]),
    ):
        answer = client.post(reverse(f"wagtailadmin_pages:{name}", args=args))
        assert answer.status_code < 500, name
    assert state_of(page) == before


@WHO
def test_no_day_in_a_form_publishes_later(desk: Desk, who: str) -> None:
    page = desk.item("timed")
    client = strong(getattr(desk, who))
    past = "2026-01-01 00:00"
    for action in ("action-publish", "action-submit", "ignored"):
        client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form("timed", go_live_at=past, expire_at="2099-01-01", **{action: "1"}),
        )
    call_command("publish_scheduled")
    now = Page.objects.get(pk=page.pk)
    assert (now.live, now.go_live_at, now.expire_at) == (False, None, None)


def test_a_scheduled_version_without_reviews_stays_a_draft(desk: Desk) -> None:
    page = desk.item("scheduled")
    latest = page.get_latest_revision()
    latest.approved_go_live_at = timezone.now()
    latest.save(update_fields=["approved_go_live_at"])
    with pytest.raises(Exception, match="not reviewed"):
        call_command("publish_scheduled")
    assert not is_live(page)


@WHO
def test_a_page_under_review_is_not_tampered_with(desk: Desk, who: str) -> None:
    page = desk.item("reviewed")
    submitted(page, desk.editor)
    before = state_of(page)
    client = strong(getattr(desk, who))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for action in ("action-publish", "action-submit", "action-restart-workflow", "x"):
        answer = client.post(edit, form("other", **{action: "1"}))
        assert answer.status_code < 500, action
        assert state_of(page) == before, action
    for name in ("lock", "unlock"):
        client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
    assert state_of(page) == before


@pytest.mark.parametrize("who", ["language", "law", "community"])
def test_only_who_asked_cancels_a_review(desk: Desk, who: str) -> None:
    page = desk.item("cancelled")
    submitted(page, desk.editor)
    before = state_of(page)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    strong(getattr(desk, who)).post(edit, {"action-cancel-workflow": "1"})
    assert state_of(page) == before


@pytest.mark.parametrize("who", ["editor", "law", "community"])
@pytest.mark.parametrize("what", ["approve", "reject", "publish"])
def test_whose_turn_it_is_not_is_refused_by_the_framework_s_address_too(
    desk: Desk, who: str, what: str
) -> None:
    page = desk.item("turn")
    state = submitted(page, desk.editor).current_task_state
    before = state_of(page)
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, what, state.pk]
    )
    answer = strong(getattr(desk, who)).post(address, {"comment": "x"})
    assert answer.status_code < 500
    assert state_of(page) == before


def test_the_address_of_a_public_page_changes_with_its_reviews_only(desk: Desk) -> None:
    page = public(desk, "address")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = strong(desk.editor).post(edit, form("moved-address"))
    assert answer.status_code in (200, 302)
    assert Page.objects.get(pk=page.pk).slug == "address"
    fresh = Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()
    assert fresh.slug == "moved-address"
    submitted(Page.objects.get(pk=page.pk).specific, desk.editor)
    for who in desk.reviewers:
        assert Page.objects.get(pk=page.pk).slug == "address"
        decide(page, who)
    assert Page.objects.get(pk=page.pk).slug == "moved-address"


def test_a_form_without_its_fields_is_refused_in_words(desk: Desk) -> None:
    page = desk.item("cut-form")
    answer = strong(desk.editor).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "x"}
    )
    assert answer.status_code == 400
    assert "<h1" in answer.text
