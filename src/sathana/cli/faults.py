"""The fault of a file, told to a person."""

from __future__ import annotations


class UnusableError(Exception):
    """A file that cannot be used.

    Attributes:
        lines: One ``FILE:LINE: what is wrong, and what would be right`` a fault.
    """

    def __init__(self, lines: tuple[str, ...]) -> None:
        """Keep what is to be said."""
        self.lines = lines
        super().__init__("\n".join(lines))
