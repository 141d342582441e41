"""A family tree of three or more generations as one SVG picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sathana.pictures.cards import Card, draw_card, make_card
from sathana.pictures.key import Key, tree_key
from sathana.pictures.kin import Kin, components, generations, read_kin
from sathana.pictures.layers import Layers, build_layers
from sathana.pictures.model import Lang, TreePerson
from sathana.pictures.order import best_order
from sathana.pictures.place import CARD_WIDTH, Xs, place
from sathana.pictures.route import Heights, draw_lines, heights
from sathana.pictures.svg import (
    Attributes,
    brief,
    element,
    escape,
    safe_href,
    safe_prefix,
    text_element,
)
from sathana.pictures.theme import STATUS_WORDS, STATUSES, colour, definitions

_MARGIN = 14
_PART_GAP = 44
_LEAST_SHELF = 4 * CARD_WIDTH + 3 * _PART_GAP
"""Unconnected persons stand in rows of at least four."""

_NOBODY: dict[Lang, str] = {"th": "ยังไม่มีบุคคล", "en": "No persons yet"}


@dataclass(frozen=True, slots=True)
class _Part:
    """One connected part of a family, laid out from (0, 0)."""

    layers: Layers
    xs: Xs
    where: Heights
    width: float


def family_tree(
    persons: Sequence[TreePerson],
    *,
    title: str,
    lang: Lang = "th",
    description: str = "",
    prefix: str = "tree",
    legend: bool = True,
) -> str:
    """Return a family as one ``<svg>`` element.

    The picture has its natural size in ``width`` and ``height``; put it into
    ``theme.scroll_box`` so that a wide one scrolls in its own box. With links
    its role is ``group`` (a picture of role ``img`` would hide them), else ``img``.

    Args:
        persons: The persons, in the order of age where it is known. None at all
            gives a picture that says so.
        title: Name of the picture for screen readers.
        lang: Language of the words that the picture adds.
        description: Longer description; empty counts the persons by status.
        prefix: Prefix of all ids; give each picture of a page its own. The card
            of the n-th person has the id ``{prefix}-person-{n}``, from 0.
        legend: Whether the signs are explained under the tree.
    """
    prefix = safe_prefix(prefix)
    kin = read_kin(persons)
    cards = [make_card(person, lang) for person in kin.persons]
    generation = generations(kin)
    parts = [_lay_out(kin, cards, generation, group) for group in components(kin)]
    corners, width, height = _shelve(parts)
    drawn = [
        _draw_part(kin, cards, part, x, y, prefix)
        for part, (x, y) in zip(parts, corners, strict=True)
    ]
    if not parts:
        width, height = 330, 40
        drawn.append(
            text_element(_NOBODY[lang], x=0, y=26, size=17, fill=colour("ink-soft"))
        )
    key = tree_key(kin, lang, max(width, 330)) if legend and parts else Key("", 0, 0)
    moved = {"class": "key", "transform": f"translate(0 {height + 24:.0f})"}
    drawn.append(element("g", moved, key.markup) if key.markup else "")
    return _root(
        drawn,
        width=max(width, key.width),
        height=height + (key.height + 24 if key.markup else 0),
        title=title,
        description=description or _summary(kin, cards, lang),
        prefix=prefix,
        linked=any(safe_href(person.href) for person in kin.persons),
    )


def _shelve(
    parts: Sequence[_Part],
) -> tuple[list[tuple[float, float]], float, float]:
    """Return the corner of each part, row by row, and the width and height of all."""
    shelf = max([_LEAST_SHELF, *(part.width for part in parts)])
    corners: list[tuple[float, float]] = []
    x, y, tallest, width = 0.0, 0.0, 0.0, 0.0
    for part in parts:
        if x and x + part.width > shelf:
            x, y, tallest = 0.0, y + tallest + _PART_GAP, 0.0
        corners.append((x, y))
        width = max(width, x + part.width)
        x += part.width + _PART_GAP
        tallest = max(tallest, part.where.total)
    return corners, width, y + tallest


def _lay_out(
    kin: Kin, cards: Sequence[Card], generation: Sequence[int], group: tuple[int, ...]
) -> _Part:
    """Return one connected part with all its places."""
    layers = best_order(build_layers(kin, generation, group))
    xs = place(layers)
    row_heights = [
        max((cards[n].height for b in row for n in b if n < layers.persons), default=40)
        for row in layers.blocks
    ]
    width = max(xs[person] for person in group) + CARD_WIDTH / 2
    return _Part(layers, xs, heights(layers, xs, row_heights), width)


def _draw_part(
    kin: Kin, cards: Sequence[Card], part: _Part, x: float, y: float, prefix: str
) -> str:
    """Return one connected part: lines first, cards over them."""
    drawn = draw_lines(kin, part.layers, part.xs, part.where)
    for row, blocks in enumerate(part.layers.blocks):
        for node in (node for block in blocks for node in block):
            if node < part.layers.persons:
                drawn.append(
                    draw_card(
                        cards[node],
                        part.xs[node] - CARD_WIDTH / 2,
                        part.where.tops[row],
                        part.where.heights[row],
                        prefix,
                        f"{prefix}-person-{node}",
                    )
                )
    return element("g", {"transform": f"translate({x:.0f} {y:.0f})"}, *drawn)


def _summary(kin: Kin, cards: Sequence[Card], lang: Lang) -> str:
    """Return a sentence that counts the persons by status, and names loops."""
    counts = Counter(card.status for card in cards)
    found = [
        f"{STATUS_WORDS[status][lang]} {counts[status]}"
        for status in STATUSES
        if counts[status]
    ]
    several = len(kin.persons)
    loops = [brief(kin.persons[child].label) for child, _ in kin.loops]
    if lang == "th":
        text = f"แผนผังครอบครัว {several} คน: {', '.join(found)}"
        said = "ไม่ได้วาดเส้นบิดามารดาที่วนกลับมาหาตนเอง"
    else:
        text = f"Family tree of {several} persons: {', '.join(found)}"
        said = "A line to a parent who would be their own descendant is left out"
    return f"{text}. {said}: {', '.join(loops)}" if loops else text


def _root(
    drawn: Sequence[str],
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    prefix: str,
    linked: bool,
) -> str:
    """Return the whole picture with its title and description."""
    wide, high = round(width + 2 * _MARGIN), round(height + 2 * _MARGIN)
    attributes: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "family-tree",
        "id": prefix,
        "role": "group" if linked else "img",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
        "width": wide,
        "height": high,
        "viewBox": f"0 0 {wide} {high}",
    }
    return element(
        "svg",
        attributes,
        element("title", {"id": f"{prefix}-title"}, escape(title)),
        element("desc", {"id": f"{prefix}-desc"}, escape(description)),
        definitions(prefix),
        element("g", {"transform": f"translate({_MARGIN} {_MARGIN})"}, *drawn),
    )
