"""Whom a step is about: the person of the row, a parent, or a spouse.

What is asked of a relative is worked out once, in the relative's own row, under a name;
the row of the person then fetches it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from sathana.population.ops import Builder, Op
from sathana.population.schema import (
    NO_MARRIAGE,
    NOT_IDENTIFIED,
    THAI_SPOUSE,
    UNKNOWN_SPOUSE,
)
from sathana.population.whens import When

type Make = Callable[[], Op]

OWN_EVENTS = frozenset({"entered", "alien_certificate.taken", "died"})
"""Events of a person's own life, which lie after the birth."""


@dataclass(slots=True)
class Definitions:
    """Named steps that other rows fetch; each is made once, when the rest is done.

    Attributes:
        made: Steps by name.
        waiting: Names asked for, with how to make them.
    """

    ops: Builder
    made: dict[Hashable, Op] = field(default_factory=dict)
    waiting: list[tuple[Hashable, Make]] = field(default_factory=list)
    known: set[Hashable] = field(default_factory=set)

    def fetch(self, link: str, name: Hashable, make: Make, *, truth: bool) -> Op:
        """Return what a definition is in the row to which a link leads."""
        if name not in self.known:
            self.known.add(name)
            self.waiting.append((name, make))
        return self.ops.of(link, name, truth=truth)

    def finish(self) -> None:
        """Make all that was asked for, and what that asks for in turn."""
        while self.waiting:
            name, make = self.waiting.pop()
            self.made[name] = make()


@dataclass(frozen=True, slots=True)
class Frame:
    """One person as seen from a row.

    Attributes:
        name: ``self``, ``father``, ``mother``, ``spouse1`` and so on.
        link: Column that leads to the person; ``""`` for the person of the row.
    """

    ops: Builder
    definitions: Definitions
    name: str
    link: str

    def truth(self, name: Hashable, make: Make) -> Op:
        """Return a truth of this person; ``make`` gives it in the person's own row."""
        if not self.link:
            return make()
        return self.definitions.fetch(self.link, name, make, truth=True)

    def number(self, name: Hashable, make: Make) -> Op:
        """Return a number of this person."""
        if not self.link:
            return make()
        return self.definitions.fetch(self.link, name, make, truth=False)

    def column(self, name: str) -> Op:
        """Return a column of numbers of this person."""
        return self.number(("column", name), lambda: self.ops.column(name))

    def among(self, name: str, table: bytes) -> Op:
        """Return what a table says of a code of this person."""
        return self.truth(
            ("among", name, table),
            lambda: self.ops.among(self.ops.column(name), table),
        )

    def day(self, name: str, of: Hashable, **known: object) -> When:
        """Return a day of this person, held in the columns ``_lo`` and ``_hi``."""
        lo, hi = self.column(f"{name}_lo"), self.column(f"{name}_hi")
        return When(lo, hi, (self.name, of), **known)  # type: ignore[arg-type]

    @property
    def birth(self) -> When:
        """The birth of this person."""
        return self.day("born_date", "born.date", owner=self.name)

    @property
    def is_row(self) -> Op:
        """Whether the person is a row of the table: yes or no."""
        if not self.link:
            return self.ops.yes
        return self.ops.less(self.ops.number(-1), self.ops.column(self.link))

    def or_else(self, answer: Op, unknown: Op, none: Op) -> Op:
        """Return the answer where there is a row, and what holds where there is none.

        Args:
            answer: Of one who is a row of the table.
            unknown: Of a parent whom nobody has named.
            none: Of a parent whom nobody can find out.
        """
        if not self.link:
            return answer
        link = self.ops.column(self.link)
        code = UNKNOWN_SPOUSE if self.name.startswith("spouse") else NOT_IDENTIFIED
        unnamed = self.ops.same(link, self.ops.number(code))
        return self.ops.pick(self.is_row, answer, self.ops.pick(unnamed, unknown, none))

    def thai_or_else(self, answer: Op) -> Op:
        """Return whether the person is Thai, told by the country where no row is."""
        ops = self.ops
        if not self.name.startswith("spouse"):
            return self.or_else(answer, ops.unknown, ops.no)
        thai = ops.same(ops.column(self.link), ops.number(THAI_SPOUSE))
        return self.or_else(answer, ops.unknown, thai)


def spouse_link(place: int) -> str:
    """Return the column that leads to a spouse."""
    return f"marriage{place}_spouse"


def is_marriage(ops: Builder, place: int) -> Op:
    """Return whether a slot holds a marriage: yes or no."""
    empty = ops.number(NO_MARRIAGE)
    return ops.opposite(ops.same(ops.column(spouse_link(place)), empty))
