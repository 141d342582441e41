"""Parts of a report: pathways, missing facts, papers, and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import Namer, day, rule_title
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker
from sathana.vocabulary.codes import PATHWAY_STATUSES, READINGS
from sathana.vocabulary.papers import PAPERS

type Row = Mapping[str, Any]

_SHOWN = ("open", "needs_facts", "window_unknown", "granted")
"""Statuses of pathways that are told one by one, most useful first."""
_COUNTED = ("closed", "not_needed")
_QUESTIONS = 12
"""Questions asked in a report that is not the full one; the rest are counted."""


def pathways(page: Page, row: Row, say: Speaker) -> None:
    """Write the pathways by status; those that lead nowhere are only counted."""
    page.heading(say("ช่องทาง", "Pathways"))
    numbers = {need["fact"]: n for n, need in enumerate(row["needs"], start=1)}
    for status in _SHOWN:
        found = [door for door in row["pathways"] if door["status"] == status]
        if found:
            page.text(PATHWAY_STATUSES[status].in_(say.lang), depth=1)
        for door in found:
            _door(page, door, numbers, say)
    for status in _COUNTED:
        ids = [str(d["id"]) for d in row["pathways"] if d["status"] == status]
        if ids:
            name = PATHWAY_STATUSES[status].in_(say.lang)
            page.text(f"{name} ({len(ids)}): {', '.join(ids)}", depth=1)


def _door(page: Page, door: Row, numbers: Mapping[str, int], say: Speaker) -> None:
    title = say.of(door.get("title")) or rule_title(str(door["id"]), say.lang)
    page.item(f"{door['id']}  {title}", depth=2)
    if office := say.of(door.get("file_with")):
        page.text(say(f"ยื่นที่ {office}", f"file with: {office}"), depth=4)
    if why := say.of(door.get("why")):
        page.text(why, depth=4)
    asked = ", ".join(str(n) for n in sorted({numbers[f] for f in door["needs"]}))
    if asked:
        page.text(say(f"ต้องรู้คำตอบข้อ {asked}", f"hangs on question {asked}"), depth=4)
    if "readings" in door:
        page.text(_by_reading(door["readings"], say), depth=4)


def _by_reading(readings: Mapping[str, str], say: Speaker) -> str:
    parts = (
        f"{READINGS[name].in_(say.lang)}: {_short(status, say)}"
        for name, status in readings.items()
    )
    return "; ".join(parts)


def _short(status: str, say: Speaker) -> str:
    """Return the first words of a status: "open", without what it means."""
    return PATHWAY_STATUSES[status].in_(say.lang).partition(":")[0]


def missing(
    page: Page, row: Row, namer: Namer, say: Speaker, *, everything: bool
) -> None:
    """Write the questions that are open, the one that decides most first."""
    needs, shown = row["needs"], len(row["needs"]) if everything else _QUESTIONS
    if needs:
        page.heading(
            say(
                "คำถามที่ควรหาคำตอบ ข้อที่ตัดสินได้มากมาก่อน",
                "Questions, the one that decides most first",
            )
        )
    for number, need in enumerate(needs[:shown], start=1):
        _question(page, number, need, namer, say)
    if len(needs) > shown:
        more = len(needs) - shown
        page.text(
            say(
                f"และอีก {more} ข้อ (--full แสดงทั้งหมด)",
                f"and {more} more (--full shows all)",
            ),
            depth=1,
        )


def _question(page: Page, number: int, need: Row, namer: Namer, say: Speaker) -> None:
    page.item(say.of(need["question"]), mark=f"{number}.")
    when = day(need["at"], say.lang)
    fact = namer.fact(str(need["fact"])) + (f" ({when})" if when else "")
    page.text(f"[{need['fact']}] {fact}", depth=3)
    if need["decides"]:
        page.text(say("ตัดสิน ", "decides: ") + ", ".join(need["decides"]), depth=3)
    if need["evidence"]:
        page.text(say("เอกสาร ", "papers: ") + _papers(need["evidence"], say), depth=3)


def _papers(ids: list[str], say: Speaker) -> str:
    names = (PAPERS[i].name.in_(say.lang) if i in PAPERS else i for i in ids)
    return "; ".join(names)


def papers_to_get(page: Page, row: Row, namer: Namer, say: Speaker) -> None:
    """Write what is told but not yet shown by a paper, and what showing it opens."""
    if row["to_document"]:
        page.heading(say("เอกสารที่ควรหา", "Papers to get"))
    for fact in row["to_document"]:
        opens = [
            say("สัญชาติไทย", "Thai nationality") if i == "thai" else i
            for i in fact["opens"]
        ]
        page.item(
            namer.fact(str(fact["fact"]))
            + say(" จะช่วยเรื่อง ", "; this opens: ")
            + ", ".join(opens)
        )
        if fact["papers"]:
            page.text(_papers(fact["papers"], say), depth=3)


def notes(page: Page, row: Row, namer: Namer, say: Speaker) -> None:
    """Write contradictions, warnings and presumptions."""
    if row["contradictions"]:
        page.heading(say("ข้อมูลที่ขัดแย้งกัน", "What contradicts itself"))
    for entry in row["contradictions"]:
        page.item(say.of(entry["message"]))
    if row["warnings"]:
        page.heading(say("ข้อควรระวัง", "Bear in mind"))
    for entry in row["warnings"]:
        _warning(page, entry, say)
    _presumptions(page, row["assumed"], namer, say)


def _warning(page: Page, entry: Row, say: Speaker) -> None:
    page.item(f"{say.of(entry['message'])} [{entry['id']}]")
    for letter, text in entry.get("readings", {}).items():
        page.text(f"{letter}: {say.of(text)}", depth=3)


def _presumptions(page: Page, rows: list[Row], namer: Namer, say: Speaker) -> None:
    """Write each presumption once, with the persons of whom it is made."""
    persons: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        who = str(row["fact"]).partition(".")[0]
        persons[say.of(row["message"])].append(namer.person(who))
    if persons:
        page.heading(say("ข้อสันนิษฐาน", "Presumed, because the file is silent"))
    for message, names in persons.items():
        page.item(f"{message} ({', '.join(dict.fromkeys(names))})")
