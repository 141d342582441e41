"""Papers for the counter: receipt, reasons for taking nothing, power of attorney."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Box,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Run,
    Signature,
    Signatures,
    line,
    paragraph,
    words,
)
from sathana.documents.pack_values import PackFacts
from sathana.documents.papers.frame import (
    at_hand,
    closing,
    law_line,
    letter_head,
    paper,
    who,
)

_OFFICER = Signature("เจ้าหน้าที่ผู้รับเรื่อง")
_DATED = "วันที่ {:5} เดือน {:12} พ.ศ. {:6} เวลา {:6} น."


def receipt(facts: PackFacts) -> Paper:
    """Return the request for a dated receipt, with the receipt itself below."""
    blocks: tuple[Block, ...] = (
        Heading("คำขอใบรับคำร้อง", 1),
        *letter_head(facts, "ขอใบรับคำร้องที่ลงวันเดือนปี", facts.addressee),
        who(facts),
        paragraph(
            "ได้นำคำร้องเรื่อง {what} พร้อมเอกสาร {many} รายการมายื่นในวันนี้ "
            "จึงขอให้ออกใบรับไว้เป็นหลักฐาน ถ้าสำนักงานมีแบบใบรับของตนให้ใช้แบบนั้นได้",
            what=Run(facts.subject),
            many=at_hand(facts) or None,
        ),
        *_before(facts),
        *closing(facts),
        Heading("ใบรับ (สำหรับเจ้าหน้าที่)"),
        Paragraph(
            (
                line("ได้รับคำร้องของ {name:36} ไว้แล้ว", name=facts.applicant.name),
                line("เลขรับที่ {:10} " + _DATED),
                line("เอกสารที่ยังขาด {:0}"),
                line("นัดครั้งต่อไป {:0}"),
            )
        ),
        Signatures((_OFFICER,)),
    )
    return paper(facts, "receipt", ("คำขอใบรับคำร้อง", "Request for receipt"), blocks)


def _before(facts: PackFacts) -> tuple[Paragraph, ...]:
    """Return that the petition was brought before and left no receipt, if it was."""
    found = [
        one for one in facts.contacts if one.code in ("no_receipt", "not_received")
    ]
    if not found:
        return ()
    last = found[-1]
    return (
        paragraph(
            "ก่อนหน้านี้ได้มาติดต่อ {office:36} เมื่อ {when:22} ผลคือ {outcome:30} "
            "และยังไม่ได้รับเอกสารกลับมา",
            office=last.office,
            when=last.when,
            outcome=last.outcome,
        ),
    )


def not_received(facts: PackFacts) -> Paper:
    """Return the sheet on which an office writes why it does not take the petition."""
    blocks: tuple[Block, ...] = (
        Heading("บันทึกเหตุที่ไม่รับคำร้อง", 1),
        paragraph(
            "วันนี้ {name:36} ได้มายื่นคำร้องเรื่อง {what} ณ {:36} "
            "ถ้าสำนักงานยังไม่รับคำร้องไว้ ขอความกรุณาเขียนเหตุผลและข้อกฎหมายไว้ในกระดาษนี้ "
            "เพื่อให้ผู้ร้องทราบว่าต้องทำอะไรต่อไป",
            name=facts.applicant.name,
            what=Run(facts.subject),
        ),
        Paragraph((line(_DATED),)),
        Box("เหตุที่ยังไม่รับคำร้อง", 5),
        Box("ข้อกฎหมาย ระเบียบ หรือหนังสือสั่งการที่ใช้", 2),
        Box("เอกสารหรือพยานที่ขอให้นำมาเพิ่ม ทั้งหมดในคราวเดียว", 3),
        Signatures((_OFFICER, Signature("ตำแหน่ง"))),
        *_duties(facts),
        Paragraph(
            (
                words("ถ้าเจ้าหน้าที่ไม่ประสงค์จะเขียน ให้ผู้ร้องและพยานบันทึกไว้ด้วยกันทันที", bold=True),
                line("เจ้าหน้าที่พูดว่า {:0}"),
                line("{:0}"),
            )
        ),
        Signatures((Signature("ผู้ร้อง", facts.applicant.name), Signature("พยาน"))),
    )
    title = ("บันทึกเหตุที่ไม่รับคำร้อง", "Please write here why you will not receive this")
    return paper(facts, "not-received", title, blocks, one_page=True)


def _duties(facts: PackFacts) -> tuple[Paragraph, ...]:
    """Return what the law asks of an office that answers, for the officer to read."""
    if not facts.duties:
        return ()
    lines = tuple(law_line(law) for law in facts.duties)
    return (Paragraph((words("ข้อกฎหมายเรื่องการตอบ:"), *lines)),)


def power(facts: PackFacts) -> Paper:
    """Return a power of attorney for one petition, and for nothing else."""
    blocks: tuple[Block, ...] = (
        Heading("หนังสือมอบอำนาจ", 1),
        *letter_head(facts, "มอบอำนาจให้ดำเนินการแทน", facts.addressee),
        who(facts),
        paragraph(
            "ขอมอบอำนาจให้ {:40} เลขประจำตัวประชาชน {:26} อยู่บ้านเลขที่ {:8} "
            "ตำบล {:16} อำเภอ {:16} จังหวัด {:16} ทำการแทนข้าพเจ้าเฉพาะเรื่อง {what} ดังนี้",
            what=Run(facts.subject),
        ),
        Numbered(
            (
                words("ยื่นคำร้องและเอกสาร รับใบรับ และรับทราบนัด"),
                words("ขอคัดสำเนาทะเบียนและเอกสารที่เกี่ยวกับข้าพเจ้าในเรื่องนี้"),
                words("รับหนังสือ คำสั่ง และคำแจ้งสิทธิอุทธรณ์แทนข้าพเจ้า"),
            )
        ),
        paragraph(
            "ผู้รับมอบอำนาจจะให้ถ้อยคำแทนข้าพเจ้าเรื่องการเกิดหรือบิดามารดาไม่ได้ "
            "และจะถอนคำร้องไม่ได้ ข้าพเจ้ายกเลิกหนังสือนี้เมื่อใดก็ได้ หนังสือนี้ใช้ได้ถึงวันที่ {:24}",
        ),
        Signatures(
            (
                Signature("ผู้มอบอำนาจ", facts.applicant.name),
                Signature("ผู้รับมอบอำนาจ"),
                Signature("พยาน"),
                Signature("พยาน"),
            )
        ),
    )
    return paper(
        facts, "power-of-attorney", ("หนังสือมอบอำนาจ", "Power of attorney"), blocks
    )
