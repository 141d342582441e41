"""A question, each word in the forms in which texts are looked through. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sathana.search import question
from sathana.search.forms import Form, bones, skeleton
from sathana.text import normalise

EXACT, BARE, BONES = 1.0, 0.6, 0.3
"""What a word counts that stands as it was typed, that differs in its tone marks, and
of which only the consonants are there."""
_OTHER_WORD = 0.9
_SHORTEST_BARE = 3
SHORTEST_BONES = 4
_MOST_SWAPS = 4
_VOWEL_BEHIND = re.compile("([ก-ฮ])([เแโใไ])")
_LATIN = re.compile("[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to write a word.

    Attributes:
        edges: Finds it where it is no part of a longer Latin word or number; ``None``
            for Thai, which is written without spaces.
        worth: 1, less for another word that means the same.
    """

    letters: str
    skeleton: str
    bones: str
    edges: re.Pattern[str] | None
    worth: float

    def level(self, form: Form, *, deep: bool) -> float:
        """Say how well a text holds it, from 0 to 1.

        Args:
            form: The text.
            deep: Whether its consonants alone are enough.
        """
        if self.skeleton not in form.skeleton:
            return BONES * self.worth if deep and self._by_bones(form) else 0
        if self.letters in form.letters and self._stands(form):
            return EXACT * self.worth
        bare = self.edges is None and len(self.skeleton) >= _SHORTEST_BARE
        return BARE * self.worth if bare else 0

    def _stands(self, form: Form) -> bool:
        return self.edges is None or bool(self.edges.search(form.plain))

    def _by_bones(self, form: Form) -> bool:
        enough = self.edges is None and len(self.bones) >= SHORTEST_BONES
        return enough and self.bones in form.bones

    def count(self, form: Form) -> int:
        """Return how often a text holds it but for tone marks."""
        return form.skeleton.count(self.skeleton)


type Word = tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        asked: The question as it was read.
        words: Its words, each in its ways.
        phrase: All of it in one; empty where it is one word.
    """

    asked: question.Question
    words: tuple[Word, ...]
    phrase: Word


def wanted(text: str) -> Wanted:
    """Read what somebody typed; anything at all may come in."""
    asked = question.ask(text)
    words = tuple(map(word, asked.terms))
    phrase = word(asked.phrases, spaced=True) if len(words) > 1 else ()
    return Wanted(asked, words, phrase)


def word(ways: tuple[str, ...], *, spaced: bool = False) -> Word:
    """Return a word in its ways, the one that was typed first.

    Args:
        ways: Folded letters of each.
        spaced: Whether it is several words in one, with spaces that folding took.
    """
    worth = (1, *[_OTHER_WORD] * len(ways))
    return tuple(
        way(one, worth, spaced=spaced) for one, worth in zip(ways, worth, strict=False)
    )


def way(letters: str, worth: float = 1, *, spaced: bool = False) -> Way:
    """Return one way to write a word, from folded letters."""
    bare = skeleton(letters)
    return Way(letters, bare, bones(bare), _edges(letters, spaced), worth)


def put_right(word: Word) -> Word:
    """Return a word with leading vowels before their consonants, where they can be.

    Whoever types as the hand writes types them behind; empty where none stands so.
    """
    letters = word[0].letters
    spots = [found.start() for found in _VOWEL_BEHIND.finditer(letters)][:_MOST_SWAPS]
    swapped = (
        letters[:n] + letters[n + 1] + letters[n] + letters[n + 2 :] for n in spots
    )
    every = _VOWEL_BEHIND.sub(r"\2\1", letters)
    found = dict.fromkeys(map(normalise, (*swapped, every))) if spots else {}
    return tuple(way(one, _OTHER_WORD) for one in found)


def _edges(letters: str, spaced: bool) -> re.Pattern[str] | None:
    """Return what finds a Latin word by its beginning, and a number as a whole."""
    if not _LATIN.search(letters):
        return None
    inside = re.escape(letters[0])
    for before, letter in pairwise(letters):
        close = before.isascii() and letter.isascii() and not spaced
        inside += (r"\.?" if close else r"[\s.]*") + re.escape(letter)
    front = r"(?<!\d)" if letters[0].isdigit() else ""
    front = "(?<![a-z])" if "a" <= letters[0] <= "z" else front
    return re.compile(front + inside + (r"(?!\d)" if letters[-1].isdigit() else ""))
