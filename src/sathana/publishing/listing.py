"""What a list shows: the pages below it, cut to what was asked for, in groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.editorial.words import AUDIENCES, TOPICS
from sathana.media import shown
from sathana.media.shown import Shown
from sathana.publishing import showing
from sathana.publishing.models import Helper, HelpersPage, ListPage, MediaPage, NewsPage
from sathana.publishing.words import FORMATS
from sathana.web.dates import today

FIRST_ASKED = 6
"""Chapters on the first page."""
FIRST_NEWS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that belong together; without a title where there is one group only."""

    title: Any
    items: tuple[Any, ...]


def context_of(page: ListPage, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return the list of a page.

    Args:
        page: The list.
        asked: ``topic`` and ``medium``; what nobody knows counts as not asked.
    """
    chosen = {
        "topic": _known(asked.get("topic", ""), TOPICS),
        "medium": _known(asked.get("medium", ""), FORMATS),
    }
    items = [one for one in below(page, today()) if _fits(one, chosen)]
    if page.shows == "media":
        groups = _by_topic(items)
    else:
        groups = [Group("", tuple(items))] if items else []
    return {"groups": groups, "chosen": chosen, "topics": TOPICS, "media": FORMATS}


def below(page: Any, day: date) -> list[Any]:
    """Return the public pages below a page that may be read.

    News come newest first, everything else in the order in which editors put it.
    """
    rows = page.get_children().live().specific().order_by("path")
    found = [one for one in rows if showing.may_be_read(one, day)]
    return sorted(found, key=_day, reverse=True) if _has_days(found) else found


def of_home(page: Any) -> dict[str, Any]:
    """Return what the first page shows: lists, chapters, news."""
    children = page.get_children().live().specific()
    lists = {one.shows: one for one in children if isinstance(one, ListPage)}
    day = today()
    items = below(lists["media"], day) if "media" in lists else []
    chapters = [one for one in items if one.medium == "handbook"]
    news = below(lists["news"], day)[:FIRST_NEWS] if "news" in lists else []
    return {"lists": lists, "asked": chapters[:FIRST_ASKED], "news": news}


def of_helpers(page: HelpersPage) -> dict[str, Any]:
    """Return the helpers by their state on this day; proposed ones are not shown."""
    states: dict[str, list[Helper]] = {}
    for one in Helper.objects.order_by("name_th", "pk"):
        states.setdefault(one.state(today()), []).append(one)
    return {"helpers": states}


def chapter_of(item: MediaPage) -> MediaPage | None:
    """Return the chapter to which a poster or card leads; none if it names none."""
    if not item.chapter:
        return None
    found: MediaPage | None = (
        MediaPage.objects.live()
        .filter(slug=item.chapter, locale_id=item.locale_id)
        .first()
    )
    return found


def recording_of(item: MediaPage) -> Shown | None:
    """Return what can be played of an item; none while nobody may have it."""
    key = item.recording_id
    return shown.published([key]).get(key) if key else None


def audience_of(item: MediaPage) -> list[Any]:
    """Return for whom an item is, in words; a code nobody knows stands for itself."""
    words = dict(AUDIENCES)
    return [words.get(part.value, part.value) for part in item.audience]


def _by_topic(items: list[Any]) -> list[Group]:
    groups = [
        Group(title, tuple(one for one in items if one.topic == code))
        for code, title in (*TOPICS, ("", ""))
    ]
    return [group for group in groups if group.items]


def _fits(page: Any, chosen: Mapping[str, str]) -> bool:
    return all(
        not code or getattr(page, name, "") == code for name, code in chosen.items()
    )


def _known(code: str, codes: Any) -> str:
    return code if code in dict(codes) else ""


def _has_days(found: list[Any]) -> bool:
    return bool(found) and all(isinstance(one, NewsPage) for one in found)


def _day(page: Any) -> date:
    day: date = page.day
    return day
