"""Who moves between two laws: two bars with ribbons from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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

WIDTH = 720
_SIZE, _LINE, _SIDE, _TALL, _LEAST = 16, 26, 40, 260, 3.0
type Pairs = Sequence[tuple[Flow, float]]
type Key = Callable[[Flow], tuple[int, int]]

STATE_WORDS: Mapping[Status, Mapping[Lang, str]] = {
    "yes": {"th": "ใช่แน่", "en": "surely yes"},
    "unknown": {"th": "ยังไม่ทราบ", "en": "not known"},
    "no": {"th": "ไม่ใช่แน่", "en": "surely no"},
}
"""What the three answers are called in pictures of a whole people."""
_NOBODY: Mapping[Lang, str] = {
    "th": "ไม่มีผู้ใดได้คำตอบต่างไป",
    "en": "Nobody gets another answer",
}
_STATUSES: tuple[Status, ...] = ("yes", "unknown", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Those who have one answer under the first law and one under the second.

    Attributes:
        before: Answer under the first.
        after: Answer under the second.
        count: How many; ``None`` where the figure is hidden: no ribbon is drawn.
        text: The figure in words, listed below the picture where the answers differ.
    """

    before: Status
    after: Status
    count: int | None
    text: str


def transition(
    flows: Sequence[Flow],
    lang: Lang,
    *,
    before: str,
    after: str,
    label: str,
    prefix: str = "moves",
    width: int = WIDTH,
) -> str:
    """Return the two bars, the ribbons, and those who move as a list.

    Args:
        flows: At most nine.
        lang: Language of the picture's own words.
        before: What the first law is called.
        after: What the second is called.
        label: What the picture shows, for those who do not see it.
        prefix: Beginning of the ids inside, unique on a page.
        width: In pixels.
    """
    prefix = safe_prefix(prefix)
    shown = [flow for flow in flows if flow.count]
    head, top = _heads(before, after, width)
    ribbons, bars = _drawn(shown, width, top, prefix)
    listed, deep = _list(flows, lang, width, top + _TALL + 12)
    height = top + _TALL + 20 + deep
    attributes: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": width,
        "height": height,
        "role": "img",
        "aria-label": label,
        "class": "transition",
    }
    title = element("title", {}, escape(label))
    parts = (head, *ribbons, *bars, listed)
    return element("svg", attributes, title, definitions(prefix), *parts)


def _heads(before: str, after: str, width: float) -> tuple[str, float]:
    room, ink, parts, deepest = width / 2 - 12, colour("ink"), [], 0
    for text, x, anchor in ((before, 0.0, None), (after, width, "end")):
        lines = wrap(text, room, _SIZE, most=2, bold=True)
        deepest = max(deepest, len(lines))
        for place, line in enumerate(lines, start=1):
            y = place * _LINE - 7
            parts.append(
                text_element(
                    line, x=x, y=y, size=_SIZE, fill=ink, weight=600, anchor=anchor
                )
            )
    return "".join(parts), deepest * _LINE + 6


def _drawn(
    flows: Sequence[Flow], width: float, top: float, prefix: str
) -> tuple[list[str], list[str]]:
    """Return the ribbons and the two bars, each part as high as its people."""
    order = {status: place for place, status in enumerate(_STATUSES)}
    high = _heights([flow.count or 0 for flow in flows])
    pairs = list(zip(flows, high, strict=True))
    left = _places(pairs, lambda f: (order[f.before], order[f.after]), top)
    right = _places(pairs, lambda f: (order[f.after], order[f.before]), top)
    ribbons = [
        _ribbon(flow, (left[id(flow)], right[id(flow)]), tall, width)
        for flow, tall in pairs
    ]
    bars = []
    for place, flow_status in ((left, "before"), (right, "after")):
        x = 0.0 if flow_status == "before" else width - _SIDE
        for status in _STATUSES:
            own = [(f, h) for f, h in pairs if getattr(f, flow_status) == status]
            if own:
                y = min(place[id(flow)] for flow, _ in own)
                tall = sum(h for _, h in own)
                bars.append(_part(x, y, tall, status, prefix))
    return ribbons, bars


def _heights(counts: Sequence[int]) -> list[float]:
    total = sum(counts) or 1
    high = [max(_TALL * count / total, _LEAST) for count in counts]
    return [part * _TALL / sum(high) for part in high]


def _places(pairs: Pairs, key: Key, top: float) -> dict[int, float]:
    y, found = top, {}
    for flow, tall in sorted(pairs, key=lambda pair: key(pair[0])):
        found[id(flow)] = y
        y += tall
    return found


def _part(x: float, y: float, tall: float, status: Status, prefix: str) -> str:
    """Return the part of a bar that has one answer."""
    fill = colour("paper") if status == "no" else pattern_fill(status, prefix)
    box: Attributes = {"x": x, "y": y, "width": _SIDE, "height": tall, "fill": fill}
    edge: Attributes = {"stroke": colour("ink"), "stroke-width": 1.5}
    return element("rect", {**box, **edge})


def _ribbon(flow: Flow, ends: tuple[float, float], tall: float, width: float) -> str:
    """Return one ribbon; those who move are drawn in the ink, the others pale."""
    a, b = ends
    x, far, middle = _SIDE, width - _SIDE, width / 2
    moves = flow.before != flow.after
    p, q, r, s = (number(v) for v in (a, b, b + tall, a + tall))
    path = (
        f"M{x} {p}C{number(middle)} {p} {number(middle)} {q} {number(far)} {q}"
        f"V{r}C{number(middle)} {r} {number(middle)} {s} {x} {s}Z"
    )
    shape: Attributes = {
        "d": path,
        "fill": colour("accent" if moves else "no-soft"),
        "stroke": colour("accent" if moves else "line-strong"),
        "stroke-width": 1,
    }
    return element("path", shape)


def _list(
    flows: Sequence[Flow], lang: Lang, width: float, top: float
) -> tuple[str, float]:
    """Return those who move in words; a sentence where nobody does."""
    moving = [flow for flow in flows if flow.before != flow.after and flow.text]
    texts = [
        f"{STATE_WORDS[flow.before][lang]} → {STATE_WORDS[flow.after][lang]}: "
        f"{flow.text}"
        for flow in moving
        if flow.count != 0
    ]
    parts, y = [], top
    for text in texts or [_NOBODY[lang]]:
        for line in wrap(text, width, _SIZE, most=2):
            y += _LINE
            ink = colour("ink")
            parts.append(text_element(line, x=0, y=y - 6, size=_SIZE, fill=ink))
    return "".join(parts), y - top
