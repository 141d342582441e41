"""Opening, naming, planning, closing and reopening a case."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework.models import Case
from sathana.casework.owners import owners_of
from sathana.casework.planning import Plan, checked
from sathana.casework.services import shared
from sathana.registry.errors import UnusableValueError
from sathana.registry.reader import Reader
from sathana.registry.services import common


@transaction.atomic
def open_case(
    *, reader: Reader, family_id: uuid.UUID, title: str, id: uuid.UUID | None = None
) -> Case:
    """Open a case over a family.

    Args:
        reader: Who opens it; the next action is theirs until it is given to another.
        family_id: Of which family.
        title: How the team calls it.
        id: Minted by the form: the same id twice is one case.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not add to it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: It has no title, or one that cannot be kept.
    """
    family = common.open_for(reader, family_id, Action.ADD, Group.FACTS)
    common.require_consent(reader, family, "record")
    title = _title(title)

    def make() -> Case:
        case = Case(
            id=id or uuid.uuid4(),
            family=family,
            organisation_id=family.organisation_id,
            key=family.key,
            owner=reader.actor.id,
            title=title,
        )
        common.keep_new(case, reader)
        shared.write_move(case, reader, action="open")
        shared.told(case, reader, "case.open")
        return case

    return common.made_once(Case, id, make, within=family.id)


@transaction.atomic
def rename_case(
    *, reader: Reader, case_id: uuid.UUID, version: int, title: str
) -> Case:
    """Call a case otherwise.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: It has no title, or one that cannot be kept.
    """
    case = shared.case_for(reader, case_id, Action.CHANGE)
    if common.change(case, reader, version, {"title": _title(title)}):
        shared.told(case, reader, "case.change", Group.OUTLINE)
    return case


@transaction.atomic
def plan(
    *,
    reader: Reader,
    case_id: uuid.UUID,
    version: int,
    new: Plan,
    done: bool = False,
    reason: str = "",
) -> Case:
    """Say what is to be done next, by whom and by which day.

    Args:
        reader: Who plans.
        case_id: In which case.
        version: The version that the form saw.
        new: What is planned now; an empty plan takes it away.
        done: Whether what was planned until now is done.
        reason: Why a day is put off.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A day is put off without reason, or a value cannot be kept.
    """
    case = shared.case_for(reader, case_id, Action.CHANGE)
    shared.must_be_open(case)
    old = Plan(case.next_action, case.owner, case.due)
    what = common.short_text("what", new.what, longest=500)
    reason = common.short_text("reason", reason)
    new = Plan(what, new.owner, new.due)
    if done and (what, new.due) == (old.what, old.due):
        # Ticked as done and left as it stands: nothing is planned now.
        new, what = Plan("", new.owner, None), ""
    _may_own(reader, case, new.owner)
    values: dict[str, Any] = {"next_action": what, "owner": new.owner, "due": new.due}
    # A form that saw another plan is a conflict before it is anything else.
    changed = common.change(case, reader, version, values)
    if not changed and not done:
        return case
    action = checked(old, new, done=done, reason=reason)
    shared.write_move(
        case, reader, action=action, source=_said(old), goal=_said(new), reason=reason
    )
    shared.told(case, reader, f"case.{action}", Group.NOTES)
    return case


@transaction.atomic
def close_case(
    *, reader: Reader, case_id: uuid.UUID, version: int, reason: str
) -> Case:
    """Close a case; its pathways stay where they stand.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: No reason is given, or it is closed already.
    """
    return _turn(reader, case_id, version, reason, "close", "closed")


@transaction.atomic
def reopen_case(
    *, reader: Reader, case_id: uuid.UUID, version: int, reason: str
) -> Case:
    """Open a closed case again.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: No reason is given, or it is open already.
    """
    return _turn(reader, case_id, version, reason, "reopen", "open")


def _turn(
    reader: Reader, case_id: uuid.UUID, version: int, reason: str, action: str, to: str
) -> Case:
    case = shared.case_for(reader, case_id, Action.CHANGE)
    if case.state == to:
        return case
    common.same_version(case, version)
    reason = common.short_text("reason", reason)
    if not reason:
        raise UnusableValueError(
            "reason",
            "บอกเหตุผล เพราะคนที่เปิดแฟ้มนี้ภายหลังต้องรู้ว่าทำไม",
            "Give a reason: whoever opens this file later must know why.",
        )
    was = case.state
    common.change(case, reader, version, {"state": to})
    shared.write_move(case, reader, action=action, source=was, goal=to, reason=reason)
    shared.told(case, reader, f"case.{action}")
    return case


def _may_own(reader: Reader, case: Case, owner: uuid.UUID | None) -> None:
    if owner is None or owner == case.owner:
        return
    if owner not in dict(owners_of(reader, case.family)):
        raise UnusableValueError(
            "owner",
            "คนนี้ทำงานกับครอบครัวนี้ไม่ได้ ให้มอบหมายครอบครัวให้ก่อน หรือเลือกคนอื่น",
            "This colleague may not work on this family: assign the family first, or "
            "choose another.",
        )


def _title(title: str) -> str:
    title = common.short_text("title", title, longest=120)
    if not title:
        raise UnusableValueError(
            "title", "ตั้งชื่อกรณีให้ทีมรู้จัก", "Give the case a name that the team knows."
        )
    return title


def _said(plan: Plan) -> str:
    """Return a plan as history keeps it: the day, and what."""
    day = plan.due.isoformat() if plan.due else ""
    return " ".join(part for part in (day, plan.what) if part)
