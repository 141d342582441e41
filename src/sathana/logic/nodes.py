"""The expression tree: the one shape in which a rule of law is held.

A rule function is run once with a symbolic person and gives a tree of these nodes.
Readers (the prover, columns, a phone, SQL) give each node its meaning; nothing here
knows facts or law. The set is closed: a new node needs a meaning in every reader.

Conditions are three-valued. Days are proleptic Gregorian ordinals; an event that
never happened counts as later than every day, so that ``Before(x, never)`` is yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal, NoReturn

from sathana.calendars.spans import DateSpan
from sathana.logic.truth import Truth

type Link = Literal["self", "father", "mother", "spouse", "marriage", "order"]
"""Whom a fact is about: the person, a parent, or (where a rule is asked of each
marriage or each order) the spouse, the marriage or the order itself."""


class Condition:
    """A question with the answers yes, no and unknown."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        """Both hold."""
        return And((*_parts(self, And), *_parts(other, And)))

    def __or__(self, other: Condition) -> Condition:
        """At least one holds."""
        return Or((*_parts(self, Or), *_parts(other, Or)))

    def __invert__(self) -> Condition:
        """It does not hold."""
        return self.part if isinstance(self, Not) else Not(self)

    def __bool__(self) -> NoReturn:
        """Refuse: a rule may branch on the law, never on a person.

        Raises:
            TypeError: Always.
        """
        raise TypeError(
            "A condition is not yet true or false while a rule is being traced; "
            "combine it with '&', '|', '~' or Cases."
        )


class Day:
    """A day, known or not, that a rule speaks of."""

    __slots__ = ()

    def before(self, other: Day) -> Condition:
        """This day is earlier than the other."""
        return Before(self, other)

    def by(self, other: Day) -> Condition:
        """This day is the other or earlier: it has come by then."""
        return ~Before(other, self)

    def within(self, begin: Day, end: Day) -> Condition:
        """This day lies in the half-open span ``[begin, end)``."""
        return begin.by(self) & self.before(end)


@dataclass(frozen=True, slots=True)
class Const(Condition):
    """The same answer for everybody."""

    value: Truth


@dataclass(frozen=True, slots=True)
class Is(Condition):
    """The fact ``key`` has one of ``values``."""

    who: Link
    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identified(Condition):
    """The parent can be known; no for one whom nobody can find out."""

    who: Link


@dataclass(frozen=True, slots=True)
class And(Condition):
    """All parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Cases(Condition):
    """``then`` where ``test`` holds, ``other`` where it does not.

    Branches that agree decide even while the test is unknown.
    """

    test: Condition
    then: Condition
    other: Condition


@dataclass(frozen=True, slots=True)
class Before(Condition):
    """Day ``a`` is earlier than day ``b``."""

    a: Day
    b: Day


@dataclass(frozen=True, slots=True)
class Holds(Condition):
    """On ``day`` a spell of ``key`` of one of ``kinds`` was running.

    Unknown on a day that no told spell covers. No kinds means: of any kind.
    """

    who: Link
    key: str
    kinds: tuple[str, ...]
    day: Day


@dataclass(frozen=True, slots=True)
class Throughout(Condition):
    """Spells of ``key`` cover every day of ``[begin, end)``."""

    who: Link
    key: str
    begin: Day
    end: Day


@dataclass(frozen=True, slots=True)
class ThaiAt(Condition):
    """The person holds Thai nationality on ``day``; ``without`` leaves out bases."""

    who: Link
    day: Day
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule(Condition):
    """The condition of another rule holds for the person."""

    who: Link
    rule: str


@dataclass(frozen=True, slots=True)
class AnyMarriage(Condition):
    """``body`` holds for at least one marriage of the person."""

    body: Condition


@dataclass(frozen=True, slots=True)
class Ordered(Condition):
    """The state made an order of one of ``kinds``, not later than ``day``.

    Attributes:
        under: Rule named by a registrar's entry; ``""`` means any.
    """

    who: Link
    kinds: tuple[str, ...]
    day: Day
    under: str = ""


@dataclass(frozen=True, slots=True)
class OpenLaw(Condition):
    """A point of law that nobody has verified yet: unknown for everybody."""

    id: str


@dataclass(frozen=True, slots=True)
class FixedDay(Day):
    """A day that the law names; ``id`` names it where it is not exactly known."""

    span: DateSpan
    id: str = ""


@dataclass(frozen=True, slots=True)
class FactDay(Day):
    """The day of a fact, such as birth; never, if the event did not happen."""

    who: Link
    key: str


@dataclass(frozen=True, slots=True)
class LaterOf(Day):
    """The later of two days."""

    a: Day
    b: Day


@dataclass(frozen=True, slots=True)
class YearsAfter(Day):
    """``years`` whole years after ``day``; before it when negative."""

    day: Day
    years: int


@dataclass(frozen=True, slots=True)
class AskedDay(Day):
    """The day asked about (``as_of``), or the day of death if that is earlier."""


@dataclass(frozen=True, slots=True)
class LawDay(Day):
    """The day whose texts are read (``law_at``)."""


type Node = Condition | Day

CONDITIONS: tuple[type[Condition], ...] = (
    Const,
    Is,
    Identified,
    And,
    Or,
    Not,
    Cases,
    Before,
    Holds,
    Throughout,
    ThaiAt,
    Rule,
    AnyMarriage,
    Ordered,
    OpenLaw,
)
DAYS: tuple[type[Day], ...] = (
    FixedDay,
    FactDay,
    LaterOf,
    YearsAfter,
    AskedDay,
    LawDay,
)

YES = Const(Truth.YES)
NO = Const(Truth.NO)


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below, in the order in which they are written."""
    for field in fields(node):  # type: ignore[arg-type]  # every node is a dataclass
        value = getattr(node, field.name)
        if isinstance(value, Condition | Day):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Condition | Day))


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and all nodes below it, parents first."""
    yield node
    for child in children(node):
        yield from walk(child)


def all_of(*parts: Condition) -> Condition:
    """All parts hold; yes when there are none."""
    flat = tuple(piece for part in parts for piece in _parts(part, And))
    return flat[0] if len(flat) == 1 else And(flat) if flat else YES


def any_of(*parts: Condition) -> Condition:
    """At least one part holds; no when there are none."""
    flat = tuple(piece for part in parts for piece in _parts(part, Or))
    return flat[0] if len(flat) == 1 else Or(flat) if flat else NO


def _parts(node: Condition, kind: type[And | Or]) -> tuple[Condition, ...]:
    return node.parts if isinstance(node, kind) else (node,)
