"""The persons of some villages: parents, sex, births, deaths, and where they came from.

Village after village, inside a village generation after generation, inside a generation
line after line: first the son who stays, then the daughter who marries into another
line, then their brothers and sisters, then a husband or wife from outside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sathana.population.people import lineup as plan
from sathana.population.people.days import AS_OF, Days, Flags, Reals, Rows, ordinal
from sathana.population.people.lineup import Lineup
from sathana.population.people.shares import between, number
from sathana.population.schema import NO_SUCH, NOT_IDENTIFIED

_NOW = AS_OF.year + 5 / 12
_BOYS = 0.512
"""Share of boys among births (105 to 100)."""


@dataclass(frozen=True)
class Couples:
    """Couples that have children in the table, one entry each.

    Attributes:
        father, mother: Rows within the block; of a father whom nobody names -1.
        child: Row of the eldest child within the block.
        cell: Which couple it is, as in :attr:`Kin.couple`.
        middle: Middle year of their children's births.
        thai: Whether one of them is the Thai wife or husband.
    """

    father: Rows
    mother: Rows
    child: Rows
    cell: Rows
    middle: npt.NDArray[np.int32]
    thai: Flags


@dataclass(frozen=True)
class Kin:
    """The persons of a block, one entry each; rows count from the block's first.

    Attributes:
        line, village, gen: To which line, village and generation a person belongs.
        place: Place among the brothers and sisters; -1 of a spouse from outside.
        couple: Parents as a couple, -1 where there is none.
        father, mother: Rows, or the negative codes of the schema.
        male: Whether a man.
        born: Point of birth in years.
        abroad: Whether born outside Thailand.
        entry: Point of entry in years, of those born abroad.
        thai: Whether a Thai husband or wife.
        died: Year of death; 0 of the living.
        couples: Those who have children.
    """

    line: Rows
    village: Rows
    gen: npt.NDArray[np.int8]
    place: npt.NDArray[np.int8]
    couple: Rows
    father: Rows
    mother: Rows
    male: Flags
    born: Reals
    abroad: Flags
    entry: Reals
    thai: Flags
    died: npt.NDArray[np.int32]
    couples: Couples

    @property
    def alive(self) -> Flags:
        """Whether each person lives on the day asked."""
        found: Flags = self.died == 0
        return found

    @property
    def birth(self) -> Days:
        """The true day of each birth, which the table need not know."""
        return ordinal(self.born)


def build(lineup: Lineup, first: int, last: int, rng: np.random.Generator) -> Kin:
    """Make the persons of villages ``first`` to ``last`` (without the last)."""
    lines = np.arange(lineup.first[first], lineup.first[last])
    village = np.repeat(np.arange(first, last), np.diff(lineup.first[first : last + 1]))
    sizes = _sizes(lineup, lines)
    start, line, gen, place = _places(sizes, village - first)
    extra = place == lineup.children[lines][line, gen]
    extra &= gen > 0
    couples = _couples(lineup, lines, village, start, first)
    couple, father, mother = _parents(couples, line, gen, place, extra, rng)
    male = _sexes(lineup.extra[lines][line, gen], place, extra, gen, rng)
    born = _births(lineup.middle[village[line]], gen, place, extra, rng)
    thai = extra & (lineup.extra[lines][line, gen] != plan.FOREIGN_WIFE)
    abroad, entry = _origin(lineup, village[line], gen, born, extra, thai)
    return Kin(
        line=lines[line],
        village=village[line],
        gen=gen,
        place=np.where(extra, -1, place).astype(np.int8),
        couple=couple,
        father=father,
        mother=mother,
        male=male,
        born=born,
        abroad=abroad,
        entry=entry,
        thai=thai,
        died=_deaths(lineup.middle[village[line]], gen, born, thai, rng),
        couples=couples,
    )


def _sizes(lineup: Lineup, lines: Rows) -> Rows:
    sizes = lineup.children[lines].astype(np.int64) + (lineup.extra[lines] > 0)
    sizes[:, 0] = 2
    return sizes


def _places(
    sizes: Rows, village: Rows
) -> tuple[Rows, Rows, npt.NDArray[np.int8], npt.NDArray[np.int8]]:
    """Lay out rows: the first row of each line and generation, and what each row is."""
    many, gens = sizes.shape
    line, gen = np.divmod(np.arange(many * gens), gens)
    order = np.lexsort((line, gen, village[line]))
    counts = sizes.reshape(-1)[order]
    start = np.empty(many * gens, np.int64)
    start[order] = np.cumsum(counts) - counts
    row_cell = np.repeat(order, counts)
    place = np.arange(counts.sum()) - start[row_cell]
    return (
        start.reshape(many, gens),
        line[row_cell],
        gen[row_cell].astype(np.int8),
        place.astype(np.int8),
    )


def _couples(
    lineup: Lineup, lines: Rows, village: Rows, start: Rows, first: int
) -> Couples:
    """Find the parents of the children of each line and generation."""
    children, extra = lineup.children[lines], lineup.extra[lines]
    base = lineup.first[village] - lines[0]
    many = np.diff(lineup.first)[village]
    at = np.arange(len(lines)) - base
    parts = []
    for gen in range(plan.GENERATIONS - 1):
        has = np.flatnonzero(children[:, gen + 1] > 0)
        father, mother = start[has, gen], start[has, gen] + 1
        if gen:
            step = 1 + (gen - 1) % (many[has] - 1)
            other = base[has] + (at[has] + step) % many[has]
            mother = start[other, gen] + 1
            outside = start[has, gen] + children[has, gen]
            father = np.where(extra[has, gen] == plan.THAI_HUSBAND, outside, father)
            wife = np.isin(extra[has, gen], (plan.THAI_WIFE, plan.FOREIGN_WIFE))
            mother = np.where(wife, outside, mother)
        father = np.where(lineup.no_father[lines][has, gen], NOT_IDENTIFIED, father)
        thai = np.isin(extra[has, gen], (plan.THAI_WIFE, plan.THAI_HUSBAND))
        middle = lineup.middle[village[has]] + plan.SPACING * (gen + 1)
        cell = has * plan.GENERATIONS + gen + 1
        parts.append((father, mother, start[has, gen + 1], cell, middle, thai))
    return Couples(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _parents(
    couples: Couples,
    line: Rows,
    gen: npt.NDArray[np.int8],
    place: npt.NDArray[np.int8],
    extra: Flags,
    rng: np.random.Generator,
) -> tuple[Rows, Rows, Rows]:
    """Return the couple, father and mother of each person."""
    cells = (int(line.max()) + 1) * plan.GENERATIONS
    of_cell = np.full(cells, -1, np.int64)
    of_cell[couples.cell] = np.arange(len(couples.cell))
    couple = np.where(extra, -1, of_cell[line * plan.GENERATIONS + gen])
    found = (place > 1) & (couple >= 0)
    found &= rng.random(len(line)) < number("foundlings")
    found &= couples.middle[couple] > 1990
    couple = np.where(found, -1, couple)
    missing = np.where(found, NO_SUCH, NOT_IDENTIFIED)
    father = np.where(couple >= 0, couples.father[couple], missing)
    mother = np.where(couple >= 0, couples.mother[couple], missing)
    return couple, father, mother


def _sexes(
    extra_kind: npt.NDArray[np.int8],
    place: npt.NDArray[np.int8],
    extra: Flags,
    gen: npt.NDArray[np.int8],
    rng: np.random.Generator,
) -> Flags:
    """Men: the first of each cell; others by chance."""
    chance = rng.random(len(place)) < _BOYS
    male = np.where(place == 0, True, np.where(place == 1, False, chance))
    found: Flags = np.where(extra, extra_kind == plan.THAI_HUSBAND, male)
    return found


def _births(
    middle: npt.NDArray[np.int32],
    gen: npt.NDArray[np.int8],
    place: npt.NDArray[np.int8],
    extra: Flags,
    rng: np.random.Generator,
) -> Reals:
    """Draw when each was born; brothers and sisters over sixteen years."""
    u = rng.random(len(gen))
    parents = (place < 2) | extra
    early = np.where(parents, -plan.NEAR, -plan.EARLY)
    late = np.where(parents, plan.NEAR, plan.LATE)
    centre = middle + plan.SPACING * gen.astype(np.int64)
    last = np.minimum(centre + late, plan.LAST_BIRTH)
    begin = np.minimum(centre + early, last - 0.2)
    found: Reals = begin + u * (last - begin)
    return found


def _origin(
    lineup: Lineup,
    village: Rows,
    gen: npt.NDArray[np.int8],
    born: Reals,
    extra: Flags,
    thai: Flags,
) -> tuple[Flags, Reals]:
    """Say who was born abroad, and when they came: with the village, or as a wife."""
    centre = lineup.middle[village] + plan.SPACING * gen.astype(np.int64)
    wife = extra & ~thai
    entry = np.where(wife, centre + 17.0, lineup.entry[village])
    abroad = (born < entry) & ~thai
    return abroad, entry


def _deaths(
    middle: npt.NDArray[np.int32],
    gen: npt.NDArray[np.int8],
    born: Reals,
    thai: Flags,
    rng: np.random.Generator,
) -> npt.NDArray[np.int32]:
    """Draw who has died, after the last birth of a child that the table may hold."""
    dead = rng.random(len(born)) > between("survival", _NOW - born)
    children = middle + plan.SPACING * (gen.astype(np.int64) + 1) + plan.LATE + 1
    dead &= children < AS_OF.year
    begin = np.minimum(np.maximum(children, born + 40), AS_OF.year - 1)
    end = np.clip(born + 95, begin + 1, AS_OF.year)
    year = (begin + rng.random(len(born)) * (end - begin)).astype(np.int32)
    return np.where(dead & ~thai, year, 0).astype(np.int32)
