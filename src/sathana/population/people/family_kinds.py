"""Kinds of families that tests, exercises and pages ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np

from sathana.population.people.days import Flags
from sathana.population.people.synth import COLUMNS, Block
from sathana.population.schema import NO_SUCH, NOT_IDENTIFIED

_OLD_SOIL_ENDS = date(1972, 12, 13).toordinal()
_SOIL_BARRED_ENDS = date(1992, 2, 25).toordinal()

type Fits = Callable[[Block], Flags]
"""Says who of a block is of a kind."""


def counted(block: Block) -> Flags:
    """Say who is one of the people asked about."""
    found: Flags = block["counted"] == 1
    return found


def _is(block: Block, name: str, *words: str) -> Flags:
    values = next(column.values for column in COLUMNS if column.name == name)
    found: Flags = np.isin(block[name], [values.index(each) + 1 for each in words])
    return found


def _of_parents(block: Block, holds: Flags) -> tuple[Flags, Flags]:
    """Say of whom the father, and of whom the mother, is one of those."""
    father, mother = block["father"], block["mother"]
    return (father >= 0) & holds[father], (mother >= 0) & holds[mother]


def _born_here_of_aliens(block: Block) -> Flags:
    father, mother = _of_parents(block, _is(block, "born_country", "abroad"))
    return _is(block, "born_country", "TH") & (father | mother)


def _announcement_337(block: Block) -> Flags:
    alive = block["residence1_kind"] > 0
    return (
        _born_here_of_aliens(block) & alive & (block["born_date_hi"] <= _OLD_SOIL_ENDS)
    )


def _section_23(block: Block) -> Flags:
    between = block["born_date_lo"] > _OLD_SOIL_ENDS
    between &= block["born_date_hi"] <= _SOIL_BARRED_ENDS
    found: Flags = _born_here_of_aliens(block) & counted(block) & between
    return found


def _long_stayer(block: Block) -> Flags:
    surveyed = _is(block, "number_class", "recognised_group", "no_status_89")
    return counted(block) & surveyed & _is(block, "born_country", "abroad")


def _thai_parent(block: Block) -> Flags:
    father, mother = _of_parents(block, _is(block, "thai1_kind", "yes"))
    found: Flags = father ^ mother
    return found


def _unknown_father(block: Block) -> Flags:
    found: Flags = (block["father"] == NOT_IDENTIFIED) & (block["mother"] >= 0)
    return found & counted(block)


def _foundling(block: Block) -> Flags:
    found: Flags = (block["father"] == NO_SUCH) & (block["residence1_kind"] > 0)
    return found


def _highlander(block: Block) -> Flags:
    return counted(block) & _is(block, "original_highlander", "yes")


def _granted(block: Block) -> Flags:
    return _is(block, "order1_kind", "grant_7bis2", "nationality_entered")


def _unregistered(block: Block) -> Flags:
    found: Flags = counted(block) & (block["number_class"] == 0)
    return found


def _shelter(block: Block) -> Flags:
    return counted(block) & _is(block, "number_class", "shelter")


KINDS: Mapping[str, Fits] = {
    "announcement-337": _announcement_337,
    "section-23": _section_23,
    "long-stayer": _long_stayer,
    "thai-parent": _thai_parent,
    "unknown-father": _unknown_father,
    "foundling": _foundling,
    "highlander": _highlander,
    "granted": _granted,
    "unregistered": _unregistered,
    "shelter": _shelter,
}
"""Kinds of families, by what the person asked about is."""
