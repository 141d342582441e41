"""What an update of the law may set, and what each value must look like.

Only dated data: windows, values, limits, marks, days of checking, sources, notes,
offices and doors. The condition of a rule, its births and its citations stand in the
program, and change with it. A table rather than code, so that a refusal can list it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sathana.law.convert import bound
from sathana.law.model import MARKS

LONGEST_TEXT = 2000
"""Most letters of one text of an update."""
MOST_ROWS = 60
"""Most entries of one list of an update."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value must look like.

    Attributes:
        fits: Tells whether a value, as YAML gives it, is of this shape.
        keys: For a list of records: their keys.
        needed: Keys that each of these records must have.
    """

    th: str
    en: str
    fits: Callable[[object], bool]
    keys: Mapping[str, Shape] = field(default_factory=dict)
    needed: frozenset[str] = frozenset()


def _text(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"th", "en"}
        and all(_words(part) for part in value.values())
    )


def _words(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TEXT


def is_day(value: object) -> bool:
    """Tell whether a value is a full day, and no point in time."""
    return isinstance(value, date) and not isinstance(value, datetime)


def _bound(value: object) -> bool:
    if isinstance(value, datetime):
        return False
    try:
        bound(value)
    except ValueError:
        return False
    return True


def _number(value: object) -> bool:
    return type(value) is int and 0 <= value <= 10_000_000


def _several(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_ROWS
        and all(_words(entry) for entry in value)
    )


def _or_nothing(shape: Shape) -> Shape:
    return Shape(
        f"{shape.th} หรือ null คือไม่มี",
        f"{shape.en}, or null for none",
        lambda value: value is None or shape.fits(value),
    )


def _days(value: object) -> bool:
    return (
        isinstance(value, dict)
        and 0 < len(value) <= MOST_ROWS
        and all(_is_day_text(day) and _text(name) for day, name in value.items())
    )


def _is_day_text(value: object) -> bool:
    try:
        return date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False


def _one_of_or(word: str, shape: Shape) -> Shape:
    return Shape(
        f"{shape.th} หรือ {word}",
        f"{shape.en}, or {word}",
        lambda value: value == word or shape.fits(value),
    )


def _one_of(*values: object) -> Shape:
    shown = ", ".join(
        "yes" if v is True else "no" if v is False else str(v) for v in values
    )
    return Shape(
        f"หนึ่งใน {shown}",
        f"one of {shown}",
        lambda value: (
            any(value is v or value == v for v in values)
            and type(value) in {type(v) for v in values}
        ),
    )


TEXT = Shape(
    "ข้อความสองภาษา {th: ..., en: ...}",
    "a text in both languages {th: ..., en: ...}",
    _text,
)
NOTE = _or_nothing(TEXT)
WORDS = Shape("ข้อความ", "words", _words)
PHONE = _or_nothing(
    Shape("หมายเลขในเครื่องหมายคำพูด", 'a number in quotes, as "1548"', _words)
)
DAY = Shape("วันที่ ค.ศ. เช่น 2027-06-30", "a day, as 2027-06-30", is_day)
BOUND = Shape(
    "วันที่ หรือช่วง 2026-06-30..unknown หรือ null",
    "a day, a span as 2026-06-30..unknown, or null for an open end",
    _bound,
)
MARK = _one_of(*MARKS)
NUMBER = Shape("จำนวนเต็มไม่ติดลบ", "a whole number, not negative", _number)
DAYS = Shape(
    "วันหยุด {2027-10-22: {th: ..., en: ...}}",
    "days with their names {2027-10-22: {th: ..., en: ...}}",
    _days,
)
IDS = Shape("รายการรหัส [a, b]", "a list of ids [a, b]", _several)


def _rows(keys: Mapping[str, Shape], needed: str) -> Shape:
    """Return the shape of a list of records, each with these keys."""
    wanted = frozenset(needed.split())

    def fits(value: object) -> bool:
        return (
            isinstance(value, list)
            and 0 < len(value) <= MOST_ROWS
            and all(isinstance(row, dict) for row in value)
        )

    return Shape(
        f"รายการที่แต่ละข้อมี {', '.join(sorted(wanted))}",
        f"a list, each entry with {', '.join(sorted(wanted))}",
        fits,
        keys,
        wanted,
    )


CHECKED: Mapping[str, Shape] = {"verified": MARK, "checked_on": DAY, "recheck_on": DAY}
"""How far a source was read, when, and when it must be read again."""
_DATED = {"from": BOUND, "until": BOUND, "note": NOTE, **CHECKED}
_YES_OR_NOT_KNOWN = _one_of(True, False, "yes", "no", "unknown")

WINDOWS = _rows(
    {"from": BOUND, "until": BOUND, "known": _YES_OR_NOT_KNOWN}, "from until known"
)
VALUES = _rows(
    _DATED
    | {
        "baht": _one_of_or("unknown", NUMBER),
        "in_force": _YES_OR_NOT_KNOWN,
        "ceiling": _one_of(True, False, "yes", "no"),
        "cites": IDS,
    },
    "from until baht in_force cites verified",
)
LIMIT_VERSIONS = _rows(
    _DATED
    | {
        "amount": _one_of_or("unknown", NUMBER),
        "unit": _one_of("day", "working_day", "month", "year"),
        "holiday": _one_of("moves", "stays"),
        "in_force": _YES_OR_NOT_KNOWN,
        "cites": IDS,
    },
    "from until cites verified",
)
DECIDERS = _rows(
    {"from": BOUND, "until": BOUND, "who": TEXT, "cites": IDS, **CHECKED},
    "from until who cites verified",
)

FIELDS: Mapping[str, Mapping[str, Shape]] = {
    "rule": {
        "warn": NOTE,
        "pathway.windows": WINDOWS,
        "pathway.file_with": TEXT,
        "pathway.decider": TEXT,
        "right.office": TEXT,
        "note": NOTE,
        **CHECKED,
    },
    "provision": {"source": WORDS, "note": NOTE, **CHECKED},
    "instrument": {"source": WORDS, "note": NOTE, **CHECKED},
    "contested": {"note": NOTE, **CHECKED},
    "fee": {"values": VALUES},
    "limit": {"versions": LIMIT_VERSIONS, "warn": NOTE},
    "procedure": {
        "deciders": DECIDERS,
        "file_with": TEXT,
        "doors": IDS,
        "warn": NOTE,
        "note": NOTE,
        **CHECKED,
    },
    "door": {
        "title": TEXT,
        "what": TEXT,
        "phone": PHONE,
        "address": _or_nothing(WORDS),
        "cites": IDS,
        "note": NOTE,
        **CHECKED,
    },
    "form": {"note": NOTE, **CHECKED},
    "holiday": {
        "announced": _YES_OR_NOT_KNOWN,
        "days": DAYS,
        "add": DAYS,
        "remove": Shape(
            "รายการวันที่ [2027-10-25]",
            "a list of days [2027-10-25]",
            lambda value: (
                isinstance(value, list)
                and 0 < len(value) <= MOST_ROWS
                and all(is_day(one) for one in value)
            ),
        ),
    },
}
"""What may be set in each kind of record; a dot names a key of a block. Of a year of
holidays ``days`` sets all, ``add`` and ``remove`` some."""

OF_ONE_TEXT = frozenset({"note", *CHECKED})
"""What belongs to one text of a rule, not to the rule as a whole."""
MAY_BE_NEW = frozenset({"door", "holiday"})
"""Kinds of records that an update may add."""
SHOWN_ONLY = frozenset(
    {
        *CHECKED,
        *("warn", "note", "source", "pathway.file_with", "pathway.decider"),
        *("right.office", "values", "deciders", "file_with", "doors"),
        *("title", "what", "phone", "address", "cites"),
    }
)
"""What is only shown with an answer: no answer can turn by it."""
