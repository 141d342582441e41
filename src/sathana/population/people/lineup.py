"""The villages of a table: how many families of which kind, and how many children.

A village is a few lines of families. The eldest couple of each line has children; of
these a son stays in the line and marries a daughter of another line, and so forth, so
that all links stay inside the village. Only numbers are drawn here, no persons.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sathana.population.people.days import Flags, Reals
from sathana.population.people.shares import between, lists, number, pick

GENERATIONS = 6
"""Most generations of a village."""
SPACING = 25
"""Years between the middles of two generations."""
EARLY, LATE, NEAR = 6, 10, 3
"""How many years before and after the middle of a generation a person may be born;
those who become parents at most ``NEAR`` from it. So a parent is at least 16."""
LAST_BIRTH = 2026.4
KINDS = ("groups", "surveyed", "shelter", "alien")
"""Which register the families of a village came into."""
GROUPS, SURVEYED, SHELTER, ALIEN = range(4)
THAI_WIFE, THAI_HUSBAND, FOREIGN_WIFE = 1, 2, 3
_LAST_WIFE = {GROUPS: 1978, SURVEYED: 1990}
"""Middle year of the last generation whose wives came in from outside in time to be
surveyed."""
_MOST = 8

type Small = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Lineup:
    """Villages and their lines; every array has one entry for each.

    Attributes:
        province: Two digits as a number, by village.
        kind: Place in :data:`KINDS`, by village.
        first: First line of each village; one entry more than villages.
        middle: Middle year of the births of the eldest couples, by village.
        entry: When the village came into Thailand, in years, by village.
        always: Whether it is one of original highlanders, by village.
        children: Children of the couple above, by line and generation.
        extra: A husband or wife from outside the village, by line and generation.
        no_father: Whether nobody names the father, by line and generation of parents.
    """

    province: npt.NDArray[np.uint8]
    kind: npt.NDArray[np.uint8]
    first: npt.NDArray[np.int64]
    middle: npt.NDArray[np.int32]
    entry: Reals
    always: Flags
    children: Small
    extra: Small
    no_father: Flags

    @property
    def village(self) -> npt.NDArray[np.int64]:
        """The village of each line."""
        return np.repeat(np.arange(len(self.kind)), np.diff(self.first))

    @property
    def lasts(self) -> npt.NDArray[np.int64]:
        """How many generations each village has."""
        years = LAST_BIRTH + EARLY - SPACING // 5 - self.middle
        return np.clip((years // SPACING).astype(np.int64) + 1, 2, GENERATIONS)

    def sizes(self) -> npt.NDArray[np.int64]:
        """Return how many rows each line has in each generation."""
        sizes = self.children.astype(np.int64) + (self.extra > 0)
        sizes[:, 0] = 2
        return sizes

    def rows(self) -> npt.NDArray[np.int64]:
        """Return how many rows each village has."""
        ends = np.concatenate([[0], np.cumsum(self.sizes().sum(axis=1))])
        found: npt.NDArray[np.int64] = np.diff(ends[self.first])
        return found


def draw(
    province: npt.NDArray[np.integer],
    kind: npt.NDArray[np.integer],
    many: npt.NDArray[np.integer],
    rng: np.random.Generator,
) -> Lineup:
    """Draw villages.

    Args:
        province: Two digits as a number, by village.
        kind: Place in :data:`KINDS`, by village.
        many: Lines of each village, at least three.
        rng: Where chance comes from.
    """
    turn = _turns(province, kind, rng)
    entry, middle, always = _origins(kind, turn)
    first = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    bare = Lineup(
        province=province.astype(np.uint8),
        kind=kind.astype(np.uint8),
        first=first,
        middle=middle,
        entry=entry,
        always=always,
        children=np.zeros((first[-1], GENERATIONS), np.int8),
        extra=np.zeros((first[-1], GENERATIONS), np.int8),
        no_father=np.zeros((first[-1], GENERATIONS), np.bool_),
    )
    children, extra, no_father = _families(bare, rng)
    return replace(bare, children=children, extra=extra, no_father=no_father)


def _turns(
    province: npt.NDArray[np.integer],
    kind: npt.NDArray[np.integer],
    rng: np.random.Generator,
) -> npt.NDArray[np.int64]:
    """Number the villages within each province and kind, from a place by chance."""
    stratum = province.astype(np.int64) * len(KINDS) + kind
    order = np.argsort(stratum, kind="stable")
    starts = np.searchsorted(stratum[order], stratum[order], side="left")
    turn = np.empty(len(stratum), np.int64)
    turn[order] = np.arange(len(stratum)) - starts
    return turn + rng.integers(0, 100_000, 100 * len(KINDS))[stratum]


def spread(turn: npt.NDArray[np.int64], step: float) -> Reals:
    """Return numbers from 0 to 1 that lie evenly for every run of turns."""
    found: Reals = np.mod((turn + 0.5) * step, 1.0)
    return found


_STEPS = (0.8566748838545029, 0.733891856627126, 0.6287067210378087, 0.5385972572236101)
"""Powers of the number that spreads points evenly in four directions at once (the
root of x^5 = x + 1)."""


def _origins(
    kind: npt.NDArray[np.integer], turn: npt.NDArray[np.int64]
) -> tuple[Reals, npt.NDArray[np.int32], Flags]:
    """Choose when each village came, and when its eldest were born."""
    wave, age, old, eldest = (spread(turn, step) for step in _STEPS)
    always = (kind == GROUPS) & (old < number("highlander_villages"))
    entry = np.empty(len(kind))
    middle = np.empty(len(kind), np.int32)
    ages = lists("founders_age")
    for place, name in enumerate(KINDS):
        those = np.flatnonzero(kind == place)
        waves = [float(pick(f"waves_{name}", u)) for u in wave[those]]
        entry[those] = np.array(waves) + 9 * age[those] - 4.5
        known = np.array(ages[name])
        back = known[(eldest[those] * len(known)).astype(np.int64)]
        middle[those] = np.round(entry[those] - back).astype(np.int32)
    middle[always] = 1890 + np.round(30 * age[always]).astype(np.int32)
    entry[always] = middle[always] - 60
    return entry, middle, always


def _families(lineup: Lineup, rng: np.random.Generator) -> tuple[Small, Small, Flags]:
    """Draw children, spouses from outside and unknown fathers of all couples."""
    village = lineup.village
    lasts = lineup.lasts[village]
    camp = lineup.kind[village] == SHELTER
    children, extra = np.zeros_like(lineup.children), np.zeros_like(lineup.extra)
    no_father = np.zeros_like(lineup.no_father)
    for gen in range(1, GENERATIONS):
        there = gen < lasts
        middle = lineup.middle[village] + SPACING * gen
        mean = between("children_of_couple", middle.astype(float))
        mean = np.where(camp, mean * number("shelter_families"), mean)
        drawn = 2 + rng.binomial(_MOST - 2, np.clip((mean - 2) / (_MOST - 2), 0, 1))
        children[there, gen] = drawn[there]
        parents = gen + 1 < lasts
        drawn_extra = _extra(lineup.kind[village], middle, rng)
        extra[parents, gen] = drawn_extra[parents]
        unnamed = rng.random(len(village)) < number("father_unknown")
        no_father[:, gen] = parents & unnamed & (drawn_extra == 0)
    return children, extra, no_father


def _extra(
    kind: npt.NDArray[np.uint8],
    middle: npt.NDArray[np.integer],
    rng: np.random.Generator,
) -> Small:
    """Draw who marries into each couple from outside."""
    u = rng.random(len(kind))
    thai, foreign = number("thai_spouse"), number("foreign_spouse")
    last = np.array([_LAST_WIFE.get(place, 0) for place in range(len(KINDS))])
    found = np.where(u < thai, np.where(u < thai / 2, THAI_WIFE, THAI_HUSBAND), 0)
    wife = (u >= thai) & (u < thai + foreign) & (middle <= last[kind])
    found = np.where(wife, FOREIGN_WIFE, found)
    return np.where(kind <= SURVEYED, found, 0).astype(np.int8)


def resized(lineup: Lineup, persons: int, rng: np.random.Generator) -> Lineup:
    """Give some couples a child more or less, so that there are so many persons.

    Raises:
        ValueError: The number cannot be reached without empty families.
    """
    children = lineup.children.copy()
    missing = persons - int(lineup.sizes().sum())
    while missing:
        fits = (children > 0) & (children < _MOST if missing > 0 else children > 2)
        fits[:, 0] = False
        cells = np.flatnonzero(fits)
        if not len(cells):
            raise ValueError("too few families for so many persons")
        some = rng.permutation(cells)[: abs(missing)]
        children.reshape(-1)[some] += np.int8(np.sign(missing))
        missing -= int(np.sign(missing)) * len(some)
    return replace(lineup, children=children)
