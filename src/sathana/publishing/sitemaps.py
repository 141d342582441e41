"""The map of the site for search engines: public pages in every language."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.models import Page

from sathana.law.load import pack
from sathana.publishing import showing
from sathana.web.dates import today


class Pages(Sitemap[Any]):
    """Pages of the site that may be read."""

    def items(self) -> list[Any]:
        """Return the pages, in the order of the tree."""
        rows = Page.objects.live().filter(depth__gt=1).specific().order_by("path")
        day = today()
        return [page for page in rows if showing.may_be_read(page, day)]

    def location(self, item: Any) -> str:
        """Return the address of a page."""
        return item.url or "/"

    def lastmod(self, item: Any) -> datetime | None:
        """Return when a page was last published."""
        moment: datetime | None = item.last_published_at
        return moment


class Law(Sitemap[str]):
    """Pages of the rules of the law."""

    i18n = True

    def items(self) -> list[str]:
        """Return the ids of the rules in use."""
        return sorted(pack().rules)

    def location(self, item: Any) -> str:
        """Return the address of a rule's page."""
        key = item[0] if isinstance(item, tuple) else item
        return reverse("rule", args=[key])


SITEMAPS = {"pages": Pages, "law": Law}
