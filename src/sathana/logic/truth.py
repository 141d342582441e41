"""Truth of three values, which refuses to be mistaken for two."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """Yes, no, or not known (strong Kleene logic)."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    def __bool__(self) -> NoReturn:
        """Refuse: an unknown would silently become a yes or a no.

        Raises:
            TypeError: Always. Use ``is Truth.YES``, ``&``, ``|`` and ``~``.
        """
        raise TypeError(
            "A Truth has three values and cannot stand in an 'if', 'and', 'or' or "
            "'not'; compare it with 'is Truth.YES', or combine it with '&', '|', '~'."
        )

    def __and__(self, other: Truth) -> Truth:
        """Yes if both are yes, no if either is no, otherwise unknown."""
        if self is Truth.NO or other is Truth.NO:
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.UNKNOWN

    def __or__(self, other: Truth) -> Truth:
        """Yes if either is yes, no if both are no, otherwise unknown."""
        if self is Truth.YES or other is Truth.YES:
            return Truth.YES
        return Truth.NO if self is other is Truth.NO else Truth.UNKNOWN

    def __invert__(self) -> Truth:
        """Turn yes into no and no into yes; unknown stays unknown."""
        if self is Truth.UNKNOWN:
            return Truth.UNKNOWN
        return Truth.NO if self is Truth.YES else Truth.YES
