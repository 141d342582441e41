"""Decision diagrams: an answer as a function of the facts that are not known.

A diagram is a shared, ordered decision graph whose inner nodes test one unknown fact
(a *variable*) and whose leaves are yes and no. Combining answers combines diagrams,
so that the case split over unknown facts is made once, exactly, and without a limit
on their number: an answer is certain just when its diagram has shrunk to a leaf.

A variable has an integer domain: 0 and 1 for a yes/no fact, 0 to k-1 for a fact of k
values, day ordinals for a date (``NEVER`` if the event may not have happened). A node
cuts the domain into runs; run ``i`` holds the values below ``cuts[i]``.
See decision record 0003.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

NEVER = 10_000_000
"""Stand-in day of an event that did not happen: later than every day."""
_LEAF_LEVEL = 1 << 60
_EVER = 1 << 60
_MOST = 6_000
"""Nodes that one piece of work may make."""
_IN_ALL = 60_000
"""Nodes after which pieces of work are given the least only."""
_LEAST = 60


class Diagram:
    """One node of the graph; equal functions are the same object.

    Attributes:
        level: Place of the variable in the order; a leaf has the highest.
        cuts: Where the domain is cut, ascending.
        kids: One more than ``cuts``: the diagram for each run of values.
        uid: Small number, unique within a workshop.
        tests: Levels tested here and below, once asked for.
    """

    __slots__ = ("cuts", "kids", "level", "tests", "uid")

    def __init__(
        self, level: int, cuts: tuple[int, ...], kids: tuple[Diagram, ...], uid: int
    ) -> None:
        """Make a node; use :class:`Workshop` instead, which shares them."""
        self.level = level
        self.cuts = cuts
        self.kids = kids
        self.uid = uid
        self.tests: frozenset[int] | None = None


NO = Diagram(_LEAF_LEVEL, (), (), 0)
YES = Diagram(_LEAF_LEVEL, (), (), 1)


@dataclass(frozen=True, slots=True)
class Variable:
    """An unknown fact.

    Attributes:
        name: Person id, key, and what else tells it apart (a day, a rule).
        first: Lowest value of the domain.
        last: Highest value of the domain, inclusive; ``NEVER`` for such an event.
        values: Name of each value where the domain is a list of them.
    """

    name: tuple[str, ...]
    first: int
    last: int
    values: tuple[str, ...] = ()


class TooLargeError(Exception):
    """An answer hangs on too much that is not known to be followed to its end."""


class Workshop:
    """Makes and combines diagrams over one set of unknown facts.

    Attributes:
        ceiling: Number of nodes that may be made in all before an answer is given up.
    """

    def __init__(self) -> None:
        """Start with no variable."""
        self.variables: list[Variable] = []
        self._levels: dict[tuple[str, ...], int] = {}
        self._nodes: dict[tuple[object, ...], Diagram] = {}
        self._both: dict[tuple[int, int], Diagram] = {}
        self._either: dict[tuple[int, int], Diagram] = {}
        self._opposite: dict[int, Diagram] = {0: YES, 1: NO}
        self._next = 2
        self.ceiling = _EVER

    def __len__(self) -> int:
        """Return how many nodes were ever made."""
        return self._next

    def within(
        self, work: Callable[[], Diagram], otherwise: tuple[str, ...]
    ) -> Diagram:
        """Return an answer, or one unknown fact in its place if it grows too large.

        Each piece of work may make so many nodes; when very many have been made for
        the whole family, only a few. What is made for a piece within another does
        not count against the outer one.
        """
        outer, before = self.ceiling, self._next
        self.ceiling = before + max(_LEAST, min(_MOST, _IN_ALL - before))
        try:
            return work()
        except TooLargeError:
            self.ceiling = _EVER
            return self.fact(otherwise)
        finally:
            self.ceiling = outer + (self._next - before)

    def level(
        self,
        name: tuple[str, ...],
        first: int = 0,
        last: int = 1,
        values: tuple[str, ...] = (),
    ) -> int:
        """Return the place of a variable, adding it last if it is new."""
        found = self._levels.get(name)
        if found is None:
            found = self._levels[name] = len(self.variables)
            self.variables.append(Variable(name, first, last, values))
        return found

    def fact(self, name: tuple[str, ...]) -> Diagram:
        """Return the diagram of an unknown yes/no fact."""
        return self.node(self.level(name, values=("no", "yes")), (1,), (NO, YES))

    def below(self, level: int, day: int) -> Diagram:
        """Return whether the variable is less than ``day``."""
        variable = self.variables[level]
        if day <= variable.first:
            return NO
        if day > variable.last:
            return YES
        return self.node(level, (day,), (YES, NO))

    def among(self, level: int, chosen: Iterable[int]) -> Diagram:
        """Return whether the variable has one of the chosen values."""
        variable, wanted = self.variables[level], set(chosen)
        runs = range(variable.first, variable.last + 1)
        kids = [YES if value in wanted else NO for value in runs]
        return self.node(level, tuple(runs[1:]), tuple(kids))

    def node(
        self, level: int, cuts: tuple[int, ...], kids: tuple[Diagram, ...]
    ) -> Diagram:
        """Return the one node with this content, neighbours that agree joined."""
        if len(kids) == 2:  # nearly every node: no loop
            low, high = kids
            if low is high:
                return low
            key: tuple[object, ...] = (level, cuts, low.uid, high.uid)
        else:
            kept = [i for i in range(len(cuts)) if kids[i] is not kids[i + 1]]
            if not kept:
                return kids[0]
            if len(kept) < len(cuts):
                kids = (*[kids[i] for i in kept], kids[-1])
                cuts = tuple([cuts[i] for i in kept])
            key = (level, cuts, *[kid.uid for kid in kids])
        found = self._nodes.get(key)
        if found is None:
            if self._next >= self.ceiling:
                raise TooLargeError
            found = self._nodes[key] = Diagram(level, cuts, kids, self._next)
            self._next += 1
        return found

    def both(self, a: Diagram, b: Diagram) -> Diagram:
        """Return ``a and b``."""
        if a is NO or b is NO:
            return NO
        if a is YES or a is b:
            return b
        if b is YES:
            return a
        key = (a.uid, b.uid) if a.uid < b.uid else (b.uid, a.uid)
        found = self._both.get(key)
        if found is None:
            found = self._both[key] = self._combine(self.both, a, b)
        return found

    def either(self, a: Diagram, b: Diagram) -> Diagram:
        """Return ``a or b``."""
        if a is YES or b is YES:
            return YES
        if a is NO or a is b:
            return b
        if b is NO:
            return a
        key = (a.uid, b.uid) if a.uid < b.uid else (b.uid, a.uid)
        found = self._either.get(key)
        if found is None:
            found = self._either[key] = self._combine(self.either, a, b)
        return found

    def opposite(self, a: Diagram) -> Diagram:
        """Return ``not a``."""
        found = self._opposite.get(a.uid)
        if found is None:
            kids = tuple([self.opposite(kid) for kid in a.kids])
            found = self._opposite[a.uid] = self.node(a.level, a.cuts, kids)
            self._opposite[found.uid] = a
        return found

    def choose(self, test: Diagram, then: Diagram, other: Diagram) -> Diagram:
        """Return ``then`` where ``test`` is yes, ``other`` where it is no."""
        if test is YES or then is other:
            return then
        if test is NO:
            return other
        return self.either(self.both(test, then), self.both(self.opposite(test), other))

    def _combine(
        self, operate: Callable[[Diagram, Diagram], Diagram], a: Diagram, b: Diagram
    ) -> Diagram:
        if b.level < a.level:  # both ways alike: the order of the two does not matter
            a, b = b, a
        if a.level < b.level:
            if len(a.kids) == 2:  # nearly every node: no loop
                low, high = a.kids
                pair = operate(low, b), operate(high, b)
                return self.node(a.level, a.cuts, pair)
            return self.node(a.level, a.cuts, tuple([operate(k, b) for k in a.kids]))
        if a.cuts == b.cuts:
            kids = tuple([operate(x, y) for x, y in zip(a.kids, b.kids, strict=True)])
            return self.node(a.level, a.cuts, kids)
        cuts = tuple(sorted({*a.cuts, *b.cuts}))
        return self.node(a.level, cuts, tuple(self._merge(operate, a, b, cuts)))

    def _merge(
        self,
        operate: Callable[[Diagram, Diagram], Diagram],
        a: Diagram,
        b: Diagram,
        cuts: tuple[int, ...],
    ) -> Iterator[Diagram]:
        i = j = 0
        for end in (*cuts, None):
            yield operate(a.kids[i], b.kids[j])
            i += i < len(a.cuts) and a.cuts[i] == end
            j += j < len(b.cuts) and b.cuts[j] == end


def nodes(*roots: Diagram) -> list[Diagram]:
    """Return every inner node once, each after all nodes above it."""
    seen: dict[int, Diagram] = {}
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node.uid not in seen and node.kids:
            seen[node.uid] = node
            waiting.extend(node.kids)
    return sorted(seen.values(), key=lambda node: node.level)


def support(*roots: Diagram) -> set[int]:
    """Return the levels of the facts on which the answers depend."""
    found: set[int] = set()
    for root in roots:
        if root.tests is None:
            root.tests = frozenset([node.level for node in nodes(root)])
        found |= root.tests
    return found


def value_at(root: Diagram, values: dict[int, int]) -> Diagram:
    """Follow the diagram for known values, by level; stop at a fact not given."""
    node = root
    while node.kids and node.level in values:
        value = values[node.level]
        node = node.kids[sum(cut <= value for cut in node.cuts)]
    return node
