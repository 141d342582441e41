"""The numbers from which synthetic people are made, each with source or assumption."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

_FILE = Path(__file__).with_name("shares.yaml")


class DataError(ValueError):
    """A data file of the synthetic people is not as it must be.

    Attributes:
        th: What is wrong and what to do, in Thai.
        en: The same in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts; the English one is the message of the exception."""
        super().__init__(en)
        self.th = th
        self.en = en


@dataclass(frozen=True, slots=True)
class Share:
    """One number or table of numbers.

    Attributes:
        source: Where it was published; empty for an assumption.
        assumption: Why it was chosen; empty where it was published.
    """

    id: str
    value: object
    source: str
    assumption: str


def load(text: str) -> Mapping[str, Share]:
    """Read the numbers.

    Args:
        text: YAML; each entry a map of ``value`` and ``source`` or ``assumption``.

    Raises:
        DataError: An entry has no value, or not exactly one of the two grounds.
    """
    import yaml

    found = {}
    for name, entry in yaml.safe_load(text).items():
        grounds = [entry.get("source", ""), entry.get("assumption", "")]
        if "value" not in entry or sum(map(bool, grounds)) != 1:
            raise DataError(
                f"shares.yaml: “{name}” ต้องมี value และมี source หรือ assumption "
                "อย่างใดอย่างหนึ่ง มิฉะนั้นไม่มีใครตรวจสอบตัวเลขนี้ได้",
                f"shares.yaml: '{name}' needs a value and either a source or an "
                "assumption; without it nobody can check the number",
            )
        found[name] = Share(name, entry["value"], *grounds)
    return found


@cache
def shares() -> Mapping[str, Share]:
    """Return all numbers by name."""
    return load(_FILE.read_text(encoding="utf-8"))


def number(name: str) -> float:
    """Return a single number."""
    return float(str(shares()[name].value))


def numbers(name: str) -> tuple[float, ...]:
    """Return a list of numbers."""
    value = shares()[name].value
    return tuple(map(float, value))  # type: ignore[call-overload]


def table(name: str) -> Mapping[str, float]:
    """Return numbers by word; without those that are lists."""
    value = shares()[name].value
    return {str(k): float(v) for k, v in value.items()}  # type: ignore[attr-defined]


def lists(name: str) -> Mapping[str, tuple[float, ...]]:
    """Return lists of numbers by word."""
    value = shares()[name].value
    return {str(k): tuple(v) for k, v in value.items()}  # type: ignore[attr-defined]


def stepped(
    name: str, at: npt.NDArray[np.integer]
) -> tuple[npt.NDArray[np.float64], ...]:
    """Return the lists of a table of years, each from its year until the next.

    Args:
        name: Of a table whose words are years.
        at: Years asked about.

    Returns:
        One array for each place in the lists.
    """
    steps = sorted((int(year), values) for year, values in lists(name).items())
    places = np.searchsorted([year for year, _ in steps], at, side="right") - 1
    columns = np.array([values for _, values in steps])
    return tuple(columns[np.maximum(places, 0), k] for k in range(columns.shape[1]))


def between(name: str, at: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Return a table of points, joined by straight lines, at the places asked."""
    points = sorted((float(at_), value) for at_, value in table(name).items())
    found: npt.NDArray[np.float64] = np.interp(
        at, [p for p, _ in points], [v for _, v in points]
    )
    return found


def pick(name: str, u: float) -> str:
    """Return the word of a table of weights that a number from 0 to 1 falls on."""
    weights = table(name)
    bounds = np.cumsum(list(weights.values()))
    place = bisect_right(list(bounds / bounds[-1]), u)
    return list(weights)[min(place, len(weights) - 1)]
