"""The error of a date that cannot be, in both languages."""

from __future__ import annotations


class DateError(ValueError):
    """A text that is no date, or a date that cannot be.

    Attributes:
        th: What is wrong and what would be right, in Thai.
        en: The same in English; also the message of the exception.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts."""
        super().__init__(en)
        self.th = th
        self.en = en


def excerpt(value: object) -> str:
    """Return a value as it may be quoted in a message: one line, 40 characters."""
    text = " ".join(str(value)[:200].split())
    return text if len(text) <= 40 else text[:39] + "…"
