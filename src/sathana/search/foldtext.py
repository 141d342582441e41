"""Text folded for searching, with the way back to what is shown.

Two texts that a reader takes for the same must fold to the same: large and small
letters, Thai and Arabic digits, marks typed in another order, spaces put in or left
out (``ทะเบียน บ้าน``), dots of abbreviations (``ท.ร.14``). Each folded letter knows its
place in the text, so that the found place can be marked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sathana.text import arabic_digits, normalise

type Place = tuple[int, int]
"""First character of a found place and the first after it."""
type Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it was looked for."""

CONTEXT = 70
"""Characters shown on each side of the first found place."""
_SOFTEN = 24
_FOLLOWING = "\u0e30\u0e32\u0e33\u0e45\u0e46"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_QUOTES = {
    ord("\u2019"): "'",
    ord("\u2018"): "'",
    ord("\u201c"): '"',
    ord("\u201d"): '"',
}


@dataclass(frozen=True, slots=True)
class Folded:
    """One text, normalised, with its folded form.

    Attributes:
        text: What is shown.
        letters: What is searched: no spaces, small letters, Arabic digits.
        places: For each letter its place in the text.
    """

    text: str
    letters: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold a text for searching."""
    text = normalise(text)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace() or (letter == "." and letters and letters[-1].isalpha()):
            continue
        for small in _small(letter):
            letters.append(small)
            places.append(place)
    return Folded(text, "".join(letters), tuple(places))


def _small(letter: str) -> str:
    return arabic_digits(letter).translate(_DASHES).translate(_QUOTES).casefold()


def find(folded: Folded, needle: str) -> Iterator[Place]:
    """Yield every place of a folded needle, from the left.

    A Latin word is found at its beginning only ("act" is not in "contract"), a number
    only as a whole ("7" is not in "70"); Thai is found anywhere, since it is written
    without spaces.
    """
    at = folded.letters.find(needle) if needle else -1
    while at >= 0:
        first, last = folded.places[at], folded.places[at + len(needle) - 1]
        if _fits(folded.text, first, last):
            yield first, _whole(folded.text, last + 1)
        at = folded.letters.find(needle, at + 1)


def _fits(text: str, first: int, last: int) -> bool:
    before = text[first - 1] if first else " "
    after = text[last + 1] if last + 1 < len(text) else " "
    if _latin(text[first]) and _latin(before):
        return False
    if text[first].isdigit() and before.isdigit():
        return False
    return not (text[last].isdigit() and after.isdigit())


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _whole(text: str, end: int) -> int:
    """Move an end behind the marks over the last consonant, never between them."""
    while end < len(text) and hangs(text[end]):
        end += 1
    return end


def hangs(letter: str) -> bool:
    """Say whether a character hangs on the one before it."""
    return unicodedata.category(letter) == "Mn" or letter in _FOLLOWING


def pieces(text: str, places: list[Place]) -> Pieces:
    """Cut a text into pieces at the found places."""
    cut: list[tuple[str, bool]] = []
    at = 0
    for first, end in joined(places):
        if first > at:
            cut.append((text[at:first], False))
        cut.append((text[first:end], True))
        at = end
    if at < len(text):
        cut.append((text[at:], False))
    return tuple(cut)


def joined(places: list[Place]) -> list[Place]:
    """Join places that overlap or touch, in the order of the text."""
    together: list[Place] = []
    for first, end in sorted(places):
        if together and first <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((first, end))
    return together


def context(text: str, places: list[Place]) -> Pieces:
    """Return the first found place with the words around it.

    Without a place the beginning of the text is returned.
    """
    found = joined(places)
    first, end = found[0] if found else (0, 0)
    start, stop = _start(text, first - CONTEXT), _stop(text, end + CONTEXT)
    near = [(a - start, min(b, stop) - start) for a, b in found if start <= a < stop]
    front, back = "… " if start else "", " …" if stop < len(text) else ""
    cut = pieces(text[start:stop], near)
    return ((front, False), *cut, (back, False)) if front or back else cut


def _start(text: str, at: int) -> int:
    """Begin at a space if one is near, else before a whole consonant."""
    if at <= _SOFTEN:
        return 0
    space = text.find(" ", at - _SOFTEN, at)
    if space >= 0:
        return space + 1
    while at > 0 and (hangs(text[at]) or text[at - 1] in "เแโใไ"):
        at -= 1
    return at


def _stop(text: str, at: int) -> int:
    if at + _SOFTEN >= len(text):
        return len(text)
    space = text.find(" ", at, at + _SOFTEN)
    if space >= 0:
        return space
    while at < len(text) and (hangs(text[at]) or text[at - 1] in "เแโใไ"):
        at += 1
    return at
