"""What happened so far to some families of the village: invented, at every stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TO_READY = (
    *("screen", "map_family", "choose_path", "list_gaps", "collect", "settle"),
    "confirm_ready:หลักฐานที่ยังขาด อำเภอรับคำให้การพยานแทนได้ หัวหน้าทีมตรวจแล้ว",
)
AT_OFFICE = (*TO_READY, "lodge", "start_check")


@dataclass(frozen=True, slots=True)
class Walk:
    """One person's pathway.

    Attributes:
        who: Id of the person in the case file.
        moves: Moves in their order; a reason stands behind ``:``.
        filer: Who files, as ``tracks.add_track`` takes it; ``filer`` an id.
    """

    who: str
    pathway: str
    moves: tuple[str, ...] = ()
    filer: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact with an office, about the first pathway of the story.

    Attributes:
        ago: How many days ago it was.
        more: Other values of a contact.
    """

    ago: int
    outcome: str
    office: str = "ที่ว่าการอำเภอดอยสมมติ"
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spent:
    """A cost of the case.

    Attributes:
        kind, paid_by: Codes of ``casework.cost_words``.
        ago: How many days ago it was.
        approved: Whether a second person has approved it; else it waits.
    """

    kind: str
    amount: str
    what: str
    ago: int
    paid_by: str
    approved: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """A case: who walks how far, what was said where, what is next.

    Attributes:
        days: Until what is next is due; negative: overdue.
        owner: Whose it is; ``""``: of whoever recorded the family.
    """

    title: str
    walks: tuple[Walk, ...]
    what: str = ""
    days: int | None = None
    contacts: tuple[Contact, ...] = ()
    owner: str = ""
    costs: tuple[Spent, ...] = ()


_PARENT = {"filed_by": "parent", "filer": "Mother"}
_SELF = {"filed_by": "self"}
_SISTER = {"filed_by": "guardian", "filer": "Sister"}

STORIES: Mapping[str, Story] = {
    "F1-1": Story(
        "แจ้งเกิดเกินกำหนดให้สองพี่น้อง",
        (
            Walk("Elder", "BR-3", ("screen", "map_family"), _PARENT),
            Walk("Younger", "BR-3"),
        ),
        "ไปคัดประวัติการฝากครรภ์ของแม่ที่อนามัย", 5,
    ),
    "F1-2": Story(
        "พี่ได้บัตรแล้ว น้องเริ่มเรื่อง",
        (
            Walk(
                "Elder", "BR-3",
                (*AT_OFFICE, "hear", "approve", "register", "get_card"), _PARENT,
            ),
            Walk("Younger", "BR-3", ("screen",), _PARENT),
        ),
        "ใช้คำให้การพยานชุดเดิมของพี่กับเรื่องของน้อง", 14,
        (Contact(160, "received"), Contact(40, "approved")),
        costs=(
            Spent("travel", "640", "ค่ารถพาพยานสองคนไปอำเภอ", 160, "organisation"),
            Spent("copies", "85.50", "ถ่ายสำเนาและรูปถ่ายสองรูป", 3, "worker", False),
        ),
    ),
    "F1-3": Story(
        "พร้อมยื่นที่อำเภอ", (Walk("Elder", "BR-3", TO_READY, _PARENT),),
        "นัดพยานสองคนแล้วไปยื่นพร้อมกัน", 7,
    ),
    "F2-1": Story(
        "แก้สถานที่เกิดของผู้เฒ่า",
        (
            Walk(
                "Elder", "CO-1",
                (*TO_READY, "not_received:เจ้าหน้าที่พูดปากเปล่าว่าหัวหน้าไม่อยู่"), _SELF,
            ),
        ),
        "ยื่นหนังสือขอใบรับ ขอตราประทับบนสำเนา", -6,
        (
            Contact(
                13, "not_received",
                more={
                    "codes": ["R1", "R4"], "role": "ปลัดฝ่ายทะเบียน (สมมติ)",
                    "said": "ทะเบียนเขียนว่าเกิดต่างประเทศ หัวหน้าไม่อยู่ รับไม่ได้",
                },
            ),
        ),
    ),
    "F2-2": Story(
        "อุทธรณ์คำสั่งไม่แก้สถานที่เกิด",
        (
            Walk(
                "Elder", "CO-1",
                (*AT_OFFICE, "refuse:หนังสือแจ้งว่าพยานไม่น่าเชื่อถือ"), _SELF,
            ),
        ),
        "ร่างอุทธรณ์ให้หัวหน้าทีมตรวจ", 3,
        (
            Contact(95, "received"),
            Contact(
                9, "refused",
                more={
                    "codes": ["R3", "R5"], "papers": "หนังสือปฏิเสธหนึ่งฉบับ (สมมติ)",
                    "said": "พยานเป็นญาติ เอกสารขัดกัน",
                },
            ),
        ),
        "lawyer",
    ),
    "F2-3": Story(
        "ผู้เฒ่าเสียชีวิตระหว่างรออำเภอตรวจ",
        (
            Walk("Elder", "CO-1", (*AT_OFFICE, "die:เสียชีวิตที่บ้าน (สมมติ)"), _SELF),
            Walk("Son", "COPY", ("screen",), _SELF),
        ),
        "ถามครอบครัวว่าจะให้เรื่องของลูกเดินต่ออย่างไร", 10,
        (Contact(120, "received"),),
    ),
    "F3-1": Story(
        "ขอเอกสารการเกิดจากโรงพยาบาล",
        (Walk("Girl", "BR-3", TO_READY[:4], _PARENT),),
        "โทรถามโรงพยาบาลเรื่องหนังสือรับรองการเกิด", -2,
        (
            Contact(
                16, "wait", "โรงพยาบาลต่างอำเภอ (สมมติ)",
                more={"codes": ["R10"], "said": "ค้างค่าใช้จ่าย ให้มาใหม่"},
            ),
        ),
    ),
    "F4-1": Story(
        "ตรวจสารพันธุกรรมกับญาติฝ่ายพ่อ",
        (Walk("Girl", "NB-2008-PF", (*AT_OFFICE, "ask_dna"), _PARENT),),
        "นัดอาของเด็กไปตรวจตามหนังสือส่งตัว", 20,
        (Contact(100, "received"),),
        costs=(
            Spent("travel", "1,250", "ค่ารถอาของเด็กไปโรงพยาบาล", 4, "worker", False),
        ),
    ),
    "F5-2": Story(
        "ลงทะเบียนแล้ว ถูกระงับระหว่างตรวจ",
        (
            Walk(
                "First", "BR-3",
                (*AT_OFFICE, "approve", "register", "suspend:อำเภอตรวจทั้งหมู่บ้าน"),
                _PARENT,
            ),
        ),
        "ขอเหตุผลที่ระงับเป็นหนังสือ", 2,
        (
            Contact(210, "received"),
            Contact(150, "approved"),
            Contact(
                20, "told", more={"codes": ["R18"], "said": "ระงับไว้ก่อนทั้งหมู่บ้าน"}
            ),
        ),
    ),
    "F6-1": Story(
        "คนไร้รากเหง้า รออำเภอเกินเวลา",
        (
            Walk(
                "Youth", "NR-19-2", (*AT_OFFICE, "fall_silent"),
                {"filed_by": "guardian", "filer_name": "หัวหน้าบ้านพักเด็ก (สมมติ)"},
            ),
        ),
        "ยื่นหนังสือทวงถาม", -15,
        (Contact(230, "received"), Contact(30, "wait", more={"codes": ["R16"]})),
    ),
    "F7-1": Story(
        "สามพี่น้อง อำเภอต้นทางไม่รับ",
        (
            Walk(
                "Brother1", "S23", (*TO_READY, "not_received:ให้ผู้ใหญ่บ้านมาก่อน"), _SELF
            ),
            Walk("Brother2", "S23", ("screen",), _SELF),
            Walk("Brother3", "S23", ("screen",), _SELF),
        ),
        "หัวหน้าทีมดูเรื่องเงินที่ถูกเรียกก่อนไปอีกครั้ง", 1,
        (
            Contact(
                8, "not_received", "อำเภอต้นทาง (สมมติ)",
                more={
                    "codes": ["R2", "R15"], "said": "ให้ผู้ใหญ่บ้านมาก่อน",
                    "officer_name": "นายสมมติ ไม่มีตัวตน", "money_amount": "4,000",
                    "money_by": "คนที่ผู้ใหญ่บ้านให้มา", "money_words": "ค่าน้ำชา",
                },
            ),
        ),
        "supervisor",
    ),
    "F8-1": Story(
        "พี่น้องห้าคน ใช้พยานชุดเดียวกัน",
        (
            Walk("Child1", "S23", (*AT_OFFICE, "hear"), _SELF),
            Walk("Child2", "S23", TO_READY[:5], _SELF),
            Walk("Child3", "S23", TO_READY[:2]),
        ),
        "พาพยานสองคนไปให้ถ้อยคำ", 10,
        (Contact(60, "received"),),
    ),
    "F9-1": Story(
        "เพิ่มชื่อลูกที่ตกหล่น",
        (Walk("Boy", "HR-5-97", TO_READY[:3], _SELF),),
        "ขอสำเนาทะเบียนบ้านของพ่อแม่",
    ),
    "F10-1": Story(
        "นักศึกษาใกล้จบ ยื่นแล้วได้ใบรับ",
        (Walk("Student", "7BIS-2", (*TO_READY, "lodge"), _SELF),),
        "ถามความคืบหน้า ขอชื่อเรื่องและเลขรับ", 30,
        (Contact(5, "received", more={"papers": "ใบรับคำร้อง (สมมติ)"}),),
    ),
    "F11-1": Story(
        "ผู้ใหญ่พิการ หาผู้แทนยื่น",
        (Walk("Adult", "NR-19-2", ("screen",), _SISTER),),
        "ถามศูนย์บริการคนพิการเรื่องผู้อนุบาล", -1,
    ),
    "F12-1": Story(
        "เด็กหญิงที่กลับมา",
        (Walk("Girl", "BR-3", TO_READY[:5], _PARENT),),
        "ตรวจคำให้การพยานกับทนาย", 2,
    ),
}  # fmt: skip
"""By family: pattern and number, as its title ends."""
