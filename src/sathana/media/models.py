"""Recordings of the media centre: what came, what was made of it, how often it began.

All of it is meant for the public, so nothing here is sealed; but what is not published
yet is handed out to editors only. What a recording is called and tells stands on the
page that refers to it by its id.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from sathana.protection.classes import Sensitivity

P0, P1 = Sensitivity.P0, Sensitivity.P1

KINDS = ("sound", "video", "picture")
LICENCES = {
    "cc-by-4.0": {"th": "CC BY 4.0 (ใช้ต่อได้ โดยบอกที่มา)", "en": "CC BY 4.0"},
    "cc-by-sa-4.0": {
        "th": "CC BY-SA 4.0 (ใช้ต่อได้ โดยบอกที่มาและใช้สัญญาเดียวกัน)",
        "en": "CC BY-SA 4.0",
    },
    "cc-by-nc-4.0": {
        "th": "CC BY-NC 4.0 (ใช้ต่อได้โดยบอกที่มา ไม่ใช่เพื่อการค้า)",
        "en": "CC BY-NC 4.0",
    },
    "cc0-1.0": {"th": "CC0 (ใช้ได้อย่างเสรี)", "en": "CC0"},
    "own": {"th": "สงวนลิขสิทธิ์ ขออนุญาตก่อนใช้", "en": "All rights reserved: ask first"},
    "": {"th": "ยังไม่ได้บอกสัญญาอนุญาต", "en": "No licence is told yet"},
}
"""Licences by code; ``""``: it is not told, and then nobody may suppose one."""


class Recording(models.Model):
    """Sound, video or a picture.

    Attributes:
        label: How those who work with it call it; readers never see it.
        kind: One of ``KINDS``, told from what the file holds.
        language: Code of the language that is spoken (``th``, ``ahk``); ``""``:
            unknown, or nobody speaks.
        dialect: Dialect or village way of speaking, in words; ``""``: not told.
        seconds: Length; ``None``: a picture, or the file does not tell and no copy is
            ready yet.
        width, height: Dots as it came; ``None`` for sound.
        sha256, bytes: Of the file that is kept: sound and video as they came, a
            picture as its cleaned copy (nothing of where it was taken is kept).
        format: Key of ``files.recordings.TAKEN``.
        licence: Key of ``LICENCES``.
        published_at: Since when anybody may have it; ``None``: editors only.
        taken_by: Who brought it; ``None``: the account is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    label = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=10)
    language = models.CharField(max_length=12, blank=True)
    dialect = models.CharField(max_length=80, blank=True)
    seconds = models.FloatField(null=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()
    format = models.CharField(max_length=8)
    licence = models.CharField(max_length=20, blank=True)
    published_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        "accounts.Account", models.SET_NULL, null=True, related_name="+"
    )
    taken_at = models.DateTimeField()

    PLAIN: ClassVar = {
        **dict.fromkeys(
            (
                *(
                    "id",
                    "label",
                    "kind",
                    "language",
                    "dialect",
                    "seconds",
                    "width",
                    "height",
                ),
                *("sha256", "bytes", "format", "licence", "published_at"),
            ),
            P0,
        ),
        **dict.fromkeys(("taken_by", "taken_at"), P1),
    }

    def __str__(self) -> str:
        """Return how it is called where somebody chooses it."""
        return self.label or f"{self.kind} {self.taken_at:%Y-%m-%d} {str(self.pk)[:8]}"


class Variant(models.Model):
    """A small copy of a recording, made or to be made; the rows are the queue.

    Attributes:
        kind: Key of ``recipes.RECIPES``.
        state: ``waiting``, ``working``, ``done`` or ``failed``.
        progress: 0 to 100; while the length is unknown it stays at 0 until it is done.
        sha256, bytes: Of the copy; ``""`` and ``None`` until it is done.
        width, height: Dots of the copy; ``None`` for sound, and until it is done.
        bitrate: Bits per second, of all of it on the average; ``None`` for pictures.
        fault: Why it failed (code of ``refusals.REFUSALS``); ``""`` if it did not.
        tries: How often it was begun; after three times it is given up.
        seen_at: When its worker was last seen at it; a row that nobody was seen at for
            minutes is taken up again.
    """

    WAITING, WORKING, DONE, FAILED = "waiting", "working", "done", "failed"

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="variants")
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10, default=WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    bytes = models.PositiveBigIntegerField(null=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    bitrate = models.PositiveIntegerField(null=True)
    fault = models.CharField(max_length=20, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recording", "kind"], name="media_one_of_a_kind"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["state"], name="media_queue")]

    PLAIN = dict.fromkeys(
        (
            *("id", "recording", "kind", "state", "progress", "sha256", "bytes"),
            *("width", "height", "bitrate", "fault", "tries", "seen_at"),
        ),
        P0,
    )


class Captions(models.Model):
    """Captions of a recording in one language, as WebVTT that we wrote.

    Attributes:
        kind: ``captions`` (of what is said, in the language it is said in, with who
            speaks) or ``subtitles`` (a translation).
    """

    KINDS = ("captions", "subtitles")

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="captions")
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=10)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recording", "language"], name="media_one_captions"
            )
        ]

    PLAIN = dict.fromkeys(("id", "recording", "language", "kind", "text"), P0)


class Transcript(models.Model):
    """All that is said in a recording, as plain text in one language."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="transcripts")
    language = models.CharField(max_length=12)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recording", "language"], name="media_one_transcript"
            )
        ]

    PLAIN = dict.fromkeys(("id", "recording", "language", "text"), P0)


class Play(models.Model):
    """How often a recording was begun on one day; nothing about who began it.

    Attributes:
        day: Of Thailand (UTC+7).
        count: Beginnings, not people: see ``plays``.
    """

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="plays")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recording", "day"], name="media_one_day")
        ]

    PLAIN = dict.fromkeys(("id", "recording", "day", "count"), P0)
