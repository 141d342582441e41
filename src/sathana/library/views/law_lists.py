"""Lists of the law: rules, pathways, contested points, changes, what is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import duelist, lawbook
from sathana.library.lawrelations import in_order
from sathana.web.dates import today


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """List every rule of the law, grouped by what it does."""
    context = {"section": "law", "law": pack(), "groups": lawbook.by_kind()}
    return render(request, "library/law_rules.html", context)


@require_safe
def pathways(request: HttpRequest) -> HttpResponse:
    """List what can be applied for, and whether it is verified to be open today."""
    day = today().toordinal()
    context = {
        "section": "law",
        "law": pack(),
        "day": day,
        "groups": lawbook.pathways(day),
    }
    return render(request, "library/law_pathways.html", context)


@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """List the contested points, each with both readings."""
    law = pack()
    points = [law.contested[key] for key in sorted(law.contested, key=in_order)]
    context = {"section": "law", "law": law, "points": points}
    return render(request, "library/law_points.html", context)


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """List the days on which the law changed, the newest first."""
    law = pack()
    events = sorted(law.events.values(), key=lambda event: -event.date.earliest)
    context = {"section": "law", "law": law, "events": events}
    return render(request, "library/law_changes.html", context)


@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """List what must be read again: what is overdue first, then month by month."""
    day = today().toordinal()
    mark = request.GET.get("mark", "")
    mark = mark if mark in duelist.MARKS else ""
    context = {
        "section": "law",
        "law": pack(),
        "day": day,
        "mark": mark,
        "due": duelist.due_list(day, mark),
    }
    return render(request, "library/law_due.html", context)
