"""Who belongs to whom: couples, children and generations of a picture.

Persons are numbers here (their place in the list), so that hostile ids never
reach the layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sathana.pictures.model import Sex, TreePerson


@dataclass(frozen=True, slots=True)
class Couple:
    """One or two partners and their children.

    Attributes:
        partners: One or two persons, the father or the one named first in front.
        children: Their children in the order given; empty for a couple without.
        married: Whether they are told to be spouses.
    """

    partners: tuple[int, ...]
    children: tuple[int, ...]
    married: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """A family as numbers.

    Attributes:
        persons: The persons, followed by unnamed ones for ids not among them.
        couples: Couples in order of first mention.
        loops: Pairs (child, parent) that were left out because the parent would
            be their own descendant.
    """

    persons: tuple[TreePerson, ...]
    couples: tuple[Couple, ...]
    loops: tuple[tuple[int, int], ...]


class _Register:
    """Gives every id a number and makes unnamed persons for missing ids."""

    def __init__(self, persons: Iterable[TreePerson]) -> None:
        self.persons: list[TreePerson] = []
        self.numbers: dict[str, int] = {}
        for person in persons:
            if person.id not in self.numbers:
                self._add(person)

    def _add(self, person: TreePerson) -> int:
        self.numbers[person.id] = len(self.persons)
        self.persons.append(person)
        return self.numbers[person.id]

    def number(self, name: str, sex: Sex) -> int:
        """Return the number of an id, of a new unnamed person if need be."""
        if name in self.numbers:
            return self.numbers[name]
        return self._add(TreePerson(id=name, label="", sex=sex))


def reaches(start: int, goal: int, onward: dict[int, set[int]]) -> bool:
    """Return whether ``goal`` is ``start`` or can be reached from it."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        fresh = onward.get(here, set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def read_kin(persons: Sequence[TreePerson]) -> Kin:
    """Return couples and children of the persons.

    Args:
        persons: The persons; a repeated id counts once. Loops of parents are
            broken and reported, never an error: the picture is drawn anyway.
    """
    register = _Register(persons)
    named = tuple(register.persons)
    children: dict[tuple[int, ...], list[int]] = {}
    onward: dict[int, set[int]] = {}
    loops: list[tuple[int, int]] = []
    for child, person in enumerate(named):
        parents: list[int] = []
        roles: tuple[tuple[str | None, Sex], ...] = (
            (person.father, "male"),
            (person.mother, "female"),
        )
        for name, sex in roles:
            if name is None:
                continue
            parent = register.number(name, sex)
            if reaches(child, parent, onward):
                loops.append((child, parent))
            elif parent not in parents:
                onward.setdefault(parent, set()).add(child)
                parents.append(parent)
        if parents:
            children.setdefault(_same_couple(parents, children), []).append(child)
    married = _marriages(named, register)
    for pair in married:
        children.setdefault(_same_couple(list(pair), children), [])
    couples = tuple(
        Couple(pair, tuple(born), tuple(sorted(pair)) in married)
        for pair, born in children.items()
    )
    return Kin(tuple(register.persons), couples, tuple(loops))


def _same_couple(
    pair: list[int], known: dict[tuple[int, ...], list[int]]
) -> tuple[int, ...]:
    """Return the key under which a couple is known, whichever is named first."""
    turned = tuple(reversed(pair))
    return turned if turned in known else tuple(pair)


def _marriages(
    named: Sequence[TreePerson], register: _Register
) -> dict[tuple[int, ...], None]:
    """Return the pairs of spouses, each once, smaller number first."""
    found: dict[tuple[int, ...], None] = {}
    for one, person in enumerate(named):
        for name in person.spouses:
            other = register.number(name, "unknown")
            if other != one:
                found[tuple(sorted((one, other)))] = None
    return found


def components(kin: Kin) -> tuple[tuple[int, ...], ...]:
    """Return groups of persons connected with each other, largest first."""
    near: dict[int, set[int]] = {i: set() for i in range(len(kin.persons))}
    for couple in kin.couples:
        group = couple.partners + couple.children
        for person in group:
            near[person].update(group)
    found: list[tuple[int, ...]] = []
    left = set(near)
    for start in near:
        if start in left:
            group_of_start = {start}
            waiting = [start]
            while waiting:
                fresh = near[waiting.pop()] - group_of_start
                group_of_start |= fresh
                waiting.extend(sorted(fresh))
            left -= group_of_start
            found.append(tuple(sorted(group_of_start)))
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


class _Rows:
    """Merges persons that shall share a row, as long as no loop arises."""

    def __init__(self, kin: Kin) -> None:
        self.kin = kin
        self.group = list(range(len(kin.persons)))

    def edges(self) -> dict[int, set[int]]:
        """Return for each group the groups of its children."""
        onward: dict[int, set[int]] = {}
        for couple in self.kin.couples:
            for parent in couple.partners:
                below = {self.group[child] for child in couple.children}
                onward.setdefault(self.group[parent], set()).update(below)
        return onward

    def merge(self, persons: Sequence[int]) -> None:
        """Put persons on one row where nobody would become their own ancestor."""
        for other in persons[1:]:
            one, two = self.group[persons[0]], self.group[other]
            edges = self.edges()
            if one == two or reaches(one, two, edges) or reaches(two, one, edges):
                continue
            self.group = [one if g == two else g for g in self.group]


def generations(kin: Kin) -> list[int]:
    """Return the row of each person, 0 at the top.

    A child stands at least one row under each parent. Partners, then brothers
    and sisters, share a row where that leads to no contradiction; an ancestor
    stands as near to the children as possible.
    """
    rows = _Rows(kin)
    for couple in kin.couples:
        rows.merge(couple.partners)
    for person in range(len(kin.persons)):
        born = [c.children for c in kin.couples if person in c.partners]
        rows.merge([child for children in born for child in children])
    edges = rows.edges()
    order = _topological(sorted(set(rows.group)), edges)
    row = dict.fromkeys(order, 0)
    for here in order:
        for below in edges.get(here, ()):
            row[below] = max(row[below], row[here] + 1)
    for here in reversed(order):
        if edges.get(here):
            row[here] = min(row[below] for below in edges[here]) - 1
    return [row[group] for group in rows.group]


def _topological(groups: Sequence[int], edges: dict[int, set[int]]) -> list[int]:
    """Return the groups with every parent before the children."""
    above = dict.fromkeys(groups, 0)
    for targets in edges.values():
        for target in targets:
            above[target] += 1
    ready = [g for g in groups if above[g] == 0]
    order: list[int] = []
    while ready:
        here = ready.pop(0)
        order.append(here)
        for target in sorted(edges.get(here, ())):
            above[target] -= 1
            if above[target] == 0:
                ready.append(target)
    return order
