"""Sessions that end: after twenty minutes of silence, and after twelve hours.

A session that ran out remembers whose it was, and nothing else, so that a form which
comes too late can be kept for that person.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from sathana.accounts import sessions

type Handler = Callable[[HttpRequest], HttpResponse]
_SEEN, _BEGUN, _WAS = "seen", "begun", "was"
_NOTE_EVERY = 30
"""Seconds between two notes that a session is in use: not every page writes one."""


def sessions_end(get_response: Handler) -> Handler:
    """End a session that was silent or open for too long."""

    def handle(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _look_at(request)
        return get_response(request)

    return handle


def _look_at(request: HttpRequest) -> None:
    if not request.user.is_authenticated:
        return
    now = time.time()
    session = request.session
    begun = session.setdefault(_BEGUN, now)
    seen = session.get(_SEEN, now)
    silent = now - seen > settings.SESSION_IDLE_SECONDS
    if silent or now - begun > settings.SESSION_COOKIE_AGE:
        was = str(request.user.pk)
        logout(request)
        request.session[_WAS] = was
        return
    if _SEEN not in session or now - seen > _NOTE_EVERY:
        session[_SEEN] = now
        sessions.note(request)
