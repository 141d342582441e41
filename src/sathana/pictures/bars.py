"""The intervals of a life as a bar, with their words inside or below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sathana.calendars import buddhist
from sathana.calendars.show import show_day
from sathana.pictures.axis import ERA_WORDS
from sathana.pictures.key import Key, flow
from sathana.pictures.model import Bar, Era, Lang, Status
from sathana.pictures.scale import Scale
from sathana.pictures.svg import (
    Attributes,
    brief,
    element,
    escape,
    text_element,
    text_width,
)
from sathana.pictures.theme import (
    STATUS_WORDS,
    border,
    colour,
    pattern_fill,
    status_of,
    status_sign,
)

HEIGHT = 46
_BAND, _SIGN, _SIZE = 8, 36, 16
_LEAST_WIDTH = 3.0
_MOST_YEARS = 6
"""Intervals of one wording that are listed with their years below a line."""


def words_of(bar: Bar, lang: Lang) -> str:
    """Return the words of a bar, general ones if it has none."""
    return brief(bar.text) or STATUS_WORDS[status_of(bar.status)][lang]


def spoken(bar: Bar, lang: Lang, era: Era) -> str:
    """Return what a bar says, with its days; uncertain ends are said to be so."""
    first, last = show_day(bar.start, lang, era), show_day(bar.end, lang, era)
    about = "ราว " if lang == "th" else "about "
    if bar.start_until is not None and bar.start_until > bar.start:
        first = about + first
    if bar.end_from is not None and bar.end_from < bar.end:
        last = about + last
    join = " ถึง " if lang == "th" else " to "
    return f"{words_of(bar, lang)}: {first}{join}{last}"


def visible(bars: Sequence[Bar], scale: Scale) -> list[Bar]:
    """Return the bars of which at least one day lies on the axis."""
    return [
        bar
        for bar in bars
        if bar.start <= bar.end and bar.start <= scale.end and bar.end >= scale.start
    ]


def _ends(bar: Bar, scale: Scale) -> tuple[float, float]:
    """Return the left and right end of a bar, never narrower than three pixels."""
    left, right = scale.x(bar.start), scale.x(bar.end + 1)
    if right - left < _LEAST_WIDTH:
        left = min(left, scale.right - _LEAST_WIDTH)
        right = left + _LEAST_WIDTH
    return left, right


def _room(bar: Bar, scale: Scale) -> tuple[float, float]:
    """Return the part of a bar for sign and words: what is not hatched."""
    left, right = _ends(bar, scale)
    hatched = _uncertain(bar, scale)
    for start, end in hatched:
        if start <= left + 1:
            left = max(left, end)
        else:
            right = min(right, start)
    # With both ends uncertain nothing may be left: then the whole bar serves.
    return (left, right) if right - left >= _SIGN else _ends(bar, scale)


def _fits(bar: Bar, scale: Scale, lang: Lang) -> bool:
    """Return whether the words of a bar fit into it beside the sign."""
    left, right = _room(bar, scale)
    width = text_width(words_of(bar, lang), _SIZE, bold=True)
    return right - left >= _SIGN + width + 10


def _years(bar: Bar, era: Era) -> str:
    """Return the years of a bar in one era, one year if it lies within one."""

    def year(day: int) -> int:
        return buddhist.year_of(day) if era == "be" else date.fromordinal(day).year

    first, last = year(bar.start), year(bar.end)
    return f"{first}" if first == last else f"{first}–{last}"


def notes(bars: Sequence[Bar], scale: Scale, lang: Lang, era: Era) -> Key:
    """Return the words that find no room in their bars, with their years.

    Bars with the same words share one entry, in order of their first day.

    Args:
        bars: Bars visible on the axis, in order of time.
        scale: The axis.
        lang: Language of the words.
        era: Era of the years.
    """
    found: dict[tuple[Status, str], list[str]] = {}
    for bar in bars:
        if not _fits(bar, scale, lang):
            key = status_of(bar.status), words_of(bar, lang)
            found.setdefault(key, []).append(_years(bar, era))
    items = []
    for (status, words), years in found.items():
        shown = ", ".join(years[:_MOST_YEARS]) + (
            ", …" if len(years) > _MOST_YEARS else ""
        )
        # Era and years hold together with no-break spaces.
        when = f"({ERA_WORDS[era][lang]} {shown})".replace(" ", "\u00a0")
        items.append((status_sign(status, 14, 0), f"{words} {when}"))
    return flow(items, scale.right)


def draw_bars(
    bars: Sequence[Bar], scale: Scale, y: float, *, lang: Lang, era: Era, prefix: str
) -> str:
    """Return the bars of one line.

    Args:
        bars: Bars that are visible on the axis, in order of time.
        scale: The axis.
        y: Upper end of the bars.
        lang: Language of the words.
        era: Era of the years in the titles.
        prefix: Prefix of the picture's ids, for the patterns.
    """
    drawn = []
    for bar in bars:
        title = element("title", {}, escape(spoken(bar, lang, era)))
        name = {"class": f"bar bar-{status_of(bar.status)}"}
        box = _box(bar, scale, y, prefix)
        drawn.append(element("g", name, title, box, _words(bar, scale, y, lang)))
    return "".join(drawn)


def _words(bar: Bar, scale: Scale, y: float, lang: Lang) -> str:
    """Return the sign of a bar where it has room, and its words where they fit."""
    status = status_of(bar.status)
    left, right = _room(bar, scale)
    middle = y + _BAND + (HEIGHT - _BAND) / 2
    if not _fits(bar, scale, lang):
        centre = (left + right) / 2
        return status_sign(status, centre, middle) if right - left >= 30 else ""
    text = text_element(
        words_of(bar, lang),
        x=left + _SIGN,
        y=middle + 6,
        size=_SIZE,
        fill=colour(status),
        weight=600,
    )
    return status_sign(status, left + 19, middle) + text


def _box(bar: Bar, scale: Scale, y: float, prefix: str) -> str:
    """Return ground, band with pattern, uncertain ends and edge of a bar."""
    status = status_of(bar.status)
    left, right = _ends(bar, scale)
    box: Attributes = {"x": left, "y": y, "width": right - left, "height": HEIGHT}
    band: Attributes = {**box, "height": _BAND, "fill": pattern_fill(status, prefix)}
    edge = border(status)
    frame: Attributes = {
        **box,
        "fill": "none",
        "stroke": edge.colour,
        "stroke-width": edge.width,
        "stroke-dasharray": edge.dashes,
    }
    hatched = [
        element(
            "rect",
            {
                "class": "uncertain",
                "x": start,
                "y": y + _BAND,
                "width": end - start,
                "height": HEIGHT - _BAND,
                "fill": f"url(#{prefix}-edge)",
            },
        )
        for start, end in _uncertain(bar, scale)
    ]
    return "".join(
        (
            element("rect", {**box, "fill": colour(f"{status}-soft")}),
            *hatched,
            element("rect", band),
            element("rect", frame),
        )
    )


def _uncertain(bar: Bar, scale: Scale) -> list[tuple[float, float]]:
    """Return the parts of a bar in which its first or its last day may lie."""
    spans: list[tuple[float, float]] = []
    if bar.start_until is not None and bar.start_until > bar.start:
        spans.append((scale.x(bar.start), scale.x(min(bar.start_until, bar.end) + 1)))
    if bar.end_from is not None and bar.end_from < bar.end:
        spans.append((scale.x(max(bar.end_from, bar.start)), scale.x(bar.end + 1)))
    return [(start, end) for start, end in spans if end > start]
