"""Telling a fact, changing one, taking one back."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.facts.keys import KEYS
from sathana.registry.forms import facts as forms
from sathana.registry.forms.fields import parts_of
from sathana.registry.selectors import persons as selectors
from sathana.registry.services import facts
from sathana.registry.shown import FactShown, PersonView
from sathana.registry.views.work import Page, answer, must, page_of_work, where

LISTS = (*forms.SPANS, "orders")


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Tell a fact: first which one, then its value."""
    reader = signed_in.reader(request)
    view = selectors.person(reader, person)
    must(view.may, Action.ADD)
    place = where(request, "path")
    wanted = place["path"]
    if not wanted:
        context = {"section": "families", "view": view, "groups": forms.grouped()}
        return render(request, "registry/fact_choose.html", context)
    if wanted not in KEYS or wanted in forms.NOT_FACTS:
        raise Http404
    there = _standing(view, wanted) if wanted in LISTS else None

    def save(form: Any) -> str:
        told = _told(form)
        if there is not None:
            facts.change_fact(
                reader=reader, fact_id=there.id, version=there.version,
                **forms.joined(there, told),
            )  # fmt: skip
        else:
            facts.tell(
                reader=reader, person_id=person, path=wanted,
                id=form.cleaned_data["id"], **told,
            )  # fmt: skip
        return reverse("person", args=[person])

    page = Page(
        "registry/fact_form.html",
        partial(
            forms.FactForm,
            path=wanted,
            papers=_papers(view),
            there=there.value if there else None,
        ),
        save,
        f"fact-{wanted}"[:40],
        about=str(person),
        where=place,
        context={"section": "families", "view": view, "title": forms.title_of(wanted)},
    )
    return answer(request, page)


def _standing(view: PersonView, wanted: str) -> FactShown | None:
    """Return the fact of a path that stands, for values that are lists."""
    return next(
        (f for f in view.facts or () if f.path == wanted and f.withdrawn_at is None),
        None,
    )


def _told(form: Any) -> dict[str, Any]:
    told = form.cleaned_data
    return {
        "value": form.value(),
        "grade": told["grade"],
        "source_id": uuid.UUID(told["source_id"]) if told["source_id"] else None,
        "said_by": told["said_by"],
        "said_on": told["said_on"],
    }


def _papers(view: PersonView) -> list[tuple[str, str]]:
    return [
        (str(p.id), " ".join(filter(None, (p.kind, p.number))))
        for p in view.evidence or ()
    ]


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, person: uuid.UUID, fact: uuid.UUID) -> HttpResponse:
    """Change a fact that was written down wrongly.

    It is asked as it was first asked; a value that its fields cannot show is written as
    in a case file.
    """
    reader = signed_in.reader(request)
    view = selectors.person(reader, person)
    shown = next((f for f in view.facts or () if f.id == fact), None)
    if shown is None or shown.hidden:
        raise Http404
    must(view.may, Action.CHANGE)

    def save(form: Any) -> str:
        told = _told(form)
        version = form.cleaned_data["version"] or 0
        facts.change_fact(reader=reader, fact_id=fact, version=version, **told)
        return reverse("person", args=[person])

    plain = forms.as_fields(shown.path, shown.value)
    kind = forms.TextForm if plain is None else forms.FactForm
    start = {
        "version": shown.version,
        **({"value": shown.text} if plain is None else plain),
        "grade": shown.grade,
        "source_id": str(shown.source_id or ""),
        "said_by": shown.said_by,
        "said_on": parts_of(shown.said_on),
    }
    page = Page(
        "registry/fact_form.html",
        partial(kind, path=shown.path, papers=_papers(view)),
        save,
        "fact-edit",
        about=str(fact),
        start=start,
        context={
            "section": "families",
            "view": view,
            "title": forms.title_of(shown.path),
        },
    )
    return answer(request, page)


@page_of_work
@require_POST
def take_back(request: HttpRequest, fact: uuid.UUID) -> HttpResponse:
    """Take a fact back: it no longer counts, and stays readable."""
    version = request.POST.get("version", "")
    row = facts.withdraw(
        reader=signed_in.reader(request),
        fact_id=fact,
        version=int(version) if version.isdecimal() else 0,
    )
    return HttpResponseRedirect(reverse("person", args=[row.person_id]))


URLS = [
    path("persons/<uuid:person>/facts/new/", new, name="fact-new"),
    path("persons/<uuid:person>/facts/<uuid:fact>/", edit, name="fact"),
    path("facts/<uuid:fact>/withdraw/", take_back, name="fact-withdraw"),
]
