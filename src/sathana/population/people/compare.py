"""Target against result: what a table of synthetic people holds of published totals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sathana.population.people.areas import AREAS, AreaError
from sathana.population.people.measures import MEASURES
from sathana.population.people.shares import DataError
from sathana.population.people.targets import Target, of_area, targets
from sathana.population.people.writing import read_notes
from sathana.population.schema import SYNTHETIC

CALIBRATED, PREDICTED = 0.02, 0.15
"""Largest deviations: of what shares were set from, and of what was left out."""

type Lang = Literal["th", "en"]
type Verdict = Literal["within", "predicted", "conflict", "off"]


class NotSyntheticError(DataError):
    """The table does not say that it was made here, so that no scale is known."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One target beside what the table holds.

    Attributes:
        result: Real people that the rows stand for, or a share; ``None`` where there
            is nothing of which to take a share.
        rows: Rows counted.
        verdict: ``within`` 2 % of a target that shares were set from; ``predicted``
            within 15 % though left out; ``conflict`` with another target; else ``off``.
        against: For a conflict, the other target.
    """

    target: Target
    result: float | None
    rows: int
    verdict: Verdict
    against: Target | None

    @property
    def deviation(self) -> float | None:
        """Deviation of the result from the target, as a share of the target."""
        if self.result is None:
            return None
        return self.result / self.target.value - 1


def compare(path: str | Path, area: str | None = None) -> list[Compared]:
    """Compare a table of synthetic people with the published totals of its area.

    Args:
        path: Parquet file made by ``people synth``.
        area: Area of the targets; that of the file if not given.

    Raises:
        AreaError: There is no such area.
        NotSyntheticError: The file does not say that it is synthetic, or at what scale.
    """
    notes = read_notes(path)
    if notes.get(SYNTHETIC) != "yes" or "scale" not in notes:
        raise NotSyntheticError(
            f"{path} ไม่มีเครื่องหมายว่าเป็นผู้คนสมมติที่โปรแกรมนี้สร้าง จึงไม่รู้ว่าหนึ่งแถวแทนคนจริงกี่คน "
            "ใช้แฟ้มที่สร้างด้วย sathana people synth",
            f"{path} is not marked as synthetic people made by this program, so it is "
            "not known for how many real people a row stands. Give a file made with "
            "'sathana people synth'",
        )
    asked = area or notes["area"]
    if asked not in AREAS:
        raise AreaError(
            f"ไม่มีพื้นที่ “{asked}” เลือกได้: {', '.join(AREAS)}",
            f"there is no area '{asked}'; choose one of: {', '.join(AREAS)}",
        )
    chosen = of_area(asked)
    counts = _counts(path, chosen)
    scale = float(notes["scale"])
    return [_compared(target, *counts[target.id], scale) for target in chosen]


def _counts(
    path: str | Path, chosen: tuple[Target, ...]
) -> dict[str, tuple[int, int | None]]:
    """Count everything in one pass over the file."""
    import duckdb

    wanted = []
    for target in chosen:
        wanted.append(_filter(target, target.measure))
        wanted.append(_filter(target, target.per) if target.per else "false")
    sums = ", ".join(f"count(*) FILTER (WHERE {each})" for each in wanted)
    with duckdb.connect() as connection:
        row = connection.execute(
            f"SELECT {sums} FROM read_parquet(?)",  # noqa: S608 - our own filters
            [str(path)],
        ).fetchone()
    found = list(row or ())
    return {
        target.id: (found[2 * k], found[2 * k + 1] if target.per else None)
        for k, target in enumerate(chosen)
    }


def _filter(target: Target, measure: str) -> str:
    condition = f"({MEASURES[measure]})"
    if target.provinces:
        places = ", ".join(map(str, target.provinces))
        condition += f" AND province IN ({places})"
    return condition


def _compared(target: Target, rows: int, per: int | None, scale: float) -> Compared:
    result = rows * scale if per is None else rows / per if per else None
    against = targets().get(target.against)
    off = abs(result / target.value - 1) if result is not None else float("inf")
    verdict: Verdict = "off"
    if against is not None:
        verdict = "conflict"
    elif target.use == "calibrate" and off <= CALIBRATED:
        verdict = "within"
    elif target.use == "predict" and off <= PREDICTED:
        verdict = "predicted"
    return Compared(target, result, rows, verdict, against)
