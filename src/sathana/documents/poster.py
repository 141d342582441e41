"""Posters on A4, and cards of A6 of which four stand on one A4 sheet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from sathana.documents.typesetting import one_page
from sathana.text.ties import phrases

_COUNTED = re.compile(r"(?<=\d) (?=[^\W\d])|(?<=[\w.]) (?=\d)")

_SHORT = 8
_ONE_LINE = 15
"""Letters beside each other that a line of a title surely holds, on a card too."""

type Size = Literal["A4", "A6"]
type Lang = Literal["th", "en"]

LETTERS: dict[Size, tuple[float, ...]] = {
    "A4": (26.0, 25.0, 24.0, 23.0, 22.0, 21.0, 20.0),
    "A6": (15.0, 14.5, 14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0),
}
"""Points in which the lines of a paper are set, the largest that fits.

Under the last of them a wall is no longer read from two steps away, nor a card
without glasses; the text has to become shorter instead.
"""


@dataclass(frozen=True, slots=True)
class Poster:
    """What a printed paper says, in the language of its reader.

    Attributes:
        title: What it is about.
        points: Its lines, few and short.
        foot: One line at its end; empty: none.
        sources: The law it rests on, with marks of what was read.
        law_date: A sentence on the law of which day it tells.
        check_again: A sentence on when it must be read again; empty: nobody says.
        licence: How it may be used.
        publisher: Who speaks.
        more: A sentence on what the code leads to.
        link: The address that the code holds, as people type it.
        code: Rows of the code without its quiet edge; true is dark.
        size: ``A4``: a poster. ``A6``: four cards on one A4 sheet, with lines to cut.
        lang: Language of the texts, for line breaks and for screen readers.
        dated: Day the file bears (ISO), so that the same values give the same bytes.
    """

    title: str
    points: Sequence[str]
    foot: str
    sources: Sequence[str]
    law_date: str
    check_again: str
    licence: str
    publisher: str
    more: str
    link: str
    code: Sequence[Sequence[bool]]
    size: Size
    lang: Lang
    dated: str


def poster_pdf(poster: Poster) -> bytes:
    """Return a poster, or a sheet of four cards, as a tagged PDF/A of one page.

    Raises:
        DoesNotFitError: It is longer than its paper, however small its letters.
        CannotBeSetError: A text holds a sign that the font does not have.
        ValueError: There is no such size, or the code is no square.
    """
    if poster.size not in LETTERS:
        raise ValueError(f"a paper is A4 or A6, not {poster.size!r}")
    if not poster.code or any(len(row) != len(poster.code) for row in poster.code):
        raise ValueError("the code must be a square of rows, and is not")
    data = asdict(poster)
    data["title"] = title = _unwidowed(_held(poster.title))
    data["phrases"] = [
        {"words": part, "whole": one_line(part)} for part in phrases(title)
    ]
    data["foot"] = _held(poster.foot)
    data["points"] = [_held(line) for line in poster.points]
    return one_page("poster.typ", data, LETTERS[poster.size])


def _unwidowed(title: str) -> str:
    """Return a title whose last word, if short, never stands on a line alone."""
    words = title.rsplit(" ", 1)
    return ("\u00a0" if len(words[-1]) <= _SHORT else " ").join(words)


def one_line(phrase: str) -> bool:
    """Whether a phrase of a title is so short that a line should hold all of it.

    A long one may be broken: held in one piece it would leave its paper.
    """
    marks = ("Mn", "Me")
    seen = sum(unicodedata.category(sign) not in marks for sign in phrase)
    return seen <= _ONE_LINE


def _held(text: str) -> str:
    """Return a text whose numbers stay with what they count, or whose they are."""
    return _COUNTED.sub("\u00a0", text)
