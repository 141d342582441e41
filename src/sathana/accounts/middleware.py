"""Sessions that end: after twenty minutes of silence, and after twelve hours.

A session that ran out remembers whose it was, and nothing else, so that a form which
comes too late can be kept for that person.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from sathana.accounts import sessions
from sathana.web.middleware import OPEN_ROOMS

type Handler = Callable[[HttpRequest], HttpResponse]
_SEEN, _BEGUN = "seen", "begun"
WAS = "was"
"""Where a session that ran out keeps the id of the account whose it was."""
_NOTE_EVERY = 30
"""Seconds between two notes that a session is in use: not every page writes one."""


class SessionsEnd:
    """Ends a session that was silent or open for too long.

    Pages of the open rooms do not look: they know nobody, and ask no database.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_: Any) -> None:
        """Look at the session before a page of work is made."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return
        if not getattr(view, "__module__", "").startswith(OPEN_ROOMS):
            look_at(request)


def look_at(request: HttpRequest) -> None:
    """End the session of a request if it ran out; else note that it is in use."""
    if not request.user.is_authenticated:
        return
    now = time.time()
    session = request.session
    begun = session.setdefault(_BEGUN, now)
    seen = session.get(_SEEN, now)
    silent = now - seen > settings.SESSION_IDLE_SECONDS
    if silent or now - begun > settings.SESSION_LONGEST_SECONDS:
        was = str(request.user.pk)
        logout(request)
        request.session[WAS] = was
        return
    if _SEEN not in session or now - seen > _NOTE_EVERY:
        session[_SEEN] = now
        sessions.note(request)
