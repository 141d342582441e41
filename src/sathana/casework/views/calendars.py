"""One's own calendar: its secret address, and the calendar behind it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.casework.selectors import calendars as selectors
from sathana.casework.services import calendars
from sathana.registry.errors import UnusableValueError
from sathana.registry.reader import Reader
from sathana.registry.views.work import page_of_work
from sathana.web.languages import Text, current

TOLD = "calendar-secret"
"""Where a session holds a new secret until it was shown, once."""


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def my(request: HttpRequest) -> HttpResponse:
    """Show one's own addresses; make or end one, say where the digest goes."""
    reader = signed_in.reader(request)
    fault: Text | None = None
    if request.method == "POST":
        try:
            _do(request, reader)
        except UnusableValueError as refused:
            fault = refused.text
        else:
            return HttpResponseRedirect(reverse("my-calendar"))
    secret = request.session.pop(TOLD, "") if request.method == "GET" else ""
    address = ""
    if secret:
        address = request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
    context = {
        "section": "my", "own": selectors.own(reader), "address": address,
        "fault": fault, "typed": request.POST.get("address", ""),
    }  # fmt: skip
    status = 422 if fault else 200
    return render(request, "casework/my_calendar.html", context, status=status)


def _do(request: HttpRequest, reader: Reader) -> None:
    what = request.POST.get("do", "")
    if what == "make":
        request.session[TOLD] = calendars.make_feed(reader=reader)
    elif what == "end":
        calendars.end_feed(reader=reader, feed_id=_id(request.POST.get("feed", "")))
    elif what == "mail":
        calendars.set_mail(reader=reader, address=request.POST.get("address", ""))


def _id(text: str) -> uuid.UUID:
    """Return the id that was meant; what is no id is the id of nothing."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Hand out the calendar behind a secret address; nobody signs in here.

    Raises:
        Http404: There is no such address, or its account may not work.
    """
    made = calendars.read_feed(token, timezone.now(), uuid.uuid4().hex, current())
    if made is None:
        raise Http404
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="sathana.ics"'
    return response


URLS = [
    path("work/calendar/", my, name="my-calendar"),
    path("calendar/<str:token>.ics", feed, name="calendar-feed"),
]
