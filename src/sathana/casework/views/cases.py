"""The list of cases, the cases of a family, and what is done with one case."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework.forms.cases import CaseForm, PlanForm, ReasonForm
from sathana.casework.owners import owners_of
from sathana.casework.planning import Plan
from sathana.casework.selectors import cases as selectors
from sathana.casework.selectors import filers, offers, readiness, school
from sathana.casework.services import cases
from sathana.casework.shown import CaseView
from sathana.registry import visibility
from sathana.registry.views.work import Page, answer, must, page_of_work

FORM = "casework/form.html"


@page_of_work
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """List open cases, what is overdue first."""
    told = request.GET.get("page", "1")
    page = int(told) if told.isdecimal() and len(told) < 7 else 1
    listing = selectors.listed(
        signed_in.reader(request), mine=request.GET.get("of") != "all", page=page
    )
    context: dict[str, Any] = {"section": "my-cases", "listing": listing}
    context["screens"] = school.may_open(signed_in.reader(request))
    context["offers"] = offers.waiting(signed_in.reader(request))
    return render(request, "casework/mine.html", context)


@page_of_work
@require_safe
def of_family(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show the cases of a family, and its contacts with offices."""
    view = selectors.of_family(signed_in.reader(request), family)
    context = {
        "section": "families",
        "view": view,
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/family.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Open a case over a family."""
    reader = signed_in.reader(request)
    view = selectors.of_family(reader, family)
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        told = form.cleaned_data
        case = cases.open_case(
            reader=reader, family_id=family, title=told["title"], id=told["id"]
        )
        return reverse("case-page", args=[case.id])

    page = Page(
        FORM, CaseForm, save, "case-new", str(family),
        context={"section": "families", "family": view, "heading": _NEW},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_safe
def one(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show a case: where each person stands, what is next, what happened."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, case)
    context = {
        "section": "my-cases",
        "view": view,
        "lacking": filers.lacking(reader, view),
        "outdated": readiness.outdated(reader, view),
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/case.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Call a case otherwise."""
    reader = signed_in.reader(request)
    view = _for_change(request, case)

    def save(form: Any) -> str:
        told = form.cleaned_data
        cases.rename_case(
            reader=reader, case_id=case, version=told["version"] or 0,
            title=told["title"],
        )  # fmt: skip
        return reverse("case-page", args=[case])

    start = {"version": view.version, "title": view.title}
    page = Page(
        FORM, CaseForm, save, "case-edit", str(case), start, _about(view, _EDIT)
    )
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Say what is to be done next."""
    reader = signed_in.reader(request)
    view = _for_change(request, case)
    family = visibility.visible_family(reader, view.family_id)
    owners = [(str(key), name) for key, name in owners_of(reader, family)]

    def save(form: Any) -> str:
        told = form.cleaned_data
        cases.plan(
            reader=reader,
            case_id=case,
            version=told["version"] or 0,
            new=Plan(told["what"], told["owner"], told["due"]),
            done=bool(told.get("done")),
            reason=told["reason"],
        )
        return reverse("case-page", args=[case])

    owner = view.owner or reader.actor.id
    start = {
        "version": view.version, "what": view.next_action, "due": view.due,
        "owner": str(owner),
    }  # fmt: skip
    form = partial(PlanForm, owners=owners, planned=bool(view.next_action))
    page = Page(FORM, form, save, "case-next", str(case), start, _about(view, _NEXT))
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def state(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Close a case, or open it again."""
    reader = signed_in.reader(request)
    view = _for_change(request, case)
    closes = view.state == "open"
    change = cases.close_case if closes else cases.reopen_case

    def save(form: Any) -> str:
        told = form.cleaned_data
        change(
            reader=reader, case_id=case, version=told["version"] or 0,
            reason=told["reason"],
        )  # fmt: skip
        return reverse("case-page", args=[case])

    page = Page(
        FORM, ReasonForm, save, "case-state", str(case), {"version": view.version},
        _about(view, _CLOSE if closes else _REOPEN),
    )  # fmt: skip
    return answer(request, page)


def _for_change(request: HttpRequest, case: uuid.UUID) -> CaseView:
    view = selectors.one(signed_in.reader(request), case)
    must(view.may, Action.CHANGE)
    return view


def _about(view: CaseView, heading: dict[str, str]) -> dict[str, Any]:
    return {"section": "my-cases", "case": view, "heading": heading}


_NEW = {"th": "เปิดกรณี", "en": "Open a case"}
_EDIT = {"th": "แก้ชื่อกรณี", "en": "Change the name of the case"}
_NEXT = {"th": "งานต่อไป", "en": "Next action"}
_CLOSE = {"th": "ปิดกรณี", "en": "Close the case"}
_REOPEN = {"th": "เปิดกรณีอีกครั้ง", "en": "Open the case again"}
URLS = [
    path("work/cases/", mine, name="my-cases"),
    path("families/<uuid:family>/cases/", of_family, name="family-cases"),
    path("families/<uuid:family>/cases/new/", new, name="case-new"),
    path("work/cases/<uuid:case>/", one, name="case-page"),
    path("work/cases/<uuid:case>/edit/", edit, name="case-edit"),
    path("work/cases/<uuid:case>/next/", plan, name="case-next"),
    path("work/cases/<uuid:case>/state/", state, name="case-state"),
]
