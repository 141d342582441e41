"""The fault of a file, told to a person."""

from __future__ import annotations

from collections.abc import Callable


class UnusableError(Exception):
    """A file that cannot be used.

    Attributes:
        lines: One ``FILE:LINE: what is wrong, and what would be right`` a fault.
    """

    def __init__(self, lines: tuple[str, ...]) -> None:
        """Keep what is to be said."""
        self.lines = lines
        super().__init__("\n".join(lines))


def refused(say: Callable[[str, str], str], th: str, en: str) -> UnusableError:
    """Return a fault of one line, in the language that ``say`` speaks."""
    return UnusableError((say(th, en),))
