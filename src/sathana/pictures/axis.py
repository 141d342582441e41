"""The years over a timeline, and the thin lines that lead events up to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sathana.pictures.model import Era, Lang
from sathana.pictures.scale import Scale
from sathana.pictures.svg import (
    Attributes,
    element,
    number,
    text_element,
    text_width,
)
from sathana.pictures.theme import colour

AXIS_HEIGHT = 78
"""Height of the years with their line, and the gap below it."""
_LEAST_TICK = 66

ERA_WORDS: Mapping[Era, Mapping[Lang, str]] = {
    "be": {"th": "พ.ศ.", "en": "B.E."},
    "ce": {"th": "ค.ศ.", "en": "C.E."},
}
"""Names of the eras."""


def draw_axis(scale: Scale, bottom: float, lang: Lang, era: Era) -> str:
    """Return the years over the lives, those of one era over those of the other."""
    other: Era = "ce" if era == "be" else "be"
    colours = ((20, colour("ink")), (44, colour("ink-soft")))
    drawn = [
        text_element(ERA_WORDS[name][lang], x=0, y=y, size=16, fill=fill)
        for name, (y, fill) in zip((era, other), colours, strict=True)
    ]
    strong: Attributes = {"stroke": colour("line-strong"), "stroke-width": 2}
    light: Attributes = {"stroke": colour("line"), "stroke-width": 1}
    y = AXIS_HEIGHT - 20
    for tick in scale.ticks(era, _LEAST_TICK):
        years = (tick.be, tick.ce) if era == "be" else (tick.ce, tick.be)
        half = text_width(str(years[0]), 16) / 2
        # A year at the end of the axis is moved in, so that nothing is cut.
        x = min(max(tick.x, scale.left + half - 6), scale.right - half + 6)
        for year, (down, fill) in zip(years, colours, strict=True):
            text = text_element(
                str(year), x=x, y=down, size=16, fill=fill, anchor="middle"
            )
            drawn.append(text)
        grid = {"d": f"M{number(tick.x)} {number(y)}V{number(bottom)}"}
        drawn.append(element("path", {**grid, **light}))
        mark = {"d": f"M{number(tick.x)} {number(y)}v8"}
        drawn.append(element("path", {**mark, **strong}))
    for line in (y, bottom):
        base = {"d": f"M{number(scale.left)} {number(line)}H{number(scale.right)}"}
        drawn.append(element("path", {**base, **strong}))
    return element("g", {"class": "axis"}, *drawn)


def draw_guides(days: Sequence[float], bottom: float) -> str:
    """Return thin lines from the events up behind the bars."""
    line: Attributes = {
        "stroke": colour("line-strong"),
        "stroke-width": 1,
        "stroke-dasharray": "2 4",
    }
    top = AXIS_HEIGHT - 20
    return "".join(
        element(
            "path",
            {
                "class": "guide",
                "d": f"M{number(x)} {number(top)}V{number(bottom)}",
                **line,
            },
        )
        for x in days
    )
