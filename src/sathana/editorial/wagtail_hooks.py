"""What the framework's rooms show, cut to what editors here need."""

from __future__ import annotations

from typing import Any

from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse, reverse_lazy
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button

from sathana.accounts.roles import Role
from sathana.editorial import reviewing
from sathana.editorial.choosing import CHOOSER
from sathana.editorial.services import TAKEN_DOWN
from sathana.web.context import languages as other_address
from sathana.web.lazy import both

MENU = frozenset(("explorer", "reviews", "recordings", "helpers", "stale", "work"))
"""Entries of the menu that stay; users, groups, sites, settings and reports go."""


@hooks.register("construct_main_menu")
def our_menu(request: Any, items: list[Any]) -> None:
    """Leave only the entries that editors need, and lead to the other language."""
    items[:] = [item for item in items if item.name in MENU]
    address = other_address(request).get("other_language_url")
    if address:
        name = both("English", "ภาษาไทย")
        items.append(
            MenuItem(name, address, name="language", icon_name="globe", order=950)
        )


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
@hooks.register("construct_help_menu")
def no_menu(request: Any, items: list[Any]) -> None:
    """Empty the menus of users, groups, sites, work flows and help."""
    items[:] = []


@hooks.register("register_admin_viewset")
def choosers() -> Any:
    """Let recordings be chosen in texts."""
    return CHOOSER


@hooks.register("register_admin_menu_item")
def reviews_entry() -> MenuItem:
    """Lead to what waits for a review."""
    return MenuItem(
        both("รอตรวจ", "To be reviewed"),
        reverse_lazy("editorial:reviews"),
        name="reviews",
        icon_name="tasks",
        order=150,
    )


@hooks.register("construct_homepage_panels")
def our_panels(request: Any, panels: list[Any]) -> None:
    """Begin with what waits for a review, in our own words; recent work stays."""
    recent = [panel for panel in panels if panel.name == "recent_edits"]
    panels[:] = [WaitingPanel(), *recent]


class WaitingPanel(Component):
    """The pages under review, on the first page of the editors' rooms."""

    name = "waiting"
    order = 100
    template_name = "editorial/waiting.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what waits, as the person who looks may see it."""
        request = parent_context["request"]
        return {"waiting": reviewing.waiting(request.user), "request": request}


@hooks.register("register_admin_menu_item")
def recordings_entry() -> MenuItem:
    """Lead to the recordings."""
    return MenuItem(
        both("สื่อเสียง ภาพ วิดีโอ", "Recordings"),
        reverse_lazy("editorial:recordings"),
        name="recordings",
        icon_name="media",
        order=200,
    )


@hooks.register("register_admin_menu_item")
def stale_entry() -> MenuItem:
    """Lead to what teaches stale law."""
    return MenuItem(
        both("กฎหมายเปลี่ยน", "Law has changed"),
        reverse_lazy("editorial:stale"),
        name="stale",
        icon_name="warning",
        order=300,
    )


@hooks.register("register_admin_menu_item")
def work_entry() -> MenuItem:
    """Lead back to the pages of work."""
    return MenuItem(
        both("กลับหน้าของฉัน", "Back to my page"),
        reverse_lazy("my"),
        name="work",
        icon_name="arrow-left",
        order=900,
    )


@hooks.register("construct_page_action_menu")
def to_the_review(items: list[Any], request: Any, context: Any) -> None:
    """Lead from a page under review to its review; cancelling is for who asked."""
    items[:] = [one for one in items if one.name != COPY]  # its address is shut
    page = context.get("page")
    state = page.current_workflow_state if page else None
    if state is None or not reviewing.under_review(state):
        return
    asked = state.requested_by_id == request.user.pk
    items[:] = [one for one in items if asked and one.name == CANCEL]
    items.insert(0, ToReview())


@hooks.register("before_move_page")
def not_while_reviewed(request: Any, page: Any, destination: Any) -> Any:
    """Refuse to move what is reviewed, or what lies below: its address is part of it.

    What is public is moved by nobody, since no group may publish.
    """
    moved = page.get_descendants(inclusive=True).specific()
    for one in moved:
        if reviewing.under_review(one.current_workflow_state):
            told = {"page": one}
            return render(
                request, "editorial/not_while_reviewed.html", told, status=403
            )
    return None


class ToReview(ActionMenuItem):
    """The way from a page to its review."""

    name = "action-review"
    template_name = "editorial/to_review.html"


CANCEL = "action-cancel-workflow"
COPY = "localize-convert-to-alias"


@hooks.register("register_page_header_buttons")
def take_down_button(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Any:
    """Offer to take a public page down at once."""
    able = {Role.EDITOR.value, Role.LAW_REVIEWER.value}
    names = set(user.groups.values_list("name", flat=True))
    if page.live and page.depth > 2 and able & names:
        yield Button(
            both("นำลงจากเว็บทันที", "Take down now"),
            reverse("editorial:take-down", args=[page.pk]),
            icon_name="warning",
            priority=90,
        )


@hooks.register("register_log_actions")
def our_actions(actions: Any) -> None:
    """Name what our pages write into a page's log."""
    actions.register_action(
        TAKEN_DOWN,
        both("นำลงจากเว็บ", "Take down"),
        both("นำลงจากเว็บพร้อมเหตุผล", "Taken down, with the reason"),
    )


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    """Give the framework's rooms our letters and colours."""
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        ((static(name),) for name in ("web/css/tokens.css", "editorial/rooms.css")),
    )
