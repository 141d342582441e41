"""The board of pathways: which petition is open to a person, and which is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import cast

from sathana.calendars.spans import DateSpan
from sathana.facts.model import Attempt, Order
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model import Pathway, RuleInfo, Window
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.wording import Text, both, day_text
from sathana.status.world import Ready, World

_STRICT = "administration"
"""The reading whose answer is the status of a pathway (contract, 4.7)."""
OWN_RULE = frozenset({"S23", "RG-2543"})
"""Pathways that stay open to one who is Thai by them, until the entry is made."""


@dataclass(frozen=True, slots=True)
class Door:
    """One pathway for one person.

    Attributes:
        status: As in the contract, section 3.
        readings: Status under each reading.
        answers: Whether the conditions hold under each reading; empty if the law
            of the day does not know the pathway.
        why: Why it is closed, or what is to be known of its window.
    """

    id: str
    status: str
    readings: Mapping[str, str]
    answers: Mapping[str, Diagram]
    why: Text | None


def doors(
    worlds: Mapping[str, World],
    who: str,
    answers: Mapping[str, str],
    rules: set[str],
    left_open: Mapping[str, Door],
    *,
    brief: bool = False,
) -> list[Door]:
    """Return every pathway the law pack knows, for one person.

    Args:
        worlds: The family under each reading.
        who: Id of the person.
        answers: The person's nationality under each reading, as words.
        rules: Rules that carry a yes under any reading.
        left_open: Pathways that more facts than these leave open, by id.
        brief: Whether only the status is wanted, and not each reading's.
    """
    thai = set(answers.values()) == {"yes"}
    found = []
    for info in pack().pathways.values():
        needed = not thai or _group(info) == "registration"
        kept = left_open.get(info.id) if needed else None
        own = info.id in OWN_RULE & rules
        asked = {_STRICT: worlds[_STRICT]} if brief and not own else worlds
        found.append(
            replace(kept, answers={})
            if kept
            else _door(asked, who, info, needed=needed, own=own)
        )
    return found


def _group(info: RuleInfo) -> str:
    return cast("Pathway", info.pathway).group


def _door(
    worlds: Mapping[str, World], who: str, info: RuleInfo, *, needed: bool, own: bool
) -> Door:
    world = worlds[_STRICT]
    if _granted(world, who, info):
        return Door(info.id, "granted", dict.fromkeys(worlds, "granted"), {}, None)
    if not needed and not own:
        same = dict.fromkeys(worlds, "not_needed")
        return Door(info.id, "not_needed", same, {}, None)
    window = _window(info.id, world.as_of)
    if window is None:
        closed = dict.fromkeys(worlds, "closed")
        return Door(info.id, "closed", closed, {}, _not_in_force(info, world.as_of))
    held: dict[str, Diagram | None] = {}
    for name, read in worlds.items():
        text = _text(read, info.id)
        alike = held and text is not None and read.shares(text, who)
        held[name] = next(iter(held.values())) if alike else _held(read, who, text)
    known = {name: answer for name, answer in held.items() if answer is not None}
    readings = {name: _status(answer, window) for name, answer in held.items()}
    status = readings["court" if own else _STRICT]
    if held[_STRICT] is None:
        return Door(info.id, status, readings, known, _not_in_force(info, world.as_of))
    return Door(info.id, status, readings, known, _why(status))


def _text(world: World, rule: str) -> Ready | None:
    """Return the text of a pathway; ``None`` if the law of the day has none."""
    for ready in world.by_rule.get(rule, ()):
        if ready.clause.kind == "pathway":
            return ready
    return None


def _held(world: World, who: str, ready: Ready | None) -> Diagram | None:
    """Return whether the conditions hold; ``None`` if the law has no such pathway."""
    if ready is None:
        return None
    return world.shop.within(
        partial(world.holds, ready, who), (who, "pathway", ready.clause.rule)
    )


@follows_pack
@lru_cache(maxsize=1024)
def _window(key: str, day: int) -> Window | None:
    """Return the window in which a day lies; ``None`` if none is open."""
    for window in cast("Pathway", pack().rules[key].pathway).windows:
        opens = window.opens.earliest if window.opens else 0
        closes = window.closes.earliest if window.closes else day + 1
        if opens <= day < closes:
            return window
    return None


def _status(answer: Diagram | None, window: Window) -> str:
    if answer is None or answer is NO:
        return "closed"
    if not window.known:
        return "window_unknown"
    return "open" if answer is YES else "needs_facts"


def _why(status: str) -> Text | None:
    """Say what is to be known of the window; conditions are said by the proof."""
    if status != "window_unknown":
        return None
    return both(
        "ยังไม่มีการยืนยันว่าประกาศนี้ใช้อยู่ในวันที่ถาม โปรดถามกรมการปกครอง โทร. 1548",
        "nobody has verified that this is in force on the day asked; "
        "ask the Department of Provincial Administration, 1548",
    )


def _not_in_force(info: RuleInfo, day: int) -> Text:
    """Say from when the instrument is in force, or that it is no more."""
    begins = [version.law_from for version in info.versions]
    begins += [window.opens for window in cast("Pathway", info.pathway).windows]
    later = [span for span in begins if span is not None and span.earliest > day]
    if not later:
        return both("ไม่ใช้บังคับในวันที่ถาม", "not in force on the day asked")
    first = min(later, key=lambda span: span.earliest)
    begin = day_text(DateSpan(first.earliest, first.earliest))
    return both(f"ใช้บังคับตั้งแต่ {begin['th']} เท่านั้น", f"in force only from {begin['en']}")


def _granted(world: World, who: str, info: RuleInfo) -> bool:
    """Say whether an order or an attempt of the file says it was granted."""
    orders = world.view.entries(who, "orders", Order)
    attempts = world.view.entries(who, "attempts", Attempt)
    if not orders and not attempts:
        return False
    kinds = set(cast("Pathway", info.pathway).granted_by)
    for order in orders:
        if order is None or order.on.earliest > world.as_of:
            continue
        if order.kind == "nationality_entered":
            if order.under == info.id:
                return True
        elif order.kind in kinds:
            return True
    return any(
        attempt is not None
        and attempt.pathway == info.id
        and attempt.result == "granted"
        for attempt in attempts
    )
