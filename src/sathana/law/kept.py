"""What is kept of the law pack in use, and forgotten when another pack is used.

Much is worked out once from the pack and kept: the book, citations, cards of cases.
One process can use two packs one after the other (before and after an update), so
everything kept that rests on the pack must be told to this module. A test looks that
nobody forgot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Clearable(Protocol):
    """A function with a memory, as ``functools.cache`` makes it."""

    @property
    def cache_clear(self) -> Callable[[], None]:
        """Forget everything."""


_FOLLOWERS: list[Clearable] = []


def follows_pack[C: Clearable](function: C) -> C:
    """Declare that what a function keeps rests on the law pack in use.

    Written above ``functools.cache``; the function itself is not changed.
    """
    _FOLLOWERS.append(function)
    return function


def followers() -> tuple[Clearable, ...]:
    """Return every function that was declared, in the order of loading."""
    return tuple(_FOLLOWERS)


def forget() -> None:
    """Forget all that rests on the pack that was in use."""
    for function in _FOLLOWERS:
        function.cache_clear()
