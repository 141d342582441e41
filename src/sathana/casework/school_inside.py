"""Rows of class sheets: one door, cut by the one decision.

A sheet is seen by whoever opened it and by supervisors of its team, in its own
organisation and nowhere else: as a family of their own or of their team would be.
"""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from sathana.accounts import decide
from sathana.accounts.decide import FAMILY, Action, Context, Group, Thing
from sathana.casework.models import ClassPupil, ClassSheet
from sathana.protection import keys
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.reader import Reader


def sheets(reader: Reader) -> list[ClassSheet]:
    """Return the sheets that a reader may see, the newest first, opened."""
    home = ClassSheet.rows.filter(organisation=reader.actor.organisation)
    near = home.filter(Q(made_by=reader.actor.id) | Q(team__in=teams_of(reader)))
    rows = near.order_by("-made_at", "id")
    found = [row for row in rows if may(reader, row, Action.LIST)]
    keys.unlock(row.key for row in found)
    return found


def sheet_for(
    reader: Reader, sheet_id: uuid.UUID, action: Action, *, lock: bool = False
) -> ClassSheet:
    """Return a sheet for a reader who may do something with it, opened.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader sees it, but may not do this.
    """
    rows = ClassSheet.rows.filter(organisation=reader.actor.organisation, id=sheet_id)
    row: ClassSheet | None = (rows.select_for_update() if lock else rows).first()
    if row is None or not may(reader, row, Action.VIEW):
        raise NotVisibleError
    if not may(reader, row, action):
        raise NotAllowedError("no_line")
    keys.unlock([row.key])
    return row


def sheet_of(reader: Reader, pupil_id: uuid.UUID) -> uuid.UUID:
    """Return the id of the sheet of a line; whether it may be seen is asked of that.

    Raises:
        NotVisibleError: There is no such line here.
    """
    rows = ClassPupil.rows.filter(organisation=reader.actor.organisation, id=pupil_id)
    found: uuid.UUID | None = rows.values_list("sheet_id", flat=True).first()
    if found is None:
        raise NotVisibleError
    return found


def pupils(sheet: ClassSheet) -> QuerySet[ClassPupil]:
    """Return the lines of a sheet that came out of here, in the order of numbers."""
    return ClassPupil.rows.filter(sheet=sheet).order_by("number")


def made(sheet_id: uuid.UUID | None) -> ClassSheet | None:
    """Return a sheet that this form has made already."""
    if sheet_id is None:
        return None
    found: ClassSheet | None = ClassSheet.rows.filter(id=sheet_id).first()
    return found


def may(reader: Reader, sheet: ClassSheet, action: Action) -> bool:
    """Say whether the one decision lets a reader do something with a sheet."""
    owner = sheet.made_by
    thing = Thing(FAMILY, sheet.organisation_id, sheet.team_id, owner)
    context = Context(reader.now)
    return bool(decide.can(reader.actor, action, thing, Group.FACTS, context))


def teams_of(reader: Reader) -> list[uuid.UUID]:
    """Return the teams in which a reader has a role."""
    return sorted({team for _, team in reader.actor.roles if team is not None})
