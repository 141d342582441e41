"""What both writers do with a text before it stands on paper."""

from __future__ import annotations

import re
import unicodedata

from sathana.documents import glyphs
from sathana.documents.blocks import Digits
from sathana.text import normalise, thai_digits

_BREAK = "\u200b"
LINE = 30.0
"""Ems that surely fit between the margins, at the usual size."""
_WORD = re.compile(r"[^\s\u0e00-\u0e4f\u200b]+")
_TIED = re.compile(r"(มาตรา|ฉบับที่|พ\.ศ\.|หมู่ที่|วันที่|หมายเลข|โทร\.) (?=[0-9๐-๙])")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


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

    Thai is broken between its words by the typesetter; other letters are not.

    Args:
        text: Any text.
        room: Width in ems.
    """
    return _WORD.sub(
        lambda found: found[0] if ems(found[0]) <= room else _with_breaks(found), text
    )


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
    return _BREAK.join(_CLUSTER.findall(found[0]))
