"""Text on a terminal: UTF-8, Thai that is broken where it may be, 80 columns."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

type Lang = Literal["th", "en"]

COLUMNS = 80
"""Width of a report: fits every terminal, and a sheet of paper."""

_STARTERS = (
    "ที่", "และ", "หรือ", "ใน", "ของ", "ให้", "ไม่", "เป็น", "ได้", "โดย", "ตาม",
    "เพราะ", "จาก", "กับ", "ตั้งแต่", "วันที่", "ก่อน", "ซึ่ง", "ถ้า", "ยัง", "ภายใน",
    "เมื่อ", "เกิด", "แต่", "ต้อง", "ด้วย", "มาตรา", "ประเทศ", "สัญชาติ",
)  # fmt: skip
"""Words before which a Thai line may be broken, where no space is near."""
_THAI = "\u0e01-\u0e4e"
_BEFORE_WORD = re.compile(f"(?<=[{_THAI}])(?={'|'.join(_STARTERS)})")
_BEFORE_SYLLABLE = re.compile("(?<=[\u0e01-\u0e3a\u0e45-\u0e4e])(?=[\u0e40-\u0e44])")
_CLUSTER = re.compile(r".[\u0e30-\u0e3a\u0e45-\u0e4e]*", re.DOTALL)
_LEADING = re.compile(r"[\u0e40-\u0e44].[\u0e30-\u0e3a\u0e45-\u0e4e]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says each text in the one language that was chosen."""

    lang: Lang

    def __call__(self, th: str, en: str) -> str:
        """Return the text of the language."""
        return th if self.lang == "th" else en

    def of(self, text: object) -> str:
        """Return one language of a ``{"th": ..., "en": ...}``; other things as text."""
        if isinstance(text, dict):
            return str(text.get(self.lang, ""))
        return "" if text is None else str(text)


def use_utf8() -> None:
    """Make both outputs UTF-8, whatever the locale says; input is read as UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def complain(text: str) -> None:
    """Write one line on standard error."""
    print(text, file=sys.stderr)


def width(text: str) -> int:
    """Return how many columns a text takes; Thai marks above and below take none."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """Return the text with spaces after it, so that it takes so many columns."""
    return text + " " * max(columns - width(text), 0)


def wrap(
    text: str, *, first: str = "", rest: str = "", columns: int = COLUMNS
) -> list[str]:
    """Break a text into lines.

    Lines are broken at spaces; Thai without a space near is broken before a common
    word or a syllable, never inside one that a mark belongs to.

    Args:
        text: Any text; several spaces count as one.
        first: What stands before the first line.
        rest: What stands before the others.
        columns: The widest line, with what stands before it.
    """
    lines: list[str] = []
    line, empty = first, True
    for word in text.split():
        for place, piece in enumerate(_pieces(word, columns - width(rest))):
            gap = " " if not place and not empty else ""
            if not empty and width(line) + len(gap) + width(piece) > columns:
                lines.append(line)
                line, gap = rest, ""
            line += gap + piece
            empty = False
    return [*lines, line]


def _pieces(word: str, columns: int) -> Iterator[str]:
    """Cut a word where a line may end; short words of Latin letters stay whole."""
    for part in _BEFORE_WORD.split(word):
        for syllable in _BEFORE_SYLLABLE.split(part) if width(part) > 24 else [part]:
            yield from _cut(syllable, max(columns, 8))


def _cut(text: str, columns: int) -> Iterator[str]:
    """Cut Thai that is wider than a line between letters; an address stays whole."""
    if width(text) <= columns or not re.search(f"[{_THAI}]", text):
        yield text
        return
    line = ""
    for cluster in _clusters(text):
        if line and width(line) + width(cluster) > columns:
            yield line
            line = ""
        line += cluster
    yield line


def _clusters(text: str) -> Iterator[str]:
    place = 0
    while place < len(text):
        found = _LEADING.match(text, place) or _CLUSTER.match(text, place)
        end = found.end() if found else place + 1
        yield text[place:end]
        place = end
