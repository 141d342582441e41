"""The hand-over summary: one page for whoever takes the file over."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Heading,
    Line,
    Numbered,
    Paper,
    Paragraph,
    Run,
    line,
    words,
)
from sathana.documents.pack_values import Attempt, PackFacts
from sathana.documents.papers.frame import law_line, paper

_MOST = 4
"""Entries of a list: more would not fit on the one page."""
_LONG = 170
"""Letters of a doubt."""
_CONTACTS = 2
"""Contacts with offices: the whole list is the chronology."""


def summary(facts: PackFacts) -> Paper:
    """Return the summary of one page: who, what, what was done, what is missing."""
    person = facts.applicant
    blocks: list[Block] = [
        Heading("บันทึกส่งต่อเรื่อง", 1),
        Paragraph(
            (
                line(
                    "ผู้ร้อง {name:30} เลขประจำตัว {n:20}",
                    name=person.name,
                    n=person.number,
                ),
                line("เรื่อง {what}", what=Run(facts.subject)),
                line("ยื่นที่ {office}", office=Run(facts.office)),
                line(
                    "ผู้วินิจฉัย {who:30}",
                    who=Run(" หรือ ".join(facts.deciders)) if facts.deciders else None,
                ),
                line("ผลวิเคราะห์จากข้อเท็จจริงที่บอกไว้ {answer}", answer=Run(facts.answer)),
            )
        ),
        *_listed("ตัวบทหลัก", [law_line(law) for law in facts.laws[:2]]),
        *_listed("ที่ได้ทำไปแล้ว", [*map(_attempt, facts.attempts), *_contacts(facts)]),
        *_listed("กำหนดเวลา", [words(text) for text in facts.deadlines]),
        *_listed("เอกสารที่มีแล้ว", _held(facts)),
        *_listed("ยังขาด", [words(text) for text in (*_lacking(facts), *facts.missing)]),
        *_listed("ข้อมูลที่ขัดกัน", [words(text) for text in facts.contradictions]),
        *_listed("ยังไม่ได้ยืนยัน", [words(_short(text)) for text in facts.doubts], 3),
        Heading("ผู้ดูแลเรื่องนี้"),
        Paragraph((line("ชื่อ {:26} โทรศัพท์ {:14} นัด {:12}"),)),
    ]
    title = ("บันทึกส่งต่อเรื่อง", "Hand-over summary")
    return paper(facts, "handover", title, tuple(blocks), one_page=True)


def _listed(title: str, lines: list[Line], most: int = _MOST) -> tuple[Block, ...]:
    if not lines:
        return ()
    more = len(lines) - most
    shown = lines[:most] + ([words(f"และอีก {more} ข้อ")] if more > 0 else [])
    return Heading(title), Numbered(tuple(shown))


def _short(text: str) -> str:
    """Return the begin of a long doubt: the petition's draft has the whole of it."""
    return (
        text
        if len(text) <= _LONG
        else f"{text[:_LONG].rsplit(' ', 1)[0]} … (ดูร่างคำร้อง)"
    )


def _held(facts: PackFacts) -> list[Line]:
    return [
        words(f"{exhibit.name}: {'; '.join(exhibit.held)}")
        for exhibit in facts.exhibits
        if exhibit.held
    ]


def _lacking(facts: PackFacts) -> list[str]:
    return [
        f"{exhibit.name}" + (f" ({exhibit.when})" if exhibit.when else "")
        for exhibit in facts.exhibits
        if not exhibit.held
    ]


def _contacts(facts: PackFacts) -> list[Line]:
    """Return the last contacts with offices, short: whole they stand elsewhere."""
    return [
        line(
            "{when:14} ติดต่อ {office:20} {what}",
            when=one.when,
            office=one.office,
            what=Run(one.outcome),
        )
        for one in facts.contacts[-_CONTACTS:]
        if one.when not in {attempt.on for attempt in facts.attempts}
    ]


def _attempt(one: Attempt) -> Line:
    return line(
        "{on:14} ยื่นที่ {office:20} ผล {result} {reason}",
        on=one.on,
        office=one.office,
        result=one.result,
        reason=Run(f"เหตุผล {one.reason}" if one.reason else ""),
    )
