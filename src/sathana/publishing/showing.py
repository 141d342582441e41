"""What a public page shows besides its words: its law, its neighbours, its state."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from sathana.editorial import references, staleness
from sathana.publishing.words import FORMATS, LICENCES, language_name
from sathana.web.dates import today as today_in_thailand

CRUMBS_FROM = 3
"""Depth of the pages below a first page."""


def context_of(page: Any) -> dict[str, Any]:
    """Return what the template of a page is given."""
    today = today_in_thailand()
    keys = page.references()
    return {
        "today": today,
        "cited": references.cited(keys),
        "stale": staleness.of_page(page, today),
        "last_read": page.last_read(),
        "crumbs": _crumbs(page),
        "translations": _translations(page),
        "medium": dict(FORMATS).get(getattr(page, "medium", "")),
        "licence": dict(LICENCES).get(getattr(page, "licence", "")),
        "spoken": language_name(getattr(page, "spoken", "")),
        "changed_on": _day(page.last_published_at),
    }


def may_be_read(page: Any, today: date) -> bool:
    """Whether a page may be shown to the public on a day.

    A story whose consent ended, and an item that teaches a rule which changed and that
    is to be hidden then, may not.
    """
    may = getattr(page, "may_be_shown", None)
    if may is not None and not may(today):
        return False
    return not staleness.is_hidden(page, today)


def _crumbs(page: Any) -> list[Any]:
    above = page.get_ancestors().live().filter(depth__gt=1)
    return list(above) if page.depth >= CRUMBS_FROM else []


def _translations(page: Any) -> list[Any]:
    return list(page.get_translations().live().select_related("locale"))


def _day(moment: Any) -> date | None:
    return timezone.localtime(moment).date() if moment else None
