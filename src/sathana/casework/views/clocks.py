"""Clocks and steps of a case, drafts for the steps, and what is overdue."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework import drafting
from sathana.casework.days import KINDS
from sathana.casework.selectors import clocks as selectors
from sathana.registry.views.work import page_of_work


@page_of_work
@require_safe
def one(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show the clocks of a case, and where each petition stands on the ladder."""
    view = selectors.of_case(signed_in.reader(request), case)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/clocks.html", context)


@page_of_work
@require_safe
def overdue(request: HttpRequest) -> HttpResponse:
    """List what is over and what comes soon, over the reader's cases."""
    mine = request.GET.get("of") != "all"
    found = selectors.overdue(signed_in.reader(request), mine=mine)
    context = {"section": "overdue", "found": found, "kinds": KINDS}
    return render(request, "casework/overdue.html", context)


@page_of_work
@require_safe
def draft(request: HttpRequest, track: uuid.UUID, step: str) -> HttpResponse:
    """Hand out the draft of one step."""
    found = drafting.of_step(signed_in.reader(request), track, step)
    response = HttpResponse(found.data, content_type=found.media)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
    return response


URLS = [
    path("work/cases/<uuid:case>/clocks/", one, name="case-clocks"),
    path("work/overdue/", overdue, name="overdue"),
    path("work/pathways/<uuid:track>/drafts/<slug:step>/", draft, name="pathway-draft"),
]
