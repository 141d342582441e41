"""What follows a refusal or silence: appeal, complaint, chronology for the court."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Heading,
    Line,
    Numbered,
    Paper,
    Paragraph,
    Run,
    Table,
    line,
    paragraph,
    told,
    words,
)
from sathana.documents.pack_values import Attempt, Contact, PackFacts, Remedy
from sathana.documents.papers.frame import (
    closing,
    draft_notes,
    law_line,
    letter_head,
    paper,
    who,
)

_NOTHING = Attempt(office=None, on=None, result="", reason=None, notified=None)
_FREE_LINES = 6


def _last(facts: PackFacts) -> Attempt:
    """Return the last petition; where none is told, what the last contact tells."""
    if facts.attempts:
        return facts.attempts[-1]
    told_of = [one for one in facts.contacts if one.code in _PETITIONED]
    if not told_of:
        return _NOTHING
    one = told_of[-1]
    refused = one.code == "refused"
    return Attempt(
        office=one.office,
        on=None if refused else one.when,
        result=one.outcome,
        reason="; ".join(one.reasons) or one.said,
        notified=one.when if refused else None,
    )


def _order(facts: PackFacts) -> Attempt:
    """Return the petition with the order that is appealed against: the last refused."""
    last = _last(facts)
    refused = [one for one in facts.contacts if one.code == "refused"]
    if last.notified or not refused:
        return last
    return Attempt(
        office=refused[-1].office,
        on=None,
        result=refused[-1].outcome,
        reason="; ".join(refused[-1].reasons) or refused[-1].said,
        notified=refused[-1].when,
    )


_PETITIONED = frozenset(("not_received", "no_receipt", "received", "refused"))
"""Outcomes of contacts in which a petition was brought."""
_WITHOUT_PAPER = frozenset(("not_received", "no_receipt", "wait"))
"""Outcomes that left no paper: what a complaint is about."""


def appeal(facts: PackFacts) -> Paper:
    """Return an appeal against an order; what is not known is left to be filled in."""
    last = _order(facts)
    blocks = (
        Heading("หนังสืออุทธรณ์คำสั่ง", 1),
        *letter_head(facts, f"อุทธรณ์คำสั่ง เรื่อง {facts.subject}", last.office),
        who(facts),
        paragraph(
            "ได้ยื่นคำร้องเมื่อ {on:22} และได้รับแจ้งคำสั่งเมื่อ {notified:22} "
            "ตามคำสั่งที่ {:20} ซึ่งไม่อนุมัติด้วยเหตุว่า {reason:60} "
            "ข้าพเจ้าไม่เห็นด้วยกับคำสั่งนี้ จึงขออุทธรณ์ดังนี้",
            on=last.on,
            notified=last.notified,
            reason=last.reason,
        ),
        Heading("ข้อเท็จจริงที่โต้แย้ง"),
        Numbered((*_facts(facts), *(told(None),) * 2)),
        Heading("ข้อกฎหมายที่โต้แย้ง"),
        Numbered(tuple(law_line(law) for law in (*facts.laws, *facts.duties))),
        Heading("คำขอ"),
        Numbered(
            (
                words(f"ขอให้เพิกถอนคำสั่ง และพิจารณาคำร้องใหม่ เรื่อง {facts.subject}"),
                words("ขอให้แจ้งผลการพิจารณาอุทธรณ์เป็นหนังสือพร้อมเหตุผลและสิทธิฟ้องคดี"),
            )
        ),
        *closing(facts),
        *_in_time(facts),
        *draft_notes(facts),
    )
    title = ("หนังสืออุทธรณ์คำสั่ง", "Appeal")
    return paper(facts, "appeal", title, blocks, editable=True)


def _in_time(facts: PackFacts) -> tuple[Block, ...]:
    """Return until when an appeal can be made; for the draft only."""
    appeals = tuple(one for one in facts.remedies if one.appeal)
    if facts.signed_off_by or not appeals:
        return ()
    lines = tuple((*_term(one), Run(f" {one.what}")) for one in appeals)
    return Heading("หมายเหตุถึงผู้ตรวจร่าง: กำหนดเวลาและผู้รับอุทธรณ์"), Numbered(lines)


def _facts(facts: PackFacts) -> list[Line]:
    return [
        (Run(f"{fact.what}: {fact.value}"), Run(f" (ตาม{' '.join(fact.by)})"))
        for fact in facts.applicant.facts
        if fact.shown and fact.value and fact.by
    ]


def _term(remedy: Remedy) -> Line:
    return Run(f"{remedy.title}: {remedy.term} ", bold=True), Run(
        f"({remedy.law} [{remedy.mark}])"
    )


def complaint(facts: PackFacts) -> Paper:
    """Return a complaint to a body other than the office it is about."""
    last = _last(facts)
    blocks = (
        Heading("หนังสือร้องเรียน", 1),
        *letter_head(facts, f"ขอให้ตรวจสอบการไม่ดำเนินการ เรื่อง {facts.subject}", None),
        who(facts),
        paragraph(
            "ได้ยื่นคำร้องต่อ {office:36} เมื่อ {on:22} ผลคือ {result:30} "
            "เหตุที่ได้รับแจ้ง {reason:40}",
            office=last.office,
            on=last.on,
            result=last.result,
            reason=last.reason,
        ),
        Heading("เรื่องที่ร้องเรียน"),
        *_happened(facts),
        Heading("ข้อกฎหมาย"),
        Numbered(tuple(law_line(law) for law in (*facts.laws[:1], *facts.duties))),
        Heading("คำขอ"),
        Numbered(
            (
                words("ขอให้ตรวจสอบ และให้สำนักงานรับและพิจารณาคำร้องตามกฎหมาย"),
                words("ขอให้แจ้งผลเป็นหนังสือแก่ข้าพเจ้า"),
                words("ขอไม่ให้ส่งเรื่องนี้กลับไปให้ผู้ถูกร้องเรียนเป็นผู้ตรวจสอบ"),
            )
        ),
        *closing(facts),
        *_helpers(facts),
        *draft_notes(facts),
    )
    title = ("หนังสือร้องเรียน", "Complaint")
    return paper(facts, "complaint", title, blocks, editable=True)


def _happened(facts: PackFacts) -> tuple[Block, ...]:
    """Return what a complaint is about: each contact that left no paper, and room."""
    found = [one for one in facts.contacts if one.code in _WITHOUT_PAPER]
    shown = tuple(_told_of(one) for one in found)
    return *shown, Paragraph(
        (
            line("วันที่และสถานที่ {:0}"),
            line("สิ่งที่เกิดขึ้น {:0}"),
            *(line("{:0}"),) * 2,
            line("ผู้ที่อยู่ด้วย {:0}"),
        )
    )


def _told_of(one: Contact) -> Paragraph:
    where = " ".join(filter(None, (one.when, one.office)))
    who = f" ({one.role})" if one.role else ""
    lines = [
        line("วันที่และสถานที่ {where:40}", where=Run(f"{where}{who}")),
        line("สิ่งที่เกิดขึ้น {what}", what=Run(happening(one))),
    ]
    if one.companions:
        lines.append(line("ผู้ที่อยู่ด้วย {who}", who=Run(one.companions)))
    return Paragraph(tuple(lines))


def happening(one: Contact) -> str:
    """Return in words what came of a contact, without who the officer was."""
    reasons = f" เหตุที่อ้าง: {'; '.join(one.reasons)}" if one.reasons else ""
    said = f" พูดว่า: {one.said}" if one.said else ""
    asked = f" ขอเพิ่ม: {one.asked}" if one.asked else ""
    return f"{one.outcome}{reasons}{said}{asked}"


def _helpers(facts: PackFacts) -> tuple[Block, ...]:
    """Return where a complaint can go; for the draft, so that a person chooses."""
    if facts.signed_off_by or not facts.helpers:
        return ()
    rows = tuple(
        (words(one.title), words(one.what), told(one.phone)) for one in facts.helpers
    )
    return (
        Heading("ยื่นต่อที่ใดได้ (เลือกที่ที่ไม่ใช่สำนักงานซึ่งถูกร้องเรียน)"),
        Table(("หน่วยงาน", "เรื่อง", "โทรศัพท์"), rows, (4, 6, 3)),
    )


def chronology(facts: PackFacts) -> Paper:
    """Return all that happened in the order of days, for a lawyer or the court."""
    rows: list[tuple[Line, ...]] = [
        (told(m.when), words(m.what), told(m.by)) for m in facts.life
    ]
    rows += [_petitioned(one) for one in _told_elsewhere(facts)]
    rows += [_contact(one) for one in facts.contacts]
    rows += [(told(None), told(None), told(None))] * _FREE_LINES
    numbered = tuple((words(str(n)), *row) for n, row in enumerate(rows, start=1))
    blocks = (
        Heading("ลำดับเหตุการณ์", 1),
        Paragraph(
            (
                line("ผู้ร้อง {name:40}", name=facts.applicant.name),
                line("เรื่อง {what}", what=Run(facts.subject)),
            )
        ),
        Table(("ที่", "เมื่อ", "เหตุการณ์", "หลักฐาน"), numbered, (1, 3, 6, 4)),
        Heading("ทางแก้ตามกฎหมาย"),
        Numbered(tuple(_term(remedy) for remedy in facts.remedies)),
        *draft_notes(facts),
    )
    title = ("ลำดับเหตุการณ์สำหรับศาล", "Chronology for court")
    return paper(facts, "chronology", title, blocks)


def _petitioned(one: Attempt) -> tuple[Line, ...]:
    office = f"ต่อ{one.office}" if one.office else ""
    reason = f" เหตุผล {one.reason}" if one.reason else ""
    notified = f" ได้รับแจ้งเมื่อ {one.notified}" if one.notified else ""
    return (
        told(one.on),
        words(f"ยื่นคำร้อง{office} ผล: {one.result}{reason}{notified}"),
        told(None),
    )


def _told_elsewhere(facts: PackFacts) -> list[Attempt]:
    """Return the petitions that no contact tells of: none stands there twice."""
    told_of = {(one.office, one.when) for one in facts.contacts}
    return [one for one in facts.attempts if (one.office, one.on) not in told_of]


def _contact(one: Contact) -> tuple[Line, ...]:
    where = " ".join(filter(None, (one.office, f"({one.role})" if one.role else "")))
    return told(one.when), words(f"{where}: {happening(one)}"), told(one.papers)
