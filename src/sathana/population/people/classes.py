"""Where each synthetic person stands in the registers today.

Quotas by province decide; who fills them is decided by an order of preference. Who is
left over is somebody's relative: gone abroad, or Thai through a parent who became so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sathana.population.people.days import Flags, Reals
from sathana.population.people.kin import Kin
from sathana.population.people.lineup import ALIEN, GROUPS, SHELTER, SURVEYED, Lineup
from sathana.population.people.plan import Plan
from sathana.population.people.shares import table

(
    DEAD,
    SURVEYED_1999,
    SURVEYED_2011,
    CHILD_OF_1999,
    CHILD_OF_2011,
    LATE_ABROAD,
    LATE_HERE,
    UNREGISTERED,
    RESIDENT,
    SETTLED,
    IN_SHELTER,
    OTHER_ALIEN,
    AWAY,
    THAI_SPOUSE,
    THAI_CHILD,
) = range(15)
COUNTED = (
    SURVEYED_1999,
    SURVEYED_2011,
    CHILD_OF_1999,
    CHILD_OF_2011,
    LATE_ABROAD,
    LATE_HERE,
    UNREGISTERED,
    RESIDENT,
    IN_SHELTER,
    OTHER_ALIEN,
)
"""Classes of the people asked about: alive, in Thailand, in no register as Thai."""
STATELESS = (*COUNTED[:6],)
"""Classes registered as stateless."""
_CHILD, _YOUTH, _YOUNG = 2008.4, 1999.4, 1991.4
_LAST_SETTLED = 2024.0
_BEFORE_HOSPITALS = 1975.0
_NATIVE = 0.018
_COUNTED_SINCE, _SOIL_BARRED = 1913.3, 1992.1
_SURVEYS_OF_GROUPS_END, _SURVEY_OF_2005_ENDS = 1998.0, 2010.5


@dataclass
class Ledger:
    """How much of each quota was given out, block after block.

    A block gets its part of a quota by its part of the lines of the province and kind,
    and what blocks before it left open.
    """

    plan: Plan
    given: dict[str, npt.NDArray[np.int64]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Count the lines of each province and kind."""
        self.lines = _lines(self.plan.lineup, 0, len(self.plan.lineup.kind))
        self.done = np.zeros_like(self.lines)

    def enter(self, first: int, last: int) -> None:
        """Count the lines of the villages of the next block as done."""
        self.done += _lines(self.plan.lineup, first, last)

    def wanted(self, name: str, kind: int) -> npt.NDArray[np.int64]:
        """Return how many of a class the block should get, by province."""
        part = self.done[:, kind] / np.maximum(self.lines[:, kind], 1)
        target = np.rint(self.plan.quotas[name] * part).astype(np.int64)
        before = self.given.setdefault(name, np.zeros(100, np.int64))
        found: npt.NDArray[np.int64] = np.maximum(target - before, 0)
        return found


def _lines(lineup: Lineup, first: int, last: int) -> npt.NDArray[np.int64]:
    many = np.diff(lineup.first)[first:last]
    found = np.zeros((100, 4), np.int64)
    np.add.at(found, (lineup.province[first:last], lineup.kind[first:last]), many)
    return found


@dataclass(frozen=True)
class _Block:
    people: Kin
    kind: npt.NDArray[np.uint8]
    province: npt.NDArray[np.uint8]
    ledger: Ledger
    state: npt.NDArray[np.uint8]
    highland: Flags

    def give(self, name: str, kind: int, code: int, who: Flags, key: Reals) -> None:
        """Give a class to those who come first in their province."""
        fits = np.flatnonzero(who & (self.kind == kind) & (self.state == AWAY))
        order = fits[np.lexsort((key[fits], self.province[fits]))]
        where = self.province[order]
        rank = np.arange(len(order)) - np.searchsorted(where, where, side="left")
        chosen = order[rank < self.ledger.wanted(name, kind)[where]]
        self.state[chosen] = code
        given = np.bincount(self.province[chosen], minlength=100)
        whole = name.removesuffix("_old")
        self.ledger.wanted(whole, kind)
        for each in {name, whole}:
            self.ledger.given[each] = self.ledger.given[each] + given


def assign(
    people: Kin, lineup: Lineup, ledger: Ledger, rng: np.random.Generator
) -> npt.NDArray[np.uint8]:
    """Return the class of each person of a block."""
    state = np.full(len(people.born), AWAY, np.uint8)
    state[people.thai] = THAI_SPOUSE
    state[~people.alive] = DEAD
    block = _Block(
        people,
        lineup.kind[people.village],
        lineup.province[people.village],
        ledger,
        state,
        lineup.always[people.village] & ~people.abroad & ~people.thai,
    )
    chance = rng.random(len(state))
    waits = _waiting(people, rng)
    _abroad(block, chance)
    _here(block, chance, waits)
    _thai_through_parents(people, state)
    return state


def _waiting(people: Kin, rng: np.random.Generator) -> Reals:
    """Return the order in which those born here still wait: the smallest first.

    Villages differ most, so that parents and children mostly stand alike; within them
    the young wait, and children of a Thai parent least.
    """
    weight = table("waiting_weight")
    village = people.village - people.village[0]
    of_village = rng.random(int(village[-1]) + 1)[village]
    key = 0.7 * of_village + 0.3 * rng.random(len(village))
    odds = np.where(people.born > _YOUNG, weight["young"], weight["older"])
    odds = np.where(people.born > _YOUTH, weight["youth"], odds)
    odds = np.where(people.born > _CHILD, weight["child"], odds)
    thai = (people.couple >= 0) & people.couples.thai[people.couple]
    natives = _native_parents(people)
    found: Reals = key / np.where(thai, weight["thai_parent"], odds) + _NATIVE * natives
    return found


def _native_parents(people: Kin) -> npt.NDArray[np.int64]:
    """Return how many parents were themselves born here.

    Most such parents have become Thai, and their children are so by blood; those who
    still wait are mostly children of people who came.
    """
    found = np.zeros(len(people.born), np.int64)
    for parent in (people.father, people.mother):
        found += (parent >= 0) & ~people.abroad[parent] & ~people.thai[parent]
    return found


def _abroad(block: _Block, chance: Reals) -> None:
    """Give the classes of those born abroad.

    Elders of old highland villages are among them, whose place of birth no paper shows.
    """
    people = block.people
    came = people.abroad & (people.entry < _SURVEYS_OF_GROUPS_END)
    came |= block.highland & (people.born < _BEFORE_HOSPITALS)
    surveyed = people.abroad & (people.entry < _SURVEY_OF_2005_ENDS)
    block.give("surveyed_1999", GROUPS, SURVEYED_1999, came, chance)
    block.give("resident", GROUPS, RESIDENT, people.abroad, chance)
    block.give("surveyed_2011", SURVEYED, SURVEYED_2011, surveyed, chance)
    block.give("late_abroad", SURVEYED, LATE_ABROAD, people.abroad, -people.entry)
    child = people.born > _CHILD
    block.give("shelter_child", SHELTER, IN_SHELTER, child, chance)
    block.give("shelter_adult", SHELTER, IN_SHELTER, ~child, chance)
    block.give("alien_men", ALIEN, OTHER_ALIEN, people.male, chance)
    block.give("alien_women", ALIEN, OTHER_ALIEN, ~people.male, chance)


def _here(block: _Block, chance: Reals, waits: Reals) -> None:
    """Give the classes of those born here."""
    people = block.people
    here = ~people.abroad
    child = here & (people.born > _CHILD + 0.1) & (people.born < 2026.2)
    eldest = people.born + 15 * chance + 10 * (1 - np.minimum(waits, 1))
    before = here & (people.born < _SOIL_BARRED) & (people.born > _COUNTED_SINCE)
    first = np.where(block.highland, waits / 4, waits)
    block.give("child_of_1999_old", GROUPS, CHILD_OF_1999, before, first)
    block.give("child_of_1999", GROUPS, CHILD_OF_1999, here, waits)
    block.give("unregistered", SURVEYED, UNREGISTERED, child, waits + chance)
    block.give("child_of_2011_old", SURVEYED, CHILD_OF_2011, before, waits)
    block.give("child_of_2011", SURVEYED, CHILD_OF_2011, here, waits)
    block.give("late_here", SURVEYED, LATE_HERE, here, waits)
    old = here & (people.born < _LAST_SETTLED) & ~_has_waiting_child(block)
    block.give("settled_groups", GROUPS, SETTLED, old, eldest)
    block.give("settled_surveyed", SURVEYED, SETTLED, old, eldest)


def _has_waiting_child(block: _Block) -> Flags:
    """Say who has a child that waits, and so has not become Thai before its birth."""
    waits = np.isin(
        block.state, (CHILD_OF_1999, CHILD_OF_2011, LATE_HERE, UNREGISTERED)
    )
    found = np.zeros(len(waits), np.bool_)
    for parent in (block.people.father, block.people.mother):
        found[parent[waits & (parent >= 0)]] = True
    return found


def _thai_through_parents(people: Kin, state: npt.NDArray[np.uint8]) -> None:
    """Make Thai those left over who have a Thai parent, generation by generation."""
    for gen in range(1, int(people.gen.max()) + 1):
        those = np.flatnonzero((people.gen == gen) & (state == AWAY) & ~people.abroad)
        for parent in (people.father, people.mother):
            row = parent[those]
            thai = np.isin(state[row], (SETTLED, THAI_SPOUSE, THAI_CHILD))
            state[those[(row >= 0) & thai]] = THAI_CHILD


NAMES: Mapping[int, str] = {
    DEAD: "dead",
    SURVEYED_1999: "surveyed 1984-1999",
    SURVEYED_2011: "surveyed 2005-2011",
    CHILD_OF_1999: "born here, of the first",
    CHILD_OF_2011: "born here, of the second",
    LATE_ABROAD: "registered later",
    LATE_HERE: "registered later, born here",
    UNREGISTERED: "child in no register",
    RESIDENT: "resident",
    SETTLED: "made or found Thai",
    IN_SHELTER: "in a shelter",
    OTHER_ALIEN: "other non-Thai",
    AWAY: "gone abroad",
    THAI_SPOUSE: "Thai husband or wife",
    THAI_CHILD: "Thai through a parent",
}
"""Classes in words, for reports and tests."""
