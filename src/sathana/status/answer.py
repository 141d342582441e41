"""The answer on one day, the rule that carries it, and the intervals of a life."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from sathana.law.load import pack
from sathana.status.changes import (
    GIVEN,
    Change,
    Changes,
    changes,
    nothing_told,
)
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.points import When, span_of
from sathana.status.timeline import bites, holds, standing, thai_at
from sathana.status.world import World

BARS = ("A337-2", "7BIS-1", "NS-8", "NS-1953")
"""Rules that keep soil from giving nationality, in the order in which one is named."""
_LATE_BLOOD = {"NB-1992-M": 1, "NB-1992-F": 2, "NB-2008-PF": 3}
_FAMILIES = (("NB-", 0), ("DT", 4), ("RG-", 5), ("NS-", 6), ("S23", 7))
_BY_DATE = 8


@dataclass(frozen=True, slots=True)
class Carried:
    """What carries an answer.

    Attributes:
        rules: Rules that carry it in one completion or another, one if certain.
        changes: The change of each rule; ``None`` for a bar or where none works.
        first: Earliest day since which it has held, ordinal; ``None``: unknown.
        last: Latest such day, ordinal.
        lost_by: Rule of the loss, if nationality was lost.
    """

    rules: tuple[str, ...]
    changes: tuple[Change | None, ...]
    first: int | None
    last: int | None
    lost_by: tuple[str, ...] = ()


def word(diagram: Diagram) -> str:
    """Return ``yes``, ``no`` or ``unknown``."""
    return "yes" if diagram is YES else "no" if diagram is NO else "unknown"


def rank(change: Change) -> tuple[int, int]:
    """Return the order in which the rule of a yes is chosen (contract, 4.3)."""
    if change.rule == GIVEN:
        return (-1, 0)
    if change.rule in _LATE_BLOOD:
        return (_LATE_BLOOD[change.rule], 0)
    for prefix, place in _FAMILIES:
        if change.rule.startswith(prefix):
            return (place, 0)
    return (_BY_DATE, span_of(change.when)[0])


def carried(world: World, who: str, when: When) -> Carried:
    """Return what carries the answer on a day; nothing where it is unknown."""
    if world.twin and who in world.same:
        return carried(world.twin, who, when)
    key = ("carried", who, when)
    if key not in world.kept:
        world.kept[key] = _what_carries(world, who, when)
    return cast("Carried", world.kept[key])


def _what_carries(world: World, who: str, when: When) -> Carried:
    answer = thai_at(world, who, when)
    if nothing_told(world, who):
        return Carried((), (), None, None)
    if answer is YES:
        return _of_yes(world, who, when)
    if answer is NO:
        return _of_no(world, who, when)
    return Carried((), (), None, None)


def _of_yes(world: World, who: str, when: When) -> Carried:
    gains = sorted(changes(world, who).gains, key=rank)
    working = [(gain, standing(world, who, gain, when)) for gain in gains]
    chosen = [gain for gain, stands in working if stands is YES][:1]
    return _carried(chosen or _reached(world, working))


def _reached(world: World, working: list[tuple[Change, Diagram]]) -> list[Change]:
    """Return each change that is the first to work in some completion."""
    shop, before, found = world.shop, NO, []
    for change, stands in working:
        if shop.both(stands, shop.opposite(before)) is not NO:
            found.append(change)
        before = shop.either(before, stands)
    return found


def _carried(found: list[Change], lost_by: tuple[str, ...] = ()) -> Carried:
    spans = [span_of(change.when) for change in found]
    rules = tuple(dict.fromkeys(change.rule for change in found))
    return Carried(
        rules,
        tuple(found),
        min((first for first, _ in spans), default=None),
        max((last for _, last in spans), default=None),
        lost_by,
    )


def _of_no(world: World, who: str, when: When) -> Carried:
    possible = changes(world, who)
    bitten = _losses(world, who, possible, when)
    certain = [loss for loss, hit in bitten if hit is YES]
    if certain:
        last = max(certain, key=lambda loss: span_of(loss.when))
        return _carried([last], () if last.rule == GIVEN else (last.rule,))
    found = [loss for loss, hit in bitten if hit is not NO]
    bars = _bars(world, who)
    if not found:
        return _barred(world, who, bars[:1])
    lost = tuple(dict.fromkeys(loss.rule for loss in found))
    both = _carried(found, lost)
    return Carried(
        (*both.rules, *bars), (*both.changes, *(None for _ in bars)), None, None, lost
    )


def _losses(
    world: World, who: str, possible: Changes, when: When
) -> list[tuple[Change, Diagram]]:
    """Return each loss with whether it took what was still held on its day."""
    shop, found = world.shop, []
    for loss in possible.losses:
        hit = NO
        for gain in possible.gains:
            taken = bites(world, who, gain, loss, when)
            if taken is NO:
                continue
            earlier = shop.both(taken, holds(world, who, gain))
            hit = shop.either(hit, shop.both(earlier, _still(world, who, gain, loss)))
        found.append((loss, hit))
    return found


def _still(world: World, who: str, gain: Change, loss: Change) -> Diagram:
    """Return whether no earlier loss had taken a gain before this one."""
    shop, answer = world.shop, YES
    for other in changes(world, who).losses:
        if other is loss or other.rule == loss.rule:
            continue
        earlier = shop.both(
            world.before(other.when, loss.when),
            bites(world, who, gain, other, loss.when),
        )
        answer = shop.both(answer, shop.opposite(earlier))
    return answer


def _bars(world: World, who: str) -> tuple[str, ...]:
    """Return the bars against soil: a certain one alone, else all possible ones."""
    if any(change.rule == GIVEN for change in changes(world, who).losses):
        return ()
    values = {rule: _bar(world, who, rule) for rule in BARS}
    certain = tuple(rule for rule in BARS if values[rule] is YES)
    return certain or tuple(rule for rule in BARS if values[rule] is not NO)


def _bar(world: World, who: str, rule: str) -> Diagram:
    answer = NO
    for ready in world.by_rule.get(rule, ()):
        if ready.clause.kind == "bar":
            answer = world.shop.either(answer, world.holds(ready, who))
    return answer


def _barred(world: World, who: str, bars: Iterable[str]) -> Carried:
    birth = world.point(who, "born.date")
    rules = tuple(bars)
    return Carried(rules, tuple(None for _ in rules), birth.first, birth.last)


def declaratory(rules: tuple[str, ...]) -> bool | None:
    """Return whether the register only states what the law gave; ``None``: no rule."""
    known = [pack().rules[rule].declaratory for rule in rules if rule in pack().rules]
    return all(known) if known else None
