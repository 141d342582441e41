"""Which registration office four digits name: digits 2 to 5 of a number.

The list (``data/offices.csv``; its head says whose it is) holds the 77 provinces, the
928 districts, and codes that the Department of Provincial Administration has ended.
Municipal registries and other offices have codes of their own, often 99 and downwards,
and are in no list that was found: of those only the province is said. The list is read
on first use, so that nobody who asks for no place waits for it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

type Text = Mapping[str, str]
"""One text in every language of the product: keys ``th`` and ``en``."""

type Kind = Literal["district", "ended", "other", "no_province", "not_given"]
"""``district``: in use. ``ended``: a code once used. ``other``: the province is known
and the office is not. ``no_province``: no province has the first two digits.
``not_given``: a digit that is needed was not given."""

DATA = Path(__file__).with_name("data") / "offices.csv"
_NOT_GIVEN = "x"
_PROVINCE_DIGITS = 2
_OFFICE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Province:
    """A province, with the two digits of its code."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Office:
    """What four digits name.

    Attributes:
        code: The four characters asked about; ``x`` where a digit was not given.
        name: Name of the district or of the ended office; ``None`` where not known.
            Where no English name is known, the Thai one stands in its place.
        province: The province; ``None`` where its digits were not given or name none.
        ended: Day (ISO) since which the department's list has the code no more, where
            2006-01-01 means "dropped in 2006"; ``None`` of any other code.
        successors: Codes of the districts that took its place, where that is known.
    """

    code: str
    kind: Kind
    name: Text | None = None
    province: Province | None = None
    ended: str | None = None
    successors: tuple[str, ...] = ()


def provinces() -> Mapping[str, Province]:
    """Return the provinces by code."""
    return _listed()[0]


def districts(province: str | None = None) -> tuple[Office, ...]:
    """Return the districts in use, all or those of one province; none if it is none.

    Args:
        province: Two digits.
    """
    return tuple(
        found
        for found in _listed()[1].values()
        if found.kind == "district" and found.code.startswith(province or "")
    )


def office(code: str) -> Office:
    """Return the office that four digits name; a code in no list is no error.

    Args:
        code: Four characters, each a digit or ``x`` where it is not given.

    Raises:
        ValueError: They are not four digits or ``x``.
    """
    if len(code) != _OFFICE_DIGITS or set(code) - set("0123456789x"):
        raise ValueError(f"four digits (or x) are needed, not {len(code)} characters")
    by_province, by_code = _listed()
    if code in by_code:
        return by_code[code]
    if _NOT_GIVEN in code[:_PROVINCE_DIGITS]:
        return Office(code, "not_given")
    province = by_province.get(code[:_PROVINCE_DIGITS])
    if province is None:
        return Office(code, "no_province")
    kind: Kind = "not_given" if _NOT_GIVEN in code else "other"
    return Office(code, kind, province=province)


@cache
def _listed() -> tuple[Mapping[str, Province], Mapping[str, Office]]:
    """Read the list once."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if line[0] != "#"))
    by_province = {
        row["code"]: Province(row["code"], _name(row))
        for row in rows
        if len(row["code"]) == _PROVINCE_DIGITS
    }
    offices = (
        _office(row, by_province[row["code"][:_PROVINCE_DIGITS]])
        for row in rows
        if len(row["code"]) == _OFFICE_DIGITS
    )
    return by_province, {found.code: found for found in offices}


def _office(row: dict[str, str], province: Province) -> Office:
    return Office(
        code=row["code"],
        kind="ended" if row["ended"] else "district",
        name=_name(row),
        province=province,
        ended=row["ended"] or None,
        successors=tuple(row["successors"].split()),
    )


def _name(row: dict[str, str]) -> Text:
    return {"th": row["th"], "en": row["en"] or row["th"]}
