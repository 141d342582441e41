"""Words that seem to be about a person, found before anything is kept.

It errs to the safe side, and it cannot find everything: a bare name without a title
looks like any other word. Who writes is told so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sathana.text.thai import arabic_digits


@dataclass(frozen=True, slots=True)
class Personal:
    """Something in a text that seems to be about a person.

    Attributes:
        found: The letters that look so, as typed but for their digits.
        th: What they seem to be, in Thai.
        en: The same in English.
    """

    found: str
    th: str
    en: str


_THAI = "\u0e01-\u0e2e\u0e40-\u0e44"
_NO_DIGIT = r"(?<![0-9])", r"(?![0-9])"
_OFFICES = (
    "ทะเบียน|อำเภอ|จ้าง|หน้า|แพทย์|ประกัน|ตำรวจ|ทหาร|ด่าน|ช่าง|ตรวจ|ท้าย|"
    "กรัฐมนตรี|กเทศมนตรี|กองค์การ|กอบ|กสภา|กสมาคม|กฯ|กเมือง|ก อบ"
)
"""What follows นาย in the title of an office, and names nobody."""
_FRONTS = ("มิถุ", "เจ้า", "มูล", "ขุน", "ปรารถ", "พัฒ", "สนท")
_INSIDE = "".join(f"(?<!{front})" for front in _FRONTS)
"""Words that end in the letters of นาย or นาง, months too (มิถุนายน)."""
_TITLES = (
    f"(?:นางสาว|น\\.\\s?ส\\.|ด\\.\\s?ช\\.|ด\\.\\s?ญ\\.|เด็กชาย|เด็กหญิง|"
    f"{_INSIDE}(?:นาง(?!สาว)|นาย(?!{_OFFICES})))\\s*[{_THAI}]"
)
_BIRTH = (
    r"(?:เกิดเมื่อ|เกิดวันที่|วันเกิด|เกิดปี|เกิด\s*พ\.\s?ศ\.|\bborn\b|\bDOB\b|date of birth)"
    r"\D{0,25}[0-9]{1,4}"
)

_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), th, en)
    for pattern, th, en in (
        (
            r"[A-Z0-9._%+-]+@[A-Z0-9-]+\.[A-Z0-9.-]+",
            "ที่อยู่อีเมล",
            "an e-mail address",
        ),
        (
            r"{}[0-9](?:[ -]?[0-9]){{12}}{}".format(*_NO_DIGIT),
            "เลขประจำตัว 13 หลัก",
            "a thirteen-digit number",
        ),
        (r"\bG[ -]?[0-9]{5,}", "รหัสนักเรียน G", "a G-code of a pupil"),
        (
            r"(?<![0-9])(?:\+66|0)[ -]?[0-9]{1,2}[ -]?[0-9]{3}[ -]?[0-9]{3,4}(?![0-9])",
            "หมายเลขโทรศัพท์",
            "a telephone number",
        ),
        (r"[0-9]{7,}", "ตัวเลขยาว", "a long number"),
        (_TITLES, "คำนำหน้าและชื่อคน", "the name of a person"),
        (
            r"\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+[A-Z]",
            "คำนำหน้าและชื่อคน",
            "the name of a person",
        ),
        (_BIRTH, "วันเกิด", "a date of birth"),
        (r"บ้านเลขที่\s*[0-9]", "บ้านเลขที่", "the number of a house"),
    )
)
_IN_ADDRESS = frozenset({"an e-mail address", "a thirteen-digit number"})
"""What a web address may not hold; other numbers are common in addresses."""


def personal(text: str, *, address: bool = False) -> list[Personal]:
    """Return what in a text seems to be about a person, in the order of the kinds.

    Args:
        text: Any text; Thai digits and letters that only look different are read too.
        address: Whether it is a web address, in which long numbers are common.
    """
    plain = arabic_digits(unicodedata.normalize("NFKC", text))
    # The compatible form takes the vowel of อำเภอ apart: it is put together again.
    plain = plain.replace("\u0e4d\u0e32", "\u0e33")
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    found = []
    for pattern, th, en in _PATTERNS:
        hit = pattern.search(plain)
        if hit and (not address or en in _IN_ADDRESS):
            found.append(Personal(hit[0].strip(), th, en))
    return found
