"""What the papers say of the law: provisions, doubts, remedies, fees, helpers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sathana.documents.pack_values import Helper, Law, Remedy
from sathana.law.load import pack
from sathana.law.model_practice import LimitVersion, TimeLimit
from sathana.law.pack import within
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import VERIFIED_MARKS

type Row = Mapping[str, Any]

DUTIES = ("apa/37", "apa/40", "apa/39-1")
"""What an office owes to whoever asked: reasons, word of the remedies, an answer."""
APPEALS = frozenset({"APA-44", "APA-40", "CRA-10", "CRA-14"})
"""Limits of an appeal by the person, inside the administration."""
_ADVICE = ("ให้ถาม", "ให้แจ้ง", "คือ", "แล้ว", "ตาม", "(", "หรือสำนัก", "ใดก็ได้")
"""Words by which a text of the law pack tells about offices rather than names one."""
_UNITS = {"day": "วัน", "working_day": "วันทำการ", "month": "เดือน", "year": "ปี"}
_TRIGGERS = {
    "filed": "นับจากวันยื่น",
    "complete": "นับจากวันที่เอกสารครบ",
    "notified": "นับจากวันที่ได้รับแจ้งคำสั่ง",
    "appealed": "นับจากวันที่ยื่นอุทธรณ์",
    "demanded": "นับจากวันที่ยื่นหนังสือทวงถาม",
    "birth": "นับจากวันเกิด",
    "birthday": "นับจากวันเกิดที่ครบอายุ",
    "order": "นับจากวันของคำสั่ง",
}


def mark(verified: str) -> str:
    """Return in words how far a text was seen."""
    return VERIFIED_MARKS[verified].th if verified in VERIFIED_MARKS else verified


def cite(provision: str) -> str:
    """Return a provision as section and act."""
    known = pack().provisions.get(provision)
    if known is None:
        return provision
    act = pack().instruments.get(known.instrument)
    return f"{known.section['th']} {act.title['th'] if act else known.instrument}"


def laws(cites: Iterable[str]) -> tuple[Law, ...]:
    """Return provisions as papers cite them; those it lacks are left out."""
    known = (pack().provisions.get(key) for key in dict.fromkeys(cites))
    return tuple(
        Law(
            cite=cite(one.id),
            gist=one.paraphrase["th"],
            mark=mark(one.checked.verified),
            seen=one.checked.verified == "seen",
        )
        for one in known
        if one is not None
    )


def addressee(file_with: str) -> str | None:
    """Return the office that a letter is written to.

    ``None``: the text says where to ask, or several places; whoever files writes the
    office by hand.
    """
    return None if any(word in file_with for word in _ADVICE) else file_with


def split(cites: object) -> list[str]:
    """Return the provisions of an answer's ``cite``."""
    return [key for key in str(cites or "").split("; ") if key]


def remedies(keys: Iterable[str], law_at: int) -> tuple[Remedy, ...]:
    """Return the ladder against a refusal or silence, in the texts of one day."""
    limits = (pack().limits.get(key) for key in keys)
    return tuple(_remedy(limit, law_at) for limit in limits if limit is not None)


def _remedy(limit: TimeLimit, law_at: int) -> Remedy:
    texts = [
        v for v in limit.versions if within(law_at, v.opens, v.closes) is not Truth.NO
    ]
    text = (texts or list(limit.versions))[-1]
    return Remedy(
        title=limit.title["th"],
        what=limit.what["th"],
        term=_term(limit, text),
        law=cite(text.cites[0]),
        mark=mark(text.checked.verified),
        appeal=limit.id in APPEALS,
    )


def _term(limit: TimeLimit, text: LimitVersion) -> str:
    if limit.trigger == "any_time":
        return "ไม่มีกำหนดเวลา"
    begin = _TRIGGERS.get(limit.trigger, "")
    if text.amount is None:
        return f"ไม่มีกำหนดเป็นจำนวนวันที่อ่านพบ {begin}"
    return f"{text.amount} {_UNITS[text.unit]} {begin}"


def helpers(keys: Iterable[str]) -> tuple[Helper, ...]:
    """Return offices that help, with what is not verified said."""
    doors = (pack().doors.get(key) for key in keys)
    return tuple(
        Helper(
            title=door.title["th"]
            + ("" if door.checked.verified == "seen" else f" ({mark('unverified')})"),
            what=door.what["th"],
            phone=door.phone,
        )
        for door in doors
        if door is not None
    )


def fees(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return fees with every amount that may be in force."""
    return tuple(
        f"{row['title']['th']}: "
        + (" หรือ ".join(_amount(value) for value in row["values"]) or "ไม่ทราบจำนวน")
        for row in rows
    )


def _amount(value: Row) -> str:
    baht = value["baht"]
    said = "ไม่ทราบจำนวน" if baht is None else f"{baht:,} บาท" if baht else "ไม่เสีย"
    ceiling = "ไม่เกิน " if value["ceiling"] and baht else ""
    doubt = "" if value["in_force"] == "yes" else " (ยังไม่ยืนยันว่าใช้บังคับอยู่)"
    return f"{ceiling}{said}{doubt}"


_STANDING = {
    "closed": "ตามข้อเท็จจริงที่บอกไว้ ช่องทางนี้ปิดสำหรับผู้ร้อง",
    "needs_facts": "ยังขาดข้อเท็จจริงที่จะบอกได้ว่าช่องทางนี้เปิดสำหรับผู้ร้องหรือไม่",
    "window_unknown": "ยังไม่มีการยืนยันว่าช่องทางนี้ยังเปิดรับคำร้องอยู่ ให้ถามกรมการปกครอง โทร. 1548",
}
"""What an answer says of a pathway that is not simply open."""


def doubts(door: Row, procedure: Row, cites: Iterable[str]) -> Iterator[str]:
    """Yield what nobody verified about a pathway and how it is asked for."""
    if door["status"] in _STANDING:
        why = f" เพราะ{door['why']['th']}" if door.get("why") else ""
        yield f"{_STANDING[door['status']]}{why}"
    yield from (f"{law.cite}: {law.mark}" for law in laws(cites) if not law.seen)
    yield from _of_procedure(procedure)


def _of_procedure(procedure: Row) -> Iterator[str]:
    if procedure["verified"] != "seen":
        yield f"ขั้นตอนและรายการเอกสาร: {mark(procedure['verified'])}"
    if not procedure["decider"]:
        yield "ไม่ทราบว่าใครเป็นผู้วินิจฉัยในวันที่ถาม"
    if procedure.get("note"):
        yield str(procedure["note"]["th"])
    for key in procedure["contested"]:
        point = pack().contested.get(key)
        if point:
            yield f"ข้อที่ยังโต้แย้งกัน: {point.question['th']}"
