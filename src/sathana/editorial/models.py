"""What the editors' rooms store: reviews, and what every public page has."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, WorkflowState

from sathana.accounts.roles import Role
from sathana.editorial import references, reviews
from sathana.editorial.blocks import Body, ReferenceBlock
from sathana.editorial.locks import ReviewLock
from sathana.editorial.words import AUDIENCES, ON_CHANGE, TOPICS
from sathana.protection.classes import Sensitivity
from sathana.web.lazy import both

MARK, HIDE, FLAG = "mark", "hide", "flag"


class ReviewTask(AbstractGroupApprovalTask):
    """One of the reviews: nobody gives two of them, nor one of their own words.

    While a page is reviewed nobody changes it: who finds a fault sends it back.
    """

    role = models.CharField(max_length=24, unique=True)

    PLAIN = dict.fromkeys(("task_ptr", "role"), Sensitivity.P0)
    lock_class = ReviewLock

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Return what somebody may do: everything, or only send it back."""
        actions: list[tuple[str, str, bool]] = super().get_actions(obj, user)
        state = obj.current_workflow_state
        if state is not None and reviews.own_hand(state, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Whether somebody cannot change the page now: nobody can."""
        return True

    def on_action(
        self, task_state: Any, user: Any, action_name: str, **kwargs: Any
    ) -> Any:
        """Do what was decided, if this person may decide it.

        Raises:
            PermissionDenied: They may not, whatever a form says.
        """
        known = {name for name, _, _ in self.get_actions(_page(task_state), user)}
        if action_name not in known:
            raise reviews.NotReviewedError((Role(self.role),))
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        """Say what this step is."""
        return str(
            both(
                "ตรวจโดยคนที่ไม่ได้เขียนและยังไม่ได้ตรวจขั้นอื่น",
                "Reviewed by somebody who neither wrote it nor gave another review",
            )
        )


ReviewTask.groups.through.PLAIN = dict.fromkeys(
    ("id", "reviewtask", "group"), Sensitivity.P0
)


class PublicPage(Page):
    """A page that everybody can read, and the law it rests on.

    Attributes:
        topic: A code of ``editorial.words.TOPICS``; empty if it is about none.
        audience: Codes of those it is written for.
        pathways: Ids of the pathways it is about.
        rules: References it rests on besides those of its blocks.
        law_date: The law of which day it tells; ``None``: it tells none.
        on_change: What happens when a rule it rests on changes.
    """

    summary = models.TextField(
        blank=True, verbose_name=both("สรุปสั้น ๆ", "Summary"), max_length=600
    )
    topic = models.CharField(
        max_length=24, blank=True, choices=TOPICS, verbose_name=both("หัวข้อ", "Topic")
    )
    audience = StreamField(
        [("one", blocks.ChoiceBlock(choices=AUDIENCES))],
        blank=True,
        verbose_name=both("เขียนถึงใคร", "For whom"),
    )
    pathways = StreamField(
        [("one", ReferenceBlock())],
        blank=True,
        verbose_name=both("ช่องทาง", "Pathways"),
    )
    rules = StreamField(
        [("one", ReferenceBlock())],
        blank=True,
        verbose_name=both("กฎหมายที่หน้านี้อาศัย", "The law this page rests on"),
    )
    law_date = models.DateField(
        null=True, blank=True, verbose_name=both("กฎหมาย ณ วันที่", "Law as of")
    )
    on_change = models.CharField(
        max_length=8,
        choices=ON_CHANGE,
        default=MARK,
        verbose_name=both("เมื่อกฎหมายเปลี่ยน", "When the law changes"),
    )
    body = StreamField(Body(), blank=True, verbose_name=both("เนื้อหา", "Body"))

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [
        FieldPanel("slug"),
        MultiFieldPanel(
            [
                *(FieldPanel("topic"), FieldPanel("audience"), FieldPanel("pathways")),
                *(FieldPanel("rules"), FieldPanel("law_date"), FieldPanel("on_change")),
            ],
            heading=both("เรื่องอะไร และอาศัยกฎหมายใด", "What it is about"),
        ),
    ]
    settings_panels: list[Any] = []
    show_in_menus_default = True

    class Meta:
        abstract = True

    def references(self) -> tuple[str, ...]:
        """Return every reference to the law, each once."""
        own = [part.value for part in self.rules]
        found = references.keys_in(list(self.body.raw_data))
        return tuple(dict.fromkeys(key for key in (*own, *found) if key))

    @property
    def item(self) -> str:
        """The name under which the table of what teaches what knows this page."""
        return f"page:{self.pk}"

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Make a version public, if it has all its reviews.

        Raises:
            NotReviewedError: A review of exactly this version is missing.
        """
        reviews.be_reviewed(self, revision)
        # The reviews are the permission: no group holds the framework's own.
        kwargs["skip_permission_checks"] = True
        super().publish(revision, *args, **kwargs)

    def last_read(self) -> date | None:
        """Return the day on which the law it rests on was last read; the oldest."""
        days = [
            one.found.checked_on
            for one in references.cited(self.references())
            if one.found and one.found.checked_on
        ]
        return date.fromordinal(min(days)) if days else None


def _page(task_state: Any) -> Any:
    state: WorkflowState = task_state.workflow_state
    return state.content_object
