"""What follows an approval: each step written down, corrected, and the decision told.

Nothing is filled in for anybody: a day, a number, a place that nobody told stays empty.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import after_rows, after_steps
from sathana.casework.models import AfterBefore, AfterStep, CasePathway
from sathana.casework.services import shared, tracks
from sathana.casework.services.after_values import told_values
from sathana.registry import inside as rows_of
from sathana.registry.errors import (
    ConflictError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.services import common

LEAST_REASON = 4
"""Letters of a reason for correcting what was already done."""
_SETTLED = frozenset(("done", "refused", "not_needed"))


@transaction.atomic
def save(
    *,
    reader: Reader,
    track_id: uuid.UUID,
    kind: str,
    version: int,
    values: Mapping[str, Any],
) -> AfterStep:
    """Write a step down, or correct it; what it said before is kept.

    Args:
        reader: Who writes.
        track_id: Of which pathway.
        kind: A kind of ``casework.after_steps``.
        version: Of the step that the form saw; 0: it saw none.
        values: ``state`` and, if told, ``on`` (a day), ``place``, ``evidence_id``,
            ``number``, ``odd``, ``issued``, ``expires``, ``second``, ``said_by``,
            ``words``; ``reason`` of a correction; ``move``: whether the pathway moves
            along.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else wrote it down meanwhile.
        UnusableValueError: Nothing was approved, or a value cannot be kept.
    """
    track = approved(reader, track_id)
    if kind not in set(after_steps.kinds()):
        raise NotVisibleError
    wanted = told_values(reader, track, kind, values)
    row = after_rows.step(track, kind)
    if row is None:
        row = _new(reader, track, kind, wanted)
    else:
        rows_of.unlock([row])
        _correct(reader, row, version, wanted, values.get("reason", ""))
    if values.get("move") and row.state == "done":
        _along(reader, track, kind)
    return row


def approved(reader: Reader, track_id: uuid.UUID) -> CasePathway:
    """Return a pathway whose steps can be written down, locked and opened.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: Nothing was approved, or the case is closed.
    """
    track = common.row_for(CasePathway, reader, track_id, Action.CHANGE, Group.NOTES)
    rows_of.unlock([track.family, track, track.person])
    must_be_approved(track.state)
    shared.must_be_open(track.case)
    common.require_consent(reader, track.family, "record", track.person_id)
    return track


def must_be_approved(state: str) -> None:
    """Stop where nothing was approved, or what was given is suspended or gone.

    Raises:
        UnusableValueError: It is so.
    """
    if not after_steps.is_open(state):
        raise UnusableValueError(
            "state",
            "ยังไม่มีคำอนุมัติที่มีผลในช่องทางนี้ ให้บันทึก “อนุมัติ” ที่หน้ากรณีก่อน "
            "ถ้าถูกระงับหรือเพิกถอน ขั้นหลังอนุมัติดูได้แต่แก้ไม่ได้",
            "No approval holds in this pathway: record “Approved” on the page of the "
            "case first. Where it was suspended or revoked, the steps after it can be "
            "read and not changed.",
        )


def tell(reader: Reader, track: CasePathway, action: str, *groups: Group) -> None:
    """Write a change in the chain, and let the family stand first in lists."""
    common.touch(track.family, reader)
    subject = common.person_subject(track.person, track.family)
    common.tell_chain(reader, action, [subject], *(groups or (Group.NOTES,)))


def _new(
    reader: Reader, track: CasePathway, kind: str, wanted: Mapping[str, Any]
) -> AfterStep:
    row = AfterStep(
        id=after_rows.id_of(track, kind),
        family_id=track.family_id,
        organisation_id=track.organisation_id,
        key=track.person.key,
        case=track.case,
        track=track,
        person=track.person,
        round=track.round,
        kind=kind,
        **wanted,
    )
    common.keep_new(row, reader)
    tell(reader, track, "after.add")
    return row


def _correct(
    reader: Reader, row: AfterStep, version: int, wanted: Mapping[str, Any], why: Any
) -> None:
    """Change a step, and keep what it said before.

    Raises:
        ConflictError: Somebody else wrote it down meanwhile.
        UnusableValueError: It was done already, and no reason is given.
    """
    was = {
        name: getattr(row, name)
        for name, value in wanted.items()
        if getattr(row, name) != value
    }
    if not was:
        return
    if row.version != version:
        theirs = {name: getattr(row, name) for name in wanted}
        raise ConflictError(wanted, theirs, row.version, row)
    reason = common.short_text("reason", why, longest=500)
    if row.state in _SETTLED and len(reason) < LEAST_REASON:
        raise UnusableValueError(
            "reason",
            "ขั้นนี้บันทึกว่าเสร็จแล้ว จะแก้ต้องบอกเหตุผล เพราะคนรับช่วงต้องรู้ว่าอะไรเคยผิด",
            "This step was recorded as settled: say why it is corrected, since whoever "
            "takes over must know what was wrong.",
        )
    keep_before(reader, row, was, reason)
    common.change(row, reader, version, wanted)
    tell(reader, row.track, "after.change")


def keep_before(
    reader: Reader, row: AfterStep, was: Mapping[str, Any], reason: str
) -> None:
    """Keep what a step said."""
    kept = AfterBefore(
        family_id=row.family_id,
        organisation_id=row.organisation_id,
        key=row.key,
        step=row,
        person_id=row.person_id,
        was={name: _plain(value) for name, value in was.items()},
        reason=reason,
    )
    common.keep_new(kept, reader)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | bool) else str(value)


def _along(reader: Reader, track: CasePathway, kind: str) -> None:
    """Move the pathway as the step says, where there is such a move from here."""
    action = after_steps.MOVES.get(kind, "")
    if action and action in {one.action for one in _moves(track)}:
        tracks.move(
            reader=reader, track_id=track.id, version=track.version, action=action
        )


def _moves(track: CasePathway) -> Any:
    from sathana.casework.tracks import legal

    return legal(tracks.standing(track))
