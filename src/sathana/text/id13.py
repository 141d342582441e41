"""The thirteen-digit number of the Thai civil registration.

Written ``X-XXXX-XXXXX-XX-X``: the first digit is the category of person, digits
2 to 5 the registration office, the last a check digit. In numbers that begin
with 0 or 6 to 8, digits 6 and 7 name the group. A digit nobody gave is written
``x``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sathana.text.thai import arabic_digits

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015]+")
_SHAPE = re.compile(r"[0-9x]{13}")


class Id13Error(ValueError):
    """A text that is not a thirteen-digit number.

    Attributes:
        th: What is wrong, in Thai.
        en: What is wrong, in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts; the English one is the message of the exception."""
        super().__init__(en)
        self.th = th
        self.en = en


@dataclass(frozen=True, slots=True)
class Id13:
    """A thirteen-digit number, of which some digits may not be given.

    Attributes:
        digits: Thirteen characters, each 0 to 9, or ``x`` where not given.
    """

    digits: str

    @property
    def is_complete(self) -> bool:
        """Whether all thirteen digits are given."""
        return "x" not in self.digits

    @property
    def category(self) -> str | None:
        """The first digit, the category of person; None when not given."""
        return _given(self.digits[0])

    @property
    def office(self) -> str | None:
        """Digits 2 to 5, the registration office; None when one is not given."""
        return _given(self.digits[1:5])

    @property
    def group(self) -> str | None:
        """Digits 6 and 7; None when one is not given."""
        return _given(self.digits[5:7])

    @property
    def check_digit_fits(self) -> bool | None:
        """Whether the last digit is right; None while a digit is not given."""
        if not self.is_complete:
            return None
        return check_digit(self.digits[:12]) == int(self.digits[12])

    def __str__(self) -> str:
        """Write the number as on a card, ``X-XXXX-XXXXX-XX-X``."""
        d = self.digits
        return f"{d[0]}-{d[1:5]}-{d[5:10]}-{d[10:12]}-{d[12]}"


def parse(text: str) -> Id13:
    """Read a thirteen-digit number, with or without dashes, ``x`` for not given.

    A wrong check digit is no error here, since papers carry wrong numbers: ask
    :attr:`Id13.check_digit_fits`. Thai digits are read too.

    Raises:
        Id13Error: If there are not thirteen digits or ``x``.
    """
    digits = _SEPARATORS.sub("", arabic_digits(text)).replace("X", "x")
    if _SHAPE.fullmatch(digits):
        return Id13(digits)
    shown = text if len(text) <= 40 else text[:39] + "…"
    raise Id13Error(
        th=f"“{shown}” ไม่ใช่เลขประจำตัว 13 หลัก (นับได้ {len(digits)} ตัว) "
        "ให้เขียนตัวเลขให้ครบ 13 ตัว หลักที่ไม่ทราบให้เขียน x",
        en=f"'{shown}' is not a thirteen-digit number ({len(digits)} characters were "
        "counted): write thirteen digits, with x for each digit that is not known",
    )


def check_digit(first_twelve: str) -> int:
    """Return the thirteenth digit that belongs to the first twelve.

    Raises:
        ValueError: If the text is not twelve digits 0 to 9.
    """
    if not re.fullmatch("[0-9]{12}", first_twelve):
        raise ValueError(f"twelve digits are needed, not {first_twelve!r}")
    total = sum(int(d) * (13 - i) for i, d in enumerate(first_twelve))
    return (11 - total % 11) % 10


def _given(digits: str) -> str | None:
    return None if "x" in digits else digits
