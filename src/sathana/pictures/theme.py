"""How an answer looks: colour, border, pattern and sign of each status.

Colour never stands alone. A status is also a sign (check in a disc, cross in a
square, half-filled diamond, question mark in a dashed ring), a pattern and a
border, so that a picture reads the same in black and white.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sathana.pictures.model import Lang, Sex, Status
from sathana.pictures.svg import Attributes, element, escape, number

LIGHT: Mapping[str, str] = {
    "ink": "#1c2344",
    "ink-soft": "#4c5068",
    "line": "#d9ccb1",
    "line-strong": "#7f7460",
    "paper": "#fffdf8",
    "accent": "#27408f",
    "yes": "#17614a",
    "yes-soft": "#e2f0e6",
    "no": "#474a63",
    "no-soft": "#e9e8ee",
    "contested": "#762a63",
    "contested-soft": "#f6e4ef",
    "unknown": "#7a4b00",
    "unknown-soft": "#fbecc9",
}
"""Custom properties of the page, with the colours used where it sets none."""

STATUSES: tuple[Status, ...] = ("yes", "no", "contested", "unknown")

STATUS_WORDS: Mapping[Status, Mapping[Lang, str]] = {
    "yes": {"th": "ใช่", "en": "Yes"},
    "no": {"th": "ไม่ใช่", "en": "No"},
    "contested": {"th": "ตีความต่างกัน", "en": "Readings differ"},
    "unknown": {"th": "ยังไม่ทราบ", "en": "Not known yet"},
}
"""General words, used where the caller gives no text."""

SEX_WORDS: Mapping[Sex, Mapping[Lang, str]] = {
    "male": {"th": "ชาย", "en": "male"},
    "female": {"th": "หญิง", "en": "female"},
    "unknown": {"th": "ไม่ทราบเพศ", "en": "sex not known"},
}

_DASHES: Mapping[Status, str | None] = {
    "yes": None,
    "no": None,
    "contested": "12 4",
    "unknown": "3 4",
}
_BORDERS: Mapping[Status, float] = {
    "yes": 2.5,
    "no": 1.5,
    "contested": 2,
    "unknown": 2,
}


@dataclass(frozen=True, slots=True)
class Border:
    """How the edge of a card or bar is drawn."""

    colour: str
    width: float
    dashes: str | None


def colour(name: str) -> str:
    """Return a colour as a custom property with its light value as fallback."""
    return f"var(--{name}, {LIGHT[name]})"


def status_of(value: str) -> Status:
    """Return the status of a word; a word we do not know counts as unknown."""
    known = [status for status in STATUSES if status == value]
    return known[0] if known else "unknown"


def border(status: Status) -> Border:
    """Return the border of a status: its colour, weight and dashes."""
    return Border(colour(status), _BORDERS[status], _DASHES[status])


def pattern_fill(status: Status, prefix: str) -> str:
    """Return the fill of a band in the pattern of a status."""
    return colour(status) if status == "yes" else f"url(#{prefix}-{status})"


def definitions(prefix: str) -> str:
    """Return the patterns of one picture, with ids that begin with the prefix."""

    def pattern(name: str, size: float, turn: int, *shapes: str) -> str:
        attributes: Attributes = {
            "id": f"{prefix}-{name}",
            "width": size,
            "height": size,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": f"rotate({turn})" if turn else None,
        }
        ground: Attributes = {"width": size, "height": size, "fill": colour("paper")}
        return element("pattern", attributes, element("rect", ground), *shapes)

    def stripe(name: str, size: float, thick: float) -> str:
        return element("rect", {"width": size, "height": thick, "fill": colour(name)})

    dot = element("circle", {"cx": 3, "cy": 3, "r": 1.5, "fill": colour("unknown")})
    return element(
        "defs",
        {},
        pattern("no", 7, 0, stripe("no", 7, 1.5)),
        pattern("contested", 8, -45, stripe("contested", 8, 4)),
        pattern("unknown", 6, 0, dot),
        pattern("edge", 6, 45, stripe("ink-soft", 6, 1.5)),
    )


def _stroke(path: str, ink: str, width: float, dashes: str | None = None) -> str:
    """Return a stroked path with round ends."""
    attributes: Attributes = {
        "d": path,
        "fill": "none",
        "stroke": ink,
        "stroke-width": width,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
        "stroke-dasharray": dashes,
    }
    return element("path", attributes)


def status_sign(status: Status, x: float, y: float) -> str:
    """Return the sign of a status, 24 pixels across, centred on a point."""
    ink, paper = colour(status), colour("paper")
    if status == "yes":
        parts: tuple[str, ...] = (
            element("circle", {"r": 11, "fill": ink}),
            _stroke("M-5 .5L-1.5 4L5.5 -4", paper, 2.6),
        )
    elif status == "no":
        box: Attributes = {
            "x": -10,
            "y": -10,
            "width": 20,
            "height": 20,
            "rx": 3,
            "fill": paper,
        }
        parts = (
            element("rect", {**box, "stroke": ink, "stroke-width": 2}),
            _stroke("M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5", ink, 2.4),
        )
    elif status == "contested":
        whole: Attributes = {"d": "M0 -12L12 0L0 12L-12 0Z", "fill": paper}
        parts = (
            element("path", whole),
            element("path", {"d": "M0 -12L0 12L-12 0Z", "fill": ink}),
            _stroke("M0 -12L12 0L0 12L-12 0Z", ink, 2),
        )
    else:
        parts = (
            element("circle", {"r": 11, "fill": paper}),
            _stroke("M11 0A11 11 0 1 1 -11 0A11 11 0 1 1 11 0", ink, 1.8, "3 3.9"),
            _stroke("M-3.3 -3A3.3 3.3 0 1 1 1.8 -.2Q0 .9 0 2.6M0 6.2v.1", ink, 2.2),
        )
    place = f"translate({number(x)} {number(y)})"
    return element("g", {"transform": place, "class": f"sign sign-{status}"}, *parts)


def sex_sign(sex: str, died: bool, x: float, y: float) -> str:
    """Return the sign of a sex, 14 pixels across; a slash says died."""
    ink = colour("ink-soft")
    line: Attributes = {"fill": "none", "stroke": ink, "stroke-width": 1.8}
    if sex == "male":
        box: Attributes = {"x": -6, "y": -6, "width": 12, "height": 12}
        shape = element("rect", {**box, **line})
    elif sex == "female":
        shape = element("circle", {"r": 6.5, **line})
    else:
        shape = element("path", {"d": "M0 -7.5L7.5 0L0 7.5L-7.5 0Z", **line})
    slash = _stroke("M-9 9L9 -9", colour("ink"), 1.8) if died else ""
    return element(
        "g", {"transform": f"translate({number(x)} {number(y)})"}, shape, slash
    )


def for_paper(svg: str) -> str:
    """Return a picture with fixed colours, for renderers without CSS properties.

    Only attributes are changed: in texts a quote is always escaped, so no name
    can look like one.

    Args:
        svg: A picture made by this package.
    """
    fixed = re.sub(r'="var\(--[a-z-]+, (#[0-9a-f]{6})\)"', r'="\1"', svg)
    return fixed.replace("<svg ", '<svg font-family="Sarabun, Loma, sans-serif" ', 1)


def scroll_box(svg: str, *, label: str) -> str:
    """Return the picture in an HTML box that scrolls by itself.

    On a narrow screen the box scrolls, never the page; the box takes the
    keyboard so that arrow keys scroll it. The page's style sheet gives the class
    ``picture`` its ``overflow-x: auto``.

    Args:
        svg: A picture made by this package.
        label: Name of the box for screen readers.
    """
    return (
        '<div class="picture" role="region" tabindex="0" '
        f'aria-label="{escape(label)}">{svg}</div>'
    )
