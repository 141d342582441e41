"""Small components that pages share: the status chip and the disclosure."""

from __future__ import annotations

from django import template

from sathana.web.languages import Text

register = template.Library()

ANSWERS: dict[str, tuple[str, Text]] = {
    "yes": ("yes", {"th": "มีสัญชาติไทย", "en": "Thai"}),
    "no": ("no", {"th": "ไม่มีสัญชาติไทย", "en": "Not Thai"}),
    "unknown": ("unknown", {"th": "ยังไม่รู้", "en": "Not known yet"}),
    "contested": ("contested", {"th": "ตีความต่างกัน", "en": "Readings differ"}),
}
PATHWAYS: dict[str, tuple[str, Text]] = {
    "open": ("yes", {"th": "เปิดอยู่", "en": "Open"}),
    "granted": ("yes", {"th": "ได้รับแล้ว", "en": "Granted"}),
    "needs_facts": ("unknown", {"th": "ต้องรู้เพิ่ม", "en": "Needs facts"}),
    "window_unknown": (
        "contested",
        {"th": "ยังไม่ยืนยันว่าเปิดรับ", "en": "Not verified to be open"},
    ),
    "closed": ("no", {"th": "ปิด", "en": "Closed"}),
    "not_needed": ("no", {"th": "ไม่จำเป็น", "en": "Not needed"}),
}
RIGHTS: dict[str, tuple[str, Text]] = {
    "open": ("yes", {"th": "ใช้สิทธิได้", "en": "Open"}),
    "permit_needed": ("contested", {"th": "ต้องขออนุญาตก่อน", "en": "With a permit"}),
    "unknown": ("unknown", {"th": "ยังไม่รู้", "en": "Not known yet"}),
    "closed": ("no", {"th": "ใช้สิทธิไม่ได้", "en": "Closed"}),
}
PASSED: dict[str, tuple[str, Text]] = {
    "yes": ("no", {"th": "พ้นวันแล้ว", "en": "The day has passed"}),
    "no": ("yes", {"th": "ยังไม่ถึง", "en": "Still to come"}),
    "unknown": ("unknown", {"th": "อาจพ้นแล้ว", "en": "It may have passed"}),
}
MARKS: dict[str, tuple[str, Text]] = {
    "seen": ("yes", {"th": "ตรวจกับตัวบทแล้ว", "en": "Checked against the text"}),
    "partly": ("unknown", {"th": "ตรวจได้บางส่วน", "en": "Checked in part"}),
    "unverified": ("contested", {"th": "ยังไม่ได้ตรวจ", "en": "Not yet checked"}),
}
TRUTHS: dict[str, tuple[str, Text]] = {
    "yes": ("yes", {"th": "ใช่", "en": "Yes"}),
    "no": ("no", {"th": "ไม่", "en": "No"}),
    "unknown": ("unknown", {"th": "ยังไม่รู้", "en": "Not known"}),
    "contested": ("contested", {"th": "ตีความต่างกัน", "en": "Readings differ"}),
}
KINDS = {
    "answer": ANSWERS,
    "pathway": PATHWAYS,
    "right": RIGHTS,
    "passed": PASSED,
    "mark": MARKS,
    "truth": TRUTHS,
}


def chip_of(kind: str, value: str) -> dict[str, object]:
    """Return shape and words of a status; a value we do not know shows as unknown."""
    shape, words = KINDS[kind].get(value, ("unknown", {"th": value, "en": value}))
    return {"shape": shape, "words": words}


@register.inclusion_tag("web/parts/chip.html")
def chip(value: str | None, kind: str = "answer") -> dict[str, object]:
    """Draw a status: its colour, its shape and its words say the same thing."""
    return chip_of(kind, value or "unknown")
