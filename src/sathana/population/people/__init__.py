"""Synthetic people: made, calibrated to published totals, compared with them."""

from __future__ import annotations

from sathana.population.people.areas import AREA_NAMES, AREAS, AreaError
from sathana.population.people.compare import Compared, NotSyntheticError, compare
from sathana.population.people.compare_words import compare_text
from sathana.population.people.plan import LEAST, TooFewError
from sathana.population.people.shares import DataError
from sathana.population.people.synth import Block, Progress, make
from sathana.population.people.writing import read_notes, write

__all__ = [
    "AREAS",
    "AREA_NAMES",
    "LEAST",
    "AreaError",
    "Block",
    "Compared",
    "DataError",
    "NotSyntheticError",
    "Progress",
    "TooFewError",
    "compare",
    "compare_text",
    "make",
    "read_notes",
    "write",
]
