"""The list of families, a new one, and the page of one."""

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
from sathana.accounts.models import Team
from sathana.accounts.reader import Reader
from sathana.registry import cards, contradictions, dossier, familytree, visibility
from sathana.registry.errors import NotAllowedError
from sathana.registry.forms.families import FamilyForm, ImportForm
from sathana.registry.selectors import families as selectors
from sathana.registry.services import families, importing
from sathana.registry.views.homes import homes_of
from sathana.registry.views.work import Page, answer, must, page_of_work

LONGEST_SEARCH = 100


@page_of_work
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the families that the reader may see; search among them."""
    reader = signed_in.reader(request)
    text = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    state = request.GET.get("state", "open")
    listing = selectors.page_of(
        reader,
        text=text,
        state=state if state in ("open", "closed", "") else "open",
        page=_page(request),
    )
    context = {
        "section": "families",
        "listing": listing,
        "q": text,
        "state": state,
        "may_open": visibility.may_open(reader),
    }
    return render(request, "registry/families.html", context)


def _page(request: HttpRequest) -> int:
    told = request.GET.get("page", "1")
    return max(1, int(told)) if told.isdecimal() and len(told) < 7 else 1


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a family: its consent first."""
    reader = signed_in.reader(request)
    _must_open(reader)
    teams = teams_of(reader)

    def save(form: Any) -> str:
        told = form.cleaned_data
        family = families.open_family(
            reader=reader,
            title=told["title"],
            team_id=told["team_id"],
            district=told["district"],
            notes=told["notes"],
            consent=form.given(),
            id=told["id"],
        )
        return reverse("family", args=[family.id])

    page = Page(
        "registry/family_new.html", partial(FamilyForm, teams=teams), save, "family",
        context={"section": "family-new"},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def from_file(request: HttpRequest) -> HttpResponse:
    """Open a family out of a case file."""
    reader = signed_in.reader(request)
    _must_open(reader)

    def save(form: Any) -> str:
        told = form.cleaned_data
        family = importing.family_from_case_file(
            reader=reader,
            data=told["text"].encode(),
            title=told["title"],
            team_id=told["team_id"],
            consent=form.given(),
            id=told["id"],
        )
        return reverse("family", args=[family.id])

    page = Page(
        "registry/family_import.html", partial(ImportForm, teams=teams_of(reader)),
        save, "family-import", context={"section": "family-new"},
    )  # fmt: skip
    return answer(request, page)


def _must_open(reader: Reader) -> None:
    """Stop who may never open a family.

    Raises:
        NotAllowedError: No role of the reader's may.
    """
    if not visibility.may_open(reader):
        raise NotAllowedError("add")


def teams_of(reader: Reader) -> list[tuple[str, str]]:
    """Return the teams in which the reader may open a family: ids and names."""
    own = {team for _, team in reader.actor.roles if team is not None}
    rows = Team.objects.filter(organisation=reader.actor.organisation)
    if own:
        rows = rows.filter(id__in=own)
    return [(str(row.id), row.name) for row in rows.order_by("name")]


@page_of_work
@require_safe
def one(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show a family: tree, table, what helps whom, what does not fit."""
    context = _family_context(request, family, Action.VIEW)
    return render(request, "registry/family.html", context)


@page_of_work
@require_safe
def printed(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show a family as it is printed: tree and table, no buttons."""
    context = _family_context(request, family, Action.PRINT)
    return render(request, "registry/family_print.html", context)


def _family_context(
    request: HttpRequest, family: uuid.UUID, action: Action
) -> dict[str, Any]:
    reader = signed_in.reader(request)
    view = selectors.family(reader, family)
    must(view.may, action)
    return {
        "homes": homes_of(reader, view),
        "section": "families",
        "view": view,
        "tree": familytree.picture(view),
        "people": familytree.rows(view),
        "contradictions": contradictions.of_family(view),
        "helps": familytree.helps(view),
        "may": {action.value for action in view.may},
        "hidden": sorted(group.value for group in view.hidden),
        "cards": cards.of(view.hidden),
        # Seen and not listed: only broken glass opens a family so.
        "glass_until": Action.LIST not in view.may,
    }


@page_of_work
@require_safe
def case_file(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Hand a family out as a case file."""
    text = dossier.as_text(signed_in.reader(request), family)
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="family.yaml"'
    return response


URLS = [
    path("families/", index, name="families"),
    path("families/new/", new, name="family-new"),
    path("families/import/", from_file, name="family-import"),
    path("families/<uuid:family>/", one, name="family"),
    path("families/<uuid:family>/print/", printed, name="family-print"),
    path("families/<uuid:family>/case-file/", case_file, name="family-case-file"),
]
