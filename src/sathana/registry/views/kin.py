"""Relating two persons of a family, and taking that back."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.registry.forms.kin import KinForm
from sathana.registry.selectors import persons as selectors
from sathana.registry.services import kin
from sathana.registry.views.work import Page, answer, must, page_of_work


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Say whose child or ward a person is."""
    reader = signed_in.reader(request)
    view = selectors.person(reader, person)
    must(view.may, Action.ADD)
    people = [(str(p.id), p.called) for p in view.relatives]

    def save(form: Any) -> str:
        told = form.cleaned_data
        kin.relate(
            reader=reader,
            person_id=person,
            parent_id=uuid.UUID(told["parent_id"]),
            id=told["id"],
            **form.values("role", "kind", "proof", "begin", "until", "said_by"),
        )
        return reverse("family", args=[view.family_id])

    page = Page(
        "registry/kin_form.html", partial(KinForm, people=people), save, "kin",
        about=str(person), context={"section": "families", "view": view},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_POST
def take_back(request: HttpRequest, kinship: uuid.UUID) -> HttpResponse:
    """Take a kinship back that was recorded wrongly."""
    reader = signed_in.reader(request)
    version = request.POST.get("version", "")
    family = request.POST.get("family", "")
    kin.unrelate(
        reader=reader,
        kinship_id=kinship,
        version=int(version) if version.isdecimal() else 0,
    )
    try:
        return HttpResponseRedirect(reverse("family", args=[uuid.UUID(family)]))
    except ValueError:
        return HttpResponseRedirect(reverse("families"))


URLS = [
    path("persons/<uuid:person>/kin/new/", new, name="kin-new"),
    path("kin/<uuid:kinship>/remove/", take_back, name="kin-remove"),
]
