"""Amounts of money and of time in words."""

from __future__ import annotations

from sathana.web.languages import Text

WHOSE: dict[str, Text] = {
    "person": {"th": "ของผู้ยื่น", "en": "For the person"},
    "office": {"th": "ของหน่วยงาน", "en": "For the office"},
}
TRIGGERS: dict[str, Text] = {
    "filed": {"th": "วันที่ยื่น", "en": "the day of filing"},
    "complete": {
        "th": "วันที่เอกสารครบ",
        "en": "the day on which the file was complete",
    },
    "notified": {"th": "วันที่ได้รับแจ้งคำสั่ง", "en": "the day the order was notified"},
    "appealed": {"th": "วันที่ยื่นอุทธรณ์", "en": "the day of the appeal"},
    "demanded": {
        "th": "วันที่ยื่นหนังสือทวงถาม",
        "en": "the day of the written demand",
    },
    "birth": {"th": "วันเกิด", "en": "the day of birth"},
    "birthday": {"th": "วันที่อายุครบ", "en": "the birthday"},
    "order": {"th": "วันที่มีคำสั่ง", "en": "the day of the order"},
    "any_time": {"th": "ไม่มีวันเริ่มนับ", "en": "nothing: there is no first day"},
}
HOLIDAYS: dict[bool, Text] = {
    True: {
        "th": "เลื่อนไปวันทำการถัดไป",
        "en": "it moves to the next working day",
    },
    False: {"th": "ไม่เลื่อน", "en": "it does not move"},
}
_UNITS: dict[str, tuple[str, str]] = {
    "day": ("วัน", "day"),
    "working_day": ("วันทำการ", "working day"),
    "month": ("เดือน", "month"),
    "year": ("ปี", "year"),
}


def money(baht: int | None) -> Text:
    """Say an amount of money; none is known to be one, its amount is not known."""
    if baht is None:
        return {"th": "ไม่ทราบจำนวน", "en": "amount not known"}
    if baht == 0:
        return {"th": "ไม่เสียค่าธรรมเนียม", "en": "no fee"}
    return {"th": f"{baht:,} บาท", "en": f"{baht:,} baht"}


def duration(amount: int | None, unit: str, trigger: str = "") -> Text:
    """Say a length of time.

    Args:
        amount: How many units; 0 or none is not known, unless nothing starts the time.
        unit: ``day``, ``working_day``, ``month`` or ``year``.
        trigger: What starts the time; ``any_time`` says that there is no limit.
    """
    if trigger == "any_time":
        return {"th": "เมื่อใดก็ได้", "en": "at any time"}
    if not amount:
        return {"th": "ยังไม่ทราบว่านานเท่าใด", "en": "how long is not known"}
    thai, english = _UNITS.get(unit, (unit, unit))
    plural = "" if amount == 1 else "s"
    return {"th": f"{amount} {thai}", "en": f"{amount} {english}{plural}"}
