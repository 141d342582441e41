"""The case library, and the page of one case."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law import cases as library
from sathana.law.load import pack
from sathana.library import answers, drawing, engine, people, shelf

CARDS_A_PAGE = 24


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the library; search and filter by the query of the address."""
    asked = {key: request.GET.get(key, "")[:100] for key in ("q", "rule", "era")}
    rules = sorted({rule for card in shelf.cards() for rule in card.rules})
    found = shelf.find(asked["q"], asked["rule"], asked["era"])
    pages = Paginator(found, CARDS_A_PAGE)
    context = {
        "section": "cases",
        "hits": len(found),
        "shown": pages.get_page(request.GET.get("page")),
        "query": urlencode({key: value for key, value in asked.items() if value}),
        "total": len(shelf.cards()),
        "asked": asked,
        "filtered": any(asked.values()),
        "rules": [(rule, title_of(rule)) for rule in rules],
        "eras": [(key, shelf.era_words(key)) for key in shelf.ERAS],
    }
    return render(request, "library/cases.html", context)


def title_of(rule: str) -> object:
    """Return the title of a rule; its id where the law pack does not know it."""
    known = pack().rules.get(rule)
    return known.title if known else {"th": rule, "en": rule}


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Show one case: the family, the answer, why, and what is missing."""
    if name not in library.names():
        raise Http404
    case, assessment = shelf.case(name), shelf.assessment(name)
    called = people.names(case)
    everybody = answers.everybody(case, assessment, called)
    about = set(people.focus(case))
    as_of, law_at = engine.day_names(case)
    context = {
        "section": "cases",
        "name": name,
        "case": case,
        "title": library.title(name),
        "notes": library.notes(name),
        "as_of": as_of,
        "law_at": law_at,
        "law_version": assessment.get("law", pack().version),
        "updates": assessment["updates"],
        "called": called,
        "everybody": everybody,
        "about": [person for person in everybody if person.id in about],
        "others": [person for person in everybody if person.id not in about],
        "family": answers.family_rows(case, everybody, called),
        "tree": drawing.tree(case, assessment, called),
        "lives": {
            person.id: drawing.life(case, assessment, person.id, called)
            for person in everybody
        },
        "text": library.text(name),
    }
    return render(request, "library/case.html", context)
