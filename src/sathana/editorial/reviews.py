"""Reviews before anything is public: language, law, community, by different people.

The framework asks the groups one after the other. What it would let through besides is
stopped in :func:`be_reviewed`, which every publishing passes: without all reviews of
exactly this version, by people who did not write it, nothing becomes public.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import (
    GroupPagePermission,
    Page,
    Revision,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from sathana.accounts.roles import TITLES, Role
from sathana.editorial.groups import group_of, lay_groups

STEPS = (Role.LANGUAGE_REVIEWER, Role.LAW_REVIEWER, Role.COMMUNITY_REVIEWER)
"""The reviews, in their order."""
WORKFLOW = "ภาษา กฎหมาย ชุมชน · Language, law, community"
EDITOR_MAY = ("add_page", "change_page")
_by_the_house: ContextVar[bool] = ContextVar("by_the_house", default=False)


class NotReviewedError(PermissionDenied):
    """A page would become public without all its reviews.

    Attributes:
        missing: Roles whose review is missing for this version.
    """

    def __init__(self, missing: tuple[Role, ...]) -> None:
        self.missing = missing
        titles = ", ".join(f"{TITLES[r]['th']} ({TITLES[r]['en']})" for r in missing)
        super().__init__(
            f"ยังเผยแพร่ไม่ได้ ขาดการตรวจของ / not public yet, not reviewed by: {titles}"
        )


@contextmanager
def by_the_house() -> Iterator[None]:
    """Publish what is shipped with the program, whose reviews its makers did."""
    token = _by_the_house.set(True)
    try:
        yield
    finally:
        _by_the_house.reset(token)


def be_reviewed(page: Page, revision: Revision) -> None:
    """Refuse a version that not everybody has reviewed.

    Raises:
        NotReviewedError: A review of exactly this version is missing.
    """
    if _by_the_house.get():
        return
    done = _reviewed(page, revision)
    missing = tuple(role for role in STEPS if role.value not in done)
    if missing:
        raise NotReviewedError(missing)


def lay_reviews(root: Page) -> None:
    """Make groups, work flow and what editors may do below a page; safe to repeat."""
    from sathana.editorial.models import ReviewTask

    lay_groups()
    editors = group_of(Role.EDITOR)
    for code in EDITOR_MAY:
        GroupPagePermission.objects.get_or_create(
            group=editors, page=root, permission=_permission(code)
        )
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW)
    for order, role in enumerate(STEPS):
        task, made = ReviewTask.objects.get_or_create(
            role=role.value,
            defaults={"name": f"{TITLES[role]['th']} · {TITLES[role]['en']}"},
        )
        if made:
            task.groups.add(group_of(role))
        WorkflowTask.objects.get_or_create(
            workflow=workflow, task=task, defaults={"sort_order": order}
        )
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})


def own_hand(state: WorkflowState, user: Any) -> bool:
    """Whether somebody wrote what is reviewed, or has reviewed it already."""
    wrote = state.content_object.revisions.filter(user=user)
    since = state.content_object.live_revision
    if since is not None:
        wrote = wrote.filter(created_at__gt=since.created_at)
    gave = state.task_states.filter(finished_by=user, status=TaskState.STATUS_APPROVED)
    return state.requested_by_id == user.pk or wrote.exists() or gave.exists()


def _reviewed(page: Page, revision: Revision) -> set[str]:
    """Return the roles of the reviews of exactly this version that were given."""
    from sathana.editorial.models import ReviewTask

    last = (
        WorkflowState.objects.for_instance(page)
        .filter(status=WorkflowState.STATUS_APPROVED)
        .order_by("-created_at", "-pk")
        .first()
    )
    if last is None:
        return set()
    states = last.task_states.filter(
        status=TaskState.STATUS_APPROVED, revision_id=revision.pk
    )
    givers = dict(states.values_list("task_id", "finished_by_id"))
    if len(set(givers.values())) < len(givers):
        return set()  # one person gave two of them
    return set(ReviewTask.objects.filter(pk__in=givers).values_list("role", flat=True))


def _permission(code: str) -> Any:
    from django.contrib.auth.models import Permission

    return Permission.objects.get(content_type__app_label="wagtailcore", codename=code)
