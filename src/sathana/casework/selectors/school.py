"""Class sheets as pages and papers show them; each look is told to the chain."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sathana.accounts.decide import Action, Group
from sathana.casework import school_inside as inside
from sathana.casework import schooling
from sathana.casework.models import ClassPupil, ClassSheet
from sathana.casework.school_shown import PupilShown, SheetLine, SheetView
from sathana.casework.services.school import subject
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.services import common


def may_open(reader: Reader) -> bool:
    """Say whether a reader may open sheets: whoever may open families."""
    team = next(iter(inside.teams_of(reader)), None)
    return visibility.may_open(reader, team)


def listed(reader: Reader) -> tuple[SheetLine, ...]:
    """Return the sheets of a reader.

    Raises:
        NotVisibleError: The reader may open none: there is no such page.
    """
    if not may_open(reader):
        raise NotVisibleError
    rows = inside.sheets(reader)
    _tell(reader, "class.list", rows)
    me = reader.actor.id
    return tuple(
        SheetLine(row.id, row.title, row.code, row.made_at, row.made_by == me)
        for row in rows
    )


def one(
    reader: Reader, sheet_id: uuid.UUID, *, action: Action = Action.VIEW
) -> SheetView:
    """Return a sheet with what may open for each number.

    Args:
        reader: Who looks.
        sheet_id: At which sheet.
        action: What for: to view, to change, or to print.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not do this.
    """
    sheet = inside.sheet_for(reader, sheet_id, action)
    rows = {row.number: row for row in inside.pupils(sheet)}
    seen = _families_seen(reader, rows.values())
    pupils = tuple(
        _pupil(reader, sheet, number, rows.get(number), seen)
        for number in range(1, sheet.size + 1)
    )
    said = "class.print" if action == Action.PRINT else "class.view"
    _tell(reader, said, [sheet])
    free = (one.number for one in pupils if one.id is None)
    return SheetView(
        id=sheet.id,
        version=sheet.version,
        title=sheet.title,
        code=sheet.code,
        size=sheet.size,
        ages=tuple(sheet.ages),
        pupils=pupils,
        following=next(free, None),
        may_change=inside.may(reader, sheet, Action.CHANGE),
        warning=schooling.warning(),
    )


def pupil_of(
    reader: Reader, pupil_id: uuid.UUID, action: Action
) -> tuple[SheetView, PupilShown]:
    """Return a line with its sheet.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not do this.
    """
    sheet = one(reader, inside.sheet_of(reader, pupil_id), action=action)
    return sheet, next(line for line in sheet.pupils if line.id == pupil_id)


def families_for(reader: Reader) -> list[tuple[str, str]]:
    """Return the families that a number can be linked to: ids and titles.

    They are those that the reader may change; the newest first, as the one that was
    just opened is the one that is looked for.
    """
    seen = Family.objects.visible_to(reader)
    may = visibility.allowed(seen, reader, Action.CHANGE)
    rows = list(may.order_by("-made_at")[:50])
    rows_of.unlock(rows)
    subjects = [common.family_subject(row) for row in rows]
    common.tell_read(reader, common.telling("family.list", subjects, Group.OUTLINE))
    return [(str(row.id), row.title) for row in rows]


def _families_seen(reader: Reader, rows: Iterable[ClassPupil]) -> set[uuid.UUID]:
    ids = {row.family_id for row in rows if row.family_id is not None}
    found = Family.objects.visible_to(reader).filter(id__in=ids) if ids else []
    return {row.id for row in found}


def _pupil(
    reader: Reader,
    sheet: ClassSheet,
    number: int,
    row: ClassPupil | None,
    seen: set[uuid.UUID],
) -> PupilShown:
    if row is None:
        return PupilShown(number)
    if row.family_id is not None:
        family = row.family_id if row.family_id in seen else None
        return PupilShown(
            number, row.id, row.version, taken_up=True, family_id=family
        )  # fmt: skip
    told = tuple(
        (title, choices[row.told[name]])
        for name, (title, choices) in schooling.QUESTIONS.items()
        if row.told.get(name, "unknown") != "unknown"
    )
    found = schooling.screened(row.told, sheet.ages, common.thai_day(reader.now))
    return PupilShown(number, row.id, row.version, row.told, told, found)


def _tell(reader: Reader, action: str, rows: list[ClassSheet]) -> None:
    subjects = [subject(row) for row in rows]
    common.tell_read(reader, common.telling(action, subjects, Group.FACTS))
