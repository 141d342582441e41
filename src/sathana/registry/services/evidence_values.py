"""What is typed of a paper, checked and brought into the form in which it is kept."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.facts.keys import KEYS
from sathana.registry import inside
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Evidence, Family
from sathana.registry.services import checks, common


def checked(
    family: Family, values: Mapping[str, Any], row: Evidence | None = None
) -> dict[str, Any]:
    """Return the values that were given, each as it is kept.

    Raises:
        UnusableValueError: One cannot be kept.
    """
    given = dict(values)
    wanted: dict[str, Any] = {}
    for name in ("supports", "contradicts"):
        if name in given:
            wanted[name] = _pairs(family, name, given.pop(name))
    if "person_id" in given:
        wanted["person_id"] = _person(family, given.pop("person_id"))
    for name, value in given.items():
        wanted[name] = _VALUES[name](name, value)
    _refuse_both(wanted, row)
    return wanted


def _kind(name: str, value: Any) -> str:
    text = common.short_text(name, value, longest=200)
    if text:
        return text
    raise UnusableValueError(
        name,
        "ยังไม่ได้บอกว่าเป็นเอกสารอะไร เช่น สูติบัตร หรือ ทะเบียนบ้าน",
        "Say what kind of paper it is, such as birth certificate or house register.",
    )


def _line(name: str, value: Any) -> str:
    return common.short_text(name, value, longest=400)


def _date(name: str, value: Any) -> Any:
    """Return a date as a case file holds it: a text, or a Buddhist year in braces."""
    if not isinstance(value, Mapping):
        return checks.told_date(name, value)
    try:
        parse_date(value)
    except DateError as error:
        raise UnusableValueError(name, error.th, error.en) from None
    return dict(value)


_VALUES: Mapping[str, Callable[[str, Any], Any]] = {
    "kind": _kind,
    "issuer": _line,
    "number": _line,
    "date": _date,
    "original": _line,
    "notes": common.short_text,
}


def _person(family: Family, person_id: uuid.UUID | None) -> uuid.UUID | None:
    if person_id is None or inside.persons(family).filter(id=person_id).exists():
        return person_id
    raise UnusableValueError(
        "person_id",
        "ไม่มีคนนี้ในครอบครัว ให้เลือกใหม่จากรายชื่อ",
        "There is no such person in this family: choose again from the list.",
    )


def _pairs(family: Family, name: str, pairs: Any) -> list[list[str]]:
    """Return pairs of person and fact in one order, each once."""
    known = {str(one) for one in inside.persons(family).values_list("id", flat=True)}
    wanted = sorted({(str(whose), str(path)) for whose, path in pairs})
    if all(whose in known and path in KEYS for whose, path in wanted):
        return [list(pair) for pair in wanted]
    raise UnusableValueError(
        name,
        "ข้อเท็จจริงที่เลือกไม่มีในครอบครัวนี้แล้ว ให้เลือกใหม่",
        "A fact that was chosen is no longer part of this family: choose again.",
    )


def _refuse_both(wanted: Mapping[str, Any], row: Evidence | None) -> None:
    supports, contradicts = (
        wanted.get(name, getattr(row, name) if row else [])
        for name in ("supports", "contradicts")
    )
    if any(pair in contradicts for pair in supports):
        raise UnusableValueError(
            "supports",
            "ข้อเท็จจริงเดียวกันถูกเลือกทั้งสนับสนุนและขัดแย้ง ให้เลือกเพียงอย่างเดียว",
            "The same fact is marked as shown and as contradicted: choose one of them.",
        )
