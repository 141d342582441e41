"""What is sure of a step for all rows of a chunk, before it is worked out.

Each step gets the least and the greatest value that it can have there, from those of
the columns. A step that can have but one is not worked out; of ``least`` and ``most``
only the parts that can make a difference are; and what nobody needs any more is left
out. People of a generation are alike, so that this is about half of all steps.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

from sathana.population.ops import NO, YES
from sathana.population.plan import Plan, Step
from sathana.population.years import moved_day

_LAST_ROW = 2**31 - 1

type Span = tuple[int, int]
"""Least and greatest value."""


class Facts(Protocol):
    """What is known of the rows of a chunk."""

    def span(self, column: str) -> Span:
        """Return the span of a column in these rows."""

    def kept_span(self, name: Hashable) -> Span:
        """Return the span of a definition in these rows."""

    def seen(self, number: int, link: str, column: Hashable) -> int | None:
        """Return the step that gave the same numbers before; else remember this one."""

    def fetched_span(self, link: str, name: Hashable) -> Span:
        """Return the span of a definition in the rows to which a link may lead."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Spans of all steps, and what is to be worked out.

    Attributes:
        lo: Least value of each step.
        hi: Greatest value of each step.
        parts: Steps that each step still hangs on.
        uses: How many steps and results need each step.
    """

    lo: list[int]
    hi: list[int]
    parts: list[tuple[int, ...]]
    uses: list[int]


def bounds(plan: Plan, facts: Facts) -> Bounds:
    """Return what is sure of the steps of a plan in some rows.

    What follows from the spans of columns and definitions alone is kept with the plan,
    since generations of one village are like those of the next.
    """
    size = len(plan.steps)
    found = Bounds(
        [0] * size, [0] * size, [step.args for step in plan.steps], [0] * size
    )
    few = size < _FEW
    for number in plan.leaves:
        step = plan.steps[number]
        span = _SPANS[step.kind](found, number, step, facts)
        found.lo[number], found.hi[number] = _rounded(*span) if few else span
    key = tuple(
        (found.lo[number], found.hi[number], found.parts[number])
        for number in plan.leaves
    )
    known = cast("Bounds | None", plan.known.get(key))
    if known is None:
        _follow(plan, found, facts)
        if len(plan.known) < _MOST_KNOWN:
            plan.known[key] = found
        known = found
    return Bounds(known.lo, known.hi, known.parts, known.uses.copy())


_FEW = 1_000
"""Steps below which finding the spans is a good part of the work, so that it pays to
round days: with more steps what is lost by it costs more."""
_MOST_KNOWN = 512
"""Sets of spans kept with a plan."""
_COARSE = 512
"""Days to which the ends of spans are rounded outwards, so that they are met again."""


def _rounded(lo: int, hi: int) -> Span:
    """Return a span of days a little wider: what is sure of it is sure of the other."""
    if lo == hi or hi < _COARSE:
        return lo, hi
    return lo - lo % _COARSE if lo >= 0 else lo, hi - hi % -_COARSE


def _follow(plan: Plan, found: Bounds, facts: Facts) -> None:
    """Work out the spans of all steps that hang on others, and who needs what."""
    leaves = frozenset(plan.leaves)
    for number, step in enumerate(plan.steps):
        if number not in leaves:
            span = _SPANS[step.kind](found, number, step, facts)
            found.lo[number], found.hi[number] = span
    _count(plan, found)


def _count(plan: Plan, found: Bounds) -> None:
    """Count from the results backwards who needs what."""
    uses, lo, hi = found.uses, found.lo, found.hi
    for place in plan.results.values():
        uses[place] += 1
    for number in range(len(uses) - 1, -1, -1):
        if uses[number] and lo[number] != hi[number]:
            for part in found.parts[number]:
                uses[part] += 1


# -- truths ----------------------------------------------------------------------------


def _least(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    lo, hi, least, most = b.lo, b.hi, YES, YES
    for part in step.args:
        if lo[part] < least:
            least = lo[part]
        if hi[part] < most:
            most = hi[part]
    if least != most:
        kept = [part for part in step.args if lo[part] < most]
        if len(kept) < len(step.args):
            if most < YES and all(hi[part] > most for part in kept):
                kept.append(next(p for p in step.args if lo[p] == hi[p] == most))
            b.parts[number] = tuple(kept)
    return least, most


def _most(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    lo, hi, least, most = b.lo, b.hi, NO, NO
    for part in step.args:
        if lo[part] > least:
            least = lo[part]
        if hi[part] > most:
            most = hi[part]
    if least != most:
        kept = [part for part in step.args if hi[part] > least]
        if len(kept) < len(step.args):
            if least > NO and all(lo[part] < least for part in kept):
                kept.append(next(p for p in step.args if lo[p] == hi[p] == least))
            b.parts[number] = tuple(kept)
    return least, most


def _opposite(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    (part,) = step.args
    return YES - b.hi[part], YES - b.lo[part]


def _among(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    (part,) = step.args
    return _of_table(cast("bytes", step.data), b.lo[part], b.hi[part])


@lru_cache(maxsize=65_536)
def _of_table(table: bytes, least: int, most: int) -> Span:
    possible = table[least : most + 1]
    return min(possible), max(possible)


def _before(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    a_lo, a_hi, b_lo, b_hi = step.args
    surely = b.hi[a_hi] < b.lo[b_lo], b.lo[a_hi] < b.hi[b_lo]
    perhaps = b.hi[a_lo] < b.lo[b_hi], b.lo[a_lo] < b.hi[b_hi]
    return surely[0] + perhaps[0], surely[1] + perhaps[1]


def _less(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    one, two = step.args
    return YES * (b.hi[one] < b.lo[two]), YES * (b.lo[one] < b.hi[two])


def _same(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    one, two = step.args
    apart = b.hi[one] < b.lo[two] or b.hi[two] < b.lo[one]
    equal = b.lo[one] == b.hi[one] == b.lo[two] == b.hi[two]
    return YES * equal, YES * (not apart)


def _pick(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    test, then, other = step.args
    if b.lo[test] == YES or b.hi[test] < YES:
        (kept,) = b.parts[number] = (then if b.lo[test] == YES else other,)
        return b.lo[kept], b.hi[kept]
    return min(b.lo[then], b.lo[other]), max(b.hi[then], b.hi[other])


# -- numbers, columns, relatives -------------------------------------------------------


def _constant(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    value = cast("int", step.data)
    return value, value


def _column(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    name = cast("str", step.data)
    _again(b, number, facts.seen(number, "", name))
    return facts.span(name)


def _again(b: Bounds, number: int, earlier: int | None) -> None:
    """Let a step be what an earlier one is."""
    if earlier is not None:
        b.parts[number] = (earlier,)


def _row(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    return 0, _LAST_ROW


def _plus(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    (part,) = step.args
    more = cast("int", step.data)
    return b.lo[part] + more, b.hi[part] + more


def _later(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    one, two = step.args
    return max(b.lo[one], b.lo[two]), max(b.hi[one], b.hi[two])


def _years(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    (part,) = step.args
    years = cast("int", step.data)
    return moved_day(b.lo[part], years), moved_day(b.hi[part], years)


def _kept(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    return facts.kept_span(step.data)


def _of(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    link, name = cast("tuple[str, Hashable]", step.data)
    _again(b, number, facts.seen(number, link, name))
    return facts.fetched_span(link, name)


def _relative(b: Bounds, number: int, step: Step, facts: Facts) -> Span:
    link, name, unknown, none = cast("tuple[str, Hashable, int, int]", step.data)
    first, last = facts.span(link)
    spans = []
    if last >= 0:
        spans.append(facts.fetched_span(link, name))
    if first <= -1 <= last:
        spans.append((unknown, unknown))
    if first < -1:
        spans.append((none, none))
    return min(s[0] for s in spans), max(s[1] for s in spans)


_SPANS: Mapping[str, Callable[[Bounds, int, Step, Facts], Span]] = {
    "truth": _constant,
    "number": _constant,
    "column": _column,
    "row": _row,
    "kept": _kept,
    "of": _of,
    "of_n": _of,
    "relative": _relative,
    "plus": _plus,
    "later": _later,
    "years": _years,
    "among": _among,
    "least": _least,
    "most": _most,
    "opposite": _opposite,
    "before": _before,
    "less": _less,
    "same": _same,
    "pick": _pick,
    "pick_n": _pick,
}
