"""Facts of relatives, spells, marriages and orders, as diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sathana.calendars.spans import EARLIEST_DAY
from sathana.facts.model import Event, Happened, Marriage, Order, Parent
from sathana.facts.values import Occurrence
from sathana.logic.truth import Truth
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.points import Point, When
from sathana.status.world import Context, World

_UNKNOWN_EVENT = Event(Happened.UNKNOWN)
_UNKNOWN_MARRIAGE = Marriage(
    to="unknown", registered=_UNKNOWN_EVENT, gives_nationality=Truth.UNKNOWN
)
UNKNOWN_ORDER = Order(kind="unknown")
_COUNTRY_CODE = 2
_COURT_UNTIL = date(1965, 8, 5).toordinal()
"""Before the Act of 1965 only a court revoked (contract, 4.11)."""


def person(world: World, who: str, context: Context, link: str) -> str | Parent:
    """Return the id of the person a link leads to, or why there is none."""
    if link == "self":
        return who
    if link == "spouse":
        spouse = context.marriage.to if context.marriage else "unknown"
        return spouse if spouse in world.view.case.persons else Parent.UNKNOWN
    return world.relative(who, link)


def name_of(who: str, context: Context, link: str) -> str:
    """Return a name for a relative who is not a person of the file."""
    place = str(context.place) if link == "spouse" and context.place >= 0 else ""
    return f"{who}.{link}{place}"


def unknown_thai(world: World, who: str, context: Context, link: str) -> Diagram:
    """Return whether a relative outside the file is Thai on the day of the event.

    A marriage that names a country is one to a national of that country.
    """
    if link == "spouse" and context.marriage:
        country = context.marriage.to
        if len(country) == _COUNTRY_CODE and country.isupper():
            return YES if country == "TH" else NO
    return world.shop.fact((name_of(who, context, link), "thai"))


def marriages(world: World, who: str) -> Iterator[Context]:
    """Yield each marriage of a person as something a rule can be asked of."""
    for place, (marriage, child) in enumerate(world.view.marriages(who)):
        yield Context(marriage or _UNKNOWN_MARRIAGE, child=child, place=place)


def orders(world: World, who: str) -> Iterator[Context]:
    """Yield each order about a person as something a rule can be asked of."""
    for place, order in enumerate(world.view.entries(who, "orders", Order)):
        yield Context(order=order or UNKNOWN_ORDER, place=place)


def is_(
    world: World,
    who: str,
    context: Context,
    link: str,
    key: str,
    values: tuple[str, ...],
) -> Diagram:
    """Return whether a fact of the marriage or the order has one of the values."""
    name = (who, f"{link}s", str(context.place), key)
    if link == "marriage":
        given = context.marriage.gives_nationality if context.marriage else None
        if given is None:
            world.view.presumed.add((who, "marriages.gives_nationality"))
            given = Truth.NO
        known = None if given is Truth.UNKNOWN else given.value
    else:
        known = _of_order(context.order or UNKNOWN_ORDER, key)
    if known is None:
        return world.unknown_value(name, f"{link}.{key}", values)
    return YES if known in values else NO


def _of_order(order: Order, key: str) -> str | None:
    if key == "under":
        return order.under or ""
    return made_by(order)


def made_by(order: Order) -> str | None:
    """Return who made an order: ``minister`` or ``court``; ``None`` if not known."""
    if order.by != "unknown":
        return "minister" if order.by in {"registrar", "other"} else order.by
    return "court" if order.on.latest < _COURT_UNTIL else None


def ordered(
    world: World,
    who: str,
    context: Context,
    link: str,
    kinds: tuple[str, ...],
    under: str,
    when: When,
) -> Diagram:
    """Return whether an order of one of the kinds was made by a day."""
    other = person(world, who, context, link)
    if not isinstance(other, str):
        if other is Parent.UNIDENTIFIABLE:
            return NO
        return world.shop.fact((name_of(who, context, link), "orders", *kinds))
    answer = NO
    for each in orders(world, other):
        order = each.order or UNKNOWN_ORDER
        if order.kind == "unknown":
            fits = world.shop.fact((other, "orders", str(each.place), *kinds))
        elif order.kind in kinds and (not under or order.under == under):
            fits = YES
        else:
            continue
        day = order_day(world, other, each)
        answer = world.shop.either(answer, world.shop.both(fits, world.by(day, when)))
    return answer


def order_day(world: World, who: str, context: Context) -> Point:
    """Return the day of an order."""
    order = context.order or UNKNOWN_ORDER
    event = Event(Happened.YES, order.on)
    if order.kind == "unknown" and order.on.is_unknown:
        event = _UNKNOWN_EVENT
    name = (who, "orders", str(context.place), "on")
    return world.place(name, world.view.of_event(event, who), lives=(who,))


def day(world: World, who: str, context: Context, link: str, key: str) -> When:
    """Return a day of a relative, of the marriage or of the order."""
    if link == "order":
        return order_day(world, who, context)
    if link == "marriage":
        marriage = context.marriage or _UNKNOWN_MARRIAGE
        if context.child and key == "registered":
            point = world.point(context.child, "parents_marriage")
            begin = max(point.first, world.point(who, "born.date").first)
            return replace(
                point, first=min(begin, point.last), lives=(who, marriage.to)
            )
        event = marriage.registered if key == "registered" else marriage.ended
        name = (who, "marriages", str(context.place), key)
        return world.place(
            name, world.view.of_event(event, who), lives=(who, marriage.to)
        )
    other = person(world, who, context, link)
    if isinstance(other, str):
        return world.point(other, key)
    if key == "born.date":
        occurrence = _birth_of(world, who, link)
    else:
        occurrence = world.view.of_event(None, who)
    return world.place((name_of(who, context, link), key), occurrence)


def _birth_of(world: World, who: str, link: str) -> Occurrence:
    """Return when a relative outside the file was born: a parent before the child."""
    if link not in {"father", "mother"}:
        return Occurrence(EARLIEST_DAY, world.as_of)
    return Occurrence(EARLIEST_DAY, world.point(who, "born.date").last - 1)
