"""Pages of the public site, and helpers whom people can trust."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from sathana.editorial.models import PublicPage
from sathana.protection.classes import Sensitivity
from sathana.publishing.words import FORMATS, LICENCES, SHOWS, SIZES
from sathana.web.lazy import both

MADE_UP, CONSENTED = "made-up", "consented"
RESERVED = frozenset(
    (
        *("law", "cases", "try", "id13", "scenarios", "wrong", "search", "start"),
        *("learn", "my", "edit", "en", "th", "static", "media-files", "design"),
        *("families", "organisation", "sign-in", "feeds", "sitemap.xml", "packs"),
    )
)
"""First words of addresses that are not pages of this site."""


class SitePage(PublicPage):
    """What every page of the site shares: its place must not hide another room."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse an address that belongs to another room.

        Raises:
            ValidationError: The first word of the address is taken.
        """
        super().clean()
        parent = self.get_parent() if self.pk else None
        if (parent is None or parent.depth == 2) and self.slug in RESERVED:
            raise ValidationError(
                {
                    "slug": both(
                        f"“{self.slug}” เป็นที่อยู่ของส่วนอื่นในเว็บ เลือกคำอื่น",
                        f"“{self.slug}” belongs to another room. Choose another.",
                    )
                }
            )

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Give the template what the page shows."""
        from sathana.publishing import showing

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {
            **context,
            **showing.context_of(self, request),
            **self.own_context(request),
        }

    def own_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what this kind of page shows besides."""
        return {}


class HomePage(SitePage):
    """The first page of one language."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    template = "publishing/home.html"

    def own_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return lists, chapters and news."""
        from sathana.publishing import listing

        return listing.of_home(self)


def titled(name: str, th: str, en: str) -> FieldPanel:
    """Return the field of a form, under a title in both languages."""
    return FieldPanel(name, heading=both(th, en))


class TextPage(SitePage):
    """A page that stands for itself: About, contact, privacy."""

    parent_page_types: ClassVar[list[str]] = [
        "publishing.HomePage",
        "publishing.TextPage",
    ]
    template = "publishing/text.html"


class ListPage(SitePage):
    """A page that lists what lies below it."""

    shows = models.CharField(max_length=10, choices=SHOWS)
    parent_page_types: ClassVar[list[str]] = ["publishing.HomePage"]
    content_panels = [
        *SitePage.content_panels,
        titled("shows", "รายการอะไร", "What it lists"),
    ]
    template = "publishing/list.html"

    def own_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return the list, cut to what was asked for."""
        from sathana.publishing import listing

        return listing.context_of(self, request.GET)


class NewsPage(SitePage):
    """A piece of news."""

    day = models.DateField(verbose_name=both("วันที่", "Day"))
    parent_page_types: ClassVar[list[str]] = ["publishing.ListPage"]
    content_panels = [
        *SitePage.content_panels[:1],
        FieldPanel("day"),
        *SitePage.content_panels[1:],
    ]
    template = "publishing/news.html"


class StoryPage(SitePage):
    """A person's story: made up, or told with a consent that ends.

    Attributes:
        consent: Whether it is made up, or somebody agreed to it.
        consent_kept: Where the signed consent lies; never a name.
        consent_on: When it was given; ``None`` for a made-up story.
        consent_until: Last day on which the story may be shown.
        consent_ended: Day on which it was taken back; ``None`` while it holds.
    """

    consent = models.CharField(
        max_length=12,
        choices=(
            (MADE_UP, both("แต่งขึ้น", "Made up")),
            (CONSENTED, both("มีความยินยอม", "With consent")),
        ),
    )
    consent_kept = models.CharField(max_length=80, blank=True)
    consent_on = models.DateField(null=True, blank=True)
    consent_until = models.DateField(null=True, blank=True)
    consent_ended = models.DateField(null=True, blank=True)
    parent_page_types: ClassVar[list[str]] = ["publishing.ListPage"]
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                titled("consent", "แบบใด", "Which"),
                titled(
                    "consent_kept",
                    "เก็บหนังสือไว้ที่ใด ไม่ใส่ชื่อคน",
                    "Where it is kept, no name",
                ),
                titled("consent_on", "วันที่ยินยอม", "Given on"),
                titled("consent_until", "แสดงได้ถึงวันที่", "Shown until"),
                titled("consent_ended", "ถอนเมื่อ", "Taken back on"),
            ],
            heading=both("ความยินยอม", "Consent"),
        ),
    ]
    template = "publishing/story.html"

    def clean(self) -> None:
        """Refuse a true story without a recorded consent that ends.

        Raises:
            ValidationError: Consent is missing, or has no end.
        """
        super().clean()
        if self.consent == CONSENTED and not (
            self.consent_on and self.consent_until and self.consent_kept
        ):
            raise ValidationError(
                {
                    "consent": both(
                        "เรื่องจริงต้องมีวันที่ยินยอม วันสิ้นสุด และที่เก็บหนังสือยินยอม "
                        "ถ้ายังไม่มี ให้เก็บเป็นร่างไว้ก่อน",
                        "A true story needs the day of consent, its end, and where the "
                        "signed paper lies. Without them keep it as a draft.",
                    )
                }
            )

    def may_be_shown(self, today: date) -> bool:
        """Whether the story may be public on a day."""
        if self.consent == MADE_UP:
            return True
        begun, until = self.consent_on, self.consent_until
        if begun is None or until is None or self.consent_ended is not None:
            return False
        return begun <= today <= until


class MediaPage(SitePage):
    """An item of the media centre.

    Attributes:
        medium: What it is: a code of ``words.FORMATS``.
        recording: What is heard or seen; ``None``: it is only read.
        spoken: Code of the language that is spoken or written in it (BCP 47).
        dialect: Its dialect in words; empty if none is known.
        size: Of what is printed: ``A4`` or ``A6``.
        foot: Last line of what is printed.
        chapter: Slug of the chapter to which a printed code leads; empty: to itself.
    """

    medium = models.CharField(max_length=12, choices=FORMATS)
    recording = models.ForeignKey(
        "media.Recording", models.PROTECT, null=True, blank=True, related_name="+"
    )
    spoken = models.CharField(max_length=12, default="th")
    dialect = models.CharField(max_length=60, blank=True)
    licence = models.CharField(max_length=20, choices=LICENCES, default="cc-by-sa-4.0")
    size = models.CharField(max_length=2, blank=True, choices=SIZES)
    foot = models.CharField(max_length=200, blank=True)
    chapter = models.SlugField(max_length=80, blank=True, allow_unicode=False)
    parent_page_types: ClassVar[list[str]] = ["publishing.ListPage"]
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                titled("medium", "เป็นสื่อแบบใด", "Kind of item"),
                titled("recording", "สื่อเสียง ภาพ วิดีโอ", "Recording"),
                titled("spoken", "รหัสภาษา (th, en, shn)", "Code of its language"),
                titled("dialect", "ภาษาถิ่น", "Dialect"),
                titled("licence", "สัญญาอนุญาต", "Licence"),
                titled("size", "ขนาดที่พิมพ์", "Size in print"),
                titled("foot", "บรรทัดท้ายที่พิมพ์", "Last line in print"),
                titled("chapter", "รหัส QR นำไปบทใด", "Chapter that its code leads to"),
            ],
            heading=both("สื่อ", "The item"),
        ),
    ]
    template = "publishing/item.html"

    def own_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return its chapter, for whom it is, and whether it can be printed."""
        from sathana.publishing import listing, posters

        return {
            "chapter": listing.chapter_of(self),
            "audience": listing.audience_of(self),
            "printable": self.medium in posters.PRINTED,
            "shown": listing.recording_of(self),
        }


class HelpersPage(SitePage):
    """The directory of helpers who were verified."""

    parent_page_types: ClassVar[list[str]] = ["publishing.HomePage"]
    template = "publishing/helpers.html"

    def own_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return the helpers by their state."""
        from sathana.publishing import listing

        return listing.of_helpers(self)

    max_count_per_parent = 1


class Helper(models.Model):
    """Somebody who helps, proposed by one and verified by another.

    Attributes:
        areas: Where they help, in words.
        contact: How to reach them in public: an office, a hotline.
        verified_by: Who verified them; another than who proposed them.
        valid_until: Last day for which the verification holds.
        revoked_on: Since when nobody should trust it any more; it stays to be seen.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_th = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    areas_th = models.CharField(max_length=200)
    areas_en = models.CharField(max_length=200)
    languages = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200)
    proposed_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="+"
    )
    verified_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="+"
    )
    verified_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)
    revoked_why_th = models.CharField(max_length=200, blank=True)
    revoked_why_en = models.CharField(max_length=200, blank=True)

    PLAIN = {
        **dict.fromkeys(
            (
                *("id", "name_th", "name_en", "areas_th", "areas_en", "languages"),
                *("contact", "verified_on", "valid_until", "revoked_on"),
                *("revoked_why_th", "revoked_why_en"),
            ),
            Sensitivity.P0,
        ),
        **dict.fromkeys(("proposed_by", "verified_by"), Sensitivity.P1),
    }

    def state(self, today: date) -> str:
        """Return ``verified``, ``revoked``, ``lapsed`` or ``proposed``."""
        if self.revoked_on is not None and self.revoked_on <= today:
            return "revoked"
        if self.verified_on is None or self.valid_until is None:
            return "proposed"
        return "verified" if today <= self.valid_until else "lapsed"


class Edition(models.Model):
    """Counts what has become public: pages kept ready are of one edition.

    Attributes:
        number: Raised by every publishing, and by every change of the law.
        law: Version of the law pack the last pages were made with.
    """

    number = models.PositiveBigIntegerField(default=0)
    law = models.CharField(max_length=200, blank=True)

    PLAIN = dict.fromkeys(("id", "number", "law"), Sensitivity.P0)


for _model in (
    HomePage,
    TextPage,
    ListPage,
    NewsPage,
    StoryPage,
    MediaPage,
    HelpersPage,
):
    _model.PLAIN = dict.fromkeys(
        (field.name for field in _model._meta.local_fields), Sensitivity.P0
    )
