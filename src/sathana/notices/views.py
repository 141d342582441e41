"""The page of notices: what somebody should look at."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.notices import telling


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in.needs_work
def notices(request: HttpRequest) -> HttpResponse:
    """Show the notices of who is signed in; a form marks one, or all, as read."""
    account = signed_in.reader(request).actor.id
    if request.method == "POST":
        telling.mark_read(account, _one(request.POST.get("notice", "")))
        return HttpResponseRedirect(reverse("notices"))
    context = {"lines": telling.of(account), "section": "notices"}
    return render(request, "notices/notices.html", context)


def _one(text: str) -> uuid.UUID | None:
    """Return the id of the notice that was meant; ``None`` for all.

    What is no id is the id of nobody's notice.
    """
    if not text:
        return None
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)
