"""The front door of the law: what there is, how much of it, and where to begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from sathana.law.load import pack
from sathana.library import lawbook, lawplaces
from sathana.library.lawrelations import in_order
from sathana.web import dates
from sathana.web.languages import Text

FEW = 3
"""Links a card shows below its own."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way into a part: words, where they lead, and how much is there."""

    words: Text
    href: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One part of the law.

    Attributes:
        says: What is found there, in a sentence.
        count: How many records; shown beside the title.
    """

    title: Text
    says: Text
    href: str
    count: int
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Cards under one heading."""

    title: Text
    cards: tuple[Card, ...]


def parts(day: int) -> tuple[Part, ...]:
    """Return the parts of the law; a part of which nothing is known is left out.

    Args:
        day: Today as an ordinal.
    """
    doing = (_pathways(day), _rights(), _procedures(), _fees(), _doors(), _numbers())
    reading = (_rules(), _instruments(), _points(), _changes(), _due(day))
    return (
        Part({"th": "ขอและใช้สิทธิ", "en": "Apply and claim"}, _some(doing)),
        Part({"th": "ตัวบทและเหตุผล", "en": "Texts and reasons"}, _some(reading)),
    )


def _some(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(card for card in cards if card.count)


def _pathways(day: int) -> Card:
    groups = lawbook.pathways(day)
    href = reverse("law-pathways")
    return Card(
        {"th": "ช่องทางที่ยื่นขอได้", "en": "Pathways to apply for"},
        {
            "th": "ขออะไรได้ ยื่นที่ไหน ใครตัดสิน และยังเปิดรับหรือไม่",
            "en": "What can be asked for, where, who decides, and whether it is open.",
        },
        href,
        sum(len(rows) for _, rows in groups),
        tuple(
            Link(words, f"{href}#group-{number}", len(rows))
            for number, (words, rows) in enumerate(groups, start=1)
        ),
    )


def _rights() -> Card:
    rights = tuple(pack().rights.values())
    return Card(
        {"th": "สิทธิที่ใช้ได้วันนี้", "en": "Rights, whatever the status"},
        {
            "th": "เรียน รักษา เดินทาง ทำงาน สมรส: ใครใช้ได้ ที่ไหน ต้องพูดอะไร",
            "en": "School, health, travel, work, marriage: who can claim what, where.",
        },
        reverse("law-rights"),
        len(rights),
        tuple(Link(r.title, reverse("law-right", args=[r.id])) for r in rights[:FEW]),
    )


def _procedures() -> Card:
    found = lawplaces.records("procedure")
    return Card(
        {"th": "ขั้นตอนการดำเนินการ", "en": "Procedures"},
        {
            "th": "ทำอะไรก่อนหลัง ใช้เอกสารใด ใครตัดสิน ถ้าถูกปฏิเสธทำอย่างไร",
            "en": "Step by step: papers, who decides, and what to do when refused.",
        },
        reverse("law-procedures"),
        len(found),
        _links("procedure", sorted(found, key=in_order)[:FEW]),
    )


def _fees() -> Card:
    shelves = ("fee", "limit", "form")
    counts = {kind: len(lawplaces.records(kind)) for kind in shelves}
    known = ((lawplaces.shelf(kind), counts[kind]) for kind in shelves if counts[kind])
    links = tuple(Link(shelf.many, reverse(shelf.page), n) for shelf, n in known)
    return Card(
        {"th": "ค่าธรรมเนียมและกำหนดเวลา", "en": "Fees and time limits"},
        {
            "th": "เท่าไร ภายในกี่วัน นับอย่างไร และข้อใดยังไม่ยืนยัน",
            "en": "How much, by when, how it is counted, and what is not verified.",
        },
        links[0].href if links else reverse("law"),
        sum(counts.values()),
        links,
    )


def _doors() -> Card:
    found = lawplaces.records("door")
    return Card(
        lawplaces.shelf("door").many,
        {"th": "โทรหรือไปที่ไหน เพื่อเรื่องใด", "en": "Whom to call or visit, and for what."},
        reverse("law-doors"),
        len(found),
        _links("door", list(found)[:FEW]),
    )


def _numbers() -> Card:
    table = pack().id13
    return Card(
        lawplaces.shelf("number").many,
        {
            "th": "เลขบอกว่าอยู่ในทะเบียนใด สำนักทะเบียนไหน และพิสูจน์อะไรไม่ได้",
            "en": "Which register and office a number names, and what it cannot prove.",
        },
        reverse("id13"),
        len(table.categories) + len(table.groups),
    )


def _links(kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(
        Link(lawplaces.title(kind, key), lawplaces.address(kind, key)) for key in ids
    )


def _rules() -> Card:
    href = reverse("law-rules")
    groups = [(words, rows) for words, rows in lawbook.by_kind()]
    return Card(
        {"th": "ข้อกฎหมาย", "en": "Rules"},
        {
            "th": "เงื่อนไขเป็นภาษาธรรมดา ใช้กับใคร เมื่อใด และอ้างตัวบทใด",
            "en": "Conditions in plain words, whom and when they govern, and the text.",
        },
        href,
        sum(len(rows) for _, rows in groups),
        tuple(
            Link(words, f"{href}#kind-{number}", len(rows))
            for number, (words, rows) in enumerate(groups, start=1)
        ),
    )


def _instruments() -> Card:
    known = pack().instruments
    newest = sorted(
        known.values(), key=lambda i: i.in_force.earliest if i.in_force else 0
    )
    return Card(
        lawplaces.shelf("instrument").many,
        {
            "th": "ราชกิจจานุเบกษา ช่วงที่ใช้บังคับ และถ้อยคำของแต่ละมาตราตามสมัย",
            "en": "Gazette, dates in force, and each section’s wordings over time.",
        },
        reverse("law-instruments"),
        len(known),
        _links("instrument", [i.id for i in reversed(newest[-FEW:])]),
    )


def _points() -> Card:
    points = pack().contested
    return Card(
        {"th": "ข้อที่ยังโต้แย้งกัน", "en": "Contested points"},
        {
            "th": "ที่ศาล นักวิชาการ และฝ่ายปกครองอ่านกฎหมายต่างกัน เราแสดงทั้งสองแนว",
            "en": "Where courts, academics and offices differ: both readings.",
        },
        reverse("law-points"),
        len(points),
        _links("contested", sorted(points, key=in_order)[:FEW]),
    )


def _changes() -> Card:
    events = sorted(pack().events.values(), key=lambda e: -e.date.earliest)
    return Card(
        {"th": "วันที่กฎหมายเปลี่ยน", "en": "Days on which the law changed"},
        {
            "th": "กฎหมายใดเริ่มหรือสิ้นผลวันใด และย้อนหลังถึงใคร",
            "en": "What began or ended on which day, and whom it reaches back to.",
        },
        reverse("law-changes"),
        len(events),
        _links("event", [event.id for event in events[:FEW]]),
    )


def _due(day: int) -> Card:
    rows = pack().due(day)
    return Card(
        {"th": "ถึงกำหนดตรวจซ้ำ", "en": "Due for recheck"},
        _lateness(sum(row.overdue for row in rows), dates.show(day)),
        reverse("law-due"),
        len(rows),
    )


def _lateness(late: int, today: str) -> Text:
    if not late:
        return {
            "th": f"ไม่มีรายการใดเลยกำหนด ณ {today}",
            "en": f"Nothing is overdue on {today}.",
        }
    return {
        "th": f"เลยกำหนด {late} รายการ ณ {today}",
        "en": f"{late} overdue on {today}.",
    }
