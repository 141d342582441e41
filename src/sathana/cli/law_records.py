"""Provisions, instruments and contested points as text."""

from __future__ import annotations

from sathana.calendars.dates import show, show_day
from sathana.cli.naming import rule_title
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker
from sathana.law.load import pack
from sathana.law.model import (
    Bound,
    Checked,
    ContestedPoint,
    Gazette,
    Instrument,
    Provision,
)
from sathana.vocabulary.codes import VERIFIED_MARKS

_EFFECTS = {
    "nationality": ("คำตอบเรื่องสัญชาติ", "the answer on nationality"),
    "pathway": ("ช่องทาง", "a pathway"),
    "warning": ("ข้อควรระวังเท่านั้น", "a warning only"),
}

_SERIES = (("special", "พิเศษ"), ("kho", "ข"), ("ko", "ก"), ("ngo", "ง"))
"""Series of the Royal Gazette as the law data writes them, and in Thai."""


def window(begin: Bound, end: Bound, say: Speaker, *, none: str) -> str:
    """Say a half-open window of the law; ``none`` where both ends are open."""
    parts = []
    if begin is not None:
        parts.append(say("ตั้งแต่ ", "from ") + show(begin, say.lang))
    if end is not None:
        parts.append(say("ก่อน ", "before ") + show(end, say.lang))
    return " ".join(parts) or none


def checked(mark: Checked, say: Speaker) -> str:
    """Say how far a source was read, when, and when it must be read again."""
    words = VERIFIED_MARKS[mark.verified].in_(say.lang)
    on, again = show_day(mark.on, say.lang), show_day(mark.recheck, say.lang)
    return say(
        f"{words} ตรวจเมื่อ {on} ตรวจซ้ำภายใน {again}",
        f"{words}; checked {on}, to be rechecked by {again}",
    )


def gazette(printed: Gazette | None, say: Speaker) -> str:
    """Say where the Royal Gazette printed it; "" where that is not known."""
    if printed is None:
        return ""
    parts = [
        say("เล่ม ", "vol. ") + str(printed.volume) if printed.volume else "",
        say("ตอนที่ ", "part ") + _part(printed.part, say) if printed.part else "",
        say("หน้า ", "p. ") + printed.page if printed.page else "",
        show(printed.date, say.lang) if printed.date else "",
    ]
    return say("ราชกิจจานุเบกษา ", "Royal Gazette ") + " ".join(filter(None, parts))


def _part(part: str, say: Speaker) -> str:
    """Say the part of a volume; its series is a Thai letter."""
    if say.lang == "th":
        for latin, thai in _SERIES:
            part = part.replace(latin, thai)
    return part


def provision(page: Page, key: str, say: Speaker) -> None:
    """Write one provision as a rule cites it: what it says, and where it stands."""
    known = pack().provisions.get(key)
    if known is None:
        page.item(key)
        return
    act = pack().instruments[known.instrument]
    page.item(f"{known.section[say.lang]} {act.title[say.lang]} [{key}]")
    page.text(known.paraphrase[say.lang], depth=3)
    _standing(page, known, say, depth=3)


def _standing(page: Page, known: Provision, say: Speaker, *, depth: int) -> None:
    act = pack().instruments[known.instrument]
    force = window(
        known.in_force_from,
        known.in_force_until,
        say,
        none=say("ไม่ทราบวัน", "days not known"),
    )
    page.text(say("ใช้บังคับ ", "in force ") + force, depth=depth)
    if known.retroactive:
        page.text(
            say("มีผลย้อนหลัง", "reaches back to earlier births or facts"), depth=depth
        )
    if printed := gazette(act.gazette, say):
        page.text(printed, depth=depth)
    page.text(say("ที่มา ", "source: ") + known.source, depth=depth)
    page.text(VERIFIED_MARKS[known.checked.verified].in_(say.lang), depth=depth)
    if known.note:
        page.text(known.note[say.lang], depth=depth)


def provision_page(page: Page, known: Provision, say: Speaker) -> None:
    """Write a provision on a page of its own, with the rules that rest on it."""
    act = pack().instruments[known.instrument]
    page.title(f"{known.id}  {known.section[say.lang]}")
    page.field(say("กฎหมาย", "Instrument"), f"{act.title[say.lang]} [{act.id}]")
    page.gap()
    page.text(known.paraphrase[say.lang])
    page.gap()
    _standing(page, known, say, depth=1)
    page.text(checked(known.checked, say), depth=1)
    users = [rule for rule in pack().rules.values() if known.id in rule.cites]
    if users:
        page.heading(say("กฎที่อ้างถึง", "Rules that rest on it"))
    for rule in users:
        page.item(f"{rule.id}  {rule.title[say.lang]}")


def instrument_page(page: Page, act: Instrument, say: Speaker) -> None:
    """Write an instrument with its provisions."""
    page.title(f"{act.id}  {act.title[say.lang]}")
    page.field(
        say("ใช้บังคับ", "In force"),
        window(act.in_force, act.until, say, none=say("ไม่ทราบวัน", "days not known")),
    )
    page.field(say("ประกาศใน", "Printed in"), gazette(act.gazette, say))
    page.field(say("ที่มา", "Source"), act.source)
    page.field(say("การตรวจสอบ", "Verified"), checked(act.checked, say))
    page.heading(say("บทบัญญัติ", "Provisions"))
    for known in pack().provisions.values():
        if known.instrument == act.id:
            page.item(f"{known.id}  {known.section[say.lang]}")


def effect(known: ContestedPoint, say: Speaker) -> str:
    """Say what a contested point can change."""
    return say(*_EFFECTS[known.effect])


def point(page: Page, known: ContestedPoint, say: Speaker) -> None:
    """Write a contested point with both readings and where they are held."""
    page.heading(f"{known.id}  {known.question[say.lang]}")
    for letter, name, reading in (
        ("A", say("แนวศาลและนักวิชาการ", "courts and academics"), known.a),
        ("B", say("แนวฝ่ายปกครอง", "offices"), known.b),
    ):
        page.item(f"{name}: {reading.text[say.lang]}", mark=f"{letter}")
        page.text(say("ที่มา ", "sources: ") + "; ".join(reading.sources), depth=3)
    rules = (f"{rule} {rule_title(rule, say.lang)}" for rule in known.bears_on)
    page.field(say("เกี่ยวกับกฎ", "Bears on"), "; ".join(rules))
    if known.note:
        page.field(say("หมายเหตุ", "Note"), known.note[say.lang])
