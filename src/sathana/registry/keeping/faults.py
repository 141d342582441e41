"""What can go wrong with a backup, told in both languages."""

from __future__ import annotations


class KeepingError(Exception):
    """A backup cannot be made, opened or restored.

    Attributes:
        text: What happened and what to do, in Thai and English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep what is to be said."""
        self.text = {"th": th, "en": en}
        super().__init__(en)
