"""The page of answers that changes of law turned."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sathana.accounts import signed_in
from sathana.casework.selectors import lawchange as selectors
from sathana.registry.views.work import page_of_work


@page_of_work
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """List whose answers turned, the newest first."""
    told = request.GET.get("page", "1")
    page = int(told) if told.isdecimal() and len(told) < 7 else 1
    listing = selectors.listed(signed_in.reader(request), page=page)
    context = {"section": "my-cases", "listing": listing}
    return render(request, "casework/law_changes.html", context)


URLS = [path("work/law-changes/", changes, name="case-law-changes")]
