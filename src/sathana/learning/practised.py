"""Practice that is kept of a learner, told by the law of today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sathana.learning import badges, imprints
from sathana.learning.models import PracticeResult

COUNTS, DUE, UNKNOWN = "counts", "due", "unknown"
_PERCENT = 100
_EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Practised:
    """A practice family, and what the best result of it is worth.

    Attributes:
        row: The result that counts.
        state: ``counts``, ``due``: a record cited in its marks changed since, or
            ``unknown``: nobody kept by which law it was marked.
        changed: References of the records that changed.
    """

    row: PracticeResult
    state: str
    changed: tuple[str, ...] = ()

    @property
    def percent(self) -> int:
        """Points in percent, rounded down."""
        return percent(self.row)

    @property
    def evidence(self) -> int:
        """Points of the topic evidence in percent; 0 where nothing of it was asked."""
        points, of = self.row.topics.get(_EVIDENCE, (0, 0))
        return int(points * _PERCENT // of) if of else 0


def standing_of(row: PracticeResult) -> Practised:
    """Return what a result is worth by the law of today."""
    if row.imprints is None:
        return Practised(row, UNKNOWN)
    changed = imprints.changed(row.imprints)
    return Practised(row, DUE if changed else COUNTS, changed)


def best(rows: Iterable[PracticeResult]) -> tuple[Practised, ...]:
    """Return the best result of each family, in the order of the families.

    A good result by today's law is worth more than a higher one by another law; of two
    that are worth the same the later one is taken.
    """
    found: dict[str, Practised] = {}
    for row in rows:
        one, before = standing_of(row), found.get(row.family)
        if before is None or _worth(one) >= _worth(before):
            found[row.family] = one
    return tuple(found[key] for key in sorted(found))


def percent(row: PracticeResult) -> int:
    """Return the points of a practice family in percent, rounded down."""
    return row.score * _PERCENT // row.of if row.of else 0


def _worth(one: Practised) -> tuple[bool, bool, int, object]:
    good = one.percent >= badges.PRACTICE_PERCENT
    return (
        good and one.state == COUNTS,
        good and one.state == UNKNOWN,
        one.percent,
        one.row.at,
    )
