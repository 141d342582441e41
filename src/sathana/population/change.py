"""One thing that may give or take the nationality of the person of a row.

Texts that work on the same day on the same ground are one change, since only their day
and ground matter to what takes them away.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from sathana.logic.nodes import FactDay
from sathana.population.frames import Frame
from sathana.population.lower import Lowering
from sathana.population.ops import Op
from sathana.population.whens import When

type Find = Callable[[Frame], When]
"""Finds a day of a person seen from a row."""

BIRTH = FactDay("self", "born.date")


@dataclass(frozen=True, slots=True)
class Gain:
    """What may give nationality.

    Attributes:
        key: Tells it from others of the same rulebook.
        basis: On what the nationality rests.
        when: Day from which, of a person seen from a row.
        holds: Whether it does, in the person's own row.
        shield: Day until which only orders can take it.
        rules: Rules by which, each with whether it holds.
    """

    key: Hashable
    basis: str
    when: Find
    holds: Callable[[], Op]
    by_order: bool = False
    shield: Find | None = None
    rules: tuple[tuple[str, Callable[[], Op]], ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """What may take nationality; ``until`` is the end of a told ``no``."""

    key: Hashable
    takes: frozenset[str]
    when: Find
    holds: Callable[[], Op]
    by_order: bool = False
    until: Find | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that may change the nationality of a person, told facts first."""

    gains: tuple[Gain, ...]
    losses: tuple[Loss, ...]


def any_of(low: Lowering, each: Sequence[Callable[[], Op]]) -> Op:
    """Return whether at least one of several ways holds."""
    return low.ops.most(*(holds() for holds in each))
