"""What a person can do now: the next steps, and the deadlines that run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import Namer, day
from sathana.cli.page import Page
from sathana.cli.practice_words import mark_of, whose
from sathana.cli.terminal import Speaker

type Row = Mapping[str, Any]


def next_steps(page: Page, row: Row, say: Speaker) -> None:
    """Write what to do next, in the order of the answer; nothing where it is none."""
    if row["next"]:
        page.heading(say("ทำอะไรต่อ", "What to do next"))
    for number, step in enumerate(row["next"], start=1):
        due = day(step.get("due"), say.lang)
        by = say(f" (ภายใน {due})", f" (by {due})") if due else ""
        page.item(say.of(step["text"]) + by, mark=f"{number}.")


def deadlines(page: Page, row: Row, namer: Namer, say: Speaker) -> None:
    """Write the time limits that run, of the person and of the offices."""
    if row["deadlines"]:
        page.heading(say("กำหนดเวลา", "Deadlines"))
    for limit in row["deadlines"]:
        _deadline(page, limit, namer, say)


def _deadline(page: Page, limit: Row, namer: Namer, say: Speaker) -> None:
    page.item(f"{_due(limit, say)}: {say.of(limit['title'])} [{limit['id']}]")
    page.text(f"{whose(limit['whose'], say)}: {say.of(limit['for'])}", depth=3)
    if limit["missing"]:
        facts = ", ".join(namer.fact(str(path)) for path in limit["missing"])
        page.text(say("ยังขาด: ", "still missing: ") + facts, depth=3)
    page.text(say.of(limit["counted"]), depth=3)
    page.text(mark_of(limit, say), depth=3)
    if limit["note"]:
        page.text(say.of(limit["note"]), depth=3)


def _due(limit: Row, say: Speaker) -> str:
    """Say the last day and whether it has passed; where there is no day, why."""
    if limit["any_time"]:
        return say("เมื่อใดก็ได้", "any time")
    if not limit["due"]:
        return say("ยังนับวันไม่ได้", "no day can be counted yet")
    passed = {
        "yes": say("พ้นแล้ว", "passed"),
        "no": say("ยังไม่พ้น", "not passed"),
    }.get(limit["passed"], say("ไม่ทราบว่าพ้นหรือยัง", "not known whether it passed"))
    return f"{day(limit['due'], say.lang)} ({passed})"
