"""Where the words of a question stand in a text that is shown. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sathana.search.foldtext import Folded, Pieces, Place, context, find, fold, pieces
from sathana.search.forms import bones, skeleton
from sathana.search.wanted import Way, Word


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
    exact = list(find(folded, one.letters))
    if exact or one.edges is not None:
        return exact
    near = list(find(bare, one.skeleton))
    return near or (list(find(bony, one.bones)) if len(one.bones) > 3 else [])


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
