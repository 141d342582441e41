"""Which books answer a question, and how well. Pure: the shelf is handed in.

A word in the title counts more than in the text, as it was typed more than nearly so,
and a rare word more than one that stands everywhere. All words must be there; where no
book has them all, those come that have the most and the rarest of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sathana.search.shelf import Book, Shelf
from sathana.search.wanted import Wanted, Way, Word, put_right, way

TITLE, TEXT, WHOLE_TITLE = 2.0, 1.0, 2.0
PHRASE_TITLE, PHRASE_TEXT = 2.0, 3.0
OFTEN = 0.3
OWN_LANGUAGE = 1.15
LAST = {"case": 0.5}
"""Kinds that stand below others that fit as well, and by how much."""
ENOUGH = 0.45
"""How much of a question, by rarity, a book must hold to be offered in place of one
that holds it all."""
_PIECE = 4
_MOST_PIECES = 48


@dataclass(frozen=True, slots=True)
class Scored:
    """A book that was found, with its weight and the words by which."""

    score: float
    book: Book
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Sought:
    """One word, where it stands on this shelf, and how rare it is.

    Attributes:
        deep: Whether its consonants were enough.
        numbers: Of the books that hold it.
    """

    word: Word
    deep: bool
    numbers: frozenset[int]
    rarity: float


def answers(wanted: Wanted, shelf: Shelf, language: str) -> tuple[list[Scored], bool]:
    """Return the books that answer, the best first, and whether they hold all of it.

    Args:
        wanted: What is looked for.
        shelf: All books, in the order in which equals are shown.
        language: Of the reader; books in others are found too, after equals.
    """
    if not wanted.words:
        return [], True
    sought = [_sought(word, shelf) for word in wanted.words]
    numbers = frozenset.intersection(*(one.numbers for one in sought))
    found = [_whole(shelf.books[n], wanted, sought) for n in sorted(numbers)]
    whole = bool(found)
    return _in_order(found if whole else _partly(sought, shelf), language), whole


def _in_order(found: Iterable[Scored], language: str) -> list[Scored]:
    return sorted(found, key=lambda hit: -_for_reader(hit, language))


def _for_reader(hit: Scored, language: str) -> float:
    own = OWN_LANGUAGE if hit.book.language == language else 1
    return hit.score * own * LAST.get(hit.book.kind, 1)


def _sought(word: Word, shelf: Shelf) -> _Sought:
    """Look for the books that have a word.

    Where none has it, those that have it with its leading vowels put right, and then
    those that have its consonants.
    """
    for sought, deep in ((word, False), (put_right(word), False), (word, True)):
        numbers = _numbers(sought, shelf, deep=deep)
        if numbers:
            rarity = math.log(1 + len(shelf.books) / len(numbers))
            return _Sought(sought, deep, numbers, rarity)
    return _Sought(word, True, frozenset(), 0)


def _numbers(word: Word, shelf: Shelf, *, deep: bool) -> frozenset[int]:
    perhaps = {n for one in word for n in shelf.with_skeleton(one.skeleton)}
    if deep:
        perhaps |= {n for one in word for n in shelf.with_bones(one.bones)}
    return frozenset(n for n in perhaps if _level(shelf.books[n], word, deep))


def _level(book: Book, word: Word, deep: bool) -> float:
    return max(one.level(book.whole, deep=deep) for one in word)


def _whole(book: Book, wanted: Wanted, sought: Sequence[_Sought]) -> Scored:
    """Weigh a book that has every word."""
    score = sum(one.rarity * _weight(book, one) for one in sought)
    if wanted.phrase:
        score += sum(one.rarity for one in sought) * _as_phrase(book, wanted.phrase)
    return Scored(score, book, tuple(one.word for one in sought))


def _as_phrase(book: Book, phrase: Word) -> float:
    whole = _level(book, phrase, deep=False)
    if not whole:
        return 0
    head = max(one.level(book.head, deep=False) for one in phrase)
    return PHRASE_TEXT * whole + PHRASE_TITLE * head


def _weight(book: Book, sought: _Sought) -> float:
    """Weigh one word in one book; 0 where it is not."""
    return max(_way_weight(book, one, sought.deep) for one in sought.word)


def _way_weight(book: Book, one: Way, deep: bool) -> float:
    whole = one.level(book.whole, deep=deep)
    if not whole:
        return 0
    head = one.level(book.head, deep=deep)
    share = len(one.letters) / max(len(book.head.letters), 1)
    often = OFTEN * min(one.count(book.whole), 5) / 5
    return whole * (TEXT + often) + head * (TITLE + WHOLE_TITLE * min(share, 1))


def _partly(sought: Sequence[_Sought], shelf: Shelf) -> list[Scored]:
    """Return the books that hold a good part of what was asked."""
    parts = [part for one in sought for part in _parts(one, shelf)]
    asked = sum(part.rarity for part in parts)
    held: dict[int, list[_Sought]] = {}
    for part in parts:
        for number in part.numbers:
            held.setdefault(number, []).append(part)
    shares = {n: sum(part.rarity for part in some) for n, some in held.items()}
    return [
        Scored(
            shares[number] + _heads(shelf.books[number], held[number]),
            shelf.books[number],
            tuple(part.word for part in held[number]),
        )
        for number in sorted(held)
        if shares[number] >= ENOUGH * asked
    ]


def _heads(book: Book, held: Iterable[_Sought]) -> float:
    return sum(
        part.rarity * max(one.level(book.head, deep=part.deep) for one in part.word)
        for part in held
    )


def _parts(one: _Sought, shelf: Shelf) -> list[_Sought]:
    """Return a word that some book has; of any other its pieces that some have.

    A sentence without spaces is such a word: its pieces stand for the words in it. A
    Latin word that is nowhere may be so with another ending.
    """
    if one.numbers:
        return [one]
    pieces = (_sought((way(piece),), shelf) for piece in _pieces(one.word[0]))
    return [piece for piece in pieces if piece.numbers and not piece.deep]


def _pieces(one: Way) -> list[str]:
    if one.edges is not None:
        stem = one.letters[:-2]
        return [stem] if len(stem) >= _PIECE else []
    bare = one.skeleton
    starts = range(len(bare) - _PIECE + 1)
    return list(dict.fromkeys(bare[n : n + _PIECE] for n in starts))[:_MOST_PIECES]
