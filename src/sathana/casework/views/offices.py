"""The directory of offices, and the notebook of what each really asks for."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.casework.forms.offices import NoteForm, OfficeForm
from sathana.casework.office_words import KINDS
from sathana.casework.selectors import offices as selectors
from sathana.casework.services import offices
from sathana.registry.errors import NotAllowedError
from sathana.registry.forms.places import districts_of
from sathana.registry.reader import Reader
from sathana.registry.services.common import thai_day
from sathana.registry.views.work import Page, answer, page_of_work

FORM = "casework/office_form.html"


@page_of_work
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the offices of the organisation, by kind and area."""
    asked = {
        key: request.GET.get(key, "").strip()[:60] for key in ("kind", "area", "q")
    }
    found = selectors.listed(
        signed_in.reader(request), kind=asked["kind"], area=asked["area"],
        text=asked["q"],
    )  # fmt: skip
    context = {
        "section": "offices", "found": found, "kinds": KINDS.items(),
        "districts": districts_of("57"),
    }  # fmt: skip
    return render(request, "casework/offices.html", context)


@page_of_work
@require_safe
def one(request: HttpRequest, office: uuid.UUID) -> HttpResponse:
    """Show an office: what is known of it, and apart from it what it really does."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, office)
    context = {
        "section": "offices",
        "office": view,
        "may_write": offices.may_write(reader),
    }
    return render(request, "casework/office.html", context)


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show the offices in charge where the family of a case lives or has been."""
    view, found = selectors.of_case(signed_in.reader(request), case)
    context = {"section": "my-cases", "view": view, "found": found}
    return render(request, "casework/case_offices.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add an office to the directory."""
    reader = signed_in.reader(request)
    _must_write(reader)

    def save(form: Any) -> str:
        told = form.told()
        row = offices.add_office(reader=reader, values=told, id=told["id"])
        return reverse("office", args=[row.id])

    heading = {"th": "เพิ่มสำนักงาน", "en": "Add an office"}
    page = Page(
        FORM, OfficeForm, save, "office",
        context={"section": "offices", "heading": heading},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, office: uuid.UUID) -> HttpResponse:
    """Change what the directory says of an office."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, office)
    _must_write(reader)

    def save(form: Any) -> str:
        told = form.told()
        offices.change_office(
            reader=reader, office_id=office, version=told["version"] or 0, values=told
        )
        return reverse("office", args=[office])

    names = ("version", "kind", "name_th", "name_en", "address", "phone", "hours")
    start = {
        **{name: getattr(view, name) for name in (*names, "checked_on")},
        "areas": " ".join(view.codes), "ended": view.ended_at is not None,
    }  # fmt: skip
    heading = {"th": "แก้ข้อมูลสำนักงาน", "en": "Change the office"}
    page = Page(
        FORM, partial(OfficeForm, known=True), save, "office-edit", str(office), start,
        {"section": "offices", "heading": heading, "office": view},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def note_new(request: HttpRequest, office: uuid.UUID) -> HttpResponse:
    """Note what an office really asks for."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, office)
    _must_write(reader)

    def save(form: Any) -> str:
        told = form.cleaned_data
        offices.add_note(reader=reader, office_id=office, values=told, id=told["id"])
        return reverse("office", args=[office])

    heading = {"th": "จดสิ่งที่สำนักงานทำจริง", "en": "Note what the office really does"}
    page = Page(
        FORM, NoteForm, save, "office-note", str(office),
        {"on": thai_day(reader.now), "source": "seen"},
        {"section": "offices", "heading": heading, "office": view, "of_practice": True},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def note_end(request: HttpRequest, note: uuid.UUID) -> HttpResponse:
    """Say that a note no longer holds; who only comes by is led to its office."""
    reader = signed_in.reader(request)
    if request.method == "POST":
        office = offices.end_note(reader=reader, note_id=note).office_id
    else:
        office = selectors.office_of(reader, note)
        _must_write(reader)
    return HttpResponseRedirect(reverse("office", args=[office]))


def _must_write(reader: Reader) -> None:
    if not offices.may_write(reader):
        raise NotAllowedError("add")


URLS = [
    path("work/cases/<uuid:case>/offices/", of_case, name="case-offices"),
    path("work/offices/", index, name="offices"),
    path("work/offices/new/", new, name="office-new"),
    path("work/offices/<uuid:office>/", one, name="office"),
    path("work/offices/<uuid:office>/edit/", edit, name="office-edit"),
    path("work/offices/<uuid:office>/notes/new/", note_new, name="office-note-new"),
    path("work/office-notes/<uuid:note>/end/", note_end, name="office-note-end"),
]
