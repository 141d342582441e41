"""Words of the work: persons, evidence, offices, and our own answers."""

from __future__ import annotations

from sathana.vocabulary.names import Name
from sathana.vocabulary.term import Term

_CONFIRM = "to be confirmed"
_OWN = "our own word"

WORK_TERMS: tuple[Term, ...] = (
    Term(
        "assessment",
        Name("assessment", "ผลวิเคราะห์"),
        Name(
            "What follows from the facts given under the law read; ours, and never a "
            "decision of the state.",
            "สิ่งที่ได้จากข้อเท็จจริงที่ให้มาตามกฎหมายที่อ่าน เป็นของเรา ไม่ใช่คำสั่งของรัฐ",
        ),
        _OWN,
    ),
    Term(
        "case_split",
        Name("case split", "การแยกพิจารณาทีละกรณี"),
        Name(
            "Trying each possible value of an unknown fact before the answer is called "
            "unknown.",
            "การลองทุกค่าที่เป็นไปได้ของข้อเท็จจริงที่ไม่รู้ ก่อนจะบอกว่ายังตอบไม่ได้",
        ),
        _OWN,
    ),
    Term(
        "claimed",
        Name("claimed", "บอกเล่า"),
        Name(
            "Told by somebody, and not yet shown by a paper or a witness.",
            "มีผู้บอกเล่า แต่ยังไม่มีเอกสารหรือพยาน",
        ),
        _OWN,
    ),
    Term(
        "contested_point",
        Name("contested point", "ประเด็นที่ยังโต้แย้ง"),
        Name(
            "A question of law that courts and offices answer differently; both "
            "answers are shown.",
            "ข้อกฎหมายที่ศาลกับฝ่ายปกครองตอบไม่ตรงกัน เราแสดงทั้งสองคำตอบ",
        ),
        _OWN,
    ),
    Term(
        "determination",
        Name("determination", "คำวินิจฉัย"),
        Name(
            "What an authority or a court has decided.",
            "สิ่งที่หน่วยงานของรัฐหรือศาลได้วินิจฉัยแล้ว",
        ),
        "usage of the offices",
    ),
    Term(
        "district_office",
        Name("district office", "ที่ว่าการอำเภอ"),
        Name(
            "The office where most petitions on status are filed.",
            "สถานที่ยื่นคำร้องเรื่องสถานะบุคคลส่วนใหญ่",
        ),
        "usage of the offices",
    ),
    Term(
        "documented",
        Name("documented", "มีเอกสาร"),
        Name(
            "Shown by a paper that can be laid before an office.",
            "มีเอกสารที่ยื่นต่อสำนักทะเบียนได้",
        ),
        _OWN,
    ),
    Term(
        "evidence",
        Name("evidence", "พยานหลักฐาน"),
        Name(
            "A paper, a statement or a test that shows a fact.",
            "เอกสาร ถ้อยคำพยาน หรือผลตรวจ ที่แสดงข้อเท็จจริง",
        ),
        "guide of the National Human Rights Commission",
    ),
    Term(
        "fact",
        Name("fact", "ข้อเท็จจริง"),
        Name(
            "Something of a person that a rule asks, known or not.",
            "เรื่องของบุคคลที่กฎหมายถาม ไม่ว่าจะรู้แล้วหรือยังไม่รู้",
        ),
        _OWN,
    ),
    Term(
        "finding",
        Name("finding", "คำวินิจฉัยข้อเท็จจริง"),
        Name(
            "What a court or an authority held of a person under one rule; it binds "
            "when it is final.",
            "สิ่งที่ศาลหรือหน่วยงานวินิจฉัยเกี่ยวกับบุคคลตามกฎข้อหนึ่ง ผูกพันเมื่อถึงที่สุด",
        ),
        _OWN,
    ),
    Term(
        "grade",
        Name("grade of a fact", "ระดับหลักฐานของข้อเท็จจริง"),
        Name(
            "How well a fact is shown: documented, witnessed, claimed or contradicted.",
            "ความหนักแน่นของข้อเท็จจริง: มีเอกสาร มีพยาน บอกเล่า หรือขัดแย้งกัน",
        ),
        _OWN,
    ),
    Term(
        "kinship",
        Name("kinship", "เครือญาติ"),
        Name("Who is whose parent, child and spouse.", "ใครเป็นพ่อแม่ ลูก และคู่สมรสของใคร"),
        "usage of the field",
    ),
    Term(
        "pathway",
        Name("pathway", "ช่องทาง"),
        Name(
            "One route that the law gives to a nationality, a permission to stay or a "
            "register entry.",
            "ทางหนึ่งที่กฎหมายเปิดให้ได้สัญชาติ สิทธิอาศัย หรือรายการในทะเบียน",
        ),
        _OWN,
    ),
    Term(
        "person",
        Name("person", "บุคคล"),
        Name("A human being, in a register or not.", "มนุษย์ ไม่ว่าจะมีชื่อในทะเบียนหรือไม่"),
        _OWN,
    ),
    Term(
        "petition",
        Name("petition", "คำร้อง"),
        Name("What a person files with an office.", "สิ่งที่บุคคลยื่นต่อสำนักทะเบียนหรือหน่วยงาน"),
        "usage of the offices",
    ),
    Term(
        "presumption",
        Name("presumption", "ข้อสันนิษฐาน"),
        Name(
            "What is taken to be so because nobody told otherwise; each one used is "
            "listed.",
            "สิ่งที่ถือว่าเป็นเช่นนั้นเพราะไม่มีผู้บอกเป็นอย่างอื่น ทุกข้อที่ใช้มีแสดงไว้",
        ),
        _OWN,
    ),
    Term(
        "proof",
        Name("proof", "เหตุผลประกอบคำตอบ"),
        Name(
            "The steps from facts and provisions to the answer.",
            "ลำดับเหตุผลจากข้อเท็จจริงและบทบัญญัติไปสู่คำตอบ",
        ),
        _OWN,
    ),
    Term(
        "readiness",
        Name("readiness", "ความพร้อมยื่น"),
        Name(
            "A pathway is open on documented facts, so that the petition can be filed.",
            "ช่องทางเปิดตามข้อเท็จจริงที่มีเอกสารแล้ว จึงยื่นคำร้องได้",
        ),
        _OWN,
    ),
    Term(
        "reading",
        Name("reading", "แนวตีความ"),
        Name(
            "One way in which a contested point is understood.",
            "วิธีเข้าใจกฎหมายทางหนึ่งในประเด็นที่ยังโต้แย้ง",
        ),
        _OWN,
    ),
    Term(
        "referral",
        Name("referral", "การส่งต่อ"),
        Name(
            "Bringing a person, who agrees, to another who can help.",
            "การพาบุคคลซึ่งยินยอมไปหาผู้ที่ช่วยได้",
        ),
        "usage of the field",
    ),
    Term(
        "refusal",
        Name("refusal", "การปฏิเสธ"),
        Name(
            "An office does not take a petition or does not grant it.",
            "การที่สำนักทะเบียนไม่รับคำร้องหรือไม่อนุมัติ",
        ),
        _OWN,
    ),
    Term(
        "unregistered",
        Name("unregistered", "ไร้รัฐ"),
        Name("In the records of no state at all.", "ไม่มีชื่อในทะเบียนของรัฐใดเลย"),
        f"usage of the field; {_CONFIRM}",
    ),
    Term(
        "verified",
        Name("verified mark", "สถานะการตรวจสอบตัวบท"),
        Name(
            "Whether we have seen the text of a rule: seen, partly, or unverified.",
            "เราเห็นตัวบทของกฎนั้นแล้ว เห็นบางส่วน หรือยังไม่ได้ตรวจสอบ",
        ),
        _OWN,
    ),
    Term(
        "window",
        Name("window", "ช่วงเวลาที่เปิดให้ยื่น"),
        Name(
            "The days in which an announcement lets people file.",
            "ช่วงวันที่ประกาศเปิดให้ยื่นคำร้อง",
        ),
        _OWN,
    ),
    Term(
        "without_nationality",
        Name("without nationality", "ไร้สัญชาติ"),
        Name(
            "In a register, and a national of no state.",
            "มีชื่อในทะเบียนแล้ว แต่ไม่มีสัญชาติของรัฐใด",
        ),
        f"usage of the field; {_CONFIRM}",
    ),
    Term(
        "witness",
        Name("witness", "พยาน"),
        Name(
            "A person who saw or knows the fact and says so on record.",
            "ผู้รู้เห็นข้อเท็จจริงและให้ถ้อยคำไว้",
        ),
        "usage of the offices",
    ),
    Term(
        "witnessed",
        Name("witnessed", "มีพยาน"),
        Name("Shown by a witness, not by a paper.", "มีพยานบุคคลยืนยัน แต่ไม่มีเอกสาร"),
        _OWN,
    ),
)
"""Terms of the field, of the offices, and our own."""
