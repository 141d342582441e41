"""The answers over a life, one after the other, without gap or overlap.

Between two days on which something certainly changes the answer is asked on the first
and on the last day. Where they differ, a change of which the day is not known lies
between them, and that day is the boundary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sathana.status.answer import Carried, carried, word
from sathana.status.changes import GIVEN, changes, nothing_told, unknown_orders
from sathana.status.diagram import NEVER, NO
from sathana.status.points import Later, Point, When, exact, span_of
from sathana.status.timeline import holds, thai_at
from sathana.status.world import World


@dataclass(frozen=True, slots=True)
class Interval:
    """A time of one answer, half-open; ``until`` is ``None`` up to the day asked."""

    answer: str
    begin: When
    until: When | None
    carried: Carried

    @property
    def is_empty(self) -> bool:
        """Whether it lies within one unknown day of change, which is its boundary."""
        return self.answer == "unknown" and self.until == self.begin

    def same_as(self, other: Interval) -> bool:
        """Return whether both say the same by the same rules."""
        mine, theirs = self.carried.rules, other.carried.rules
        return (self.answer, mine) == (other.answer, theirs)


def intervals(world: World, who: str) -> tuple[Interval, ...]:
    """Return the answers over a life, from birth to the day asked about."""
    kept = [part for part in _joined(_parts(world, who)) if not part.is_empty]
    return tuple(_joined(kept))


def _joined(parts: Iterable[Interval]) -> list[Interval]:
    """Return parts, those that follow one another and say the same made one."""
    found: list[Interval] = []
    for part in parts:
        if found and found[-1].same_as(part):
            found[-1] = replace(found[-1], until=part.until)
        else:
            found.append(part)
    return found


def _parts(world: World, who: str) -> Iterator[Interval]:
    certain, vague = _marks(world, who)
    birth = certain[0]
    for begin, until in zip(certain, [*certain[1:], None], strict=True):
        first = _at(world, who, _alive(birth, begin), begin, until)
        if not vague and _is_exact(birth):
            yield first
            continue
        end = exact(span_of(until)[0] - 1) if until else world.asked(who)
        last = _at(world, who, _alive(birth, end), begin, until)
        if span_of(end)[1] <= span_of(begin)[0] or first.same_as(last):
            yield first
            continue
        between = _between(vague, begin, end)
        yield replace(first, until=between)
        yield replace(last, begin=between)


def _alive(birth: When, day: When) -> When:
    """Return a day of a life: the birth, where that may have been later."""
    if day == birth or span_of(birth)[1] <= span_of(day)[0]:
        return day
    return Later(birth, day)


def _at(world: World, who: str, day: When, begin: When, until: When | None) -> Interval:
    """Return the answer of one day as that of the time around it."""
    answer, what = word(thai_at(world, who, day)), carried(world, who, day)
    return Interval(answer, begin, until, what)


def _between(vague: list[When], begin: When, end: When) -> When:
    """Return the unknown day of change that lies between two days."""
    low, high = span_of(begin)[0], span_of(end)[1]
    for day in vague:
        first, last = span_of(day)
        if first <= high and last > low:
            return day
    return Point(low + 1, max(low + 1, high))


def _marks(world: World, who: str) -> tuple[list[When], list[When]]:
    """Return the days on which the answer may change: known ones, and others.

    The known ones begin with the birth, whether it is exactly known or not.
    """
    birth = world.point(who, "born.date")
    found: dict[tuple[int, int], When] = {}
    for day in _changing(world, who):
        span = span_of(day)
        if birth.first < span[1] and span[0] <= world.asked(who).last:
            found.setdefault(span, day)
    days = [found[span] for span in sorted(found)]
    certain = [day for day in days if _is_exact(day)]
    vague = [day for day in days if not _is_exact(day)]
    return [birth, *certain], vague


def _is_exact(day: When) -> bool:
    if isinstance(day, Later):
        return span_of(day)[0] == span_of(day)[1]
    return day.level < 0


def _changing(world: World, who: str) -> Iterator[When]:
    """Yield the day of each change that may be, the birth left out."""
    if nothing_told(world, who):
        return
    birth = world.point(who, "born.date")
    possible = changes(world, who)
    for change in (*possible.gains, *possible.losses):
        if change.when == birth or span_of(change.when)[0] >= NEVER:
            continue
        if holds(world, who, change) is not NO:
            yield change.when
        until = change.until or change.shield
        if until is not None and change.rule == GIVEN:
            yield until
    yield from unknown_orders(world, who)
