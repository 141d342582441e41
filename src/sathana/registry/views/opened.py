"""The page "who opened this file", to be printed together with the person."""

from __future__ import annotations

import uuid
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from sathana.accounts import signed_in
from sathana.audit import reading
from sathana.calendars.show import show_day
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.opened import MOST, opened
from sathana.web.languages import current


@require_safe
@signed_in.needs_work
def who_opened(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show who opened the file of a family."""
    reader = signed_in.reader(request)
    try:
        report = opened(reader, family)
    except (NotVisibleError, NotAllowedError) as fault:
        raise Http404 from fault
    language = current()
    context = {
        "section": "families",
        "report": report,
        "most": MOST,
        "days": [
            (show_day(day.toordinal(), language), list(lines))
            for day, lines in groupby(report.lines, lambda line: line.day)
        ],
        "printed": show_day(reading.thai(reader.now).toordinal(), language),
    }
    return render(request, "registry/opened.html", context)


URLS: list[URLPattern] = [
    path("families/<uuid:family>/opened/", who_opened, name="family-opened"),
]
