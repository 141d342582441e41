"""The steps to which a tree of law is taken apart, one value a person and step.

There are two sorts of value: a *truth* (0 no, 1 unknown, 2 yes; Kleene's strong logic)
and a *number* (a day as an ordinal, a row, a code). Equal steps are one object, so that
what several rules, readings or reforms share is worked out once. A step of another
person is an ``of``: the value that a named *definition* has in the row of that person.
Definitions may speak of each other through ``of``, since parents come before children;
within one row they may not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

NO, UNKNOWN, YES = 0, 1, 2

TRUTHS = frozenset(
    {
        "truth",
        "among",
        "least",
        "most",
        "opposite",
        "before",
        "less",
        "same",
        "pick",
        "of",
    }
)
NUMBERS = frozenset(
    {"number", "column", "row", "years", "plus", "later", "earlier", "pick_n", "of_n"}
)
FREE = frozenset({"truth", "number", "column", "row"})
"""Steps that are no work: constants and columns as they stand."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Op:
    """One step; equal steps are the same object (see :class:`Builder`).

    Attributes:
        kind: What is done, a member of :data:`TRUTHS` or :data:`NUMBERS`.
        args: Steps it works on.
        data: What else it needs: a constant, a column's name, a table of codes.
        uid: Place in which it was made; later than that of its ``args``.
    """

    kind: str
    args: tuple[Op, ...]
    data: object
    uid: int

    def __repr__(self) -> str:
        """Name the step without all that lies below it, which is endless to read."""
        return f"<{self.kind} {self.uid}>"

    @property
    def is_truth(self) -> bool:
        """Whether its value is a truth."""
        return self.kind in TRUTHS


@dataclass(frozen=True, slots=True)
class Known:
    """What a file of people holds at all, so that nobody asks what nobody has.

    Attributes:
        codes: Codes that occur in a column.
        numbers: Columns in which every row has the same number.
    """

    codes: Mapping[str, frozenset[int]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)


class Builder:
    """Makes steps, each once, and leaves out those whose answer stands already."""

    def __init__(self, known: Known | None = None) -> None:
        """Start with the three truths.

        Args:
            known: What is known of the people; the steps then hold for them alone.
        """
        self.people = known or Known()
        self.made: list[Op] = []
        self._known: dict[tuple[object, ...], Op] = {}
        self.no = self.make("truth", (), NO)
        self.unknown = self.make("truth", (), UNKNOWN)
        self.yes = self.make("truth", (), YES)

    def make(self, kind: str, args: tuple[Op, ...], data: object = None) -> Op:
        """Return the one step of this kind over these steps."""
        key = (kind, data, *(arg.uid for arg in args))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Op(kind, args, data, len(self.made))
            self.made.append(found)
        return found

    # -- truths ----------------------------------------------------------------

    def truth(self, value: int) -> Op:
        """Return a truth that is the same for everybody."""
        return (self.no, self.unknown, self.yes)[value]

    def least(self, *parts: Op) -> Op:
        """Return whether all hold."""
        return self._fold("least", parts, self.no, self.yes)

    def most(self, *parts: Op) -> Op:
        """Return whether at least one holds."""
        return self._fold("most", parts, self.yes, self.no)

    def _fold(self, kind: str, parts: Iterable[Op], ruin: Op, idle: Op) -> Op:
        kept = {part.uid: part for part in parts}
        kept.pop(idle.uid, None)
        if ruin.uid in kept:
            return ruin
        if len(kept) < 2:
            return next(iter(kept.values()), idle)
        return self.make(kind, tuple(kept[uid] for uid in sorted(kept)))

    def opposite(self, part: Op) -> Op:
        """Return whether it does not hold."""
        if part.kind == "truth":
            return self.truth(YES - int(part.data))  # type: ignore[call-overload]
        return (
            part.args[0] if part.kind == "opposite" else self.make("opposite", (part,))
        )

    def choose(self, test: Op, then: Op, other: Op) -> Op:
        """Return ``then`` or ``other``; where they agree the test need not be known."""
        if then is other:
            return then
        return self.most(
            self.least(test, then),
            self.least(self.opposite(test), other),
            self.least(then, other),
        )

    def pick(self, test: Op, then: Op, other: Op) -> Op:
        """Return ``then`` where the test is surely yes, and ``other`` elsewhere."""
        if then is other or test is self.yes:
            return then
        if test.kind == "truth":
            return other
        return self.make("pick" if then.is_truth else "pick_n", (test, then, other))

    def among(self, column: Op, table: bytes) -> Op:
        """Return the truth that a table gives for each code of a column."""
        if column.kind == "number":
            return self.truth(table[cast("int", column.data)])
        codes = self.people.codes.get(str(column.data), range(len(table)))
        truths = {table[code] for code in codes}
        if len(truths) == 1:
            return self.truth(truths.pop())
        return self.make("among", (column,), table)

    def less(self, a: Op, b: Op) -> Op:
        """Return whether one number is less than another: yes or no."""
        if a is b:
            return self.no
        if a.kind == b.kind == "number":
            return self.yes if a.data < b.data else self.no  # type: ignore[operator]
        return self.make("less", (a, b))

    def same(self, a: Op, b: Op) -> Op:
        """Return whether two numbers are equal: yes or no."""
        if a is b:
            return self.yes
        if a.kind == b.kind == "number":
            return self.yes if a.data == b.data else self.no
        return self.make("same", (a, b))

    def before(self, a: tuple[Op, Op], b: tuple[Op, Op], otherwise: Op) -> Op:
        """Return whether one day is earlier; ``otherwise`` where the spans overlap."""
        surely, perhaps = self.less(a[1], b[0]), self.less(a[0], b[1])
        if surely is perhaps or perhaps is self.no or surely is self.yes:
            return perhaps
        if otherwise is self.yes:
            return perhaps
        if otherwise is self.no:
            return surely
        if otherwise is self.unknown and "truth" not in (surely.kind, perhaps.kind):
            return self.make("before", (*a, *b))
        return self.most(surely, self.least(perhaps, otherwise))

    # -- numbers ---------------------------------------------------------------

    def number(self, value: int) -> Op:
        """Return a number that is the same for everybody."""
        return self.make("number", (), value)

    def column(self, name: str) -> Op:
        """Return a column of the table, or the number that it holds throughout."""
        if name in self.people.numbers:
            return self.number(self.people.numbers[name])
        return self.make("column", (), name)

    @property
    def row(self) -> Op:
        """Return the row in which the person stands."""
        return self.make("row", ())

    def later(self, a: Op, b: Op) -> Op:
        """Return the greater of two numbers."""
        if a.kind == b.kind == "number":
            return a if cast("int", a.data) >= cast("int", b.data) else b
        return a if a is b else self.make("later", (a, b))

    def years(self, day: Op, years: int) -> Op:
        """Return the day so many whole years later; ``NEVER`` stays."""
        if not years:
            return day
        return self.make("years", (day,), years)

    def plus(self, number: Op, more: int) -> Op:
        """Return a number with another added."""
        if number.kind == "number":
            return self.number(cast("int", number.data) + more)
        return self.make("plus", (number,), more)

    def of(self, link: str, key: object, *, truth: bool) -> Op:
        """Return the value of a definition in the row to which a link leads.

        Of nobody (a link below 0) the value is that of some row: ``pick`` another.
        """
        return self.make("of" if truth else "of_n", (), (link, key))

    def again(self, op: Op, args: tuple[Op, ...], data: object) -> Op:
        """Return a step made again over other steps, which may now be constants."""
        if op.kind == "among":
            return self.among(args[0], cast("bytes", data))
        if op.kind == "plus":
            return self.plus(args[0], cast("int", data))
        if op.kind == "before":
            a_lo, a_hi, b_lo, b_hi = args
            return self.before((a_lo, a_hi), (b_lo, b_hi), self.unknown)
        make = _TOGETHER.get(op.kind)
        return make(self, *args) if make else self.make(op.kind, args, data)


_TOGETHER: Mapping[str, Callable[..., Op]] = {
    "least": Builder.least,
    "most": Builder.most,
    "opposite": Builder.opposite,
    "pick": Builder.pick,
    "pick_n": Builder.pick,
    "less": Builder.less,
    "same": Builder.same,
    "later": Builder.later,
}
"""How steps that need nothing but other steps are made."""
