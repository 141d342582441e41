"""Which database this is: an id that a restore changes."""

from __future__ import annotations

import uuid

from django.db import transaction

from sathana.audit.models import Database
from sathana.audit.record import PROGRAM, Subject, write


def current() -> uuid.UUID:
    """Return the id of this database."""
    found = Database.objects.order_by("made_at", "pk").last()
    return found.id if found else Database.objects.create().id


def lineage() -> list[uuid.UUID]:
    """Return the ids that this database had, the present one first."""
    ids = Database.objects.order_by("-made_at", "-pk").values_list("id", flat=True)
    return list(ids)


@transaction.atomic
def renew() -> uuid.UUID:
    """Give this database a new id, because it was restored from a backup.

    The chain goes on from where the backup ended, and says so in its next entry.
    """
    made = Database.objects.create(before=current())
    write(PROGRAM, "database.restored", [Subject("database", str(made.id))])
    return made.id
