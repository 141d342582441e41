"""Costs of a case: their kinds, who paid, and amounts of money. Pure.

An amount is a whole number of satang. What is typed is baht, with at most two places
after the point, in Thai or Arabic digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

type Text = dict[str, str]


def _text(th: str, en: str) -> Text:
    return {"th": th, "en": en}


KINDS: Mapping[str, Text] = {
    "travel": _text("เดินทาง", "Travel"),
    "dna": _text("ตรวจดีเอ็นเอ", "DNA test"),
    "copies": _text("สำเนาและรูปถ่าย", "Copies and photographs"),
    "translation": _text("แปลเอกสารหรือล่าม", "Translation, interpreter"),
    "fee": _text("ค่าธรรมเนียมตามกฎหมาย", "A fee set by law"),
    "other": _text("อย่างอื่น", "Other"),
}
"""Kinds of costs."""
DEMANDED = "demanded"
"""What is no cost: money that somebody demanded beside the fees."""
DEMANDED_TITLE = _text(
    "เงินที่เจ้าหน้าที่ ผู้นำ หรือนายหน้าเรียก",
    "Money that an official, a leader or a broker demanded",
)
PAYERS: Mapping[str, Text] = {
    "organisation": _text("องค์กรจ่ายโดยตรง", "The organisation, directly"),
    "worker": _text("คนทำงานออกไปก่อน", "A worker, to be paid back"),
    "family": _text("ครอบครัวออกเอง", "The family itself"),
    "family_back": _text("ครอบครัวออกไปก่อน องค์กรจ่ายคืน", "The family, to be paid back"),
    "other": _text("คนอื่นหรือองค์กรอื่น", "Somebody else"),
    "nobody": _text("ยังไม่ได้จ่าย", "Not paid yet"),
    "unknown": _text("ยังไม่รู้", "Not known"),
}
"""Who paid."""
ASKED, APPROVED, REFUSED = "asked", "approved", "refused"
STATES: Mapping[str, Text] = {
    ASKED: _text("รออนุมัติ", "Waits for approval"),
    APPROVED: _text("อนุมัติแล้ว", "Approved"),
    REFUSED: _text("ไม่อนุมัติ", "Refused"),
}
"""Where a line of the book stands."""
MOST = 100_000_000_00
"""Satang above which an amount is taken for a slip of the finger: 100 million baht."""
_BAHT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def satang_of(typed: str) -> int | None:
    """Return an amount of baht in satang; ``None`` if it is none above zero.

    ``1,250.5`` is 125050. A comma stands only before three digits: ``1,5`` is no
    amount, because nobody knows whether 1.5 or 15 was meant.
    """
    bare = typed.translate(_THAI_DIGITS).replace("฿", "").replace("บาท", "").strip()
    found = _BAHT.fullmatch(bare)
    if found is None:
        return None
    whole, part = found[1].replace(",", ""), (found[2] or "").ljust(2, "0")
    if len(whole) > len(str(MOST)):
        return None
    satang = int(whole) * 100 + int(part)
    return satang if 0 < satang <= MOST else None


def baht(satang: int) -> str:
    """Write an amount in baht: always two places, thousands apart, minus in front."""
    sign = "−" if satang < 0 else ""
    whole, part = divmod(abs(satang), 100)
    return f"{sign}{whole:,}.{part:02}"


def sums(lines: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the sum of satang of each kind, in the order of :data:`KINDS`."""
    found = dict.fromkeys(KINDS, 0)
    seen = set()
    for kind, satang in lines:
        found[kind] += satang
        seen.add(kind)
    return {kind: total for kind, total in found.items() if kind in seen}
