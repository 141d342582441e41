"""The comparison: same people, same sections, same answers; time and memory of each.

Usage: python -m benchmarks.openfisca.compare --openfisca PYTHON [--persons N]
[--rounds N] [--json], PYTHON being the Python of an environment with OpenFisca-Core.
Exit code 1 means that the answers differ, so that no figure means anything.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.openfisca import ours
from benchmarks.openfisca.people import keep_for_openfisca, made

_ROOT = Path(__file__).resolve().parents[2]
SIDES = {
    "sathana": ("ours", "memory"),
    "sathana from Parquet": ("ours", "parquet"),
    "openfisca": ("theirs", "advised"),
    "openfisca condensed": ("theirs", "condensed"),
}
"""Name, module and form of each thing measured."""

type Figures = dict[str, float]


def main() -> int:
    """Compare and print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="sathana-openfisca-") as kept:
        folder = Path(kept)
        people = made(options.persons)
        keep_for_openfisca(folder, people)
        ours.keep(folder, people)
        size = len(people["born"])
        found = {name: _measured(name, folder, options, size) for name in SIDES}
        different = _different(folder)
    _print({"persons": size, "different": different, **found}, options)
    return 1 if different else 0


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--openfisca", required=True, metavar="PYTHON")
    reader.add_argument("--persons", type=int, default=1_000_000)
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--json", action="store_true")
    return reader.parse_args()


def _measured(
    name: str, folder: Path, options: argparse.Namespace, size: int
) -> Figures:
    """Measure one side in a process of its own."""
    module, form = SIDES[name]
    python = options.openfisca if module == "theirs" else sys.executable
    asked = [str(folder), str(options.rounds), form]
    source = os.pathsep.join([str(_ROOT), str(_ROOT / "src")])
    done = subprocess.run(  # noqa: S603 - the program itself, in another process
        [python, "-m", f"benchmarks.openfisca.{module}", *asked],
        stdout=subprocess.PIPE,
        check=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": source},
    )
    told = json.loads(done.stdout)
    return {
        "persons_per_s": round(size / median(told["seconds"])),
        "persons_per_cpu_s": round(size / median(told["cpu_seconds"])),
        "peak_mb": told["peak_mb"],
        "load": told["load"],
    }


def _different(folder: Path) -> int:
    """Return how many answers are not the same on all sides."""
    kept = [np.load(folder / f"answers-{form}.npy") for _, form in SIDES.values()]
    truths = [found if found.dtype == bool else found == 2 for found in kept]
    unknown = sum(int((found == 1).sum()) for found in kept if found.dtype != bool)
    return unknown + sum(int((truth != truths[0]).sum()) for truth in truths)


def _print(found: dict[str, object], options: argparse.Namespace) -> None:
    if options.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    say = sys.stdout.write
    say(f"{found['persons']:,} persons; answers that differ: {found['different']}\n")
    base = found["sathana"]
    for name in SIDES:
        one = found[name]
        say(
            f"{name:22} {one['persons_per_s']:>11,} persons/s "
            f"{one['persons_per_cpu_s']:>11,} persons/s of processor "
            f"{one['peak_mb']:7.1f} MB  load {one['load']}\n"
        )
    for name in ("openfisca", "openfisca condensed"):
        one = found[name]
        say(
            f"sathana : {name:20} x{base['persons_per_s'] / one['persons_per_s']:.2f} "
            f"(processor x{base['persons_per_cpu_s'] / one['persons_per_cpu_s']:.2f}); "
            f"memory x{base['peak_mb'] / one['peak_mb']:.2f}\n"
        )


if __name__ == "__main__":
    sys.exit(main())
