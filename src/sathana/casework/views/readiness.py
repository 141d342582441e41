"""How ready pathways are, and the list of work made of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sathana.accounts import signed_in
from sathana.casework.readiness_shown import ReadinessView
from sathana.casework.selectors import papers, worklist
from sathana.casework.selectors import readiness as selectors
from sathana.registry.views.work import page_of_work


@page_of_work
@require_safe
def one(request: HttpRequest, track: uuid.UUID) -> HttpResponse:
    """Show how ready a pathway is."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, track)
    packs = papers.of_track(reader, view.family_id, view.case_id, track)
    context = {**_context(view), "packs": packs, "here": request.path}
    return render(request, "casework/readiness.html", context)


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show how ready each person of a case is."""
    view = selectors.of_case(signed_in.reader(request), case)
    context = {"section": "my-cases", "view": view}
    return render(request, "casework/readiness_case.html", context)


@page_of_work
@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """List what is to be done this week, what helps most first."""
    asked = request.GET
    told = asked.get("page", "1")
    page = int(told) if told.isdecimal() and len(told) < 7 else 1
    of = asked.get("of", "mine")
    team = _uuid(asked.get("team", ""))
    listing = worklist.listed(
        signed_in.reader(request), mine=of != "all", team=team, page=page
    )
    context = {"section": "my-cases", "listing": listing, "of": of}
    return render(request, "casework/worklist.html", context)


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _context(view: ReadinessView) -> dict[str, Any]:
    met = view.found["conditions"]
    return {
        "section": "my-cases",
        "view": view,
        "found": view.found,
        "may": {action.value for action in view.may},
        "held": [one for one in met if one["documented"] == "yes"],
        "claimed": [
            one for one in met if one["documented"] != "yes" and one["claimed"] == "yes"
        ],
        "unknown": [one for one in met if one["claimed"] not in ("yes", "no")],
        "failed": [one for one in met if one["claimed"] == "no"],
        "papers": [
            (state, [p for p in view.found["papers"] if p["state"] == state])
            for state in ("missing", "unknown", "held")
        ],
    }


URLS = [
    path("work/pathways/<uuid:track>/readiness/", one, name="pathway-readiness"),
    path("work/cases/<uuid:case>/readiness/", of_case, name="case-readiness"),
    path("work/week/", week, name="worklist"),
]
