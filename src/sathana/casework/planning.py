"""What is to be done next, by whom, until when: pure rules.

A day by which something must be done never moves later by itself: whoever moves it,
or takes it away, says why. Something that is done may be followed by any day.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sathana.registry.errors import UnusableValueError


@dataclass(frozen=True, slots=True)
class Plan:
    """A next action; all empty: nothing is planned."""

    what: str = ""
    owner: uuid.UUID | None = None
    due: date | None = None


def moves_later(old: Plan, new: Plan) -> bool:
    """Say whether a day is put off, or taken away."""
    return old.due is not None and (new.due is None or new.due > old.due)


def checked(old: Plan, new: Plan, *, done: bool, reason: str) -> str:
    """Return the code of the change: ``done`` or ``plan``.

    Raises:
        UnusableValueError: A day is put off without a reason, a day comes without
            saying what for, or something is done that was not planned.
    """
    if not new.what and new.due is not None:
        raise UnusableValueError("what", "บอกด้วยว่าต้องทำอะไร", "Say what is to be done.")
    if done and not old.what:
        raise UnusableValueError(
            "done",
            "ยังไม่มีงานที่วางไว้ จึงยังทำเสร็จไม่ได้",
            "Nothing was planned, so nothing is done yet.",
        )
    if moves_later(old, new) and not done and not reason.strip():
        raise UnusableValueError(
            "reason",
            f"เลื่อนกำหนดจาก {old.due} ออกไปหรือยกเลิก ต้องบอกเหตุผล "
            "หรือทำเครื่องหมายว่างานเดิมเสร็จแล้ว",
            f"Putting off or dropping the day {old.due} needs a reason; or mark what "
            "was planned as done.",
        )
    return "done" if done else "plan"
