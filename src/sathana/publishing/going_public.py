"""What follows when a page becomes public: found, tied to its law, fresh at once."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page

from sathana.editorial import services
from sathana.editorial.models import PublicPage
from sathana.media import services as media
from sathana.publishing import edition, showing
from sathana.search import services as search
from sathana.search.entries import Readable
from sathana.web.dates import today

_ITEM = "page:"
_SPACED = ("</p>", "</li>", "<br/>", "</h2>")


def published(sender: Any, instance: Any, **_: Any) -> None:
    """Let a page be found, and remember the law it was reviewed with."""
    if isinstance(instance, PublicPage):
        services.became_public(instance)
        for key in recordings_of(instance):
            media.publish(key, timezone.now())
        search.put([readable(instance)])
        edition.next_one()


def unpublished(sender: Any, instance: Any, **_: Any) -> None:
    """Take a page out of the index, and out of what is kept ready."""
    if isinstance(instance, PublicPage):
        services.no_longer_public(instance)
        for key in recordings_of(instance) - _elsewhere(instance):
            media.withdraw(key)
        edition.next_one()


def unreadable(keys: Collection[str]) -> frozenset[str]:
    """Return those of some items of the search that nobody may read today.

    A consent ends with a day and a law changes, without anybody doing anything.
    """
    ids = [key.removeprefix(_ITEM) for key in keys if key.startswith(_ITEM)]
    pages = Page.objects.filter(pk__in=[one for one in ids if one.isdecimal()])
    day = today()
    return frozenset(
        page.item
        for page in pages.specific()
        if isinstance(page, PublicPage) and not showing.may_be_read(page, day)
    )


def settle_recordings(day: date) -> None:
    """Let a recording be public exactly while a page that uses it may be read.

    Only recordings of public pages are looked at. Safe to repeat.
    """
    read: set[uuid.UUID] = set()
    used: set[uuid.UUID] = set()
    for page in Page.objects.live().filter(depth__gt=2).specific():
        if isinstance(page, PublicPage):
            own = recordings_of(page)
            used |= own
            read |= own if showing.may_be_read(page, day) else set()
    for key in read:
        media.publish(key, timezone.now())
    for key in used - read:
        media.withdraw(key)


def recordings_of(page: PublicPage) -> set[uuid.UUID]:
    """Return the ids of the recordings that a page plays or shows."""
    found = {uuid.UUID(key) for key in _recordings(list(page.body.raw_data))}
    own = getattr(page, "recording_id", None)
    return found | ({own} if own else set())


def _elsewhere(page: PublicPage) -> set[uuid.UUID]:
    """Return the recordings that other public pages use."""
    others = Page.objects.live().exclude(pk=page.pk).filter(depth__gt=2).specific()
    return {
        key
        for other in others
        if isinstance(other, PublicPage)
        for key in recordings_of(other)
    }


def _recordings(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value[name] for name in _CHOSEN if isinstance(value.get(name), str)]
        return own + [key for part in value.values() for key in _recordings(part)]
    if isinstance(value, (list, tuple)):
        return [key for part in value for key in _recordings(part)]
    return []


_CHOSEN = ("recording", "picture")


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
