"""Whether a page still teaches what the law says: by each record it rests on.

A page is published with the imprints of the records that it cites. Later an imprint may
differ (the record changed), the record may be gone, or its day of rechecking may have
come. What then happens to the page is its own setting; a record that is gone hides it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.editorial.models import FLAG, HIDE, PublicPage
from sathana.law.references import reference
from sathana.search.models import Teaching
from sathana.web.languages import Text

GONE, CHANGED, RECHECK = "gone", "changed", "recheck"


@dataclass(frozen=True, slots=True)
class Stale:
    """One record of the law that a page teaches and that is not what it was.

    Attributes:
        why: ``gone``, ``changed`` or ``recheck`` (its day of rechecking has come).
    """

    key: str
    why: str
    title: Text


def of_page(page: PublicPage, today: date) -> tuple[Stale, ...]:
    """Return what of the law behind a page is stale on a day; empty if nothing is."""
    return of_rows(Teaching.objects.filter(item=page.item), today)


def of_rows(rows: Iterable[Teaching], today: date) -> tuple[Stale, ...]:
    """Return what is stale among rows of the table of what teaches what."""
    found = (_stale(row, today) for row in rows)
    return tuple(one for one in found if one is not None)


def is_hidden(page: Any, today: date) -> bool:
    """Whether a page is kept from the public because of what became of its law."""
    if not isinstance(page, PublicPage):
        return False
    return hides(page.on_change, of_page(page, today))


def hides(on_change: str, stale: Iterable[Stale]) -> bool:
    """Whether such a setting hides a page with such stale law.

    A day of rechecking alone never hides: nobody says yet that anything changed.
    """
    whys = {one.why for one in stale}
    return GONE in whys or (on_change == HIDE and CHANGED in whys)


def shown(on_change: str, stale: tuple[Stale, ...]) -> tuple[Stale, ...]:
    """Return what readers are told; where only editors are told, changes alone stay."""
    return () if on_change == FLAG else stale


def _stale(row: Teaching, today: date) -> Stale | None:
    try:
        now = reference(row.reference)
    except LookupError:
        return Stale(row.reference, GONE, {"th": row.reference, "en": row.reference})
    if now.imprint != row.imprint:
        return Stale(row.reference, CHANGED, now.title)
    if now.recheck_on and now.recheck_on <= today.toordinal():
        return Stale(row.reference, RECHECK, now.title)
    return None
