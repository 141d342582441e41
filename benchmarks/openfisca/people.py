"""People for the comparison: four generations, every fact exactly known.

They are nobody and resemble nobody: the shares are round numbers chosen so that each
section has work to do. The same count gives the same people.

Days are ordinals (1 January of the year 1 is 1). Needs numpy only, so that both sides
can read it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

type Columns = dict[str, npt.NDArray[np.int32]]

SIZES = (12, 16, 20, 24)
"""Persons of each generation in a village; their sum is a village."""
VILLAGE = sum(SIZES)
BLOCK = 1820 * VILLAGE
"""Rows in one piece: no link leads out of it."""
AS_OF = date(2026, 6, 1).toordinal()
NEVER = 10_000_000
"""Day of what did not happen."""
NOBODY = -2
"""A parent whom nobody can find out."""
STAYS = ("none", "permanent", "lenient", "temporary", "unpermitted", "diplomatic")
"""Words for the column ``stay``."""
_STAY_SHARES = (0.20, 0.08, 0.25, 0.45, 0.02)
_SEED = 337
_YEAR = 365


def made(persons: int) -> Columns:
    """Return the columns of so many persons, rounded up to whole villages.

    Villages stand in blocks, generation after generation in each. Columns:
    ``generation``,
    ``father``, ``mother`` (rows; ``NOBODY``), ``born``, ``here`` (born in Thailand),
    ``entered``, ``stay`` (place in ``STAYS``, from the entry on), ``foreign`` (holds a
    foreign nationality), ``married`` (the parents, to each other), ``legitimated``.
    """
    villages = -(-persons // VILLAGE)
    rng = np.random.default_rng([_SEED, villages])
    columns = {name: np.zeros((villages, VILLAGE), np.int32) for name in _NAMES}
    columns["generation"][:] = np.repeat(np.arange(len(SIZES)), SIZES)
    begin = 0
    for number, size in enumerate(SIZES):
        end = begin + size
        if number:
            parents = slice(begin - SIZES[number - 1], begin)
            _children(columns, parents, slice(begin, end), rng)
        else:
            _founders(columns, slice(begin, end), rng)
        _papers(columns, slice(begin, end), rng)
        begin = end
    first = np.arange(villages, dtype=np.int32)[:, None] * VILLAGE
    for link in ("father", "mother"):
        columns[link] = np.where(columns[link] >= 0, columns[link] + first, NOBODY)
    return _by_generation({name: c.reshape(-1) for name, c in columns.items()})


def _by_generation(columns: Columns) -> Columns:
    """Return the rows of each block of villages by generation.

    OpenFisca-Core is told the generation of everybody; this tells it to Sathana.
    """
    generation = columns["generation"]
    block = np.arange(len(generation)) // BLOCK
    order = np.lexsort((generation, block))
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    found = {name: column[order] for name, column in columns.items()}
    for link in ("father", "mother"):
        rows = found[link]
        found[link] = np.where(rows >= 0, place[np.maximum(rows, 0)], rows)
    return found


_NAMES = (
    "generation",
    "father",
    "mother",
    "born",
    "here",
    "entered",
    "stay",
    "foreign",
    "married",
    "legitimated",
)


def _founders(columns: Columns, own: slice, rng: np.random.Generator) -> None:
    """Those of whose parents nothing is known, born from 1915 to 1930."""
    shape = columns["born"][:, own].shape
    first, last = date(1915, 1, 1).toordinal(), date(1930, 1, 1).toordinal()
    columns["born"][:, own] = rng.integers(first, last, shape)
    columns["here"][:, own] = rng.random(shape) < 0.5
    columns["father"][:, own] = columns["mother"][:, own] = NOBODY
    columns["married"][:, own] = columns["legitimated"][:, own] = NEVER


def _children(
    columns: Columns, parents: slice, own: slice, rng: np.random.Generator
) -> None:
    """Children of men in even and women in odd places of the generation before."""
    shape = columns["born"][:, own].shape
    half = (parents.stop - parents.start) // 2
    father = parents.start + 2 * rng.integers(0, half, shape)
    mother = parents.start + 2 * rng.integers(0, half, shape) + 1
    of = {"father": father, "mother": mother}
    at = {who: {n: _taken(columns[n], of[who]) for n in _ASKED} for who in of}
    elder = np.maximum(at["father"]["born"], at["mother"]["born"])
    born = np.minimum(elder + rng.integers(18 * _YEAR, 38 * _YEAR, shape), AS_OF - 1)
    came = np.maximum(_came(at["father"]), _came(at["mother"]))
    columns["born"][:, own] = born
    columns["here"][:, own] = (born > came) & (rng.random(shape) < 0.97)
    known = rng.random(shape) < 0.92
    columns["father"][:, own] = np.where(known, father, NOBODY)
    columns["mother"][:, own] = mother
    later = born + rng.integers(1, 10 * _YEAR, shape)
    chance = rng.random(shape)
    wedding = np.where(chance < 0.55, born - 100, np.where(chance < 0.7, later, NEVER))
    columns["married"][:, own] = np.where(known, wedding, NEVER)
    legitimated = known & (rng.random(shape) < 0.03)
    columns["legitimated"][:, own] = np.where(legitimated, later, NEVER)
    for name in ("married", "legitimated"):
        day = columns[name][:, own]
        columns[name][:, own] = np.where(day > AS_OF, NEVER, day)


_ASKED = ("born", "here", "entered")


def _taken(
    column: npt.NDArray[np.int32], places: npt.NDArray[np.int64]
) -> npt.NDArray[np.int32]:
    return np.take_along_axis(column, places, axis=1)


def _came(parent: Columns) -> npt.NDArray[np.int32]:
    """Return since when a parent lives in Thailand."""
    return np.where(parent["here"] == 1, parent["born"], parent["entered"])


def _papers(columns: Columns, own: slice, rng: np.random.Generator) -> None:
    """Entry and standing of those born abroad, and foreign nationality."""
    shape = columns["born"][:, own].shape
    here, born = columns["here"][:, own] == 1, columns["born"][:, own]
    entered = born + rng.integers(_YEAR, 17 * _YEAR, shape)
    entered = np.where(entered > AS_OF, AS_OF, entered)
    columns["entered"][:, own] = np.where(here, NEVER, entered)
    kind = 1 + rng.choice(len(_STAY_SHARES), shape, p=_STAY_SHARES)
    columns["stay"][:, own] = np.where(here, 0, kind)
    columns["foreign"][:, own] = ~here & (rng.random(shape) < 0.6)


# -- as OpenFisca takes them ----------------------------------------------------------

_DATES = ("born", "entered", "married", "legitimated")
_TRUTHS = ("here", "foreign")
_EPOCH = 719_163
"""Ordinal of 1 January 1970."""
_LATEST = np.datetime64("9999-12-31")


def keep_for_openfisca(folder: Path, made: Columns) -> None:
    """Write the columns as OpenFisca takes them: dates, truths, whole numbers."""
    for name, column in made.items():
        kept = column
        if name in _DATES:
            kept = (column - _EPOCH).astype("datetime64[D]")
            kept = np.where(kept > _LATEST, _LATEST, kept)
        elif name in _TRUTHS:
            kept = column == 1
        np.save(folder / f"theirs-{name}.npy", kept)
