"""Scenarios: what another law would do to a hundred thousand synthetic people.

Only scenarios that ship are worked out, and only with the parameters they declare; an
address can name no file and no rule. What is asked for stands in the address, so that
a link can be given to others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import scenariodesk, scenariopage
from sathana.library.scenariodesk import BusyError
from sathana.library.scenarioform import ScenarioForm, query, read_form
from sathana.web.languages import Text, current

if TYPE_CHECKING:
    from sathana.population.scenario import Scenario

COME_BACK = 5
"""Seconds after which somebody who was sent away may ask again."""
SECTION = "scenarios"
MARK: Text = {
    "th": "ผู้คนสมมติ: ไม่ใช่ข้อความเกี่ยวกับประเทศไทย",
    "en": "Synthetic people: not a statement about Thailand",
}

type Write = Callable[[dict[str, Any]], HttpResponse]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the scenarios that ship."""
    found = tuple(scenariodesk.scenarios().values())
    context = {"section": SECTION, "scenarios": found, "mark": MARK, "law": pack()}
    return render(request, "library/scenarios.html", context)


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Show one scenario with the values of the address, worked out."""
    scenario = _scenario(name)
    form = read_form(scenario, request.GET)
    tidy = query(form.values)
    sent = request.GET.urlencode(safe=",")
    if sent and not form.faults and not form.ignored and sent != tidy:
        return redirect(f"{reverse('scenario', args=[name])}?{tidy}")

    def write(result: dict[str, Any]) -> HttpResponse:
        shown = scenariopage.page(result)
        return _page(request, scenario, form, 200, {"it": shown})

    return _worked_out(request, scenario, form, write)


@require_safe
def figures(request: HttpRequest, name: str) -> HttpResponse:
    """Give all figures as CSV."""
    from sathana.population.scenario.csvfile import csv_text

    def write(result: dict[str, Any]) -> HttpResponse:
        # Spreadsheets read UTF-8 only where the file begins with its mark.
        return _file(csv_text(result).encode("utf-8-sig"), "text/csv", name, "csv")

    return _download(request, name, write)


@require_safe
def data(request: HttpRequest, name: str) -> HttpResponse:
    """Give the whole result as JSON."""

    def write(result: dict[str, Any]) -> HttpResponse:
        text = json.dumps(result, ensure_ascii=False)
        return _file(text.encode(), "application/json", name, "json")

    return _download(request, name, write)


@require_safe
def paper(request: HttpRequest, name: str) -> HttpResponse:
    """Give a brief of one page as PDF, in the language of the address."""

    def write(result: dict[str, Any]) -> HttpResponse:
        from sathana.documents.brief import brief
        from sathana.population.scenario.briefs import brief_values

        with scenariodesk.DESK.turn():
            made = brief(brief_values(result, current()), current())
        return _file(made, "application/pdf", f"{name}-{current()}", "pdf")

    return _download(request, name, write)


# -- shared --------------------------------------------------------------------------


def _scenario(name: str) -> Scenario:
    found = scenariodesk.scenarios().get(name)
    if found is None:
        raise Http404
    return found


def _download(request: HttpRequest, name: str, write: Write) -> HttpResponse:
    scenario = _scenario(name)
    form = read_form(scenario, request.GET)
    return _worked_out(request, scenario, form, write)


def _worked_out(
    request: HttpRequest, scenario: Scenario, form: ScenarioForm, write: Write
) -> HttpResponse:
    """Work a scenario out and write the answer; say kindly why where it cannot be."""
    from sathana.population.scenario import ScenarioError, with_values

    if form.faults:
        return _page(request, scenario, form, 422, {})
    if request.method == "HEAD":  # whoever only looks whether it is there
        return HttpResponse()
    try:
        return write(scenariodesk.answer(with_values(scenario, form.values)))
    except ScenarioError as fault:
        why = {"th": fault.th, "en": fault.en}
        return _page(request, scenario, form, 422, {"fault": why})
    except BusyError:
        return _busy(request)


def _page(
    request: HttpRequest,
    scenario: Scenario,
    form: ScenarioForm,
    status: int,
    more: Mapping[str, object],
) -> HttpResponse:
    address = reverse("scenario", args=[scenario.name])
    tidy = query(form.values)
    context = {
        "section": SECTION,
        "scenario": scenario,
        "form": form,
        "mark": MARK,
        "law": pack(),
        "query": tidy,
        "address": request.build_absolute_uri(f"{address}?{tidy}"),
        **more,
    }
    response = render(request, "library/scenario.html", context, status=status)
    if request.GET:  # one page a scenario is enough for machines that search
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def _busy(request: HttpRequest) -> HttpResponse:
    context = {"section": SECTION, "again": request.get_full_path()}
    response = render(request, "library/scenario_busy.html", context, status=503)
    response.headers["Retry-After"] = str(COME_BACK)
    response.headers["Cache-Control"] = "no-store"
    return response


def _file(content: bytes, kind: str, name: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    if kind == "application/pdf":
        response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = (
        f'attachment; filename="sathana-{name}.{ending}"'
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response
