"""Words of what follows an approval: states, steps, copies, and advice of workers."""

from __future__ import annotations

from collections.abc import Mapping

type Text = dict[str, str]

STATES: Mapping[str, Mapping[str, Text]] = {
    "step": {
        "open": {"th": "ยังไม่มีอะไรบันทึก", "en": "Nothing recorded yet"},
        "planned": {"th": "นัดหรือวางวันไว้", "en": "Planned"},
        "done": {"th": "ทำแล้ว", "en": "Done"},
        "not_needed": {"th": "ไม่ต้องทำ", "en": "Not needed"},
    },
    "right": {
        "open": {"th": "ยังไม่ได้ตรวจ", "en": "Not checked yet"},
        "planned": {"th": "จะไปตรวจ", "en": "To be checked"},
        "done": {"th": "ตรวจแล้ว ใช้ได้", "en": "Checked: it works"},
        "refused": {"th": "ถูกปฏิเสธ", "en": "Refused"},
        "not_needed": {"th": "ไม่เกี่ยวกับคนนี้", "en": "Does not concern them"},
    },
    "copy": {
        "open": {"th": "ยังไม่มี", "en": "Missing"},
        "done": {"th": "เก็บไว้แล้ว", "en": "Kept"},
        "not_needed": {"th": "ไม่มีเอกสารนี้", "en": "There is no such paper"},
    },
}
"""What can be recorded of a step, a right and a copy; ``open`` is nothing yet."""

STEPS: Mapping[str, Text] = {
    "oath": {"th": "ปฏิญาณตน", "en": "The oath"},
    "certificate": {"th": "รับใบสำคัญถิ่นที่อยู่", "en": "The residence certificate"},
    "entry": {
        "th": "ลงรายการในทะเบียน (คนไทยคือ ท.ร.14) และได้เลขใหม่",
        "en": "Entry in the register (of a Thai: TR.14), new number",
    },
    "photo": {"th": "ถ่ายรูปทำบัตร หรือพิธี", "en": "Photo for the card, or a ceremony"},
    "card": {"th": "บัตรประจำตัวในมือ", "en": "The identity card in hand"},
}
COPIES: Mapping[str, Text] = {
    "decision": {
        "th": "คำสั่ง หนังสือแจ้งอนุมัติ หรือประกาศราชกิจจานุเบกษา",
        "en": "The order, the letter of approval, or the Gazette",
    },
    "entry": {"th": "สำเนา ท.ร.14 ที่รับรองแล้ว", "en": "Certified copy of TR.14"},
    "card": {"th": "สำเนาบัตรใหม่ สองด้าน", "en": "The new card, both sides"},
    "before": {
        "th": "ทะเบียนหรือบัตรเดิม ที่มีเลขเดิม",
        "en": "The old register or card, with the old number",
    },
}
"""Papers of which a family needs copies of its own; see :data:`WHY_COPIES`."""
WHY_COPIES: Text = {
    "th": "เคยมีการจำหน่ายชื่อทีละมาก (แม่อาย 1,243 คน พ.ศ. 2545) "
    "สำเนาที่รับรองแล้วสองที่ช่วยให้พิสูจน์ได้ "
    "การขอสำเนารายการของตนเองมีมาตรา 6 แห่งพระราชบัญญัติการทะเบียนราษฎร",
    "en": "Names have been struck off in great number (1,243 people in Mae Ai, 2002). "
    "Certified copies at two places keep the proof. Section 6 of the Civil "
    "Registration Act lets one ask for a copy of one’s own entry.",
}

MILITARY = "MILITARY"
NO_SOURCE: Mapping[str, Text] = {
    MILITARY: {
        "th": "การรับราชการทหารของชาย: ยังไม่ได้อ่านตัวบทใด ถามสัสดีอำเภอว่าต้องแจ้งหรือ"
        "ขึ้นทะเบียนเมื่อใด ก่อนลงชื่อ และจดคำตอบไว้ อย่ารอจนถูกเรียก",
        "en": "Military service of men: no text was read. Ask the military registrar "
        "of the district whether and when to report, before signing anything; write "
        "the answer down, and do not wait to be called.",
    },
}
"""Matters of which nobody read a text: shown as unverified, to be asked."""
NUMBERS: Mapping[str, Text] = {
    "SCHOOL-15-YEARS": {
        "th": "ขอให้โรงเรียนเปลี่ยนรหัส G หรือเลขเดิมในทะเบียนนักเรียนเป็นเลขใหม่ "
        "เก็บสำเนาระเบียนเดิมไว้",
        "en": "Ask the school to put the new number in place of the G code or the old "
        "one, and keep a copy of the old record.",
    },
    "HEALTH-FUND": {
        "th": "แจ้งเลขใหม่ที่โรงพยาบาลก่อนเลิกใช้สิทธิเดิม จะได้ไม่ขาดช่วง",
        "en": "Tell the hospital the new number before the old cover ends, so that "
        "there is no gap.",
    },
}
"""Advice of workers where the number changes; no text of the law."""
