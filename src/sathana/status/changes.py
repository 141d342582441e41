"""What may change the nationality of one person: told facts, orders, texts.

Facts told of nationality hold for their time; an order of the state may change them
later (contract, sections 2 and 4.10).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from sathana.calendars.spans import DateSpan
from sathana.facts.model import Order, Spell
from sathana.facts.values import Occurrence
from sathana.law.rules import ALL_BASES
from sathana.logic.truth import Truth
from sathana.status import ties
from sathana.status.diagram import NEVER, NO, YES, Diagram
from sathana.status.points import NEVER_POINT, When, span_of
from sathana.status.world import PLAIN, Context, Ready, World

GIVEN = "GIVEN"
"""Rule name of a nationality that the file states as a fact."""
ENTERED = "ENTERED"
"""Rule name of a registrar's entry whose ground is not told."""
_TELLING = ("displaced_thai", "original_highlander", "born.country")


@dataclass(frozen=True, slots=True)
class Change:
    """Something that may give or take nationality.

    Attributes:
        rule: Rule by which it does.
        basis: On what a gained nationality rests; ``""`` for a loss.
        takes: Bases that a loss takes; empty for a gain.
        when: Day of the effect.
        ready: The text; ``None`` for a told fact or an entry.
        context: The marriage or order it is asked of.
        by_order: Whether an act of the state works it.
        shield: Day until which only orders can take a gain; ``None``: no shield.
        until: End of a told ``no``; ``None`` for anything else.
        certain: Its condition where there is no text to ask.
    """

    rule: str
    basis: str
    takes: frozenset[str]
    when: When
    ready: Ready | None = None
    context: Context = PLAIN
    by_order: bool = False
    shield: When | None = None
    until: When | None = None
    certain: Diagram = YES


@dataclass(frozen=True, slots=True)
class Changes:
    """All that may change the nationality of one person."""

    gains: tuple[Change, ...]
    losses: tuple[Change, ...]


def unknown_orders(world: World, who: str) -> Iterator[When]:
    """Yield the days of orders of which the kind is not known."""
    for context in ties.orders(world, who):
        if context.order is None or context.order.kind == "unknown":
            yield ties.order_day(world, who, context)


def nothing_told(world: World, who: str) -> bool:
    """Say whether nothing is told that could be followed to an answer.

    So it is too where a finding is known to be, but not of what: it may decide all.
    """
    key = ("nothing_told", who)
    if key not in world.kept:
        world.kept[key] = _nothing_told(world, who)
    return bool(world.kept[key])


def _nothing_told(world: World, who: str) -> bool:
    view = world.view
    if None in view.findings(who):
        return True
    told = view.case.persons[who].told
    listed = (told.get(key) for key in ("orders", "findings", "marriages"))
    if any(entry is not None and entry.value != () for entry in listed):
        return False  # an empty list says no more than silence, which presumes it
    if view.spells(who, "thai") or any(view.parents(who)):
        return False
    return all(view.value(who, key) is None for key in _TELLING)


def changes(world: World, who: str) -> Changes:
    """Return all that may change a person's nationality, told facts first."""
    if world.twin and who in world.same:
        return changes(world.twin, who)
    key = ("changes", who)
    found = world.kept.get(key)
    if found is None:
        found = world.kept[key] = _changes(world, who)
    return cast("Changes", found)


def _changes(world: World, who: str) -> Changes:
    told = [*_told(world, who)]
    gains = [change for change in told if change.basis]
    losses = [change for change in told if not change.basis]
    for change in (*_by_orders(world, who), *_by_rules(world, who, told)):
        if span_of(change.when)[0] >= NEVER:
            continue  # the event that it hangs on never happened
        (gains if change.basis else losses).append(change)
    return Changes(tuple(gains), tuple(losses))


def _told(world: World, who: str) -> Iterator[Change]:
    birth = world.point(who, "born.date")
    for place, spell in enumerate(world.view.spells(who, "thai")):
        if spell.truth is Truth.UNKNOWN:
            continue
        begin = _bound(world, (who, "thai", str(place), "from"), spell.begin) or birth
        end = _bound(world, (who, "thai", str(place), "until"), spell.end)
        end = _meeting(world, who, place, spell) or end or NEVER_POINT
        if spell.truth is Truth.YES:
            yield Change(GIVEN, "given", frozenset(), begin, shield=end)
        else:
            yield Change(GIVEN, "", ALL_BASES, begin, until=end)


def _bound(world: World, name: tuple[str, ...], span: object) -> When | None:
    if not isinstance(span, DateSpan):
        return None
    return world.place(name, Occurrence(span.earliest, span.latest))


def _meeting(world: World, who: str, place: int, spell: Spell) -> When | None:
    """Return the start of the next spell where it meets the end of this one."""
    spells = world.view.spells(who, "thai")
    if place + 1 >= len(spells) or spells[place + 1].begin is None:
        return None
    following = spells[place + 1].begin
    if spell.end is None or spell.end == following:
        return _bound(world, (who, "thai", str(place + 1), "from"), following)
    return None


def _by_orders(world: World, who: str) -> Iterator[Change]:
    for context in ties.orders(world, who):
        order = context.order or ties.UNKNOWN_ORDER
        if order.kind == "nationality_entered":
            yield _entry(world, who, context, order)
        else:
            for ready in _texts_per(world, "order"):
                if order.kind in ready.clause.orders:
                    yield _change(world, who, ready, context)


def _entry(world: World, who: str, context: Context, order: Order) -> Change:
    """Return what a registrar's declaratory entry says: Thai by the rule it names."""
    day = ties.order_day(world, who, context)
    made = world.by(day, world.asked(who))
    texts = world.by_rule.get(order.under or "", ())
    ready = next((r for r in texts if r.clause.kind == "gain"), None)
    if ready is not None:
        when = ready.when(world, who, PLAIN)
        rule = ready.clause.rule
    else:
        since = Occurrence(world.point(who, "born.date").first, day.last)
        when = world.place((who, "orders", str(context.place), "since"), since)
        rule = order.under if order.under and order.under != "unknown" else ENTERED
    return Change(
        rule,
        "given",
        frozenset(),
        when,
        by_order=True,
        shield=NEVER_POINT,
        certain=made,
    )


def _by_rules(world: World, who: str, told: list[Change]) -> Iterator[Change]:
    """Yield what texts may work; a nationality told for a whole life needs none."""
    birth = world.point(who, "born.date")
    lifelong = [
        c for c in told if c.when == birth and NEVER_POINT in (c.shield, c.until)
    ]
    for ready in _texts_per(world, "person"):
        if lifelong and ready.clause.basis != "displaced":
            continue
        if ready.births(world, who, PLAIN) is not NO:
            yield _change(world, who, ready, PLAIN)
    if lifelong:
        return
    for context in ties.marriages(world, who):
        for ready in _texts_per(world, "marriage"):
            yield _change(world, who, ready, context)


def _texts_per(world: World, per: str) -> list[Ready]:
    key = ("texts", per)
    found = world.kept.get(key)
    if found is None:
        found = world.kept[key] = [
            ready
            for ready in world.clauses
            if ready.clause.per == per and ready.clause.kind in {"gain", "loss"}
        ]
    return cast("list[Ready]", found)


def _change(world: World, who: str, ready: Ready, context: Context) -> Change:
    clause = ready.clause
    return Change(
        clause.rule,
        clause.basis,
        clause.takes,
        ready.when(world, who, context),
        ready,
        context,
        by_order=clause.per == "order" or clause.basis == "displaced",
    )
