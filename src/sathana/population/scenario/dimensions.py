"""By what people are told apart in the tables: province, group, sex and age."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sathana.calendars.dates import subtract_years
from sathana.facts.values import DOMAINS
from sathana.law.load import pack
from sathana.places import provinces
from sathana.population.schema import GROUP_UNKNOWN, code
from sathana.population.table import Column
from sathana.vocabulary.codes import NUMBER_CLASSES, SEXES
from sathana.vocabulary.names import Name

type Keys = npt.NDArray[np.intp]

AGES = (0, 5, 18, 40, 60)
"""First year of each age band, in whole years; the last has no end."""
_CODES = 256
_CLASSES = DOMAINS["number_class"]
_NOT_KNOWN = Name(th="ไม่ทราบ", en="not known")
_RECOGNISED = code("number_class", "recognised_group")


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of telling people apart.

    Attributes:
        name: Key in results.
        columns: Columns of the table it is read from.
        size: How many values there may be.
        of: Gives the value of each row, from the columns and the day asked about.
        label: Gives the short code and the name of a value.
    """

    name: str
    title: Name
    columns: tuple[str, ...]
    size: int
    of: Callable[[Mapping[str, Column], int], Keys]
    label: Callable[[int], tuple[str, Name]]


def _province(columns: Mapping[str, Column], as_of: int) -> Keys:
    return columns["province"].astype(np.intp)


def _province_label(value: int) -> tuple[str, Name]:
    found = provinces().get(f"{value:02}")
    if found is None:
        return f"{value:02}" if value else "", _NOT_KNOWN
    return found.code, Name(th=found.name["th"], en=found.name["en"])


def _group(columns: Mapping[str, Column], as_of: int) -> Keys:
    """Return the group of a recognised minority, the class of the number elsewhere."""
    classes = columns["number_class"].astype(np.intp)
    own = columns["group_code"].astype(np.intp)
    return np.where(classes == _RECOGNISED, own, _CODES + classes)


def _group_label(value: int) -> tuple[str, Name]:
    if value > _CODES:
        word = _CLASSES[value - _CODES - 1]
        return word, NUMBER_CLASSES[word]
    if value == _CODES:
        return "", Name(th="ไม่ทราบเลขประจำตัว", en="no number known")
    known = pack().id13.groups.get(f"6-{value:02}")
    if known is None or value == GROUP_UNKNOWN:
        word = _CLASSES[_RECOGNISED - 1]
        return word, NUMBER_CLASSES[word]
    return f"6-{value:02}", Name(th=known.title["th"], en=known.title["en"])


def _sex(columns: Mapping[str, Column], as_of: int) -> Keys:
    return columns["sex"].astype(np.intp)


def _sex_label(value: int) -> tuple[str, Name]:
    word = DOMAINS["sex"][value - 1] if value else "unknown"
    return word, SEXES[word]


def _age(columns: Mapping[str, Column], as_of: int) -> Keys:
    """Return the band of the age in whole years; the last where bands are not sure."""
    days = np.array([subtract_years(as_of, first) for first in AGES[:0:-1]])
    first, last = (
        np.searchsorted(days, columns[f"born_date_{end}"], side="left")
        for end in ("lo", "hi")
    )
    found = len(AGES) - 1 - first
    return np.where(first == last, found, len(AGES)).astype(np.intp)


def _age_label(value: int) -> tuple[str, Name]:
    if value == len(AGES):
        return "", Name(th="ไม่ทราบอายุแน่", en="age not sure")
    first = AGES[value]
    if value == len(AGES) - 1:
        return f"{first}+", Name(th=f"{first} ปีขึ้นไป", en=f"{first} and over")
    last = AGES[value + 1] - 1
    return f"{first}-{last}", Name(th=f"{first} ถึง {last} ปี", en=f"{first} to {last}")


DIMENSIONS = (
    Dimension(
        "province",
        Name(th="จังหวัด", en="Province"),
        ("province",),
        _CODES,
        _province,
        _province_label,
    ),
    Dimension(
        "group",
        Name(th="กลุ่ม หรือประเภทของเลข", en="Group, or class of the number"),
        ("group_code", "number_class"),
        2 * _CODES,
        _group,
        _group_label,
    ),
    Dimension("sex", Name(th="เพศ", en="Sex"), ("sex",), 3, _sex, _sex_label),
    Dimension(
        "age",
        Name(th="อายุ", en="Age"),
        ("born_date_lo", "born_date_hi"),
        len(AGES) + 1,
        _age,
        _age_label,
    ),
)
COLUMNS = frozenset(name for d in DIMENSIONS for name in d.columns) | {"counted"}
"""Columns that the tables are made from."""
