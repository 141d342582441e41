"""Where each card stands from left to right.

Every row wants its blocks under the parents and above the children. With the
order fixed this is a least-squares problem with least distances, solved exactly
for a row by pooling neighbours that would overlap, and repeated up and down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sathana.pictures.layers import Layers

CARD_WIDTH = 188
COUPLE_GAP = 44
BLOCK_GAP = 30
VIA_WIDTH = 12
_PASSES = 14
_GAP_SHIFT = 14
"""Distance of two couples' lines that share one gap."""

type Xs = dict[int, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One row, ready to be moved: blocks and the place of nodes inside them.

    Attributes:
        blocks: The blocks from left to right.
        inside: Middle of each node, from the left end of its block.
        widths: Width of each block.
    """

    blocks: tuple[tuple[int, ...], ...]
    inside: Mapping[int, float]
    widths: tuple[float, ...]


def node_width(layers: Layers, node: int) -> int:
    """Return the width of a card or of a via."""
    return CARD_WIDTH if node < layers.persons else VIA_WIDTH


def _row(layers: Layers, blocks: tuple[tuple[int, ...], ...]) -> Row:
    """Return a row with its inner measures."""
    inside: dict[int, float] = {}
    widths: list[float] = []
    for block in blocks:
        right = 0.0
        for node in block:
            width = node_width(layers, node)
            inside[node] = right + width / 2
            right += width + COUPLE_GAP
        widths.append(right - COUPLE_GAP)
    return Row(blocks, inside, tuple(widths))


def settle(wishes: Sequence[float], widths: Sequence[float], gap: float) -> list[float]:
    """Return left ends nearest to the wishes without overlap, order kept.

    Args:
        wishes: Wanted left end of each block, left to right.
        widths: Width of each block.
        gap: Least distance between neighbours.
    """
    before = [0.0]
    for width in widths[:-1]:
        before.append(before[-1] + width + gap)
    pools: list[tuple[float, int]] = []
    for wish, start in zip(wishes, before, strict=False):
        value, count = wish - start, 1
        while pools and pools[-1][0] > value:
            other, more = pools.pop()
            value = (value * count + other * more) / (count + more)
            count += more
        pools.append((value, count))
    spread = [value for value, count in pools for _ in range(count)]
    return [value + start for value, start in zip(spread, before, strict=False)]


def couple_port(layers: Layers, upper: Sequence[int], couple: int, xs: Xs) -> float:
    """Return the x at which a couple's line to the children begins."""
    if len(upper) == 1:
        return xs[upper[0]]
    left, right = sorted(upper, key=lambda node: xs[node])
    beside_left = layers.degree[right] > layers.degree[left]
    return _gap_x(layers, left, right, beside_left, xs) + _shift(
        layers, upper, couple, xs
    )


def _gap_x(layers: Layers, left: int, right: int, beside_left: bool, xs: Xs) -> float:
    """Return the middle of the gap beside one of two partners."""
    outer = left if beside_left else right
    reach = node_width(layers, outer) / 2 + COUPLE_GAP / 2
    return xs[outer] + (reach if beside_left else -reach)


def _shift(layers: Layers, upper: Sequence[int], couple: int, xs: Xs) -> float:
    """Return how far a line steps aside for other couples in the same gap."""
    mine = 0.0
    found: dict[int, float] = {}
    for row in layers.ties:
        for tie in row:
            left, right = sorted((tie.left, tie.right), key=lambda node: xs[node])
            aside = layers.degree[right] > layers.degree[left]
            middle = _gap_x(layers, left, right, aside, xs)
            if tie.left in upper or tie.right in upper or tie.couple == couple:
                found[tie.couple] = round(middle, 3)
            if tie.couple == couple:
                mine = round(middle, 3)
    same = sorted(key for key, middle in found.items() if middle == mine)
    if couple not in same:
        return 0.0
    return (same.index(couple) - (len(same) - 1) / 2) * _GAP_SHIFT


def place(layers: Layers) -> Xs:
    """Return the middle of each node, the leftmost card beginning at 0."""
    rows = [_row(layers, blocks) for blocks in layers.blocks]
    xs: Xs = {}
    for row in rows:
        _set(row, settle([0.0] * len(row.blocks), row.widths, BLOCK_GAP), xs)
    last = len(rows) - 1
    for turn in range(_PASSES):
        order = range(last + 1) if turn % 2 == 0 else range(last, -1, -1)
        for r in order:
            # The last turns weigh both sides; the first ones carry one side far.
            up = turn % 2 == 0 or turn >= _PASSES - 4
            down = turn % 2 == 1 or turn >= _PASSES - 4
            _set(rows[r], _wishes(layers, rows, r, xs, up=up, down=down), xs)
    for r in range(1, last + 1):
        _set(rows[r], _wishes(layers, rows, r, xs, up=True, down=True), xs)
    least = min(xs[node] - node_width(layers, node) / 2 for node in xs)
    return {node: float(round(x - least)) for node, x in xs.items()}


def _set(row: Row, lefts: Sequence[float], xs: Xs) -> None:
    """Write the middles of the nodes of a row."""
    for block, left in zip(row.blocks, lefts, strict=True):
        for node in block:
            xs[node] = left + row.inside[node]


def _wishes(
    layers: Layers, rows: Sequence[Row], r: int, xs: Xs, *, up: bool, down: bool
) -> list[float]:
    """Return the settled left ends of a row after hearing its neighbours."""
    moves: dict[int, list[float]] = {}
    if up and r > 0:
        for edge in layers.edges[r - 1]:
            begin = couple_port(layers, edge.upper, edge.couple, xs)
            moves.setdefault(edge.lower, []).append(begin - xs[edge.lower])
    if down and r < len(rows) - 1:
        below: dict[tuple[int, tuple[int, ...]], list[float]] = {}
        for edge in layers.edges[r]:
            below.setdefault((edge.couple, edge.upper), []).append(xs[edge.lower])
        for (couple, upper), children in below.items():
            middle = (min(children) + max(children)) / 2
            move = middle - couple_port(layers, upper, couple, xs)
            moves.setdefault(upper[0], []).append(move)
    wishes = []
    for block in rows[r].blocks:
        left = xs[block[0]] - rows[r].inside[block[0]]
        wanted = [move for node in block for move in moves.get(node, ())]
        wishes.append(left + (sum(wanted) / len(wanted) if wanted else 0.0))
    return settle(wishes, rows[r].widths, BLOCK_GAP)
