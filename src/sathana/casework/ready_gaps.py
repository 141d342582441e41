"""What stands in the way of confirming that a pathway is ready, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sathana.status.wording import Text, both

type Json = dict[str, Any]

STATUS: Mapping[str, Text] = {
    "open": {"th": "เข้าเงื่อนไขครบ", "en": "all conditions hold"},
    "needs_facts": {
        "th": "ยังตอบไม่ได้ ต้องมีข้อเท็จจริงเพิ่ม",
        "en": "not known: facts are missing",
    },
    "window_unknown": {
        "th": "ยังไม่มีการยืนยันว่าช่วงเวลายื่นเปิดอยู่",
        "en": "nobody has verified that the window is open",
    },
    "closed": {"th": "ไม่เข้าเงื่อนไข หรือไม่เปิดรับ", "en": "closed"},
    "granted": {"th": "อนุมัติแล้ว", "en": "granted already"},
    "not_needed": {"th": "ไม่ต้องใช้ช่องทางนี้", "en": "not needed"},
    "": {"th": "ยังไม่ได้เลือกช่องทาง", "en": "no pathway is chosen"},
}  # fmt: skip
"""The status of a pathway in words."""


def gaps(found: Json) -> list[Text]:
    """Say what stands in the way of confirming that a pathway is ready.

    Args:
        found: What was found of it (see ``casework.readying``).
    """
    return [*_of_rules(found), *_of_facts(found), *_of_papers(found)]


def _of_rules(found: Json) -> Iterator[Text]:
    if not found["pathway"]:
        yield both("ยังไม่ได้เลือกช่องทาง", "no pathway is chosen")
    elif not found["holds"]:
        stands = STATUS.get(found["documented"], both("", found["documented"]))
        yield both(
            f"ตามข้อเท็จจริงที่มีหลักฐาน: {stands['th']}",
            f"on documented facts: {stands['en']}",
        )
        for one in found["document"][:1]:
            yield from (_gap(f, "ต้องมีหลักฐานของ", "to be shown: ") for f in one)
        for one in found["learn"][:1]:
            yield from (_gap(f, "ต้องรู้และมีหลักฐานของ", "to be found out: ") for f in one)


def _gap(fact: Json, th: str, en: str) -> Text:
    name: Text = fact["name"]
    if fact["person"] == "law":
        return name
    return both(f"{th}{name['th']}", f"{en}{name['en']}")


def _of_facts(found: Json) -> Iterator[Text]:
    for one in found["contradictions"]:
        yield both(
            f"ข้อมูลขัดกันที่ยังไม่ได้แก้: {one['th']}",
            f"a contradiction that is not settled: {one['en']}",
        )


def _of_papers(found: Json) -> Iterator[Text]:
    for one in found["papers"]:
        if one["state"] == "missing":
            yield both(
                f"เอกสารตามรายการที่ยังไม่มี: {one['name']['th']}",
                f"a paper of the checklist is missing: {one['name']['en']}",
            )
