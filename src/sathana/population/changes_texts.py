"""What texts of law may give or take: from birth, from a day, by a marriage."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sathana.law.book import Clause
from sathana.logic.nodes import Day, FixedDay
from sathana.population.change import BIRTH, Gain, Loss, any_of
from sathana.population.changes_told import lifelong
from sathana.population.frames import Frame, is_marriage
from sathana.population.lower import Context, Lowering
from sathana.population.ops import Op
from sathana.population.schema import NEVER
from sathana.population.whens import When


def by_texts(low: Lowering) -> Iterator[Gain | Loss]:
    """Yield what texts may work, those of one day and one ground together."""
    groups: dict[tuple[object, ...], list[Clause]] = {}
    for clause in low.clauses:
        if clause.per == "person" and clause.kind in {"gain", "loss"}:
            key = (clause.kind, clause.when, clause.basis, clause.takes)
            groups.setdefault(key, []).append(clause)
    for texts in groups.values():
        yield _text(low, texts)


def _text(low: Lowering, texts: list[Clause]) -> Gain | Loss:
    first = texts[0]
    when = partial(_effect, low, day=first.when)
    rules = tuple((c.rule, partial(_by_text, low, c)) for c in texts)
    holds = partial(any_of, low, [hold for _, hold in rules])
    takes = tuple(sorted(first.takes))
    key = ("text", first.when, first.basis, takes)
    by_order = first.basis == "displaced"
    if first.kind == "loss":
        return Loss(key, first.takes, when, holds)
    return Gain(key, first.basis, when, holds, by_order, rules=rules)


def _effect(low: Lowering, frame: Frame, *, day: Day) -> When:
    """Return the day of effect of a text; birth and fixed days are the same for all."""
    if day == BIRTH:
        return frame.birth
    if isinstance(day, FixedDay) or not frame.link:
        return low.day(day)
    return _fetched(low, frame, low.day(day), day)


def _fetched(low: Lowering, frame: Frame, own: When, day: Day) -> When:
    """Return a day of a relative that is worked out in the relative's row."""
    if own.lo.kind == "number":
        return own
    later = own.later
    name = (low.name, "day", day)
    return When(
        frame.number((*name, "lo"), lambda: own.lo),
        frame.number((*name, "hi"), lambda: own.hi),
        (frame.name, own.name),
        lives=frozenset({frame.name} if own.lives else ()),
        later=None if later is None else _fetched(low, frame, later, day),
    )


def _by_text(low: Lowering, clause: Clause) -> Op:
    ops = low.ops
    born = low.condition(clause.births)
    found = ops.pick(ops.opposite(born), ops.no, low.holds(clause))
    if low.told.slots["finding"] == 0:
        found = low.holds(clause)  # the condition holds the window of births itself
    if clause.basis != "displaced":
        found = ops.least(found, ops.opposite(lifelong(low)))
    return ops.least(found, _may_be(low, low.day(clause.when)))


def _may_be(low: Lowering, when: When) -> Op:
    """Return whether the event on which a text hangs may have happened."""
    ops = low.ops
    first = when.lo if when.later is None else ops.later(when.lo, when.later.lo)
    if first is low.frame("self").birth.lo:
        return ops.yes
    return ops.less(first, ops.number(NEVER))


def by_marriages(low: Lowering) -> Iterator[Gain | Loss]:
    """Yield what each marriage may give or take."""
    for place in range(1, low.told.slots["marriage"] + 1):
        for clause in low.clauses:
            if clause.per != "marriage":
                continue
            when = partial(_wedding, low, place=place)
            holds = partial(_by_marriage, low, place, clause)
            key = ("marriage", place, clause.rule)
            if clause.kind == "gain":
                rules = ((clause.rule, holds),)
                yield Gain(key, clause.basis, when, holds, rules=rules)
            else:
                yield Loss(key, clause.takes, when, holds)


def _wedding(low: Lowering, frame: Frame, *, place: int) -> When:
    return low.told.wedding(frame, place)


def _by_marriage(low: Lowering, place: int, clause: Clause) -> Op:
    ops = low.ops
    asked = low.condition(clause.condition, Context(marriage=place))
    when = low.told.wedding(low.frame("self"), place)
    untold = ops.opposite(lifelong(low))
    return ops.least(is_marriage(ops, place), asked, untold, _may_be(low, when))
