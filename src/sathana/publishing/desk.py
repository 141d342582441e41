"""The directory of helpers in the editors' rooms."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from sathana.accounts import signed_in
from sathana.publishing import directory
from sathana.publishing.models import Helper
from sathana.web.dates import today


@require_safe
def helpers(request: HttpRequest) -> HttpResponse:
    """Show everybody of the directory, the proposed ones first."""
    return _page(request)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Propose a helper; a refused form keeps what was typed."""
    if request.method == "GET":
        return render(request, "publishing/helper_new.html", {"typed": {}})
    try:
        directory.propose(signed_in.reader(request), request.POST.dict())
    except directory.DirectoryError as fault:
        told = {"typed": request.POST, "fault": fault.text}
        return render(request, "publishing/helper_new.html", told, status=422)
    return redirect("helper_desk:list")


@require_POST
def verify(request: HttpRequest, helper: uuid.UUID) -> HttpResponse:
    """Verify a helper whom another person proposed."""
    get_object_or_404(Helper, pk=helper)
    try:
        directory.verify(signed_in.reader(request), helper, today())
    except directory.DirectoryError as fault:
        return _page(request, fault=fault.text, status=422)
    return redirect("helper_desk:list")


@require_POST
def revoke(request: HttpRequest, helper: uuid.UUID) -> HttpResponse:
    """Revoke a helper at once, with a reason that readers see."""
    get_object_or_404(Helper, pk=helper)
    why = {"th": request.POST.get("why_th", ""), "en": request.POST.get("why_en", "")}
    try:
        directory.revoke(signed_in.reader(request), helper, today(), why)
    except directory.DirectoryError as fault:
        return _page(request, fault=fault.text, status=422, typed=why, about=helper)
    return redirect("helper_desk:list")


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    order = ("proposed", "verified", "lapsed", "revoked")
    rows = [(one, one.state(today())) for one in Helper.objects.order_by("name_th")]
    rows.sort(key=lambda row: order.index(row[1]))
    told = {"rows": rows, **more}
    return render(request, "publishing/helper_desk.html", told, status=status)
