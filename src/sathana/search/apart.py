"""What stands in the search and may not be read now: said by whoever shows it.

A page can cease to be readable without anybody doing anything: a consent ends with a
day, a record of the law changes. The rooms above know that, the search asks them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

type Among = Callable[[Collection[str]], frozenset[str]]


def _nothing(keys: Collection[str]) -> frozenset[str]:
    return frozenset()


def _always() -> str:
    return ""


@dataclass(slots=True)
class _Asked:
    until: Callable[[], str] = _always
    among: Among = _nothing


_ASKED = _Asked()


def ask(until: Callable[[], str], among: Among) -> None:
    """Say whom to ask.

    Args:
        until: Returns a word that changes when an answer may have changed; cheap.
        among: Returns those of some keys of entries that nobody may read now.
    """
    _ASKED.until, _ASKED.among = until, among


def until() -> str:
    """Return the word for which an answer holds."""
    return _ASKED.until()


def among(keys: Collection[str]) -> frozenset[str]:
    """Return those of some keys of entries that nobody may read now."""
    return _ASKED.among(keys)
