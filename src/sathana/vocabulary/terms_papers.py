"""Words of the papers of a case."""

from __future__ import annotations

from sathana.vocabulary.names import Name
from sathana.vocabulary.term import Term

_OWN = "our own word"
_OFFICES = "usage of the offices"

PAPER_TERMS: tuple[Term, ...] = (
    Term(
        "draft_paper",
        Name("draft", "ฉบับร่าง"),
        Name(
            "A paper nobody has signed off yet; every page of it says so.",
            "เอกสารที่ยังไม่มีผู้ตรวจรับรอง ทุกแผ่นบอกไว้เช่นนั้น",
        ),
        _OWN,
    ),
    Term(
        "exhibit",
        Name("exhibit", "เอกสารหมายเลข"),
        Name(
            "A paper of evidence under its number, behind a cover that says what it shows.",
            "พยานเอกสารตามหมายเลข อยู่หลังใบปะหน้าที่บอกว่าแสดงข้อเท็จจริงใด",
        ),
        _OFFICES,
    ),
    Term(
        "facts_hash",
        Name("hash of the facts", "ลายพิมพ์ข้อเท็จจริง"),
        Name(
            "A short sign under every page, which changes when a fact changes.",
            "รหัสสั้นท้ายทุกแผ่น ซึ่งเปลี่ยนเมื่อข้อเท็จจริงเปลี่ยน",
        ),
        _OWN,
    ),
    Term(
        "hand_over_summary",
        Name("hand-over summary", "บันทึกส่งต่อเรื่อง"),
        Name(
            "One page for whoever takes a case over: asked, done, missing, not verified.",
            "กระดาษหนึ่งแผ่นสำหรับผู้รับเรื่องต่อ: ขออะไร ทำอะไรแล้ว ขาดอะไร อะไรยังไม่ยืนยัน",
        ),
        _OWN,
    ),
    Term(
        "kept_back",
        Name("kept back", "ไม่พิมพ์ลงเอกสาร"),
        Name(
            "A fact that can harm the family in an office's hands, printed only when asked.",
            "ข้อเท็จจริงที่อาจเป็นโทษแก่ครอบครัวเมื่ออยู่ในมือสำนักงาน พิมพ์เมื่อสั่งเท่านั้น",
        ),
        _OWN,
    ),
    Term(
        "pack",
        Name("pack of papers", "ชุดเอกสาร"),
        Name(
            "All papers of one person and one pathway, in the order in which an office "
            "takes them.",
            "เอกสารทั้งหมดของบุคคลหนึ่งและช่องทางหนึ่ง เรียงตามลำดับที่สำนักงานรับ",
        ),
        _OWN,
    ),
    Term(
        "sheet_of_reasons",
        Name("sheet of reasons", "บันทึกเหตุที่ไม่รับคำร้อง"),
        Name(
            "The sheet on which an office writes why it does not take a petition.",
            "กระดาษที่สำนักงานเขียนเหตุที่ไม่รับคำร้อง",
        ),
        _OWN,
    ),
    Term(
        "signed_off",
        Name("signed off", "ตรวจรับรองแล้ว"),
        Name(
            "A named person has checked the pack and stands behind it.",
            "มีผู้ตรวจที่ระบุชื่อรับรองชุดเอกสารแล้ว",
        ),
        _OWN,
    ),
)
"""Terms of papers."""
