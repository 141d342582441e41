"""What can be done about a petition that is refused or not answered, step by step.

Pure: a petition as a case file tells it, and the clocks ``status.deadlines`` counts
from it, become steps. Terms, provisions and their marks come from the law pack, and so
do the bodies that take complaints; nothing is counted or decided here. The order of the
steps outside the law (the superior, complaint bodies) is practice, and says so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sathana.law.load import pack
from sathana.law.model import Reading
from sathana.law.model_practice import OfficeDoor
from sathana.status.deadline_law import ANY_TIME, practice
from sathana.web.languages import Text

type Row = Mapping[str, Any]
STATES = ("done", "now", "wait", "open", "later", "late")
"""``wait``: the office has time still; ``open``: beside the others, when it helps."""
MONEY = "R15"
"""The code of a contact in which money was asked for."""


@dataclass(frozen=True, slots=True)
class Body:
    """Whom to turn to.

    Attributes:
        phone: ``""`` where none is known; ``mark`` how sure all this is.
        caution: Whether it may be the office that the complaint is about.
    """

    title: Text
    what: Text
    phone: str
    mark: str
    caution: bool = False


@dataclass(frozen=True, slots=True)
class Disputed:
    """A question on which authorities differ, with both readings and their sources."""

    question: Text
    a: Reading
    b: Reading
    mark: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        code: ``demand``, ``appeal``, ``superior``, ``complaint``, ``court``, ``civil``.
        to: Whom it goes to.
        clocks: Clocks of ``status.deadlines`` that belong to it.
        bodies: Where it can be handed in, if at several places.
        disputed: What authorities read differently about it.
        state: One of :data:`STATES`.
        draft: Whether there is a paper to start from.
        practice: Whether its place comes from practice and not from law.
    """

    code: str
    title: Text
    to: Text
    clocks: tuple[Row, ...] = ()
    bodies: tuple[Body, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    state: str = "later"
    draft: bool = True
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where a petition stands.

    Attributes:
        now: Code of the step that comes next; ``""`` where nothing must be done.
        why: Why it stands there.
        until: Day (as clocks write it) until which the office has time; ``""``.
    """

    steps: tuple[Step, ...]
    now: str
    why: Text
    until: str = ""


TITLES: Mapping[str, Text] = {
    "demand": {"th": "หนังสือทวงถามให้ทำหน้าที่", "en": "Written demand to act"},
    "appeal": {"th": "คัดค้านหรืออุทธรณ์คำสั่ง", "en": "Objection or appeal"},
    "superior": {
        "th": "หนังสือถึงนายอำเภอ แล้วจึงผู้ว่าราชการจังหวัด",
        "en": "Letter to the district chief, then the governor",
    },
    "complaint": {
        "th": "ร้องเรียนต่อหน่วยงานอื่นที่ไม่ใช่สำนักงานนั้น",
        "en": "Complaint to a body other than the office it is about",
    },
    "court": {"th": "ฟ้องศาลปกครอง", "en": "Administrative Court"},
    "civil": {"th": "ขอพิสูจน์สัญชาติ", "en": "Proof of nationality"},
}
_OFFICE: Text = {"th": "สำนักงานที่มีคำร้องอยู่", "en": "The office that has the petition"}
_TO: Mapping[str, Text] = {
    "APA-44": {
        "th": "เจ้าหน้าที่ผู้ทำคำสั่ง",
        "en": "The official who made the order",
    },
    "CRA-14": {
        "th": "นายทะเบียนจังหวัด (กรุงเทพฯ: นายทะเบียนกรุงเทพมหานคร) หรือผู้อำนวยการทะเบียนกลาง",
        "en": "The provincial registrar (in Bangkok, the Bangkok registrar) or the "
        "Director of Central Registration",
    },
    "CRA-10": {"th": "นายทะเบียน", "en": "The registrar"},
}
"""Whom an appeal goes to, as the limits of the law pack say it."""
_COURT: Text = {"th": "ศาลปกครองที่มีเขตอำนาจ", "en": "The Administrative Court in charge"}
_CIVIL: Text = {
    "th": "พนักงานเจ้าหน้าที่ หรือศาล",
    "en": "The competent official, or the court",
}
_OF: Mapping[str, tuple[str, ...]] = {
    "demand": ("DEMAND", "ACA-49-ANSWER"),
    "appeal": ("APA-44", "CRA-14", "CRA-10", "APA-40", "APA-45-OFFICIAL",
               "APA-45-SUPERIOR"),
    "court": ("ACA-49", "ACA-50", "ACA-49-SILENCE", ANY_TIME),
    "civil": ("IA-57",),
}  # fmt: skip
"""Which limits belong to which step."""
_APPEALS = ("APA-44", "CRA-14", "CRA-10")
_IF_SILENT = frozenset(("APA-40", "ACA-50"))
"""The terms of a year where an order told nothing of remedies."""
_BODIES = ("DAMRONGTHAM-1567", "OMBUDSMAN-1676", "NHRC", "PM-1111")
_BODIES_MONEY = ("NACC-1205", "PACC-1206")
_NEAR = frozenset(("DAMRONGTHAM-1567", "SUPERIOR"))
"""Doors that can belong to the district or province that is complained of."""
_COURT_POINT = "C11"
"""Administrative or civil court: authorities differ."""


def of_petition(
    told: Row,
    clocks: Sequence[Row],
    *,
    if_silent: Sequence[Row] = (),
    office: str = "",
    codes: Collection[str] = (),
) -> Ladder:
    """Return the steps about one petition, and where it stands on them.

    Args:
        told: The petition as a case file tells it.
        clocks: Its clocks on the day of reading (``casework.clocks.running``).
        if_silent: Its clocks if the order told nothing of remedies, where it is not
            known whether it did: the longer term may hold.
        office: Which office, in words; ``""`` if not told.
        codes: Codes of refusal that were heard (``casework.refusals``).
    """
    if told.get("result") == "granted":
        return Ladder((), "", _WHY["granted"])
    rows = {row["id"]: row for row in if_silent if row["id"] in _IF_SILENT}
    rows |= {row["id"]: row for row in clocks}
    steps = _steps(told, rows, office, codes)
    now, why, until = _stands(told, rows, steps)
    return Ladder(tuple(_placed(step, told, now, until) for step in steps), now,
                  _WHY[why], until)  # fmt: skip


def _steps(
    told: Row, rows: Mapping[str, Row], office: str, codes: Collection[str]
) -> list[Step]:
    to_office = {"th": office, "en": office} if office else _OFFICE
    ladder = [limit.id for limit in practice().ladder(str(told.get("pathway", "")))]
    refused = told.get("result") == "refused"
    appeals = [key for key in _APPEALS if key in ladder]
    found = []
    if not refused:
        found.append(_step("demand", to_office, rows))
    if refused and appeals:
        found.append(_step("appeal", _TO[appeals[0]], rows))
    superior = _bodies(("SUPERIOR",))
    if superior:
        found.append(replace(_step("superior", superior[0].title, rows),
                             bodies=superior, practice=True))  # fmt: skip
    asked = (*_BODIES_MONEY, *_BODIES) if MONEY in codes else _BODIES
    found.append(replace(_step("complaint", _elsewhere(), rows),
                         bodies=_bodies(asked), practice=True))  # fmt: skip
    found.append(replace(_step("court", _COURT, rows), disputed=_disputed(told)))
    if "IA-57" in ladder:
        found.append(_step("civil", _CIVIL, rows))
    return found


def _step(code: str, to: Text, rows: Mapping[str, Row]) -> Step:
    clocks = tuple(rows[key] for key in _OF.get(code, ()) if key in rows)
    return Step(code, TITLES[code], to, clocks)


def _elsewhere() -> Text:
    return {
        "th": "เลือกหน่วยงานที่ไม่ใช่สำนักงานซึ่งถูกร้องเรียน",
        "en": "Choose a body that is not the office complained of",
    }


def _bodies(keys: Collection[str]) -> tuple[Body, ...]:
    doors = ((key, pack().doors.get(key)) for key in keys)
    return tuple(_body(key, door) for key, door in doors if door is not None)


def _body(key: str, door: OfficeDoor) -> Body:
    return Body(
        title=door.title,
        what=door.what,
        phone=door.phone or "",
        mark=door.checked.verified,
        caution=key in _NEAR,
    )


def _disputed(told: Row) -> tuple[Disputed, ...]:
    """Return what is contested of the court, where it bears on this pathway."""
    point = pack().contested.get(_COURT_POINT)
    ladder = practice().ladder(str(told.get("pathway", "")))
    bears = point is not None and (
        told.get("pathway") in point.bears_on
        or any(one.id == "IA-57" for one in ladder)
    )
    if point is None or not bears:
        return ()
    mark = point.checked.verified
    return (Disputed(point.question, point.a, point.b, mark),)


def _stands(
    told: Row, rows: Mapping[str, Row], steps: Sequence[Step]
) -> tuple[str, str, str]:
    """Return the step that comes next, why, and until when the office has time."""
    if told.get("result") == "refused":
        return _after_refusal(told, rows, steps)
    if _happened(told, "demanded"):
        answer = rows.get("ACA-49-ANSWER")
        if answer is not None and answer["passed"] != "yes":
            return "", "answer", str(answer["due"] or "")
        return "court", "unanswered", ""
    own = [r for r in rows.values() if _is_time_of_office(r)]
    if told.get("result") == "received" and own:
        running = [row for row in own if row["passed"] != "yes"]
        if len(running) == len(own):
            return "", "examining", str(min(row["due"] or "" for row in running))
    why = "not_received" if told.get("result") == "not_received" else "silent"
    return "demand", why, ""


def _after_refusal(
    told: Row, rows: Mapping[str, Row], steps: Sequence[Step]
) -> tuple[str, str, str]:
    codes = {step.code for step in steps}
    if _happened(told, "appealed"):
        times = [rows[k] for k in ("APA-45-OFFICIAL", "APA-45-SUPERIOR") if k in rows]
        still = [row for row in times if row["passed"] != "yes"]
        if still:
            return "", "appealed", str(still[-1]["due"] or "")
        return "court", "appeal_over", ""
    if "appeal" not in codes:
        return "court", "no_appeal", ""
    open_ = [rows[k] for k in (*_APPEALS, "APA-40") if k in rows]
    if open_ and all(row["passed"] == "yes" for row in open_):
        return "court", "appeal_late", ""
    if any(row["passed"] == "yes" for row in open_):
        return "appeal", "appeal_perhaps", ""
    return "appeal", "refused", ""


def _is_time_of_office(row: Row) -> bool:
    steps = [key for keys in _OF.values() for key in keys]
    return row["whose"] == "office" and row["id"] not in steps


def _happened(told: Row, key: str) -> bool:
    """Say whether a day of a petition is told: a day, or that it was."""
    value = told.get(key)
    return bool(value) and value not in ("unknown", "never", "no")


def _placed(step: Step, told: Row, now: str, until: str) -> Step:
    gone = {"demand": "demanded", "appeal": "appealed"}.get(step.code)
    beside = step.code in ("superior", "complaint", "court", "civil")
    if gone is not None and _happened(told, gone):
        state = "wait" if until else "done"
    elif step.code == now:
        state = "now"
    elif step.code == "appeal":
        state = "late"
    elif beside and (step.practice or any(row["any_time"] for row in step.clocks)):
        state = "open"
    else:
        state = "later"
    return replace(step, state=state)


_WHY: Mapping[str, Text] = {
    "granted": {"th": "อนุมัติแล้ว", "en": "It was granted."},
    "answer": {
        "th": "ยื่นหนังสือทวงถามแล้ว สำนักงานยังมีเวลาตอบ",
        "en": "The demand was handed in; the office still has time to answer.",
    },
    "unanswered": {
        "th": "พ้นเวลาตอบหนังสือทวงถามแล้ว",
        "en": "The time to answer the demand is over.",
    },
    "examining": {
        "th": "สำนักงานรับเรื่องแล้วและยังมีเวลาพิจารณา หรือยังไม่ทราบวันที่เอกสารครบ",
        "en": "The office has the petition and still has time, or it is not known when "
        "the papers were complete.",
    },
    "silent": {
        "th": "สำนักงานยังไม่ตอบ และไม่มีเวลาของสำนักงานที่ยังเดินอยู่",
        "en": "The office has not answered, and no time of its own runs any more.",
    },
    "not_received": {
        "th": "ยังไม่มีใครรับคำร้อง เวลาของสำนักงานยังไม่เดิน หนังสือทวงถามทำให้เริ่ม "
        "ถ้าถูกปฏิเสธด้วยวาจา นั่นอาจเป็นคำสั่ง ขอให้ยืนยันเป็นหนังสือภายใน 7 วัน "
        "(กฎหมายวิธีปฏิบัติราชการทางปกครอง มาตรา 34 และ 35 ตรวจได้บางส่วน)",
        "en": "Nobody has taken the petition, so no time of the office runs: the "
        "demand starts it. A spoken refusal may be an order: ask within 7 days to have "
        "it in writing (Administrative Procedure Act, ss. 34, 35; checked in part).",
    },
    "appealed": {
        "th": "ยื่นอุทธรณ์แล้ว เจ้าหน้าที่ยังมีเวลาพิจารณา",
        "en": "The appeal is in; officials still have time to decide on it.",
    },
    "appeal_over": {
        "th": "พ้นเวลาพิจารณาอุทธรณ์แล้ว",
        "en": "The time to decide on the appeal is over.",
    },
    "no_appeal": {
        "th": "ขั้นตอนของช่องทางนี้ไม่มีอุทธรณ์ภายใน ทางต่อไปคือศาล",
        "en": "The procedure of this pathway names no appeal: the way is the court.",
    },
    "appeal_late": {
        "th": "พ้นเวลาอุทธรณ์ที่นับได้แล้ว คดีสถานะบุคคลยังฟ้องได้ ปรึกษาทนาย และขอให้พิจารณาใหม่ได้",
        "en": "The terms of appeal that can be counted are over. A case about status "
        "can still be brought; ask a lawyer, and ask to have it decided anew.",
    },
    "appeal_perhaps": {
        "th": "พ้นเวลาที่สั้นกว่าแล้ว แต่ถ้าหนังสือไม่ได้บอกสิทธิและเวลาอุทธรณ์ ยังมีเวลาหนึ่งปี ดูในหนังสือก่อน",
        "en": "The shorter term is over; but if the letter did not say how and until "
        "when to appeal, there is one year. Look at the letter first.",
    },
    "refused": {
        "th": "มีคำสั่งปฏิเสธ ยื่นอุทธรณ์ก่อนครบกำหนด",
        "en": "It was refused: appeal before the term is over.",
    },
}
"""Why a petition stands where it stands, in words."""
