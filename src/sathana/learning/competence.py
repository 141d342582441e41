"""Readiness accuracy: how often a learner's packs were right the first time.

Pure. What is not known yet counts neither for nor against anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

UNKNOWN, ACCEPTED, SENT_BACK = "unknown", "accepted", "sent_back"
_PERCENT = 100


class Pack(Protocol):
    """A supervised pack, as far as accuracy goes."""

    @property
    def outcome(self) -> str:
        """What became of it at its first lodging."""

    @property
    def passed_review(self) -> bool | None:
        """Whether it passed review; ``None``: nobody said."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Readiness accuracy.

    Attributes:
        good: Packs that passed review and were accepted at their first lodging.
        known: Packs of which that is known.
        packs: All packs, known or not.
    """

    good: int
    known: int
    packs: int

    @property
    def percent(self) -> int | None:
        """Share of the good among the known, rounded down; ``None``: none is known."""
        return self.good * _PERCENT // self.known if self.known else None


def is_right(pack: Pack) -> bool | None:
    """Whether a pack passed review and was accepted at once; ``None``: not known."""
    if pack.outcome == SENT_BACK:
        return False
    if pack.outcome != ACCEPTED:
        return None
    return pack.passed_review


def accuracy(packs: Iterable[Pack]) -> Accuracy:
    """Return the readiness accuracy of the packs of one learner."""
    found = [is_right(pack) for pack in packs]
    known = [one for one in found if one is not None]
    return Accuracy(sum(known), len(known), len(found))
