"""The petition: who asks, for what, on which facts, by which law."""

from __future__ import annotations

from sathana.documents.blocks import (
    Blank,
    Block,
    Heading,
    Line,
    Numbered,
    Paper,
    Paragraph,
    Run,
    Table,
    paragraph,
    told,
    words,
)
from sathana.documents.pack_values import Fact, PackFacts
from sathana.documents.papers.frame import (
    at_hand,
    closing,
    draft_notes,
    law_line,
    letter_head,
    paper,
    who,
)

_ASKS = (
    "ขอให้รับคำร้องนี้ไว้พิจารณา และออกใบรับที่ลงวันเดือนปีให้ไว้เป็นหลักฐาน",
    "ถ้าเอกสารยังไม่ครบ ขอให้แจ้งรายการที่ขาดทั้งหมดเป็นหนังสือในคราวเดียว",
    "ถ้าไม่รับหรือไม่อนุมัติ ขอให้แจ้งเป็นหนังสือพร้อมเหตุผล ข้อกฎหมาย และสิทธิอุทธรณ์",
)
_TRUE = (
    "ข้าพเจ้าขอรับรองว่าข้อความข้างต้นเป็นความจริงตามที่ข้าพเจ้ารู้เห็น "
    "ข้อที่ข้าพเจ้าไม่ทราบได้เว้นไว้หรือบอกว่าไม่ทราบ"
)


def petition(facts: PackFacts) -> Paper:
    """Return the petition of a pathway."""
    blocks: list[Block] = [
        Heading("คำร้อง", 1),
        *letter_head(facts, facts.subject, facts.addressee, _enclosed(facts)),
        who(facts),
        paragraph(
            "ขอยื่นคำร้อง เรื่อง {what} โดยมีข้อเท็จจริง ข้อกฎหมาย และคำขอ ดังนี้", what=_ask(facts)
        ),
        Heading("ข้อเท็จจริง"),
        *_told(facts),
        *_corrections(facts),
        Heading("ข้อกฎหมาย"),
        Numbered(tuple(law_line(law) for law in facts.laws) or (words("…"),)),
        Heading("คำขอ"),
        Numbered(
            (
                words(f"ขอให้พิจารณาและมีคำสั่งตามคำร้อง เรื่อง {facts.subject}"),
                *map(words, _ASKS),
            )
        ),
        Paragraph((words(_TRUE),), indent=True, stays=True),
        *closing(facts),
        *draft_notes(facts),
    ]
    title = (f"คำร้อง เรื่อง {facts.subject}", "Petition")
    return paper(facts, "petition", title, tuple(blocks), editable=True)


def _enclosed(facts: PackFacts) -> str | None:
    """Say what comes along: what is at hand, never what the list only asks for."""
    many = at_hand(facts)
    return f"เอกสารตามบัญชี {many} รายการ" if many else None


def _ask(facts: PackFacts) -> Run:
    return Run(facts.subject)


def _corrections(facts: PackFacts) -> tuple[Block, ...]:
    """Return the entries to be corrected: what stands there, what should."""
    if not facts.corrections:
        return ()
    rows = tuple(
        (told(one.what), told(one.wrong_in), told(None), told(one.right))
        for one in facts.corrections
    )
    head = ("รายการ", "ทะเบียนหรือเอกสารที่ลงไว้", "ที่ลงไว้ว่า", "ที่ถูกต้องคือ")
    return Heading("รายการที่ขอแก้ไข"), Table(head, rows, (4, 5, 4, 4))


def _told(facts: PackFacts) -> tuple[Block, ...]:
    """Return the facts of the applicant and of the parents, and what shows them."""
    mine = facts.applicant.name or "ผู้ร้อง"
    whose = f" {mine}" if facts.filed_by else "ข้าพเจ้า"
    lines = [_fact(whose, fact) for fact in facts.applicant.facts]
    for person in facts.persons[1:]:
        if person.kin in ("บิดา", "มารดา"):
            called = " ".join(filter(None, (person.kin, person.name)))
            lines += [_fact(called, fact) for fact in person.facts if fact.bears]
    if not lines:
        return (paragraph("{:0}", indent=False),) * 3
    return (Numbered(tuple(lines)),)


def _fact(whose: str, fact: Fact) -> Line:
    head = Run(f"{fact.what}ของ{whose}: ")
    if not fact.value:
        # Unknown, or told in ways that contradict: a person fills it in, not we.
        return head, Blank(30)
    by = f" (ตาม{' '.join(fact.by)})" if fact.by else f" ({fact.grade})"
    return head, Run(fact.value), Run(by)
