"""Which books answer a question, and how well. Pure: the shelf is handed in.

A word in the title counts more than in the text, as it was typed more than nearly so,
and a rare word more than one that stands everywhere. All words must be there; where no
book has them all, those come that have the most and the rarest of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sathana.search.shelf import Book
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
    """One word with its rarity on this shelf."""

    word: Word
    deep: bool
    rarity: float


def answers(
    wanted: Wanted, shelf: Sequence[Book], language: str
) -> tuple[list[Scored], bool]:
    """Return the books that answer, the best first, and whether they hold all of it.

    Args:
        wanted: What is looked for.
        shelf: All books, in the order in which equals are shown.
        language: Of the reader; books in others are found too, after equals.
    """
    if not wanted.words:
        return [], True
    sought = [_sought(word, shelf) for word in wanted.words]
    found = []
    if all(one.rarity for one in sought):
        found = [hit for book in shelf if (hit := _whole(book, wanted, sought))]
    whole = bool(found)
    if not whole:
        found = _partly(sought, shelf)
    return _in_order(found, language), whole


def _in_order(found: Iterable[Scored], language: str) -> list[Scored]:
    return sorted(found, key=lambda hit: -_for_reader(hit, language))


def _for_reader(hit: Scored, language: str) -> float:
    own = OWN_LANGUAGE if hit.book.language == language else 1
    return hit.score * own * LAST.get(hit.book.kind, 1)


def _sought(word: Word, shelf: Sequence[Book]) -> _Sought:
    """Count the books that have a word.

    Where none has it, those that have it with its leading vowels put right, and then
    those that have its consonants.
    """
    for sought, deep in ((word, False), (put_right(word), False), (word, True)):
        n = _number(sought, shelf, deep=deep)
        if n:
            return _Sought(sought, deep, math.log(1 + len(shelf) / n))
    return _Sought(word, True, 0)


def _number(word: Word, shelf: Sequence[Book], *, deep: bool) -> int:
    return sum(1 for book in shelf if _level(book, word, deep)) if word else 0


def _level(book: Book, word: Word, deep: bool) -> float:
    return max(one.level(book.whole, deep=deep) for one in word)


def _whole(book: Book, wanted: Wanted, sought: Sequence[_Sought]) -> Scored | None:
    """Weigh a book that has every word; ``None`` for one that has not."""
    score = 0.0
    for one in sought:
        weight = _weight(book, one)
        if not weight:
            return None
        score += one.rarity * weight
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


def _partly(sought: Sequence[_Sought], shelf: Sequence[Book]) -> list[Scored]:
    """Return the books that hold a good part of what was asked."""
    parts = [part for one in sought for part in _parts(one, shelf)]
    asked = sum(part.rarity for part in parts)
    found = []
    for book in shelf:
        held = [part for part in parts if _level(book, part.word, part.deep)]
        share = sum(part.rarity for part in held)
        if held and share >= ENOUGH * asked:
            words = tuple(part.word for part in held)
            found.append(Scored(share + _heads(book, held), book, words))
    return found


def _heads(book: Book, held: Iterable[_Sought]) -> float:
    return sum(
        part.rarity * max(one.level(book.head, deep=part.deep) for one in part.word)
        for part in held
    )


def _parts(one: _Sought, shelf: Sequence[Book]) -> Iterable[_Sought]:
    """Return a word that some book has; of any other its pieces that some have.

    A sentence without spaces is such a word: its pieces stand for the words in it. A
    Latin word that is nowhere may be so with another ending.
    """
    if one.rarity:
        return (one,)
    if one.word[0].edges is not None:
        stem = one.word[0].letters[:-2]
        stems = [_sought((way(stem),), shelf)] if len(stem) >= _PIECE else []
        return [part for part in stems if part.rarity]
    bare = one.word[0].skeleton
    cut = dict.fromkeys(bare[n : n + _PIECE] for n in range(len(bare) - _PIECE + 1))
    pieces = (_sought((way(piece),), shelf) for piece in list(cut)[:_MOST_PIECES])
    return [piece for piece in pieces if piece.rarity and not piece.deep]
