"""Where a line of Thai may end: Thai is written without spaces between words.

There is no dictionary here. Words that are frequent in these pictures are known,
so that they stay whole; elsewhere a line ends between letters that never belong
to one cluster. A caller who knows better puts a zero-width space.
"""

from __future__ import annotations

import unicodedata

LEADING_VOWELS = frozenset("เแโใไ")
_NEVER_FIRST = frozenset("ะาำๅๆฯ")
_FREQUENT = """
สัญชาติ ไทย เกิด บิดา มารดา บุตร ของ และ หรือ กับ ที่ โดย ตาม ยัง ไม่
ทราบ มี ขาด ศาล ฝ่าย ปกครอง เห็น ต่าง กัน ตีความ แนว สูติบัตร ทะเบียน
บ้าน ประวัติ หลัก สายโลหิต ดินแดน มาตรา ประกาศ คณะปฏิวัติ ฉบับ เสีย
ได้ รับ แปลง การ อนุญาต ต่างด้าว บุคคล คน ปี วัน เดือน ชั่วคราว ถาวร
อยู่ เมือง เข้า ก่อน หลัง ตั้งแต่ ถึง พระราชบัญญัติ แก้ไข เพิ่มเติม ใช้ บังคับ
กฎหมาย อาจ ขอ สมรส จดทะเบียน นาย นาง นางสาว เด็กชาย เด็กหญิง หมู่บ้าน
ตำบล อำเภอ จังหวัด เชียงราย เชียงใหม่ แม่ฮ่องสอน ตาก น่าน เอกสาร พยาน
อายุ ราว ประมาณ เมื่อ จาก ให้ ว่า เป็น แล้ว สิทธิ อาศัย ถูก ถอน คืน
"""
_BY_FIRST: dict[str, list[str]] = {}
for _word in sorted(_FREQUENT.split(), key=lambda word: (-len(word), word)):
    _BY_FIRST.setdefault(_word[0], []).append(_word)


def break_points(text: str) -> list[int]:
    """Return every place where a text may be parted, none inside a cluster."""
    points = []
    for i in range(1, len(text)):
        char, before = text[i], text[i - 1]
        joins = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf", "Sk")
        joins = joins or before == "\u200d" or char in _NEVER_FIRST
        if not joins and before not in LEADING_VOWELS:
            points.append(i)
    return points


def good_points(text: str) -> frozenset[int]:
    """Return the places at the ends of known words and before leading vowels."""
    points: set[int] = set()
    inside: set[int] = set()
    for i, char in enumerate(text):
        if char in LEADING_VOWELS:
            points.add(i)
    i = 0
    while i < len(text):
        known = _BY_FIRST.get(text[i], ())
        word = next((w for w in known if text.startswith(w, i)), "")
        if word:
            points.update((i, i + len(word)))
            inside.update(range(i + 1, i + len(word)))
        i += max(1, len(word))
    return frozenset((points - inside) & set(break_points(text)))
