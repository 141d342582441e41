"""How alike two names are, from 0 to 100, whatever script each is written in.

Suggestions rest on it, never decisions: a person looks at both and says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from sathana.registry.namekeys import consonants, in_latin, is_thai, skeleton, words

SAME_SOUND = 86.0
"""A word whose consonants agree, however its vowels are written."""
WORST = 0.3
"""How much the word that fits worst counts."""
_VOWELS = (
    (re.compile("eu|ue|oe|er|ur(?![aeiou])|ir(?![aeiou])"), "u"),
    (re.compile("ee|ea|ie"), "i"),
    (re.compile("oo|ou"), "u"),
    (re.compile("or(?![aeiou])|aw|au"), "o"),
    (re.compile("ar(?![aeiou])|ah$"), "a"),
    (re.compile("ay|ai|ei|ey|y$"), "ai"),
    (re.compile("ae"), "e"),
)
_LETTERS = (
    ("ph", "p"), ("th", "t"), ("kh", "k"), ("gh", "k"), ("g", "k"), ("bh", "p"),
    ("b", "p"), ("d", "t"), ("sh", "s"), ("ch", "c"), ("j", "c"), ("z", "s"),
    ("x", "s"), ("v", "w"), ("nk", "ŋ"), ("r", "l"),
)  # fmt: skip


def alike(one: str, other: str, *, part: bool = False) -> float:
    """Say how alike two names are.

    Args:
        one: A name, what was typed.
        other: A name, what is recorded.
        part: Whether ``one`` may be a part of a name: what it leaves out is no fault.
    """
    mine, theirs = words(one), words(other)
    if not mine or not theirs:
        return 0.0
    if len(mine) > len(theirs) and not part:
        mine, theirs = theirs, mine
    pairings = [
        list(zip(mine, split, strict=True)) for split in _splits(theirs, len(mine))
    ]
    return max([_in_words(mine, theirs, part=part), *map(_pairwise, pairings)])


def _splits(names: list[str], parts: int) -> Iterator[list[str]]:
    """Yield the ways to put neighbouring words together so that so many are left."""
    if not 0 < parts < len(names):
        return
    for cuts in combinations(range(1, len(names)), parts - 1):
        ends = (0, *cuts, len(names))
        yield ["".join(names[a:b]) for a, b in pairwise(ends)]


def _pairwise(pairs: list[tuple[str, str]]) -> float:
    """Compare words one by one; a word put together is longer and counts as much."""
    scores = [(same(one, other), len(one)) for one, other in pairs]
    mean = sum(score * length for score, length in scores) / sum(n for _, n in scores)
    return _weighed(mean, min(score for score, _ in scores))


def _weighed(mean: float, worst: float) -> float:
    """Let the word that fits worst count once more.

    Brothers and sisters share a surname, and whole villages do.
    """
    return (1 - WORST) * mean + WORST * min(worst, mean)


def _in_words(mine: list[str], theirs: list[str], *, part: bool) -> float:
    """Match each word with its best partner, the longer words counting more."""
    left, total, weight, worst = list(theirs), 0.0, 0.0, 100.0
    for word in sorted(mine, key=len, reverse=True):
        weight += len(word)
        if not left:
            continue
        best = max(left, key=lambda one: same(word, one))
        total += same(word, best) * len(word)
        worst = min(worst, same(word, best))
        left.remove(best)
    if not part:
        # A surname that only one of the two has says little, but not nothing.
        weight += 0.3 * sum(map(len, left))
    return _weighed(total / weight, worst)


@lru_cache(maxsize=50_000)
def same(one: str, other: str) -> float:
    """Say how alike two words are."""
    score = _word(in_latin(one), in_latin(other))
    if is_thai(one) and is_thai(other):
        written = fuzz.ratio(skeleton(one), skeleton(other))
        return max(written, (score + written) / 2)
    return score


@lru_cache(maxsize=50_000)
def _word(one: str, other: str) -> float:
    written = max(fuzz.ratio(one, other), fuzz.ratio(_spoken(one), _spoken(other)))
    mine, theirs = consonants(one), consonants(other)
    if mine == theirs and len(mine) >= 2:
        return max(written, SAME_SOUND)
    if min(len(mine), len(theirs)) >= 3 and Levenshtein.distance(mine, theirs) == 1:
        return max(written, min(SAME_SOUND - 8, written + 10))
    if mine != theirs and min(len(mine), len(theirs)) <= 2:
        return written - 18
    return written


@lru_cache(maxsize=50_000)
def _spoken(latin: str) -> str:
    """Return a word as most writers would hear it: one letter a sound."""
    for pattern, sound in _VOWELS:
        latin = pattern.sub(sound, latin)
    for letters, sound in _LETTERS:
        latin = latin.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", latin)
