"""A text in the forms in which words are looked for. Pure.

Whoever types on a telephone leaves out a tone mark, or sets a vowel before or behind
the wrong letter; the word must be found all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sathana.text import arabic_digits

_SAME_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
    }
)
_NO_LETTER = re.compile(r"\s+|(?<=[^\W\d_])\.")
_NEXT = "\x00"
"""Between two lines: no word goes over from the one into the other."""
_TONES = re.compile("[\u0e47-\u0e4c\u0e4e]")
_VOWELS = re.compile("[\u0e2f-\u0e3a\u0e40-\u0e4e]")


def plain(text: str) -> str:
    """Return a normalised text in small letters, with Arabic digits and plain signs."""
    return arabic_digits(text).translate(_SAME_SIGNS).casefold()


def letters(text: str) -> str:
    """Return a plain text without spaces and dots of abbreviations."""
    return _NO_LETTER.sub("", text)


def skeleton(text: str) -> str:
    """Return letters without tone marks, silent marks and the short mark."""
    return _TONES.sub("", text)


def bones(text: str) -> str:
    """Return letters without any Thai vowel or mark: consonants and figures."""
    return _VOWELS.sub("", text)


@dataclass(frozen=True, slots=True)
class Form:
    """A text in the three forms in which words are looked for, and as it stands.

    Attributes:
        plain: With its spaces: there a Latin word shows where it begins.
        letters: As it is written.
        skeleton: Whatever tone marks are left out or set wrong.
        bones: Whatever vowels stand in the wrong order.
    """

    plain: str
    letters: str
    skeleton: str
    bones: str


def form(text: str) -> Form:
    """Return a normalised text in each form."""
    small = plain(text.replace("\n", _NEXT))
    close = letters(small)
    bare = skeleton(close)
    return Form(small, close, bare, bones(bare))
