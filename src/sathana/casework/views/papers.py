"""Papers of a case: packs made, looked at, commented, signed off, taken along."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework.forms.papers import MakeForm, StepForm
from sathana.casework.selectors import binders, supervision
from sathana.casework.selectors import papers as selectors
from sathana.casework.services import papers
from sathana.registry.evidence_shown import Served
from sathana.registry.views.work import Page, answer, must, page_of_work

SANDBOX = "default-src 'none'; sandbox"
"""What a file that is handed out may do in a browser: nothing."""


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show the packs of a case, person by person."""
    view = selectors.of_case(signed_in.reader(request), case)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.case.may},
        "glass_until": Action.LIST not in view.case.may,
    }
    return render(request, "casework/papers.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest, track: uuid.UUID) -> HttpResponse:
    """Choose what a pack says, and make it."""
    reader = signed_in.reader(request)
    view = selectors.making(reader, track)

    def save(form: Any) -> str:
        pack = papers.make_pack(
            reader=reader,
            track_id=track,
            choices=form.chosen(),
            id=form.cleaned_data["id"],
        )
        return reverse("pathway-pack", args=[pack.id])

    page = Page(
        "casework/papers_form.html",
        partial(MakeForm, kept_back=view.kept_back),
        save,
        "pathway-papers",
        str(track),
        {"digits": "thai", "filed_by": view.filed_by, "tell": []},
        {"section": "my-cases", "view": view},
    )
    return answer(request, page)


@page_of_work
@require_safe
def one(request: HttpRequest, pack: uuid.UUID) -> HttpResponse:
    """Show a pack: where it stands, its papers, what was said about it."""
    view = selectors.one(signed_in.reader(request), pack)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.may},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/pack.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pack: uuid.UUID) -> HttpResponse:
    """Comment a pack, hand it up, send it back, sign it off."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, pack)
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        told = form.cleaned_data
        papers.step(
            reader=reader,
            pack_id=pack,
            version=told["version"] or 0,
            does=told["does"],
            text=told["text"],
            id=told["id"],
        )
        return reverse("pathway-pack", args=[pack])

    first = view.steps[0].does if view.steps else ""
    page = Page(
        "casework/pack_step.html",
        partial(StepForm, steps=view.steps),
        save,
        "pathway-pack-step",
        str(pack),
        {"version": view.version, "does": first},
        {"section": "my-cases", "view": view},
    )
    return answer(request, page)


@page_of_work
@require_safe
def file(request: HttpRequest, pack: uuid.UUID) -> HttpResponse:
    """Hand out a pack, or one paper of it; without a name lead to its page."""
    reader = signed_in.reader(request)
    asked, kind = request.GET.get("paper", ""), request.GET.get("as", "pdf")
    served = selectors.file_of(reader, pack, asked, kind)
    if served is None:
        return HttpResponseRedirect(reverse("pathway-pack", args=[pack]))
    return handed_out(served)


@page_of_work
@require_safe
def binder(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Hand out the binder of the family."""
    thai = request.GET.get("digits") != "arabic"
    reader = signed_in.reader(request)
    return handed_out(binders.of_case(reader, case, "thai" if thai else "arabic"))


@page_of_work
@require_safe
def supervise(request: HttpRequest) -> HttpResponse:
    """Show what waits for a supervisor, and how packs fared at the offices."""
    found = supervision.of(signed_in.reader(request))
    context = {"section": "supervision", "view": found}
    return render(request, "casework/supervision.html", context)


def handed_out(served: Served) -> HttpResponse:
    """Answer with a file that no browser shows as a page or lets act."""
    response = HttpResponse(served.data, content_type=served.media)
    named = content_disposition_header(True, served.name)
    response["Content-Disposition"] = named or "attachment"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    return response


URLS = [
    path("work/cases/<uuid:case>/papers/", of_case, name="case-papers"),
    path("work/cases/<uuid:case>/binder/", binder, name="case-binder"),
    path("work/pathways/<uuid:track>/papers/", make, name="pathway-papers"),
    path("work/packs/<uuid:pack>/", one, name="pathway-pack"),
    path("work/packs/<uuid:pack>/step/", step, name="pathway-pack-step"),
    path("work/packs/<uuid:pack>/file/", file, name="pathway-pack-file"),
    path("work/supervision/", supervise, name="supervision"),
]
