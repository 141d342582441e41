"""The front door of the law, and the pages of a rule and of a contested point."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import conditions, lawbook, lawfront, lawpractice, lawuses, shelf
from sathana.library.lawentries import kind_of
from sathana.library.views.law_missing import missing
from sathana.web.dates import today

FEW_CASES = 6
"""Cases shown on a page of the law before it leads to the case library."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what there is of the law, and the way into each part of it."""
    context = {
        "section": "law",
        "law": pack(),
        "parts": lawfront.parts(today().toordinal()),
    }
    return render(request, "library/law.html", context)


@require_safe
def page(request: HttpRequest, rule: str) -> HttpResponse:
    """Show one rule: what it demands, when it holds, where it stands, who is caught."""
    law = pack()
    if rule in law.rules:
        return render(request, "library/rule.html", rule_context(rule))
    if rule in law.contested:
        return _point(request, rule)
    return missing(request, rule)


def rule_context(rule: str) -> dict[str, object]:
    """Gather what the page of a rule shows."""
    info = pack().rules[rule]
    cards = shelf.exercising(rule)
    return {
        "section": "law",
        "law": pack(),
        "rule": info,
        "shelf_kind": kind_of(info),
        "checked": lawbook.oldest_check(info),
        "kind": lawbook.KINDS.get(info.kind, {"th": info.kind, "en": info.kind}),
        "demands": conditions.demands(rule),
        "versions": lawbook.versions(info),
        "right": lawpractice.right(info),
        "serving": lawuses.serving(rule),
        "openings": lawbook.openings(info),
        "citations": lawbook.citations(info),
        "contested": lawbook.contested(info),
        "cards": cards[:FEW_CASES],
        "count": len(cards),
    }


def _point(request: HttpRequest, point: str) -> HttpResponse:
    """Show a contested point under its own address."""
    law = pack()
    rules = [
        law.rules[key] for key in law.contested[point].bears_on if key in law.rules
    ]
    context = {
        "section": "law",
        "law": law,
        "point": law.contested[point],
        "rules": rules,
        "serving": lawuses.serving(point),
        "checked": law.contested[point].checked,
    }
    return render(request, "library/point.html", context)
