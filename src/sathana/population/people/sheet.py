"""The sheet on which the columns of a block are written, with what all writers need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from sathana.population.people import classes
from sathana.population.people.days import Codes, Days, Flags, Reals, Span, year_of
from sathana.population.people.groups import groups
from sathana.population.people.kin import Kin
from sathana.population.people.lineup import Lineup
from sathana.population.schema import NEVER, code, plain

SLOTS = {
    "stay": 2,
    "residence": 1,
    "registers": 2,
    "thai": 1,
    "order": 1,
    "marriage": 1,
}
"""How many slots of each thing the tables have."""


@dataclass
class Sheet:
    """Columns of a block, being written.

    Attributes:
        people: Who they are.
        ledger: The plan, and what was given out so far.
        state: Their classes.
        birth: True day of each birth, of which the table may know less.
        group: Digits 6 and 7 of the recognised group of the family; 0 if none.
        columns: What was written so far.
    """

    people: Kin
    ledger: classes.Ledger
    state: npt.NDArray[np.uint8]
    rng: np.random.Generator
    columns: dict[str, npt.NDArray[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Work out what several writers need."""
        self.size = len(self.state)
        self.lineup: Lineup = self.ledger.plan.lineup
        self.birth: Days = self.people.birth
        self.year: Days = year_of(self.birth)
        self.kind = self.lineup.kind[self.people.village]
        self.group = groups(self.people, self.ledger, self.state)
        self.always: Flags = self.lineup.always[self.people.village]
        self.never = np.full(self.size, NEVER, np.int32)

    def chance(self) -> Reals:
        """Return a number from 0 to 1 for each person."""
        return self.rng.random(self.size)

    def of(self, *states: int) -> Flags:
        """Say who is of one of the classes."""
        found: Flags = np.isin(self.state, states)
        return found

    @property
    def counted(self) -> Flags:
        """The people asked about; the others are relatives."""
        return self.of(*classes.COUNTED)

    def put(self, name: str, values: npt.NDArray[np.generic] | int) -> None:
        """Write a column of codes."""
        self.columns[name] = np.broadcast_to(values, self.size).astype(np.uint8)

    def fact(self, key: str, words: dict[str, Flags]) -> None:
        """Write a fact: who has which word; the others are unknown."""
        found: Codes = np.zeros(self.size, np.uint8)
        for word, who in words.items():
            found[who] = code(key, word)
        self.columns[plain(key)] = found

    def days(self, name: str, span: Span) -> None:
        """Write the two columns of a day."""
        for end, values in zip(("lo", "hi"), span, strict=True):
            self.columns[f"{name}_{end}"] = values.astype(np.int32)

    def slot(self, name: str, used: Flags, span: Span) -> None:
        """Write a day of a slot; of an empty slot 0."""
        zero = np.zeros(self.size, np.int32)
        self.days(name, where(used, span, (zero, zero)))

    def event(self, key: str, span: Span) -> None:
        """Write when something happened."""
        self.days(plain(key), span)

    @property
    def unknown(self) -> Span:
        """An event of a life of which nothing is known, not even that it was."""
        return self.columns["born_date_lo"].astype(np.int32), self.never

    @property
    def not_ever(self) -> Span:
        """An event that did not happen."""
        return self.never, self.never


def where(who: Flags, yes: Span, no: Span) -> Span:
    """Choose between two spans."""
    return np.where(who, yes[0], no[0]), np.where(who, yes[1], no[1])


def exact(days: Days) -> Span:
    """Return fully known days as spans."""
    return days, days
