"""The texts of the law: instruments, and provisions in each of their wordings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import lawbook, lawtexts, lawuses, shelf
from sathana.library.views.law import FEW_CASES
from sathana.library.views.law_missing import missing


@require_safe
def instruments(request: HttpRequest) -> HttpResponse:
    """List acts, announcements and resolutions by kind."""
    law = pack()
    context = {"section": "law", "law": law, "groups": lawtexts.by_kind()}
    return render(request, "library/law_instruments.html", context)


@require_safe
def instrument(request: HttpRequest, key: str) -> HttpResponse:
    """Show one instrument with its sections and all their wordings."""
    law = pack()
    if key not in law.instruments:
        return missing(request, key)
    act = law.instruments[key]
    context = {
        "section": "law",
        "law": law,
        "act": act,
        "checked": act.checked,
        "kind": lawtexts.kind_words(act.kind),
        "in_force": lawtexts.in_force(act),
        "gazette": lawbook.gazette(act.gazette),
        "sections": lawtexts.sections(key),
        "reworded": lawtexts.reworded(key),
        "events": [event for event in law.events.values() if event.instrument == key],
    }
    return render(request, "library/law_instrument.html", context)


@require_safe
def provisions(request: HttpRequest) -> HttpResponse:
    """Lead to the instruments: provisions are found through them."""
    return HttpResponseRedirect(reverse("law-instruments"))


@require_safe
def provision(request: HttpRequest, key: str) -> HttpResponse:
    """Show one provision: its wordings over time, and what rests on it."""
    law = pack()
    key = key.rstrip("/")
    if key not in law.provisions:
        return missing(request, key)
    text = law.provisions[key]
    rules = lawtexts.citing(key)
    cards = {card.name: card for rule in rules for card in shelf.exercising(rule.id)}
    context = {
        "section": "law",
        "law": law,
        "text": text,
        "checked": text.checked,
        "cited": lawbook.cited(text),
        "wordings": lawtexts.wordings(key),
        "rules": rules,
        "rule_ids": [rule.id for rule in rules],
        "serving": lawuses.citing(key),
        "contested": lawtexts.contested(rules),
        "cards": tuple(cards.values())[:FEW_CASES],
        "count": len(cards),
    }
    return render(request, "library/law_provision.html", context)
