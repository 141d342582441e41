"""What follows when a page becomes public: found, tied to its law, fresh at once."""

from __future__ import annotations

from typing import Any

from django.utils.html import strip_tags

from sathana.editorial import services
from sathana.editorial.models import PublicPage
from sathana.publishing import edition
from sathana.search import services as search
from sathana.search.entries import Readable

_SPACED = ("</p>", "</li>", "<br/>", "</h2>")


def published(sender: Any, instance: Any, **_: Any) -> None:
    """Let a page be found, and remember the law it was reviewed with."""
    if isinstance(instance, PublicPage):
        services.became_public(instance)
        search.put([readable(instance)])
        edition.next_one()


def unpublished(sender: Any, instance: Any, **_: Any) -> None:
    """Take a page out of the index, and out of what is kept ready."""
    if isinstance(instance, PublicPage):
        services.no_longer_public(instance)
        edition.next_one()


def readable(page: PublicPage) -> Readable:
    """Return a page as the search knows it."""
    return Readable(
        key=page.item,
        language=page.locale.language_code,
        kind="media" if hasattr(page, "medium") else "page",
        url=page.url or "",
        title=page.title,
        text=f"{page.summary}\n{words_of(page)}",
    )


def words_of(page: PublicPage) -> str:
    """Return every word of the body of a page, without its form."""
    return "\n".join(_words(list(page.body.raw_data)))


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        for end in _SPACED:
            value = value.replace(end, f"{end} ")
        return [strip_tags(value)]
    if isinstance(value, dict):
        parts = [part for name, part in value.items() if name not in _NO_WORDS]
        return [word for part in parts for word in _words(part)]
    if isinstance(value, (list, tuple)):
        return [word for part in value for word in _words(part)]
    return []


_NO_WORDS = frozenset(("id", "type", "rules"))
