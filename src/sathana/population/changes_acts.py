"""What acts of the state may give or take: orders, and entries in the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from sathana.law.book import Clause
from sathana.logic.nodes import Day, FixedDay
from sathana.population.change import BIRTH, Gain, Loss, any_of
from sathana.population.frames import Frame
from sathana.population.lower import Context, Lowering
from sathana.population.lower_spells import table
from sathana.population.ops import YES, Op
from sathana.population.schema import NEVER, ORDERS
from sathana.population.whens import When

_ENTERED = ORDERS.index("nationality_entered") + 1


def by_orders(low: Lowering) -> Iterator[Gain | Loss]:
    """Yield what each order may give or take, by the texts for its kind."""
    clauses = [c for c in low.clauses if c.per == "order"]
    for place in range(1, low.told.slots["order"] + 1):
        when = partial(_order_day, low, place=place)
        for basis in dict.fromkeys(c.basis for c in clauses if c.kind == "gain"):
            texts = [c for c in clauses if c.kind == "gain" and c.basis == basis]
            rules = tuple((c.rule, partial(_by_order, low, place, c)) for c in texts)
            key = ("order", place, basis)
            holds = partial(any_of, low, [hold for _, hold in rules])
            yield Gain(key, basis, when, holds, by_order=True, rules=rules)
        for takes in dict.fromkeys(c.takes for c in clauses if c.kind == "loss"):
            texts = [c for c in clauses if c.kind == "loss" and c.takes == takes]
            each = [partial(_by_order, low, place, clause) for clause in texts]
            of_loss = ("order", place, tuple(sorted(takes)))
            yield Loss(of_loss, takes, when, partial(any_of, low, each), by_order=True)


def _order_day(low: Lowering, frame: Frame, *, place: int) -> When:
    return low.told.order_day(frame, place)


def _by_order(low: Lowering, place: int, clause: Clause) -> Op:
    codes = {ORDERS.index(kind) + 1: YES for kind in clause.orders}
    kind = low.ops.among(low.ops.column(f"order{place}_kind"), table(codes))
    return low.ops.least(kind, low.condition(clause.condition, Context(order=place)))


def by_entries(low: Lowering) -> Iterator[Gain]:
    """Yield what a registrar's entry says: Thai by the rule that it names."""
    days = _days_of_gains(low)
    named = sorted(rule for rules in days.values() for rule in rules)
    for place in range(1, low.told.slots["order"] + 1):
        for day, rules in days.items():
            yield _entry(low, place, day, {r: low.rule_table(r) for r in rules})
        others = bytes(YES - truth for truth in low.rule_table(*named))
        yield _entry(low, place, None, {"ENTERED": others})


def _entry(
    low: Lowering, place: int, day: Day | None, rules: Mapping[str, bytes]
) -> Gain:
    """Return the entry of a slot that names one of some rules of one day of effect."""
    each = tuple(
        (r, partial(_entered, low, place, codes)) for r, codes in rules.items()
    )
    holds = partial(any_of, low, [hold for _, hold in each])
    when = partial(_since, low, place=place, day=day)
    never = low.days.exact(NEVER)
    key = ("entered", place, day)
    return Gain(key, "given", when, holds, True, lambda frame: never, each)


def _days_of_gains(low: Lowering) -> dict[Day, list[str]]:
    """Return the day of effect of the first text of each rule that gives."""
    first: dict[str, Day] = {}
    for clause in low.clauses:
        if clause.kind == "gain" and clause.rule in low.rules:
            first.setdefault(clause.rule, clause.when)
    found: dict[Day, list[str]] = {}
    for rule, day in first.items():
        found.setdefault(day, []).append(rule)
    return found


def _entered(low: Lowering, place: int, rules: bytes) -> Op:
    ops, frame = low.ops, low.frame("self")
    kind = ops.among(ops.column(f"order{place}_kind"), table({_ENTERED: YES}))
    under = ops.among(ops.column(f"order{place}_under"), rules)
    day = low.told.order_day(frame, place)
    return ops.least(kind, under, low.days.by(day, low.told.asked(frame)))


def _since(low: Lowering, frame: Frame, *, place: int, day: Day | None) -> When:
    """Return from when one entered is Thai: as the rule says, or since some day."""
    if day is None:
        first, made = frame.birth.lo, low.told.order_day(frame, place)
        last = low.ops.later(first, made.hi)  # told of a day before the birth
        return When(first, last, (frame.name, "since", place))
    if day == BIRTH:
        return frame.birth
    if isinstance(day, FixedDay):
        return low.day(day)
    never = low.ops.number(NEVER)  # an order or a wedding of which nothing is told
    lives = frozenset({frame.name})
    return When(frame.birth.lo, never, (frame.name, "untold", day), lives=lives)
