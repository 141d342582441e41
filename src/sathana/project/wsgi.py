"""The application that a web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from sathana.project import timing
from sathana.publishing.cached import Shelf, kept_ready
from sathana.web.seats import seated

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")

SEATS = 2
"""Pages made at one time. More only wait for one another: with three each page took
half as long again, and fewer were made."""


def _edition() -> str:
    """Return the edition of the public site; a fixed word where nothing is stored."""
    from django.db import connection

    from sathana.project import readiness
    from sathana.publishing import edition

    if readiness.trouble() is not None:
        return f"tools.{edition.without_store()}"
    try:
        return edition.current()
    finally:
        connection.close()


application = kept_ready(
    seated(
        timing.told(get_wsgi_application(), os.environ), SEATS, settings.LARGEST_UPLOAD
    ),
    Shelf(_edition),
)


def _alone() -> object:
    """Be the one process that writes to an embedded database, for its whole life."""
    from sathana.project import readiness

    return readiness.hold(settings.SATHANA_DATA)


def _by_itself() -> None:
    """Begin what the server does without being asked."""
    from sathana.media import worker
    from sathana.project import daily, readiness, warmth

    daily.begin()
    if readiness.trouble() is None:
        worker.begin()
    warmth.begin()


_held = _alone()
_by_itself()
