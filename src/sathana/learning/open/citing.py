"""What a mark rests on, as links into the law browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from sathana.law.marks import Text
from sathana.law.references import reference

_PAGES = {
    "rule": "rule",
    "point": "rule",
    "provision": "law-provision",
    "procedure": "law-procedure",
    "instrument": "law-instrument",
}
"""Kinds of records that have a page of their own; others stand in a list."""
_LISTS = {
    "limit": "law-limits",
    "fee": "law-fees",
    "form": "law-forms",
    "door": "law-doors",
}


@dataclass(frozen=True, slots=True)
class Cite:
    """One record of the law.

    Attributes:
        verified: How far it was checked: ``seen``, ``partly`` or ``unverified``.
        checked_on: Day on which it was last read, ordinal; 0 if nobody says.
    """

    key: str
    title: Text
    url: str
    verified: str
    checked_on: int


def cites(keys: Iterable[str]) -> tuple[Cite, ...]:
    """Return the records that some references name, each once."""
    return tuple(_cite(key) for key in dict.fromkeys(keys))


def _cite(key: str) -> Cite:
    found = reference(key)
    if found.kind in _PAGES:
        url = reverse(_PAGES[found.kind], args=(found.id,))
    else:
        url = reverse(_LISTS[found.kind])
    return Cite(key, found.title, url, found.verified, found.checked_on)
