"""Letters of a GIFT text: which are escaped, where signs stand that are not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

SPECIAL = frozenset("\\~=#{}:")
"""What a backslash takes the meaning from."""


def plain(told: str) -> str:
    """Return a text without escapes; ends of lines inside it become spaces."""
    made, at = list[str](), 0
    told = trimmed(told)
    while at < len(told):
        letter = told[at]
        after = told[at + 1 : at + 2]
        if letter == "\\" and after in (*SPECIAL, "n") and after:
            made.append("\n" if after == "n" else after)
            at += 2
        else:
            made.append(" " if letter == "\n" else letter)
            at += 1
    return "".join(made)


def trimmed(told: str) -> str:
    """Take away what is blank at both ends, but nothing that was escaped."""
    return told.strip(" \t\n")


def letters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each letter that is not escaped, with its place."""
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        yield at, text[at]
        at += 1


def unescaped(text: str, sign: str, begin: int) -> int:
    """Return where a sign stands that is not escaped; -1 if nowhere."""
    free = (at for at, _ in letters(text) if at >= begin)
    return next((at for at in free if text.startswith(sign, at)), -1)


def split(text: str, sign: str) -> list[str]:
    """Split a text at a sign of one letter that is not escaped."""
    places = [at for at, letter in letters(text) if letter == sign]
    edges = [-1, *places, len(text)]
    return [text[a + 1 : b] for a, b in itertools.pairwise(edges)]
