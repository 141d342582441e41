"""One family under one reading of the law: the state in which rules are proved.

Everything asked is kept, so that one birth, one rule and one status are worked out
once for the whole family. Answers are diagrams over the facts that are not known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from sathana.facts.model import Finding, Marriage, Order, Parent
from sathana.facts.values import Occurrence, domain
from sathana.facts.view import View
from sathana.law.book import Clause
from sathana.logic.truth import Truth
from sathana.status import points
from sathana.status.diagram import NEVER, NO, YES, Diagram, Workshop
from sathana.status.points import NEVER_POINT, Point, When

type LawKey = tuple[tuple[tuple[str, str], ...], frozenset[str]]
"""A way of reading the law: letter by contested point, and reforms."""

_OF_NO_FINDING = frozenset({"pathway", "right", "permit"})
"""Kinds of text of which no court finds anything in a case file."""
_OWN_EVENTS = {"entered", "alien_certificate.taken", "died"}
"""Events of a person's own life, which lie after the birth."""

type Ask = Callable[[World, str, Context], Diagram]
"""A compiled condition."""
type AskDay = Callable[[World, str, Context], When]
"""A compiled day."""


class TimeLoopError(Exception):
    """The status of persons hangs on itself; ``persons`` names them."""

    def __init__(self, persons: tuple[str, ...]) -> None:
        """Keep the persons in the order in which they were asked."""
        self.persons = persons
        super().__init__(
            f"The status of {' -> '.join(persons)} depends on itself: their marriages "
            "or births are told in an order that cannot be. Check these dates."
        )


@dataclass(frozen=True, slots=True)
class Context:
    """The marriage or the order of which a rule is being asked, if any.

    Attributes:
        child: Child of whom alone the marriage is told; ``""`` if told of the person.
        place: Place in the list of marriages or orders; -1 if neither is asked of.
    """

    marriage: Marriage | None = None
    order: Order | None = None
    child: str = ""
    place: int = -1


PLAIN = Context()


@dataclass(frozen=True, slots=True)
class Ready:
    """A clause with its window of births, its condition and its day compiled."""

    clause: Clause
    births: Ask
    ask: Ask
    when: AskDay


@dataclass(slots=True)
class World:
    """A family, the law of a day under one reading, and all answers so far.

    Attributes:
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read, ordinal.
        law: The way of reading, as a key.
        plain: Answers to conditions of told facts alone, which no reading changes.
        twin: Another reading, of which answers may be taken.
        same: Persons about whom the two readings cannot part.
        parting: Places in the book of the texts that the two take differently.
    """

    view: View
    shop: Workshop
    reading: str
    as_of: int
    law_at: int
    clauses: tuple[Ready, ...]
    law: LawKey = ((), frozenset())
    by_rule: dict[str, list[Ready]] = field(default_factory=dict)
    answers: dict[tuple[object, ...], Diagram] = field(default_factory=dict)
    kept: dict[tuple[object, ...], object] = field(default_factory=dict)
    plain: dict[tuple[Ask, str], Diagram] = field(default_factory=dict)
    asking: list[str] = field(default_factory=list)
    limited: set[str] = field(default_factory=set)
    twin: World | None = None
    same: frozenset[str] = frozenset()
    parting: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Sort the clauses by rule."""
        for ready in self.clauses:
            self.by_rule.setdefault(ready.clause.rule, []).append(ready)

    # -- facts -----------------------------------------------------------------

    def is_(self, person: str, key: str, values: tuple[str, ...]) -> Diagram:
        """Return whether a fact has one of the values."""
        known = self.view.value(person, key)
        if known is not None:
            return YES if known in values else NO
        return self.unknown_value((person, key), key, values)

    def unknown_value(
        self, name: tuple[str, ...], key: str, values: tuple[str, ...]
    ) -> Diagram:
        """Return whether a fact of which nothing is known has one of the values."""
        asked = ("value", name, values)
        found = self.answers.get(asked)
        if found is None:
            possible = domain(key)
            level = self.shop.level(name, 0, len(possible) - 1, possible)
            chosen = [possible.index(value) for value in values if value in possible]
            found = self.answers[asked] = self.shop.among(level, chosen)
        return found

    def relative(self, person: str, link: str) -> str | Parent:
        """Return the id of a parent, or why there is none."""
        return self.view.parent(person, link)

    def identified(self, person: str, link: str) -> Diagram:
        """Return whether it can be known who the parent is."""
        parent = self.view.parent(person, link)
        if parent is Parent.UNIDENTIFIABLE:
            return NO
        return YES if isinstance(parent, str) else self.shop.fact((person, link))

    def point(self, person: str, key: str) -> Point:
        """Return the day of an event of a person."""
        name = ("point", person, key)
        if name not in self.kept:
            self.kept[name] = self._point(person, key)
        return cast("Point", self.kept[name])

    def _point(self, person: str, key: str) -> Point:
        occurrence = self.view.occurrence(person, key)
        owner = person if key == "born.date" else ""
        lives = (person,) if key in _OWN_EVENTS else ()
        return self.place((person, key), occurrence, owner=owner, lives=lives)

    def place(
        self,
        name: tuple[str, ...],
        occurrence: Occurrence,
        *,
        owner: str = "",
        lives: tuple[str, ...] = (),
    ) -> Point:
        """Return an occurrence as a point; an uncertain one becomes a variable."""
        if occurrence.never:
            return NEVER_POINT
        first, last = occurrence.earliest, occurrence.latest
        if occurrence.may_be_never:
            last = NEVER
        if first >= last:
            return Point(first, first, owner=owner, lives=lives)
        level = self.shop.level(name, first, last)
        relative = occurrence.relative or ""
        about = name[0] if relative else ""
        return Point(
            first,
            last,
            level,
            owner=owner,
            relative=relative,
            about=about,
            lives=lives,
            vague=occurrence.is_vague,
        )

    # -- days ------------------------------------------------------------------

    def before(self, a: When, b: When) -> Diagram:
        """Return whether one day is earlier than another."""
        if type(a) is Point and type(b) is Point and a.level < 0 and b.level < 0:
            return YES if a.first < b.first else NO
        key = ("before", a, b)
        found = self.answers.get(key)
        if found is None:
            found = self.answers[key] = self._before(a, b)
        return found

    def _before(self, a: When, b: When) -> Diagram:
        if isinstance(a, Point) and isinstance(b, Point) and a.owner and b.owner:
            if a.owner in self.view.ancestors[b.owner]:
                return YES
            if b.owner in self.view.ancestors[a.owner]:
                return NO
        return points.before(self.shop, a, b)

    def by(self, a: When, b: When) -> Diagram:
        """Return whether one day is another or earlier."""
        if type(a) is Point and type(b) is Point and a.level < 0 and b.level < 0:
            return YES if a.first <= b.first else NO
        return self.shop.opposite(self.before(b, a))

    def asked(self, person: str) -> Point:
        """Return the day asked about, or the day of death if that is earlier."""
        key = ("asked", person)
        if key not in self.kept:
            self.kept[key] = self._asked(person)
        return cast("Point", self.kept[key])

    def _asked(self, person: str) -> Point:
        told = self.view.told(person, "died")
        if told is None or told.value is None:
            return points.exact(self.as_of)
        death = self.view.occurrence(person, "died")
        if death.never or death.may_be_never or death.earliest > self.as_of:
            return points.exact(self.as_of)
        return self.place((person, "died"), death)

    # -- rules -----------------------------------------------------------------

    def rule(self, person: str, rule: str) -> Diagram:
        """Return whether the condition of a rule holds, any of its texts."""
        key = ("rule", person, rule)
        found = self.answers.get(key)
        if found is None:
            self.enter(f"{person} ({rule})")
            try:
                found = self.answers[key] = self._rule(person, rule)
            finally:
                self.asking.pop()
        return found

    def _rule(self, person: str, rule: str) -> Diagram:
        answer = NO
        for ready in self.by_rule.get(rule, ()):
            if ready.clause.kind not in _OF_NO_FINDING:
                answer = self.shop.either(answer, self.holds(ready, person))
            if answer is YES:
                break
        return answer

    def holds(self, ready: Ready, person: str, context: Context = PLAIN) -> Diagram:
        """Return whether one text holds, a court's final finding before its facts."""
        if self.twin and self.shares(ready, person):
            return self.twin.holds(ready, person, context)
        key = ("text", person, ready.clause.rule, ready.clause.place, context.place)
        found = self.answers.get(key)
        if found is None:
            found = self.answers[key] = self._holds(ready, person, context)
        return found

    def shares(self, ready: Ready, person: str) -> bool:
        """Tell whether the other reading's answer is this one's, asked or not."""
        return (
            self.twin is not None
            and person in self.same
            and ready.clause.place not in self.parting
        )

    def _holds(self, ready: Ready, person: str, context: Context) -> Diagram:
        if ready.clause.kind in _OF_NO_FINDING or ready.clause.per != "person":
            return ready.ask(self, person, context)
        return self._found(ready, person, context)

    def _found(self, ready: Ready, person: str, context: Context) -> Diagram:
        """Put the findings of courts before the rule's own facts."""
        for place, finding in enumerate(self.view.findings(person)):
            if finding is not None and finding.rule == ready.clause.rule:
                return self._finding(ready, person, context, finding, place)
        return ready.ask(self, person, context)

    def _finding(
        self,
        ready: Ready,
        person: str,
        context: Context,
        finding: Finding,
        place: int,
    ) -> Diagram:
        """Return what a finding says where it is final, else the rule's own facts."""
        name = (person, "findings", str(place))
        value, final = (
            self.shop.fact((*name, part)) if told is Truth.UNKNOWN else _leaf(told)
            for part, told in (("is", finding.holds), ("final", finding.final))
        )
        if final is YES:
            return value
        return self.shop.choose(final, value, ready.ask(self, person, context))

    def enter(self, what: str) -> None:
        """Note what is being asked; the same again below itself is a loop in time.

        Raises:
            TimeLoopError: It hangs on itself.
        """
        if what in self.asking:
            start = self.asking.index(what)
            raise TimeLoopError((*self.asking[start:], what))
        self.asking.append(what)


def _leaf(truth: Truth) -> Diagram:
    return YES if truth is Truth.YES else NO
