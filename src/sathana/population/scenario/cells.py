"""Figures as they may be shown: rows, what they stand for, and small ones hidden.

Made people are nobody, so their small figures are shown. Of real people a figure below
ten is hidden, and where that leaves one of a line hidden alone, the next smallest with
it: a sum would tell it. This guards one table at a time and no more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

FEWEST = 10
"""Smallest figure about real people that is shown."""
_DIGITS = 3
"""Digits of a figure that stands for more people than it counts."""

type Cell = dict[str, Any]
"""``rows`` and ``people``; where the figure is hidden ``None``, and ``few`` true."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Makes figures.

    Attributes:
        scale: How many people a row stands for.
        synthetic: Whether the people were made.
    """

    scale: float
    synthetic: bool

    def one(self, rows: int) -> Cell:
        """Return one figure that belongs to no table."""
        return self.many([rows, FEWEST])[0]

    def many(self, rows: Sequence[int]) -> list[Cell]:
        """Return the figures of one table."""
        hidden = set() if self.synthetic else _hidden(rows)
        return [self._cell(c, place in hidden) for place, c in enumerate(rows)]

    def square(self, counts: Sequence[Sequence[int]]) -> list[list[Cell]]:
        """Return the figures of a table that is shown with the sums of its lines.

        No line of it, across or down, is left with one figure hidden alone.
        """
        size = len(counts[0])
        flat = [int(count) for line in counts for count in line]
        hidden = set() if self.synthetic else _hidden_in_lines(flat, size)
        cells = [self._cell(c, place in hidden) for place, c in enumerate(flat)]
        return [cells[at : at + size] for at in range(0, len(cells), size)]

    def _cell(self, count: int, is_hidden: bool) -> Cell:
        if is_hidden:
            return {"rows": None, "people": None, "few": True}
        return {"rows": int(count), "people": self.people(count)}

    def people(self, rows: float) -> int:
        """Return how many people so many rows stand for, to three digits."""
        exact = rows * self.scale
        if self.scale == 1 or exact == 0:
            return round(exact)
        digits = _DIGITS - 1 - math.floor(math.log10(abs(exact)))
        return round(round(exact, min(digits, 0)))

    def states(self, counts: Iterable[int]) -> dict[str, Cell]:
        """Return no, unknown and yes, and the band: at least, and at most, yes."""
        no, unknown, yes = (int(count) for count in counts)
        cells = dict(
            zip(("no", "unknown", "yes"), self.many([no, unknown, yes]), strict=True)
        )
        either = cells["yes"]["rows"] is None or cells["unknown"]["rows"] is None
        return {
            **cells,
            "least": cells["yes"],
            "most": self._cell(yes + unknown, either),
        }


def _hidden(rows: Sequence[int]) -> set[int]:
    """Return the places of figures that are hidden: small ones, never one alone."""
    found = {place for place, count in enumerate(rows) if count < FEWEST}
    if len(found) == 1 and len(rows) > 1:
        rest = [place for place in range(len(rows)) if place not in found]
        found.add(min(rest, key=lambda place: rows[place]))
    return found


def _hidden_in_lines(flat: Sequence[int], size: int) -> set[int]:
    """Return the places of figures hidden in a table whose sums are shown."""
    found = {place for place, count in enumerate(flat) if count < FEWEST}
    many = len(flat) // size
    lines = [range(at * size, (at + 1) * size) for at in range(many)]
    lines += [range(column, len(flat), size) for column in range(size)]
    while alone := next((line for line in lines if len(found & set(line)) == 1), None):
        rest = [place for place in alone if place not in found]
        found.add(min(rest, key=lambda place: flat[place]))
    return found
