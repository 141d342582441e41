"""Figures as they may be shown: rows, what they stand for, and small ones hidden.

Made people are nobody, so their small figures are shown. Of real people a figure below
ten is hidden, and where that leaves one of a table hidden alone, the next smallest
with it: a total would tell it. This guards one table at a time and no more.
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
        return [
            {"rows": None, "people": None, "few": True}
            if place in hidden
            else {"rows": int(count), "people": self.people(count)}
            for place, count in enumerate(rows)
        ]

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
        most = (
            {"rows": None, "people": None, "few": True}
            if either
            else {"rows": yes + unknown, "people": self.people(yes + unknown)}
        )
        return {**cells, "least": cells["yes"], "most": most}


def _hidden(rows: Sequence[int]) -> set[int]:
    """Return the places of figures that are hidden: small ones, never one alone."""
    found = {place for place, count in enumerate(rows) if count < FEWEST}
    if len(found) == 1 and len(rows) > 1:
        rest = [place for place in range(len(rows)) if place not in found]
        found.add(min(rest, key=lambda place: rows[place]))
    return found
