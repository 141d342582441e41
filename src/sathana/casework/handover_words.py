"""The words of hand-over and referral: what stands on a card, and what became of it.

Pure. The kinds of help are ours; no source lists them. There is no field for other
words, so that no name can be in one.
"""

from __future__ import annotations

from collections.abc import Mapping

type Text = dict[str, str]


def _text(th: str, en: str) -> Text:
    return {"th": th, "en": en}


NOT_KNOWN: Text = _text("ยังไม่รู้", "Not known")
HELP: Mapping[str, Text] = {
    "lawyer": _text("ทนายความหรือที่ปรึกษากฎหมาย", "A lawyer, or legal advice"),
    "court": _text("คดีปกครอง", "A case at the Administrative Court"),
    "accompany": _text("คนไปสำนักงานด้วย", "Somebody to come along to an office"),
    "evidence": _text("หาเอกสารหรือพยาน", "Finding papers or witnesses"),
    "dna": _text("ตรวจดีเอ็นเอ", "A DNA test"),
    "translation": _text("ล่ามหรือคำแปล", "An interpreter, or a translation"),
    "health": _text("การรักษาหรือสิทธิสุขภาพ", "Treatment, or the right to health care"),
    "school": _text("เรื่องเรียน", "School"),
    "protection": _text("ความปลอดภัย", "Safety"),
    "whole": _text("รับดูแลกรณีทั้งหมดต่อ", "Taking over the whole case"),
    "other": _text("อย่างอื่น", "Something else"),
}
"""What help is asked for."""
URGENCY: Mapping[str, Text] = {
    "days": _text("ภายในไม่กี่วัน", "Within days"),
    "weeks": _text("ภายในไม่กี่สัปดาห์", "Within weeks"),
    "months": _text("ภายในไม่กี่เดือน", "Within months"),
    "none": _text("ไม่มีกำหนด", "No day presses"),
    "unknown": NOT_KNOWN,
}
"""How soon it is needed."""

OFFERED, WAITING, ACCEPTED, DECLINED = "offered", "waiting", "accepted", "declined"
TAKEN_BACK, REFUSED, ENDED = "taken_back", "refused", "ended"
PASSING: Mapping[str, Text] = {
    OFFERED: _text("รอคำตอบ", "Waits for an answer"),
    WAITING: _text("รับแล้ว รอหัวหน้าทีมมอบหมาย", "Accepted; waits for a supervisor"),
    ACCEPTED: _text("ส่งมอบแล้ว", "Handed over"),
    DECLINED: _text("ไม่รับ", "Declined"),
    REFUSED: _text("หัวหน้าทีมไม่มอบหมาย", "Not assigned by the supervisor"),
    TAKEN_BACK: _text("ถอนคืนแล้ว", "Taken back"),
}
"""Where a hand-over to a colleague stands."""
OPEN = (OFFERED, WAITING)
OFFERS: Mapping[str, Text] = {
    OFFERED: _text("รอคำตอบ", "Waits for an answer"),
    ACCEPTED: _text("รับแล้ว", "Accepted"),
    DECLINED: _text("ไม่รับ", "Declined"),
    TAKEN_BACK: _text("ถอนคืนแล้ว", "Taken back"),
    ENDED: _text("ใช้ไม่ได้แล้ว", "No longer holds"),
}
"""Where an offer to another organisation stands."""
