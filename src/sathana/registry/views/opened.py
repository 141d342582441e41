"""The page "who opened this file", to be printed together with the person."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from sathana.accounts import signed_in
from sathana.calendars.show import show_day
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.opened import MOST, Line, opened
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
        "lines": [
            (line, show_day(line.day.toordinal(), language), _between(line))
            for line in report.lines
        ],
    }
    return render(request, "registry/opened.html", context)


def _between(line: Line) -> str:
    first, last = f"{line.first:%H:%M}", f"{line.last:%H:%M}"
    return first if first == last else f"{first} – {last}"


URLS: list[URLPattern] = [
    path("families/<uuid:family>/opened/", who_opened, name="family-opened"),
]
