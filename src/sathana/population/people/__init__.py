"""Synthetic people: made, calibrated to published totals, compared with them."""

from __future__ import annotations

from sathana.population.people.areas import AREA_NAMES, AREAS, AreaError
from sathana.population.people.compare import Compared, NotSyntheticError, compare
from sathana.population.people.compare_words import compare_text
from sathana.population.people.families import FamilyError, family, family_of
from sathana.population.people.family_kinds import KINDS
from sathana.population.people.plan import LEAST, TooFewError
from sathana.population.people.shares import DataError
from sathana.population.people.synth import Block, Progress, make
from sathana.population.people.writing import read_notes, write

__all__ = [
    "AREAS",
    "AREA_NAMES",
    "KINDS",
    "LEAST",
    "AreaError",
    "Block",
    "Compared",
    "DataError",
    "FamilyError",
    "NotSyntheticError",
    "Progress",
    "TooFewError",
    "compare",
    "compare_text",
    "family",
    "family_of",
    "make",
    "read_notes",
    "write",
]
