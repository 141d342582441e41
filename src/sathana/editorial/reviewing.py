"""What waits for a review, what has changed in it, and what its reviewer decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, WorkflowState

from sathana.accounts.roles import Role
from sathana.editorial import reviews
from sathana.editorial.models import ReviewTask

APPROVE, REJECT = "approve", "reject"


class WhyError(ValueError):
    """A page would be sent back without a word about what is wrong."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the reviews of a page.

    Attributes:
        role: Who gives it.
        given_by: Whoever gave it for this round; ``None``: nobody yet.
        due: It is the next one.
    """

    role: Role
    given_by: Any
    due: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page under review.

    Attributes:
        may: What this person can decide: of ``approve`` and ``reject``.
        own: They wrote it, or have reviewed it already.
    """

    page: Any
    state: WorkflowState
    steps: tuple[Step, ...]
    may: frozenset[str]
    own: bool

    @property
    def due(self) -> Role:
        """Whose review it waits for."""
        return next(step.role for step in self.steps if step.due)


def waiting(user: Any) -> list[Waiting]:
    """Return every page under review, those that wait for this person first."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS
    ).order_by("created_at", "pk")
    found = [one for state in states if (one := _of(state, user))]
    return sorted(found, key=lambda one: APPROVE not in one.may)


def of_page(page: Page, user: Any) -> Waiting | None:
    """Return the review that a page is in; ``None``: it is in none."""
    state = page.specific.current_workflow_state
    return _of(state, user) if under_review(state) else None


def under_review(state: WorkflowState | None) -> bool:
    """Whether a page waits for somebody; one that was sent back waits for nobody."""
    return state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS


def sent_back(page: Page) -> Any:
    """Return how a page was sent back last: by whom, and why; ``None``: it was not."""
    state = page.specific.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return state.current_task_state


def changes(page: Page, request: HttpRequest) -> list[Any]:
    """Return what differs between what is public and what is reviewed.

    Empty where the page was never public: then all of it is new.
    """
    before = page.live_revision
    if not page.live or before is None:
        return []
    after = page.specific.get_latest_revision_as_object()
    shown = page.specific.get_edit_handler().get_bound_panel(
        instance=page.specific, request=request, form=None
    )
    told = [one(before.as_object(), after) for one in shown.get_comparison()]
    return [one for one in told if one.has_changed() and _seen(str(one.htmldiff()))]


def _seen(marked: str) -> bool:
    """Whether a reader sees a difference: ids of blocks differ without a word."""
    return "addition" in marked or "deletion" in marked


def decide(page: Page, user: Any, what: str, why: str) -> None:
    """Give a review, or send a page back.

    Args:
        page: What is under review.
        user: Who decides.
        what: ``approve`` or ``reject``.
        why: A word to those who wrote it; needed to send a page back.

    Raises:
        PermissionDenied: It is not this person's to decide.
        WhyError: It would go back without a reason.
    """
    if what == REJECT and not why:
        raise WhyError
    state = page.specific.current_workflow_state.current_task_state
    state.task.specific.on_action(state.specific, user, what, comment=why)


def _of(state: WorkflowState, user: Any) -> Waiting | None:
    page, current = state.content_object, state.current_task_state
    if page is None or current is None:
        return None
    task = current.task.specific
    able = {name for name, _, _ in task.get_actions(page, user)}
    return Waiting(
        page=page.get_latest_revision_as_object(),
        state=state,
        steps=_steps(state, task),
        may=frozenset(able & {APPROVE, REJECT}),
        own=reviews.own_hand(state, user),
    )


def _steps(state: WorkflowState, due: ReviewTask) -> tuple[Step, ...]:
    given = {
        one.task_id: one.finished_by
        for one in state.task_states.filter(status="approved").order_by("pk")
    }
    tasks = [one.specific for one in state.workflow.tasks]
    return tuple(
        Step(Role(one.role), given.get(one.pk), one.pk == due.pk) for one in tasks
    )
