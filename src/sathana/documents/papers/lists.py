"""The index of the pack, the list of evidence, and the cover of each exhibit."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Heading,
    Line,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Run,
    Signature,
    Signatures,
    Table,
    line,
    paragraph,
    told,
    words,
)
from sathana.documents.pack_values import Exhibit, PackFacts
from sathana.documents.papers.frame import EXHIBIT, exhibit_title, paper

_NOT_HELD = "ยังไม่มี"
_WITNESSES = 3
"""Lines for witnesses, at the least."""


def index(facts: PackFacts, titles: tuple[str, ...]) -> Paper:
    """Return the index: which papers lie in the pack, in their order.

    What is not at hand does not lie there; the list of evidence names it.

    Args:
        facts: What the pack says.
        titles: Titles of the papers that are handed in.
    """
    rows = [_row(title) for title in titles]
    rows += [
        _row(exhibit_title(number, exhibit))
        for number, exhibit in enumerate(facts.exhibits, start=1)
        if exhibit.held
    ]
    numbered = tuple(
        (words(str(place)), *row) for place, row in enumerate(rows, start=1)
    )
    blocks = (
        Heading("สารบัญเอกสาร", 1),
        paragraph("ผู้ร้อง {name:40}", indent=False, name=facts.applicant.name),
        paragraph("เรื่อง {what}", indent=False, what=Run(facts.subject)),
        Table(("ที่", "เอกสาร", "จำนวนแผ่น", "ตรวจแล้ว"), numbered, (1, 7, 2, 2)),
    )
    return paper(facts, "index", ("สารบัญเอกสาร", "Index"), blocks)


def _row(title: str) -> tuple[Line, ...]:
    return words(title), told(None), told(None)


def evidence_list(facts: PackFacts) -> Paper:
    """Return what the official list asks for beside what is at hand."""
    rows = tuple(
        _evidence(number, exhibit)
        for number, exhibit in enumerate(facts.exhibits, start=1)
    )
    head = ("ที่", "เอกสารตามรายการของทางราชการ", "เอกสารที่มี", "แสดงข้อเท็จจริง")
    blocks: list[Block] = [
        Heading("บัญชีพยานหลักฐาน", 1),
        paragraph("ผู้ร้อง {name:40}", indent=False, name=facts.applicant.name),
        paragraph("ขั้นตอน {what}", indent=False, what=Run(facts.procedure)),
        Table(head, rows, (1, 6, 5, 4)),
    ]
    if facts.more_held:
        blocks += [
            Heading("เอกสารอื่นที่มี"),
            Numbered(tuple(words(text) for text in facts.more_held)),
        ]
    if facts.to_document:
        blocks += [
            Heading("ข้อเท็จจริงที่บอกไว้ แต่ยังไม่มีเอกสาร"),
            Numbered(tuple(words(text) for text in facts.to_document)),
        ]
    blocks += [
        Heading("พยานบุคคล"),
        Table(
            ("ที่", "ชื่อพยาน", "เกี่ยวข้องกับผู้ร้องอย่างไร", "รู้เห็นเรื่องใด"),
            _witnesses(facts),
            (1, 4, 4, 5),
        ),
    ]
    title = ("บัญชีพยานหลักฐาน", "List of evidence")
    return paper(facts, "evidence", title, tuple(blocks))


def _evidence(number: int, exhibit: Exhibit) -> tuple[Line, ...]:
    when = f" ({exhibit.when})" if exhibit.when else ""
    form = exhibit.form or ""
    code = f" แบบ {form}" if form and form not in exhibit.name else ""
    held = (
        words("; ".join(exhibit.held)) if exhibit.held else words(_NOT_HELD, bold=True)
    )
    proves = "; ".join(exhibit.proves)
    name = words(f"{exhibit.name}{code}{when}")
    return words(str(number)), name, held, told(proves)


def _witnesses(facts: PackFacts) -> tuple[tuple[Line, ...], ...]:
    """Return the witnesses, with dotted lines for those who are still to be found."""
    rows = [
        (line("{name}", name=one.name), told(one.kin), told("; ".join(one.saw)))
        for one in facts.witnesses
    ]
    rows += [(told(None),) * 3] * max(1, _WITNESSES - len(rows))
    return tuple((words(str(n)), *row) for n, row in enumerate(rows, start=1))


def exhibits(facts: PackFacts) -> Paper:
    """Return a cover for each exhibit at hand, of which there is one at the least.

    What is not at hand has no cover: nobody certifies a copy that is not there. It
    keeps its number, which the index calls it by.
    """
    title = ("ใบปะหน้าเอกสาร", "Exhibit covers")
    blocks: list[Block] = []
    for number, exhibit in enumerate(facts.exhibits, start=1):
        if not exhibit.held:
            continue
        if blocks:
            blocks.append(PageBreak())
        blocks += _cover(facts, number, exhibit)
    return paper(facts, "exhibits", title, tuple(blocks))


def _cover(facts: PackFacts, number: int, exhibit: Exhibit) -> list[Block]:
    form = exhibit.form or ""
    code = f" แบบ {form}" if form and form not in exhibit.name else ""
    lines = [
        line("ผู้ร้อง {name:40}", name=facts.applicant.name),
        line("เรื่อง {what}", what=Run(facts.subject)),
    ]
    if exhibit.when:
        lines.append(line("ใช้เมื่อ {when}", when=Run(exhibit.when)))
    held: list[Line] = [words(text) for text in exhibit.held]
    held += [words(f"แนบแฟ้ม {name}") for name in exhibit.beside]
    proves: list[Line] = [words(text) for text in exhibit.proves] or [told(None)] * 2
    return [
        Heading(EXHIBIT.format(number=number), 1),
        Paragraph((words(f"{exhibit.name}{code}", bold=True),), align="centre"),
        Paragraph(tuple(lines)),
        Heading("เอกสารที่แนบ"),
        Paragraph(tuple(held)),
        Heading("แสดงข้อเท็จจริงว่า"),
        Paragraph(tuple(proves)),
        *(
            Picture(f"ภาพของ{exhibit.name}", scan=scan, height_mm=130)
            for scan in exhibit.scans
        ),
        Heading("รับรองสำเนาถูกต้อง"),
        Signatures((Signature("ผู้ร้อง", facts.applicant.name),)),
    ]
