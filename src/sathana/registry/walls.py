"""The second wall on PostgreSQL: a connection sees the rows of one organisation.

Row-level security (migration ``0002_walls``) shows a connection the rows of the
organisation it stands for, and the families shared with that one now; without one, no
row at all. The first wall, ``visible_to``, is finer; this one holds where a question
forgot it. On SQLite there is none: the file belongs to whoever can read it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection as here
from django.http import HttpRequest, HttpResponse

from sathana.web.middleware import OPEN_ROOMS

ALL = "all"
"""For commands that keep the whole database: backup, migration, rotation of keys."""
NOBODY = ""
SETTING = "sathana.organisation"
_KNOWN = "_sathana_stands_for"


def stand_for(connection: Any, organisation: uuid.UUID | str) -> None:
    """Let a connection see the rows of an organisation, until it is told otherwise.

    Args:
        connection: Django's; on anything but PostgreSQL nothing happens.
        organisation: Its id, :data:`ALL` or :data:`NOBODY`.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, false)", [SETTING, str(organisation)])


def stands_for(connection: Any) -> str:
    """Return whose rows a connection sees: an id, :data:`ALL` or :data:`NOBODY`."""
    if connection.vendor != "postgresql":
        return ALL
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [SETTING])
        return cursor.fetchone()[0] or NOBODY


@contextmanager
def standing_for(connection: Any, organisation: uuid.UUID | str) -> Iterator[None]:
    """Stand for an organisation for a while, then for whom it was before."""
    if connection.vendor != "postgresql":
        yield
        return
    before = stands_for(connection)
    stand_for(connection, organisation)
    try:
        yield
    finally:
        # A connection that was lost meanwhile is a new one, which sees nothing.
        if connection.connection is not None and connection.is_usable():
            stand_for(connection, before)


class Walls:
    """Lets each request see the rows of the organisation of who is signed in.

    Stands after the middleware that knows who is signed in. The open rooms, which
    know nobody, do not touch the database for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and take the wall back to where it was."""
        try:
            return self.get_response(request)
        finally:
            before = getattr(request, _KNOWN, None)
            if before is not None and here.connection is not None:
                _back_to(before)

    def process_view(
        self, request: HttpRequest, callback: Any, args: Any, kwargs: Any
    ) -> None:
        """Stand for the organisation of whoever is signed in."""
        if here.vendor != "postgresql":
            return
        if getattr(callback, "__module__", "").startswith(OPEN_ROOMS):
            return
        organisation = getattr(request.user, "organisation_id", None)
        if organisation is not None:
            setattr(request, _KNOWN, stands_for(here))
            stand_for(here, organisation)


def _back_to(before: str) -> None:
    """Take the wall back; where that fails, the connection is not used again."""
    try:
        stand_for(here, before)
    except Exception:
        here.close()
        raise
