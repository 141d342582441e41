"""A reform as data: numbers, days and classes changed inside the texts of rules.

A change names a rule, what its text holds and what is to come instead; everything else
of the law stays. A change that finds nothing is an error, never a silent nothing: a
reform that changes no text would look like one that changes nobody's status.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Literal, Self, cast

from sathana.calendars.dates import day_text
from sathana.calendars.spans import DateSpan
from sathana.law.book import Clause
from sathana.logic.nodes import (
    Condition,
    Day,
    FixedDay,
    Holds,
    Is,
    Node,
    Ordered,
    YearsAfter,
    walk,
)

type What = Literal["years", "day", "class"]
type Value = int | tuple[str, ...]

_NEAR = 3


class ReformError(ValueError):
    """A reform that cannot be made.

    Attributes:
        th: What is wrong and what the text does hold, in Thai.
        en: The same in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts."""
        super().__init__(en)
        self.th, self.en = th, en

    @classmethod
    def unknown_rule(cls, rule: str, known: Iterable[str]) -> Self:
        """No text of that rule is read."""
        near = ", ".join(nearest_rules(rule, known))
        return cls(
            f"ไม่มีกฎ {rule} ในกฎหมายที่อ่าน จึงไม่มีข้อความให้แก้"
            + (f" รหัสที่ใกล้เคียง: {near}" if near else "")
            + " ดูรหัสทั้งหมดด้วย sathana law list",
            f"The law that is read has no rule {rule}, so there is no text to change."
            + (f" Near ids: {near}." if near else "")
            + " 'sathana law list' names them all.",
        )

    @classmethod
    def nothing(cls, change: Change, held: tuple[str, ...]) -> Self:
        """The texts of the rule do not hold what is to be changed."""
        th, en = _WORDS[change.what]
        found = ", ".join(held)
        return cls(
            f"กฎ {change.rule} ไม่มี{th} {change.shown(change.old)} ที่จะแก้ "
            + (f"ที่มีคือ {found}" if held else f"กฎนี้ไม่มี{th}เลย"),
            f"Rule {change.rule} holds no {en} {change.shown(change.old)} to change. "
            + (f"It holds: {found}." if held else f"It holds no {en} at all."),
        )


_WORDS: dict[What, tuple[str, str]] = {
    "years": ("จำนวนปี", "number of years"),
    "day": ("วันที่", "day"),
    "class": ("ประเภท", "class"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing of the texts of one rule that becomes another.

    Attributes:
        rule: Id of the rule.
        what: ``years``: a number of years counted from or back to a day; ``day``: a day
            the law names, windows of births included; ``class``: the values of a fact,
            the kinds of a spell or of an order.
        old: What is there: years, an ordinal day, or the values in any order.
        new: What comes instead.
        fact: Of a class, the fact, spell or ``orders``.
        kind: Only texts of this kind; empty: all texts of the rule.
    """

    rule: str
    what: What
    old: Value
    new: Value
    fact: str = ""
    kind: str = ""

    def shown(self, value: Value) -> str:
        """Return a value of this change as it is written in a scenario."""
        if isinstance(value, tuple):
            return f"{self.fact} [{', '.join(value)}]"
        return day_text(value) if self.what == "day" else str(value)


def nearest_rules(rule: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return at most three ids that look like one that is not there."""
    plain = {name.casefold(): name for name in known}
    found = get_close_matches(rule[:48].casefold(), plain, n=_NEAR, cutoff=0.5)
    return tuple(plain[name] for name in found)


def reformed(
    clauses: Iterable[Clause], changes: Iterable[Change]
) -> tuple[Clause, ...]:
    """Return the texts with changes made in them, one after the other.

    Args:
        clauses: Texts as a reading takes them; those of other rules stay as they are.
        changes: What is to become of them.

    Raises:
        ReformError: No text of the rule is there, or none holds what is to change; the
            message says which numbers, days or classes there are.
    """
    found = tuple(clauses)
    for change in changes:
        found = _changed(found, change)
    return found


def held(
    clauses: Iterable[Clause], rule: str, what: What, kind: str = "", fact: str = ""
) -> tuple[str, ...]:
    """Return all numbers of years, days or classes that the texts of a rule hold.

    Args:
        clauses: Texts as a reading takes them.
        rule: Id of the rule.
        what: What is looked for.
        kind: Only texts of this kind; empty: all.
        fact: Only classes of this fact; empty, or without any: all.
    """
    own = [c for c in clauses if c.rule == rule and kind in ("", c.kind)]
    nodes = [node for clause in own for node in _nodes(clause)]
    if what == "years":
        years = {abs(n.years) for n in nodes if isinstance(n, YearsAfter)}
        return tuple(str(number) for number in sorted(years))
    if what == "day":
        days = {
            n.span.earliest
            for n in nodes
            if isinstance(n, FixedDay) and n.span.is_exact
        }
        return tuple(day_text(day) for day in sorted(days))
    classes = dict.fromkeys(pair for node in nodes for pair in _classes(node))
    fitting = [pair for pair in classes if pair[0] == fact] or list(classes)
    return tuple(f"{key} [{', '.join(values)}]" for key, values in fitting)


def _changed(clauses: tuple[Clause, ...], change: Change) -> tuple[Clause, ...]:
    rules = dict.fromkeys(clause.rule for clause in clauses)
    if change.rule not in rules:
        raise ReformError.unknown_rule(change.rule, rules)
    swap = _swap(change)
    found = tuple(
        _rewritten_clause(clause, swap)
        if clause.rule == change.rule and change.kind in ("", clause.kind)
        else clause
        for clause in clauses
    )
    if not any(new is not old for new, old in zip(found, clauses, strict=True)):
        there = held(clauses, change.rule, change.what, change.kind, change.fact)
        raise ReformError.nothing(change, there)
    return found


def _rewritten_clause(clause: Clause, swap: Callable[[Node], Node]) -> Clause:
    condition = cast("Condition", _rewritten(clause.condition, swap))
    births = cast("Condition", _rewritten(clause.births, swap))
    when = cast("Day", _rewritten(clause.when, swap))
    same = (condition is clause.condition, when is clause.when)
    if all(same):
        return clause
    return replace(clause, condition=condition, births=births, when=when)


def _rewritten(node: Node, swap: Callable[[Node], Node]) -> Node:
    """Return a tree with each node swapped, from the leaves up; the same if none is."""
    changed: dict[str, object] = {}
    for field in fields(node):  # type: ignore[arg-type]  # every node is a dataclass
        value = getattr(node, field.name)
        new: object = value
        if isinstance(value, Condition | Day):
            new = _rewritten(value, swap)
        elif isinstance(value, tuple):
            parts = tuple(
                _rewritten(part, swap) if isinstance(part, Condition | Day) else part
                for part in value
            )
            pairs = zip(parts, value, strict=True)
            new = parts if any(a is not b for a, b in pairs) else value
        if new is not value:
            changed[field.name] = new
    made = replace(node, **changed) if changed else node  # type: ignore[type-var]
    return swap(made)


# -- what each change does to one node ----------------------------------------------


def _swap(change: Change) -> Callable[[Node], Node]:
    makers = {"years": _swap_years, "day": _swap_day, "class": _swap_class}
    return makers[change.what](change)


def _swap_years(change: Change) -> Callable[[Node], Node]:
    old, new = cast("int", change.old), cast("int", change.new)

    def swap(node: Node) -> Node:
        if isinstance(node, YearsAfter) and abs(node.years) == old:
            return replace(node, years=new if node.years > 0 else -new)
        return node

    return swap


def _swap_day(change: Change) -> Callable[[Node], Node]:
    old, new = cast("int", change.old), cast("int", change.new)

    def swap(node: Node) -> Node:
        if isinstance(node, FixedDay) and node.span == DateSpan(old, old):
            return FixedDay(DateSpan(new, new))
        return node

    return swap


def _swap_class(change: Change) -> Callable[[Node], Node]:
    old, new = frozenset(cast("tuple[str, ...]", change.old)), change.new

    def swap(node: Node) -> Node:
        for key, values in _classes(node):
            if key == change.fact and frozenset(values) == old:
                name = "values" if isinstance(node, Is) else "kinds"
                return replace(node, **{name: new})  # type: ignore[type-var]
        return node

    return swap


def _classes(node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the fact and the values that a node asks for."""
    match node:
        case Is(_, key, values) if values:
            yield key, values
        case Holds(_, key, kinds, _) if kinds:
            yield key, kinds
        case Ordered(_, kinds, _, _):
            yield "orders", kinds
        case _:
            pass


def _nodes(clause: Clause) -> Iterator[Node]:
    yield from walk(clause.condition)
    yield from walk(clause.when)
