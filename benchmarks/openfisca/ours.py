"""Sathana's side: the real program over the real columns, the same sections only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.openfisca.measure import report, timed
from benchmarks.openfisca.people import AS_OF, BLOCK, STAYS, VILLAGE, Columns
from sathana.facts.values import domain
from sathana.law.book import book
from sathana.law.rules import READINGS
from sathana.population.parquet import people, write
from sathana.population.program import Program, compiled
from sathana.population.rulebook import Rulebook
from sathana.population.run import Results
from sathana.population.schema import NEVER, SPELLS, code, columns, plain
from sathana.population.stream import answered, over_file
from sathana.population.table import Column, Table

RULES = frozenset(
    {
        "LAWFUL-FATHER-AT-BIRTH",
        "LAWFUL-FATHER-BLOOD",
        "NB-1913-F",
        "NB-1913-M",
        "NS-1913",
        "NB-1952-F",
        "NB-1952-M",
        "NS-1952",
        "NS-1953",
        "NS-1957",
        "NB-1965-F",
        "NB-1965-M",
        "NS-8",
        "NS-1965",
        "CLASS-337",
        "A337-1",
        "A337-2",
        "NB-1992-M",
        "NB-1992-F",
        "7BIS-1",
        "NS-1992",
    }
)
"""The rules that both sides read: blood, soil, Announcement 337, section 7 bis."""
SLOTS = {"stay": 1}


def program() -> Program:
    """Return the program for nationality under these rules as the courts read them."""
    texts = tuple(c for c in book(READINGS["court"]) if c.rule in RULES)
    rulebook = Rulebook("court", AS_OF, AS_OF, READINGS["court"], texts)
    every = {"stay", "residence", "registers", "care", "thai", "order", "marriage"}
    slots = {thing: SLOTS.get(thing, 0) for thing in (*every, "finding")}
    return compiled((rulebook,), ("thai",), slots)


def keep(folder: Path, made: Columns) -> None:
    """Write the people as a table of people: a Parquet file, and column by column."""
    size = len(made["born"])
    tables = (
        dict(_table(made, begin, min(begin + BLOCK, size)))
        for begin in range(0, size, BLOCK)
    )
    path = folder / "people.parquet"
    write(path, tables, {"synthetic": "yes", "made_for": "a comparison of engines"})
    for name, column in _table(made, 0, size):
        if name in _read():
            np.save(folder / f"ours-{name}.npy", column)


def _read() -> frozenset[str]:
    """Return the columns that are read of a table with these slots."""
    always = {"father", "mother", "born_country", "born_date_lo", "born_date_hi", "sex"}
    return (program().columns | always) & {c.name for c in columns(SLOTS)}


def _table(made: Columns, begin: int, end: int) -> Iterator[tuple[str, Column]]:
    """Yield the columns of some rows; what this comparison does not ask is empty."""
    told = _told({name: column[begin:end] for name, column in made.items()}, begin)
    for column in columns(SLOTS):
        if column.name in told:
            type_ = np.uint8 if column.kind == "code" else np.int32
            yield column.name, told[column.name].astype(type_)
        else:
            type_ = np.uint8 if column.kind == "code" else np.int32
            empty = 0 if column.kind == "code" else NEVER
            yield column.name, np.full(end - begin, empty, type_)


def _told(made: Columns, begin: int) -> dict[str, Column]:
    here = made["here"] == 1
    abroad = len(domain("born.country"))
    found = {
        "father": made["father"],
        "mother": made["mother"],
        "village": (np.arange(len(here)) + begin) // VILLAGE,
        "counted": np.ones(len(here)),
        "born_country": np.where(here, code("born.country", "TH"), abroad),
        "foreign_nationality": _codes("foreign_nationality", made["foreign"] == 1),
        "stay1_kind": _stays()[made["stay"]],
    }
    days = {"born.date": "born", "entered": "entered", "legitimation": "legitimated"}
    for key, name in {**days, "parents_marriage": "married"}.items():
        found[f"{plain(key)}_lo"] = found[f"{plain(key)}_hi"] = made[name]
    found["stay1_from_lo"] = found["stay1_from_hi"] = made["entered"]
    return found


def _codes(key: str, is_yes: Column) -> Column:
    return np.where(is_yes, code(key, "yes"), code(key, "no"))


def _stays() -> Column:
    """Return the code of each standing; ``none`` is an empty slot."""
    known = SPELLS["stay"]
    return np.array([known.index(w) + 1 if w != "none" else 0 for w in STAYS])


def in_memory(asked: Program, columns: Columns) -> Column:
    """Return 0 no, 1 unknown, 2 yes in the order of the rows, from loaded columns."""
    size = len(columns["sex"])
    block = 2 * BLOCK  # few steps and nothing to read: large blocks, and every core
    tables = (
        _block(columns, begin, min(begin + block, size))
        for begin in range(0, size, block)
    )
    each = answered(asked, tables, chunk=block, workers=os.cpu_count())
    return np.concatenate([_only(found) for _, found in each])


def _block(columns: Columns, begin: int, end: int) -> Table:
    found = {name: column[begin:end] for name, column in columns.items()}
    for link in ("father", "mother"):
        rows = found[link]
        found[link] = np.where(rows >= 0, rows - np.int32(begin), rows)
    return Table(found, begin)


def from_file(asked: Program, path: Path) -> Column:
    """Return the same, reading a Parquet file block by block."""
    return np.concatenate([_only(f) for _, f in over_file(asked, people(path))])


def _only(found: Results) -> Column:
    return next(iter(found.values()))


def main(folder: Path, rounds: int, form: str) -> None:
    """Answer so many times, and write the answers and what it took."""
    asked = program()
    if form == "parquet":
        found, figures = timed(
            lambda: from_file(asked, folder / "people.parquet"), rounds
        )
    else:
        columns = {name: np.load(folder / f"ours-{name}.npy") for name in _read()}
        found, figures = timed(lambda: in_memory(asked, columns), rounds)
    np.save(folder / f"answers-{form}.npy", found)
    report({**figures, "operations": asked.operations})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
