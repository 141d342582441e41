"""A family as rows of cards with lines between neighbouring rows.

Couples are kept as blocks that stay together. A line that passes a row takes a
narrow place in it (a *via*), so that it never runs behind a card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sathana.pictures.kin import Kin


@dataclass(frozen=True, slots=True)
class Tie:
    """Two neighbours of one row joined by a couple's line."""

    left: int
    right: int
    couple: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one row to the next.

    Attributes:
        upper: One node, or the two partners between whom the line begins.
        lower: The node in the next row.
        couple: Place of the couple in :attr:`Kin.couples`.
    """

    upper: tuple[int, ...]
    lower: int
    couple: int


@dataclass(frozen=True, slots=True)
class Layers:
    """Rows, blocks and lines of one connected part of a family.

    Attributes:
        persons: Nodes from 0 on below this number are persons, others are vias.
        blocks: For each row its blocks, each a tuple of nodes.
        ties: For each row its ties.
        edges: For each row the lines from it to the next row.
        degree: For each node in how many ties it takes part.
    """

    persons: int
    blocks: tuple[tuple[tuple[int, ...], ...], ...]
    ties: tuple[tuple[Tie, ...], ...]
    edges: tuple[tuple[Edge, ...], ...]
    degree: Mapping[int, int]

    def with_blocks(self, blocks: Iterable[Iterable[tuple[int, ...]]]) -> Layers:
        """Return the same layers with their blocks in another order."""
        return replace(self, blocks=tuple(tuple(row) for row in blocks))


class _Builder:
    """Collects nodes, ties and edges row by row."""

    def __init__(self, kin: Kin, rows: Mapping[int, int]) -> None:
        self.kin = kin
        self.rows = dict(rows)
        height = max(rows.values()) + 1
        self.nodes: list[list[int]] = [[] for _ in range(height)]
        self.ties: list[list[Tie]] = [[] for _ in range(height)]
        self.edges: list[list[Edge]] = [[] for _ in range(height)]
        self.next_via = len(kin.persons)

    def via(self, row: int) -> int:
        """Return a new narrow place in a row."""
        node = self.next_via
        self.next_via += 1
        self.rows[node] = row
        self.nodes[row].append(node)
        return node

    def descend(self, upper: tuple[int, ...], row: int, goal: int, couple: int) -> int:
        """Lead a line down through vias until it stands just above ``goal``."""
        for below in range(row + 1, goal):
            via = self.via(below)
            self.edges[below - 1].append(Edge(upper, via, couple))
            upper = (via,)
        return upper[0] if len(upper) == 1 else -1

    def couple(self, place: int) -> None:
        """Add one couple: its tie and the lines to its children."""
        couple = self.kin.couples[place]
        row = max(self.rows[p] for p in couple.partners)
        partners = tuple(self._down_to(p, row, place) for p in couple.partners)
        if len(partners) == 2:
            self.ties[row].append(Tie(*partners, place))
        for child in couple.children:
            goal = self.rows[child]
            last = self.descend(partners, row, goal, place)
            upper = partners if goal == row + 1 else (last,)
            self.edges[goal - 1].append(Edge(upper, child, place))

    def _down_to(self, partner: int, row: int, couple: int) -> int:
        """Return a stand-in for a partner who stands in a higher row."""
        if self.rows[partner] == row:
            return partner
        above = self.descend((partner,), self.rows[partner], row, couple)
        stand_in = self.via(row)
        self.edges[row - 1].append(Edge((above,), stand_in, couple))
        return stand_in


def build_layers(kin: Kin, generation: Sequence[int], members: Sequence[int]) -> Layers:
    """Return the rows of one connected group of persons, in a first order.

    Args:
        kin: The whole family.
        generation: Row of each person.
        members: The persons of the group.
    """
    top = min(generation[m] for m in members)
    builder = _Builder(kin, {m: generation[m] - top for m in members})
    inside = set(members)
    for person in _first_order(kin, members):
        builder.nodes[builder.rows[person]].append(person)
    for place, couple in enumerate(kin.couples):
        if couple.partners[0] in inside:
            builder.couple(place)
    degree: dict[int, int] = {}
    for row in builder.ties:
        for tie in row:
            degree[tie.left] = degree.get(tie.left, 0) + 1
            degree[tie.right] = degree.get(tie.right, 0) + 1
    blocks = tuple(
        _blocks(nodes, ties)
        for nodes, ties in zip(builder.nodes, builder.ties, strict=True)
    )
    ties_of_rows = tuple(tuple(row) for row in builder.ties)
    edges = tuple(tuple(row) for row in builder.edges)
    return Layers(len(kin.persons), blocks, ties_of_rows, edges, degree)


def _first_order(kin: Kin, members: Sequence[int]) -> list[int]:
    """Return the persons in a walk: father's side, mother's side, then children."""
    of_child = {child: c for c in kin.couples for child in c.children}
    of_partner: dict[int, list[tuple[int, ...]]] = {}
    for couple in kin.couples:
        for partner in couple.partners:
            of_partner.setdefault(partner, []).append(couple.partners)
            of_partner[partner].append(couple.children)
    order: list[int] = []
    seen: set[int] = set()
    for start in members:
        waiting = [start]
        while waiting:
            here = waiting[-1]
            parents = of_child[here].partners if here in of_child else ()
            above = [p for p in parents if p not in seen and p not in waiting]
            if above:
                waiting.append(above[0])
                continue
            waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            order.append(here)
            near = [p for group in of_partner.get(here, []) for p in group]
            waiting.extend(
                p for p in reversed(near) if p not in seen and p not in waiting
            )
    return order


def _blocks(nodes: Sequence[int], ties: Sequence[Tie]) -> tuple[tuple[int, ...], ...]:
    """Return the nodes of a row grouped by ties, each group as a chain."""
    near: dict[int, list[int]] = {node: [] for node in nodes}
    for tie in ties:
        near[tie.left].append(tie.right)
        near[tie.right].append(tie.left)
    found: list[tuple[int, ...]] = []
    left = set(nodes)
    for node in nodes:
        if node in left:
            chain = _chain(node, near)
            left -= set(chain)
            found.append(chain)
    return tuple(found)


def _chain(start: int, near: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Return a block in an order that keeps partners beside each other."""
    members = [start]
    for node in members:
        members.extend(n for n in dict.fromkeys(near[node]) if n not in members)
    ends = [n for n in members if len(set(near[n])) == 1]
    first = start if start in ends or not ends else ends[0]
    chain: list[int] = []
    waiting = [first]
    while waiting:
        node = waiting.pop()
        if node not in chain:
            chain.append(node)
            # Partners with further partners go last, next to their own.
            further = [n for n in near[node] if n not in chain]
            waiting.extend(sorted(further, key=lambda n: -len(near[n])))
    return tuple(chain)
