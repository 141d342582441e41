"""Words that look like one that was not found, in Thai as in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from sathana.search.foldtext import fold

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
        """Keep each word once, and which words hold a pair of letters."""
        folded = {fold(word).letters: word for word in words if len(word) <= _LONGEST}
        self._words = [(w, key) for key, w in folded.items() if len(key) > _SHORTEST]
        self._holding: dict[str, list[int]] = {}
        for number, (_, letters) in enumerate(self._words):
            for pair in _pairs(letters):
                self._holding.setdefault(pair, []).append(number)

    def to(self, text: str, most: int = 4) -> tuple[str, ...]:
        """Return the words most like a text, the best first; none if none is near.

        A word that stands inside the text comes before one that only looks like it.
        """
        letters = fold(text[: 2 * _LONGEST]).letters
        rated = [
            (self._alike(number, both, letters), number)
            for number, both in self._shared(letters).items()
            if both > 1
        ]
        near = sorted(
            (-rate, -len(self._words[number][1]), number)
            for rate, number in rated
            if rate >= ENOUGH
        )
        return tuple(self._words[number][0] for _, _, number in near[:most])

    def _shared(self, letters: str) -> Counter[int]:
        """Count for each word the pairs that it shares with a text."""
        found: Counter[int] = Counter()
        for pair in _pairs(letters):
            found.update(self._holding.get(pair, ()))
        return found

    def _alike(self, number: int, both: int, letters: str) -> float:
        own = self._words[number][1]
        if own in letters:
            return 1.0
        return 2 * both / (len(_pairs(own)) + len(_pairs(letters[:_LONGEST])))


def _pairs(letters: str) -> set[str]:
    return {one + other for one, other in pairwise(letters)}
