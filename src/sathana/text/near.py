"""The word somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LONGEST = 48
_MOST_CHOICES = 200


def nearest(word: str, choices: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the choice that looks most like a word, or None if none is near.

    Large and small letters and ``-`` and ``_`` count as the same. The work is
    bounded for hostile input: long words have no neighbour, and only the first
    200 choices are looked at.

    Args:
        word: What was written.
        choices: What may be written; the earlier wins between equals.
        cutoff: How alike the two must be, from 0 to 1.
    """
    if not word or len(word) > _LONGEST:
        return None
    known: dict[str, str] = {}
    for choice in islice(choices, _MOST_CHOICES):
        known.setdefault(_plain(choice), choice)
    found = get_close_matches(_plain(word), known, n=1, cutoff=cutoff)
    return known[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_")
