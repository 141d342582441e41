"""What must stay together at the end of a line, in Thai and in English."""

from __future__ import annotations

import re

_HARD = "\u00a0"
_SEAMS = re.compile(
    r"(?:(?<=มาตรา)|(?<=ฉบับที่)|(?<=[พค]\.ศ\.)|(?<=หมู่ที่)|(?<=วันที่)|(?<=หมายเลข)|(?<=โทร\.)"
    r"|(?<=\b[Ss]ection)|(?<=\b[Ss]\.)|(?<=\b[Ss]s\.)|(?<=\bB\.E\.)|(?<=\bNo\.)"
    r"|(?<=\bpara\.)|(?<=\bparagraph)) (?=[0-9๐-๙])"
    r"|(?<=[0-9๐-๙]) (?=(?:ทวิ|ตรี|จัตวา|bis\b))"
    r"|(?<=\S) (?=ๆ)"
)
"""Spaces between a word and its number, a number and its rank, a word and its ๆ."""
_THAI = re.compile("[\u0e01-\u0e5b]")


def tied(text: str) -> str:
    """Return a text in which a line never ends between a word and its number.

    Only spaces become hard ones (U+00A0); what a reader reads stays the same.
    """
    return _SEAMS.sub(_HARD, text)


def phrases(title: str) -> list[str]:
    """Return the phrases of a Thai title: a line should rather end between them.

    Thai sets a space between phrases and none between words. A machine that breaks
    lines at words parts what belongs together; in a title one sees it. A title without
    Thai is one phrase.
    """
    whole = tied(title)
    return whole.split(" ") if _THAI.search(whole) else [whole]
