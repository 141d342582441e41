"""What both writers do with a text before it stands on paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sathana.documents import glyphs
from sathana.documents.blocks import Digits
from sathana.text import normalise, thai_digits

_BREAK = "\u200b"
LINE = 30.0
"""Ems that surely fit between the margins, at the usual size."""
_WORD = re.compile(
    r"(?:[^\s\u0e00-\u0e4f\u200b]"
    r"|(?<![\u0e00-\u0e4f])[\u0e00-\u0e4f]{1,2}(?![\u0e00-\u0e4f]))+"
)
"""What the typesetter does not break: other letters, with bits of Thai such as พ.ศ."""
_MEETING = re.compile(
    r"(?<=[\u0e01-\u0e3a\u0e45-\u0e4e])(?=[^\W\u0e00-\u0e7f])"
    r"|(?<=[^\W\u0e00-\u0e7f])(?=[\u0e01-\u0e30\u0e40-\u0e44])"
)
"""Where Thai meets other letters or digits: the typesetter ends no line there."""
_TIED = re.compile(r"(มาตรา|ฉบับที่|พ\.ศ\.|หมู่ที่|วันที่|หมายเลข|โทร\.) (?=[0-9๐-๙])")
_MARKS = frozenset(("Mn", "Mc", "Me"))
_BURMESE = (("\u1000", "\u109f"), ("\ua9e0", "\ua9fe"), ("\uaa60", "\uaa7f"))
"""Letters of Burmese, Shan and Karen."""
_STACKER, _KILLER = "\u1039", "\u103a"
"""Burmese: what puts the next letter below, and what ends a syllable."""
_BEFORE = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
"""Vowels of Thai and Lao that stand before their letter."""
_BEHIND = (
    "\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u02e5\u02e6\u02e7\u02e8\u02e9\u02ec\u02c7\u02d0"
    "\ua4f8\ua4f9\ua4fa\ua4fb\ua4fc\ua4fd"
)
"""Vowels of Lao behind their letter, tone letters: none begins a line."""


def clean(text: str, digits: Digits, *, exact: bool = False) -> str:
    """Return a text as it is set.

    Signs that nobody sees, and those that turn the direction of writing, are taken out:
    they would hide in a paper that somebody signs. Digits are written as asked.

    Args:
        text: Any text.
        digits: In which digits numbers are written.
        exact: Keep the digits as they are.

    Raises:
        LacksSignError: A sign is in none of the fonts.
    """
    seen = "".join(" " if _is_control(sign) else sign for sign in text)
    seen = re.sub(r" {2,}", " ", normalise(seen))
    glyphs.check(seen)
    seen = _TIED.sub("\\1\u00a0", seen)
    return seen if exact or digits == "arabic" else thai_digits(seen)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Zs"}


def breakable(text: str, room: float = LINE) -> str:
    """Return a text in which words too wide for their room may be broken anywhere.

    Thai is broken between its words by the typesetter; other letters are not, nor is
    the place where the two meet.

    Args:
        text: Any text.
        room: Width in ems.
    """
    met = re.sub(r"\S+", lambda found: _parted(found[0], room), text)
    return _WORD.sub(
        lambda found: found[0] if ems(found[0]) <= room else _with_breaks(found), met
    )


def _parted(run: str, room: float) -> str:
    """Return a run without spaces; too wide, it may be broken where scripts meet."""
    return run if ems(run) <= room else _MEETING.sub(_BREAK, run)


def ems(text: str) -> float:
    """Return how wide a text is at the most, in ems of the faces that ship."""
    return sum(_em(sign) for sign in text)


def _em(sign: str) -> float:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0.0
    if sign in "WM@%—…mw":
        return 1.0
    if "\u1000" <= sign <= "\u109f" or "\uaa60" <= sign <= "\uaa7f":
        return 1.4  # Burmese, Shan and Karen letters are wide
    return 0.75 if sign.isupper() else 0.65


def _with_breaks(found: re.Match[str]) -> str:
    return _BREAK.join(_clusters(found[0]))


def _clusters(text: str) -> Iterator[str]:
    """Yield the pieces of a text between which a line may end.

    A mark never leaves its letter: alone it would stand on a dotted circle. A Burmese
    letter that ends a syllable stays with it, a Lao vowel with the letter it precedes.
    """
    begin = 0
    for place in range(1, len(text)):
        if not _belongs(text, place):
            yield text[begin:place]
            begin = place
    yield text[begin:]


def _belongs(text: str, place: int) -> bool:
    """Say whether a letter belongs to the one before it."""
    if unicodedata.category(text[place]) in _MARKS or text[place] in _BEHIND:
        return True
    if text[place - 1] == _STACKER or text[place - 1] in _BEFORE:
        return True
    burmese = _is_burmese(text[place - 1]) and _is_burmese(text[place])
    return burmese and _ends_syllable(text, place)


def _is_burmese(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _BURMESE)


def _ends_syllable(text: str, place: int) -> bool:
    """Say whether a Burmese letter is the last of its syllable: a killer follows it."""
    for sign in text[place + 1 :]:
        if sign == _KILLER:
            return True
        if unicodedata.category(sign) not in _MARKS or sign == _STACKER:
            return False
    return False
