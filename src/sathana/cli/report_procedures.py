"""The procedures of a report: in full where something can be filed now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.page import Page
from sathana.cli.practice_words import contested, fee, limit_title, mark_of, paper
from sathana.cli.terminal import Speaker
from sathana.facts.model import Attempt, CaseFile
from sathana.law.load import pack

type Row = Mapping[str, Any]

_NOW = ("open", "window_unknown")
"""Statuses of a pathway that can be filed, or may be."""


def procedures(
    page: Page, case: CaseFile, who: str, row: Row, say: Speaker, *, full: bool
) -> None:
    """Write how things are asked for.

    Args:
        page: Where it is written.
        case: The family, whose petitions so far count as begun.
        who: Id of the person.
        row: The person's answer.
        say: The language.
        full: Write those in full, too, that still hang on facts.
    """
    if row["procedures"]:
        page.heading(say("ขั้นตอน", "Procedures"))
    now = _begun(case, who) | _usable(row)
    waiting = []
    ladders: dict[tuple[str, ...], str] = {}
    for found in row["procedures"]:
        if full or found["id"] in now or now & set(found["for"]):
            first = ladders.setdefault(tuple(found["remedies"]), str(found["id"]))
            procedure(page, found, say, ladder_of=first)
        else:
            waiting.append(found)
    if waiting:
        page.text(
            say(
                f"ยังขาดข้อเท็จจริง (--full หรือ sathana law show {waiting[0]['id']} "
                "แสดงขั้นตอน)",
                f"facts are missing (--full, or 'sathana law show "
                f"{waiting[0]['id']}', shows the steps)",
            ),
            depth=1,
        )
    for found in waiting:
        page.item(f"{found['id']}  {say.of(found['title'])}", depth=2)


def _begun(case: CaseFile, who: str) -> set[str]:
    """Return what the person petitioned for so far; nothing where none is told."""
    told = case.persons[who].told.get("attempts") if who in case.persons else None
    entries = told.value if told and isinstance(told.value, tuple) else ()
    return {entry.pathway for entry in entries if isinstance(entry, Attempt)}


def _usable(row: Row) -> set[str]:
    ways = {door["id"] for door in row["pathways"] if door["status"] in _NOW}
    permits = {r["id"] for r in row["rights"] if r["status"] == "permit_needed"}
    return ways | permits


def procedure(page: Page, found: Row, say: Speaker, *, ladder_of: str) -> None:
    """Write one procedure of an answer, from where it is filed to the last court.

    Args:
        page: Where it is written.
        found: The procedure.
        say: The language.
        ladder_of: Id of the procedure under which its ladder of remedies stands; its
            own where the ladder has not been written yet.
    """
    page.item(f"{found['id']}  {say.of(found['title'])}")
    if found["for"]:
        page.text(say("สำหรับ ", "for: ") + ", ".join(_served(found, say)), depth=3)
    page.text(say("ยื่นที่ ", "file with: ") + say.of(found["file_with"]), depth=3)
    deciders = say(" หรือ ", " or ").join(say.of(one) for one in found["decider"])
    none = say("ไม่ทราบสำหรับวันที่ถาม", "not known for the day asked")
    page.text(say("ผู้ตัดสิน ", "decided by: ") + (deciders or none), depth=3)
    _steps(page, found, say)
    _listed(page, say("เอกสาร", "Papers"), [paper(p, say) for p in found["papers"]])
    _listed(page, say("ค่าธรรมเนียม", "Fees"), [fee(one, say) for one in found["fees"]])
    _listed(
        page,
        say("กำหนดเวลาของสำนักงาน", "Time limits of the office"),
        [limit_title(key, say) for key in found["limits"]],
    )
    if ladder_of == found["id"]:
        ladder(page, found["remedies"], say, depth=3)
    elif found["remedies"]:
        page.text(
            say(
                f"ถ้าถูกปฏิเสธหรือไม่มีคำตอบ: เหมือนที่ {ladder_of} ข้างบน",
                f"If refused, or without an answer: as under {ladder_of} above",
            ),
            depth=3,
        )
    if points := contested(found["contested"], say):
        page.text(say("ยังโต้แย้งกัน ", "contested: ") + points, depth=3)
    if found["note"]:
        page.text(say.of(found["note"]), depth=3)
    page.text(mark_of(found, say), depth=3)


def _served(found: Row, say: Speaker) -> list[str]:
    rules = pack().rules
    return [
        f"{rules[key].title[say.lang]} [{key}]" if key in rules else str(key)
        for key in found["for"]
    ]


def _steps(page: Page, found: Row, say: Speaker) -> None:
    for number, step in enumerate(found["steps"], start=1):
        text = f"{say.of(step['who'])}: {say.of(step['do'])}"
        if step["limit"]:
            text += f" [{step['limit']}]"
        page.item(text, depth=3, mark=f"{number}.")


def _listed(page: Page, label: str, texts: list[str]) -> None:
    if texts:
        page.text(f"{label}:", depth=3)
    for text in texts:
        page.item(text, depth=4)


def ladder(page: Page, remedies: list[str], say: Speaker, *, depth: int) -> None:
    """Write what can be done against a refusal or silence, in its order."""
    if remedies:
        page.text(
            say("ถ้าถูกปฏิเสธหรือไม่มีคำตอบ:", "If refused, or without an answer:"),
            depth=depth,
        )
    for number, key in enumerate(remedies, start=1):
        page.item(limit_title(key, say), depth=depth + 1, mark=f"{number}.")
