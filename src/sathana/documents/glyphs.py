"""Which signs the fonts of paper have, so that no paper shows an empty box.

Only the table ``cmap`` of a font is read, in the two forms that fonts use today.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_SCRIPTS = "ไทย ละติน พม่า ไทใหญ่ กะเหรี่ยง ลาว ลีซู"


class LacksSignError(Exception):
    """A text holds a sign that no font of paper has.

    Attributes:
        sign: The sign.
        th: What happened and what to do, in Thai.
        en: The same in English.
    """

    def __init__(
        self, sign: str, text: str, where: tuple[str, str] | None = None
    ) -> None:
        """Say which sign of which text it is, and where the text was typed."""
        self.sign = sign
        field_th = f" ในช่อง “{where[0]}”" if where else ""
        field_en = f" in the field '{where[1]}'" if where else ""
        called = f"{sign!r}, U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()
        short = text if len(text) <= 60 else f"{text[:60]}…"
        self.th = (
            f"พิมพ์เอกสารไม่ได้: “{short}”{field_th} มีอักขระ ({called}) ซึ่งแบบอักษรไม่มี "
            "ถ้าพิมพ์ต่อจะเห็นเป็นช่องว่างแทนชื่อ ให้เขียนข้อความนี้ด้วยอักษรที่มี "
            f"({_SCRIPTS}) โดยชื่อให้ใส่ใน name: {{th: ...}}"
        )
        self.en = (
            f"the paper cannot be printed: '{short}'{field_en} holds a sign "
            f"({called}) that no font of the papers has; it would come out as an empty "
            "box. Write the text in Thai, Latin, Burmese, Shan, Karen, Lao or Lisu "
            "letters; a name belongs into name: {th: ...}"
        )
        super().__init__(self.en)


def check(text: str) -> None:
    """Refuse a text that cannot be shown.

    Raises:
        LacksSignError: A sign is in none of the fonts.
    """
    signs = known()
    for sign in text:
        if ord(sign) not in signs and not sign.isspace():
            raise LacksSignError(sign, text)


@cache
def known() -> frozenset[int]:
    """Return the code points of all fonts together."""
    return frozenset(
        code
        for font in sorted(FONTS.glob("*.ttf"))
        for code in _codes(font.read_bytes())
    )


def _codes(font: bytes) -> Iterator[int]:
    start = _table(font)
    (count,) = struct.unpack_from(">H", font, start + 2)
    for place in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 8 + 8 * place)
        yield from _subtable(font, start + offset)


def _table(font: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for place in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        if tag == b"cmap":
            return int(offset)
    return 0


def _subtable(font: bytes, start: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", font, start)
    if kind == 4:
        (twice,) = struct.unpack_from(">H", font, start + 6)
        ends = struct.unpack_from(f">{twice // 2}H", font, start + 14)
        begins = struct.unpack_from(f">{twice // 2}H", font, start + 16 + twice)
        for first, last in zip(begins, ends, strict=True):
            yield from range(first, min(last, 0xFFFD) + 1)
    elif kind == 12:
        (count,) = struct.unpack_from(">I", font, start + 12)
        for place in range(count):
            first, last, _ = struct.unpack_from(">III", font, start + 16 + 12 * place)
            yield from range(first, last + 1)
