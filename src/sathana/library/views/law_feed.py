"""What changed in the law, for those who follow it: an Atom feed in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.law.model import LawEvent
from sathana.law.model_update import Update
from sathana.library import lawplaces
from sathana.web import dates
from sathana.web.languages import current, pick

MOST = 40
_TITLE = {"th": "กฎหมายเปลี่ยนอะไรบ้าง", "en": "What changed in the law"}
_SAYS = {
    "th": "วันที่กฎหมายสัญชาติและการทะเบียนเปลี่ยน และฉบับปรับปรุงที่เว็บนี้ติดตั้ง",
    "en": "Days on which the law of nationality and registration changed, and updates "
    "of our texts that are installed here.",
}
_BACK = {"th": "ย้อนหลัง:", "en": "Reaches back:"}
_UPDATED = {
    "th": "ปรับปรุงข้อความกฎหมายในเว็บนี้: {0} (ลงนามโดย {1}) ที่มา: {2}",
    "en": "Our texts of the law were updated: {0} (signed by {1}). Source: {2}",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change as the feed tells it.

    Attributes:
        id: Stays the same for ever, so that a reader is told of it once.
        day: Of the change, ordinal; the first that it can be, if only that is known.
    """

    id: str
    day: int
    title: str
    says: str
    href: str


def changes() -> list[Change]:
    """Return changes of the law and installed updates, the newest first."""
    law = pack()
    found = [
        *map(_of_event, law.events.values()),
        *map(_of_update, law.updates),
    ]
    return sorted(found, key=lambda change: -change.day)[:MOST]


def _of_event(event: LawEvent) -> Change:
    act = pick(lawplaces.title("instrument", event.instrument))
    births = f" {pick(_BACK)} {pick(event.births)}" if event.births else ""
    return Change(
        f"event:{event.id}",
        event.date.earliest,
        pick(event.title),
        f"{dates.show(event.date)} · {act}.{births}",
        lawplaces.address("event", event.id),
    )


def _of_update(update: Update) -> Change:
    records, names = ", ".join(update.records), ", ".join(update.names)
    return Change(
        f"update:{update.id}",
        update.made_on,
        pick(update.title),
        pick(_UPDATED).format(records, names, update.source),
        reverse("law"),
    )


class LawFeed(Feed):
    """The feed itself."""

    feed_type = Atom1Feed

    def title(self) -> str:
        """Return the name of the feed."""
        return pick(_TITLE)

    def subtitle(self) -> str:
        """Return what it tells."""
        return pick(_SAYS)

    def link(self) -> str:
        """Return the page that says the same."""
        return reverse("law-changes")

    def items(self) -> list[Change]:
        """Return what changed."""
        return changes()

    def item_title(self, item: Change) -> str:
        """Return what changed."""
        return item.title

    def item_description(self, item: Change) -> str:
        """Return when and how."""
        return item.says

    def item_link(self, item: Change) -> str:
        """Return where it is read."""
        return item.href

    def item_guid(self, item: Change) -> str:
        """Return the name of the change in this language, the same for ever."""
        return f"urn:sathana:law:{current()}:{item.id}"

    def item_updateddate(self, item: Change) -> datetime:
        """Return the day on which it changed, as it began in Thailand."""
        return datetime.combine(
            date.fromordinal(item.day), time.min, tzinfo=dates.THAILAND
        )


_FEED = LawFeed()


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Return the feed in the language of the address."""
    return _FEED(request)
