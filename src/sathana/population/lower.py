"""The tree of law taken apart into steps: what each node means for a row of people.

This is the second reader of the tree. It gives each node the meaning that the first
reader (``status.reader``) gives it, but before the case split: what the rules of three
values leave unknown stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from sathana.calendars.spans import EARLIEST_DAY
from sathana.law.book import Clause
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
    Link,
    Not,
    OpenLaw,
    Or,
    Ordered,
    Rule,
    ThaiAt,
    Throughout,
    YearsAfter,
)
from sathana.logic.truth import Truth
from sathana.population.frames import Definitions, Frame, is_marriage, spouse_link
from sathana.population.lower_spells import Told, fact_table, table
from sathana.population.ops import NO, UNKNOWN, YES, Builder, Op
from sathana.population.schema import NEVER
from sathana.population.whens import Days, When

_TRUTHS = {Truth.NO: NO, Truth.UNKNOWN: UNKNOWN, Truth.YES: YES}
_OF_NO_FINDING = frozenset({"pathway", "right", "permit"})


class CannotLowerError(Exception):
    """A rule asks something that has no meaning over columns; the text says what."""


@dataclass(frozen=True, slots=True)
class Context:
    """The slot of the marriage or of the order that a rule is being asked of."""

    marriage: int = 0
    order: int = 0


PLAIN = Context()


@dataclass
class Lowering:
    """One rulebook being taken apart.

    Attributes:
        clauses: Texts read, as the reading and the reforms take them.
        law_at: Day whose texts are read, ordinal.
        told: The facts.
        rules: Ids of rules in the order of the codes of columns that name one.
        name: Name of the rulebook, which tells its definitions from others'.
    """

    clauses: tuple[Clause, ...]
    law_at: int
    told: Told
    definitions: Definitions
    rules: tuple[str, ...]
    name: str
    kept: dict[Hashable, Op] = field(default_factory=dict)
    thai_at: Callable[..., Op] = field(init=False)

    @property
    def ops(self) -> Builder:
        """The builder of all steps."""
        return self.told.ops

    @property
    def days(self) -> Days:
        """Compares days."""
        return self.told.days

    def frame(self, link: Link, context: Context = PLAIN) -> Frame:
        """Return the person to whom a link leads."""
        if link == "self":
            return Frame(self.ops, self.definitions, "self", "")
        if link == "spouse":
            name = f"spouse{context.marriage}"
            return Frame(
                self.ops, self.definitions, name, spouse_link(context.marriage)
            )
        return Frame(self.ops, self.definitions, link, link)

    # -- conditions --------------------------------------------------------------

    def condition(self, node: Condition, context: Context = PLAIN) -> Op:
        """Return the step that answers a condition of the person of the row."""
        key = ("condition", node, context)
        if key not in self.kept:
            self.kept[key] = _CONDITIONS[type(node)](self, node, context)
        return self.kept[key]

    def day(self, node: Day, context: Context = PLAIN) -> When:
        """Return a day of the person of the row."""
        return _DAYS[type(node)](self, node, context)

    def rule(self, rule: str) -> Op:
        """Return whether the condition of a rule holds for the person of the row.

        Raises:
            CannotLowerError: The rule is asked of an order or a marriage.
        """
        key = ("rule", rule)
        if key not in self.kept:
            texts = [c for c in self.clauses if c.rule == rule]
            texts = [c for c in texts if c.kind not in _OF_NO_FINDING]
            if any(clause.per != "person" for clause in texts):
                raise CannotLowerError(f"{rule} is asked of an order or a marriage")
            self.kept[key] = self.ops.most(*(self.holds(text) for text in texts))
        return self.kept[key]

    def holds(self, clause: Clause, context: Context = PLAIN) -> Op:
        """Return whether one text holds, a court's final finding before its facts."""
        ops, asked = self.ops, self.condition(clause.condition, context)
        if clause.kind in _OF_NO_FINDING or clause.per != "person":
            return asked
        answer = asked
        for place in range(self.told.slots["finding"], 0, -1):
            name = f"finding{place}"
            of_it = ops.among(ops.column(f"{name}_rule"), self.rule_table(clause.rule))
            value, final = (
                ops.among(ops.column(f"{name}_{part}"), fact_table("", ("yes",)))
                for part in ("is", "final")
            )
            answer = ops.pick(of_it, ops.choose(final, value, asked), answer)
        return answer

    def rule_table(self, *rules: str) -> bytes:
        """Return the truth of each code of a column that names a rule."""
        return table({self.rules.index(r) + 1: YES for r in rules if r in self.rules})


# -- what each kind of condition means --------------------------------------------


def _const(low: Lowering, node: Const, context: Context) -> Op:
    return low.ops.truth(_TRUTHS[node.value])


def _is(low: Lowering, node: Is, context: Context) -> Op:
    if node.who == "marriage":
        told = low.ops.column(f"marriage{context.marriage}_gives")
        return low.ops.among(told, fact_table("marriage.", node.values))
    if node.who == "order":
        return _is_order(low, node, context)
    frame = low.frame(node.who, context)
    answer = low.told.is_(frame, node.key, node.values)
    of_unknown = low.ops.truth(fact_table(node.key, node.values)[0])
    return frame.or_else(answer, of_unknown, low.ops.no)


def _is_order(low: Lowering, node: Is, context: Context) -> Op:
    if not context.order:
        raise CannotLowerError(f"{node.key} of an order, where none is asked of")
    told = low.ops.column(f"order{context.order}_{node.key}")
    if node.key == "under":
        return low.ops.among(told, low.rule_table(*node.values))
    return low.ops.among(told, fact_table("order.by", node.values))


def _identified(low: Lowering, node: Identified, context: Context) -> Op:
    frame = low.frame(node.who, context)
    return frame.or_else(low.ops.yes, low.ops.unknown, low.ops.no)


def _and(low: Lowering, node: And, context: Context) -> Op:
    return low.ops.least(*(low.condition(part, context) for part in node.parts))


def _or(low: Lowering, node: Or, context: Context) -> Op:
    return low.ops.most(*(low.condition(part, context) for part in node.parts))


def _not(low: Lowering, node: Not, context: Context) -> Op:
    return low.ops.opposite(low.condition(node.part, context))


def _cases(low: Lowering, node: Cases, context: Context) -> Op:
    parts = (node.test, node.then, node.other)
    return low.ops.choose(*(low.condition(part, context) for part in parts))


def _before(low: Lowering, node: Before, context: Context) -> Op:
    a = low.day(node.a, context)
    if isinstance(node.b, FactDay) and node.b.key == "entered":
        frame = low.frame(node.b.who, context)
        come = low.told.entered_by(frame, a)
        return frame.or_else(low.ops.opposite(come), low.ops.unknown, low.ops.unknown)
    return low.days.before(a, low.day(node.b, context))


def _holds(low: Lowering, node: Holds, context: Context) -> Op:
    frame, when = low.frame(node.who, context), low.day(node.day, context)
    if node.key == "stay":
        answer = low.told.stays(frame, node.kinds, when)
        vague = low.told.unknown_stay(node.kinds)
        return frame.or_else(answer, vague, low.ops.no)
    answer = low.told.running(frame, node.key, when)
    return frame.or_else(answer, low.ops.unknown, low.ops.no)


def _throughout(low: Lowering, node: Throughout, context: Context) -> Op:
    frame = low.frame(node.who, context)
    begin, end = low.day(node.begin, context), low.day(node.end, context)
    answer = low.told.throughout(frame, node.key, begin, end)
    return frame.or_else(answer, low.ops.unknown, low.ops.unknown)


def _thai_at(low: Lowering, node: ThaiAt, context: Context) -> Op:
    frame, when = low.frame(node.who, context), low.day(node.day, context)
    return low.thai_at(frame, when, node.without)


def _rule(low: Lowering, node: Rule, context: Context) -> Op:
    frame = low.frame(node.who, context)
    name = (low.name, "rule", node.rule)
    answer = frame.truth(name, partial(low.rule, node.rule))
    return frame.or_else(answer, low.ops.unknown, low.ops.no)


def _any_marriage(low: Lowering, node: AnyMarriage, context: Context) -> Op:
    places = range(1, low.told.slots["marriage"] + 1)
    return low.ops.most(
        *(
            low.ops.least(
                is_marriage(low.ops, place),
                low.condition(node.body, Context(marriage=place)),
            )
            for place in places
        )
    )


def _ordered(low: Lowering, node: Ordered, context: Context) -> Op:
    frame, when = low.frame(node.who, context), low.day(node.day, context)
    under = low.rule_table(node.under) if node.under else None
    answer = low.told.ordered(frame, node.kinds, under, when)
    return frame.or_else(answer, low.ops.unknown, low.ops.no)


def _open_law(low: Lowering, node: OpenLaw, context: Context) -> Op:
    return low.ops.unknown


# -- what each kind of day means ---------------------------------------------------


def _fixed_day(low: Lowering, node: FixedDay, context: Context) -> When:
    span = node.span
    if span.is_exact:
        return low.days.exact(span.earliest)
    return low.days.span(span.earliest, span.latest, ("law", node.id))


def _fact_day(low: Lowering, node: FactDay, context: Context) -> When:
    if node.who == "order":
        return low.told.order_day(low.frame("self"), context.order)
    if node.who == "marriage":
        find = low.told.wedding if node.key == "registered" else low.told.ended
        return find(low.frame("self"), context.marriage)
    frame = low.frame(node.who, context)
    told = low.told.event(frame, node.key)
    return told if node.who == "self" else _or_vague(low, node, frame, told)


def _or_vague(low: Lowering, node: FactDay, frame: Frame, told: When) -> When:
    """Return a relative's day; of one who is no row only the outermost ends."""
    ops, birth = low.ops, low.frame("self").birth
    if node.key == "born.date":
        last = ops.plus(birth.hi, -1) if frame.name != "spouse" else birth.hi
        lo, hi = ops.number(EARLIEST_DAY), last
    else:
        lo, hi = birth.lo, ops.number(NEVER)
    return replace(
        told,
        lo=ops.pick(frame.is_row, told.lo, lo),
        hi=ops.pick(frame.is_row, told.hi, hi),
    )


def _later_of(low: Lowering, node: LaterOf, context: Context) -> When:
    one, two = low.day(node.a, context), low.day(node.b, context)
    return replace(one, later=two)


def _years_after(low: Lowering, node: YearsAfter, context: Context) -> When:
    return low.days.shifted(low.day(node.day, context), node.years)


def _asked_day(low: Lowering, node: AskedDay, context: Context) -> When:
    return low.told.asked(low.frame("self"))


def _law_day(low: Lowering, node: LawDay, context: Context) -> When:
    return low.days.exact(low.law_at)


_CONDITIONS: Mapping[type[Condition], Callable[..., Op]] = {
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
_DAYS: Mapping[type[Day], Callable[..., When]] = {
    FixedDay: _fixed_day,
    FactDay: _fact_day,
    LaterOf: _later_of,
    YearsAfter: _years_after,
    AskedDay: _asked_day,
    LawDay: _law_day,
}
