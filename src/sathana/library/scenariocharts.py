"""Bars of a scenario: the least and the most under each law, marked as made people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from sathana import pictures
from sathana.library.scenariowords import count, say, span_words
from sathana.pictures.bands import Band, bands
from sathana.pictures.svg import number, text_element, wrap
from sathana.pictures.theme import colour
from sathana.web.languages import current, pick

NARROW, WIDE = 326, 720
"""Pixels: for a phone held upright, and for anything wider."""
_SIZE, _LINE = 16, 26
_HEIGHT = re.compile(
    r'viewBox="0 0 ([0-9.]+) ([0-9.]+)" width="[0-9.]+" height="[0-9.]+"'
)


def charts(
    laws: Sequence[tuple[str, Mapping[str, Any]]],
    ask: Mapping[str, Any],
    mark: Mapping[str, str] | None,
    prefix: str,
) -> tuple[SafeString, SafeString]:
    """Return the bars of one question for narrow and for wide screens.

    Args:
        laws: What each law is called, and what the result says of it.
        ask: The question.
        mark: What is written below bars of made people.
        prefix: Beginning of the ids inside, unique on a page.
    """
    rows = [_band(name, law["states"][ask["id"]]) for name, law in laws]
    told = "; ".join(f"{row.title}: {row.text}" for row in rows)
    label = f"{pick(ask['title'])}. {told}. {pick(mark)}"
    drawn = (
        _marked(
            bands(rows, current(), label=label, prefix=f"{prefix}-{size}", width=size),
            pick(mark),
        )
        for size in (NARROW, WIDE)
    )
    narrow, wide = (_as_markup(pictures.scroll_box(svg, label=label)) for svg in drawn)
    return narrow, wide


def _band(title: str, states: Mapping[str, Any]) -> Band:
    yes, unknown, no = (states[key]["rows"] for key in ("yes", "unknown", "no"))
    text = say(
        f"{span_words(states)} คน ไม่ใช่แน่ {count(states['no'])} คน",
        f"{span_words(states)}; surely not: {count(states['no'])}",
    )
    return Band(title=title, yes=yes, unknown=unknown, no=no, text=text)


def _marked(svg: str, mark: str) -> str:
    """Return a picture with a line below it that says who the people are."""
    found = _HEIGHT.search(svg)
    if not mark or found is None:
        return svg
    width, height = float(found[1]), float(found[2])
    parts = []
    for line in wrap(mark, width, _SIZE, most=3, bold=True):
        height += _LINE
        ink = colour("unknown")
        words = text_element(line, x=2, y=height - 7, size=_SIZE, fill=ink, weight=600)
        parts.append(words)
    size = (
        f'viewBox="0 0 {number(width)} {number(height)}" '
        f'width="{number(width)}" height="{number(height)}"'
    )
    inner = svg.replace(found[0], size, 1).removesuffix("</svg>")
    return "".join((inner, *parts, "</svg>"))


def _as_markup(picture: str) -> SafeString:
    """Mark a picture as markup: the pictures package escapes every text it is given."""
    return mark_safe(picture)  # noqa: S308
