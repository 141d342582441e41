"""The key of a picture: the signs it uses, explained in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sathana.pictures.kin import Kin
from sathana.pictures.model import Lang, Sex
from sathana.pictures.svg import (
    Attributes,
    element,
    number,
    text_element,
    text_width,
    wrap,
)
from sathana.pictures.theme import SEX_WORDS, colour, sex_sign

_SIZE, _LINE, _NEXT, _ICON, _GAP = 16, 32, 26, 42, 22

_WORDS: Mapping[str, Mapping[Lang, str]] = {
    "died": {"th": "เสียชีวิตแล้ว", "en": "died"},
    "focus": {"th": "บุคคลที่ถามถึง", "en": "person asked about"},
    "married": {"th": "คู่สมรส", "en": "spouses"},
    "unmarried": {
        "th": "บิดามารดาที่ไม่มีข้อมูลว่าสมรสกัน",
        "en": "parents, no marriage known",
    },
}


@dataclass(frozen=True, slots=True)
class Key:
    """The key as markup from (0, 0), with its size."""

    markup: str
    width: float
    height: float


def flow(items: Sequence[tuple[str, str]], room: float) -> Key:
    """Return signs with words, one after the other, wrapped to the room.

    Args:
        items: Markup of a sign (34 pixels wide from 0, around height 0) and its
            words.
        room: Width to fill; words wider than it are broken into three lines.
    """
    x, y, deep, widest = 0.0, 0, _LINE, 0.0
    parts: list[str] = []
    for sign, words in items:
        lines = wrap(words, room - _ICON, _SIZE, most=3)
        width = _ICON + max(text_width(line, _SIZE) for line in lines)
        if x and x + width > room:
            x, y, deep = 0.0, y + deep, _LINE
        place = {"transform": f"translate({number(x)} {y + 15})"}
        parts.append(element("g", place, sign, *_lines(lines)))
        deep = max(deep, _LINE + (len(lines) - 1) * _NEXT)
        widest = max(widest, x + width)
        x += width + _GAP
    return Key("".join(parts), widest, y + deep if items else 0)


def _lines(lines: Sequence[str]) -> list[str]:
    """Return the words of one entry, beside its sign."""
    ink = colour("ink-soft")
    return [
        text_element(line, x=_ICON, y=5 + i * _NEXT, size=_SIZE, fill=ink)
        for i, line in enumerate(lines)
    ]


def _couple_sign(married: bool) -> str:
    """Return a short couple's line with its mark."""
    line: Attributes = {"stroke": colour("line-strong"), "stroke-width": 2}
    dashes = None if married else "6 5"
    fill = colour("line-strong" if married else "paper")
    return element(
        "path", {"d": "M1 0H33", **line, "stroke-dasharray": dashes}
    ) + element("circle", {"cx": 17, "cy": 0, "r": 5, "fill": fill, **line})


def tree_key(kin: Kin, lang: Lang, room: float) -> Key:
    """Return the key of a tree: only what occurs in it.

    Args:
        kin: The family drawn.
        lang: Language of the words.
        room: Width to fill.
    """
    items: list[tuple[str, str]] = []
    if any(person.focus for person in kin.persons):
        ring: Attributes = {
            "x": 5,
            "y": -10,
            "width": 30,
            "height": 20,
            "rx": 7,
            "fill": "none",
        }
        line: Attributes = {"stroke": colour("accent"), "stroke-width": 3}
        items.append((element("rect", {**ring, **line}), _WORDS["focus"][lang]))
    sexes: tuple[Sex, ...] = ("male", "female", "unknown")
    for sex in sexes:
        if any(person.sex == sex for person in kin.persons):
            items.append((sex_sign(sex, False, 17, 0), SEX_WORDS[sex][lang]))
    if any(person.died for person in kin.persons):
        items.append((sex_sign("female", True, 17, 0), _WORDS["died"][lang]))
    for married, word in ((True, "married"), (False, "unmarried")):
        pairs = [c for c in kin.couples if len(c.partners) == 2]
        if any(couple.married == married for couple in pairs):
            items.append((_couple_sign(married), _WORDS[word][lang]))
    return flow(items, room)
