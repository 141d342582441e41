"""Who can be a witness of what: a test of plain values, each with where it stands.

No text of the law that we read says who may testify in a registration matter; what
stands here is practice (law pack, with its mark) and plain sense. So nothing is
"forbidden": a witness is fit, weak, unfit for what they did not see, or not known.
What is not told never counts as a yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sathana.calendars.counting import add_months
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, UNKNOWN_DAY, DateSpan
from sathana.law.load import pack
from sathana.law.model import Mark
from sathana.logic.truth import Truth
from sathana.web.languages import Text

YEARS_OLDER = 15
"""As one municipality asks (``practice/witnesses``)."""
ROLES: dict[str, Text] = {
    "witness": {"th": "พยานทั่วไป", "en": "Witness"},
    "headman": {"th": "ผู้ใหญ่บ้านหรือกำนัน", "en": "Village head or kamnan"},
    "substitute": {"th": "ผู้ทำแทนผู้ใหญ่บ้าน", "en": "Substitute for the village head"},
}
SAW: dict[str, Text] = {
    "unknown": {"th": "ยังไม่รู้", "en": "Not known yet"},
    "self": {"th": "เห็นหรืออยู่ด้วยเอง", "en": "Saw it, or was there"},
    "told": {"th": "มีคนเล่าให้ฟัง", "en": "Was told of it by others"},
}
type Weight = Literal["blocks", "weakens"]
type Verdict = Literal["fit", "weak", "unfit", "unknown"]
VERDICTS: dict[str, Text] = {
    "fit": {"th": "ใช้เป็นพยานได้", "en": "Can be a witness"},
    "weak": {"th": "ใช้ได้ แต่น้ำหนักน้อย หาพยานอื่นด้วย", "en": "Weak: find another too"},
    "unfit": {"th": "เป็นพยานเรื่องนี้ไม่ได้", "en": "Cannot be a witness of this"},
    "unknown": {"th": "ยังไม่รู้ ต้องถามเพิ่ม", "en": "Not known: ask more"},
}


@dataclass(frozen=True, slots=True)
class Witnessing:
    """What is told of a witness and of what they are to tell.

    Attributes:
        thai: Whether the witness is a Thai national.
        born: When the witness was born.
        event: When that happened which they are to tell.
        applicant_born: When the person was born for whom they speak.
        saw: A code of :data:`SAW`.
        kin: Whether they are kin of the person.
        interest: Whether they gain, or asked or were given something.
        role: A code of :data:`ROLES`.
    """

    thai: Truth = Truth.UNKNOWN
    born: DateSpan = UNKNOWN_DAY
    event: DateSpan = UNKNOWN_DAY
    applicant_born: DateSpan = UNKNOWN_DAY
    saw: str = "unknown"
    kin: Truth = Truth.UNKNOWN
    interest: Truth = Truth.UNKNOWN
    role: str = "witness"


@dataclass(frozen=True, slots=True)
class Check:
    """One question of the test.

    Attributes:
        holds: Yes speaks for the witness.
        cite: Provision of the law pack; ``""``: plain sense, no text was read.
        verified: Its mark.
    """

    id: str
    holds: Truth
    weight: Weight
    text: Text
    cite: str
    verified: Mark


def checks(told: Witnessing) -> tuple[Check, ...]:
    """Return every question of the test with its answer."""
    return tuple(_checks(told))


def verdict(told: Witnessing) -> Verdict:
    """Return what follows: ``fit`` only where every answer is known and a yes."""
    found = checks(told)
    if any(one.holds is Truth.NO and one.weight == "blocks" for one in found):
        return "unfit"
    if any(one.holds is Truth.UNKNOWN for one in found):
        return "unknown"
    return "weak" if any(one.holds is Truth.NO for one in found) else "fit"


def could_have_seen(born: DateSpan, event: DateSpan) -> Truth:
    """Say whether somebody lived when it happened."""
    if born.latest < event.earliest and born.latest < LATEST_DAY:
        return Truth.YES
    if born.earliest >= event.latest and born.earliest > EARLIEST_DAY:
        return Truth.NO
    return Truth.UNKNOWN


def is_older(witness: DateSpan, person: DateSpan, years: int = YEARS_OLDER) -> Truth:
    """Say whether a witness is older than a person by so many years at least."""
    begun = witness.earliest > EARLIEST_DAY and person.latest < LATEST_DAY
    ended = witness.latest < LATEST_DAY and person.earliest > EARLIEST_DAY
    months = years * 12
    if ended and add_months(witness.latest, months) <= person.earliest:
        return Truth.YES
    if begun and add_months(witness.earliest, months) > person.latest:
        return Truth.NO
    return Truth.UNKNOWN


def _checks(told: Witnessing) -> Iterator[Check]:
    saw = {"self": Truth.YES, "told": Truth.NO}.get(told.saw, Truth.UNKNOWN)
    alive = could_have_seen(told.born, told.event)
    older = is_older(told.born, told.applicant_born)
    yield _check("saw", saw, "blocks", "เห็นเองหรืออยู่ด้วย", "Saw it, or was there")
    yield _check(
        "alive", alive, "blocks", "เกิดก่อนเหตุการณ์", "Was born before it happened"
    )
    yield _check(
        "thai", told.thai, "weakens", "มีสัญชาติไทย", "Is a Thai national",
        "practice/witnesses",
    )  # fmt: skip
    yield _check(
        "older", older, "weakens",
        f"อายุมากกว่าเจ้าของเรื่องอย่างน้อย {YEARS_OLDER} ปี",
        f"Is at least {YEARS_OLDER} years older than the person", "practice/witnesses",
    )  # fmt: skip
    yield _check(
        "kin", ~told.kin, "weakens", "ไม่ใช่ญาติ", "Is not kin", "practice/witness-kin"
    )
    yield _check(
        "interest", ~told.interest, "weakens",
        "ไม่มีส่วนได้เสีย และไม่มีใครให้หรือเรียกประโยชน์",
        "Gains nothing; nothing was given or asked",
    )  # fmt: skip
    if told.role == "substitute":
        # No regulation that we read says who stands in for a headman.
        yield _check(
            "substitute", Truth.UNKNOWN, "weakens",
            "สำนักงานรับผู้ทำแทนผู้ใหญ่บ้าน: ไม่มีตัวบทที่ตรวจแล้ว ให้ถามสำนักงานเป็นหนังสือ",
            "The office takes a substitute for the village head: no text was verified; "
            "ask the office in writing",
        )  # fmt: skip


def _check(
    id_: str, holds: Truth, weight: Weight, th: str, en: str, cite: str = ""
) -> Check:
    known = pack().provisions.get(cite)
    mark: Mark = known.checked.verified if known else "unverified"
    return Check(id_, holds, weight, {"th": th, "en": en}, cite, mark)
