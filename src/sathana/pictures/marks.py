"""Events under an axis: numbered marks that never overlap, and their list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sathana.calendars.show import show_day
from sathana.pictures.model import Era, Lang, TimelineEvent
from sathana.pictures.place import settle
from sathana.pictures.scale import Scale
from sathana.pictures.svg import (
    Attributes,
    brief,
    element,
    escape,
    number,
    safe_href,
    text_element,
    wrap,
)
from sathana.pictures.theme import colour

_SIZE, _STEP, _ROW, _DROP = 28, 34, 36, 26
_LINE, _ITEM_GAP, _COLUMN_GAP, _TEXT_LEFT = 27, 10, 32, 40
_TWO_COLUMNS = 700

type Numbered = Sequence[tuple[int, TimelineEvent]]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks as markup, the places of their days, and the height needed."""

    markup: str
    days: tuple[float, ...]
    height: float


def draw_marks(numbered: Numbered, scale: Scale, y: float) -> Marks:
    """Return the numbered marks under an axis, each led to its day.

    Marks keep the order of time and move aside only as far as they must; where
    one row cannot hold them they alternate between rows.

    Args:
        numbered: The events with their numbers, in order of time.
        scale: The axis.
        y: Place of the line under the lives.
    """
    if not numbered:
        return Marks("", (), 0)
    days = tuple(scale.x(event.day) for _, event in numbered)
    room = scale.right - scale.left
    rows = max(1, ceil(len(days) * _STEP / room))
    step = min(_STEP / rows, (room - _SIZE) / max(1, len(days) - 1))
    xs = _inside(settle(days, [step] * len(days), 0), step, scale)
    lines, marks = [], []
    for i, ((key, event), day, x) in enumerate(zip(numbered, days, xs, strict=True)):
        middle = y + _DROP + (i % rows) * _ROW + _SIZE / 2
        path = f"M{number(day)} {number(y)}V{number(y + 5)}L{number(x)} "
        path += f"{number(y + _DROP - 4)}V{number(middle)}"
        line: Attributes = {
            "fill": "none",
            "stroke": colour("accent"),
            "stroke-width": 1.5,
        }
        lines.append(element("path", {"d": path, **line}))
        marks.append(mark(key, event, x, middle))
    return Marks("".join(lines + marks), days, _DROP + rows * _ROW)


def _inside(xs: Sequence[float], step: float, scale: Scale) -> list[float]:
    """Return the places moved so that no mark sticks out of the axis."""
    low, high = scale.left + _SIZE / 2, scale.right - _SIZE / 2
    last = len(xs) - 1
    return [
        min(max(x, low + i * step), high - (last - i) * step) for i, x in enumerate(xs)
    ]


def mark(key: int, event: TimelineEvent, x: float, y: float) -> str:
    """Return one mark: a disc for the law, a square for the family."""
    paper, ink = colour("paper"), colour("accent")
    line: Attributes = {"fill": paper, "stroke": ink, "stroke-width": 2}
    half = _SIZE / 2
    if event.kind == "law":
        shape = element("circle", {"cx": x, "cy": y, "r": half, **line})
    else:
        box: Attributes = {
            "x": x - half,
            "y": y - half,
            "width": _SIZE,
            "height": _SIZE,
            "rx": 4,
        }
        shape = element("rect", {**box, **line})
    text = text_element(
        str(key), x=x, y=y + 6, size=16, fill=ink, weight=600, anchor="middle"
    )
    title = element("title", {}, escape(brief(event.label)))
    return element("g", {"class": f"mark mark-{event.kind}"}, title, shape, text)


def draw_list(
    numbered: Numbered, width: float, lang: Lang, era: Era
) -> tuple[str, float]:
    """Return the list of events in one or two columns, and its height.

    Args:
        numbered: The events with their numbers.
        width: Room for the list.
        lang: Language of the dates that the picture writes itself.
        era: Era of these dates.
    """
    columns = 2 if width >= _TWO_COLUMNS and len(numbered) > 1 else 1
    wide = (width - (columns - 1) * _COLUMN_GAP) / columns
    items = [_item(key, event, wide, lang, era) for key, event in numbered]
    split = _split([height for _, height in items]) if columns == 2 else len(items)
    drawn, tallest = [], 0.0
    for column, part in enumerate((items[:split], items[split:])):
        y = 0.0
        for markup, height in part:
            x = column * (wide + _COLUMN_GAP)
            moved = {"transform": f"translate({number(x)} {number(y)})"}
            drawn.append(element("g", moved, markup))
            y += height
        tallest = max(tallest, y)
    return "".join(drawn), tallest


def _split(heights: Sequence[float]) -> int:
    """Return how many items go into the first of two columns."""
    whole = sum(heights)
    return min(
        range(1, len(heights) + 1),
        key=lambda n: max(sum(heights[:n]), whole - sum(heights[:n])),
    )


def _item(
    key: int, event: TimelineEvent, width: float, lang: Lang, era: Era
) -> tuple[str, float]:
    """Return one event of the list, linked if it has an address, and its height."""
    room = width - _TEXT_LEFT
    when = brief(event.date_text) or show_day(event.day, lang, era)
    lines = [(text, "ink-soft") for text in wrap(when, room, 16, most=2)]
    lines += [(text, "ink") for text in wrap(event.label, room, 16, most=4)]
    texts = [
        text_element(text, x=_TEXT_LEFT, y=19 + i * _LINE, size=16, fill=colour(ink))
        for i, (text, ink) in enumerate(lines)
    ]
    shown = mark(key, event, _SIZE / 2 + 1, 15) + "".join(texts)
    href = safe_href(event.href)
    markup = element("a", {"href": href}, shown) if href else shown
    return markup, max(_SIZE, len(lines) * _LINE) + _ITEM_GAP
