"""OpenFisca-Core's side: reads a folder of columns, writes answers and figures.

Started by ``compare`` in the environment that has OpenFisca-Core. Needs nothing of
Sathana.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from openfisca_core.simulations import SimulationBuilder

from benchmarks.openfisca.country import Country
from benchmarks.openfisca.measure import report, timed
from benchmarks.openfisca.people import Columns

DAY = "2026-06-01"
INPUTS = {
    "father": "father",
    "mother": "mother",
    "birth": "born",
    "born_in_thailand": "here",
    "entered": "entered",
    "stay": "stay",
    "foreign_nationality": "foreign",
    "parents_married": "married",
    "legitimated": "legitimated",
}
"""Variable of the country package, and the column that holds it."""


def answered(system: Country, columns: Columns) -> np.ndarray:
    """Return who is Thai, in the order of the rows."""
    count = len(columns["born"])
    simulation = SimulationBuilder().build_default_simulation(system, count)
    simulation.set_input("generation", "eternity", generations(columns))
    for variable, name in INPUTS.items():
        simulation.set_input(variable, "eternity", columns[name])
    return simulation.calculate("thai", DAY)


def generations(columns: Columns) -> np.ndarray:
    """Return one more than the generation of the parents; the other side finds it too.

    OpenFisca cannot: a variable that reads itself on the parents' rows is a cycle.
    """
    parents = [columns[link] for link in ("father", "mother")]
    known = [rows >= 0 for rows in parents]
    rows = [np.maximum(rows, 0) for rows in parents]
    found = np.zeros(len(rows[0]), np.int32)
    while True:
        deeper = [
            np.where(there, found[row] + 1, 0)
            for there, row in zip(known, rows, strict=True)
        ]
        further = np.maximum(*deeper)
        if np.array_equal(further, found):
            return found
        found = further


def main(folder: Path, rounds: int, form: str) -> None:
    """Answer so many times, and write the answers and what it took."""
    system = Country(condensed=form == "condensed")
    names = INPUTS.values()
    columns = {name: np.load(folder / f"theirs-{name}.npy") for name in names}
    found, figures = timed(lambda: answered(system, columns), rounds)
    np.save(folder / f"answers-{form}.npy", found)
    report(figures)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
