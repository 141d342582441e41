"""What rooms above put on the page of a family: a card each, with a link.

The registry knows none of them: each registers itself when the site starts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sathana.accounts.decide import Group
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Card:
    """A link on the page of a family.

    Attributes:
        name: Name of an address that takes the family's id.
        of: Group of fields without which the page behind it is not there.
    """

    name: str
    title: Text
    of: Group


_CARDS: dict[str, Card] = {}


def register(card: Card) -> None:
    """Put a card on the page of each family; the same name twice is one card."""
    _CARDS[card.name] = card


def of(hidden: Collection[Group]) -> list[Card]:
    """Return the cards for somebody from whom these groups are hidden."""
    return [card for card in _CARDS.values() if card.of not in hidden]
