"""A DNA test: how long the letter of referral holds, what a result says of kinship."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sathana.calendars.counting import add_months
from sathana.law.load import pack
from sathana.law.model_practice import OfficeDoor, Procedure
from sathana.web.languages import Text

LETTER_MONTHS = 3
"""``practice/dna-price``: the letter must be no older than three months."""
SOON = 14
"""Days before the letter's end from which it is said to end soon."""
PROCEDURE, FREE, PRICE = "P25", "RLPD-DNA", "FEE-DNA"
RESULTS: dict[str, Text] = {
    "none": {"th": "ยังไม่มีผล", "en": "No result yet"},
    "confirmed": {"th": "ผลว่าเป็นพ่อแม่ลูกกัน", "en": "Parent and child: confirmed"},
    "excluded": {"th": "ผลว่าไม่ใช่พ่อแม่ลูกกัน", "en": "Parent and child: excluded"},
    "unclear": {"th": "ผลยังสรุปไม่ได้", "en": "The result is not clear"},
}
LETTER: dict[str, Text] = {
    "none": {"th": "ยังไม่มีหนังสือส่งตัว", "en": "No letter of referral yet"},
    "holds": {"th": "หนังสือส่งตัวยังใช้ได้", "en": "The letter of referral holds"},
    "soon": {"th": "หนังสือส่งตัวใกล้หมดอายุ", "en": "The letter of referral ends soon"},
    "over": {
        "th": "หนังสือส่งตัวหมดอายุแล้ว ขอใหม่", "en": "The letter is over: ask for a new one"
    },
    "before": {
        "th": "วันนัดอยู่หลังวันหมดอายุของหนังสือ ขอหนังสือใหม่หรือเลื่อนนัดเข้ามา",
        "en": "The appointment is after the letter ends: ask for a new letter or an "
        "earlier day",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ways:
    """How one gets to a test, from the law pack.

    Attributes:
        prices: Baht (``None``: not known), whether that was verified to be in force,
            in which case, and the mark.
    """

    procedure: Procedure | None
    free: OfficeDoor | None
    prices: tuple[tuple[int | None, bool, Text | None, str], ...]


def ends(letter_on: date) -> date:
    """Return the last day on which a letter of referral is not too old.

    Three calendar months; where the month has no such day, its last. A day off does
    not move it: nothing that we read says so, and the earlier day is never too late.
    """
    return date.fromordinal(add_months(letter_on.toordinal(), LETTER_MONTHS))


def letter_state(
    letter_on: date | None, appointment: date | None, result: str, today: date
) -> str:
    """Return how it stands with the letter: a key of :data:`LETTER`.

    ``""`` where it matters no more, as there is a result.
    """
    if result != "none":
        return ""
    if letter_on is None:
        return "none"
    last = ends(letter_on)
    if last < today:
        return "over"
    if appointment is not None and appointment > last:
        return "before"
    return "soon" if (last - today).days <= SOON else "holds"


def proof_from(result: str) -> str:
    """Return the proof of kinship that a result would give; ``""``: none.

    An exclusion makes a kinship disputed. It never takes it away: law may make
    somebody a parent who is none by blood.
    """
    return {"confirmed": "dna", "excluded": "disputed"}.get(result, "")


def ways() -> Ways:
    """Return how one gets to a test, and what it costs."""
    law = pack()
    fee = law.fees.get(PRICE)
    prices = tuple(
        (value.baht, value.in_force, value.note, value.checked.verified)
        for value in (fee.values if fee else ())
    )
    return Ways(law.procedures.get(PROCEDURE), law.doors.get(FREE), prices)
