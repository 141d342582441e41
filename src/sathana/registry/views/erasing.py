"""Erasing a family or a person: two steps, a typed confirmation, a fresh factor."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.registry.certificates import Certificate
from sathana.registry.forms.erasing import EraseForm
from sathana.registry.selectors import families as family_selectors
from sathana.registry.selectors import persons as selectors
from sathana.registry.services import erasing
from sathana.registry.views.work import must, page_of_work

FORM = "registry/erase.html"


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def of_family(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Erase a family, all its persons and papers."""
    reader = signed_in.reader(request)
    view = family_selectors.family(reader, family)
    context = {
        "title": view.title,
        "family": family,
        "people": len(view.persons),
        "papers": len(view.evidence or ()),
    }

    def erase(reason: str) -> Certificate:
        return erasing.erase_family(reader=reader, family_id=family, reason=reason)

    return _two_steps(request, view.may, context, erase)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def of_person(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Erase one person; the rest of the family stays."""
    reader = signed_in.reader(request)
    view = selectors.person(reader, person)
    context = {
        "title": view.person.called,
        "family": view.family_id,
        "person": person,
        "people": 1,
        "papers": len(view.evidence or ()),
    }

    def erase(reason: str) -> Certificate:
        return erasing.erase_person(reader=reader, person_id=person, reason=reason)

    return _two_steps(request, view.may, context, erase)


def _two_steps(
    request: HttpRequest,
    may: Collection[Action],
    context: dict[str, Any],
    erase: Callable[[str], Certificate],
) -> HttpResponse:
    """Show what would go; then ask for the reason and the words; then erase.

    Raises:
        NotAllowedError: The reader may not erase here.
    """
    must(may, Action.ERASE)
    if not signed_in.actor(request).fresh:
        return signed_in.step_up(request)
    context |= {"section": "families"}
    if request.method != "POST":
        return render(request, FORM, context)
    if "confirm" not in request.POST:
        return render(request, FORM, {**context, "form": EraseForm()})
    form = EraseForm(request.POST)
    if not form.is_valid():
        return render(request, FORM, {**context, "form": form}, status=422)
    done = erase(form.cleaned_data["reason"])
    signed_in.form_saved(request)
    return render(request, "registry/erased.html", _after(context, done))


def _after(context: dict[str, Any], done: Certificate) -> dict[str, Any]:
    """Return what the last page shows: nothing of what is gone."""
    stays = done.kind == "person"
    return {
        "section": "families",
        "certificate": done.text(),
        "family": context["family"] if stays else None,
        "draft": QueryDict(),
    }


URLS = [
    path("families/<uuid:family>/erase/", of_family, name="family-erase"),
    path("persons/<uuid:person>/erase/", of_person, name="person-erase"),
]
