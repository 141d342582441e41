"""Why a line stands where it stands in the list of work, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sathana.casework.states import Text
from sathana.web.dates import show


def words(
    why: Iterable[Mapping[str, Any]], due: date | None, today: date
) -> tuple[Text, ...]:
    """Return the reasons, those that count most first; what is due comes before.

    Args:
        why: Codes with their points (see ``casework.weighing``).
        due: By which day the next action is due.
        today: Today in Thailand.
    """
    found = list(_due(due, today))
    ordered = sorted(why, key=lambda one: (-one["points"], one["code"]))
    return (*found, *(_SAY[one["code"]](one) for one in ordered))


def _due(due: date | None, today: date) -> Iterable[Text]:
    if due is None or (due - today).days > 7:
        return
    days = (due - today).days
    if days < 0:
        yield _both(
            f"งานต่อไปเลยกำหนด {-days} วัน", f"its next action is {-days} days late"
        )
    else:
        yield _both(
            f"งานต่อไปครบกำหนดใน {days} วัน", f"its next action is due in {days} days"
        )


def _helps(one: Mapping[str, Any]) -> Text:
    name = one["name"]
    return _both(
        f"หลักฐานของ{name['th']} ช่วยได้ {one['n']} คนในครอบครัว",
        f"proof of {name['en']} helps {one['n']} people of the family",
    )


def _near(one: Mapping[str, Any]) -> Text:
    facts = "fact" if one["n"] == 1 else "facts"
    return _both(
        f"รู้ข้อเท็จจริงแล้ว ขาดหลักฐานอีก {one['n']} เรื่อง",
        f"all is told; {one['n']} {facts} still to be shown by papers",
    )


def _elder(one: Mapping[str, Any]) -> Text:
    th = "" if one["documented"] else " ตามที่เล่า ยังไม่มีหลักฐาน"
    en = "" if one["documented"] else ", as told, not documented"
    return _both(
        f"อายุอย่างน้อย {one['years']} ปี{th}", f"at least {one['years']} years old{en}"
    )


def _closes(one: Mapping[str, Any]) -> Text:
    day = show(date.fromordinal(one["day"]))
    return _both(f"ยื่นได้ถึงวันที่ {day} เท่านั้น", f"can be filed until {day} only")


def _limit(one: Mapping[str, Any]) -> Text:
    day, title = show(date.fromordinal(one["day"])), one["title"]
    return _both(
        f"กำหนดเวลาตามกฎหมาย: {title['th']} ภายใน {day} ({one['cite']})",
        f"time limit of the law: {title['en']}, by {day} ({one['cite']})",
    )


def _both(th: str, en: str) -> Text:
    return {"th": th, "en": en}


_SAY: Mapping[str, Callable[[Mapping[str, Any]], Text]] = {
    "helps": _helps,
    "near": _near,
    "elder": _elder,
    "closes": _closes,
    "limit": _limit,
    "holds": lambda _: _both(
        "เข้าเงื่อนไขครบตามหลักฐาน ดูรายการเอกสารแล้วยื่นได้",
        "all conditions hold on documented facts: look at the checklist and file",
    ),
    "not_sure": lambda _: _both(
        "ยังไม่มีการยืนยันว่าช่วงเวลายื่นเปิดอยู่ ให้ยื่นและขอใบรับ",
        "nobody has verified that the window is open: file, and keep the receipt",
    ),
    "needs": lambda _: _both(
        "มีความต้องการเพราะความพิการ", "has needs because of a disability"
    ),
}
