"""Which public texts teach stale law, and telling those who must mend them.

Pages are mended in the editors' rooms. Other texts (lessons, practice families) come
with the program: they stand in the list so that somebody mends their files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
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
from sathana.search.selectors import shown_items
from sathana.web.languages import current

type Whys = tuple[staleness.Stale, ...]

KIND = "media_stale"
TOLD = (Role.EDITOR.value, Role.LAW_REVIEWER.value)
_PAGE = "page:"


@dataclass(frozen=True, slots=True)
class Item:
    """A public text with stale law.

    Attributes:
        page: The page; ``None``: it is none, and is read at ``url``.
        hidden: Whether readers are kept from it.
        title: As the search knows it.
    """

    page: Any
    stale: tuple[staleness.Stale, ...]
    hidden: bool
    title: str = ""
    url: str = ""


def items(today: date) -> list[Item]:
    """Return the public texts that teach stale law, the hidden ones first."""
    rows = defaultdict(list)
    for row in Teaching.objects.order_by("reference"):
        rows[row.item].append(row)
    found = {item: staleness.of_rows(taught, today) for item, taught in rows.items()}
    stale = {item: whys for item, whys in found.items() if whys}
    told = [*_pages(stale), *_others(stale)]
    return sorted(told, key=lambda one: (not one.hidden, one.title))


def _pages(stale: Mapping[str, Whys]) -> Iterator[Item]:
    for item, whys in stale.items():
        page = _page(item) if item.startswith(_PAGE) else None
        if page is not None:
            hidden = staleness.hides(page.on_change, whys)
            yield Item(page, whys, hidden, page.title, page.url or "")


def _others(stale: Mapping[str, Whys]) -> Iterator[Item]:
    """Yield what is no page; what the search does not know, nobody reads."""
    keys = [item for item in stale if not item.startswith(_PAGE)]
    for item, known in shown_items(keys, current()).items():
        yield Item(None, stale[item], False, known.title, known.url)


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
