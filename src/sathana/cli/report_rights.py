"""The rights of a person in a report: those that can be used first and in full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import Namer
from sathana.cli.page import Page
from sathana.cli.practice_words import contested, fee, mark_of, paper
from sathana.cli.terminal import Speaker
from sathana.vocabulary.codes import READINGS, RIGHT_STATUSES, VERIFIED_MARKS

type Row = Mapping[str, Any]

_ORDER = ("open", "permit_needed", "unknown", "closed")
_USABLE = ("open", "permit_needed")
"""Statuses with which it helps to know what to say at the counter."""


def rights(page: Page, row: Row, namer: Namer, say: Speaker) -> None:
    """Write the rights by status; a closed one is only named, with what remains."""
    if row["rights"]:
        page.heading(say("สิทธิ", "Rights"))
    for status in _ORDER:
        found = [right for right in row["rights"] if right["status"] == status]
        if found:
            name = RIGHT_STATUSES[status].in_(say.lang)
            page.text(f"{name} ({len(found)})", depth=1)
        for right in found:
            _right(page, right, namer, say)


def _right(page: Page, right: Row, namer: Namer, say: Speaker) -> None:
    title = f"{right['id']}  {say.of(right['title'])}"
    status = right["status"]
    if status in _USABLE:
        page.item(title, depth=2)
        _use(page, right, say)
    else:
        mark = VERIFIED_MARKS[right["verified"]].in_(say.lang)
        why = say.of(right["why"])
        page.item(f"{title} [{mark}]" + (f": {why}" if why else ""), depth=2)
    if status == "unknown":
        _waits(page, right, namer, say)
    if "readings" in right:
        page.text(_by_reading(right["readings"], say), depth=4)


def _use(page: Page, right: Row, say: Speaker) -> None:
    """Write how a right is claimed: where, with what, for how much, in which words."""
    if right["why"]:
        page.text(say.of(right["why"]), depth=4)
    page.text(say("ที่ ", "at: ") + say.of(right["office"]), depth=4)
    papers = "; ".join(paper(one, say) for one in right["papers"])
    if papers:
        page.text(say("เอกสาร ", "papers: ") + papers, depth=4)
    for one in right["fees"]:
        page.text(say("ค่าธรรมเนียม ", "fee: ") + fee(one, say), depth=4)
    page.text(say("พูดว่า ", "say: ") + f"“{say.of(right['say'])}”", depth=4)
    if points := contested(right["contested"], say):
        page.text(say("ยังโต้แย้งกัน ", "contested: ") + points, depth=4)
    page.text(mark_of(right, say), depth=4)


def _waits(page: Page, right: Row, namer: Namer, say: Speaker) -> None:
    facts = "; ".join(namer.fact(str(path)) for path in right["needs"])
    if facts:
        page.text(say("ต้องรู้ ", "hangs on: ") + facts, depth=4)


def _by_reading(readings: Mapping[str, str], say: Speaker) -> str:
    return "; ".join(
        f"{READINGS[name].in_(say.lang)}: {RIGHT_STATUSES[status].in_(say.lang)}"
        for name, status in readings.items()
    )
