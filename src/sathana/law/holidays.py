"""The days off of offices: the library's days with the cabinet's changes laid over.

The shape that is compiled, and that ``LawPack.holidays`` holds, is one row a year:
``{announced: yes or unknown, days: {YYYY-MM-DD: {th, en}}}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

type Rows = Mapping[str, Mapping[str, Any]]


def merged(years: Rows, cabinet: Rows) -> dict[str, dict[str, Any]]:
    """Return the days off by year, with the cabinet's changes.

    Args:
        years: Rows of ``holidays.yaml``, by common-era year.
        cabinet: Rows of ``cabinet-days.yaml``, by day.

    Raises:
        ValueError: A change is neither ``add`` nor ``remove``, falls in a year that
            has no row, or changes nothing.
    """
    done = {
        str(year): {
            "announced": "yes" if row["announced"] in ("yes", True) else "unknown",
            "days": {str(d): _named(name) for d, name in (row["days"] or {}).items()},
        }
        for year, row in years.items()
    }
    for day, row in cabinet.items():
        _change(done, str(day), row)
    return done


def _change(done: dict[str, dict[str, Any]], day: str, row: Mapping[str, Any]) -> None:
    year = day[:4]
    if year not in done or row["change"] not in ("add", "remove"):
        raise ValueError(
            f"{day}: 'change' must be add or remove, in a year that is listed"
        )
    days = done[year]["days"]
    if (day in days) == (row["change"] == "add"):
        raise ValueError(f"{day}: '{row['change']}' changes nothing, take it out")
    if row["change"] == "add":
        days[day] = _named(row)
        done[year]["days"] = dict(sorted(days.items()))
    else:
        del days[day]


def _named(row: Mapping[str, Any]) -> dict[str, str]:
    return {"th": str(row["th"]), "en": str(row["en"])}
