"""What may give or take the nationality of the person of a row.

The same list as ``status.changes`` makes for a person, but for all rows at once: a
change that a row does not have holds for nobody there. Texts that work on the same day
on the same ground are one change, since only their day and ground matter to what takes
them away.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sathana.law.book import Clause
from sathana.law.rules import ALL_BASES
from sathana.logic.nodes import Day, FactDay, FixedDay
from sathana.population.frames import Frame, is_marriage
from sathana.population.lower import Context, Lowering
from sathana.population.lower_spells import table
from sathana.population.ops import YES, Op
from sathana.population.schema import NEVER, ORDERS, SPELLS, UNTOLD
from sathana.population.whens import When

type Find = Callable[[Frame], When]

_BIRTH = FactDay("self", "born.date")
_ORDER_DAY = FactDay("order", "on")
_NO, _YES = (SPELLS["thai"].index(word) + 1 for word in ("no", "yes"))
_ENTERED = ORDERS.index("nationality_entered") + 1


@dataclass(frozen=True, slots=True)
class Gain:
    """What may give nationality.

    Attributes:
        key: Tells it from others of the same rulebook.
        basis: On what the nationality rests.
        when: Day from which, of a person seen from a row.
        holds: Whether it does, in the person's own row.
        shield: Day until which only orders can take it.
        rules: Rules by which, each with whether it holds.
    """

    key: Hashable
    basis: str
    when: Find
    holds: Callable[[], Op]
    by_order: bool = False
    shield: Find | None = None
    rules: tuple[tuple[str, Callable[[], Op]], ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """What may take nationality; ``until`` is the end of a told ``no``."""

    key: Hashable
    takes: frozenset[str]
    when: Find
    holds: Callable[[], Op]
    by_order: bool = False
    until: Find | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that may change the nationality of a person, told facts first."""

    gains: tuple[Gain, ...]
    losses: tuple[Loss, ...]


def changes(low: Lowering) -> Changes:
    """Return all changes that a rulebook and a table know."""
    found: list[Gain | Loss] = [*_told(low), *_orders(low)]
    found += [*_entries(low), *_texts(low), *_marriages(low)]
    return Changes(
        tuple(change for change in found if isinstance(change, Gain)),
        tuple(change for change in found if isinstance(change, Loss)),
    )


def lifelong(low: Lowering) -> Op:
    """Return whether a nationality, or none, is told for a whole life."""
    ops, found = low.ops, []
    for place in range(1, low.told.slots["thai"] + 1):
        decided = ops.among(
            ops.column(f"thai{place}_kind"), table({_NO: YES, _YES: YES})
        )
        endless = ops.same(ops.column(f"thai{place}_until_lo"), ops.number(NEVER))
        found.append(ops.least(decided, endless, _from_birth(low, place)))
    return ops.most(*found)


def followed(low: Lowering) -> Op:
    """Return whether anything is told that can be followed to an answer: yes or no.

    Not so where a finding is known to be, but not of what: it may decide all.
    """
    ops, slots = low.ops, low.told.slots
    some = bytes([0, *([YES] * 255)])
    told = [
        ops.among(ops.column(f"{thing}{place}_{part}"), some)
        for thing, part in (("thai", "kind"), ("order", "kind"), ("finding", "rule"))
        for place in range(1, slots[thing] + 1)
    ]
    told += [ops.among(ops.column(name), some) for name in _TELLING]
    told += [low.frame(link).is_row for link in ("father", "mother")]
    for place in range(1, slots["marriage"] + 1):
        own = ops.less(ops.column(f"marriage{place}_child"), ops.number(0))
        told.append(ops.least(is_marriage(ops, place), own))
    of_what = table({len(low.rules) + 1: YES})
    vague = [
        ops.among(ops.column(f"finding{place}_rule"), of_what)
        for place in range(1, slots["finding"] + 1)
    ]
    return ops.least(ops.most(*told), ops.opposite(ops.most(*vague)))


_TELLING = ("displaced_thai", "original_highlander", "born_country")


def _from_birth(low: Lowering, place: int) -> Op:
    begin = low.ops.column(f"thai{place}_from_lo")
    return low.ops.same(begin, low.ops.number(UNTOLD))


# -- told facts --------------------------------------------------------------------


def _told(low: Lowering) -> Iterator[Gain | Loss]:
    """Yield a told nationality: from birth, and from a day that is told."""
    for place in range(1, low.told.slots["thai"] + 1):
        end = partial(_end, place=place)
        for untold in (True, False):
            begin = _birth if untold else partial(_begin, place=place)
            key = ("thai", place, untold)
            yes = partial(_thai, low, place, _YES, untold)
            yield Gain(key, "given", begin, yes, shield=end, rules=(("GIVEN", yes),))
            no = partial(_thai, low, place, _NO, untold)
            yield Loss(key, ALL_BASES, begin, no, until=end)


def _birth(frame: Frame) -> When:
    return frame.birth


def _begin(frame: Frame, *, place: int) -> When:
    return frame.day(f"thai{place}_from", ("thai", place))


def _end(frame: Frame, *, place: int) -> When:
    meets = (frame.name, ("thai", place + 1))
    return frame.day(f"thai{place}_until", ("thai until", place), meets=meets)


def _thai(low: Lowering, place: int, kind: int, untold: bool) -> Op:
    told = low.ops.among(low.ops.column(f"thai{place}_kind"), table({kind: YES}))
    birth = _from_birth(low, place)
    return low.ops.least(told, birth if untold else low.ops.opposite(birth))


# -- acts of the state -------------------------------------------------------------


def _orders(low: Lowering) -> Iterator[Gain | Loss]:
    clauses = [c for c in low.clauses if c.per == "order"]
    for place in range(1, low.told.slots["order"] + 1):
        when = partial(_order_day, low, place=place)
        for basis in dict.fromkeys(c.basis for c in clauses if c.kind == "gain"):
            texts = [c for c in clauses if c.kind == "gain" and c.basis == basis]
            rules = tuple((c.rule, partial(_by_order, low, place, c)) for c in texts)
            key = ("order", place, basis)
            holds = partial(_any, low, [hold for _, hold in rules])
            yield Gain(key, basis, when, holds, by_order=True, rules=rules)
        for takes in dict.fromkeys(c.takes for c in clauses if c.kind == "loss"):
            texts = [c for c in clauses if c.kind == "loss" and c.takes == takes]
            each = [partial(_by_order, low, place, clause) for clause in texts]
            of_loss = ("order", place, tuple(sorted(takes)))
            yield Loss(of_loss, takes, when, partial(_any, low, each), by_order=True)


def _order_day(low: Lowering, frame: Frame, *, place: int) -> When:
    return low.told.order_day(frame, place)


def _by_order(low: Lowering, place: int, clause: Clause) -> Op:
    codes = {ORDERS.index(kind) + 1: YES for kind in clause.orders}
    kind = low.ops.among(low.ops.column(f"order{place}_kind"), table(codes))
    return low.ops.least(kind, low.condition(clause.condition, Context(order=place)))


def _any(low: Lowering, each: Sequence[Callable[[], Op]]) -> Op:
    return low.ops.most(*(holds() for holds in each))


def _entries(low: Lowering) -> Iterator[Gain]:
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
    holds = partial(_any, low, [hold for _, hold in each])
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
    if day == _BIRTH:
        return frame.birth
    if isinstance(day, FixedDay):
        return low.day(day)
    never = low.ops.number(NEVER)  # an order or a wedding of which nothing is told
    lives = frozenset({frame.name})
    return When(frame.birth.lo, never, (frame.name, "untold", day), lives=lives)


# -- texts -------------------------------------------------------------------------


def _texts(low: Lowering) -> Iterator[Gain | Loss]:
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
    holds = partial(_any, low, [hold for _, hold in rules])
    takes = tuple(sorted(first.takes))
    key = ("text", first.when, first.basis, takes)
    by_order = first.basis == "displaced"
    if first.kind == "loss":
        return Loss(key, first.takes, when, holds)
    return Gain(key, first.basis, when, holds, by_order, rules=rules)


def _effect(low: Lowering, frame: Frame, *, day: Day) -> When:
    """Return the day of effect of a text; birth and fixed days are the same for all."""
    if day == _BIRTH:
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


def _marriages(low: Lowering) -> Iterator[Gain | Loss]:
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
