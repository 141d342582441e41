"""The twelve patterns that people who do this work meet again and again.

Families, offices and papers are invented; what offices say is told from field work. One
family of each pattern, the fourth, has no case yet in the demo: there it begins.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.patterns.steps import (
    CARD,
    COURT,
    Confirmed,
    Contact,
    Drafted,
    Moved,
    Packed,
    Paper,
    Pattern,
    Step,
    Tested,
    Told,
)

OFFICE = "ที่ว่าการอำเภอดอยสมมติ"
BIRTH_BY_ONESELF = "แจ้งการเกิดของตนเองเมื่ออายุครบสิบห้าปี มาตรา 19/3"
BIRTH_CERTIFICATE = "รับสูติบัตร มาตรา 20"
PARENT, GUARDIAN = "พ่อหรือแม่", "ผู้ปกครองหรือผู้อนุบาล"
TO_GAPS: tuple[Step, ...] = (
    Moved("สัมภาษณ์เบื้องต้นแล้ว"),
    Moved("ทำผังเครือญาติแล้ว"),
    Moved("เลือกช่องทางแล้ว"),
    Moved("รู้แล้วว่าขาดอะไร"),
)
COLLECTED: tuple[Step, ...] = (
    Moved("รวบรวมหลักฐานแล้ว"),
    Moved("ไม่มีข้อมูลขัดกัน หรือแก้แล้ว"),
)
RECEIVED: tuple[Step, ...] = (
    Contact(OFFICE, "รับคำร้อง มีใบรับ", "รับเรื่องไว้ จะนัดสอบพยาน", papers="ใบรับคำร้องหนึ่งฉบับ"),
    Moved("ยื่นแล้ว ได้ใบรับ"),
    Moved("สำนักงานเริ่มตรวจ"),
)
APPROVED: tuple[Step, ...] = (
    Contact(OFFICE, "อนุมัติ", "อนุมัติแล้ว ให้มาลงรายการและถ่ายรูป"),
    Moved("อนุมัติ"),
    Moved("ลงทะเบียนบ้านแล้ว"),
)
TO_CARD: tuple[Step, ...] = (*APPROVED, Moved("ได้บัตรแล้ว"))
SUED = Moved("คัดค้าน อุทธรณ์ ร้องเรียน หรือฟ้อง", "ฟ้องศาลปกครอง ทนายอาสาเป็นผู้ยื่นฟ้อง")
TO_COURT: tuple[Step, ...] = (SUED, Drafted("ฟ้องศาลปกครอง"), Packed(kept=True))


def _told(said: str, *codes: str) -> Contact:
    return Contact(OFFICE, "ถามข้อมูล หรือเรื่องอื่น", said, codes)


def _birth(who: str, issuer: str) -> tuple[Step, ...]:
    """Return the papers of a birth that was never notified: all that BR-4 asks."""
    return (
        Paper(
            "หนังสือรับรองการเกิดจากโรงพยาบาลหรือผู้ทำคลอด (ท.ร.1/1)", who, issuer,
            {who: ("วันเกิด", "ประเทศที่เกิด")},
        ),
        Paper(
            "หนังสือหรือคำสั่งของนายทะเบียน", who, "สำนักทะเบียนอำเภอดอยสมมติ",
            {who: ("การแจ้งเกิด",)},
        ),
        # In the words of the office's list, as the page of readiness shows them.
        Paper("รูปถ่ายเด็กหรือผู้ร้องสองรูป", who),
    )  # fmt: skip


def _entered(who: str, parent: str) -> tuple[Step, ...]:
    """Return the papers of a birth that stands in the register, with one parent's."""
    return (
        Paper(
            "ทะเบียนคนเกิดที่เก็บไว้ที่สำนักทะเบียน", who, "สำนักทะเบียนอำเภอดอยสมมติ",
            {who: ("ประเทศที่เกิด", "การแจ้งเกิด")},
        ),
        Paper(
            "ทะเบียนประวัติ (ท.ร.38)", parent, "สำนักทะเบียนอำเภอดอยสมมติ",
            {parent: ("รายการในทะเบียนราษฎร",)},
        ),
        Paper("ผลตรวจสารพันธุกรรม (ดีเอ็นเอ)", who, "สถาบันนิติวิทยาศาสตร์"),
        Tested(who, parent, "สถาบันนิติวิทยาศาสตร์ วันตรวจรวมของอำเภอ"),
    )  # fmt: skip


PATTERNS: Mapping[str, Pattern] = {
    "F1": Pattern(
        "F1-4", "Elder", BIRTH_BY_ONESELF,
        (
            _told("เด็กรหัสจีสองคน แม่มีบัตร ให้ตรวจดีเอ็นเอก่อน", "R12 ขอเอกสารเกินคู่มือ"),
            *TO_GAPS,
            *_birth("Elder", "หมอตำแยบ้านดอยสมมติ"),
            Paper("ผลตรวจสารพันธุกรรม (ดีเอ็นเอ)", "Elder", "สถาบันนิติวิทยาศาสตร์"),
            Tested("Elder", "Mother", "วันตรวจรวมสิบสี่อำเภอ ไม่เสียเงิน"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True, tell=("สัญชาติไทย",)),
            *RECEIVED,
            Moved("สอบพยาน"),
            *TO_CARD,
        ),
        CARD, PARENT, "Mother",
    ),
    "F2": Pattern(
        "F2-4", "Elder", "ขอแก้ไขรายการทะเบียน มาตรา 14 (2)",
        (
            _told("ทะเบียนเขียนว่าเกิดต่างประเทศ", "R4 ทะเบียนว่าเกิดนอกประเทศ"),
            *TO_GAPS,
            Paper(
                "สำเนารายการที่ผิด", "Elder", "สำนักทะเบียนอำเภอดอยสมมติ",
                {"Elder": ("รายการในทะเบียนราษฎร",)},
            ),
            *COLLECTED,
            Confirmed(),
            *RECEIVED,
            Moved("สอบพยาน"),
            Contact(
                OFFICE, "ปฏิเสธเป็นหนังสือ", "พยานเป็นญาติ เอกสารขัดกัน",
                ("R3 พยานไม่น่าเชื่อถือ หรือเป็นญาติ", "R5 เอกสารขัดกัน"),
                papers="หนังสือแจ้งคำสั่งไม่แก้ไขรายการ",
            ),
            Moved("ปฏิเสธเป็นหนังสือ", "พยานเป็นญาติ เอกสารขัดกัน"),
            Drafted("คัดค้านหรืออุทธรณ์คำสั่ง"),
            Moved("คัดค้าน อุทธรณ์ ร้องเรียน หรือฟ้อง", "อุทธรณ์ต่อนายทะเบียนจังหวัด"),
            Moved("แพ้ หรือยกคำร้อง", "นายทะเบียนจังหวัดยกอุทธรณ์"),
            *TO_COURT,
        ),
        COURT,
    ),
    "F3": Pattern(
        "F3-4", "Girl", BIRTH_BY_ONESELF,
        (
            Contact(
                "โรงพยาบาลต่างอำเภอ (สมมติ)", "ให้รอ หรือให้มาใหม่", "ค้างค่าใช้จ่าย",
                ("R10 โรงพยาบาลไม่ออกเอกสารการเกิด",), letter=True,
            ),
            *TO_GAPS,
            *_birth("Girl", "โรงพยาบาลต่างอำเภอ (สมมติ)"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True),
            Contact(
                OFFICE, "รับไว้ แต่ไม่ออกใบรับ", "วางไว้ก่อน หัวหน้าไม่อยู่",
                ("R1 เจ้าหน้าที่ผู้รับผิดชอบไม่อยู่",), letter=True,
            ),
            Moved("ยื่นแล้ว แต่ไม่ได้ใบรับ"),
            Moved("ได้ใบรับแล้ว"),
            Moved("สำนักงานเริ่มตรวจ"),
            *TO_CARD,
        ),
        CARD, PARENT, "Mother",
    ),
    "F4": Pattern(
        "F4-4", "Girl", BIRTH_CERTIFICATE,
        (
            _told("ไม่รู้ว่าใครเป็นพ่อ", "R9 ไม่รู้ว่าใครเป็นพ่อ"),
            *TO_GAPS,
            *_entered("Girl", "Mother"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True),
            *RECEIVED,
            Moved("ให้ตรวจสารพันธุกรรม"),
            *TO_CARD,
        ),
        CARD, PARENT, "Mother",
    ),
    "F5": Pattern(
        "F5-4", "Father",
        "ถูกจำหน่าย เพิกถอน หรือระงับรายการ ขอโต้แย้ง ชี้แจง และอุทธรณ์ มาตรา 10",
        (
            _told(
                "จำหน่ายทั้งหมู่บ้านตั้งแต่ปี 2545 ให้รอส่วนกลาง",
                "R18 ชื่อถูกจำหน่ายหรือระงับหลังการตรวจทุจริต",
            ),
            *TO_GAPS,
            Paper(
                "หลักฐานรายการเดิม", "Father", "ครอบครัวเก็บไว้",
                {"Father": ("รายการในทะเบียนราษฎร",)},
            ),
            *COLLECTED,
            Confirmed(),
            *RECEIVED,
            Contact(
                OFFICE, "ให้รอ หรือให้มาใหม่", "ยังไม่มีคำตอบ", ("R16 เงียบเกินเวลา",),
                letter=True,
            ),
            Moved("เกินเวลาแล้วไม่ตอบ"),
            Drafted("หนังสือทวงถามให้ทำหน้าที่"),
            *TO_COURT,
        ),
        COURT,
    ),
    "F6": Pattern(
        "F6-4", "Youth",
        "แปลงสัญชาติของบุตรผู้เยาว์หรือผู้อยู่ในความดูแล มาตรา 12 วรรคสอง และ 12/1",
        (
            _told("ให้เอาหนังสือของบ้านพักมาด้วย"),
            *TO_GAPS,
            Paper(
                "หนังสือรับรองของสถานสงเคราะห์หรือ พม.", "Youth", "บ้านพักเด็กสมมติ",
                {"Youth": ("การอยู่ในความดูแลของสถานสงเคราะห์",)},
            ),
            Paper("ทะเบียนนักเรียน", "Youth", "โรงเรียนสมมติ", {"Youth": ("วันเกิด",)}),
            Told("Youth", "ความประพฤติ", "ดี", "หัวหน้าบ้านพัก"),
            Paper(
                "หนังสือรับรองความประพฤติ", "Youth", "โรงเรียนสมมติ",
                {"Youth": ("ความประพฤติ",)},
            ),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True),
            *RECEIVED,
            Moved("ส่งจังหวัดหรือส่วนกลาง"),
            *APPROVED,
            Moved("ถ่ายรูปหรือปฏิญาณตน"),
            Moved("ได้บัตรแล้ว"),
        ),
        CARD, GUARDIAN, "หัวหน้าบ้านพักเด็กสมมติ",
    ),
    "F7": Pattern(
        "F7-4", "Brother1", BIRTH_CERTIFICATE,
        (
            Contact(
                "อำเภอต้นทาง (สมมติ)", "ไม่รับคำร้อง (พูดปากเปล่า)", "ให้ผู้ใหญ่บ้านมาก่อน",
                ("R2 ให้ผู้ใหญ่บ้านหรือกำนันมาก่อน", "R15 เรียกเงิน"),
                role="เจ้าหน้าที่ทะเบียน (สมมติ)", money=("4,000", "คนกลาง (สมมติ)"),
                letter=True,
            ),
            *TO_GAPS,
            *_entered("Brother1", "Mother"),
            *COLLECTED,
            Confirmed(),
            Contact(
                "อำเภอต้นทาง (สมมติ)", "ไม่รับคำร้อง (พูดปากเปล่า)", "เกิดคนละอำเภอ",
                ("R11 อ้างว่าผิดสำนักงานหรือผิดพื้นที่",), letter=True,
            ),
            Moved("สำนักงานไม่รับคำร้อง", "ให้ผู้ใหญ่บ้านมาก่อน"),
            Drafted("หนังสือทวงถามให้ทำหน้าที่"),
            *TO_COURT,
        ),
        COURT,
    ),
    "F8": Pattern(
        "F8-4", "Child1", BIRTH_CERTIFICATE,
        (
            _told("ให้เอาพยานสองคนมา", "R13 นโยบายไม่ชัด หรือให้รอส่วนกลาง"),
            *TO_GAPS,
            *_entered("Child1", "Mother"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True),
            *RECEIVED,
            Moved("สอบพยาน"),
            Moved("สำนักงานตรวจหรือขอเอกสารอีก", "เจ้าหน้าที่ย้าย ให้เริ่มใหม่"),
            *TO_CARD,
        ),
        CARD,
    ),
    "F9": Pattern(
        "F9-4", "Boy", BIRTH_BY_ONESELF,
        (
            _told("ชื่อไม่อยู่ในคำสั่งของพ่อแม่", "R7 ไม่อยู่ในการสำรวจหรือกลุ่มเลขประจำตัว"),
            *TO_GAPS,
            *_birth("Boy", "หมอตำแยบ้านดอยสมมติ"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True),
            *RECEIVED,
            Moved("ส่งคณะกรรมการหรือตำรวจ"),
            *TO_CARD,
        ),
        CARD,
    ),
    "F10": Pattern(
        "F10-4", "Student", BIRTH_CERTIFICATE,
        (
            _told("พ่อแม่เข้ามาหลังวันสำรวจ", "R8 สถานะหรือเวลาอยู่ของพ่อแม่ยังไม่พิสูจน์"),
            *TO_GAPS,
            *_entered("Student", "Mother"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True),
            *RECEIVED,
            Contact(
                OFFICE, "ปฏิเสธเป็นหนังสือ", "พ่อแม่ไม่อยู่ในการสำรวจ",
                ("R7 ไม่อยู่ในการสำรวจหรือกลุ่มเลขประจำตัว",), papers="หนังสือแจ้งคำสั่ง",
            ),
            Moved("ปฏิเสธเป็นหนังสือ", "พ่อแม่ไม่อยู่ในการสำรวจ"),
            Drafted("คัดค้านหรืออุทธรณ์คำสั่ง"),
            Moved("คัดค้าน อุทธรณ์ ร้องเรียน หรือฟ้อง", "อุทธรณ์ภายในกำหนด"),
            Moved("ชนะ ได้ตามที่ขอ"),
            Moved("ลงทะเบียนบ้านแล้ว"),
            Moved("ได้บัตรแล้ว"),
        ),
        CARD,
    ),
    "F11": Pattern(
        "F11-4", "Adult", "คนไร้รากเหง้า มาตรา 19/2 กฎหมายทะเบียนราษฎร",
        (
            _told("ต้องมีผู้อนุบาลมายื่นแทน"),
            *TO_GAPS,
            *COLLECTED,
            # Nobody has read all of the text, so on paper the answer stays open.
            Confirmed("ตัวบทยังไม่มีใครอ่านครบ ทนายให้ยื่นเพื่อให้เวลาของกฎหมายเริ่มเดิน"),
            *RECEIVED,
            Contact(
                OFFICE, "ให้รอ หรือให้มาใหม่", "ยังไม่มีคำตอบ", ("R16 เงียบเกินเวลา",),
                letter=True,
            ),
            Moved("เกินเวลาแล้วไม่ตอบ"),
            Drafted("หนังสือทวงถามให้ทำหน้าที่"),
            *TO_COURT,
        ),
        COURT, GUARDIAN, "Sister",
    ),
    "F12": Pattern(
        "F12-4", "Girl", BIRTH_BY_ONESELF,
        (
            _told("ให้พ่อแม่มาแสดงตัวพร้อมบัตร"),
            *TO_GAPS,
            *_birth("Girl", "โรงพยาบาลสมมติ"),
            *COLLECTED,
            Confirmed(),
            Packed(kept=True, tell=("สัญชาติไทย",)),
            *RECEIVED,
            *TO_CARD,
        ),
        CARD, PARENT, "Mother", ("officer", "officer"),
    ),
}  # fmt: skip
"""By their number in the field report."""
IN_EVERY_RUN = ("F1", "F5", "F6")
"""Played by ``make test``: a birth and a court. All: the campaign."""
