"""The first reader of the tree: what each node means for one person.

Each node is turned once into a small function; a family is then asked without
walking the tree again. Other readers give the same nodes the same meaning over
columns, in SQL, or on a phone.
"""

from __future__ import annotations

from functools import cache

from sathana.facts.model import Parent
from sathana.facts.view import View
from sathana.law.book import Clause, book
from sathana.law.kept import follows_pack
from sathana.law.rules import Law
from sathana.logic.nodes import (
    And,
    AnyMarriage,
    AskedDay,
    Before,
    Cases,
    Condition,
    Const,
    Day,
    FactDay,
    FixedDay,
    Holds,
    Identified,
    Is,
    LaterOf,
    LawDay,
    Not,
    OpenLaw,
    Or,
    Ordered,
    Rule,
    ThaiAt,
    Throughout,
    YearsAfter,
    walk,
)
from sathana.logic.truth import Truth
from sathana.status import points, spells, ties
from sathana.status.diagram import NO, YES, Diagram, Workshop
from sathana.status.points import Later, Point, When
from sathana.status.timeline import thai_at
from sathana.status.world import PLAIN, Ask, AskDay, Context, LawKey, Ready, World


def open_world(
    view: View, shop: Workshop, *, name: str, law: Law, as_of: int, law_at: int
) -> World:
    """Return a family ready to be asked under one reading of the law of a day.

    Args:
        view: The family's facts.
        shop: Where unknown facts and answers are kept; readings may share it.
        name: Name of the reading.
        law: The reading and the reforms.
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read, ordinal.
    """
    key = law_key(law)
    clauses = tuple(r for r in _ready(key) if r.clause.read_on(law_at))
    return World(view, shop, name, as_of, law_at, clauses, key)


def law_key(law: Law) -> LawKey:
    """Return what tells one way of reading the law from another."""
    return tuple(sorted(law.points.items())), law.reforms


@follows_pack
@cache
def _ready(key: LawKey) -> tuple[Ready, ...]:
    law = Law(dict(key[0]), key[1])
    return tuple(ready(clause) for clause in book(law))


def ready(clause: Clause) -> Ready:
    """Compile one clause, and remember each of its conditions by identity."""
    compiled = Ready(
        clause,
        compile_condition(clause.births),
        compile_condition(clause.condition),
        compile_day(clause.when),
    )
    for node in walk(clause.condition):
        if isinstance(node, Condition):
            _KNOWN[id(node)] = (node, _compiled(node))
    return compiled


_OF_STATUS = 2
"""Weight of a condition that asks for the status of somebody, or for another rule."""

_KNOWN: dict[int, tuple[Condition, Ask]] = {}
"""Conditions of the book with their functions. A tree is hashed from its leaves up at
every look-up, so that proofs, which visit each node, look up by identity; the node is
kept beside, so that no other can take its identity."""


def compile_condition(node: Condition) -> Ask:
    """Return the function that asks a condition of a person."""
    known = _KNOWN.get(id(node))
    return known[1] if known and known[0] is node else _compiled(node)


@cache
def _compiled(node: Condition) -> Ask:
    ask: Ask = _CONDITIONS[type(node)](node)  # type: ignore[operator]
    at_hand = isinstance(node, Const | Is | Identified | OpenLaw)
    return ask if at_hand or _weight(node) == _OF_STATUS else _remembered(ask)


def _remembered(ask: Ask) -> Ask:
    """Ask a condition of told facts once of a person: many rules share such ones."""

    def remembered(world: World, person: str, context: Context) -> Diagram:
        if context is not PLAIN:
            return ask(world, person, context)
        key = (ask, person)
        found = world.plain.get(key)
        if found is None:
            found = world.plain[key] = ask(world, person, context)
        return found

    return remembered


@cache
def compile_day(node: Day) -> AskDay:
    """Return the function that finds a day of a person."""
    return _DAYS[type(node)](node)  # type: ignore[no-any-return, operator]


def _const(node: Const) -> Ask:
    if node.value is Truth.UNKNOWN:
        return lambda world, person, context: world.shop.fact(("law", "unknown"))
    answer = YES if node.value is Truth.YES else NO
    return lambda world, person, context: answer


def _is(node: Is) -> Ask:
    who, key, values = node.who, node.key, node.values
    if who == "self":
        return lambda world, person, context: world.is_(person, key, values)
    if who in {"marriage", "order"}:
        return lambda world, person, context: ties.is_(
            world, person, context, who, key, values
        )

    def ask(world: World, person: str, context: Context) -> Diagram:
        other = ties.person(world, person, context, who)
        if isinstance(other, str):
            return world.is_(other, key, values)
        name = ties.name_of(person, context, who)
        if other is Parent.UNIDENTIFIABLE:
            return NO
        return world.unknown_value((name, key), key, values)

    return ask


def _identified(node: Identified) -> Ask:
    who = node.who
    return lambda world, person, context: world.identified(person, who)


def _and(node: And) -> Ask:
    parts = _cheap_first(node.parts)

    def ask(world: World, person: str, context: Context) -> Diagram:
        answer = YES
        for part in parts:
            answer = world.shop.both(answer, part(world, person, context))
            if answer is NO:
                break
        return answer

    return ask


def _or(node: Or) -> Ask:
    parts = _cheap_first(node.parts)

    def ask(world: World, person: str, context: Context) -> Diagram:
        answer = NO
        for part in parts:
            answer = world.shop.either(answer, part(world, person, context))
            if answer is YES:
                break
        return answer

    return ask


def _cheap_first(parts: tuple[Condition, ...]) -> tuple[Ask, ...]:
    """Compile parts, single facts first.

    They may decide alone; and a fact met early stands above the large diagrams of a
    relative's status, which are then shared instead of being copied.
    """
    return tuple(compile_condition(part) for part in sorted(parts, key=_weight))


def _weight(node: Condition) -> int:
    if any(isinstance(part, ThaiAt | Rule | AnyMarriage) for part in walk(node)):
        return _OF_STATUS
    return 0 if isinstance(node, Is | Identified | Not) else 1


def _not(node: Not) -> Ask:
    part = compile_condition(node.part)
    return lambda world, person, context: world.shop.opposite(
        part(world, person, context)
    )


def _cases(node: Cases) -> Ask:
    test, then, other = map(compile_condition, (node.test, node.then, node.other))

    def ask(world: World, person: str, context: Context) -> Diagram:
        tested = test(world, person, context)
        if tested is YES:
            return then(world, person, context)
        if tested is NO:
            return other(world, person, context)
        return world.shop.choose(
            tested, then(world, person, context), other(world, person, context)
        )

    return ask


def _before(node: Before) -> Ask:
    a, b = compile_day(node.a), compile_day(node.b)
    if isinstance(node.b, FactDay) and node.b.key == "entered":
        who = node.b.who
        return lambda world, person, context: spells.not_yet_entered(
            world, person, context, who, a(world, person, context)
        )
    return lambda world, person, context: world.before(
        a(world, person, context), b(world, person, context)
    )


def _holds(node: Holds) -> Ask:
    who, key, kinds = node.who, node.key, node.kinds
    day = compile_day(node.day)
    return lambda world, person, context: spells.holds(
        world, person, context, who, key, kinds, day(world, person, context)
    )


def _throughout(node: Throughout) -> Ask:
    who, key = node.who, node.key
    begin, end = compile_day(node.begin), compile_day(node.end)
    return lambda world, person, context: spells.throughout(
        world,
        person,
        context,
        who,
        key,
        begin(world, person, context),
        end(world, person, context),
    )


def _thai_at(node: ThaiAt) -> Ask:
    who, without, day = node.who, node.without, compile_day(node.day)

    def ask(world: World, person: str, context: Context) -> Diagram:
        other = ties.person(world, person, context, who)
        when = day(world, person, context)
        if isinstance(other, str):
            return thai_at(world, other, when, without)
        if other is Parent.UNIDENTIFIABLE:
            return NO
        return ties.unknown_thai(world, person, context, who)

    return ask


def _rule(node: Rule) -> Ask:
    who, rule = node.who, node.rule

    def ask(world: World, person: str, context: Context) -> Diagram:
        other = ties.person(world, person, context, who)
        if isinstance(other, str):
            return world.rule(other, rule)
        if other is Parent.UNIDENTIFIABLE:
            return NO
        return world.shop.fact((ties.name_of(person, context, who), "rule", rule))

    return ask


def _any_marriage(node: AnyMarriage) -> Ask:
    body = compile_condition(node.body)

    def ask(world: World, person: str, context: Context) -> Diagram:
        answer = NO
        for each in ties.marriages(world, person):
            answer = world.shop.either(answer, body(world, person, each))
        return answer

    return ask


def _ordered(node: Ordered) -> Ask:
    who, kinds, under, day = node.who, node.kinds, node.under, compile_day(node.day)
    return lambda world, person, context: ties.ordered(
        world, person, context, who, kinds, under, day(world, person, context)
    )


def _open_law(node: OpenLaw) -> Ask:
    name = ("law", node.id)
    return lambda world, person, context: world.shop.fact(name)


def _fixed_day(node: FixedDay) -> AskDay:
    first, last = node.span.earliest, node.span.latest
    if first == last:
        point = points.exact(first)
        return lambda world, person, context: point
    name = ("law", node.id)
    return lambda world, person, context: Point(
        first, last, world.shop.level(name, first, last)
    )


def _fact_day(node: FactDay) -> AskDay:
    who, key = node.who, node.key
    if who == "self":
        return lambda world, person, context: world.point(person, key)
    return lambda world, person, context: ties.day(world, person, context, who, key)


def _later_of(node: LaterOf) -> AskDay:
    a, b = compile_day(node.a), compile_day(node.b)

    def find(world: World, person: str, context: Context) -> When:
        first, second = a(world, person, context), b(world, person, context)
        if world.before(first, second) is YES:
            return second
        if world.before(second, first) is YES:
            return first
        return first if first == second else Later(first, second)

    return find


def _years_after(node: YearsAfter) -> AskDay:
    day, years = compile_day(node.day), node.years
    return lambda world, person, context: points.shifted(
        day(world, person, context), years
    )


def _asked_day(node: AskedDay) -> AskDay:
    return lambda world, person, context: world.asked(person)


def _law_day(node: LawDay) -> AskDay:
    return lambda world, person, context: points.exact(world.law_at)


_CONDITIONS = {
    Const: _const,
    Is: _is,
    Identified: _identified,
    And: _and,
    Or: _or,
    Not: _not,
    Cases: _cases,
    Before: _before,
    Holds: _holds,
    Throughout: _throughout,
    ThaiAt: _thai_at,
    Rule: _rule,
    AnyMarriage: _any_marriage,
    Ordered: _ordered,
    OpenLaw: _open_law,
}
_DAYS = {
    FixedDay: _fixed_day,
    FactDay: _fact_day,
    LaterOf: _later_of,
    YearsAfter: _years_after,
    AskedDay: _asked_day,
    LawDay: _law_day,
}
