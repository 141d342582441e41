"""``migrate``, which does not walk the framework's history on an empty database."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from sathana.editorial import laying


class Command(migrate.Command):
    """Django's own command; see :mod:`sathana.editorial.laying`."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Lay what is laid at once, then take the steps that are left."""
        connection = connections[options["database"]]
        whole = not options["app_label"] and not options.get("plan")
        if whole and not options["check_unapplied"] and laying.is_empty(connection):
            laying.lay(connection)
        super().handle(*args, **options)
