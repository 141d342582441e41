"""Pages of the evidence plan of a case."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
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
from sathana.casework import dna, witnesses
from sathana.casework.forms import plan as forms
from sathana.casework.models import DnaTest, PaperRequest, Settlement, Witness
from sathana.casework.plan_shown import Difference, PlanView
from sathana.casework.selectors import plan as selectors
from sathana.casework.services import plan as services
from sathana.registry.errors import NotVisibleError
from sathana.registry.forms.fields import parts_of
from sathana.registry.services.common import thai_day
from sathana.registry.views.work import Page, answer, must, page_of_work, where
from sathana.web.languages import Text

FORM = "casework/plan_form.html"


@dataclass(frozen=True)
class _Kind:
    """One kind of row of a plan, with its form and its words."""

    model: services.Kind
    form: Callable[..., forms.PlanForm]
    name: str
    new: Text
    edit: Text
    rows: Callable[[PlanView], Any]
    links: tuple[str, ...]


_REQUEST = _Kind(
    PaperRequest, forms.RequestForm, "case-request",
    {"th": "ขอเอกสาร", "en": "Ask for a paper"},
    {"th": "การขอเอกสาร", "en": "Request for a paper"},
    lambda view: view.requests, ("evidence_id",),
)  # fmt: skip
_WITNESS = _Kind(
    Witness, forms.WitnessForm, "case-witness",
    {"th": "เพิ่มพยาน", "en": "Add a witness"}, {"th": "พยาน", "en": "Witness"},
    lambda view: view.witnesses, ("witness_id",),
)  # fmt: skip
_DNA = _Kind(
    DnaTest, forms.DnaForm, "case-dna",
    {"th": "เพิ่มการตรวจดีเอ็นเอ", "en": "Add a DNA test"},
    {"th": "การตรวจดีเอ็นเอ", "en": "DNA test"},
    lambda view: view.tests, ("other_id", "evidence_id"),
)  # fmt: skip


@page_of_work
@require_safe
def one(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show the evidence plan: what is missing, who was asked, who can tell."""
    view = selectors.one(signed_in.reader(request), case)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
        "states": _both(forms.STATES),
        "witness_states": _both(forms.WITNESS_STATES),
        "verdicts": witnesses.VERDICTS,
        "roles": witnesses.ROLES,
        "results": dna.RESULTS,
        "letters": dna.LETTER,
        "correctable": services.corrections(),
    }
    return render(request, "casework/plan.html", context)


def _both(words: Mapping[str, tuple[str, str]]) -> dict[str, Text]:
    return {code: {"th": th, "en": en} for code, (th, en) in words.items()}


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def request_new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Ask somebody for a paper."""
    # The form carries these itself: an address only fills them in at first.
    asked = {name: request.GET.get(name, "") for name in ("person_id", "paper", "path")}
    today = thai_day(signed_in.reader(request).now)
    return _new(request, case, _REQUEST, {**asked, "asked_on": today})


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def witness_new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Add a witness."""
    return _new(request, case, _WITNESS, {})


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def dna_new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Add a DNA test."""
    return _new(request, case, _DNA, {})


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def request_edit(request: HttpRequest, asking: uuid.UUID) -> HttpResponse:
    """Say what came of a request."""
    return _edit(request, asking, _REQUEST)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def witness_edit(request: HttpRequest, witness: uuid.UUID) -> HttpResponse:
    """Change a witness."""
    return _edit(request, witness, _WITNESS)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def dna_edit(request: HttpRequest, test: uuid.UUID) -> HttpResponse:
    """Change a DNA test."""
    return _edit(request, test, _DNA)


@page_of_work
@require_POST
def dna_kinship(request: HttpRequest, test: uuid.UUID) -> HttpResponse:
    """Tell a kinship what a test found."""
    reader = signed_in.reader(request)
    case = selectors.case_of(reader, DnaTest, test)
    version = request.POST.get("version", "")
    kinship: uuid.UUID | None = None
    with suppress(ValueError):
        kinship = uuid.UUID(request.POST.get("kinship", ""))
    services.tell_kinship(
        reader=reader,
        test_id=test,
        kinship_id=kinship,
        version=int(version) if version.isdecimal() else 0,
    )
    return HttpResponseRedirect(reverse("case-plan", args=[case]))


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Say which of differing values is right, and by which paper."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, case)
    if view.differences is None:
        raise NotVisibleError
    must(view.may, Action.CHANGE)
    asked = where(request, "seen")
    found = next((d for d in view.differences if d.seen == asked.get("seen")), None)
    if found is None:
        # Other values came, or it fits now: the plan shows what there is.
        return HttpResponseRedirect(reverse("case-plan", args=[case]))
    page = Page(
        FORM,
        partial(
            forms.SettleForm, papers=_named(view.papers),
            corrections=services.corrections(),
        ),
        partial(_keep_settled, reader, case, found),
        "case-settle",
        found.seen,
        _settled(found),
        {**_about(view, _SETTLE), "difference": found},
        asked,
    )  # fmt: skip
    return answer(request, page)


def _keep_settled(reader: Any, case: uuid.UUID, found: Difference, form: Any) -> str:
    told = {**form.told(), "path": found.told.path, "seen": found.seen}
    if found.settled:
        services.change(
            reader=reader, kind=Settlement, row_id=found.settled.id,
            version=form.cleaned_data["version"] or 0, values=told,
        )  # fmt: skip
    else:
        services.add(
            reader=reader, kind=Settlement, case_id=case,
            values={**told, "person_id": found.told.person_id},
            id=form.cleaned_data["id"],
        )  # fmt: skip
    return reverse("case-plan", args=[case])


def _settled(found: Difference) -> dict[str, Any]:
    kept = found.settled
    if kept is None:
        return {}
    return {
        "version": kept.version, "right": kept.right, "pathway": kept.pathway,
        "evidence_id": str(kept.evidence_id or ""), "notes": kept.notes,
    }  # fmt: skip


def _new(
    request: HttpRequest, case: uuid.UUID, kind: _Kind, start: Mapping[str, Any]
) -> HttpResponse:
    reader = signed_in.reader(request)
    view = selectors.one(reader, case)
    if view.requests is None:
        raise NotVisibleError
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        services.add(
            reader=reader, kind=kind.model, case_id=case, values=form.told(),
            id=form.cleaned_data["id"],
        )  # fmt: skip
        return reverse("case-plan", args=[case])

    people = _named(view.people)
    first = str(view.tracks[0].person_id) if len(view.tracks) == 1 else ""
    begin = {"person_id": first, **{k: v for k, v in start.items() if v}}
    form = partial(kind.form, people=people, papers=_named(view.papers))
    page = Page(FORM, form, save, kind.name, str(case), begin, _about(view, kind.new))
    return answer(request, page)


def _edit(request: HttpRequest, row_id: uuid.UUID, kind: _Kind) -> HttpResponse:
    reader = signed_in.reader(request)
    view = selectors.one(reader, selectors.case_of(reader, kind.model, row_id))
    rows = kind.rows(view)
    if rows is None:
        raise NotVisibleError
    must(view.may, Action.CHANGE)
    row = next(one for one in rows if one.id == row_id)

    def save(form: Any) -> str:
        services.change(
            reader=reader, kind=kind.model, row_id=row_id,
            version=form.cleaned_data["version"] or 0, values=form.told(),
        )  # fmt: skip
        return reverse("case-plan", args=[view.id])

    form = partial(
        kind.form, people=_named(view.people), papers=_named(view.papers), fixed=True
    )
    start = {**_start(row, kind), **(_came(request, view) if kind is _REQUEST else {})}
    page = Page(
        FORM, form, save, kind.name, str(row_id), start,
        {**_about(view, kind.edit), "row": row},
    )  # fmt: skip
    return answer(request, page)


def _came(request: HttpRequest, view: PlanView) -> dict[str, str]:
    """Return what a form shows when somebody comes from adding the paper asked for."""
    paper = request.GET.get("paper", "")
    known = paper in {str(key) for key, _ in view.papers}
    return {"state": "received", "evidence_id": paper} if known else {}


def _start(row: Any, kind: _Kind) -> dict[str, Any]:
    """Return what the form of a row that is there shows at first."""
    if kind is _WITNESS:
        found = dict(row.values)
        found |= {name: parts_of(found[name]) for name in ("born", "event_on")}
        found["name"] = "" if row.inside else row.name
    else:
        names = {
            _REQUEST.name: ("holder", "asked_on", "due", "state", "notes", "path"),
            _DNA.name: (
                "letter_on", "appointment", "place", "result", "result_on", "notes"
            ),
        }[kind.name]  # fmt: skip
        found = {name: getattr(row, name) for name in names}
    if kind is _REQUEST:
        found["paper"] = row.paper_id
    for link in kind.links:
        found[link] = str(getattr(row, link) or "")
    return {**found, "version": row.version}


def _named(pairs: Any) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in pairs]


def _about(view: PlanView, heading: Text) -> dict[str, Any]:
    return {"section": "my-cases", "case": view, "heading": heading}


_SETTLE: Text = {"th": "ค่าไหนถูก", "en": "Which value is right"}
_CASE = "work/cases/<uuid:case>/plan/"
URLS = [
    path(_CASE, one, name="case-plan"),
    path(f"{_CASE}requests/new/", request_new, name="case-request-new"),
    path(f"{_CASE}witnesses/new/", witness_new, name="case-witness-new"),
    path(f"{_CASE}dna/new/", dna_new, name="case-dna-new"),
    path(f"{_CASE}differences/", settle, name="case-settle"),
    path("work/requests/<uuid:asking>/", request_edit, name="case-request"),
    path("work/witnesses/<uuid:witness>/", witness_edit, name="case-witness"),
    path("work/dna/<uuid:test>/", dna_edit, name="case-dna"),
    path("work/dna/<uuid:test>/kinship/", dna_kinship, name="case-dna-kinship"),
]
