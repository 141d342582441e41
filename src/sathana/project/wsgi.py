"""The application that a web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from sathana.project import timing
from sathana.web.seats import seated

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sathana.project.settings")

SEATS = 2
"""Pages made at one time. More only wait for one another: with three each page took
half as long again, and fewer were made."""

application = seated(
    timing.told(get_wsgi_application(), os.environ), SEATS, settings.LARGEST_UPLOAD
)


def _alone() -> object:
    """Be the one process that writes to an embedded database, for its whole life."""
    from sathana.project import readiness

    return readiness.hold(settings.SATHANA_DATA)


def _by_itself() -> None:
    """Begin what the server does without being asked."""
    from sathana.media import worker
    from sathana.project import daily, warmth

    daily.begin()
    worker.begin()
    warmth.begin()


_held = _alone()
_by_itself()
