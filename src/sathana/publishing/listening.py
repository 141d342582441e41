"""The podcast of one language: what of the media centre can be heard, as a feed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sathana.media import shown
from sathana.media.podcast import Episode, Programme, feed
from sathana.media.shown import Shown
from sathana.publishing import showing
from sathana.publishing.models import MediaPage
from sathana.publishing.words import language_name
from sathana.web.dates import today
from sathana.web.languages import pick

SOUND = "audio/mp4"
"""What every player of podcasts plays."""


def podcast(request: HttpRequest, spoken: str) -> HttpResponse:
    """Return the recordings in which a language is spoken, as a podcast."""
    address = request.build_absolute_uri
    name = pick(language_name(spoken))
    programme = Programme(
        title=f"{pick(_TITLE)} ({name})",
        description=pick(_ABOUT),
        author=pick(_AUTHOR),
        language=spoken,
        page=address(reverse("wagtail_serve", args=["media/"])),
        address=address(request.path),
    )
    xml = feed(programme, list(_episodes(request, spoken)))
    return HttpResponse(xml, content_type="application/rss+xml; charset=utf-8")


def languages() -> list[str]:
    """Return the codes of languages of which something can be heard."""
    rows = MediaPage.objects.live().exclude(recording=None)
    return sorted(set(rows.values_list("spoken", flat=True)))


def _episodes(request: HttpRequest, spoken: str) -> list[Episode]:
    rows = MediaPage.objects.live().filter(spoken=spoken).exclude(recording=None)
    day = today()
    pages = [page for page in rows if showing.may_be_read(page, day)]
    found = shown.published(page.recording_id for page in pages)
    made = {
        page.recording_id: _episode(request, page, found[page.recording_id])
        for page in pages
        if page.recording_id in found
    }
    return [one for one in made.values() if one is not None]


def _episode(request: HttpRequest, page: MediaPage, it: Shown) -> Episode | None:
    source = next((one for one in it.played if one.media == SOUND), None)
    if source is None or page.first_published_at is None:
        return None
    address = request.build_absolute_uri
    return Episode(
        guid=str(it.id),
        title=page.title,
        summary=page.summary,
        page=address(page.url),
        file=address(source.address),
        bytes=source.bytes,
        media=source.media,
        seconds=it.seconds,
        published=page.first_published_at,
        transcript=address(it.tracks[0].address) if it.tracks else "",
    )


_TITLE = {"th": "สถานะ: ฟังเรื่องสิทธิและสถานะ", "en": "Sathana: rights and status to hear"}
_ABOUT = {
    "th": "รายการเสียงของศูนย์สื่อเพื่อการคุ้มครองสิทธิ",
    "en": "Sound of the Rights-Protection Media Centre",
}
_AUTHOR = {"th": "ศูนย์สื่อเพื่อการคุ้มครองสิทธิ", "en": "Rights-Protection Media Centre"}
