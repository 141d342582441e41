"""Words that look like one that was not found, in Thai as in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from sathana.library.foldtext import fold

ENOUGH = 0.5
"""How alike two words must be, from 0 to 1, to be offered."""
_LONGEST = 40
_SHORTEST = 3


class Near:
    """A list of words that can be searched by likeness.

    Likeness is the share of pairs of neighbouring letters that two words have in
    common. That needs no word borders, so that it works for Thai, and the work is
    bounded however hostile the question.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Keep each word once, with its pairs of letters."""
        folded = {fold(word).letters: word for word in words if len(word) <= _LONGEST}
        self._words = [
            (word, letters, _pairs(letters))
            for letters, word in folded.items()
            if len(letters) > _SHORTEST
        ]

    def to(self, text: str, most: int = 4) -> tuple[str, ...]:
        """Return the words most like a text, the best first; none if none is near.

        A word that stands inside the text comes before one that only looks like it.
        """
        letters = fold(text[: 2 * _LONGEST]).letters
        asked = _pairs(letters[:_LONGEST])
        if not asked:
            return ()
        rated = (
            (1.0 if inner in letters else _alike(asked, pairs), len(inner), word)
            for word, inner, pairs in self._words
        )
        near = sorted(
            ((rate, long, word) for rate, long, word in rated if rate >= ENOUGH),
            key=lambda row: (-row[0], -row[1]),
        )
        return tuple(word for _, _, word in near[:most])


def _pairs(letters: str) -> Counter[str]:
    return Counter(a + b for a, b in pairwise(letters))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    both = sum(min(count, other[pair]) for pair, count in one.items() if pair in other)
    return 2 * both / (one.total() + other.total())
