"""Where the words of a question stand in a text that is shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sathana.search.foldtext import (
    Folded,
    Pieces,
    Place,
    context,
    find,
    fold,
    hangs,
    pieces,
)
from sathana.search.forms import bones, plain, skeleton
from sathana.search.wanted import SHORTEST_BONES, Way, Word


def marked(text: str, words: Iterable[Word]) -> Pieces:
    """Return a text in pieces, the found places marked."""
    folded = fold(text)
    return pieces(folded.text, _places(folded, words))


def marked_near(text: str, words: Iterable[Word]) -> Pieces:
    """Return the first found place with the words around it, else the beginning."""
    folded = fold(text)
    return context(folded.text, _places(folded, words))


def _places(folded: Folded, words: Iterable[Word]) -> list[Place]:
    bare = _only(folded, skeleton)
    bony = _only(bare, bones)
    return [
        place
        for word in words
        for one in word
        for place in _of(one, folded, bare, bony)
    ]


def _of(one: Way, folded: Folded, bare: Folded, bony: Folded) -> list[Place]:
    """Return the places of a word: as typed, or else as near as it is found."""
    if one.edges is not None:
        return _between_edges(one.edges, folded.text)
    exact = list(find(folded, one.letters))
    near = exact or list(find(bare, one.skeleton))
    if not near and len(one.bones) >= SHORTEST_BONES:
        near = list(find(bony, one.bones))
    return [(_letter(folded.text, first), end) for first, end in near]


def _between_edges(edges: re.Pattern[str], text: str) -> list[Place]:
    small = plain(text)
    if len(small) != len(text):  # a letter that is two when it is small: ß, İ
        return []
    return [found.span() for found in edges.finditer(small)]


def _letter(text: str, first: int) -> int:
    """Begin at a letter, never at what hangs on the one before."""
    while first + 1 < len(text) and hangs(text[first]):
        first += 1
    return first


def _only(folded: Folded, form: Callable[[str], str]) -> Folded:
    """Leave out the letters that a form has not; each keeps its place."""
    kept = [
        (letter, place)
        for letter, place in zip(folded.letters, folded.places, strict=True)
        if form(letter)
    ]
    return Folded(
        folded.text,
        "".join(letter for letter, _ in kept),
        tuple(place for _, place in kept),
    )
