"""Days, ages and amounts in a shipped text, held against what the law pack says.

A wrong number of days costs a family its appeal. So every number of days, years or
baht that a text states must stand in a record that the text cites. Pure: no database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sathana.law.load import pack
from sathana.law.pack import LawPack
from sathana.law.references import record_of

type Measure = tuple[int, str]
"""A number with its unit: ``day``, ``year`` or ``baht``."""

_UNITS = {
    "วัน": "day",
    "ปี": "year",
    "บาท": "baht",
    "day": "day",
    "working_day": "day",
    "year": "year",
    "baht": "baht",
}
_WRITTEN = re.compile(
    r"([\d๐-๙][\d๐-๙,]*)[\s-]*(?:working )?(วัน|บาท|ปี|day|baht|year)", re.IGNORECASE
)
_DIGITS = {
    "หนึ่ง": 1,
    "เอ็ด": 1,
    "ยี่": 2,
    "สอง": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
}
_POWERS = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_WORD = "|".join((*_DIGITS, *_POWERS))
_SPELLED = re.compile(f"((?:{_WORD})+)(?:ทำการ)?(วัน|บาท|ปี)")


def stated(text: str) -> set[Measure]:
    """Return the numbers of days, years and baht written with digits in a text."""
    western = text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    return {
        (int(number.replace(",", "")), _UNITS[unit.lower()])
        for number, unit in _WRITTEN.findall(western)
    }


def held(keys: Iterable[str], law: LawPack | None = None) -> set[Measure]:
    """Return the measures in the records that are cited, and in what those cite.

    The pack spells its numbers out; its Thai texts are read for them. A key that
    names no record holds nothing.
    """
    found = law or pack()
    return {one for key in keys for one in _of_record(key, found)}


def spelled(word: str) -> int:
    """Return the number that Thai number words say: ``สองหมื่นห้าพัน`` is 25,000."""
    total, digit = 0, 0
    for part in re.findall(_WORD, word):
        if part in _DIGITS:
            digit = _DIGITS[part]
        else:
            total, digit = total + (digit or 1) * _POWERS[part], 0
    return total + digit


def _of_record(key: str, law: LawPack) -> Iterator[Measure]:
    record = record_of(key, law)
    cited = set(_cites(record))
    provisions = [law.provisions[one] for one in cited if one in law.provisions]
    for part in (record, *provisions):
        yield from _measures(part)


def _measures(value: Any) -> Iterator[Measure]:
    if isinstance(value, str):
        yield from stated(value)
        for word, unit in _SPELLED.findall(value):
            yield spelled(word), _UNITS[unit]
    elif is_dataclass(value):
        yield from _numbers(value)
        for field in fields(value):
            yield from _measures(getattr(value, field.name))
    else:
        for part in _parts(value):
            yield from _measures(part)


def _numbers(record: Any) -> Iterator[Measure]:
    """Yield what a record says with a field: a term, an amount of money, an age."""
    amount, unit = getattr(record, "amount", None), getattr(record, "unit", None)
    if amount is not None and unit in _UNITS:
        yield amount, _UNITS[unit]
    if (baht := getattr(record, "baht", None)) is not None:
        yield baht, "baht"
    if (age := getattr(record, "birthday", None)) is not None:
        yield age, "year"


def _cites(value: Any) -> Iterator[str]:
    if is_dataclass(value):
        yield from getattr(value, "cites", ())
        for field in fields(value):
            yield from _cites(getattr(value, field.name))
    else:
        for part in _parts(value):
            yield from _cites(part)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, (tuple, list, frozenset, set)) else ()
