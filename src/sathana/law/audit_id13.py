"""The data check of the table of thirteen-digit numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sathana.law.faults import Fault, fault, unknown
from sathana.law.id13 import CATEGORIES, Card, Category, Group, Id13Table, Proves
from sathana.law.marks import MARKS, Checked, Text

_CODE = re.compile(r"[0-8]-[0-9]{2}")
_LANGUAGES = ("th", "en")
type _Row = Category | Group | Card


def id13_faults(
    table: Id13Table, rules: Mapping[str, object], provisions: Mapping[str, object]
) -> Iterator[Fault]:
    """Yield what is wrong with the table.

    Args:
        table: The table to examine.
        rules: The rules of the pack, by id.
        provisions: The provisions of the pack, by id.
    """
    rows: dict[str, _Row] = {**table.categories, **table.groups, **table.cards}
    yield from _complete(table)
    yield from _proves(table.proves, provisions)
    for source in table.sources.values():
        yield from _texts(f"id13-{source.id}", text=source.text)
    for key, row in rows.items():
        subject = f"id13-{key}"
        yield from _texts(subject, title=row.title, note=row.note)
        yield from _checked(subject, row.checked)
        yield from _sourced(subject, row, table)
    for category in table.categories.values():
        subject = f"id13-{category.digit}"
        yield from _texts(subject, people=category.people, register=category.register)
        yield from _known(subject, "rule", category.rules, rules)
    for group in table.groups.values():
        yield from _group(group, rules, table)
    for card in table.cards.values():
        yield from _known(f"id13-{card.id}", "group", card.groups, table.groups)
        yield from _known(
            f"id13-{card.id}", "category", card.categories, table.categories
        )


def _complete(table: Id13Table) -> Iterator[Fault]:
    for digit in CATEGORIES:
        if digit not in table.categories:
            yield fault(
                "missing-category",
                f"id13-{digit}",
                f"ตารางเลข 13 หลักไม่มีหลักแรก {digit} ถ้าไม่ทราบให้ลงเป็นช่องว่าง (gap)",
                f"the table of numbers has no first digit {digit}; where nothing is "
                "known, write a row with gap: true",
            )
    for code in table.groups:
        if not _CODE.fullmatch(code):
            yield fault(
                "code",
                f"id13-{code}",
                f"รหัสกลุ่ม '{code}' ต้องเขียนเป็นหลักแรกและหลักที่ 6-7 เช่น 6-50",
                f"the group '{code}' is written as first digit and digits 6-7: 6-50",
            )


def _group(
    group: Group, rules: Mapping[str, object], table: Id13Table
) -> Iterator[Fault]:
    subject = f"id13-{group.code}"
    named = group.rules
    if group.hint:
        yield from _texts(subject, hint=group.hint.text)
        named += (group.hint.rule,) if group.hint.rule else ()
    yield from _known(subject, "rule", named, rules)
    yield from _texts(subject, conflict=group.conflict)
    yield from _known(subject, "source", group.conflict_sources, table.sources)
    if bool(group.conflict) != bool(group.conflict_sources):
        yield fault(
            "source",
            subject,
            "ข้อขัดแย้งต้องมีทั้งข้อความและแหล่งที่มา",
            "a conflict needs both its text and its sources",
        )


def _proves(proves: Proves, provisions: Mapping[str, object]) -> Iterator[Fault]:
    subject = "id13-proves"
    texts = {"text": proves.text, "law": proves.law, "offices": proves.offices}
    yield from _texts(subject, **texts, note=proves.note)
    yield from _checked(subject, proves.checked)
    yield from _known(subject, "provision", proves.cites, provisions)


def _sourced(subject: str, row: _Row, table: Id13Table) -> Iterator[Fault]:
    yield from _known(subject, "source", row.sources, table.sources)
    if not row.sources and not row.gap:
        yield fault(
            "source",
            subject,
            "ไม่มีแหล่งที่มา ถ้าไม่พบแหล่งให้ลงเป็นช่องว่าง (gap)",
            "names no source; what no source says is a gap: write gap: true",
        )
    if row.gap and row.checked.verified == "seen":
        yield fault(
            "gap",
            subject,
            "ช่องว่างในความรู้ทำเครื่องหมายว่าตรวจแล้ว (seen) ไม่ได้",
            "a gap cannot be marked 'seen'",
        )


def _texts(subject: str, **texts: Text | None) -> Iterator[Fault]:
    for name, text in texts.items():
        # A comma in a text without quotes makes a key of the words after it.
        for extra in sorted(set(text or ()) - set(_LANGUAGES)):
            yield fault(
                "language",
                subject,
                f"ข้อความ '{name}' มีภาษา '{extra}' ซึ่งไม่รู้จัก",
                f"the text '{name}' has '{extra}', which is no language of the product",
            )
        for language in _LANGUAGES:
            if text is not None and not (text.get(language) or "").strip():
                yield fault(
                    "language",
                    subject,
                    f"ข้อความ '{name}' ไม่มีภาษา {language} ต้องมีทั้งไทยและอังกฤษ",
                    f"the text '{name}' has no '{language}'; every text needs Thai "
                    "and English",
                )


def _checked(subject: str, checked: Checked) -> Iterator[Fault]:
    if checked.verified not in MARKS:
        yield fault(
            "mark",
            subject,
            "ไม่มีเครื่องหมายการตรวจสอบ ต้องเป็น seen, partly หรือ unverified",
            "has no mark: write verified as 'seen', 'partly' or 'unverified'",
        )
    if not 0 < checked.on < checked.recheck:
        yield fault(
            "check-dates",
            subject,
            "ต้องมีวันที่ตรวจ (checked_on) และวันที่ตรวจซ้ำ (recheck_on) ซึ่งอยู่หลังกัน",
            "needs checked_on, and a recheck_on after it",
        )


def _known(
    subject: str, kind: str, named: tuple[str, ...], known: Mapping[str, object]
) -> Iterator[Fault]:
    for key in named:
        if key not in known:
            yield unknown(subject, kind, key)
