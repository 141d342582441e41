"""The written demand that an office act, and the letter to those above it."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    line,
    paragraph,
    words,
)
from sathana.documents.pack_values import Attempt, PackFacts
from sathana.documents.papers.frame import (
    closing,
    draft_notes,
    law_line,
    letter_head,
    paper,
    who,
)

_OFFICER = Signature("เจ้าหน้าที่ผู้รับหนังสือ")
_UNTOLD = Attempt(office=None, on=None, result="", reason=None, notified=None)


def demand(facts: PackFacts) -> Paper:
    """Return a demand that the office do its duty, with the place for its stamp."""
    last = _last(facts)
    title = ("หนังสือทวงถามให้ทำหน้าที่", "Written demand to act")
    blocks = (
        Heading(title[0], 1),
        *letter_head(
            facts, f"ขอให้ปฏิบัติหน้าที่ เรื่อง {facts.subject}", last.office or facts.addressee
        ),
        who(facts),
        *_body(facts, last),
        *closing(facts),
        *_stamp(),
        *draft_notes(facts),
    )
    return paper(facts, "demand", title, blocks, editable=True)


def to_superior(facts: PackFacts) -> Paper:
    """Return a letter to those above the office: the district chief, the governor."""
    last = _last(facts)
    title = ("หนังสือร้องขอต่อผู้บังคับบัญชา", "Letter to those above the office")
    blocks = (
        Heading(title[0], 1),
        *letter_head(facts, f"ขอให้สั่งการให้พิจารณาคำร้อง เรื่อง {facts.subject}", None),
        who(facts),
        *_body(facts, last),
        *closing(facts),
        *_stamp(),
        *draft_notes(facts),
    )
    return paper(facts, "superior", title, blocks, editable=True)


def _last(facts: PackFacts) -> Attempt:
    return facts.attempts[-1] if facts.attempts else _UNTOLD


def _body(facts: PackFacts, last: Attempt) -> tuple[Block, ...]:
    return (
        paragraph(
            "ได้ยื่นคำร้องต่อ {office:36} เมื่อ {on:22} ผลจนถึงวันนี้คือ {result:40} "
            "จึงขอให้ดำเนินการดังนี้",
            office=last.office,
            on=last.on,
            result=last.result,
        ),
        Numbered(
            (
                words("รับคำร้องไว้ และออกใบรับที่ลงวันเดือนปี ถ้ายังไม่ได้ออก"),
                words("ถ้าเอกสารยังขาด ขอให้เขียนรายการที่ขาดทั้งหมดในคราวเดียว"),
                words("พิจารณาและมีคำสั่งเป็นหนังสือพร้อมเหตุผล สิทธิ และกำหนดเวลาอุทธรณ์หรือฟ้อง"),
            )
        ),
        Heading("ข้อกฎหมาย"),
        Numbered(tuple(law_line(law) for law in (*facts.laws[:1], *facts.duties))),
        paragraph("หนังสือนี้เป็นคำขอเป็นหนังสือให้ปฏิบัติหน้าที่ ขอให้ตอบเป็นหนังสือ"),
    )


def _stamp() -> tuple[Block, ...]:
    return (
        Heading("การรับหนังสือ (สำหรับเจ้าหน้าที่)"),
        Paragraph(
            (
                line("เลขรับที่ {:12} วันที่ {:5} เดือน {:14} พ.ศ. {:8} เวลา {:6} น."),
                line("ถ้าไม่รับหนังสือนี้ เพราะ {:0}"),
            )
        ),
        Signatures((_OFFICER,)),
    )
