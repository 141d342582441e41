"""Feeds of the site: what is new, in one language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Locale, Page

from sathana.publishing import showing
from sathana.publishing.models import MediaPage, NewsPage
from sathana.web.dates import today
from sathana.web.languages import pick

MOST = 30
TITLE = {"th": "สถานะ: ข่าวและสื่อใหม่", "en": "Sathana: news and new media"}


def news(request: HttpRequest, language: str) -> HttpResponse:
    """Return news and new media as Atom; an unknown language has none."""
    feed = Atom1Feed(
        title=pick(TITLE),
        link=request.build_absolute_uri(request.path),
        description=pick(TITLE),
        language=language,
        feed_url=request.build_absolute_uri(request.path),
    )
    for page in newest(language):
        feed.add_item(
            title=page.title,
            link=request.build_absolute_uri(page.url),
            description=page.summary,
            unique_id=f"urn:uuid:{page.translation_key}:{language}",
            pubdate=page.first_published_at or datetime(1970, 1, 1, tzinfo=UTC),
            updateddate=page.last_published_at,
        )
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def newest(language: str) -> list[Any]:
    """Return the newest news and media that may be read, the newest first."""
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        return []
    rows = (
        Page.objects.live()
        .type(NewsPage, MediaPage)
        .filter(locale=locale)
        .order_by("-first_published_at", "pk")
        .specific()[: 2 * MOST]
    )
    day = today()
    return [page for page in rows if showing.may_be_read(page, day)][:MOST]
