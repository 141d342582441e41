"""``sathana id13 NUMBER``: what a thirteen-digit number shows, and what it does not.

The number is written on standard output only where it is asked about, and nowhere else.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from sathana.cli.law_records import checked
from sathana.cli.naming import rule_title
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker, complain
from sathana.law.id13 import NumberReading, read_text
from sathana.law.id13_words import (
    NO_CATEGORY,
    OFFICE_CAUTION,
    UNOFFICIAL,
    as_data,
    check_words,
    group_words,
    rules,
    source_ids,
    suggestions,
)
from sathana.law.load import pack
from sathana.places import office, office_words
from sathana.text.id13 import Id13Error
from sathana.vocabulary.codes import VERIFIED_MARKS

_WRONG_ARGUMENTS = 2
_LONGEST = 200
"""Signs read from standard input; a number has thirteen and some dashes."""


def run(options: Namespace) -> int:
    """Say what one number shows; 2 for what is no number."""
    say = Speaker(options.lang)
    text = " ".join(options.number)
    if text == "-":
        text = sys.stdin.readline(_LONGEST)
    law = pack()
    try:
        reading = read_text(text, law.id13)
    except Id13Error as fault:
        _complain(fault, say)
        return _WRONG_ARGUMENTS
    if options.json:
        data = as_data(reading, law) | {"office": _office(reading)}
        print(json.dumps(data, ensure_ascii=False))
        return 0
    page = Page()
    _show(page, reading, say)
    print("\n".join(page.lines))
    return 0


def _complain(fault: Id13Error, say: Speaker) -> None:
    complain(f"sathana id13: {say(fault.th, fault.en)}")
    complain(
        say(
            "ตัวอย่าง: sathana id13 6-xxxx-50xxx-xx-x (ใส่ - คืออ่านจากข้อมูลเข้ามาตรฐาน "
            "เพื่อไม่ให้เลขค้างอยู่ในประวัติคำสั่ง)",
            "Example: sathana id13 6-xxxx-50xxx-xx-x (with - alone it is read from "
            "standard input, so that it stays out of the shell's history).",
        )
    )


def _office(reading: NumberReading) -> dict[str, object] | None:
    """Return the office of a number as plain data; ``None`` of a student code."""
    if reading.office_digits is None:
        return None
    found = office(reading.office_digits)
    place = found.province
    return {
        "code": found.code,
        "kind": found.kind,
        "name": found.name,
        "province": place and {"code": place.code, "name": place.name},
        "ended": found.ended,
        "successors": found.successors,
        "words": office_words(found),
    }


def _show(page: Page, reading: NumberReading, say: Speaker) -> None:
    title = say("เลขประจำตัว 13 หลัก ", "Thirteen-digit number ") + str(reading.number)
    if reading.is_student_code:
        title = say("รหัสนักเรียนที่ขึ้นต้นด้วย G", "A student code that begins with G")
    page.title(title)
    page.text(reading.proves.text[say.lang])
    page.gap()
    _class(page, reading, say)
    page.field(say("กลุ่ม", "Group"), _group(reading, say))
    if reading.group:
        page.field("", checked(reading.group.checked, say))
    if reading.office_digits is not None:
        found = office(reading.office_digits)
        page.field(say("สำนักทะเบียน", "Office"), office_words(found)[say.lang])
        page.field("", OFFICE_CAUTION[say.lang] if found.province else "")
        page.field(say("หลักตรวจสอบ", "Check digit"), check_words(reading)[say.lang])
    _suggested(page, reading, say)
    _cards(page, reading, say)
    _proves(page, reading, say)
    _sources(page, reading, say)


def _class(page: Page, reading: NumberReading, say: Speaker) -> None:
    label, category = say("ประเภท", "Class"), reading.category
    if category is None:
        page.field(label, NO_CATEGORY[say.lang])
        return
    page.field(label, f"{category.digit}: {category.title[say.lang]}")
    page.field("", category.people[say.lang])
    page.field("", checked(category.checked, say))


def _group(reading: NumberReading, say: Speaker) -> str:
    words = group_words(reading)[say.lang]
    return f"{reading.group.code}: {words}" if reading.group else words


def _suggested(page: Page, reading: NumberReading, say: Speaker) -> None:
    said = suggestions(reading)
    if said:
        page.heading(say("เลขนี้อาจบอกอะไร", "What it suggests"))
    for text in said:
        page.item(text[say.lang])
    for rule in rules(reading):
        title = rule_title(rule, say.lang)
        page.item(say("เกี่ยวกับกฎ ", "bears on ") + f"{rule} {title}")


def _cards(page: Page, reading: NumberReading, say: Speaker) -> None:
    if reading.cards:
        page.heading(say("สีบัตร", "Colour of the card"))
    for card in reading.cards:
        mark = VERIFIED_MARKS[card.checked.verified].in_(say.lang)
        page.item(f"{card.title[say.lang]} [{mark}]")
        if card.note:
            page.text(card.note[say.lang], depth=2)


def _proves(page: Page, reading: NumberReading, say: Speaker) -> None:
    proves = reading.proves
    page.heading(say("เลขพิสูจน์อะไรไม่ได้", "What it does not prove"))
    law = say("ตามกฎหมาย: ", "by the law: ") + proves.law[say.lang]
    offices = say("ทางปฏิบัติของหน่วยงาน: ", "in offices: ") + proves.offices[say.lang]
    page.item(law, mark="A")
    page.item(offices, mark="B")
    if proves.note:
        page.text(proves.note[say.lang], depth=1)
    page.text(checked(proves.checked, say), depth=1)
    for cite in proves.cites:
        page.item(_cited(cite, say))


def _cited(cite: str, say: Speaker) -> str:
    """Name a provision, with its mark; ``sathana law show`` gives its text."""
    known = pack().provisions[cite]
    act = pack().instruments[known.instrument].title[say.lang]
    mark = VERIFIED_MARKS[known.checked.verified].in_(say.lang)
    return f"{known.section[say.lang]} {act} [{cite}] [{mark}]"


def _sources(page: Page, reading: NumberReading, say: Speaker) -> None:
    found = source_ids(reading)
    if found:
        page.heading(say("ที่มาของตาราง", "Sources of the table"))
        page.text(UNOFFICIAL[say.lang], depth=1)
    for key in found:
        source = pack().id13.sources[key]
        page.item(" ".join(filter(None, (source.text[say.lang], source.address))))
