"""Signs that no font of the papers has, found before a pack is kept or set.

The refusal names the letter and the field in which it stands, so that somebody can go
there and write it otherwise; a paper never shows an empty box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sathana.documents.glyphs import LacksSignError, check
from sathana.documents.pack_values import (
    Contact,
    Drawing,
    Fact,
    PackFacts,
    PersonValues,
)
from sathana.documents.writing import clean

_FIELDS = {
    "name": ("ชื่อ", "name"),
    "place": ("สถานที่เกิด", "place of birth"),
    "filed_by": ("ผู้ยื่นแทน", "who files"),
    "signed_off_by": ("ผู้รับรอง", "who signs off"),
    "held": ("เอกสารที่มี", "paper at hand"),
    "more_held": ("เอกสารอื่นที่มี", "other paper at hand"),
    "number": ("เลขประจำตัว", "number"),
    "office": ("สำนักงาน", "office"),
    "role": ("ตำแหน่งเจ้าหน้าที่", "role of the officer"),
    "said": ("เขาพูดว่าอะไร", "what was said"),
    "asked": ("เขาขออะไรเพิ่ม", "what was asked for"),
    "papers": ("เอกสารที่ได้", "paper that was received"),
    "companions": ("ใครไปด้วย", "who came along"),
    "reason": ("เหตุผลที่ได้รับแจ้ง", "reason that was given"),
}
"""Names of the fields in which people type; the others are called by their place."""

type Where = tuple[str, str]


def refuse_unprintable(facts: PackFacts) -> None:
    """Refuse values that papers cannot show.

    Raises:
        LacksSignError: A text holds a sign that no font has; ``where`` tells the field.
    """
    for text, where in _texts(facts, ("", "")):
        try:
            check(clean(text, "arabic"))
        except LacksSignError as fault:
            raise LacksSignError(fault.sign, text, where=where) from None


def _texts(value: Any, where: Where) -> Iterator[tuple[str, Where]]:
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, where)
    elif is_dataclass(value) and not isinstance(value, Drawing):
        for one in fields(value):
            inner = getattr(value, one.name)
            yield from _texts(inner, _within(value, one.name, where))


def _within(value: Any, name: str, where: Where) -> Where:
    th, en = _FIELDS.get(name, (where[0] or name, where[1] or name))
    if isinstance(value, Fact):
        return f"{value.what}{where[0]}", f"{value.what}{where[1]}"
    if isinstance(value, PersonValues):
        if name == "facts":
            return f"ของ{_kin(value)}", f" of {_kin(value)}"
        return f"{th}ของ{_kin(value)}", f"{en} of {_kin(value)}"
    if isinstance(value, Contact):
        return f"{th} (การติดต่อ {value.when})", f"{en} (contact of {value.day})"
    return th, en


def _kin(person: PersonValues) -> str:
    return person.kin or "คนในครอบครัว"
