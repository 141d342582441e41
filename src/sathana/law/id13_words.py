"""Sentences of a reading of a thirteen-digit number, and the reading as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sathana.law.id13 import Category, Group, Id13Table, NumberReading
from sathana.law.marks import Checked, Text
from sathana.law.pack import LawPack

_STATES: dict[str, Text] = {
    "not_listed": {
        "th": "ไม่พบรหัสกลุ่มนี้ในรายการใดที่อ่าน จึงไม่เดาว่าเป็นกลุ่มใด ควรดูเอกสารอีกครั้ง",
        "en": "No list that was read has this code, so we do not guess whose it is. "
        "Look at the paper once more.",
    },
    "not_used": {
        "th": "ในเลขประเภทนี้ หลักที่ 6-7 เป็นลำดับของรายการ ไม่ได้บอกกลุ่ม",
        "en": "In this class digits 6-7 number the entries; they name no group.",
    },
    "not_verified": {
        "th": "ไม่พบแหล่งที่ยืนยันว่าในเลขประเภทนี้ หลักที่ 6-7 บอกกลุ่มหรือไม่",
        "en": "No source was found for whether digits 6-7 name a group in this class.",
    },
    "not_given": {
        "th": "ยังไม่ได้ให้หลักแรก หรือหลักที่ 6-7 จึงบอกกลุ่มไม่ได้",
        "en": "The first digit or digits 6-7 are not given, so no group can be named.",
    },
}
_STUDENT: Text = {
    "th": "ไม่ใช่เลขทะเบียนราษฎร จึงไม่อ่านสำนักทะเบียน กลุ่ม หรือหลักตรวจสอบ",
    "en": "It is no civil number, so no office, group or check digit is read from it.",
}
OFFICE_CAUTION: Text = {
    "th": "คือสำนักทะเบียนที่ให้เลขครั้งแรก ไม่ใช่ที่เกิดหรือที่อยู่ปัจจุบัน",
    "en": "This is the office that first gave the number, and neither the place of "
    "birth nor today's home.",
}
"""What the digits of the office do not say."""
UNOFFICIAL: Text = {
    "th": "ไม่พบตารางรหัสฉบับทางการ เครื่องหมายของแต่ละแถวบอกว่าอ่านแหล่งที่ระบุไว้แล้วเพียงใด",
    "en": "No official table of the codes was found. The mark of each row says how far "
    "the sources named here were read.",
}
"""What the marks of the table mean."""
NO_CATEGORY: Text = {
    "th": "ยังไม่ได้ให้หลักแรก จึงบอกประเภทไม่ได้",
    "en": "The first digit is not given, so the class cannot be named.",
}
"""Said where the first digit is not known."""


def group_words(reading: NumberReading) -> Text:
    """Say which group the digits name, or why none can be named."""
    if reading.is_student_code:
        return _STUDENT
    if reading.group is not None:
        return reading.group.title
    return _STATES[reading.group_state]


def check_words(reading: NumberReading) -> Text:
    """Say whether the last digit is right, and which one would be."""
    right = reading.right_digit
    if reading.is_student_code:
        return _STUDENT
    if reading.check == "fits":
        return {
            "th": "หลักสุดท้ายถูกต้องตามสูตร แสดงเพียงว่าเขียนเลขไม่ผิด "
            "ไม่ได้แสดงว่าเลขนี้เคยให้แก่ใคร และจับความผิดของหลักที่ 3 ไม่ได้",
            "en": "The last digit fits the others. That shows only that the number is "
            "written soundly, not that it was given to anybody; a slip in the third "
            "digit it never shows.",
        }
    if reading.check == "wrong":
        return {
            "th": f"หลักสุดท้ายไม่ตรงตามสูตร ถ้าหลักอื่นถูก หลักสุดท้ายต้องเป็น {right} "
            "อาจอ่านหรือเขียนผิดหลักหนึ่ง ให้ดูเอกสารอีกครั้ง ถ้าเอกสารพิมพ์ไว้เช่นนี้ ให้ถามสำนักทะเบียน",
            "en": "The last digit does not fit. If the others are right it would be "
            f"{right}. A digit may have been misread or miswritten: look at the paper "
            "once more, and if it is printed so, ask the registry.",
        }
    if right is not None:
        return {
            "th": f"ยังไม่ได้ให้หลักสุดท้าย ตามสูตรต้องเป็น {right}",
            "en": f"The last digit is not given; by the others it would be {right}.",
        }
    return {
        "th": "ตรวจไม่ได้ เพราะให้เลขไม่ครบทุกหลัก",
        "en": "It cannot be checked while digits are not given.",
    }


def suggestions(reading: NumberReading) -> tuple[Text, ...]:
    """Say what the number suggests, the class first; nothing where nothing is known."""
    found: list[Text | None] = []
    if reading.category:
        found += [reading.category.register, reading.category.note]
    if reading.group:
        hint = reading.group.hint
        found += [hint.text if hint else None, reading.group.note]
        found.append(reading.group.conflict)
    return tuple(text for text in found if text)


def rules(reading: NumberReading) -> tuple[str, ...]:
    """Return the ids of rules and pathways for which the class or group matters."""
    group = reading.group
    named = [*(group.rules if group else ()), *_of_category(reading)]
    if group and group.hint and group.hint.rule:
        named.append(group.hint.rule)
    return tuple(dict.fromkeys(named))


def _of_category(reading: NumberReading) -> tuple[str, ...]:
    """Return the rules of a class; a group that the table has speaks for itself."""
    category = reading.category
    return category.rules if category and reading.group is None else ()


def source_ids(reading: NumberReading) -> tuple[str, ...]:
    """Return the sources of every row of the reading, each once, the class first."""
    category, group = reading.category, reading.group
    named = [*(category.sources if category else ())]
    if group:
        named += [*group.sources, *group.conflict_sources]
    named += [key for card in reading.cards for key in card.sources]
    return tuple(dict.fromkeys(named))


def as_data(reading: NumberReading, law: LawPack) -> dict[str, object]:
    """Return the reading as plain data, as ``sathana id13 --json`` writes it.

    Args:
        reading: What one number says.
        law: The law pack, for its version and the sources of the rows.
    """
    proves, table = reading.proves, law.id13
    return {
        "law": law.version,
        "number": str(reading.number) if reading.number else None,
        "student_code": reading.is_student_code,
        "category": reading.category and _category(reading.category, table),
        "group": {
            "state": reading.group_state,
            "digits": reading.group_digits,
            "words": group_words(reading),
            "row": reading.group and _group(reading.group, table),
        },
        "check": {
            "verdict": reading.check,
            "right_digit": reading.right_digit,
            "words": check_words(reading),
        },
        "suggests": suggestions(reading),
        "rules": rules(reading),
        "cards": [
            {"title": card.title, "note": card.note, "gap": card.gap}
            | _marked(card.checked, card.sources, table)
            for card in reading.cards
        ],
        "proves": {
            "text": proves.text,
            "law": proves.law,
            "offices": proves.offices,
            "note": proves.note,
            "cites": proves.cites,
        }
        | _marked(proves.checked, (), table),
    }


def _category(row: Category, table: Id13Table) -> dict[str, object]:
    return {
        "digit": row.digit,
        "title": row.title,
        "people": row.people,
        "register": row.register,
        "note": row.note,
        "gap": row.gap,
    } | _marked(row.checked, row.sources, table)


def _group(row: Group, table: Id13Table) -> dict[str, object]:
    hint = row.hint
    return {
        "code": row.code,
        "title": row.title,
        "note": row.note,
        "gap": row.gap,
        "conflict": row.conflict,
        "conflict_sources": _sources(row.conflict_sources, table),
        "hint": hint
        and {
            "rule": hint.rule,
            "since": _iso(hint.since) if isinstance(hint.since, int) else hint.since,
            "text": hint.text,
        },
    } | _marked(row.checked, row.sources, table)


def _marked(
    checked: Checked, sources: Sequence[str], table: Id13Table
) -> dict[str, object]:
    return {
        "sources": _sources(sources, table),
        "verified": checked.verified,
        "checked_on": _iso(checked.on),
        "recheck_on": _iso(checked.recheck),
    }


def _sources(ids: Sequence[str], table: Id13Table) -> list[dict[str, object]]:
    known = (table.sources[key] for key in ids)
    return [
        {"id": s.id, "text": s.text, "address": s.address, "official": s.official}
        for s in known
    ]


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
