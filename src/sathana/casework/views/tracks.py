"""Pathways in a case: taking one, who files, and every move."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework.forms.cases import MoveForm, TrackForm
from sathana.casework.selectors import cases as selectors
from sathana.casework.selectors.openings import openings
from sathana.casework.services import tracks
from sathana.casework.shown import CaseView, TrackShown
from sathana.registry.views.work import Page, answer, must, page_of_work

FORM = "casework/form.html"
_VALUES = ("pathway", "filed_by", "filer_id", "filer_name", "filer_basis")


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Let a person of the family take a pathway."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, case)
    must(view.may, Action.ADD)

    def save(form: Any) -> str:
        told = form.cleaned_data
        tracks.add_track(
            reader=reader,
            case_id=case,
            person_id=uuid.UUID(told["person_id"]),
            values=form.values(*_VALUES),
            id=told["id"],
        )
        return reverse("case-page", args=[case])

    taken = {one.person_id for one in view.tracks}
    free = [str(key) for key, _ in view.people if key not in taken]
    # An address may say whose pathway it is to be, and which: the form shows both.
    start = {"person_id": free[0] if len(free) == 1 else ""}
    start |= {
        name: request.GET[name]
        for name in ("person_id", "pathway")
        if request.GET.get(name)
    }
    first = openings(reader, view.family_id)
    page = Page(
        FORM, partial(TrackForm, people=_people(view), first=first), save,
        "pathway-new", str(case), start, _about(view, _NEW),
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, track: uuid.UUID) -> HttpResponse:
    """Change the pathway of a person, or who files."""
    reader = signed_in.reader(request)
    view, shown = _opened(request, track)

    def save(form: Any) -> str:
        tracks.change_track(
            reader=reader,
            track_id=track,
            version=form.cleaned_data["version"] or 0,
            values=form.values(*_VALUES),
        )
        return reverse("case-page", args=[view.id])

    start = {
        "version": shown.version, "pathway": shown.pathway_id,
        "filed_by": shown.filed_by, "filer_name": shown.filer_name,
        "filer_basis": shown.filer_basis,
        "filer_id": str(shown.filer_id) if shown.filer_id else "",
    }  # fmt: skip
    form = partial(
        TrackForm, people=_people(view), person=str(shown.person_id),
        first=openings(reader, view.family_id, shown.person_id),
    )  # fmt: skip
    page = Page(
        FORM, form, save, "pathway-edit", str(track), start, _about(view, _EDIT, shown)
    )
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, track: uuid.UUID) -> HttpResponse:
    """Record what happened to a pathway."""
    reader = signed_in.reader(request)
    view, shown = _opened(request, track)

    def save(form: Any) -> str:
        told = form.cleaned_data
        tracks.move_on(
            reader=reader,
            track_id=track,
            version=told["version"] or 0,
            action=told["action"],
            reason=told["reason"],
            id=told["id"],
        )
        return reverse("case-page", args=[view.id])

    form = partial(MoveForm, moves=shown.moves, ahead=shown.ahead)
    start = {"version": shown.version, "action": request.GET.get("to", "")}
    page = Page(
        FORM, form, save, "pathway-move", str(track), start, _about(view, _MOVE, shown)
    )
    return answer(request, page)


def _opened(request: HttpRequest, track: uuid.UUID) -> tuple[CaseView, TrackShown]:
    reader = signed_in.reader(request)
    view = selectors.one(reader, selectors.case_of(reader, track))
    must(view.may, Action.CHANGE)
    return view, selectors.track_in(view, track)


def _people(view: CaseView) -> list[tuple[str, str]]:
    return [(str(key), called) for key, called in view.people]


def _about(
    view: CaseView, heading: dict[str, str], track: TrackShown | None = None
) -> dict[str, Any]:
    return {"section": "my-cases", "case": view, "track": track, "heading": heading}


_NEW = {"th": "เพิ่มช่องทางของคนในครอบครัว", "en": "Add the pathway of a person"}
_EDIT = {"th": "ช่องทางและผู้ยื่น", "en": "Pathway and who files"}
_MOVE = {"th": "บันทึกความคืบหน้า", "en": "Record what happened"}
URLS = [
    path("work/cases/<uuid:case>/pathways/new/", new, name="pathway-new"),
    path("work/pathways/<uuid:track>/", edit, name="pathway-edit"),
    path("work/pathways/<uuid:track>/move/", move, name="pathway-move"),
]
