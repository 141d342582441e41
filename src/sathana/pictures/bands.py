"""Bars of a whole people under several laws: surely yes, not known, no.

What is not known is drawn as a band between the least and the most that may be yes,
never as one figure. Patterns and words carry the meaning, so it reads in grey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sathana.pictures.key import flow
from sathana.pictures.model import Lang, Status
from sathana.pictures.svg import (
    Attributes,
    element,
    escape,
    number,
    safe_prefix,
    text_element,
    wrap,
)
from sathana.pictures.theme import colour, definitions, pattern_fill
from sathana.pictures.transition import STATE_WORDS

WIDTH = 720
_SIZE, _LINE, _BAR, _EDGE, _GAP = 16, 26, 30, 2, 14
_ABOVE_AXIS = 10
_TICKS = (0, 25, 50, 75, 100)
_LEAST = 2.0
"""Width of a part of a bar that is there at all."""

_HIDDEN: Mapping[Lang, str] = {
    "th": "ปิดตัวเลขไว้ (น้อยกว่า 10)",
    "en": "figures hidden (fewer than 10)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One bar.

    Attributes:
        title: What the bar is of.
        yes: How many surely yes; ``None`` where a figure of the bar is hidden.
        unknown: How many of whom it is not known.
        no: How many surely no.
        text: The figures in words, as they stand below the bar.
    """

    title: str
    yes: int | None
    unknown: int | None
    no: int | None
    text: str


def bands(
    rows: Sequence[Band],
    lang: Lang,
    *,
    label: str,
    prefix: str = "bands",
    width: int = WIDTH,
) -> str:
    """Return bars one below the other, each as wide as all the people.

    Args:
        rows: The bars, at least one.
        lang: Language of the picture's own words.
        label: What the picture shows, for those who do not see it.
        prefix: Beginning of the ids inside, unique on a page.
        width: In pixels.
    """
    prefix = safe_prefix(prefix)
    room = width - 2 * _EDGE
    parts: list[str] = []
    y = 0.0
    for row in rows:
        markup, deep = _row(row, room, y, lang, prefix)
        parts.append(markup)
        y += deep
    key = flow(_key(lang, prefix), room)
    y += _ABOVE_AXIS
    axis = _axis(room, y)
    y += _LINE + 8
    place: Attributes = {"transform": f"translate(0 {number(y)})"}
    inner = element(
        "g",
        {"transform": f"translate({_EDGE} 4)"},
        *parts,
        axis,
        element("g", place, key.markup),
    )
    height = y + key.height + 8
    attributes: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": width,
        "height": height,
        "role": "img",
        "aria-label": label,
        "class": "bands",
    }
    title = element("title", {}, escape(label))
    return element("svg", attributes, title, definitions(prefix), inner)


def _row(
    row: Band, room: float, y: float, lang: Lang, prefix: str
) -> tuple[str, float]:
    """Return one bar with its words above and below, and how deep it is."""
    ink, soft = colour("ink"), colour("ink-soft")
    parts, deep = [], 0.0
    for line in wrap(row.title, room, _SIZE, most=2, bold=True):
        deep += _LINE
        words = text_element(
            line, x=0, y=y + deep - 7, size=_SIZE, fill=ink, weight=600
        )
        parts.append(words)
    parts.append(_bar(row, room, y + deep, prefix))
    deep += _BAR
    text = row.text if row.yes is not None else f"{row.text} {_HIDDEN[lang]}"
    for line in wrap(text.strip(), room, _SIZE, most=3):
        deep += _LINE
        words = text_element(line, x=0, y=y + deep - 5, size=_SIZE, fill=soft)
        parts.append(words)
    return "".join(parts), deep + _GAP


def _bar(row: Band, room: float, y: float, prefix: str) -> str:
    """Return the bar itself: three parts, and a bracket over what may be yes."""
    counts = (row.yes, row.unknown, row.no)
    frame: Attributes = {"fill": "none", "stroke": colour("ink"), "stroke-width": 1.5}
    box: Attributes = {"x": 0, "y": y, "width": room, "height": _BAR}
    outline = element("rect", {**box, **frame})
    known = [count for count in counts if count is not None]
    if len(known) < len(counts) or not sum(known):
        return outline
    parts, x = [], 0.0
    statuses: tuple[Status, ...] = ("yes", "unknown", "no")
    for status, wide in zip(statuses, _widths(known, room), strict=True):
        if wide:
            part: Attributes = {"x": x, "y": y, "width": wide, "height": _BAR}
            parts.append(element("rect", {**part, "fill": _fill(status, prefix)}))
        if wide and x:
            cut: Attributes = {"x1": x, "x2": x, "y1": y, "y2": y + _BAR}
            line: Attributes = {"stroke": colour("ink"), "stroke-width": 1.5}
            parts.append(element("line", {**cut, **line}))
        x += wide
    return "".join((*parts, outline))


def _widths(counts: Sequence[int], room: float) -> list[float]:
    """Return how wide each part is; one that is there at all can be seen."""
    total = sum(counts)
    wide = [max(room * count / total, _LEAST) if count else 0.0 for count in counts]
    return [part * room / sum(wide) for part in wide]


def _fill(status: Status, prefix: str) -> str:
    return colour("paper") if status == "no" else pattern_fill(status, prefix)


def _axis(room: float, y: float) -> str:
    """Return the ticks below the last bar, in hundredths of all people."""
    soft = colour("ink-soft")
    parts = []
    for tick in _TICKS:
        x = room * tick / 100
        anchor = {0: None, 100: "end"}.get(tick, "middle")
        mark: Attributes = {"x1": x, "x2": x, "y1": y - 14, "y2": y - 6}
        parts.append(element("line", {**mark, "stroke": soft, "stroke-width": 1.5}))
        text = f"{tick}%"
        parts.append(
            text_element(text, x=x, y=y + 12, size=_SIZE, fill=soft, anchor=anchor)
        )
    line: Attributes = {"x1": 0, "x2": room, "y1": y - 14, "y2": y - 14}
    return element("line", {**line, "stroke": soft, "stroke-width": 1.5}) + "".join(
        parts
    )


def _key(lang: Lang, prefix: str) -> list[tuple[str, str]]:
    """Return the three patterns with their words."""
    statuses: tuple[Status, ...] = ("yes", "unknown", "no")
    found = []
    for status in statuses:
        box: Attributes = {"x": 1, "y": -10, "width": 32, "height": 20}
        line: Attributes = {"stroke": colour("ink"), "stroke-width": 1.5}
        sign = element("rect", {**box, "fill": _fill(status, prefix), **line})
        found.append((sign, STATE_WORDS[status][lang]))
    return found
