"""What rooms of casework put on the page of a case: a link each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sathana.accounts.decide import Action, Group
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Door:
    """A link on the page of a case.

    Attributes:
        name: Name of an address that takes the case's id.
        of: Group of fields without which the page behind it is not there.
        needs: What the reader must be allowed; ``None``: to see the case.
    """

    name: str
    title: Text
    of: Group
    needs: Action | None = None


DOORS: tuple[Door, ...] = (
    Door(
        "case-readiness",
        {"th": "พร้อมยื่นหรือยัง", "en": "How ready each person is"},
        Group.EVIDENCE,
    ),
    Door("case-plan", {"th": "แผนหลักฐาน", "en": "Evidence plan"}, Group.FACTS),
    Door("case-papers", {"th": "เอกสารที่ใช้ยื่น", "en": "Papers to file"}, Group.NOTES),
    Door(
        "case-clocks",
        {"th": "กำหนดเวลาและทางแก้", "en": "Clocks and remedies"},
        Group.FACTS,
    ),
    Door(
        "case-appointments",
        {"th": "วันนัดที่สำนักงาน", "en": "Appointments at offices"},
        Group.FACTS,
    ),
    Door(
        "case-after",
        {"th": "หลังอนุมัติ: ทะเบียน บัตร สิทธิ", "en": "After approval: entry, card, rights"},
        Group.FACTS,
    ),
    Door(
        "case-offices",
        {"th": "สำนักงานและทางปฏิบัติ", "en": "Offices and their practice"},
        Group.FACTS,
    ),
    Door(
        "case-handover",
        {"th": "ส่งต่อกรณี", "en": "Hand-over and referral"},
        Group.NOTES,
        Action.WHO_OPENED,
    ),
    Door(
        "case-costs",
        {"th": "ค่าใช้จ่าย", "en": "Costs"},
        Group.NOTES,
        Action.WHO_OPENED,
    ),
)
"""In the order in which they are shown."""


def open_to(seen: Collection[Group], may: Collection[Action]) -> list[Door]:
    """Return the doors for somebody who sees these groups and may do these things."""
    return [
        door
        for door in DOORS
        if door.of in seen and (door.needs is None or door.needs in may)
    ]
