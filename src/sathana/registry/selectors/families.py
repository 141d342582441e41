"""The list of families and one family, as pages show them."""

from __future__ import annotations

import uuid

from sathana.registry.reader import Reader
from sathana.registry.shown import FamilyView, Listing


def page_of(
    reader: Reader,
    *,
    text: str = "",
    state: str = "open",
    page: int = 1,
    size: int = 25,
) -> Listing:
    """Return one page of the families that the reader may see.

    Args:
        text: A name, a number or a title to search for; ``""`` lists all.
        state: ``open``, ``closed`` or ``""`` for both.
    """
    raise NotImplementedError


def family(reader: Reader, family_id: uuid.UUID) -> FamilyView:
    """Return a family for its page.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    raise NotImplementedError
