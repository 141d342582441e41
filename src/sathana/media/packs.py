"""Packs to take along: a folder of pages and recordings that needs no network.

A pack is a ZIP for a USB stick or a phone. Unpacked, ``index.html`` opens from the file
system: no program, no address outside, relative links, names that any old disk (FAT32)
keeps. Every page says from which day its law is, when somebody last checked it, and
after which day to check again: a pack cannot be called back.

This module says what a pack is; ``packwriting`` writes it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sathana.media import shown, store
from sathana.media.models import Variant
from sathana.media.recipes import RECIPES

LARGEST = 600_000_000
"""Bytes of the recordings of one pack: fits an old stick and a small phone."""
_TAKEN_ALONG = {"sound": ("m4a",), "video": ("v240",), "picture": ("w640",)}
"""The copy of each kind that plays on the most devices without a network."""
type Text = dict[str, str]


@dataclass(frozen=True, slots=True)
class PackFile:
    """A recording, or a paper to print, that goes along with a text.

    Attributes:
        path: Where it lies on this machine.
        media: Its media type.
        ending: Of its name in the pack, with the dot.
        label: What it is, in the language of the text.
        licence: On what terms it may be used, in words; ``""``: not told.
    """

    path: Path
    media: str
    ending: str
    label: str
    licence: str = ""

    @property
    def how(self) -> str:
        """How a page shows it: ``audio``, ``video``, ``image``, or ``""`` as a link."""
        first = self.media.partition("/")[0]
        return first if first in ("audio", "video", "image") else ""


@dataclass(frozen=True, slots=True)
class PackItem:
    """One text with what belongs to it.

    Attributes:
        slug: Its name in addresses; ASCII stays of it.
        title, summary: In its language.
        html_body: Its body; only words, lists and tables of it are taken over.
        language: Code of its language.
        topic: Code of its topic.
        files: What goes along.
        citations: What it states as law, each in words with its mark.
        law_date: The day whose law it tells; ``None``: it tells no law.
        checked: When somebody last checked it against the law; ``None``: nobody did.
        recheck: After which day it must be checked again; ``None``: unknown.
        licence: On what terms the text may be used, in words; ``""``: not told.
        transcript: What its recording says, as plain text.
    """

    slug: str
    title: str
    summary: str
    html_body: str
    language: str
    topic: str
    files: tuple[PackFile, ...] = ()
    citations: tuple[str, ...] = ()
    law_date: date | None = None
    checked: date | None = None
    recheck: date | None = None
    licence: str = ""
    transcript: str = ""

    @property
    def bytes(self) -> int:
        """How many bytes of recordings it brings."""
        return sum(file.path.stat().st_size for file in self.files)


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack is made of.

    Attributes:
        title: Of the pack, in its language.
        language: Code of its language; its own words are in English for ``en``, in
            Thai for all others.
        topic: Code of its topic; ``""``: all topics.
        items: Its texts, in order; all in its language.
        made_on: The day it is made.
        number, of: Which part it is, of how many.
    """

    title: str
    language: str
    topic: str
    items: tuple[PackItem, ...]
    made_on: date
    number: int = 1
    of: int = 1

    @property
    def recheck(self) -> date | None:
        """The first day after which something in it must be checked again."""
        return min((one.recheck for one in self.items if one.recheck), default=None)

    @property
    def name(self) -> str:
        """Its file name."""
        parts = (
            "sathana",
            self.language,
            self.topic or "all",
            f"{self.made_on:%Y%m%d}",
        )
        part = f"-{self.number}-of-{self.of}" if self.of > 1 else ""
        return f"{ascii_name('-'.join(parts), 60)}{part}.zip"


class PackError(Exception):
    """A pack that cannot be made; ``text`` says why and what to do, th and en."""

    def __init__(self, text: Text) -> None:
        super().__init__(text["en"])
        self.text = text


def split(pack: Pack, most: int = LARGEST) -> list[Pack]:
    """Cut a pack into as few parts as hold no more than so many bytes of recordings.

    The order of its texts stays.

    Raises:
        PackError: It holds nothing, or one text alone is too large.
    """
    if not pack.items:
        raise PackError(_EMPTY)
    parts: list[list[PackItem]] = [[]]
    room = most
    for item in pack.items:
        size = item.bytes
        if size > most:
            raise PackError(too_large(item, size, most))
        if size > room:
            parts.append([])
            room = most
        parts[-1].append(item)
        room -= size
    return [
        Pack(
            pack.title,
            pack.language,
            pack.topic,
            tuple(part),
            pack.made_on,
            n,
            len(parts),
        )
        for n, part in enumerate(parts, 1)
    ]


def files_of(
    ids: Iterable[uuid.UUID], language: str
) -> dict[uuid.UUID, tuple[PackFile, ...]]:
    """Return, for published recordings, the small copies that go into a pack.

    Args:
        ids: Recordings; one that is not published or not ready is left out.
        language: Of the labels.
    """
    found = shown.published(ids)
    rows = Variant.objects.filter(recording__in=found, state=Variant.DONE)
    digests = {(row.recording_id, row.kind): row.sha256 for row in rows}
    lang = words_in(language)
    files: dict[uuid.UUID, tuple[PackFile, ...]] = {}
    for key, it in found.items():
        files[key] = tuple(
            PackFile(
                store.path(digests[key, kind]),
                RECIPES[kind].media,
                RECIPES[kind].ending,
                shown.LABELS.get(kind, _PICTURE)[lang],
                it.licence[lang],
            )
            for kind in _TAKEN_ALONG[it.kind]
            if (key, kind) in digests
        )
    return files


def ascii_name(text: str, most: int) -> str:
    """Return a file name of small ASCII letters, digits and hyphens."""
    tidy = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return tidy[:most].strip("-") or "text"


def words_in(language: str) -> str:
    """Return in which of our two languages a pack has its own words."""
    return "en" if language == "en" else "th"


def too_large(item: PackItem | None, size: int, most: int) -> Text:
    """Return what to say of a text, or of all of them, that has too many bytes."""
    what = f" “{item.title}”" if item else ""
    told = (round(size / 1_000_000), round(most / 1_000_000))
    return {
        "th": f"ชุดดาวน์โหลด{what} ใหญ่ {told[0]:,} เมกะไบต์ เกิน {told[1]:,} เมกะไบต์ "
        "เลือกหัวข้อเดียว หรือแบ่งวิดีโอเป็นตอนสั้น ๆ",
        "en": f"The pack{what} has {told[0]:,} MB, more than {told[1]:,} MB. Choose "
        "one topic, or split the video into short parts.",
    }


_EMPTY = {
    "th": "ไม่มีเนื้อหาในภาษาและหัวข้อนี้ เลือกภาษาหรือหัวข้ออื่น",
    "en": "There is no text in this language on this topic. Choose another one.",
}
_PICTURE = {"th": "ภาพ", "en": "Picture"}
