"""Our own pages among the editors' rooms: what is stale, and taking a page down."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from sathana.accounts import signed_in
from sathana.accounts.roles import Role
from sathana.editorial import stale as told
from sathana.editorial.services import take_down as take_down_now
from sathana.web.dates import today

MAY_TAKE_DOWN = frozenset((Role.EDITOR, Role.LAW_REVIEWER))


def to_my_page(request: HttpRequest) -> HttpResponse:
    """Lead to the page of the account: it is kept in ``accounts``."""
    return redirect("my")


def to_sign_out(request: HttpRequest) -> HttpResponse:
    """Lead to where one signs out."""
    return redirect("account_logout")


@require_safe
def stale(request: HttpRequest) -> HttpResponse:
    """Show every public page that teaches what the law no longer says."""
    return render(request, "editorial/stale.html", {"items": told.items(today())})


@require_http_methods(["GET", "POST"])
def take_down(request: HttpRequest, page: int) -> HttpResponse:
    """Take a page down at once: doing harm may not wait for three reviews."""
    found = get_object_or_404(Page.objects.filter(depth__gt=2), pk=page)
    held = {role for role, _ in signed_in.actor(request).roles}
    if not held & MAY_TAKE_DOWN:
        return render(request, "editorial/not_yours.html", {"page": found}, status=403)
    if request.method == "POST":
        why = request.POST.get("why", "").strip()
        if why:
            take_down_now(found.specific, signed_in.reader(request), why)
            return redirect("wagtailadmin_explore", found.get_parent().pk)
        return render(
            request,
            "editorial/take_down.html",
            {"page": found, "empty": True},
            status=422,
        )
    return render(request, "editorial/take_down.html", {"page": found})
