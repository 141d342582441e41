"""Where each record of the law has its page, and what its kind is called."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from sathana.law.load import pack
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of record.

    Attributes:
        one: What one of them is called.
        many: What all of them are called.
        page: Name of the address of one; of the list where each stands in a list.
        listed: Name of the address of the list.
        in_list: Whether a record is a place in a list instead of a page.
    """

    one: Text
    many: Text
    page: str
    listed: str
    in_list: bool = False


SHELVES: dict[str, Shelf] = {
    "rule": Shelf(
        {"th": "ข้อกฎหมาย", "en": "rule"},
        {"th": "ข้อกฎหมาย", "en": "Rules"},
        "rule",
        "law-rules",
    ),
    "pathway": Shelf(
        {"th": "ช่องทาง", "en": "pathway"},
        {"th": "ช่องทาง", "en": "Pathways"},
        "rule",
        "law-pathways",
    ),
    "right": Shelf(
        {"th": "สิทธิ", "en": "right"},
        {"th": "สิทธิ", "en": "Rights"},
        "law-right",
        "law-rights",
    ),
    "procedure": Shelf(
        {"th": "ขั้นตอน", "en": "procedure"},
        {"th": "ขั้นตอนการดำเนินการ", "en": "Procedures"},
        "law-procedure",
        "law-procedures",
    ),
    "provision": Shelf(
        {"th": "บทบัญญัติ", "en": "provision"},
        {"th": "บทบัญญัติ", "en": "Provisions"},
        "law-provision",
        "law-instruments",
    ),
    "instrument": Shelf(
        {"th": "กฎหมาย", "en": "instrument"},
        {"th": "กฎหมาย ประกาศ และมติ", "en": "Acts, announcements and resolutions"},
        "law-instrument",
        "law-instruments",
    ),
    "contested": Shelf(
        {"th": "ข้อโต้แย้ง", "en": "contested point"},
        {"th": "ข้อที่ยังโต้แย้งกัน", "en": "Contested points"},
        "rule",
        "law-points",
    ),
    "fee": Shelf(
        {"th": "ค่าธรรมเนียม", "en": "fee"},
        {"th": "ค่าธรรมเนียม", "en": "Fees"},
        "law-fees",
        "law-fees",
        in_list=True,
    ),
    "limit": Shelf(
        {"th": "กำหนดเวลา", "en": "time limit"},
        {"th": "กำหนดเวลา", "en": "Time limits"},
        "law-limits",
        "law-limits",
        in_list=True,
    ),
    "door": Shelf(
        {"th": "หน่วยงาน", "en": "office"},
        {"th": "หน่วยงานและสายด่วน", "en": "Offices and hotlines"},
        "law-doors",
        "law-doors",
        in_list=True,
    ),
    "form": Shelf(
        {"th": "แบบพิมพ์", "en": "form"},
        {"th": "แบบพิมพ์", "en": "Forms"},
        "law-forms",
        "law-forms",
        in_list=True,
    ),
    "number": Shelf(
        {"th": "เลข 13 หลัก", "en": "13-digit number"},
        {"th": "เลข 13 หลัก", "en": "Thirteen-digit numbers"},
        "id13",
        "id13",
        in_list=True,
    ),
    "event": Shelf(
        {"th": "การเปลี่ยนกฎหมาย", "en": "change of the law"},
        {"th": "วันที่กฎหมายเปลี่ยน", "en": "Days on which the law changed"},
        "law-changes",
        "law-changes",
        in_list=True,
    ),
    "case": Shelf(
        {"th": "กรณีศึกษา", "en": "case"},
        {"th": "กรณีศึกษา", "en": "Cases"},
        "case",
        "cases",
    ),
}
"""All kinds of records that have a page or a place in a list."""


def shelf(kind: str) -> Shelf:
    """Return a kind of record; one we do not know shows under its own name."""
    plain = {"th": kind, "en": kind}
    return SHELVES.get(kind, Shelf(plain, plain, "rule", "law"))


def address(kind: str, key: str) -> str:
    """Return the address of a record in the language of the page."""
    place = shelf(kind)
    if place.in_list:
        return f"{reverse(place.page)}#{key}"
    if kind == "rule" and key in pack().rights:
        return reverse("law-right", args=[key])
    return reverse(place.page, args=[key])


def title(kind: str, key: str) -> Text:
    """Return what a record is called; its id where the law in use has no such one."""
    law = pack()
    if kind == "provision" and key in law.provisions:
        provision = law.provisions[key]
        act = law.instruments[provision.instrument].title
        return {x: f"{provision.section[x]} · {act[x]}" for x in ("th", "en")}
    found = records(kind).get(key)
    words = getattr(found, "title", None) or getattr(found, "question", None)
    return words or {"th": key, "en": key}


_WHERE = {"pathway": "rules", "right": "rules", "contested": "contested"}


def records(kind: str) -> dict[str, object]:
    """Return all records of a kind by id; empty where the law in use has none."""
    return dict(getattr(pack(), _WHERE.get(kind, f"{kind}s"), {}))
