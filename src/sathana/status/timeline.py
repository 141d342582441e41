"""Nationality over a life: gains and losses in the order of their days.

A loss bites only one who is Thai on that day, and takes only what rests on certain
grounds. Facts told of nationality hold for their time; an order of the state may
change them later (contract, sections 2 and 4.5, 4.10).
"""

from __future__ import annotations

from sathana.status.changes import (
    Change,
    changes,
    nothing_told,
    unknown_orders,
)
from sathana.status.diagram import NO, YES, Diagram, nodes
from sathana.status.points import When, day_key
from sathana.status.world import World

_LARGE = 600
"""Nodes above which the status of a relative is taken as one unknown fact."""


def thai_at(
    world: World, who: str, when: When, without: tuple[str, ...] = ()
) -> Diagram:
    """Return whether a person holds Thai nationality on a day.

    Args:
        world: The family under one reading.
        who: Id of a person of the file.
        when: The day.
        without: Bases that are not to count.

    Raises:
        TimeLoopError: The answer hangs on itself.
    """
    if world.twin and who in world.same:
        return thai_at(world.twin, who, when, without)
    key = ("thai", who, when, without)
    found = world.answers.get(key)
    if found is None:
        world.enter(f"{who} @ {day_key(when)}")
        try:
            found = world.answers[key] = _within_limits(world, who, when, without)
        finally:
            world.asking.pop()
    return found


def _within_limits(
    world: World, who: str, when: When, without: tuple[str, ...]
) -> Diagram:
    """Take a very large answer as one unknown fact, and remember to say so."""
    name = (who, "thai", day_key(when))
    answer = world.shop.within(lambda: _thai_at(world, who, when, without), name)
    if len(nodes(answer)) > _LARGE:
        answer = world.shop.fact(name)
    given_up = answer.kids and world.shop.variables[answer.level].name == name
    if given_up and not nothing_told(world, who):
        world.limited.add(who)
    return answer


def _thai_at(world: World, who: str, when: When, without: tuple[str, ...]) -> Diagram:
    if nothing_told(world, who):
        return world.shop.fact((who, "thai", day_key(when)))
    if _unknown_order_by(world, who, when):
        return world.shop.fact((who, "orders", "unknown", day_key(when)))
    answer = NO
    for gain in changes(world, who).gains:
        if gain.basis not in without:
            answer = world.shop.either(answer, standing(world, who, gain, when))
            if answer is YES:
                break
    return answer


def _unknown_order_by(world: World, who: str, when: When) -> bool:
    """Say whether an order of which the kind is not known may have come by a day.

    It may have given nationality or taken it, so that nothing else decides.
    """
    return any(world.by(day, when) is not NO for day in unknown_orders(world, who))


def standing(world: World, who: str, gain: Change, when: When) -> Diagram:
    """Return whether one gain has worked by a day and was not lost again."""
    shop = world.shop
    answer = world.by(gain.when, when)
    if answer is not NO:
        answer = shop.both(answer, holds(world, who, gain))
    for loss in changes(world, who).losses:
        if answer is NO:
            break
        answer = shop.both(answer, shop.opposite(bites(world, who, gain, loss, when)))
    return answer


def bites(world: World, who: str, gain: Change, loss: Change, when: When) -> Diagram:
    """Return whether a loss has taken one gain by a day."""
    if loss.until is not None:
        return _denied(world, gain, loss, loss.until, when)
    if gain.basis not in loss.takes:
        return NO
    shop = world.shop
    answer = shop.both(world.by(loss.when, when), world.before(gain.when, loss.when))
    if gain.shield is not None and not loss.by_order:
        answer = shop.both(answer, world.by(gain.shield, loss.when))
    return answer if answer is NO else shop.both(answer, holds(world, who, loss))


def _denied(
    world: World, gain: Change, denial: Change, until: When, when: When
) -> Diagram:
    """Return whether a told ``no`` stands against a gain.

    It ends what began before it, and stops what would begin while it lasts, except
    by an order.
    """
    shop = world.shop
    ended = shop.both(world.before(gain.when, denial.when), world.by(denial.when, when))
    if gain.by_order and gain.basis != "displaced":
        return ended
    if gain.by_order:
        return NO
    inside = shop.both(world.by(denial.when, gain.when), world.before(gain.when, until))
    return shop.either(ended, inside)


def holds(world: World, who: str, change: Change) -> Diagram:
    """Return whether the condition of a change holds."""
    if change.ready is None:
        return change.certain
    return world.holds(change.ready, who, change.context)
