"""Correcting a contact with an office."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.casework.forms.corrections import CorrectForm
from sathana.casework.selectors import corrections as selectors
from sathana.casework.services import correcting
from sathana.registry.views.work import Page, answer, page_of_work


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """Correct a contact; what it said before stays in its history."""
    reader = signed_in.reader(request)
    begun = selectors.start(reader, encounter)

    def save(form: Any) -> str:
        told = form.cleaned_data
        correcting.correct(
            reader=reader, encounter_id=encounter, version=told["version"] or 0,
            values=form.told(), reason=told["reason"],
        )  # fmt: skip
        return reverse("contact", args=[encounter])

    page = Page(
        "casework/contact_edit.html", partial(CorrectForm, apart=begun.apart), save,
        "case-contact-edit", str(encounter), begun.values,
        {"section": "families", "begun": begun, "encounter": encounter},
    )  # fmt: skip
    return answer(request, page)


URLS = [
    path("work/contacts/<uuid:encounter>/edit/", edit, name="case-contact-edit"),
]
