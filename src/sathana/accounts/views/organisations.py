"""Pages of system admins: the organisations of this installation; never people."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import errors, signed_in
from sathana.accounts.decide import Action
from sathana.accounts.models import Organisation
from sathana.accounts.reader import Reader
from sathana.accounts.services import office, organising
from sathana.accounts.views import door

SAVED = {"th": "บันทึกแล้ว", "en": "Saved."}


@require_safe
@door.office
def organisations(request: HttpRequest) -> HttpResponse:
    """List the organisations."""
    reader = signed_in.reader(request)
    office.check(reader, Action.LIST, organising.KIND, reader.actor.organisation)
    rows = Organisation.objects.annotate(
        accounts_open=Count("accounts", filter=Q(accounts__is_active=True))
    )
    context = {"section": "organisations", "organisations": rows.order_by("name_th")}
    return render(request, "accounts/organisations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def new(request: HttpRequest) -> HttpResponse:
    """Found an organisation with two admins."""
    reader = signed_in.reader(request)
    office.check(reader, Action.MANAGE, organising.KIND, reader.actor.organisation)
    form = door.told(request)
    context: dict[str, Any] = {"section": "organisations", "form": form}
    if request.method == "POST":
        admins = _admins(form)
        try:
            codes = organising.found(
                reader=reader,
                name_th=form.get("name_th", ""),
                name_en=form.get("name_en", ""),
                areas=_areas(form),
                admins=admins,
            )
        except errors.OfficeError as fault:
            context["fault"] = fault
        else:
            signed_in.form_saved(request)
            names = [name for name, _ in admins]
            context["codes"] = list(zip(names, codes, strict=True))
    return render(request, "accounts/organisation_new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def edit(request: HttpRequest, organisation: uuid.UUID) -> HttpResponse:
    """Change the names and areas of an organisation; close it or open it."""
    reader = signed_in.reader(request)
    office.check(reader, Action.MANAGE, organising.KIND, organisation)
    row = Organisation.objects.filter(pk=organisation).first()
    if row is None:
        raise errors.NotThereError
    kept = door.told(request)
    context: dict[str, Any] = {
        "section": "organisations",
        "organisation": row,
        "name_th": kept.get("name_th", row.name_th),
        "name_en": kept.get("name_en", row.name_en),
        "areas": kept.get("areas", " ".join(row.areas)),
        "own": row.id == reader.actor.organisation,
    }
    if request.method == "POST":
        try:
            _do(reader, row.id, request.POST)
        except errors.OfficeError as fault:
            context["fault"] = fault
        else:
            signed_in.form_saved(request)
            door.say(request, SAVED)
            return HttpResponseRedirect(reverse("organisations"))
    return render(request, "accounts/organisation_edit.html", context)


def _do(reader: Reader, organisation: uuid.UUID, form: QueryDict) -> None:
    what = form.get("do")
    if what == "close":
        organising.close(reader=reader, organisation=organisation)
    elif what == "open":
        organising.open_again(reader=reader, organisation=organisation)
    else:
        organising.change(
            reader=reader,
            organisation=organisation,
            name_th=form.get("name_th", ""),
            name_en=form.get("name_en", ""),
            areas=_areas(form),
        )


def _areas(form: QueryDict) -> list[str]:
    return form.get("areas", "").replace(",", " ").split()


def _admins(form: QueryDict) -> list[tuple[str, str]]:
    return [
        (form.get(f"username{n}", ""), form.get(f"shown_name{n}", "")) for n in (1, 2)
    ]


URLS: list[URLPattern] = [
    path("organisations/", organisations, name="organisations"),
    path("organisations/new/", new, name="organisation-new"),
    path("organisations/<uuid:organisation>/", edit, name="organisation-edit"),
]
