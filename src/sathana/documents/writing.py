"""What both writers do with a text before it stands on paper."""

from __future__ import annotations

import re
import unicodedata

from sathana.documents import glyphs
from sathana.documents.blocks import Digits
from sathana.text import normalise, thai_digits

_BREAK = "\u200b"
_LONG = re.compile(r"[^\s\u0e00-\u0e7f\u200b]{28,}")
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


def breakable(text: str) -> str:
    """Return a text in which very long words may be broken, so that none overflows."""
    return _LONG.sub(_with_breaks, text)


def _with_breaks(found: re.Match[str]) -> str:
    return _BREAK.join(_CLUSTER.findall(found[0]))
