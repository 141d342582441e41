"""What can come of a contact with an office, and the codes of refusal and delay.

The codes are a list of what families were told, collected from the field; they are no
statement of law, and none of them says that an office was right or wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

type Text = dict[str, str]


def _text(th: str, en: str) -> Text:
    return {"th": th, "en": en}


REFUSALS: Mapping[str, Text] = {
    "R1": _text("เจ้าหน้าที่ผู้รับผิดชอบไม่อยู่", "The officer in charge is away"),
    "R2": _text(
        "ให้ผู้ใหญ่บ้านหรือกำนันมาก่อน", "Village or sub-district head must come first"
    ),
    "R3": _text(
        "พยานไม่น่าเชื่อถือ หรือเป็นญาติ", "The witness is not credible, or is a relative"
    ),
    "R4": _text("ทะเบียนว่าเกิดนอกประเทศ", "The register gives a birthplace abroad"),
    "R5": _text("เอกสารขัดกัน", "Records contradict each other"),
    "R6": _text("ไม่ได้เกิดในประเทศไทย", "Not born in Thailand"),
    "R7": _text("ไม่อยู่ในการสำรวจหรือกลุ่มเลขประจำตัว", "Not in the survey or ID group"),
    "R8": _text(
        "สถานะหรือเวลาอยู่ของพ่อแม่ยังไม่พิสูจน์",
        "Parent’s status or years of residence not proven",
    ),
    "R9": _text("ไม่รู้ว่าใครเป็นพ่อ", "The father is not known"),
    "R10": _text(
        "โรงพยาบาลไม่ออกเอกสารการเกิด", "The hospital withholds the birth paper"
    ),
    "R11": _text("อ้างว่าผิดสำนักงานหรือผิดพื้นที่", "Said to be the wrong office or area"),
    "R12": _text("ขอเอกสารเกินคู่มือ", "More papers than the guide asks for"),
    "R13": _text(
        "นโยบายไม่ชัด หรือให้รอส่วนกลาง", "“Policy is not clear”, “wait for the centre”"
    ),
    "R14": _text("ตรวจประวัติหรือความมั่นคง", "Criminal or security check"),
    "R15": _text("เรียกเงิน", "Money was asked for"),
    "R16": _text("เงียบเกินเวลา", "Silence over the time limit"),
    "R17": _text("เจ้าหน้าที่ย้าย ให้เริ่มใหม่", "The officer was transferred: start again"),
    "R18": _text(
        "ชื่อถูกจำหน่ายหรือระงับหลังการตรวจทุจริต",
        "Name removed or suspended after a fraud inquiry",
    ),
    "R19": _text("เต็มจำนวนของวัน หรือคิวยาว", "Daily quota, or the queue"),
    "R20": _text(
        "ผู้ยื่นถูกทำให้กลัวแล้วกลับไป",
        "The applicant left, being afraid or treated with hostility",
    ),
}
"""Codes of refusal and delay."""

OUTCOMES: Mapping[str, Text] = {
    "not_received": _text("ไม่รับคำร้อง (พูดปากเปล่า)", "Not received: said, not written"),
    "no_receipt": _text("รับไว้ แต่ไม่ออกใบรับ", "Taken, but without a receipt"),
    "received": _text("รับคำร้อง มีใบรับ", "Received, with a receipt"),
    "refused": _text("ปฏิเสธเป็นหนังสือ", "Refused in writing"),
    "approved": _text("อนุมัติ", "Approved"),
    "letter_in": _text(
        "ยื่นหนังสือของเราแล้ว มีตราลงรับ", "Our letter was taken, with a stamp"
    ),
    "wait": _text("ให้รอ หรือให้มาใหม่", "Told to wait or to come again"),
    "told": _text("ถามข้อมูล หรือเรื่องอื่น", "Information, or something else"),
}
"""What came of a contact."""

CHANNELS: Mapping[str, Text] = {
    "visit": _text("ไปที่สำนักงาน", "At the office"),
    "phone": _text("โทรศัพท์", "By telephone"),
    "letter": _text("หนังสือ", "By letter"),
    "online": _text("ทางออนไลน์", "Online"),
}

LETTER = frozenset(("not_received", "no_receipt", "wait"))
"""Outcomes without paper: the page offers a letter at once."""
ATTEMPTS: Mapping[str, str] = {
    "not_received": "not_received",
    "no_receipt": "received",
    "received": "received",
    "refused": "refused",
    "approved": "granted",
}
"""What an outcome says of a petition, as case files do (``attempts``)."""
