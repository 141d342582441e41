"""The blocks a paper is built of: a small closed set that every writer understands.

A block holds plain values, already in the language of the paper. Nothing of it is ever
read as markup. What nobody knows is a :class:`Blank`, a dotted line to be filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import Literal

type Align = Literal["left", "centre", "right"]
type Digits = Literal["thai", "arabic"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text.

    Attributes:
        whole: Kept on one line where a line can hold it (names, sections of acts).
        exact: Its digits stay as they are (a fingerprint, the edition of the law).
    """

    text: str
    bold: bool = False
    whole: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A dotted line to write on, ``letters`` wide; 0 reaches to the end of the line."""

    letters: int = 0


type Piece = Run | Blank
type Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the title of the paper, level 2 a part of it."""

    text: str
    level: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        indent: As in a Thai official letter.
        stays: Whether it stays on the page of what follows.
    """

    lines: tuple[Line, ...]
    indent: bool = False
    align: Align = "left"
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list whose items are counted from 1."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head that is repeated on every page.

    Attributes:
        widths: Share of the width for each column.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: a drawing of ours (SVG), or a scan (PNG or JPEG).

    Attributes:
        alt: What it shows, for whoever cannot see it.
        height_mm: The most room it may take; 0 is the rest of a page.
    """

    alt: str
    svg: str = ""
    scan: bytes = b""
    height_mm: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: a role under the line, the name in brackets where it is known."""

    role: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, two beside each other; one alone stands right."""

    signers: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box to write in, with what belongs there and how many lines it has."""

    title: str
    lines: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page.

    Attributes:
        one_page: Whether what follows, up to the next break, has to fit on it.
    """

    one_page: bool = False


type Shown = Heading | Paragraph | Numbered | Table | Picture | Signatures | Box
"""What is seen on a page."""
type Block = Shown | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper, ready for a writer.

    Attributes:
        key: Short name, for the name of its file: ``petition``.
        title: What it is called, in Thai.
        title_en: The same in English, for those who look after it.
        foot: The line under every page: law and facts it was made from.
        draft: Words at the head of every page until somebody signs it off; ``""``:
            a person stands behind it.
        dated: Day (ISO) the file bears, so that the same values give the same bytes.
        editable: Also written for a word processor.
        one_page: Set in smaller letters, if that puts it on one page.
    """

    key: str
    title: str
    title_en: str
    blocks: tuple[Block, ...]
    foot: Line
    draft: str
    dated: str
    digits: Digits = "arabic"
    editable: bool = False
    one_page: bool = False


def line(template: str, /, **values: object) -> Line:
    """Return a line of text with values in it.

    A value that is ``None`` or empty becomes a dotted line; others are kept whole. A
    place without a name, ``{:20}``, is always a dotted line.

    Args:
        template: Our own words, ``"ข้าพเจ้า {name} เกิดที่ {place:30}"``; the number is
            the width of the dotted line, in letters.
        values: What stands in its places: texts, or pieces as they are.

    Raises:
        ValueError: A value has no place: it would be lost silently.
    """
    pieces: list[Piece] = []
    unused = set(values)
    for words, place, width, _ in Formatter().parse(template):
        if words:
            pieces.append(Run(words))
        if place is not None:
            value = values[place] if place else None
            unused.discard(place)
            pieces.append(_piece(value, int(width or 24)))
    if unused:
        raise ValueError(f"no place for {sorted(unused)} in: {template}")
    return tuple(pieces)


def _piece(value: object, width: int) -> Piece:
    if isinstance(value, Run | Blank):
        return value
    text = "" if value is None else str(value).strip()
    return Run(text, whole=True) if text else Blank(width)


def words(text: str, *, bold: bool = False) -> Line:
    """Return a line of plain words."""
    return (Run(text, bold=bold),)


def told(text: str | None, width: int = 0) -> Line:
    """Return a line with a value, or a dotted line where there is none."""
    return (Run(text),) if text and text.strip() else (Blank(width),)


def paragraph(
    template: str, /, *, indent: bool = True, align: Align = "left", **values: object
) -> Paragraph:
    """Return a paragraph of one line with values in it."""
    return Paragraph((line(template, **values),), indent, align)
