"""Costs of a case: its book, a new line, the decision, the line that takes back."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework.forms.costs import CostForm, DecideForm, ReverseForm
from sathana.casework.selectors import costs as selectors
from sathana.casework.services import costs
from sathana.casework.supervising import HEAD
from sathana.registry.views.work import Page, answer, must, page_of_work

FORM = "casework/cost_form.html"


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show the book of a case."""
    view = selectors.of_case(signed_in.reader(request), case)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/costs.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Ask for a cost."""
    reader = signed_in.reader(request)
    view = selectors.of_case(reader, case)
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        told = form.cleaned_data
        came = told["upload"]
        costs.ask(
            reader=reader, case_id=case, values=told, id=told["id"],
            upload=came.read() if came else None, file_name=came.name if came else "",
        )  # fmt: skip
        return _home(case)

    page = Page(
        FORM, CostForm, save, "case-cost-new", str(case), {}, _about(view, _NEW)
    )
    return answer(request, page)


new.takes_files = True  # type: ignore[attr-defined]


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, cost: uuid.UUID) -> HttpResponse:
    """Approve a cost, or refuse it."""
    reader = signed_in.reader(request)
    case = selectors.case_of(reader, cost)
    view = selectors.of_case(reader, case)
    for action in HEAD:
        must(view.may, action)
    line = selectors.line_in(view, cost)

    def save(form: Any) -> str:
        told = form.cleaned_data
        costs.decide(
            reader=reader, cost_id=cost, version=told["version"] or 0,
            approve=told["approve"] == "yes", reason=told["reason"],
        )  # fmt: skip
        return _home(case)

    page = Page(
        FORM, DecideForm, save, "case-cost-decide", str(cost),
        {"version": line.version}, _about(view, _DECIDE, line),
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def reverse_(request: HttpRequest, cost: uuid.UUID) -> HttpResponse:
    """Take an approved line back."""
    reader = signed_in.reader(request)
    case = selectors.case_of(reader, cost)
    view = selectors.of_case(reader, case)
    must(view.may, Action.ADD)
    line = selectors.line_in(view, cost)

    def save(form: Any) -> str:
        told = form.cleaned_data
        costs.reverse(reader=reader, cost_id=cost, reason=told["reason"], id=told["id"])
        return _home(case)

    page = Page(
        FORM, ReverseForm, save, "case-cost-reverse", str(cost), {},
        _about(view, _REVERSE, line),
    )  # fmt: skip
    return answer(request, page)


def _about(
    view: selectors.CostsView,
    heading: dict[str, str],
    line: selectors.CostShown | None = None,
) -> dict[str, Any]:
    return {"section": "my-cases", "view": view, "heading": heading, "line": line}


def _home(case: uuid.UUID) -> str:
    return reverse("case-costs", args=[case])


_NEW = {"th": "ขอเบิกค่าใช้จ่าย", "en": "Ask for a cost"}
_DECIDE = {"th": "อนุมัติค่าใช้จ่าย", "en": "Decide about a cost"}
_REVERSE = {"th": "กลับรายการ", "en": "Take a line back"}
URLS = [
    path("work/cases/<uuid:case>/costs/", of_case, name="case-costs"),
    path("work/cases/<uuid:case>/costs/new/", new, name="case-cost-new"),
    path("work/costs/<uuid:cost>/", decide, name="case-cost-decide"),
    path("work/costs/<uuid:cost>/take-back/", reverse_, name="case-cost-reverse"),
]
