"""The reviewers' own pages: what waits, what changed in it, and the decision."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from sathana.accounts import signed_in
from sathana.editorial import references, reviewing


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the pages under review."""
    user = signed_in.account(request)
    return render(
        request, "editorial/reviews.html", {"waiting": reviewing.waiting(user)}
    )


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, page: int) -> HttpResponse:
    """Show what is reviewed, and take the decision of who may decide."""
    found = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page)
    user = signed_in.account(request)
    at = reviewing.of_page(found, user)
    if at is None:
        told = {"page": found, "back": reviewing.sent_back(found)}
        return render(request, "editorial/review_over.html", told)
    if request.method == "GET":
        return _shown(request, found, at)
    what, why = request.POST.get("decision", ""), request.POST.get("why", "").strip()
    if what not in at.may:
        return _shown(request, found, at, status=403)
    try:
        reviewing.decide(found, user, what, why)
    except reviewing.WhyError:
        return _shown(request, found, at, status=422)
    return redirect("editorial:reviews")


def _shown(
    request: HttpRequest, page: Page, at: reviewing.Waiting, status: int = 200
) -> HttpResponse:
    told = {
        "at": at,
        "page": page,
        "changes": reviewing.changes(page, request),
        "cited": references.cited(at.page.references()),
        "why_missing": status == 422,
        "not_yours": status == 403,
    }
    return render(request, "editorial/review.html", told, status=status)
