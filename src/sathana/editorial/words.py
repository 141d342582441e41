"""Codes of public texts and their words."""

from __future__ import annotations

from typing import Any

from sathana.web.lazy import both

type Choices = tuple[tuple[str, Any], ...]

TOPICS: Choices = (
    ("cards", both("บัตรและเลขประจำตัว", "Cards and numbers")),
    ("birth", both("การแจ้งเกิด", "Birth registration")),
    ("history", both("จุดเปลี่ยนของกฎหมาย", "Turning points of the law")),
    ("section-23", both("มาตรา 23", "Section 23")),
    ("seven-bis", both("มาตรา 7 ทวิ", "Section 7 bis")),
    ("other-paths", both("ช่องทางอื่น", "Other pathways")),
    ("refusal", both("ถูกปฏิเสธและอุทธรณ์", "Refusal and appeal")),
    ("evidence", both("พยานหลักฐาน", "Evidence")),
    ("rights", both("สิทธิ", "Rights")),
    ("safety", both("ความปลอดภัย", "Safety")),
    ("programme", both("โครงการ", "The programme")),
)
AUDIENCES: Choices = (
    ("villagers", both("ชาวบ้าน", "Villagers")),
    ("children", both("เด็กและเยาวชน", "Children and youth")),
    ("leaders", both("ผู้นำชุมชน", "Community leaders")),
    ("students", both("นักศึกษากฎหมาย", "Law students")),
    ("officials", both("เจ้าหน้าที่รัฐ", "Officials")),
    ("public", both("ทุกคน", "Everybody")),
)
ON_CHANGE: Choices = (
    ("mark", both("แสดงต่อพร้อมคำเตือน", "Shown with a warning")),
    ("hide", both("ซ่อนจนกว่าจะตรวจใหม่", "Hidden until reviewed again")),
    ("flag", both("บอกบรรณาธิการเท่านั้น", "Only its editors are told")),
)
