"""Which conditions of the law some people put to the test, and with what answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sathana.logic.nodes import AnyMarriage, Condition, children
from sathana.population.lower import Lowering
from sathana.population.ops import Op
from sathana.population.program import Answer, Program, lowered, shared
from sathana.population.rulebook import Rulebook
from sathana.population.run import Results, evaluate
from sathana.population.table import Table
from sathana.population.timeline import Timeline

WORDS = ("no", "unknown", "yes")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often each condition had each answer.

    Attributes:
        counts: For each condition how many people it held for not, perhaps, and surely.
    """

    counts: Mapping[Condition, tuple[int, int, int]]

    def share(self, *answers: int) -> float:
        """Return the share of conditions that had each of these answers, 0 to 1."""
        met = sum(all(count[a] for a in answers) for count in self.counts.values())
        return met / max(len(self.counts), 1)

    def missed(self) -> list[Condition]:
        """Return the conditions that were never surely yes, or never surely no."""
        return [node for node, (no, _, yes) in self.counts.items() if not (no and yes)]

    def text(self) -> str:
        """Return one line for a person to read."""
        kinds = Counter(type(node).__name__ for node in self.missed())
        rest = ", ".join(f"{kind} {many}" for kind, many in sorted(kinds.items()))
        return (
            f"{len(self.counts)} conditions: {self.share(0):.1%} had a no, "
            f"{self.share(2):.1%} a yes, {self.share(1):.1%} an unknown; "
            f"without a yes or a no: {rest or 'none'}"
        )


def covered(books: Sequence[Rulebook], table: Table) -> Coverage:
    """Count the answers of every condition that is asked of a person as such.

    What is asked of an order or of a marriage is counted where the law asks it of a
    person, as a whole.
    """
    answers: dict[Answer, Op] = {}
    nodes: dict[str, Condition] = {}
    every = lowered(books, table.slots)
    for low in every:
        Timeline(low)
        for node in _conditions(low):
            name = f"condition {len(nodes)}"
            nodes[name] = node
            answers[low.name, name] = low.condition(node)
    definitions = every[0].definitions
    definitions.finish()
    made = Program(answers, definitions.made, dict(table.slots), books[0].as_of)
    found = evaluate(shared(made, every[0].ops), table)
    return Coverage(_counted(found, nodes))


def _counted(
    found: Results, nodes: Mapping[str, Condition]
) -> dict[Condition, tuple[int, int, int]]:
    counts: dict[Condition, tuple[int, int, int]] = {}
    for (_, name), values in found.items():
        before = counts.get(nodes[name], (0, 0, 0))
        each = np.bincount(values, minlength=3)
        counts[nodes[name]] = tuple(
            int(a + b) for a, b in zip(before, each, strict=True)
        )  # type: ignore[assignment]
    return counts


def _conditions(low: Lowering) -> Iterator[Condition]:
    """Yield each condition of a rulebook once."""
    seen: set[Condition] = set()
    for clause in low.clauses:
        if clause.per == "person":
            for node in _asked(clause.condition):
                if node not in seen:
                    seen.add(node)
                    yield node


def _asked(node: Condition) -> Iterator[Condition]:
    yield node
    if not isinstance(node, AnyMarriage):
        for child in children(node):
            if isinstance(child, Condition):
                yield from _asked(child)
