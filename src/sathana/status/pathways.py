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
    only: str = "",
) -> list[Door]:
    """Return every pathway the law pack knows, for one person.

    Args:
        worlds: The family under each reading.
        who: Id of the person.
        answers: The person's nationality under each reading, as words.
        rules: Rules that carry a yes under any reading.
        left_open: Pathways that more facts than these leave open, by id.
        brief: Whether only the status is wanted, and not each reading's.
        only: The one pathway that is wanted; all if left out.
    """
    thai = set(answers.values()) == {"yes"}
    granted = _granted(worlds[_STRICT], who)
    found = []
    for info in pack().pathways.values():
        if only and info.id != only:
            continue
        needed = not thai or _group(info) == "registration"
        kept = left_open.get(info.id) if needed else None
        own = info.id in OWN_RULE & rules
        asked = {_STRICT: worlds[_STRICT]} if brief and not own else worlds
        if kept:
            found.append(replace(kept, answers={}))
        elif info.id in granted:
            found.append(_alike(asked, info, "granted"))
        else:
            found.append(_door(asked, who, info, needed=needed, own=own))
    return found


def _group(info: RuleInfo) -> str:
    return cast("Pathway", info.pathway).group


def _door(
    worlds: Mapping[str, World], who: str, info: RuleInfo, *, needed: bool, own: bool
) -> Door:
    world = worlds[_STRICT]
    if not needed and not own:
        return _alike(worlds, info, "not_needed")
    window = _window(info.id, world.as_of)
    if window is None:
        return _alike(worlds, info, "closed", _not_in_force(info, world.as_of))
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


def _alike(
    worlds: Mapping[str, World], info: RuleInfo, status: str, why: Text | None = None
) -> Door:
    """Return a pathway on which no reading parts and no condition is asked."""
    return Door(info.id, status, dict.fromkeys(worlds, status), {}, why)


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


def _granted(world: World, who: str) -> set[str]:
    """Return the pathways that an order or an attempt of the file says are granted."""
    told = world.view.entries(who, "orders", Order)
    orders = [o for o in told if o is not None and o.on.earliest <= world.as_of]
    attempts = world.view.entries(who, "attempts", Attempt)
    entered = [o for o in orders if o.kind == "nationality_entered"]
    found = {a.pathway for a in attempts if a is not None and a.result == "granted"}
    found |= {o.under for o in entered if o.under}
    kinds = {o.kind for o in orders} - {"nationality_entered"}
    if kinds:
        each = pack().pathways.values()
        found |= {i.id for i in each if kinds.intersection(_granted_by(i))}
    return found


def _granted_by(info: RuleInfo) -> tuple[str, ...]:
    return cast("Pathway", info.pathway).granted_by
