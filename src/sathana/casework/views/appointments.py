"""Appointments of a case, and the sheet of a day to print and to carry."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
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
from sathana.casework.forms.appointments import AppointmentForm
from sathana.casework.owners import owners_of
from sathana.casework.selectors import appointments as selectors
from sathana.casework.selectors import cases as case_selectors
from sathana.casework.selectors import offices
from sathana.casework.services import appointments
from sathana.casework.shown import CaseView
from sathana.registry import visibility
from sathana.registry.reader import Reader
from sathana.registry.services.common import thai_day
from sathana.registry.views.work import Page, answer, must, page_of_work
from sathana.web.languages import pick

FORM = "casework/form.html"


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """List the appointments of a case."""
    found = selectors.of_case(signed_in.reader(request), case)
    context = {
        "section": "my-cases",
        "found": found,
        "view": found.case,
        "may": {action.value for action in found.case.may},
        "may_change": selectors.may_change(found.case),
        "glass_until": Action.LIST not in found.case.may,
    }
    return render(request, "casework/appointments.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Write down an appointment."""
    reader = signed_in.reader(request)
    view = case_selectors.one(reader, case)
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        told = form.told()
        appointments.make(reader=reader, case_id=case, values=told, id=told["id"])
        return reverse("case-appointments", args=[case])

    only = str(view.tracks[0].id) if len(view.tracks) == 1 else ""
    start = {"worker": str(reader.actor.id), "permit": "unknown", "track_id": only}
    page = Page(
        FORM, _form(reader, view), save, "appointment", str(case), start,
        {"section": "my-cases", "case": view, "heading": _NEW},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, appointment: uuid.UUID) -> HttpResponse:
    """Change an appointment."""
    reader = signed_in.reader(request)
    shown, view = selectors.one(reader, appointment)
    must(view.may, Action.CHANGE)

    def save(form: Any) -> str:
        told = form.told()
        appointments.change(
            reader=reader, appointment_id=appointment, version=told["version"] or 0,
            values=told,
        )  # fmt: skip
        return reverse("case-appointments", args=[view.id])

    lines = {
        name: "\n".join(getattr(shown, name))
        for name in ("comes", "witnesses", "papers")
    }
    names = ("version", "on", "at", "place", "purpose", "slip", "permit")
    start = {
        **{name: getattr(shown, name) for name in names}, **lines,
        "office_id": str(shown.office_id or ""), "worker": str(shown.worker or ""),
    }  # fmt: skip
    page = Page(
        FORM, _form(reader, view, known=True), save, "appointment-edit",
        str(appointment), start,
        {"section": "my-cases", "case": view, "heading": _EDIT},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_POST
def call_off(request: HttpRequest, appointment: uuid.UUID) -> HttpResponse:
    """Call an appointment off."""
    version = request.POST.get("version", "")
    row = appointments.call_off(
        reader=signed_in.reader(request),
        appointment_id=appointment,
        version=int(version) if version.isdecimal() else 0,
    )
    return HttpResponseRedirect(reverse("case-appointments", args=[row.case_id]))


@page_of_work
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Show the sheet of a day: at which office, with whom and with what."""
    reader = signed_in.reader(request)
    today = thai_day(reader.now)
    on = _day(request.GET.get("day", ""), today)
    of = request.GET.get("of", "mine")[:36]
    found = selectors.sheet(reader, on, of)
    context = {
        "section": "day-sheet",
        "sheet": found,
        "today": today,
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1),
    }
    return render(request, "casework/day_sheet.html", context)


def _day(told: str, today: date) -> date:
    """Return the day that was asked for; today where it is none."""
    try:
        on = date.fromisoformat(told)
    except ValueError:
        return today
    # A day before or after must exist, too.
    return on if 1900 < on.year < 2200 else today


def _form(reader: Reader, view: CaseView, *, known: bool = False) -> Any:
    family = visibility.visible_family(reader, view.family_id)
    tracks = [
        (str(t.id), f"{t.called} – {pick(t.pathway)}" if t.pathway else t.called)
        for t in view.tracks
    ]
    workers = [(str(key), name) for key, name in owners_of(reader, family)]
    return partial(
        AppointmentForm, tracks=tracks, offices=offices.choices(reader),
        workers=workers, known=known,
    )  # fmt: skip


_NEW = {"th": "บันทึกวันนัด", "en": "Write down an appointment"}
_EDIT = {"th": "แก้วันนัด", "en": "Change the appointment"}
URLS = [
    path("work/cases/<uuid:case>/appointments/", of_case, name="case-appointments"),
    path("work/cases/<uuid:case>/appointments/new/", new, name="case-appointment-new"),
    path("work/appointments/<uuid:appointment>/edit/", edit, name="case-appointment"),
    path(
        "work/appointments/<uuid:appointment>/off/",
        call_off,
        name="case-appointment-off",
    ),
    path("work/day/", sheet, name="day-sheet"),
]
