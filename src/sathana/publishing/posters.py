"""Posters and cards as PDF: a page's points, its sources, a code that leads back."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sathana.law.kept import follows_pack

PRINTED = ("poster", "card")
KEPT = 32
"""Papers kept ready: they are asked for in bursts, before a day in a village."""


def pdf(page: Any, link: str) -> bytes:
    """Return the paper of a poster or card.

    Args:
        page: A page of the media centre.
        link: The full address of the page, or of the chapter it leads to.
    """
    from sathana.publishing import poster_values

    return _made(page.pk, str(page.last_published_at), link, poster_values.edition())


@follows_pack
@lru_cache(maxsize=KEPT)
def _made(page: int, published: str, link: str, edition: str) -> bytes:
    from sathana.publishing import poster_values

    return poster_values.made(page, link)
