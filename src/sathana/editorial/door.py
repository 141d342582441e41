"""The door of the editors' rooms: who comes in, and which rooms there are.

The framework brings doors of its own (sign-in, passwords, users, groups, sites,
collections, work flows, bulk actions). They are closed: only addresses in
:data:`ROOMS` are answered, everything else is as if it were not there. Whoever comes in
has signed in through ``accounts`` with a second factor and holds an editorial role.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from sathana.accounts import signed_in
from sathana.accounts.roles import EDITORIAL
from sathana.editorial import groups

ROOMS = (
    *("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_explore"),
    *("wagtailadmin_explore_results", "wagtailadmin_api", "wagtailadmin_pages"),
    *("wagtailadmin_choose_page", "wagtailadmin_choose_page_child"),
    *("wagtailadmin_choose_page_search", "wagtailadmin_choose_page_chosen_multiple"),
    *("wagtailadmin_choose_page_external_link", "wagtailadmin_choose_page_anchor_link"),
    *("wagtailadmin_dismissibles", "wagtailadmin_editing_sessions"),
    *("wagtailadmin_block_preview", "wagtailadmin_javascript_catalog"),
    *("wagtailadmin_sprite", "wagtail_localize", "editorial"),
    *("recording_chooser", "helper_desk"),
    *("wagtailadmin_account", "wagtailadmin_logout"),
)
"""Names, or names of groups, of addresses that are answered."""
SHUT = (
    *("wagtailadmin_pages:privacy", "wagtailadmin_pages:set_privacy"),
    *("wagtailadmin_pages:convert_alias", "wagtailadmin_pages:copy"),
    *("wagtailadmin_pages:delete", "wagtailadmin_pages:unpublish"),
    *("wagtailadmin_pages:workflow_status", "wagtailadmin_pages:usage"),
    *("wagtail_localize:machine_translate", "wagtail_localize:upload_pofile"),
    *("wagtailadmin_api:pages:action", "wagtailadmin_api:images"),
    *("wagtailadmin_api:documents", "wagtail_localize:submit_snippet_translation"),
    *("wagtail_localize:snippets_api", "recording_chooser:create"),
    *("wagtail_localize:translations_report", "wagtail_localize:convert_to_alias"),
)
"""How names inside those groups begin that stay closed all the same."""
RELAXED_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
    "base-uri": [CSP.NONE],
}
"""The framework's pages write scripts into themselves. On the editors' path only, and
still nothing from outside."""

type View = Callable[..., Any]


def enter(view: View) -> View:
    """Put the door before a view of the editors' rooms."""

    @xframe_options_sameorigin
    @csp_override(RELAXED_CSP)
    @signed_in.needs_work
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        held = {role for role, _ in signed_in.actor(request).roles}
        if not held & EDITORIAL or not is_room(_name(request)):
            raise Http404
        account = signed_in.account(request)
        if account is not None:
            groups.follow(account, held)
        if _publishes_translations(request):
            # The framework writes the row before it asks whether it may be public.
            return render(request, "editorial/not_past_reviews.html", status=403)
        try:
            answer: HttpResponse = view(request, *args, **kwargs)
        except ValidationError as fault:
            # The framework asks the database for ids as they came.
            raise Http404 from fault
        except MultiValueDictKeyError as fault:
            # It takes it that a form came with all its fields.
            raise BadRequest from fault
        return answer

    guarded.needs_work = True  # type: ignore[attr-defined]
    # The framework spares some of its views the secret of forms; we do not.
    guarded.csrf_exempt = False  # type: ignore[attr-defined]
    return guarded


def behind_the_door(patterns: list[Any]) -> list[Any]:
    """Put the door before every view of some addresses, however deep."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            behind_the_door(pattern.url_patterns)
        elif not getattr(pattern.callback, "_behind_the_door", False):
            pattern.callback = enter(pattern.callback)
            pattern.callback._behind_the_door = True
    return patterns


def is_room(name: str) -> bool:
    """Whether an address of the framework is answered, by its full name."""
    return name.split(":")[0] in ROOMS and not name.startswith(SHUT)


def _publishes_translations(request: HttpRequest) -> bool:
    """Whether translations would become public together, past their reviews."""
    asked = _name(request) == "wagtail_localize:update_translations"
    return asked and "publish_translations" in request.POST


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match else ""
