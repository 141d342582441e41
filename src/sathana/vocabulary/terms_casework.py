"""Words of casework: what is done between a first contact and a card."""

from __future__ import annotations

from sathana.vocabulary.names import Name
from sathana.vocabulary.term import Term

_OWN = "our own word"

CASEWORK_TERMS: tuple[Term, ...] = (
    Term(
        "binder",
        Name("binder of the family", "แฟ้มครอบครัว"),
        Name(
            "All papers of a family in one file, with an index: what the family "
            "keeps and brings.",
            "เอกสารทั้งหมดของครอบครัวรวมเล่มเดียวพร้อมสารบัญ ให้ครอบครัวเก็บและถือไปได้",
        ),
        _OWN,
    ),
    Term(
        "case",
        Name("case", "กรณี"),
        Name(
            "The work on one or more persons of a family, from first contact until "
            "it ends.",
            "งานของคนหนึ่งหรือหลายคนในครอบครัว ตั้งแต่พบครั้งแรกจนจบ",
        ),
        _OWN,
    ),
    Term(
        "class_sheet",
        Name("class sheet", "ใบคัดกรองชั้นเรียน"),
        Name(
            "A class looked over for status without any name: names stay at the "
            "school.",
            "การคัดกรองสถานะทั้งชั้นโดยไม่มีชื่อ ชื่ออยู่ที่โรงเรียนเท่านั้น",
        ),
        _OWN,
    ),
    Term(
        "clock",
        Name("clock", "กำหนดเวลา"),
        Name(
            "A time limit that runs since something was filed, received or refused, "
            "with its source.",
            "เวลาที่เริ่มนับเมื่อยื่น รับ หรือปฏิเสธ พร้อมที่มา",
        ),
        _OWN,
    ),
    Term(
        "encounter",
        Name("contact with an office", "การติดต่อสำนักงาน"),
        Name(
            "One visit, call or letter: who said and asked what, and which paper "
            "came back.",
            "การไป โทร หรือเขียนถึงสำนักงานครั้งหนึ่ง ใครพูดและขออะไร ได้เอกสารใดกลับมา",
        ),
        _OWN,
    ),
    Term(
        "evidence_plan",
        Name("evidence plan", "แผนหลักฐาน"),
        Name(
            "For each gap the papers and witnesses that close it, from whom, and "
            "what became of the request.",
            "สิ่งที่ขาดแต่ละข้อใช้เอกสารหรือพยานใด ขอจากใคร และขอแล้วได้ผลอย่างไร",
        ),
        _OWN,
    ),
    Term(
        "filer",
        Name("who files", "ผู้ยื่น"),
        Name(
            "The person, a parent, a guardian or a representative who lays the "
            "petition before the office.",
            "เจ้าของเรื่อง พ่อแม่ ผู้ปกครอง หรือผู้แทน ซึ่งยื่นคำร้องต่อสำนักงาน",
        ),
        _OWN,
    ),
    Term(
        "hand_over",
        Name("hand-over", "การส่งมอบงาน"),
        Name(
            "A case passes to a colleague of the same organisation, who accepts or "
            "declines.",
            "กรณีเปลี่ยนมือไปยังเพื่อนร่วมงานในองค์กรเดียวกัน ซึ่งรับหรือไม่รับก็ได้",
        ),
        _OWN,
    ),
    Term(
        "remedy",
        Name("remedy", "ทางแก้"),
        Name(
            "What can be done against a refusal or a silence, step by step up to the "
            "court.",
            "สิ่งที่ทำได้เมื่อถูกปฏิเสธหรือไม่ได้คำตอบ ทีละขั้นจนถึงศาล",
        ),
        _OWN,
    ),
    Term(
        "worklist",
        Name("list of work", "รายการงาน"),
        Name(
            "What is due and what helps most, this week, with why each line stands "
            "where it stands.",
            "งานที่ครบกำหนดและที่ช่วยได้มากในสัปดาห์นี้ พร้อมเหตุผลของลำดับ",
        ),
        _OWN,
    ),
)
"""Terms of casework, all of them our own: offices use several for each."""
