"""How a table is divided: villages, real people for each row, and quotas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sathana.population.people import kin
from sathana.population.people.areas import Province, provinces
from sathana.population.people.lineup import (
    ALIEN,
    GROUPS,
    KINDS,
    SHELTER,
    SURVEYED,
    Lineup,
    draw,
    resized,
)
from sathana.population.people.shares import DataError

LEAST = 1_000
"""Fewest persons of a table: less cannot hold a province's families."""
BLOCK = 65_536
"""Rows of a block, about: whole villages."""
_LINES = 8
_FEWEST = 3
_SPARE, _SPARE_OF_FEW = 1.03, 0.9
"""Candidates made for each place of a quota, so that none stays empty: more where few
lines are, whose number of children is left to chance."""
_SPARE_OF_AGES = 1.15
"""The same where a quota is of one age, which chance moves more."""
_PILOT = 400
_EIGHTEEN = 2008.4


class TooFewError(DataError):
    """Fewer persons are asked for than families can be made of."""


@dataclass(frozen=True, slots=True)
class Yields:
    """How many persons one line of a kind brings.

    Attributes:
        rows: All of them.
        abroad: The living who were born abroad; ``here``, those born here.
        child: The living under 18; ``adult``, those above.
    """

    rows: float
    abroad: float
    here: float
    child: float
    adult: float


@dataclass(frozen=True)
class Plan:
    """What will be made.

    Attributes:
        scale: Real people for each row.
        quotas: Rows of each class by two digits of the province.
    """

    lineup: Lineup
    scale: float
    quotas: Mapping[str, npt.NDArray[np.float64]]
    seed: int

    def blocks(self) -> Iterator[tuple[int, int, int]]:
        """Yield first and last village (without the last) and first row of blocks."""
        ends = np.cumsum(self.lineup.rows())
        bounds = [0]
        while bounds[-1] < len(ends):
            done = ends[bounds[-1] - 1] if bounds[-1] else 0
            stop = int(np.searchsorted(ends, done + BLOCK, side="right"))
            bounds.append(max(stop, bounds[-1] + 1))
        for first, last in pairwise(bounds):
            yield first, last, int(ends[first - 1]) if first else 0


def make_plan(persons: int, seed: int, area: str) -> Plan:
    """Plan a table.

    Args:
        persons: Rows of the table.
        seed: The same seed gives the same people.
        area: A key of :data:`sathana.population.people.areas.AREAS`.

    Raises:
        AreaError: There is no such area.
        TooFewError: Fewer than :data:`LEAST` persons are asked for.
    """
    places = provinces(area)
    if persons < LEAST:
        raise TooFewError(
            f"ขอคนสมมติ {persons:,} คน แต่ต้องมีอย่างน้อย {LEAST:,} คนจึงจะเป็นครอบครัวได้ "
            f"โปรดขอ {LEAST:,} คนขึ้นไป",
            f"{persons:,} synthetic persons were asked for; families need at least "
            f"{LEAST:,}. Ask for {LEAST:,} or more",
        )
    lines, scale = _spared(np.array([_lines(place) for place in places]), persons)
    rng = np.random.default_rng([seed, persons])
    villages = _villages(places, lines / scale)
    order = rng.permutation(len(villages))
    province, kind, many = (
        np.array(part)[order] for part in zip(*villages, strict=True)
    )
    lineup = resized(draw(province, kind, many, rng), persons, rng)
    return Plan(lineup, scale, _quotas(places, scale), seed)


def _quotas(
    places: tuple[Province, ...], scale: float
) -> dict[str, npt.NDArray[np.float64]]:
    found: dict[str, npt.NDArray[np.float64]] = {}
    for place in places:
        for name, count in place.counts().items():
            column = found.setdefault(name, np.zeros(100))
            column[int(place.code)] = count / scale
    return found


def _lines(place: Province) -> list[float]:
    """Return how many lines of each kind hold the real people of a province."""
    count = place.counts()
    made = _yields()
    need = {
        GROUPS: _most(
            made[GROUPS],
            count["surveyed_1999"] + count["resident"],
            count["child_of_1999"] + count["settled_groups"],
        ),
        SURVEYED: _most(
            made[SURVEYED],
            count["surveyed_2011"] + count["late_abroad"],
            count["child_of_2011"]
            + count["late_here"]
            + count["unregistered"]
            + count["settled_surveyed"],
        ),
        SHELTER: max(
            count["shelter_child"] / made[SHELTER].child,
            count["shelter_adult"] / made[SHELTER].adult,
        )
        * _SPARE_OF_AGES,
        ALIEN: 2
        * max(count["alien_men"], count["alien_women"])
        / (made[ALIEN].abroad + made[ALIEN].here),
    }
    return [need[kind] for kind in range(len(KINDS))]


def _spared(
    need: npt.NDArray[np.float64], persons: int
) -> tuple[npt.NDArray[np.float64], float]:
    """Add spare lines; return real lines, and real people for each row."""
    per_line = np.array([_yields()[kind].rows for kind in range(len(KINDS))])
    lines, scale = need * _SPARE, 1.0
    for _ in range(4):
        scale = float((lines * per_line).sum()) / persons
        few = _SPARE_OF_FEW / np.sqrt(np.maximum(need / scale, 1))
        lines = need * (_SPARE + few)
    return lines, float((lines * per_line).sum()) / persons


def _most(made: Yields, abroad: float, here: float) -> float:
    return max(abroad / made.abroad, here / made.here)


@cache
def _yields() -> Mapping[int, Yields]:
    """Make some villages of each kind and count; the same for every table."""
    found = {}
    for kind in range(len(KINDS)):
        rng = np.random.default_rng([2026, kind])
        same = np.full(_PILOT, kind)
        lineup = draw(np.full(_PILOT, 57), same, np.full(_PILOT, _LINES), rng)
        people = kin.build(lineup, 0, _PILOT, rng)
        there = people.alive & ~people.thai
        many = _PILOT * _LINES
        child = people.born > _EIGHTEEN
        parts = (people.abroad, ~people.abroad, child, ~child)
        found[kind] = Yields(
            len(people.born) / many, *(float((there & p).sum()) / many for p in parts)
        )
    return found


def _villages(
    places: tuple[Province, ...], lines: npt.NDArray[np.float64]
) -> list[tuple[int, int, int]]:
    """Divide lines into villages of at least three; too few wait for the next."""
    found: list[tuple[int, int, int]] = []
    for kind in range(len(KINDS)):
        owed = 0.0
        for place, wanted in zip(places, lines[:, kind], strict=True):
            owed += wanted
            many = round(owed)
            if many < _FEWEST:
                continue
            owed -= many
            split = max(1, many // _LINES)
            sizes = [many // split + (k < many % split) for k in range(split)]
            found.extend((int(place.code), kind, size) for size in sizes)
    return found
