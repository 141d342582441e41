"""A form whose secret is an old one: its owner signed in anew in another window."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from sathana.accounts import signed_in
from sathana.accounts.middleware import look_at
from sathana.web import errors


def late_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Keep the form if it came from one of our own pages; refuse it otherwise.

    It is not acted upon: its owner sees it filled again, and sends it or not.
    """
    origin = request.headers.get("Origin", "")
    if urlsplit(origin).netloc != request.get_host():
        return errors.foreign_form(request)
    look_at(request)
    return signed_in.keep_late_form(request)
