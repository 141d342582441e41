"""What can be wrong with a quiz in GIFT, in words: what it is and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only a type: what is read here stays free of the web.
    from sathana.web.languages import Text

LONGEST = 1_000_000
"""Letters of a text; a quiz of a thousand questions is shorter."""
MOST_QUESTIONS = 2_000

TOO_LONG: Text = {
    "th": f"แฟ้มยาวเกิน {LONGEST:,} ตัวอักษร หรือเกิน {MOST_QUESTIONS:,} ข้อ แบ่งเป็นหลายแฟ้ม",
    "en": f"The file has more than {LONGEST:,} characters or {MOST_QUESTIONS:,} "
    "questions: split it.",
}
CONTROL: Text = {
    "th": "มีอักขระควบคุมที่มองไม่เห็น แฟ้มอาจไม่ใช่ข้อความ บันทึกใหม่เป็นข้อความ UTF-8",
    "en": "There is an invisible control character: the file may be no text. Save it "
    "again as UTF-8 text.",
}
NO_ANSWERS: Text = {
    "th": "ไม่มีวงเล็บปีกกาของคำตอบ คำอธิบายลอย ๆ นำเข้าเป็นคำถามไม่ได้ เพิ่ม {...} หรือลบออก",
    "en": "There are no answers in braces. A description is no question: add {...}, or "
    "remove it.",
}
UNCLOSED: Text = {
    "th": "วงเล็บปีกกาเปิดแล้วไม่ปิด หรือมีบรรทัดว่างคั่นกลาง เติม } หรือลบบรรทัดว่าง",
    "en": "A brace is opened and not closed, or an empty line stands inside: add }, or "
    "remove the empty line.",
}
STRAY_BRACE: Text = {
    "th": "มีวงเล็บปีกกาเกินมา ถ้าเป็นตัวอักษรธรรมดาให้เขียน \\{ หรือ \\}",
    "en": "There is a brace too many. If it is meant as a letter, write \\{ or \\}.",
}
ESSAY: Text = {
    "th": "คำถามอัตนัย {} ระบบให้คะแนนเองไม่ได้ เปลี่ยนเป็นคำถามแบบเลือกตอบ",
    "en": "An essay question {} cannot be marked here and is refused: make it a "
    "question with choices.",
}
NOTHING_ASKED: Text = {
    "th": "คำถามไม่มีข้อความ เขียนคำถามไว้หน้าวงเล็บปีกกา",
    "en": "The question has no words: write them before the brace.",
}
NO_RIGHT: Text = {
    "th": "ไม่มีคำตอบที่ถูก ใส่ = หน้าคำตอบที่ถูก หรือให้น้ำหนักรวมเป็นบวก",
    "en": "No answer is right: put = before the right one, or give a positive weight.",
}
BAD_WEIGHT: Text = {
    "th": "น้ำหนักคะแนนต้องเป็น %-100% ถึง %100%",
    "en": "A weight must be from %-100% to %100%.",
}
BAD_NUMBER: Text = {
    "th": "คำตอบตัวเลขต้องเป็น 10 หรือ 10:2 (คลาดเคลื่อนได้ 2) หรือ 8..12",
    "en": "A numerical answer must be 10, or 10:2 (2 more or less), or 8..12.",
}
BAD_PAIRS: Text = {
    "th": "การจับคู่ต้องมีอย่างน้อยสองคู่ ทุกคู่เขียน =ซ้าย -> ขวา",
    "en": "Matching needs two pairs or more, each written =left -> right.",
}
BAD_MARKUP: Text = {
    "th": "ไม่รู้จักรูปแบบใน [...] ใช้ได้: plain html markdown moodle",
    "en": "The text format in [...] is unknown: plain, html, markdown or moodle.",
}
UNTITLED: Text = {
    "th": "ชื่อคำถามเปิดด้วย :: แล้วไม่ปิด เติม :: หลังชื่อ",
    "en": "A title begins with :: and does not end: add :: after it.",
}
STRAY_SIGN: Text = {
    "th": "มีข้อความก่อนเครื่องหมาย = หรือ ~ ตัวแรกในคำตอบ ลบออกหรือใส่เครื่องหมาย",
    "en": "Words stand before the first = or ~ of the answers: remove them, or add the "
    "sign.",
}
EMPTY_ANSWER: Text = {
    "th": "มีคำตอบว่าง เขียนคำตอบหรือลบเครื่องหมายออก",
    "en": "An answer is empty: write it, or remove its sign.",
}
