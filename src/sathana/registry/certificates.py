"""What is handed to somebody whose data were erased: what is gone, and what is not."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

type Text = dict[str, str]
"""The same in Thai and English."""

REASONS: dict[str, Text] = {
    "asked": {"th": "เจ้าของข้อมูลขอให้ลบ", "en": "asked for by the person"},
    "withdrawn": {"th": "ถอนความยินยอม", "en": "consent taken back"},
    "retention": {"th": "ครบกำหนดเก็บ", "en": "kept long enough"},
    "mistake": {"th": "บันทึกผิดคนหรือผิดเรื่อง", "en": "recorded by mistake"},
    "safety": {"th": "เพื่อความปลอดภัย", "en": "for somebody's safety"},
}
"""Why something was erased: codes, because a reason in words would stay for ever."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an erasure did.

    Attributes:
        kind: ``person`` or ``family``.
        id: The id that it had: it stays, as a tombstone, and tells nothing.
        persons: How many persons.
        rows: How many rows of the database.
        keys: How many keys were destroyed.
        files: How many files (originals and cleaned copies).
        drafts: How many unfinished forms about it.
    """

    kind: str
    id: uuid.UUID
    at: datetime
    reason: str
    persons: int
    rows: int
    keys: int
    files: int
    drafts: int

    def text(self) -> Text:
        """Return the certificate in words, for the page and for paper."""
        day = (self.at + timedelta(hours=7)).strftime("%Y-%m-%d %H:%M")
        return {"th": self._thai(day), "en": self._english(day)}

    def _thai(self, day: str) -> str:
        what = "ครอบครัว" if self.kind == "family" else "บุคคล"
        left = "" if self.kind == "family" else f"\n{_LEFT['th']}"
        return (
            f"หนังสือรับรองการลบข้อมูล\nลบ{what}หนึ่งรายการ รหัส {self.id} "
            f"เมื่อ {day} น. (เวลาไทย) เหตุผล: {REASONS[self.reason]['th']}\n"
            f"ลบแล้ว: บุคคล {self.persons} คน รายการข้อมูล {self.rows} รายการ "
            f"ไฟล์ {self.files} ไฟล์ แบบฟอร์มที่ค้าง {self.drafts} ชุด\n"
            f"ทำลายกุญแจ {self.keys} ดอก ข้อมูลสำรองเก่าที่มีรายการนี้จึงอ่านไม่ได้อีก "
            f"เมื่อทำข้อมูลสำรองครั้งถัดไปแล้ว\n{_STAYS['th']}{left}"
        )

    def _english(self, day: str) -> str:
        what = "A family" if self.kind == "family" else "A person"
        left = "" if self.kind == "family" else f"\n{_LEFT['en']}"
        return (
            f"Certificate of erasure\n{what} was erased, id {self.id}, on {day} (Thai "
            f"time). Reason: {REASONS[self.reason]['en']}.\n"
            f"Erased: {self.persons} persons, {self.rows} rows, {self.files} files, "
            f"{self.drafts} unfinished forms.\n"
            f"{self.keys} keys were destroyed: older backups that hold them cannot be "
            "read any more, once the next backup has been made.\n"
            f"{_STAYS['en']}{left}"
        )


_STAYS: Text = {
    "th": "ที่ยังอยู่: รหัสว่าง ๆ ว่าเคยมีรายการนี้ และบันทึกว่าใครเปิดดูเมื่อไร ใต้นามแฝงที่ไม่มีใครโยงกลับได้ "
    "กระดาษที่พิมพ์ไปแล้ว ไฟล์ที่ส่งออกไปแล้ว และสิ่งที่แบ่งปันให้องค์กรอื่นเห็นแล้ว ระบบเรียกคืนไม่ได้",
    "en": "What stays: an empty id that it once was there, and who opened it when, "
    "under a pseudonym that leads back to nobody. What was printed, exported, or seen "
    "by another organisation cannot be called back.",
}
_LEFT: Text = {
    "th": "โปรดดูด้วยตา: ชื่อและบันทึกของครอบครัว เรื่องที่ญาติคนอื่นเล่า และเอกสารของครอบครัว "
    "อาจเอ่ยถึงบุคคลนี้ ระบบไม่อ่านข้อความอิสระ",
    "en": "Look yourself: the title and notes of the family, what other relatives "
    "told, and the family's papers may speak of the person. Free text is not searched.",
}
