"""Class sheets: a class is screened by numbers, and names stay at the school."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import (
    require_http_methods,
    require_safe,
)

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework import schoolpapers
from sathana.casework.forms.school import LinkForm, PupilForm, SheetForm
from sathana.casework.school_shown import PupilShown, SheetView
from sathana.casework.selectors import school as selectors
from sathana.casework.services import school
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    UnusableValueError,
)
from sathana.registry.services.common import thai_day
from sathana.registry.views.work import Page, answer, must, page_of_work, show
from sathana.web.languages import pick

FORM = "casework/school_form.html"
_NEW = {"th": "เปิดใบคัดกรองชั้นเรียน", "en": "Open a class sheet"}
_NOTE = {"th": "ใส่คำตอบทีละเลข", "en": "Enter answers, number by number"}
_THERE = {
    "th": "เลขนี้มีคำตอบอื่นบันทึกไว้แล้ว ยังไม่ได้เขียนทับ กลับไปดูแถวของเลขนี้แล้วกด “แก้”",
    "en": "This number has other answers already; nothing was written over. Go back, "
    "look at its row and press “Change”.",
}
_LINK = {"th": "เลขนี้เป็นแฟ้มครอบครัวไหน", "en": "Which family this number became"}


@page_of_work
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """List the class sheets of the reader."""
    lines = selectors.listed(signed_in.reader(request))
    return render(request, "casework/school.html", _context(lines=lines))


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a class sheet."""
    reader = signed_in.reader(request)
    must({Action.ADD} if selectors.may_open(reader) else (), Action.ADD)

    def save(form: Any) -> str:
        told = form.cleaned_data
        row = school.open_sheet(reader=reader, values=told, id=told["id"])
        return reverse("case-class", args=[row.id])

    page = Page(FORM, SheetForm, save, "case-class-new", context=_context(heading=_NEW))
    return answer(request, page)


@page_of_work
@require_safe
def one(request: HttpRequest, sheet: uuid.UUID) -> HttpResponse:
    """Show a sheet: what may open for each number, and what to ask next."""
    view = selectors.one(signed_in.reader(request), sheet)
    return render(request, "casework/school_sheet.html", _context(view=view))


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, sheet: uuid.UUID) -> HttpResponse:
    """Enter what was told of a number; what is typed here is kept as no draft."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, sheet, action=Action.CHANGE)
    asked = _asked(request, view)

    def save(form: Any) -> str:
        told = form.cleaned_data
        school.note(
            reader=reader, sheet_id=sheet, number=told["number"],
            version=told["version"] or 0, told=form.codes(),
        )  # fmt: skip
        if asked is not None and asked.id:
            return reverse("case-class", args=[sheet])
        return reverse("case-class-note", args=[sheet])

    start: dict[str, Any] = {"number": view.following or ""}
    if asked is not None:
        start = {"number": asked.number, "version": asked.version}
        start |= dict(asked.codes or {})
    context = _context(view=view, heading=_NOTE, again=asked is not None)
    page = Page(FORM, PupilForm, save, "case-class-note", str(sheet), start, context)
    return _without_draft(request, page)


def _asked(request: HttpRequest, view: SheetView) -> PupilShown | None:
    """Return the line that the address asks for, to be changed."""
    told = request.GET.get("number", "")
    if not told.isdecimal() or len(told) > 3:
        return None
    return next((one for one in view.pupils if one.number == int(told)), None)


def _without_draft(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer as ``answer`` does, but keep nothing of what was refused: a name, say."""
    if request.method != "POST":
        return show(request, page, page.form(initial=page.start))
    form = page.form(request.POST)
    try:
        if form.is_valid():
            return HttpResponseRedirect(page.save(form))
    except ConflictError:
        form.add_error("number" if "number" in form.fields else None, pick(_THERE))
        return show(request, page, form, status=409)
    except (ConsentMissingError, UnusableValueError) as fault:
        name = getattr(fault, "field", None)
        form.add_error(name if name in form.fields else None, pick(fault.text))
    return show(request, page, form, status=422)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, pupil: uuid.UUID) -> HttpResponse:
    """Say which family a number became, once that family has consented."""
    reader = signed_in.reader(request)
    view, line = selectors.pupil_of(reader, pupil, Action.CHANGE)

    def save(form: Any) -> str:
        told = form.cleaned_data
        school.link(
            reader=reader, pupil_id=pupil, version=told["version"] or 0,
            family_id=told["family"],
        )  # fmt: skip
        return reverse("case-class", args=[view.id])

    form = partial(LinkForm, families=selectors.families_for(reader))
    context = _context(view=view, heading=_LINK, line=line)
    start = {"version": line.version}
    page = Page(FORM, form, save, "case-class-link", str(pupil), start, context)
    return _without_draft(request, page)


@page_of_work
@require_safe
def blank(request: HttpRequest, sheet: uuid.UUID) -> HttpResponse:
    """Print the list that stays at the school, and the sheet of numbers."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, sheet, action=Action.PRINT)
    made = schoolpapers.blank(view, thai_day(reader.now))
    return _paper(made, f"class-{view.code}-blank")


@page_of_work
@require_safe
def result(request: HttpRequest, sheet: uuid.UUID) -> HttpResponse:
    """Print what goes back to the teacher."""
    reader = signed_in.reader(request)
    view = selectors.one(reader, sheet, action=Action.PRINT)
    made = schoolpapers.result(view, thai_day(reader.now))
    return _paper(made, f"class-{view.code}-result")


def _paper(made: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, sheet: uuid.UUID) -> HttpResponse:
    """Ask once more, then end a sheet for good."""
    reader = signed_in.reader(request)
    if request.method != "POST":
        view = selectors.one(reader, sheet, action=Action.CHANGE)
        return render(request, "casework/school_end.html", _context(view=view))
    school.end(reader=reader, sheet_id=sheet)
    return HttpResponseRedirect(reverse("case-classes"))


def _context(**more: Any) -> dict[str, Any]:
    return {"section": "my-cases", **more}


URLS = [
    path("work/classes/", mine, name="case-classes"),
    path("work/classes/new/", new, name="case-class-new"),
    path("work/classes/<uuid:sheet>/", one, name="case-class"),
    path("work/classes/<uuid:sheet>/note/", note, name="case-class-note"),
    path("work/classes/<uuid:sheet>/blank/", blank, name="case-class-blank"),
    path("work/classes/<uuid:sheet>/result/", result, name="case-class-result"),
    path("work/classes/<uuid:sheet>/end/", end, name="case-class-end"),
    path("work/classes/numbers/<uuid:pupil>/", link, name="case-class-link"),
]
