"""What the framework's rooms show, cut to what editors here need."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from sathana.accounts.roles import Role
from sathana.editorial.choosing import CHOOSER
from sathana.editorial.services import TAKEN_DOWN
from sathana.web.lazy import both

MENU = frozenset(("explorer", "recordings", "helpers", "stale", "work"))
"""Entries of the menu that stay; users, groups, sites, settings and reports go."""


@hooks.register("construct_main_menu")
def our_menu(request: Any, items: list[Any]) -> None:
    """Leave only the entries that editors need."""
    items[:] = [item for item in items if item.name in MENU]


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
def recordings_entry() -> MenuItem:
    """Lead to the recordings."""
    return MenuItem(
        both("สื่อเสียง ภาพ วิดีโอ", "Recordings"),
        reverse("editorial:recordings"),
        name="recordings",
        icon_name="media",
        order=200,
    )


@hooks.register("register_admin_menu_item")
def stale_entry() -> MenuItem:
    """Lead to what teaches stale law."""
    return MenuItem(
        both("กฎหมายเปลี่ยน", "Law has changed"),
        reverse("editorial:stale"),
        name="stale",
        icon_name="warning",
        order=300,
    )


@hooks.register("register_admin_menu_item")
def work_entry() -> MenuItem:
    """Lead back to the pages of work."""
    return MenuItem(
        both("กลับหน้าของฉัน", "Back to my page"),
        reverse("my"),
        name="work",
        icon_name="arrow-left",
        order=900,
    )


@hooks.register("construct_page_action_menu")
def decide_first(items: list[Any], request: Any, context: Any) -> None:
    """Put what a reviewer came for first, and leave cancelling to who asked."""
    page = context.get("page")
    state = page.current_workflow_state if page else None
    asked = state is not None and state.requested_by_id == request.user.pk
    items[:] = [one for one in items if asked or one.name != CANCEL]
    items.sort(key=lambda one: _FIRST.index(one.name) if one.name in _FIRST else 9)


CANCEL = "action-cancel-workflow"
_FIRST = ("approve", "reject")


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
    return format_html(
        '<link rel="stylesheet" href="{}">', static("editorial/rooms.css")
    )
