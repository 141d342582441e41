"""The order of blocks in their rows that lets the fewest lines cross.

Barycentre sweeps find a good order, small moves then improve it as long as the
cost falls. Everything is counted, nothing is random: the same family always
gets the same picture.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from sathana.pictures.layers import Layers, Tie

type Block = tuple[int, ...]
type Rows = list[list[Block]]
type Ends = list[tuple[float, float]]

_SWEEPS = 6
_MOST_TRIALS = 1500
"""Bounds the time for very large families; small ones end long before it."""
_CROSSING, _APART, _LENGTH, _YOUNGER_FIRST, _TURNED = 10.0, 6.0, 0.2, 0.6, 0.3


def port(
    upper: Sequence[int], at: Mapping[int, float], degree: Mapping[int, int]
) -> float:
    """Return where a couple's line begins, as a place in its row.

    Partners beside each other share the gap between them; otherwise the gap
    beside the partner with fewer partners is taken.
    """
    if len(upper) == 1:
        return at[upper[0]]
    left, right = upper if at[upper[0]] < at[upper[1]] else (upper[1], upper[0])
    if degree[right] > degree[left]:
        return at[left] + 0.5
    return at[right] - 0.5


def best_order(layers: Layers) -> Layers:
    """Return the layers with their blocks in the best order found."""
    first: Rows = [list(row) for row in layers.blocks]
    if sum(map(len, first)) == len(first):
        return layers
    best = _improved(layers, _swept(layers, first))
    lowest = _total(layers, best)
    # A small move alone may not lead on where a move and the order below it would.
    for start in (first, _sweep(layers, best, down=True)):
        rows = _improved(layers, start)
        cost = _total(layers, rows)
        if cost < lowest - 1e-9:
            best, lowest = rows, cost
    return layers.with_blocks(best)


def _swept(layers: Layers, rows: Rows) -> Rows:
    """Return the best order that sweeps down and up lead to."""
    best, lowest = rows, _total(layers, rows)
    for sweep in range(_SWEEPS):
        rows = _sweep(layers, rows, down=sweep % 2 == 0)
        cost = _total(layers, rows)
        if cost < lowest:
            best, lowest = rows, cost
    return best


def _places(row: Sequence[Block]) -> dict[int, float]:
    """Return the place of each node, the middle of the row being zero."""
    nodes = [node for block in row for node in block]
    middle = (len(nodes) - 1) / 2
    return {node: i - middle for i, node in enumerate(nodes)}


def _sweep(layers: Layers, rows: Rows, *, down: bool) -> Rows:
    """Return the rows sorted by the mean place of what they hang on."""
    rows = [list(row) for row in rows]
    gaps = range(len(rows) - 1)
    for gap in gaps if down else reversed(gaps):
        edges = layers.edges[gap]
        upper, lower = _places(rows[gap]), _places(rows[gap + 1])
        wish: dict[int, list[float]] = {}
        for edge in edges:
            begin = port(edge.upper, upper, layers.degree)
            if down:
                wish.setdefault(edge.lower, []).append(begin)
            else:
                for node in edge.upper:
                    wish.setdefault(node, []).append(lower[edge.lower])
        row = gap + 1 if down else gap
        rows[row] = _sorted_by_wish(rows[row], wish)
    return rows


def _sorted_by_wish(
    row: Sequence[Block], wish: Mapping[int, Sequence[float]]
) -> list[Block]:
    """Return the blocks by mean wish; those without one keep their place."""
    places = _places(row)

    def mean(block: Block) -> float:
        wanted = [w for node in block for w in wish.get(node, ())]
        here = [places[node] for node in block]
        values = wanted or here
        return round(sum(values) / len(values), 6)

    return sorted(row, key=mean)


def crossings(ends: Iterable[tuple[float, float]]) -> int:
    """Return how many pairs of lines between two rows cross.

    Args:
        ends: Upper and lower end of each line; lines with one end in common do not
            cross.
    """
    passed: list[float] = []
    crossed = 0
    for _, lower in sorted(ends):
        crossed += len(passed) - bisect_right(passed, lower)
        insort(passed, lower)
    return crossed


def gap_ends(layers: Layers, rows: Sequence[Sequence[Block]], gap: int) -> Ends:
    """Return the ends of the lines between one row and the next, as places."""
    upper, lower = _places(rows[gap]), _places(rows[gap + 1])
    return [
        (port(edge.upper, upper, layers.degree), lower[edge.lower])
        for edge in layers.edges[gap]
    ]


def _gap_cost(layers: Layers, rows: Rows, gap: int) -> float:
    """Return the cost of the lines between one row and the next."""
    if not 0 <= gap < len(rows) - 1:
        return 0.0
    ends = gap_ends(layers, rows, gap)
    length = sum(abs(upper - lower) for upper, lower in ends)
    younger_first = sum(
        one.couple == two.couple and one.lower < two.lower and place[1] > next_place[1]
        for (one, place), (two, next_place) in pairwise(
            zip(layers.edges[gap], ends, strict=True)
        )
    )
    cost = crossings(ends) * _CROSSING + length * _LENGTH
    return cost + younger_first * _YOUNGER_FIRST


def _row_cost(ties: Sequence[Tie], row: Sequence[Block]) -> float:
    """Return the cost of partners apart or turned round within a row."""
    at = _places(row)
    return sum(
        (abs(at[t.right] - at[t.left]) - 1) * _APART
        + (at[t.right] < at[t.left]) * _TURNED
        for t in ties
    )


def _around(layers: Layers, rows: Rows, row: int) -> float:
    """Return the part of the cost that a change in one row can change."""
    return (
        _gap_cost(layers, rows, row - 1)
        + _gap_cost(layers, rows, row)
        + _row_cost(layers.ties[row], rows[row])
    )


def _total(layers: Layers, rows: Rows) -> float:
    """Return the whole cost of an order."""
    return sum(_gap_cost(layers, rows, gap) for gap in range(len(rows) - 1)) + sum(
        _row_cost(ties, row) for ties, row in zip(layers.ties, rows, strict=True)
    )


def _moves(row: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield every order of a row that is one small move away."""
    for i, block in enumerate(row):
        rest = [*row[:i], *row[i + 1 :]]
        for j in range(len(row)):
            if j != i:
                yield [*rest[:j], block, *rest[j:]]
        turns = permutations(block) if len(block) <= 4 else [block[::-1]]
        for turned in turns:
            if turned != block:
                yield [*row[:i], turned, *row[i + 1 :]]


def _improved(layers: Layers, rows: Rows) -> Rows:
    """Return the rows after small moves, none of which lowers the cost any more."""
    rows = [list(row) for row in rows]
    trials = 0
    changed = True
    while changed and trials < _MOST_TRIALS:
        changed = False
        for row in range(len(rows)):
            lowest = _around(layers, rows, row)
            kept = rows[row]
            for trial in _moves(kept):
                trials += 1
                rows[row] = trial
                cost = _around(layers, rows, row)
                if cost < lowest - 1e-9:
                    lowest, kept, changed = cost, trial, True
                if trials >= _MOST_TRIALS:
                    break
            rows[row] = kept
    return rows
