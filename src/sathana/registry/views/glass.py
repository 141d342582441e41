"""Breaking the glass, and reviewing that somebody did."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.registry.errors import (
    NotVisibleError,
    RegistryError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.glassfinding import reference
from sathana.registry.reader import Reader
from sathana.registry.selectors import access as reading
from sathana.registry.services import glass as services
from sathana.registry.views.work import page_of_work
from sathana.web.languages import Text

CATEGORIES: tuple[tuple[str, Text], ...] = (
    ("danger", {"th": "มีคนตกอยู่ในอันตราย", "en": "Somebody is in danger"}),
    ("deadline", {"th": "จะพ้นกำหนดเวลา", "en": "A deadline is about to pass"}),
    ("absence", {"th": "ผู้ดูแลไม่อยู่", "en": "Whoever works with it is away"}),
    ("other", {"th": "เหตุอื่น", "en": "Another reason"}),
)
FOUND: tuple[tuple[str, Text], ...] = (
    ("justified", {"th": "มีเหตุสมควร", "en": "It was justified"}),
    ("not_justified", {"th": "ไม่มีเหตุสมควร", "en": "It was not justified"}),
)


@require_http_methods(["GET", "HEAD", "POST"])
@page_of_work
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form that breaks the glass for one family, or break it."""
    reader = signed_in.reader(request)
    fault: RegistryError | None = None
    try:
        services.may_ask(reader)
        if request.method == "POST":
            return _break(request, reader)
    except (NotVisibleError, StepUpError):
        raise
    except RegistryError as refused:
        fault = refused
    typed = request.POST if request.method == "POST" else signed_in.kept_form(request)
    return _form(request, reader, typed, fault)


@require_http_methods(["GET", "HEAD", "POST"])
@page_of_work
def review(request: HttpRequest) -> HttpResponse:
    """List broken glass that waits for a review, or review one."""
    reader = signed_in.reader(request)
    if not reading.reviews(reader):
        raise NotVisibleError
    fault: RegistryError | None = None
    if request.method == "POST":
        try:
            _review(reader, request.POST)
        except NotVisibleError:
            raise
        except RegistryError as refused:
            fault = refused
        else:
            signed_in.form_saved(request)
            return HttpResponseRedirect(f"{reverse('glass-review')}?done=1")
    context = {
        "waiting": reading.to_review(reader),
        "categories": dict(CATEGORIES),
        "found": FOUND,
        "fault": fault,
        "typed": request.POST if fault else {},
        "done": "done" in request.GET,
        "section": "glass-review",
    }
    status = 422 if fault else 200
    return render(request, "registry/glass_review.html", context, status=status)


def _break(request: HttpRequest, reader: Reader) -> HttpResponse:
    broken = services.break_glass(
        reader=reader,
        asked=request.POST.get("asked", ""),
        category=request.POST.get("category", ""),
        reason=request.POST.get("reason", ""),
    )
    signed_in.form_saved(request)
    try:
        return HttpResponseRedirect(reverse("family", args=[broken.family_id]))
    except NoReverseMatch:
        return HttpResponseRedirect(reverse("glass"))


def _form(
    request: HttpRequest,
    reader: Reader,
    typed: QueryDict | None,
    fault: RegistryError | None,
) -> HttpResponse:
    context = {
        "categories": CATEGORIES,
        "names": dict(CATEGORIES),
        "findings": dict(FOUND),
        "mine": [
            (row, reference(row.family_id), row.until > reader.now)
            for row in reading.my_glass(reader)
        ],
        "typed": typed or {},
        "fault": fault,
        "field": getattr(fault, "field", ""),
        "shortest": services.SHORTEST,
        "section": "glass",
    }
    status = 422 if fault and request.method == "POST" else 200
    return render(request, "registry/glass.html", context, status=status)


def _review(reader: Reader, form: QueryDict) -> None:
    try:
        glass_id = uuid.UUID(form.get("row", ""))
    except ValueError:
        raise UnusableValueError(
            "row", "เลือกเรื่องที่จะตรวจก่อน", "Choose what you review first."
        ) from None
    services.review(
        reader=reader,
        glass_id=glass_id,
        found=form.get("found", ""),
        remark=form.get("remark", ""),
    )
