"""Steps in layers: what several steps share is a column that is worked out once.

Each layer reads only the one before it. Without layers, a step that twenty others use
would be written, and worked out, twenty times, and so would all below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sathana.population.ops import FREE, Op
from sathana.population.sql.expressions import Years, expression
from sathana.population.sql.names import Names

DEEPEST = 24
"""Steps that may stand within each other in one expression."""
_SMALL = frozenset({"opposite", "less", "same", "plus"})
"""Steps so small that they are written again rather than kept in a column."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer.

    Attributes:
        kept: Columns of the layer below that are still needed above.
        made: New columns, each with the SQL that makes it.
        joined: New columns that come from another table; then none is made.
    """

    kept: tuple[str, ...]
    made: tuple[tuple[str, str], ...]
    joined: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.kept) + len(self.made) + len(self.joined)


@dataclass(frozen=True, slots=True)
class Plan:
    """Layers from the ground up.

    Attributes:
        ground: Columns that must stand below the first layer.
        layers: The layers; the last holds exactly the results.
        steps: The step that each made column is.
    """

    ground: tuple[str, ...]
    layers: tuple[Layer, ...]
    steps: Mapping[str, Op]

    @property
    def width(self) -> int:
        """How many columns the widest layer has."""
        return max(len(self.ground), *(layer.width for layer in self.layers))


@dataclass(frozen=True, slots=True)
class Stage:
    """Columns that come from another table, all by one link.

    Attributes:
        link: Column that leads there.
        columns: Names of what is fetched.
    """

    link: str
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A column, how it is made, which columns below it reads, and its step."""

    name: str
    text: str
    reads: frozenset[str]
    op: Op


@dataclass
class _Planner:
    """Finds out which steps become columns, and in which layer each can be made."""

    leaves: Mapping[int, str]
    named: Mapping[int, str]
    names: Names
    years: Years
    bound: dict[int, str] = field(default_factory=dict)
    level: dict[int, int] = field(default_factory=dict)
    depth: dict[int, int] = field(default_factory=dict)
    text: dict[int, str] = field(default_factory=dict)
    reads: dict[int, frozenset[str]] = field(default_factory=dict)
    made: dict[int, list[_Made]] = field(default_factory=dict)
    joined: dict[int, Stage] = field(default_factory=dict)
    comes: dict[str, int] = field(default_factory=dict)

    def look(self, op: Op, uses: int) -> None:
        """Decide about one step whose own steps were decided about."""
        if op.uid in self.leaves:
            name = self.leaves[op.uid]
            level = self.comes.get(name, 0)
            self._is(op, name, level, depth=0, reads=frozenset({name}))
            return
        args = tuple(self.text[arg.uid] for arg in op.args)
        text = expression(op, args, self.years)
        level = max((self.level[arg.uid] for arg in op.args), default=0)
        depth = 1 + max((self.depth[arg.uid] for arg in op.args), default=0)
        reads = frozenset[str]().union(*(self.reads[arg.uid] for arg in op.args))
        if op.kind == "row":
            reads = frozenset({"person"})
        if not self._is_column(op, uses, depth):
            self._is(op, text, level, depth, reads)
            return
        name = self.bound[op.uid] = self.named.get(op.uid) or self.names.only(
            f"s{len(self.bound) + 1}"
        )
        self.made.setdefault(level + 1, []).append(_Made(name, text, reads, op))
        self._is(op, name, level + 1, 0, frozenset({name}))

    def join(self, stage: Stage) -> None:
        """Let columns of another table come in above all that was made so far."""
        level = max((*self.made, *self.joined), default=0) + 1
        self.joined[level] = stage
        self.comes.update(dict.fromkeys(stage.columns, level))

    def _is_column(self, op: Op, uses: int, depth: int) -> bool:
        if op.uid in self.named:
            return True
        if op.kind in FREE:
            return False
        small = op.kind in _SMALL and depth == 1
        return depth >= DEEPEST or (uses > 1 and not small)

    def _is(
        self, op: Op, text: str, level: int, depth: int, reads: frozenset[str]
    ) -> None:
        self.text[op.uid], self.level[op.uid] = text, level
        self.depth[op.uid], self.reads[op.uid] = depth, reads


def planned(
    results: Mapping[str, Op],
    leaves: Mapping[int, str],
    named: Mapping[int, str],
    names: Names,
    years: Years,
    stages: Sequence[Stage] = (),
) -> Plan:
    """Return the layers that end in some results.

    Args:
        results: The step of each column that is wanted in the end.
        leaves: Name of each step that stands in the ground, by uid.
        named: Steps that are to be columns of their own, by uid.
        names: Gives names to the other columns.
        years: How the dialect moves a day by years.
        stages: What is to come in one link after the other, so that fewer columns
            stand side by side; the rest stands in the ground.
    """
    steps = _between(results, leaves)
    uses = Counter(arg.uid for op in steps for arg in set(op.args))
    uses.update(op.uid for op in results.values())
    planner = _Planner(leaves, named, names, years)
    turns = _turns(steps, leaves, stages)
    for turn in range(len(stages) + 1):
        if turn:
            planner.join(stages[turn - 1])
        for op in steps:
            if turns[op.uid] == turn:
                planner.look(op, uses[op.uid])
    return _stacked(planner, results)


def _turns(
    steps: Iterable[Op], leaves: Mapping[int, str], stages: Sequence[Stage]
) -> dict[int, int]:
    """Return after how many stages each step can be worked out."""
    turn = {name: n for n, stage in enumerate(stages, 1) for name in stage.columns}
    found: dict[int, int] = {}
    for op in steps:
        if op.uid in leaves:
            found[op.uid] = turn.get(leaves[op.uid], 0)
        else:
            found[op.uid] = max((found[arg.uid] for arg in op.args), default=0)
    return found


def _between(results: Mapping[str, Op], leaves: Mapping[int, str]) -> list[Op]:
    """Return the steps above the ground, and those of it that they read."""
    found: dict[int, Op] = {}
    waiting = list(results.values())
    while waiting:
        op = waiting.pop()
        if op.uid not in found:
            found[op.uid] = op
            if op.uid not in leaves:
                waiting.extend(op.args)
    return [found[uid] for uid in sorted(found)]


def _stacked(planner: _Planner, results: Mapping[str, Op]) -> Plan:
    """Put columns into layers, each kept just as long as somebody reads it."""
    top = max((*planner.made, *planner.joined), default=0) + 1
    born = {"person": 0, **planner.comes}
    last = _last(planner, results, top)
    for level, columns in planner.made.items():
        born.update((made.name, level) for made in columns)
    layers = []
    for level in range(1, top):
        kept = (n for n, end in last.items() if end > level > born.get(n, 0))
        new = ((made.name, made.text) for made in planner.made.get(level, ()))
        stage = planner.joined.get(level)
        joined = sorted(stage.columns & last.keys()) if stage else ()
        layers.append(Layer(tuple(sorted(kept)), tuple(new), tuple(joined)))
    final = tuple((name, planner.text[op.uid]) for name, op in results.items())
    layers.append(Layer(("person",), final))
    ground = tuple(sorted(name for name in last if born.get(name, 0) == 0))
    steps = {made.name: made.op for each in planner.made.values() for made in each}
    return Plan(ground, tuple(layers), steps)


def _last(planner: _Planner, results: Mapping[str, Op], top: int) -> dict[str, int]:
    """Return the highest layer that reads each column."""
    last: dict[str, int] = {}
    for level in range(1, top):
        if level in planner.joined:
            last[planner.joined[level].link] = level
        for made in planner.made.get(level, ()):
            last.update(dict.fromkeys(made.reads, level))
    for op in results.values():
        last.update(dict.fromkeys(planner.reads[op.uid], top))
    last["person"] = top
    return last
