"""Codes of the media centre and their words."""

from __future__ import annotations

from sathana.editorial.words import Choices
from sathana.media.models import LICENCES as TERMS
from sathana.web.lazy import both

FORMATS: Choices = (
    ("handbook", both("คู่มือ", "Handbook")),
    ("article", both("บทความ", "Article")),
    ("poster", both("โปสเตอร์", "Poster")),
    ("card", both("การ์ดพก", "Card")),
    ("comic", both("การ์ตูน", "Comic")),
    ("audio", both("เสียง", "Audio")),
    ("video", both("วิดีโอ", "Video")),
    ("radio", both("รายการวิทยุ", "Radio programme")),
    ("tv", both("รายการโทรทัศน์ชุมชน", "Community television")),
)
SHOWS: Choices = (
    ("news", both("ข่าว", "News")),
    ("stories", both("เรื่องเล่า", "Stories")),
    ("media", both("สื่อ", "Media")),
)
SIZES: Choices = (("A4", "A4"), ("A6", "A6"))
LICENCES: Choices = tuple((code, both(**text)) for code, text in TERMS.items())
"""The licences of recordings hold for texts too."""
LANGUAGES: dict[str, dict[str, str]] = {
    "th": {"th": "ไทย", "en": "Thai"},
    "en": {"th": "อังกฤษ", "en": "English"},
    "nod": {"th": "คำเมือง", "en": "Northern Thai"},
    "lhu": {"th": "ลาหู่", "en": "Lahu"},
    "ahk": {"th": "อาข่า", "en": "Akha"},
    "shn": {"th": "ไทใหญ่", "en": "Shan"},
    "hmn": {"th": "ม้ง", "en": "Hmong"},
    "khb": {"th": "ไทลื้อ", "en": "Tai Lue"},
    "ksw": {"th": "กะเหรี่ยงสะกอ", "en": "S'gaw Karen"},
    "kjp": {"th": "กะเหรี่ยงโป", "en": "Eastern Pwo Karen"},
    "lis": {"th": "ลีซู", "en": "Lisu"},
    "ium": {"th": "เมี่ยน", "en": "Mien"},
    "my": {"th": "พม่า", "en": "Burmese"},
}
"""Languages that are spoken in recordings, by their BCP 47 code."""


def language_name(code: str) -> dict[str, str]:
    """Return what a language is called; an unknown code stands for itself."""
    return LANGUAGES.get(code, {"th": code, "en": code})
