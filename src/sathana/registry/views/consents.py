"""The consents of a family: given, and taken back."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.registry.forms.choices import HOW, LANGUAGES, PURPOSES
from sathana.registry.forms.consents import ConsentForm
from sathana.registry.selectors import families as selectors
from sathana.registry.services import consents
from sathana.registry.views.work import Page, answer, must, page_of_work


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def of_family(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show the consents there are, and record another."""
    reader = signed_in.reader(request)
    view = selectors.family(reader, family)
    if request.method == "POST" or view.consents is None:
        must(view.may, Action.CONSENT)

    def save(form: Any) -> str:
        consents.give(
            reader=reader,
            family_id=family,
            consent=form.given(),
            id=form.cleaned_data["id"],
        )
        return reverse("consents", args=[family])

    words = {**dict(PURPOSES), **dict(HOW), **dict(LANGUAGES)}
    context = {
        "section": "families",
        "view": view,
        "words": words,
        "may": {action.value for action in view.may},
    }
    page = Page(
        "registry/consents.html", ConsentForm, save, "consent", str(family),
        context=context,
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_POST
def take_back(request: HttpRequest, consent: uuid.UUID) -> HttpResponse:
    """Record that a consent was taken back."""
    version = request.POST.get("version", "")
    row = consents.withdraw(
        reader=signed_in.reader(request),
        consent_id=consent,
        version=int(version) if version.isdecimal() else 0,
    )
    return HttpResponseRedirect(reverse("consents", args=[row.family_id]))


URLS = [
    path("families/<uuid:family>/consents/", of_family, name="consents"),
    path("consents/<uuid:consent>/withdraw/", take_back, name="consent-withdraw"),
]
