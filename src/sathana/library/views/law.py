"""The law that is read: the list of rules, and the page of one rule."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import conditions, lawbook, shelf


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List every rule of the law pack, grouped by what it does."""
    law = pack()
    context = {
        "section": "law",
        "law": law,
        "groups": lawbook.by_kind(),
        "events": sorted(law.events.values(), key=lambda event: event.date.earliest),
        "contested": tuple(law.contested.values()),
    }
    return render(request, "library/law.html", context)


@require_safe
def page(request: HttpRequest, rule: str) -> HttpResponse:
    """Show one rule: what it demands, when it holds, where it stands, who is caught."""
    law = pack()
    info = law.rules.get(rule)
    if info is None:
        return _point_or_nothing(request, rule)
    context = {
        "section": "law",
        "rule": info,
        "kind": lawbook.KINDS[info.kind],
        "demands": conditions.demands(rule),
        "versions": lawbook.versions(info),
        "citations": lawbook.citations(info),
        "contested": lawbook.contested(info),
        "cards": shelf.exercising(rule),
        "law_version": law.version,
    }
    return render(request, "library/rule.html", context)


def _point_or_nothing(request: HttpRequest, point: str) -> HttpResponse:
    """Show a contested point under its own address; anything else is not found."""
    law = pack()
    if point not in law.contested:
        raise Http404
    context = {
        "section": "law",
        "point": law.contested[point],
        "rules": [
            law.rules[r] for r in law.contested[point].bears_on if r in law.rules
        ],
    }
    return render(request, "library/point.html", context)
