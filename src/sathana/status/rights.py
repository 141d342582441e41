"""Which rights a person can use: open, on a permit, closed, or not known.

A right has two conditions: when it is open without asking anybody, and when it is open
on a permit. Where the readings part, the status is that of the administration, which
decides at the counter, and both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from sathana.law.load import pack
from sathana.law.model import Right, RuleInfo
from sathana.law.rules import Kind
from sathana.status import needs
from sathana.status.authority import authority
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.practice import fee_rows, papers_of
from sathana.status.run import Run
from sathana.status.wording import Text, both
from sathana.status.world import World

type Json = dict[str, object]

_STRICT = "administration"


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
    readings, undecided = {}, []
    for name, world in worlds.items():
        asked = [_held(world, who, right, kind) for kind in ("right", "permit")]
        readings[name] = _status(*asked)
        if readings[name] == "unknown":
            undecided += [answer for answer in asked if answer and answer.kids]
    has_text = any(world.by_rule.get(right) for world in worlds.values())
    return Claim(right, readings[_STRICT], readings, tuple(undecided), has_text)


def _held(world: World, who: str, right: str, kind: Kind) -> Diagram | None:
    """Return whether a condition of a right holds; ``None`` if it has none."""
    for ready in world.by_rule.get(right, ()):
        if ready.clause.kind == kind:
            return world.shop.within(
                partial(world.holds, ready, who), (who, kind, right)
            )
    return None


def _status(free: Diagram | None, on_permit: Diagram | None) -> str:
    """Return the status; a right without any text that day is unknown, not closed."""
    if free is None and on_permit is None:
        return "unknown"
    if free is YES:
        return "open"
    if free is not None and free is not NO:
        return "unknown"
    if on_permit is YES:
        return "permit_needed"
    return "closed" if on_permit in (None, NO) else "unknown"


def rows(made: Run, who: str, found: list[Claim]) -> list[Json]:
    """Return the rights of a person as the contract shows them."""
    return [_row(made, who, claim) for claim in found]


def _row(made: Run, who: str, claim: Claim) -> Json:
    info: RuleInfo = pack().rules[claim.id]
    right, asked = cast("Right", info.right), made.asked
    row: Json = {
        "id": claim.id,
        "title": dict(info.title),
        "status": claim.status,
        "why": _why(claim, right),
        "needs": _needs(made, claim),
        "office": dict(right.office),
        "papers": papers_of(right.papers),
        "fees": fee_rows(right.fees, asked.as_of),
        "say": dict(right.say),
        "procedure": right.procedure or _procedure(claim.id),
        "contested": list(info.contested),
        **authority(info, asked.as_of, asked.as_of, asked.law_at),
    }
    if len(set(claim.readings.values())) > 1:
        row["readings"] = dict(claim.readings)
    return row


def _procedure(right: str) -> str | None:
    """Return the first procedure that names a right; ``None`` if there is none."""
    serving = (p.id for p in pack().procedures.values() if right in p.rights)
    return next(serving, None)


def _why(claim: Claim, right: Right) -> Text | None:
    if not claim.has_text:
        return both(
            "กฎหมายชุดนี้ไม่มีตัวบทของสิทธินี้สำหรับวันที่ถาม",
            "this law pack holds no text of this right for the day asked",
        )
    if claim.status == "closed" and right.why_closed:
        return both(right.why_closed["th"], right.why_closed["en"])
    return None


def _needs(made: Run, claim: Claim) -> list[str]:
    """Return the facts that an unknown right waits for, by their path."""
    facts = {
        needs.path_of(fact)
        for level in needs.open_facts(*claim.undecided)
        for fact in needs.facts_of(made.shop, level)
    }
    return sorted(facts)
