"""Changing and closing a family; households; events that no fact tells."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.registry.forms import homes as forms
from sathana.registry.models import Village
from sathana.registry.reader import Reader
from sathana.registry.selectors import families as family_selectors
from sathana.registry.selectors import persons as selectors
from sathana.registry.services import facts, families, households
from sathana.registry.shown import FamilyView
from sathana.registry.views.work import Page, answer, must, page_of_work

FORM = "registry/plain_form.html"


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Change what the team keeps about its work with a family."""
    reader = signed_in.reader(request)
    view = family_selectors.family(reader, family)
    must(view.may, Action.CHANGE)

    def save(form: Any) -> str:
        families.change_family(
            reader=reader,
            family_id=family,
            version=form.cleaned_data["version"] or 0,
            values=form.values("title", "due", "district", "notes"),
        )
        return reverse("family", args=[family])

    names = ("version", "title", "due", "district", "notes")
    page = Page(
        FORM, partial(forms.FamilyEditForm, district=view.district), save,
        "family-edit", str(family), {name: getattr(view, name) for name in names},
        {"section": "families", "family": view, "heading": _CHANGE},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_POST
def state(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Close a family, or open it again."""
    reader, version = signed_in.reader(request), request.POST.get("version", "")
    change = families.reopen_family
    if request.POST.get("state") == "closed":
        change = families.close_family
    number = int(version) if version.isdecimal() else 0
    change(reader=reader, family_id=family, version=number)
    return HttpResponseRedirect(reverse("family", args=[family]))


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def household(
    request: HttpRequest, family: uuid.UUID, household: uuid.UUID | None = None
) -> HttpResponse:
    """Record or change who lived together."""
    reader = signed_in.reader(request)
    view = family_selectors.family(reader, family)
    there = next((h for h in view.households or () if h.id == household), None)
    if household and there is None:
        raise Http404
    must(view.may, Action.CHANGE if household else Action.ADD)
    spans = {m.get("person", ""): m for m in there.members} if there else {}

    def save(form: Any) -> str:
        told = form.cleaned_data
        members = [spans.get(one, {"person": one}) for one in told["members"]]
        values = {**form.values("house", "notes"), "members": members}
        values["village"] = _village(reader, told)
        households.keep_household(
            reader=reader, family_id=family, values=values, household_id=household,
            version=told["version"] or 0, id=told["id"],
        )  # fmt: skip
        return reverse("family", args=[family])

    start: dict[str, Any] = {}
    if there:
        start = {"version": there.version, "village": there.village}
        start |= {"house": there.house, "notes": there.notes, "members": list(spans)}
    page = Page(
        FORM,
        partial(
            forms.HouseholdForm,
            people=[(str(p.id), p.called) for p in view.persons],
            villages=_villages(reader, there.village if there else ""),
        ),
        save, "household", str(household or family), start,
        {"section": "families", "family": view, "heading": _HOUSEHOLD},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def event(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Record an event that no fact tells."""
    reader = signed_in.reader(request)
    view = selectors.person(reader, person)
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        told = form.cleaned_data
        source = uuid.UUID(told["source_id"]) if told["source_id"] else None
        values = form.values("kind", "on", "place", "words", "grade", "said_by", "id")
        facts.keep_event(reader=reader, person_id=person, source_id=source, **values)
        return reverse("person", args=[person])

    papers = [(str(p.id), p.kind or p.number or "–") for p in view.evidence or ()]
    page = Page(
        FORM, partial(forms.EventForm, papers=papers), save, "event", str(person),
        context={"section": "families", "view": view, "heading": _EVENT},
    )  # fmt: skip
    return answer(request, page)


def _village(reader: Reader, told: dict[str, Any]) -> str:
    """Return the village that was chosen, or one that is recorded now."""
    if not told["new_village"]:
        return str(told["village"])
    for one in Village.objects.filter(organisation=reader.actor.organisation):
        if one.name_th == told["new_village"].strip():
            return str(one.id)
    return str(households.add_village(reader=reader, name_th=told["new_village"]).id)


def _villages(reader: Reader, told: str) -> list[tuple[str, str]]:
    rows = Village.objects.filter(organisation=reader.actor.organisation)
    found = [(str(row.id), row.name_th) for row in rows.order_by("name_th")]
    if told and told not in dict(found):
        found.append((told, told))
    return found


def homes_of(reader: Reader, view: FamilyView) -> list[dict[str, Any]]:
    """Return the households of a family with the names of places and people."""
    if not view.households:
        return []
    names, people = dict(_villages(reader, "")), {str(p.id): p for p in view.persons}
    return [
        {
            "home": home,
            "village": names.get(home.village, home.village),
            "people": [
                people[one["person"]].called
                for one in home.members
                if one.get("person") in people
            ],
        }
        for home in view.households
    ]


_CHANGE = {"th": "แก้ชื่อเรื่อง กำหนด และบันทึก", "en": "Change title, due day and notes"}
_HOUSEHOLD = {"th": "ใครอยู่ด้วยกัน", "en": "Who lived together"}
_EVENT = {"th": "บันทึกเหตุการณ์", "en": "Record an event"}
URLS = [
    path("families/<uuid:family>/edit/", edit, name="family-edit"),
    path("families/<uuid:family>/state/", state, name="family-state"),
    path("families/<uuid:family>/households/new/", household, name="household-new"),
    path(
        "families/<uuid:family>/households/<uuid:household>/",
        household,
        name="household",
    ),
    path("persons/<uuid:person>/events/new/", event, name="event-new"),
]
