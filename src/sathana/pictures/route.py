"""The lines of a tree: couples side by side, children on orthogonal lines.

Between two rows each couple has its own lane, so that the lines of two families
never run over each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sathana.pictures.kin import Kin
from sathana.pictures.layers import Layers, Tie
from sathana.pictures.place import Xs, couple_port, node_width
from sathana.pictures.svg import Attributes, element, number
from sathana.pictures.theme import colour

_LANE, _LANE_MARGIN, _CORNER = 16, 20, 7
_BRACKET, _BRACKET_STEP = 16, 12
_LEAST_CHANNEL = 48
_NEAR = 48
_LINE_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Bus:
    """The line from one couple to its children in the next row."""

    couple: int
    upper: tuple[int, ...]
    port: float
    targets: tuple[float, ...]

    @property
    def low(self) -> float:
        """Left end of the horizontal part."""
        return min(self.port, *self.targets)

    @property
    def high(self) -> float:
        """Right end of the horizontal part."""
        return max(self.port, *self.targets)

    @property
    def straight(self) -> bool:
        """Whether the line has no horizontal part."""
        return self.high - self.low < 1


@dataclass(frozen=True, slots=True)
class Heights:
    """Where rows stand: upper end of the cards and their height, and the sum."""

    tops: tuple[float, ...]
    heights: tuple[int, ...]
    total: float


def buses(layers: Layers, gap: int, xs: Xs) -> tuple[Bus, ...]:
    """Return the lines between a row and the next.

    A card almost under its parents is met a little beside its middle: a straight
    line is calmer than a small bend.
    """
    below: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for edge in layers.edges[gap]:
        below.setdefault((edge.couple, edge.upper), []).append(edge.lower)
    lines = []
    for (couple, upper), nodes in below.items():
        port = couple_port(layers, upper, couple, xs)
        near = [n < layers.persons and abs(xs[n] - port) < _NEAR for n in nodes]
        targets = [
            port if straight else xs[n] for n, straight in zip(nodes, near, strict=True)
        ]
        lines.append(Bus(couple, upper, port, tuple(targets)))
    return tuple(lines)


def _conflicts(above: Bus, below: Bus) -> int:
    """Return how often two lines cross if one has the lane above the other."""
    crossed = int(above.low < below.port < above.high)
    crossed += sum(below.low < x < below.high for x in above.targets)
    # A child's line would run into the other couple's line of descent.
    merged = sum(abs(x - below.port) < 5 for x in above.targets)
    return crossed + 5 * merged


def lanes(lines: Sequence[Bus]) -> dict[int, int]:
    """Return the lane of each line (by its place), 0 being the uppermost."""
    order: list[int] = []
    bent = [i for i, line in enumerate(lines) if not line.straight]
    for i in sorted(bent, key=lambda i: (lines[i].low, lines[i].high, i)):
        cost = partial(_cost_at, lines, order, i)
        order.insert(min(range(len(order) + 1), key=cost), i)
    lane: dict[int, int] = {}
    for k, i in enumerate(order):
        near = [
            lane[j] + 1
            for j in order[:k]
            if lines[j].low < lines[i].high + 10 and lines[i].low < lines[j].high + 10
        ]
        lane[i] = max(near, default=0)
    return lane


def _cost_at(lines: Sequence[Bus], order: Sequence[int], i: int, at: int) -> int:
    """Return the conflicts of a line put at a place among the lanes."""
    return sum(_conflicts(lines[j], lines[i]) for j in order[:at]) + sum(
        _conflicts(lines[i], lines[j]) for j in order[at:]
    )


def _apart(layers: Layers, row: int) -> list[Tie]:
    """Return the ties of a row whose partners do not stand side by side."""
    nodes = [node for block in layers.blocks[row] for node in block]
    at = {node: i for i, node in enumerate(nodes)}
    apart = [t for t in layers.ties[row] if abs(at[t.left] - at[t.right]) > 1]
    # The wider bracket goes over the narrower one, so that they do not cross.
    return sorted(apart, key=lambda t: (abs(at[t.left] - at[t.right]), t.couple))


def heights(layers: Layers, xs: Xs, row_heights: Sequence[int]) -> Heights:
    """Return where the rows stand, with room for all lanes between them."""
    tops: list[float] = []
    y = 0.0
    for row, height in enumerate(row_heights):
        brackets = len(_apart(layers, row))
        y += _BRACKET + (brackets - 1) * _BRACKET_STEP + 6 if brackets else 0
        tops.append(y)
        y += height
        if row < len(row_heights) - 1:
            used = lanes(buses(layers, row, xs))
            most = max(used.values(), default=0)
            y += max(_LEAST_CHANNEL, 2 * _LANE_MARGIN + most * _LANE)
    return Heights(tuple(tops), tuple(row_heights), y)


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Return a path through points with rounded corners."""
    corners = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    parts = [f"M{number(corners[0][0])} {number(corners[0][1])}"]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        into, out = _toward(here, before), _toward(here, after)
        parts.append(
            f"L{number(into[0])} {number(into[1])}"
            f"Q{number(here[0])} {number(here[1])} {number(out[0])} {number(out[1])}"
        )
    parts.append(f"L{number(corners[-1][0])} {number(corners[-1][1])}")
    return "".join(parts)


def _toward(
    here: tuple[float, float], there: tuple[float, float]
) -> tuple[float, float]:
    """Return the point a corner's radius away from ``here``, at most half-way."""
    far = max(abs(there[0] - here[0]), abs(there[1] - here[1]))
    part = min(_CORNER, far / 2) / far
    return (
        here[0] + (there[0] - here[0]) * part,
        here[1] + (there[1] - here[1]) * part,
    )


def _line(points: Sequence[tuple[float, float]], *, dashed: bool = False) -> str:
    """Return one line of the tree."""
    return element(
        "path",
        {
            "d": _path(points),
            "fill": "none",
            "stroke": colour("line-strong"),
            "stroke-width": _LINE_WIDTH,
            "stroke-dasharray": "6 5" if dashed else None,
        },
    )


def draw_lines(kin: Kin, layers: Layers, xs: Xs, where: Heights) -> list[str]:
    """Return all lines of one connected part, to be drawn under the cards."""
    drawn: list[str] = []
    for row in range(len(where.tops)):
        drawn += _couple_lines(kin, layers, row, xs, where)
        drawn += _via_lines(layers, row, xs, where)
        if row < len(where.tops) - 1:
            drawn += _child_lines(layers, row, xs, where)
    return drawn


def _child_lines(layers: Layers, row: int, xs: Xs, where: Heights) -> list[str]:
    """Return the lines from a row's couples down to their children."""
    lines = buses(layers, row, xs)
    lane = lanes(lines)
    bottom = where.tops[row] + where.heights[row]
    goal = where.tops[row + 1]
    drawn = []
    for i, bus in enumerate(lines):
        middle = where.tops[row] + where.heights[row] / 2
        start = bottom if len(bus.upper) == 1 else middle
        # A lone lane lies half-way; more of them are stacked from the top.
        level = bottom + _LANE_MARGIN + lane.get(i, 0) * _LANE
        for x in bus.targets:
            if abs(x - bus.port) < 1:
                drawn.append(_line([(bus.port, start), (bus.port, goal)]))
            else:
                turns = [(bus.port, start), (bus.port, level), (x, level), (x, goal)]
                drawn.append(_line(turns))
    return drawn


def _via_lines(layers: Layers, row: int, xs: Xs, where: Heights) -> list[str]:
    """Return the lines that pass a row, or end there as a partner's stand-in."""
    top, height = where.tops[row], where.heights[row]
    drawn = []
    for block in layers.blocks[row]:
        for node in block:
            if node >= layers.persons:
                depth = height / 2 if layers.degree.get(node) else height
                drawn.append(_line([(xs[node], top), (xs[node], top + depth)]))
    return drawn


def _edge_x(layers: Layers, node: int, toward: float, xs: Xs) -> float:
    """Return the side of a card that faces a place; a via is its own side."""
    half = node_width(layers, node) / 2 if node < layers.persons else 0
    return xs[node] + (half if toward > xs[node] else -half)


def _couple_lines(
    kin: Kin, layers: Layers, row: int, xs: Xs, where: Heights
) -> list[str]:
    """Return the lines between the partners of a row, with a mark at the port."""
    apart = _apart(layers, row)
    middle = where.tops[row] + where.heights[row] / 2
    drawn = []
    for tie in layers.ties[row]:
        married = kin.couples[tie.couple].married
        pair = (tie.left, tie.right)
        port = couple_port(layers, pair, tie.couple, xs)
        left, right = sorted(pair, key=lambda node: xs[node])
        if tie in apart:
            level = where.tops[row] - _BRACKET - apart.index(tie) * _BRACKET_STEP
            points = _bracket(
                layers, (left, right), port, level, middle, xs, where, row
            )
        else:
            points = [
                (_edge_x(layers, left, port, xs), middle),
                (_edge_x(layers, right, port, xs), middle),
            ]
        drawn += [_line(points, dashed=not married), _mark(port, middle, married)]
    return drawn


def _bracket(
    layers: Layers,
    pair: tuple[int, int],
    port: float,
    level: float,
    middle: float,
    xs: Mapping[int, float],
    where: Heights,
    row: int,
) -> list[tuple[float, float]]:
    """Return the line of partners apart: over the cards between, then down."""
    outer = min(pair, key=lambda node: abs(xs[node] - port))
    hub = pair[0] if outer == pair[1] else pair[1]
    half = node_width(layers, hub) / 2
    aside = half - 30 if half > 30 else 0
    start = xs[hub] + (aside if port > xs[hub] else -aside)
    end = _edge_x(layers, outer, port, dict(xs))
    top = where.tops[row]
    return [(start, top), (start, level), (port, level), (port, middle), (end, middle)]


def _mark(x: float, y: float, married: bool) -> str:
    """Return the small mark of a couple: full for spouses, open for others."""
    fill = colour("line-strong" if married else "paper")
    dot: Attributes = {"cx": x, "cy": y, "r": 5, "fill": fill}
    return element(
        "circle", {**dot, "stroke": colour("line-strong"), "stroke-width": 2}
    )
