"""Days as the columns know them, and which of two is earlier.

It says of a row just what ``status.points`` says of a person: two spans that do not
overlap are compared; where they overlap, whose days they are may still tell the order.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from sathana.population.ops import Builder, Op
from sathana.population.schema import NEVER

_BEFORE_BIRTH, _AFTER_BIRTH = 1, 3
"""Codes of ``schema.RELATIVE``."""
PARENTS = frozenset({"father", "mother"})


@dataclass(frozen=True, slots=True)
class When:
    """A day of each row.

    Attributes:
        lo: Earliest possibility.
        hi: Latest possibility; ``NEVER`` if the event may not have been.
        name: The same for two days that are the same day whatever it is.
        owner: Whose birth it is, by link from the row; ``""`` for any other day.
        lives: Those who were born before it, by link from the row.
        order: Code of its order to the birth of ``about``, if any is told.
        about: The row to whose birth ``order`` refers.
        meets: Name of a day that it is where both spans are equal.
        later: The other day, where this is the later of two.
    """

    lo: Op
    hi: Op
    name: Hashable = None
    owner: str = ""
    lives: frozenset[str] = frozenset()
    order: Op | None = None
    about: Op | None = None
    meets: Hashable = None
    later: When | None = None


class Days:
    """Compares days with the steps of one builder."""

    def __init__(self, ops: Builder) -> None:
        """Use a builder."""
        self.ops = ops

    def exact(self, day: int) -> When:
        """Return a day that the law or the question fixes."""
        fixed = self.ops.number(day)
        return When(fixed, fixed)

    def span(self, lo: int, hi: int, name: Hashable) -> When:
        """Return a day of the law that is not exactly known."""
        return When(self.ops.number(lo), self.ops.number(hi), name)

    def shifted(self, day: When, years: int) -> When:
        """Return the day so many whole years later."""
        if day.later is not None:
            later = self.shifted(day.later, years)
            return replace(self.shifted(replace(day, later=None), years), later=later)
        lo, hi = (self.ops.years(end, years) for end in (day.lo, day.hi))
        name = None if day.name is None else ("years", day.name, years)
        return When(lo, hi, name)

    def by(self, a: When, b: When) -> Op:
        """Return whether a day is another or earlier."""
        return self.ops.opposite(self.before(b, a))

    def before(self, a: When, b: When) -> Op:
        """Return whether a day is earlier than another."""
        if a.later is not None:
            return self._later(a, a.later, lambda day: self.before(day, b), all_=True)
        if b.later is not None:
            return self._later(b, b.later, lambda day: self.before(a, day), all_=False)
        if a.owner in PARENTS and b.owner == "self":
            return self._kin(a, b, self.ops.yes)
        if b.owner in PARENTS and a.owner == "self":
            return self._kin(a, b, self.ops.no)
        return self.ops.before((a.lo, a.hi), (b.lo, b.hi), self._related(a, b))

    def never(self, day: When) -> Op:
        """Return whether the event surely did not happen: yes or no."""
        return self.ops.opposite(self.ops.less(day.lo, self.ops.number(NEVER)))

    def _later(
        self, one: When, two: When, ask: Callable[[When], Op], *, all_: bool
    ) -> Op:
        """Ask of the later of two days: of that one alone where it is sure which."""
        ops = self.ops
        one = replace(one, later=None)
        asked = ask(one), ask(two)
        both = ops.least(*asked) if all_ else ops.most(*asked)
        second, first = self.before(one, two), self.before(two, one)
        return ops.pick(second, asked[1], ops.pick(first, asked[0], both))

    def _kin(self, a: When, b: When, answer: Op) -> Op:
        """Compare births of parent and child: only two exact days can be wrong."""
        ops = self.ops
        known = ops.least(ops.same(a.lo, a.hi), ops.same(b.lo, b.hi))
        return ops.pick(known, ops.less(a.lo, b.lo), answer)

    def _related(self, a: When, b: When) -> Op:
        """Say what decides where the spans overlap."""
        ops = self.ops
        if a.name is not None and a.name == b.name:
            return ops.no
        if a.owner and a.owner in b.lives:
            return ops.yes
        if b.owner and b.owner in a.lives:
            return ops.no
        if a.order is not None and b.owner == "self":
            return self._told(a, _BEFORE_BIRTH)
        if b.order is not None and a.owner == "self":
            return self._told(b, _AFTER_BIRTH)
        for day, other in ((a, b), (b, a)):
            if day.meets is not None and day.meets == other.name:
                ends = ops.same(day.lo, other.lo), ops.same(day.hi, other.hi)
                return ops.pick(ops.least(*ends), ops.no, ops.unknown)
        return ops.unknown

    def _told(self, day: When, yes: int) -> Op:
        """Read the order to a birth that a file tells: ``yes`` is the code for it."""
        ops = self.ops
        if day.order is None or day.about is None:
            return ops.unknown
        table = bytes([1, *(2 if code == yes else 0 for code in (1, 2, 3))])
        said = ops.among(day.order, table)
        return ops.pick(ops.same(day.about, ops.row), said, ops.unknown)
