"""What the first reader would wait for, loaded when the server starts."""

from __future__ import annotations

import gc
import logging
import os
from io import BytesIO
from threading import Thread

from django.conf import settings
from django.db import DatabaseError, connections
from django.urls import get_resolver

from sathana.project import daily, readiness

log = logging.getLogger("sathana.project")
_YOUNG = (20_000, 20, 20)
"""Objects made between two looks for those that nobody holds: a page makes thousands
that go by themselves."""


def begin() -> None:
    """Warm up beside the first requests: it takes seconds, and they need not wait."""
    Thread(target=warm_up, name="warm-up", daemon=True).start()


def warm_up() -> None:
    """Load addresses, the law and the reading of names; then leave them in peace.

    What is loaded stays for as long as the server runs: Python need not look through
    it again and again, and make somebody's page wait for that.
    """
    _ = get_resolver(settings.ROOT_URLCONF).url_patterns
    try:
        if readiness.trouble() is None:
            if os.environ.get(daily.ENVIRONMENT):
                open_search()
                _what_readers_need()
            _what_work_needs()
    finally:
        connections.close_all()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_YOUNG)


def open_search() -> None:
    """Hand the law in use to the search, and let the open pages ask the database.

    A fault is logged by its kind alone: the open pages then answer from the law.
    """
    from sathana.learning import indexing as lessons
    from sathana.library import indexing, siteindex
    from sathana.web.dates import today

    try:
        indexing.refresh()
        lessons.refresh(today())
        siteindex.connect()
    except DatabaseError as fault:
        log.error("%s while opening the search", type(fault).__name__)


def _what_readers_need() -> None:
    """Make a page of the law once: what it rests on takes seconds the first time."""
    from django.core.handlers.wsgi import WSGIRequest

    from sathana.library.views import law

    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/law/7BIS-2/",
        "wsgi.input": BytesIO(),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
    }
    law.page(WSGIRequest(environ), "7BIS-2")


def _what_work_needs() -> None:
    from sathana.registry import changed, namekeys

    changed.law_name(changed.law_now())
    # The first Thai name loads the rules by which it is written in Latin letters.
    list(namekeys.keys("สมชาย ใจดี"))
