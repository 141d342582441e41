"""The statement of a witness: what the witness saw, in the witness's own words."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Box,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Signatures,
    line,
    paragraph,
    words,
)
from sathana.documents.pack_values import PackFacts, Witness
from sathana.documents.papers.frame import paper

_QUESTIONS = (
    "รู้จักผู้ร้องตั้งแต่เมื่อใด และรู้จักอย่างไร",
    "เป็นญาติกับผู้ร้องหรือไม่ ถ้าเป็น เป็นอย่างไร",
    "รู้เห็นการเกิดของผู้ร้องหรือไม่ เห็นเองหรือมีผู้เล่า เกิดที่ใด เมื่อใด ใครทำคลอด",
    "รู้จักบิดามารดาของผู้ร้องหรือไม่ บิดามารดาเกิดที่ใด อยู่ที่ใด",
    "ผู้ร้องอยู่ที่ใดมาบ้าง ตั้งแต่เมื่อใดถึงเมื่อใด",
    "มีสิ่งใดที่ไม่รู้หรือไม่แน่ใจ",
)


def witness(facts: PackFacts) -> Paper:
    """Return statements to be written down from the mouths of the witnesses.

    One for each witness who is known by name and has no statement yet, else one
    without a name. No answer is ever put into a mouth.
    """
    known = [one for one in facts.witnesses if one.name and not one.statement]
    blocks: list[Block] = []
    for one in known or [Witness(name=None)]:
        blocks += [PageBreak()] if blocks else []
        blocks += _statement(facts, one)
    title = ("บันทึกถ้อยคำพยาน", "Witness statement")
    return paper(facts, "witness", title, tuple(blocks), editable=True)


def _statement(facts: PackFacts, one: Witness) -> tuple[Block, ...]:
    answers = (line("{:0}"),) * 2
    return (
        Heading("บันทึกถ้อยคำพยาน", 1),
        Paragraph(
            (
                line("เขียนที่ {:34}"),
                line("วันที่ {:5} เดือน {:14} พ.ศ. {:8}"),
            ),
            align="right",
        ),
        paragraph(
            "ข้าพเจ้า {name:40} เลขประจำตัวประชาชน {:26} เกิดเมื่อ {:22} "
            "อาชีพ {:18} สัญชาติ {:12} อยู่บ้านเลขที่ {:8} หมู่ที่ {:5} ตำบล {:16} "
            "อำเภอ {:16} จังหวัด {:16}",
            name=one.name,
        ),
        paragraph(
            "ขอให้ถ้อยคำเป็นพยานของ {who:40} เรื่อง {what} ตามที่ข้าพเจ้ารู้เห็นเอง ดังนี้",
            who=facts.applicant.name,
            what=Run(facts.subject),
        ),
        *(
            Paragraph((words(f"{number}. {question}", bold=True), *answers))
            for number, question in enumerate(_QUESTIONS, start=1)
        ),
        Box("เรื่องอื่นที่พยานรู้เห็น (เขียนต่อด้านหลังได้)", 8),
        Numbered(
            (
                words("ข้าพเจ้าให้ถ้อยคำโดยสมัครใจ ไม่มีผู้ใดให้หรือเรียกเงินหรือประโยชน์เพราะการนี้"),
                words("ได้อ่าน หรือมีผู้อ่านให้ฟังเป็นภาษาที่ข้าพเจ้าเข้าใจแล้ว ข้อความถูกต้อง"),
                words("ข้าพเจ้าทราบว่าการให้ถ้อยคำเท็จต่อเจ้าหน้าที่มีโทษ จึงบอกเฉพาะที่รู้จริง"),
            )
        ),
        Signatures(
            (
                Signature("พยาน", one.name),
                Signature("ผู้บันทึก"),
                Signature("ล่าม (ถ้ามี)"),
            )
        ),
    )
