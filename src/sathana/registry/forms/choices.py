"""Choices of forms, in words."""

from __future__ import annotations

from typing import Any

from sathana.registry.forms.fields import both

LANGUAGES: tuple[tuple[str, Any], ...] = (
    ("tha", both("ไทยกลาง", "Thai")),
    ("nod", both("คำเมือง", "Northern Thai")),
    ("ahk", both("อาข่า", "Akha")),
    ("lhu", both("ลาหู่", "Lahu")),
    ("shn", both("ไทใหญ่", "Shan (Tai Yai)")),
    ("ksw", both("ปกาเกอะญอ (กะเหรี่ยงสะกอ)", "Sgaw Karen")),
    ("pwo", both("กะเหรี่ยงโปว์", "Pwo Karen")),
    ("hmn", both("ม้ง", "Hmong")),
    ("lis", both("ลีซู", "Lisu")),
    ("ium", both("เมี่ยน", "Mien")),
    ("khb", both("ไทลื้อ", "Tai Lue")),
    ("pll", both("ดาราอั้ง (ปะหล่อง)", "Palaung")),
    ("lcp", both("ลัวะ", "Lua")),
    ("yue", both("จีนฮ่อ", "Yunnanese Chinese")),
    ("mya", both("พม่า", "Burmese")),
    ("lao", both("ลาว", "Lao")),
    ("sgn", both("ภาษามือ", "Sign language")),
    ("other", both("ภาษาอื่น", "Another language")),
)
PURPOSES: tuple[tuple[str, Any], ...] = (
    ("record", both("บันทึกข้อมูลของครอบครัว", "Record the family’s data")),
    ("assess", both("วิเคราะห์สถานะตามกฎหมาย", "Work out what the law says")),
    ("file", both("ยื่นคำร้องแทนหรือช่วยยื่น", "File petitions, or help to")),
    ("share", both("ส่งต่อให้องค์กรอื่นที่ระบุ", "Share with a named organisation")),
    ("contact", both("ติดต่อกลับ", "Contact them again")),
    ("statistics", both("นับรวมในสถิติที่ไม่ระบุตัว", "Count in figures without names")),
    ("media", both("เล่าเรื่องในสื่อ", "Tell their story in media")),
)
HOW: tuple[tuple[str, Any], ...] = (
    ("spoken", both("พูดยินยอม (มีพยาน)", "Spoken, before a witness")),
    ("written", both("ลงชื่อหรือพิมพ์ลายนิ้วมือ", "Signed or thumb-printed")),
)
NAME_KINDS: tuple[tuple[str, Any], ...] = (
    ("thai", both("ชื่อไทย", "Thai name")),
    ("own", both("ชื่อในภาษาของตน", "Name in own language")),
    ("romanised", both("ชื่ออักษรโรมัน", "Name in Latin letters")),
    ("school", both("ชื่อที่โรงเรียนใช้", "Name used at school")),
    ("other", both("ชื่ออื่น", "Another name")),
)
GRADES: tuple[tuple[str, Any], ...] = (
    ("claimed", both("บอกเล่า", "Told")),
    ("witnessed", both("มีพยานยืนยัน", "Confirmed by a witness")),
    ("documented", both("มีเอกสาร", "Shown by a paper")),
)
KIN_KINDS: tuple[tuple[str, Any], ...] = (
    ("biological", both("ผู้ให้กำเนิด", "By birth")),
    ("legal", both("ตามกฎหมาย (จดทะเบียนรับรอง)", "In law (legitimated)")),
    ("adoptive", both("รับบุตรบุญธรรม", "By adoption")),
    ("step", both("พ่อเลี้ยงหรือแม่เลี้ยง", "Step-parent")),
    ("guardian", both("ผู้ปกครองหรือผู้แทน", "Guardian")),
)
KIN_ROLES: tuple[tuple[str, Any], ...] = (
    ("father", both("พ่อ", "Father")),
    ("mother", both("แม่", "Mother")),
    ("guardian", both("ผู้ปกครอง", "Guardian")),
    ("unknown", both("ไม่รู้", "Not known")),
)
KIN_PROOFS: tuple[tuple[str, Any], ...] = (
    ("none", both("ยังไม่มีหลักฐาน", "None yet")),
    ("statement", both("คำให้การ", "A statement")),
    ("paper", both("เอกสาร", "A paper")),
    ("dna", both("ผลตรวจสารพันธุกรรม", "A DNA test")),
    ("court", both("คำพิพากษา", "A judgment")),
)
RELATIVES: dict[str, dict[str, str]] = {
    "father": {"th": "พ่อ", "en": "father"},
    "mother": {"th": "แม่", "en": "mother"},
    "child": {"th": "ลูก", "en": "child"},
    "guardian": {"th": "ผู้ปกครอง", "en": "guardian"},
}
"""Whom a family page can add to somebody in place."""
