"""Contacts with offices: recorded in a minute, with the letter that answers them."""

from __future__ import annotations

import uuid
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.calendars.show import show_day
from sathana.casework import letters
from sathana.casework.forms.encounters import EncounterForm
from sathana.casework.selectors import cases as case_selectors
from sathana.casework.selectors import corrections
from sathana.casework.selectors import encounters as selectors
from sathana.casework.services import encounters
from sathana.casework.shown import FamilyCases
from sathana.registry.errors import NotVisibleError
from sathana.registry.services.common import thai_day
from sathana.registry.views.work import Page, answer, must, page_of_work, where
from sathana.web.languages import pick


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Record a contact with an office."""
    reader = signed_in.reader(request)
    view = case_selectors.of_family(reader, family)
    if view.encounters is None:
        raise NotVisibleError
    must(view.may, Action.ADD)
    asked = where(request, "track")
    open_cases = [line.id for line in view.lines if line.state == "open"]

    def save(form: Any) -> str:
        told = form.told()
        if "track_id" not in told and len(open_cases) == 1:
            told["case_id"] = open_cases[0]
        row = encounters.record(
            reader=reader, family_id=family, values=told, id=told["id"]
        )
        return reverse("contact", args=[row.id])

    abouts = _abouts(view)
    track = f"track:{asked.get('track', '')}"
    only = abouts[0][0] if len(abouts) == 1 else ""
    chosen = track if track in dict(abouts) else only
    # The one day that is filled in for you: today in Thailand, in sight, to be changed.
    start = {"on": thai_day(reader.now), "channel": "visit", "about": chosen}
    page = Page(
        "casework/contact_form.html", partial(EncounterForm, abouts=abouts), save,
        "contact", str(family), start, {"section": "families", "family": view},
        {"track": asked.get("track", "")},
    )  # fmt: skip
    return answer(request, page)


def _abouts(view: FamilyCases) -> list[tuple[str, str]]:
    """Return whom a contact can be about: open pathways first, then persons."""
    tracks = [t for line in view.lines if line.state == "open" for t in line.tracks]
    found = [
        (f"track:{t.id}", f"{t.called} – {pick(t.pathway)}" if t.pathway else t.called)
        for t in tracks
    ]
    taken = {t.person_id for t in tracks}
    found += [(f"person:{key}", name) for key, name in view.people if key not in taken]
    return found


@page_of_work
@require_safe
def one(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """Show a contact, the clocks that run from it, and what to do at once."""
    view = selectors.one(signed_in.reader(request), encounter)
    context = {
        "section": "families",
        "view": view,
        "before": corrections.history(signed_in.reader(request), encounter),
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/contact.html", context)


@page_of_work
@require_safe
def letter(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """Show the letter to print: Thai, as an office expects it."""
    found = selectors.letter(signed_in.reader(request), encounter)
    context = {
        "section": "families",
        "letter": found,
        "encounter": encounter,
        "today_th": show_day(found.today.toordinal(), "th"),
        "on_th": show_day(date.fromisoformat(found.on).toordinal(), "th"),
        "cited": [(one, letters.instrument_of(one)) for one in found.cited],
    }
    return render(request, "casework/letter.html", context)


@page_of_work
@require_POST
def take_back(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """Take a contact back that was recorded wrongly."""
    version = request.POST.get("version", "")
    encounters.take_back(
        reader=signed_in.reader(request),
        encounter_id=encounter,
        version=int(version) if version.isdecimal() else 0,
    )
    return HttpResponseRedirect(reverse("contact", args=[encounter]))


URLS = [
    path("families/<uuid:family>/contacts/new/", new, name="contact-new"),
    path("work/contacts/<uuid:encounter>/", one, name="contact"),
    path(
        "work/contacts/<uuid:encounter>/take-back/", take_back, name="contact-withdraw"
    ),
    path("work/contacts/<uuid:encounter>/letter/", letter, name="contact-letter"),
]
