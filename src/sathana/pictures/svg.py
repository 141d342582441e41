"""Building blocks of SVG text: escaping, elements, and how wide a text will be.

No font is at hand when a picture is drawn, so widths are estimates on the wide
side: a text that is thought to fit does fit in the usual Thai screen faces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from sathana.pictures.breaks import break_points, good_points

ELLIPSIS = "…"

type Attributes = Mapping[str, str | float | None]
"""Attributes of an element; None leaves one out."""

_SAFE_SCHEMES = ("http", "https")
# Bidirectional controls reorder the text around them, so a name could rewrite
# its neighbours; zero-width spaces are kept, they mark where Thai may break.
_DROPPED = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_MOST_MARKS = 3
LONGEST = 400
"""Longest text of a person or event, in characters; the rest is left out."""
BOLD = 1.07
"""How much wider a bold weight is set."""
_NARROW = frozenset("iljtfrI.,:;'|!()[]·-")
_WIDE = frozenset("mwMW@%—")
ZERO_WIDTH_SPACE = "\u200b"
_MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)
_IS_MARKUP = re.compile("[&<>\"']")


def clean(text: str) -> str:
    """Return a text that XML can hold and that stays within its line.

    Control characters become spaces, bidirectional controls are dropped, and a
    heap of combining marks on one letter is cut to three.

    Args:
        text: Any text, hostile ones included.
    """
    if text.isascii() and text.isprintable():
        # Nearly every attribute: nothing to look for, letter by letter.
        return re.sub(r" +", " ", text).strip() if " " in text else text
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if char in _DROPPED:
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            continue
        if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE:
            char = "\ufffd"
        kept.append(" " if category in ("Cc", "Zl", "Zp") else char)
    return re.sub(r" +", " ", "".join(kept)).strip()


def brief(text: str) -> str:
    """Return a cleaned text of at most 400 characters: more is nobody's name."""
    cleaned = clean(text[: LONGEST * 2])
    return cleaned if len(cleaned) <= LONGEST else cleaned[:LONGEST] + ELLIPSIS


def escape(text: str) -> str:
    """Return a cleaned text in which no character is markup."""
    cleaned = clean(text)
    return cleaned.translate(_MARKUP) if _IS_MARKUP.search(cleaned) else cleaned


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, so that bytes stay equal."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def element(
    name: str,
    attributes: Attributes,
    *children: str,
) -> str:
    """Return one element.

    Args:
        name: Name of the element, trusted.
        attributes: Attributes in the order written; None leaves one out; a text
            is escaped.
        children: Markup inside, already escaped.
    """
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            shown = escape(value) if isinstance(value, str) else number(value)
            parts.append(f'{key}="{shown}"')
    opening = " ".join(parts)
    inner = "".join(children)
    return f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>"


def text_element(
    text: str,
    *,
    x: float,
    y: float,
    size: int,
    fill: str,
    weight: int | None = None,
    anchor: str | None = None,
) -> str:
    """Return one line of text whose baseline starts at ``(x, y)``.

    Args:
        text: The line; it is cleaned and escaped.
        x: Where it starts, or its middle or end with ``anchor``.
        y: Its baseline.
        size: Font size in pixels.
        fill: Colour.
        weight: Weight of the font, None for the usual one.
        anchor: ``middle`` or ``end``.
    """
    attributes: Attributes = {
        "x": x,
        "y": y,
        "font-size": size,
        "font-weight": weight,
        "text-anchor": anchor,
        "fill": fill,
    }
    return element("text", attributes, escape(text.replace(ZERO_WIDTH_SPACE, "")))


def safe_href(href: str | None) -> str | None:
    """Return an address a picture may link to, or None.

    Paths, queries, fragments and http(s) pass. Anything else (a script, another
    host without scheme) is dropped: the card is then shown without a link.
    """
    if not href:
        return None
    # Browsers ignore blanks and controls inside a scheme, so they go first.
    compact = "".join(c for c in href if c > " " and c != "\x7f")
    if not compact or compact.startswith(("//", "/\\", "\\")):
        return None
    scheme = re.match(r"([^/?#]*?):", compact)
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        return None
    return compact


def safe_prefix(prefix: str) -> str:
    """Return a prefix for element ids: letters, digits, hyphens, a letter first."""
    kept = re.sub(r"[^A-Za-z0-9_-]", "", prefix)
    return kept if kept[:1].isalpha() else f"p{kept}"


def _char_width(char: str) -> float:
    """Return the width of one character as a part of the font size."""
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if "\u0e00" <= char <= "\u0e7f":
        return 0.45 if char in "เแโใไะาๅ" else 0.66
    if unicodedata.east_asian_width(char) in "WF":
        return 1.3 if category == "So" else 1.05
    if char == " " or char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.95
    if category == "Lu":
        return 0.72
    return 0.58 if char < "\u0250" else 0.75


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text will be, on the wide side.

    Combining marks (Thai vowels above and below, tone marks) take no width.

    Args:
        text: One line.
        size: Font size in pixels.
        bold: Whether it is set in a bold weight.
    """
    width = sum(_char_width(char) for char in text) * size
    return width * BOLD if bold else width


def _fitting(text: str, width: float, size: float, bold: bool) -> list[int]:
    """Return the break points up to which the text fits the width."""
    ends = [0.0]
    for char in text:
        ends.append(ends[-1] + _char_width(char) * size * (BOLD if bold else 1))
    return [i for i in break_points(text) if ends[i] <= width]


def _head(word: str, width: float, size: float, bold: bool) -> int:
    """Return how many characters of a long word go on a line, at least one."""
    fitting = _fitting(word, width, size, bold)
    if not fitting:
        return (break_points(word) or [len(word)])[0]
    # A word that begins before the end of the line may reach a little beyond it.
    good = good_points(word[: fitting[-1] + 16])
    late = [i for i in fitting if i in good and i * 5 > fitting[-1] * 2]
    return (late or fitting)[-1]


def _words(text: str) -> list[str]:
    """Return pieces between which a line may end; a space stays with its word."""
    return [w for w in re.split(r"(?<=[ \u200b])|(?<=[-/,])(?=\D)", text) if w]


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return the text, or its beginning with an ellipsis, that fits the width."""
    text = text.strip()
    if text_width(text, size, bold=bold) <= width:
        return text
    room = width - text_width(ELLIPSIS, size, bold=bold)
    fitting = _fitting(text, room, size, bold)
    return text[: fitting[-1]].rstrip() + ELLIPSIS if fitting else ELLIPSIS


def wrap(
    text: str, width: float, size: float, *, most: int, bold: bool = False
) -> tuple[str, ...]:
    """Return the lines of a text; the last of ``most`` lines is shortened.

    Args:
        text: Any text; it is cleaned and cut to 400 characters first.
        width: Room in pixels.
        size: Font size in pixels.
        most: Largest number of lines.
        bold: Whether it is set in a bold weight.
    """
    lines: list[str] = []
    line = ""
    words = _words(brief(text))[::-1]
    while words:
        word = words.pop()
        if text_width((line + word).rstrip(), size, bold=bold) <= width:
            line += word
        elif line.strip():
            lines.append(line.strip())
            line = ""
            words.append(word)
        else:
            cut = _head(word, width, size, bold)
            lines.append(word[:cut])
            line = ""
            if word[cut:]:
                words.append(word[cut:])
    if line.strip():
        lines.append(line.strip())
    if len(lines) <= most:
        return tuple(lines)
    rest = " ".join(lines[most - 1 :])
    return (*lines[: most - 1], shorten(rest + ELLIPSIS, width, size, bold=bold))
