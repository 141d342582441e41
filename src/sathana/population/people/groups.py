"""Which recognised group a line of families was surveyed as."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sathana.population.people.classes import SURVEYED_1999, Ledger
from sathana.population.people.days import Codes
from sathana.population.people.kin import Kin
from sathana.population.people.lineup import GROUPS
from sathana.population.people.shares import lists, number, table

_TURN, _START = 8_000, 0.3
"""Rows in which the shares are gone through once, and where that begins."""


def groups(
    people: Kin,
    ledger: Ledger,
    state: npt.NDArray[np.uint8],
) -> Codes:
    """Return digits 6 and 7 of the number that each person's line would have; 0: none.

    Lines follow one another through the published shares of the groups, weighed by
    those of them who still wait, so that the shares are met in every province; lines of
    one group stand together, as villages of one people do.

    Args:
        people: A block.
        ledger: What was given out up to this block, and this block.
        state: Classes.
    """
    lineup = ledger.plan.lineup
    first = int(people.line[0])
    many = int(people.line[-1]) + 1 - first
    village = np.searchsorted(lineup.first, np.arange(first, first + many), "right") - 1
    province, kind = lineup.province[village], lineup.kind[village]
    waiting = np.bincount(people.line - first, state == SURVEYED_1999, minlength=many)
    found = np.zeros(many, np.uint8)
    for place in np.unique(province[kind == GROUPS]):
        those = np.flatnonzero((province == place) & (kind == GROUPS))
        weight = waiting[those] + 1e-6
        done = ledger.given["surveyed_1999"][place] - waiting[those].sum()
        whole = max(ledger.plan.quotas["surveyed_1999"][place], 1.0)
        turns = np.ceil(whole / _TURN)
        middle = (done + np.cumsum(weight) - weight / 2) / whole * turns
        found[those] = _at(int(place), np.mod(middle + _START, 1.0))
    return found[people.line - first]


def _at(province: int, part: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return the groups at places from 0 to 1 of a province's shares."""
    weights = {int(code): many for code, many in table("groups").items()}
    own = lists("displaced_provinces").get(str(province))
    if own:
        displaced = number("displaced_lines")
        rest = (1 - displaced) / sum(weights.values())
        weights = {code: many * rest for code, many in weights.items()}
        weights |= {int(code): displaced / len(own) for code in own}
    bounds = np.cumsum(list(weights.values())) / sum(weights.values())
    places = np.searchsorted(bounds, part, side="right")
    codes = np.array(list(weights))
    return codes[np.minimum(places, len(codes) - 1)]
