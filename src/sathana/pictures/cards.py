"""One person as a card: name, second line, status as colour, shape and words."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.pictures.model import Lang, Status, TreePerson
from sathana.pictures.place import CARD_WIDTH
from sathana.pictures.svg import (
    Attributes,
    brief,
    element,
    escape,
    safe_href,
    text_element,
    wrap,
)
from sathana.pictures.theme import (
    SEX_WORDS,
    STATUS_WORDS,
    border,
    colour,
    pattern_fill,
    sex_sign,
    status_of,
    status_sign,
)

NAME_SIZE, TEXT_SIZE = 17, 16
_NAME_LINE, _TEXT_LINE = 27, 26
_BAND, _TEXT_LEFT, _SIGN_ROOM = 12, 24, 32
_PAD = 10
_NAME_ROOM = CARD_WIDTH - _TEXT_LEFT - 30
_TEXT_ROOM = CARD_WIDTH - _TEXT_LEFT - 8
_STATUS_ROOM = _TEXT_ROOM - _SIGN_ROOM
_RADIUS = 10

UNNAMED: dict[Lang, str] = {"th": "ไม่ทราบชื่อ", "en": "Name not known"}
_DIED: dict[Lang, str] = {"th": "เสียชีวิตแล้ว", "en": "died"}
_FOCUS: dict[Lang, str] = {"th": "บุคคลที่ถามถึง", "en": "person asked about"}


@dataclass(frozen=True, slots=True)
class Card:
    """A person with the texts broken into lines.

    Attributes:
        person: The person.
        status: The status, unknown where the word was not one of the four.
        name: Lines of the name.
        sublabel: Lines under the name.
        words: Lines of the status.
        spoken: Everything the card says, for screen readers and as a tooltip.
    """

    person: TreePerson
    status: Status
    name: tuple[str, ...]
    sublabel: tuple[str, ...]
    words: tuple[str, ...]
    spoken: str

    @property
    def strip(self) -> int:
        """Height of the coloured strip with the status."""
        return max(40, len(self.words) * _TEXT_LINE + 12)

    @property
    def height(self) -> int:
        """Height that the texts need."""
        lines = len(self.name) * _NAME_LINE + len(self.sublabel) * _TEXT_LINE
        return _PAD + lines + 8 + self.strip


def make_card(person: TreePerson, lang: Lang) -> Card:
    """Return the card of a person.

    Args:
        person: The person; an empty name is said to be not known.
        lang: Language of the words that the picture adds.
    """
    status = status_of(person.status)
    name = brief(person.label) or UNNAMED[lang]
    words = brief(person.status_text) or STATUS_WORDS[status][lang]
    sex = SEX_WORDS.get(person.sex, SEX_WORDS["unknown"])[lang]
    spoken = [name, brief(person.sublabel), sex, _DIED[lang] if person.died else ""]
    spoken += [words, _FOCUS[lang] if person.focus else ""]
    return Card(
        person=person,
        status=status,
        name=wrap(name, _NAME_ROOM, NAME_SIZE, most=3, bold=True),
        sublabel=wrap(person.sublabel, _TEXT_ROOM, TEXT_SIZE, most=2),
        words=wrap(words, _STATUS_ROOM, TEXT_SIZE, most=4, bold=True),
        spoken=", ".join(part for part in spoken if part),
    )


def draw_card(
    card: Card, x: float, y: float, height: int, prefix: str, id_: str
) -> str:
    """Return a card whose upper left corner stands at ``(x, y)``.

    Args:
        card: The card.
        x: Left end.
        y: Upper end.
        height: Height of the row, at least that of the card.
        prefix: Prefix of the picture's ids, for the patterns.
        id_: Id of the card's element.
    """
    parts = [
        element("title", {}, escape(card.spoken)),
        _ring(height) if card.person.focus else "",
        _ground(card, height, prefix),
        *_texts(card),
        *_status(card, height),
    ]
    place: Attributes = {"id": id_, "class": _classes(card)}
    moved: Attributes = {**place, "transform": f"translate({x:.0f} {y:.0f})"}
    href = safe_href(card.person.href)
    if href:
        # Named by its own words: a label that orders them otherwise would say less.
        return element("a", {**moved, "href": href}, *parts)
    return element("g", moved, *parts)


def _classes(card: Card) -> str:
    """Return the classes of a card, so that a page can find and scroll to it."""
    focus = " card-focus" if card.person.focus else ""
    return f"card card-{card.status}{focus}"


def _ring(height: int) -> str:
    """Return the ring around the person asked about."""
    box: Attributes = {
        "x": -6,
        "y": -6,
        "width": CARD_WIDTH + 12,
        "height": height + 12,
    }
    line: Attributes = {"fill": "none", "stroke": colour("accent"), "stroke-width": 3}
    return element("rect", {"class": "ring", **box, "rx": _RADIUS + 6, **line})


def _ground(card: Card, height: int, prefix: str) -> str:
    """Return paper, status strip, band with pattern and edge."""
    width, r, top = CARD_WIDTH, _RADIUS, height - card.strip
    paper: Attributes = {
        "width": width,
        "height": height,
        "rx": r,
        "fill": colour("paper"),
    }
    corner = f"A{r} {r} 0 0 1 {width - r} {height}"
    strip = f"M{_BAND} {top}H{width}V{height - r}{corner}H{_BAND}Z"
    band = (
        f"M{_BAND} 0V{height}H{r}A{r} {r} 0 0 1 0 {height - r}V{r}A{r} {r} 0 0 1 {r} 0Z"
    )
    edge = border(card.status)
    line: Attributes = {
        "fill": "none",
        "stroke": edge.colour,
        "stroke-width": edge.width,
    }
    return (
        element("rect", paper)
        + element("path", {"d": strip, "fill": colour(f"{card.status}-soft")})
        + element("path", {"d": band, "fill": pattern_fill(card.status, prefix)})
        + element("path", {"d": f"M{_BAND} 0V{height}", **line, "stroke-width": 1})
        + element(
            "rect",
            {
                "class": "edge",
                "width": width,
                "height": height,
                "rx": r,
                **line,
                "stroke-dasharray": edge.dashes,
            },
        )
    )


def _texts(card: Card) -> list[str]:
    """Return name, second line and sex sign."""
    named = bool(brief(card.person.label))
    ink = colour("ink" if named else "ink-soft")
    lines = []
    y = _PAD
    for line in card.name:
        lines.append(
            text_element(
                line, x=_TEXT_LEFT, y=y + 19, size=NAME_SIZE, fill=ink, weight=700
            )
        )
        y += _NAME_LINE
    for line in card.sublabel:
        soft = colour("ink-soft")
        lines.append(
            text_element(line, x=_TEXT_LEFT, y=y + 18, size=TEXT_SIZE, fill=soft)
        )
        y += _TEXT_LINE
    return [*lines, sex_sign(card.person.sex, card.person.died, CARD_WIDTH - 17, 22)]


def _status(card: Card, height: int) -> list[str]:
    """Return the sign and the words of the status in their strip."""
    top = height - card.strip
    ink = colour(card.status)
    first = top + (card.strip - len(card.words) * _TEXT_LINE) / 2 + 18
    words = [
        text_element(
            line,
            x=_TEXT_LEFT + _SIGN_ROOM,
            y=first + i * _TEXT_LINE,
            size=TEXT_SIZE,
            fill=ink,
            weight=600,
        )
        for i, line in enumerate(card.words)
    ]
    return [status_sign(card.status, _TEXT_LEFT + 12, top + card.strip / 2), *words]
