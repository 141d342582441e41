"""A podcast feed: one for each language, from plain values; it stores nothing.

RSS 2.0 with the tags that players of podcasts read. Who wires an address to it gives
whole addresses, since a feed is read far from the site.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
"""Name of a vocabulary, as it is registered; nothing is fetched from there."""
MEDIA_TYPE = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Episode:
    """One recording of a feed.

    Attributes:
        guid: Its id for ever (the id of the recording).
        title, summary: In the language of the feed, plain text.
        page: Whole address of its page.
        file: Whole address of the copy to hear (M4A plays everywhere).
        bytes: Size of the copy.
        media: Media type of the copy.
        seconds: Length; ``None``: unknown, and then nothing is said of it.
        published: Since when it can be had; with a time zone.
        transcript: Whole address of captions (WebVTT); ``""``: none.
    """

    guid: str
    title: str
    summary: str
    page: str
    file: str
    bytes: int
    media: str
    seconds: float | None
    published: datetime
    transcript: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """What a feed is.

    Attributes:
        title, description, author: In its language.
        language: Code of its language.
        page: Whole address of the page of the media centre.
        address: Whole address of the feed itself.
        picture: Whole address of a square picture; ``""``: none.
        licence: In words; ``""``: not told.
    """

    title: str
    description: str
    author: str
    language: str
    page: str
    address: str
    picture: str = ""
    licence: str = ""


def feed(programme: Programme, episodes: Sequence[Episode]) -> str:
    """Return a feed as XML, the newest episode first.

    The same input gives the same text: the day of the feed is that of its newest
    episode.
    """
    made = _Feed(
        programme.title,
        programme.page,
        programme.description,
        language=programme.language,
        author_name=programme.author,
        feed_url=programme.address,
        feed_copyright=programme.licence or None,
        picture=programme.picture,
    )
    for one in sorted(
        episodes, key=lambda one: (one.published, one.guid), reverse=True
    ):
        made.add_item(
            one.title,
            one.page,
            one.summary,
            unique_id=one.guid,
            unique_id_is_permalink=False,
            pubdate=one.published,
            enclosures=[Enclosure(one.file, str(one.bytes), one.media)],
            seconds=one.seconds,
            transcript=one.transcript,
        )
    return str(made.writeString("utf-8"))


class _Feed(Rss201rev2Feed):
    """RSS with the tags of podcasts."""

    def rss_attributes(self) -> dict[str, str]:
        known = super().rss_attributes()
        more = {
            "xmlns:itunes": ITUNES,
            "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
        }
        return {**known, **more}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("itunes:author", self.feed["author_name"])
        handler.addQuickElement("itunes:type", "episodic")
        handler.addQuickElement("itunes:explicit", "false")
        handler.addQuickElement("itunes:category", None, {"text": "Education"})
        if self.feed.get("picture"):
            handler.addQuickElement(
                "itunes:image", None, {"href": self.feed["picture"]}
            )

    def add_item_elements(
        self, handler: SimplerXMLGenerator, item: dict[str, Any]
    ) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("itunes:summary", item["description"])
        handler.addQuickElement("itunes:explicit", "false")
        if item["seconds"] is not None:
            length = str(max(1, round(item["seconds"])))
            handler.addQuickElement("itunes:duration", length)
        if item["transcript"]:
            told = {"url": item["transcript"], "type": "text/vtt"}
            handler.addQuickElement("podcast:transcript", None, told)
