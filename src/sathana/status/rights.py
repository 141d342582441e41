"""Which rights a person can use: open, on a permit, closed, or not known.

A right has two conditions: when it is open without asking anybody, and when it is open
on a permit. Where the readings part, the status is that of the administration, which
decides at the counter, and both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import cast

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model import Right
from sathana.status import needs
from sathana.status.authority import authority
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.practice import fee_rows, papers_of
from sathana.status.run import Run
from sathana.status.wording import Text, both
from sathana.status.world import Ready, World

type Json = dict[str, object]

_STRICT = "administration"
_USABLE = {"right": "open", "permit": "permit_needed"}
"""The status that a text gives where it holds, by its kind."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One right of one person.

    Attributes:
        status: ``open``, ``permit_needed``, ``closed`` or ``unknown``.
        readings: Status under each reading.
        undecided: Conditions that hang on facts nobody gave.
        has_text: Whether the law of the day has a text of this right at all.
    """

    id: str
    status: str
    readings: Mapping[str, str]
    undecided: tuple[Diagram, ...]
    has_text: bool = True


def claims(made: Run, who: str) -> list[Claim]:
    """Return every right the law pack knows, for one person of a run."""
    return [_claim(made.worlds, who, right) for right in pack().rights]


def _claim(worlds: Mapping[str, World], who: str, right: str) -> Claim:
    readings: dict[str, str] = {}
    undecided: list[Diagram] = []
    for name, world in worlds.items():
        texts = _texts(world, right)
        if readings and all(world.shares(text, who) for text in texts):
            readings[name] = readings[next(iter(readings))]
            continue
        readings[name], open_ = _status(world, who, texts)
        undecided += open_
    has_text = any(world.by_rule.get(right) for world in worlds.values())
    return Claim(right, readings[_STRICT], readings, tuple(undecided), has_text)


def _texts(world: World, right: str) -> tuple[Ready, ...]:
    """Return the texts of a right in one reading: when open, then when on a permit."""
    key = ("texts", right)
    if key not in world.kept:
        found = world.by_rule.get(right, ())
        ordered = sorted(found, key=lambda ready: ready.clause.kind, reverse=True)
        world.kept[key] = tuple(ordered)
    return cast("tuple[Ready, ...]", world.kept[key])


def _status(
    world: World, who: str, texts: tuple[Ready, ...]
) -> tuple[str, tuple[Diagram, ...]]:
    """Return the status, and the conditions that hang on facts nobody gave.

    A right without any text that day is unknown, not closed.
    """
    for place, ready in enumerate(texts):
        answer = _held(world, who, ready)
        if answer is YES:
            return _USABLE[ready.clause.kind], ()
        if answer is not NO:
            later = (_held(world, who, other) for other in texts[place + 1 :])
            return "unknown", (answer, *(other for other in later if other.kids))
    return ("closed" if texts else "unknown"), ()


def _held(world: World, who: str, ready: Ready) -> Diagram:
    clause = ready.clause
    return world.shop.within(
        partial(world.holds, ready, who), (who, clause.kind, clause.rule)
    )


def rows(made: Run, who: str, found: list[Claim]) -> list[Json]:
    """Return the rights of a person as the contract shows them."""
    return [_row(made, who, claim) for claim in found]


def _row(made: Run, who: str, claim: Claim) -> Json:
    asked = made.asked
    row: Json = {
        "id": claim.id,
        "status": claim.status,
        "why": _why(claim),
        "needs": _needs(made, claim) if claim.undecided else [],
        **_claiming(claim.id, asked.as_of, asked.law_at),
    }
    if len(set(claim.readings.values())) > 1:
        row["readings"] = dict(claim.readings)
    return row


@follows_pack
@lru_cache(maxsize=1024)
def _claiming(key: str, as_of: int, law_at: int) -> Json:
    """Return what a right's row holds of the law alone; it must not be changed."""
    info = pack().rules[key]
    right = cast("Right", info.right)
    return {
        "title": dict(info.title),
        "office": dict(right.office),
        "papers": papers_of(right.papers),
        "fees": fee_rows(right.fees, as_of),
        "say": dict(right.say),
        "procedure": right.procedure or _procedure(key),
        "contested": list(info.contested),
        **authority(info, as_of, as_of, law_at),
    }


def _procedure(right: str) -> str | None:
    """Return the first procedure that names a right; ``None`` if there is none."""
    serving = (p.id for p in pack().procedures.values() if right in p.rights)
    return next(serving, None)


def _why(claim: Claim) -> Text | None:
    if not claim.has_text:
        return both(
            "กฎหมายชุดนี้ไม่มีตัวบทของสิทธินี้สำหรับวันที่ถาม",
            "this law pack holds no text of this right for the day asked",
        )
    closed = cast("Right", pack().rules[claim.id].right).why_closed
    if claim.status == "closed" and closed:
        return both(closed["th"], closed["en"])
    return None


def _needs(made: Run, claim: Claim) -> list[str]:
    """Return the facts that an unknown right waits for, by their path."""
    facts = {
        needs.path_of(fact)
        for level in needs.open_facts(*claim.undecided)
        for fact in needs.facts_of(made.shop, level)
    }
    return sorted(facts)
