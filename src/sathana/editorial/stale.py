"""Which public pages teach stale law, and telling those who must mend them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import Page

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.editorial import staleness
from sathana.editorial.models import PublicPage
from sathana.notices.models import Notice
from sathana.notices.telling import tell
from sathana.search.models import Teaching

KIND = "media_stale"
TOLD = (Role.EDITOR.value, Role.LAW_REVIEWER.value)
_PAGE = "page:"


@dataclass(frozen=True, slots=True)
class Item:
    """A public page with stale law.

    Attributes:
        hidden: Whether readers are kept from it.
    """

    page: Any
    stale: tuple[staleness.Stale, ...]
    hidden: bool


def items(today: date) -> list[Item]:
    """Return the public pages that teach stale law, the hidden ones first."""
    rows = defaultdict(list)
    for row in Teaching.objects.filter(item__startswith=_PAGE).order_by("reference"):
        rows[row.item].append(row)
    found = []
    for item, taught in rows.items():
        stale = staleness.of_rows(taught, today)
        page = _page(item) if stale else None
        if page is not None:
            found.append(Item(page, stale, staleness.hides(page.on_change, stale)))
    return sorted(found, key=lambda one: (not one.hidden, one.page.title))


def tell_editors(today: date) -> int:
    """Tell editors and law reviewers of stale pages, once until they have looked.

    Returns:
        How many were told.
    """
    if not items(today):
        return 0
    waiting = Notice.objects.filter(kind=KIND, read_at=None).values("account_id")
    able = Account.objects.filter(
        is_active=True,
        grants__role__in=TOLD,
        grants__ended_at=None,
        grants__confirmed_at__isnull=False,
    ).exclude(pk__in=waiting)
    return tell(able.values_list("pk", flat=True), KIND)


def _page(item: str) -> PublicPage | None:
    found = Page.objects.live().filter(pk=item.removeprefix(_PAGE)).first()
    specific = found.specific if found else None
    return specific if isinstance(specific, PublicPage) else None
