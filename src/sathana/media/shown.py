"""A recording as a page shows it: addresses, sizes and words, read in few questions."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sathana.media import handing
from sathana.media.models import LICENCES, Recording, Variant
from sathana.media.recipes import RECIPES

type Text = dict[str, str]

LABELS: dict[str, Text] = {
    "opus": {"th": "เสียง ขนาดเล็กที่สุด", "en": "Sound, smallest"},
    "m4a": {
        "th": "เสียง สำหรับเครื่องเก่าและไอโฟน",
        "en": "Sound for old phones and iPhones",
    },
    "v240": {"th": "วิดีโอ ขนาดเล็ก (240p)", "en": "Video, small (240p)"},
    "v480": {"th": "วิดีโอ ชัดขึ้น (480p)", "en": "Video, clearer (480p)"},
}
_ORDER = list(RECIPES)


@dataclass(frozen=True, slots=True)
class Source:
    """One copy that can be played, shown or saved.

    Attributes:
        kind: Key of ``recipes.RECIPES``.
        address: Where it is.
        media: Its media type.
        bytes: Its size.
        width, height: Dots; ``None`` for sound.
        label: What it is, in words; empty for pictures.
    """

    kind: str
    address: str
    media: str
    bytes: int
    width: int | None
    height: int | None
    label: Text


@dataclass(frozen=True, slots=True)
class Track:
    """Captions in one language: ``kind`` is ``captions`` or ``subtitles``."""

    language: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page needs of a recording.

    Attributes:
        seconds: Length; ``None``: a picture, or unknown.
        language, dialect: What is spoken; ``""``: unknown or not told.
        licence: In words; says so where none is told.
        played: Sound and video that are ready, the smallest first.
        pictures: Copies of a picture that are ready, the narrowest first.
        poster: Picture of a video; ``None`` while there is none.
        transcripts: Text by language.
        progress: 0 to 100: how much of all copies is made.
        failed: Codes of why copies failed; empty if none did.
        published: Whether anybody may have it.
    """

    id: uuid.UUID
    kind: str
    seconds: float | None
    language: str
    dialect: str
    licence: Text
    played: tuple[Source, ...]
    pictures: tuple[Source, ...]
    poster: Source | None
    tracks: tuple[Track, ...]
    transcripts: dict[str, str]
    progress: int
    failed: tuple[str, ...]
    published: bool

    @property
    def sources(self) -> tuple[Source, ...]:
        """What a player is given: of a video its pictures' copies, best first."""
        moving = [one for one in self.played if one.media.startswith("video/")]
        return tuple(moving or self.played)

    @property
    def srcset(self) -> str:
        """The widths of a picture, for the ``srcset`` of an image."""
        return ", ".join(f"{one.address} {one.width}w" for one in self.pictures)


def published(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Shown]:
    """Return recordings that anybody may have, by id; others are left out."""
    return {one.id: one for one in _shown(ids) if one.published}


def drafts(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Shown]:
    """Return recordings by id, published or not: for editors, with progress.

    The addresses of copies answer only once a recording is published; an editor's page
    uses ``media-desk-file``.
    """
    return {one.id: one for one in _shown(ids)}


def _shown(ids: Iterable[uuid.UUID]) -> Iterable[Shown]:
    rows = Recording.objects.filter(pk__in=set(ids))
    for row in rows.prefetch_related("variants", "captions", "transcripts"):
        yield _one(row)


def _one(row: Recording) -> Shown:
    copies = sorted(row.variants.all(), key=lambda one: _ORDER.index(one.kind))
    ready = [_source(one) for one in copies if one.state == Variant.DONE]
    pictures = [one for one in ready if one.media.startswith("image/")]
    return Shown(
        id=row.pk,
        kind=row.kind,
        seconds=row.seconds,
        language=row.language,
        dialect=row.dialect,
        licence=LICENCES.get(row.licence, LICENCES[""]),
        played=tuple(one for one in ready if one not in pictures),
        pictures=tuple(one for one in pictures if one.kind != "poster"),
        poster=next((one for one in pictures if one.kind == "poster"), None),
        tracks=tuple(
            Track(one.language, one.kind, handing.captions_address(one))
            for one in row.captions.all()
        ),
        transcripts={one.language: one.text for one in row.transcripts.all()},
        progress=sum(one.progress for one in copies) // max(len(copies), 1),
        failed=tuple(one.fault for one in copies if one.state == Variant.FAILED),
        published=row.published_at is not None,
    )


def _source(row: Variant) -> Source:
    return Source(
        row.kind,
        handing.address(row),
        RECIPES[row.kind].media,
        row.bytes or 0,
        row.width,
        row.height,
        LABELS.get(row.kind, {}),
    )
