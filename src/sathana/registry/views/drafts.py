"""Keeps what is typed while it is typed; the page's script sends it here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from sathana.accounts import signed_in
from sathana.registry import drafts
from sathana.registry.views.work import page_of_work

FORMS = 40
ABOUT = 36


@page_of_work
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a draft for the one who types; nobody else ever sees it."""
    form = request.POST.get("draft-form", "")
    about = request.POST.get("draft-about", "")
    if not form or len(form) > FORMS or len(about) > ABOUT:
        return HttpResponse(status=400)
    drafts.keep(signed_in.reader(request), form, about, request.POST)
    return HttpResponse(status=204)


URLS = [path("families/drafts/", keep, name="draft")]
