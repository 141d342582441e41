"""The book of the law: every text traced once for each way of reading it.

Tracing runs a rule with a symbolic person and joins the windows of its data, so that
the tree is whole: births it governs, events it governs, and its condition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sathana.calendars.spans import DateSpan
from sathana.facts.subject import Subject
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model import Bound, RuleVersion
from sathana.law.rules import BIRTH, Kind, Law, Per, Text, texts
from sathana.logic.nodes import NO, And, Condition, Day, FixedDay, all_of


@dataclass(frozen=True, slots=True)
class Clause:
    """One text of one rule as one reading takes it, ready to be read.

    Attributes:
        condition: The whole condition, the window of births included.
        births: The window of births alone.
        place: Its place in the book, which tells it from others of the same rule.
        when: Day from which the effect runs.
        per: Whether it is asked once, or of each marriage or each order.
        law_from: First day, ordinal, from which the text is read; 0 means always.
        law_until: First day, ordinal, from which it is read no more; 0 means never.
    """

    rule: str
    kind: Kind
    condition: Condition
    births: Condition
    place: int
    basis: str
    takes: frozenset[str]
    when: Day
    per: Per
    orders: tuple[str, ...]
    law_from: int
    law_until: int

    def read_on(self, law_at: int) -> bool:
        """Return whether the text is read by the law of a day, ordinal."""
        return self.law_from <= law_at and not 0 < self.law_until <= law_at


def book(law: Law) -> tuple[Clause, ...]:
    """Return all clauses as one reading takes them (traced once, then kept)."""
    return _book(tuple(sorted(law.points.items())), law.reforms)


@follows_pack
@cache
def _book(
    points: tuple[tuple[str, str], ...], reforms: frozenset[str]
) -> tuple[Clause, ...]:
    law = Law(dict(points), reforms)
    chosen = [text for text in texts() if not text.reform or text.reform in reforms]
    replaced = {(t.rule, t.kind, t.version) for t in chosen if t.reform}
    traced = (
        trace(text, law, place)
        for place, text in enumerate(chosen)
        if text.reform or (text.rule, text.kind, text.version) not in replaced
    )
    return tuple(clause for clause in traced if not _never(clause.condition))


def _never(condition: Condition) -> bool:
    """Say whether a reading takes a text to apply to nobody."""
    parts = condition.parts if isinstance(condition, And) else (condition,)
    return NO in parts


def trace(text: Text, law: Law, place: int = 0) -> Clause:
    """Run one text with a symbolic person and join the windows of its data."""
    windows = _windows(text)
    births = _births(windows)
    guards = (*births, *_effect(windows, text.when))
    return Clause(
        rule=text.rule,
        kind=text.kind,
        condition=all_of(*guards, text.body(Subject(), law)),
        births=all_of(*births),
        place=place,
        basis=text.basis,
        takes=text.takes,
        when=text.when,
        per=text.per,
        orders=text.orders,
        law_from=_first([window.law_from for window in windows]),
        law_until=_last([window.law_until for window in windows]),
    )


def _windows(text: Text) -> tuple[RuleVersion, ...]:
    """Return the windows of a text; none for a definition inside one rule."""
    info = pack().rules.get(text.rule)
    if info is None:
        return ()
    if text.version is not None:
        return (info.versions[text.version],)
    same = tuple(v for v in info.versions if v.kind == text.kind)
    return same or info.versions


def _births(windows: tuple[RuleVersion, ...]) -> tuple[Condition, ...]:
    """Return the guard that the birth lies in the window the text governs."""
    begin = _outer([window.births_from for window in windows], min)
    end = _outer([window.births_until for window in windows], max)
    return _between(begin, BIRTH, end)


def _effect(windows: tuple[RuleVersion, ...], when: Day) -> tuple[Condition, ...]:
    """Return the guard that the event lies in the window of events governed."""
    if isinstance(when, FixedDay) or when == BIRTH:
        return ()
    begin = _outer([window.effect_from for window in windows], min)
    end = _outer([window.effect_until for window in windows], max)
    return _between(begin, when, end)


def _between(begin: Bound, day: Day, end: Bound) -> tuple[Condition, ...]:
    guards = []
    if begin is not None:
        guards.append(_fixed(begin).by(day))
    if end is not None:
        guards.append(day.before(_fixed(end)))
    return tuple(guards)


def _outer(bounds: list[Bound], furthest: Callable[..., DateSpan]) -> Bound:
    """Return the outermost bound of windows that follow each other; open if one is."""
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds) or not known:
        return None
    return furthest(known, key=lambda span: span.earliest)


def _fixed(span: DateSpan) -> Day:
    return FixedDay(span, "" if span.is_exact else f"law:{span.earliest}")


def _first(bounds: list[Bound]) -> int:
    first = _outer(bounds, min)
    return first.earliest if first else 0


def _last(bounds: list[Bound]) -> int:
    last = _outer(bounds, max)
    return last.earliest if last else 0
