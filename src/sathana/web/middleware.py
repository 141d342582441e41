"""Rules of the house for every request: nothing foreign in, nothing private out."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    SuspiciousOperation,
)
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import Resolver404, resolve

from sathana.web import errors

log = logging.getLogger("sathana.web")
type Handler = Callable[[HttpRequest], HttpResponse]

OPEN_ROOMS = (
    *("sathana.library.", "sathana.web.", "sathana.learning.open"),
    "sathana.publishing.views",
    *("sathana.media.open_views", "sathana.project.front", "django.contrib.sitemaps."),
)
"""Modules whose pages know nobody: no cookie, no session, nothing stored."""
NEED_A_DATABASE = (
    *("sathana.publishing.", "sathana.media.", "django.contrib.sitemaps."),
)
"""Those of them that show what is stored for everybody."""
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "geolocation", "microphone", "payment", "usb")
)


def safe_headers(get_response: Handler) -> Handler:
    """Add headers Django has no setting for; keep answers to forms out of caches."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.method == "POST":
            response.headers["Cache-Control"] = "no-store"
        return response

    return handle


def own_forms_only(get_response: Handler) -> Handler:
    """Refuse a form sent from another site, and a body too large to be a case file.

    The site has no cookie and no session, so that there is nothing to steal by a
    forged form; the check keeps others from using it as their calculator in a
    visitor's name. A request without ``Origin`` comes from a program, not from a
    page, and is let through.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return get_response(request)
        length = str(request.META.get("CONTENT_LENGTH") or 0)
        if not length.isdecimal():
            return errors.page(request, 400)
        view = _view(request)
        if int(length) > _largest(view):
            upload = bool(getattr(view, "takes_files", False))
            return errors.too_large(request, upload=upload)
        if getattr(view, "takes_recordings", False):
            # Too large for memory, and nothing of a family: it may touch the disk.
            request.upload_handlers = [TemporaryFileUploadHandler(request)]
        if _from_elsewhere(request):
            return errors.foreign_form(request)
        return get_response(request)

    return handle


def _view(request: HttpRequest) -> Any:
    """Return the view that answers at this address; ``None`` if none does."""
    try:
        return resolve(request.path_info).func
    except Resolver404:
        return None


def _largest(view: Any) -> int:
    """Return how many bytes a page takes: it says itself if files come to it."""
    if getattr(view, "takes_recordings", False):
        return int(settings.LARGEST_RECORDING)
    takes_files = getattr(view, "takes_files", False)
    return int(settings.LARGEST_UPLOAD if takes_files else settings.LARGEST_FORM)


def _from_elsewhere(request: HttpRequest) -> bool:
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()


class FormsOfWork(CsrfViewMiddleware):
    """Asks for a form's secret wherever somebody can be signed in.

    The open rooms know no cookie, so that there is no secret; :func:`own_forms_only` is
    their guard.
    """

    def process_view(
        self, request: HttpRequest, callback: Any, args: Any, kwargs: Any
    ) -> HttpResponseForbidden | None:
        """Check the secret, unless the page belongs to an open room."""
        if getattr(callback, "__module__", "").startswith(OPEN_ROOMS):
            return None
        return super().process_view(request, callback, args, kwargs)


_DJANGO_ANSWERS = (
    Http404,
    PermissionDenied,
    SuspiciousOperation,
    BadRequest,
    MultiPartParserError,
)
"""Refusals that Django turns into pages itself; a broken form is no fault of ours."""


class QuietFaults:
    """Turns an unforeseen fault into the error page and logs only where it was.

    The message of an exception may quote what somebody typed about a family; so the
    kind of the fault and its place in our code are logged, never its message.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        """Answer a fault with the error page; leave Django its own refusals."""
        if isinstance(fault, _DJANGO_ANSWERS):
            return None
        log.error("%s at %s", type(fault).__name__, _place(fault))
        return errors.server_error(request)


def _place(fault: Exception) -> str:
    """Return the last frames of a fault as ``file:line``, without any value."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    return " < ".join(
        f"{'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno}"
        for frame in reversed(frames)
    )
