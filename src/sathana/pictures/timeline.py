"""Lives as bars under an axis of years, with the events of the law below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sathana.pictures.axis import AXIS_HEIGHT, draw_axis, draw_guides
from sathana.pictures.bars import (
    HEIGHT,
    draw_bars,
    notes,
    spoken,
    visible,
)
from sathana.pictures.key import Key, flow
from sathana.pictures.marks import draw_list, draw_marks
from sathana.pictures.model import Bar, Era, Lang, TimelineEvent, TimelinePerson
from sathana.pictures.scale import Scale, make_scale
from sathana.pictures.svg import (
    Attributes,
    brief,
    element,
    escape,
    number,
    safe_href,
    safe_prefix,
    text_element,
    text_width,
    wrap,
)
from sathana.pictures.theme import colour, definitions

_MARGIN, _GUTTER = 14, 50
_LEAST_WIDTH = 340
_LABEL_LINE, _LINE_GAP = 28, 24
_SPOKEN_BARS = 60

_TITLE: dict[Lang, str] = {"th": "เส้นเวลา", "en": "Timeline"}
_UNCERTAIN: dict[Lang, str] = {
    "th": "ช่วงที่ไม่ทราบวันแน่นอน",
    "en": "exact day not known",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One person's line with its texts wrapped and its place from the top."""

    person: TimelinePerson
    bars: tuple[Bar, ...]
    label: tuple[str, ...]
    sublabel: tuple[str, ...]
    below: Key
    y: float

    @property
    def bar_y(self) -> float:
        """Upper end of the bars."""
        return self.y + (len(self.label) + len(self.sublabel)) * _LABEL_LINE + 4


def numbered_events(
    events: Sequence[TimelineEvent], *, start: int, end: int
) -> tuple[tuple[int, TimelineEvent], ...]:
    """Return the events on the axis with the numbers that the picture uses.

    A page that writes the list of events itself (``legend=False``) numbers them
    with this.

    Args:
        events: The events in any order; those of one day keep theirs.
        start: First day of the axis.
        end: Last day of the axis.
    """
    inside = sorted((e for e in events if start <= e.day <= end), key=lambda e: e.day)
    return tuple(enumerate(inside, start=1))


def life_timeline(
    lines: Sequence[TimelinePerson],
    events: Sequence[TimelineEvent],
    *,
    start: int,
    end: int,
    lang: Lang = "th",
    era: Era = "be",
    title: str = "",
    prefix: str = "timeline",
    width: int = 880,
    legend: bool = True,
) -> str:
    """Return lives as one ``<svg>`` element.

    Args:
        lines: Persons, or readings of one person, from top to bottom.
        events: Events of the law or the family; those off the axis are left out.
        start: First day of the axis, ordinal.
        end: Last day of the axis, inclusive.
        lang: Language of the words that the picture adds.
        era: Era whose years are round and stand first; the other stands beneath.
        title: Name of the picture for screen readers; empty takes a general one.
        prefix: Prefix of all ids; give each picture of a page its own.
        width: Width in pixels, at least 340; put the picture into
            ``theme.scroll_box`` on screens that may be narrower.
        legend: Whether the events are listed under the picture. Without it the
            page lists them (see :func:`numbered_events`).

    Raises:
        ValueError: If ``end`` lies before ``start``.
    """
    prefix = safe_prefix(prefix)
    wide = max(width, _LEAST_WIDTH)
    scale = make_scale(start, end, _GUTTER, wide - 2 * _MARGIN - 4)
    numbered = numbered_events(events, start=start, end=end)
    placed, y = _place_lines(lines, scale, lang, era)
    marks = draw_marks(numbered, scale, y)
    drawn = [draw_axis(scale, y, lang, era), draw_guides(marks.days, y)]
    drawn += [_draw_line(line, scale, lang, era, prefix) for line in placed]
    drawn.append(marks.markup)
    y += marks.height
    for markup, height in _below(numbered, placed, scale, lang, era, legend, prefix):
        moved = {"transform": f"translate(0 {number(y + 14)})"}
        drawn.append(element("g", moved, markup))
        y += height + 14
    return _root(
        drawn,
        width=wide,
        height=round(y + 2 * _MARGIN),
        title=brief(title) or _TITLE[lang],
        description=_summary(placed, lang, era),
        prefix=prefix,
        linked=_linked(lines, events),
    )


def _linked(lines: Sequence[TimelinePerson], events: Sequence[TimelineEvent]) -> bool:
    """Return whether anything in the picture can be opened."""
    return any(
        safe_href(href)
        for href in [*(line.href for line in lines), *(e.href for e in events)]
    )


def _place_lines(
    lines: Sequence[TimelinePerson], scale: Scale, lang: Lang, era: Era
) -> tuple[list[_Line], float]:
    """Return the lines with their places under the years, and where they end."""
    placed: list[_Line] = []
    y = float(AXIS_HEIGHT)
    for person in lines:
        bars = tuple(visible(person.bars, scale))
        line = _Line(
            person,
            bars,
            wrap(person.label or "–", scale.right, 17, most=2, bold=True),
            wrap(person.sublabel, scale.right, 16, most=2),
            notes(bars, scale, lang, era),
            y,
        )
        placed.append(line)
        below = line.below.height + 10 if line.below.height else 0
        y = line.bar_y + HEIGHT + below + _LINE_GAP
    return placed, y - 4


def _draw_line(line: _Line, scale: Scale, lang: Lang, era: Era, prefix: str) -> str:
    """Return heading and bars of one line."""
    heading = []
    for i, text in enumerate(line.label + line.sublabel):
        named = i < len(line.label)
        y = line.y + i * _LABEL_LINE + 19
        heading.append(
            text_element(
                text,
                x=0,
                y=y,
                size=17 if named else 16,
                fill=colour("ink" if named else "ink-soft"),
                weight=700 if named else None,
            )
        )
    href = safe_href(line.person.href)
    shown = element("a", {"href": href}, *heading) if href else "".join(heading)
    middle = line.bar_y + HEIGHT / 2
    track: Attributes = {
        "d": f"M{number(scale.left)} {number(middle)}H{number(scale.right)}",
        "stroke": colour("line"),
        "stroke-width": 2,
        "stroke-dasharray": "1 5",
        "stroke-linecap": "round",
    }
    bars = draw_bars(line.bars, scale, line.bar_y, lang=lang, era=era, prefix=prefix)
    down = {"transform": f"translate(0 {number(line.bar_y + HEIGHT + 8)})"}
    below = element("g", down, line.below.markup) if line.below.markup else ""
    parts = (_grounds(line), shown, element("path", track), bars, below)
    return element("g", {"class": "life"}, *parts)


def _grounds(line: _Line) -> str:
    """Return plain grounds behind the texts of a line, where guides stop."""
    texts = line.label + line.sublabel
    heading = max((text_width(text, 17, bold=True) for text in texts), default=0)
    bottom = line.bar_y + HEIGHT
    boxes = [(line.y - 4, line.bar_y - line.y, heading + 8)]
    if line.below.height:
        boxes.append((bottom + 4, line.below.height + 8, line.below.width + 8))
    return "".join(
        element(
            "rect",
            {
                "x": -4,
                "y": y,
                "width": width,
                "height": height,
                "fill": colour("paper"),
            },
        )
        for y, height, width in boxes
    )


def _below(
    numbered: Sequence[tuple[int, TimelineEvent]],
    placed: Sequence[_Line],
    scale: Scale,
    lang: Lang,
    era: Era,
    legend: bool,
    prefix: str,
) -> list[tuple[str, float]]:
    """Return what stands under the axis: the list of events and the key."""
    found: list[tuple[str, float]] = []
    if legend and numbered:
        found.append(draw_list(numbered, scale.right, lang, era))
    unsure = [
        bar
        for line in placed
        for bar in line.bars
        if bar.start_until is not None or bar.end_from is not None
    ]
    if unsure:
        box: Attributes = {
            "x": 2,
            "y": -10,
            "width": 34,
            "height": 20,
            "stroke-width": 1.5,
        }
        fill = {"fill": f"url(#{prefix}-edge)", "stroke": colour("ink-soft")}
        key = flow([(element("rect", {**box, **fill}), _UNCERTAIN[lang])], scale.right)
        found.append((key.markup, key.height))
    return found


def _summary(placed: Sequence[_Line], lang: Lang, era: Era) -> str:
    """Return in words what the bars show, for those who cannot see them."""
    said = []
    for line in placed:
        bars = "; ".join(spoken(bar, lang, era) for bar in line.bars[:_SPOKEN_BARS])
        said.append(f"{brief(line.person.label)} – {bars}")
    return ". ".join(said)


def _root(
    drawn: Sequence[str],
    *,
    width: int,
    height: int,
    title: str,
    description: str,
    prefix: str,
    linked: bool,
) -> str:
    """Return the whole picture with its title and description."""
    attributes: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "life-timeline",
        "id": prefix,
        "role": "group" if linked else "img",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
    }
    return element(
        "svg",
        attributes,
        element("title", {"id": f"{prefix}-title"}, escape(title)),
        element("desc", {"id": f"{prefix}-desc"}, escape(description)),
        definitions(prefix),
        element("g", {"transform": f"translate({_MARGIN} {_MARGIN})"}, *drawn),
    )
