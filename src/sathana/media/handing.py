"""Handing files out: ranges, tags, and never more at once than a page is worth.

Players ask for ranges. Such an answer holds at most ``PIECE`` bytes, as HTTP allows (a
206 may be shorter than what was asked for; the player asks for the next), so that it
takes a page's seat for a moment only. A large file that is asked for whole is sent
outside of the seats (``web.seats.FromDisk``).
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from whitenoise.responders import StaticFile  # type: ignore[import-untyped]

from sathana.media import store
from sathana.media.models import Captions, Recording, Variant
from sathana.media.recipes import RECIPES
from sathana.web.seats import FromDisk

PIECE = 1 << 20
"""Bytes of one answer at most, unless a file is asked for whole."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that may be handed out.

    Attributes:
        sha256: Of the file: also its tag.
        media: Its media type.
        name: Under which it is saved; ASCII, and it tells nothing of anybody.
        shown: Whether a browser may play it in place: only what we encoded ourselves.
        kept: Whether caches may keep it. They ask each time whether it is still public
            (a small answer, by its tag), so that what is withdrawn is so at once.
    """

    sha256: str
    media: str
    name: str
    shown: bool = True
    kept: bool = True


def copy_of(recording: uuid.UUID, kind: str, *, drafts: bool = False) -> Handed | None:
    """Return a ready copy of a recording; ``None`` if there is none to hand out.

    Args:
        recording: Its id.
        kind: Key of ``recipes.RECIPES``.
        drafts: Whether what is not published counts too: for editors.
    """
    rows = Variant.objects.filter(recording=recording, kind=kind, state=Variant.DONE)
    if not drafts:
        rows = rows.exclude(recording__published_at=None)
    digest = rows.values_list("sha256", flat=True).first()
    if digest is None or kind not in RECIPES:
        return None
    recipe = RECIPES[kind]
    name = f"sathana-{recording.hex[:8]}-{kind}{recipe.ending}"
    return Handed(digest, recipe.media, name, kept=not drafts)


def original_of(recording: uuid.UUID) -> Handed | None:
    """Return the file that is kept, to be saved and never shown: for editors only."""
    row = Recording.objects.filter(pk=recording).first()
    if row is None:
        return None
    name = f"sathana-{recording.hex[:8]}-original.{row.format}"
    return Handed(row.sha256, "application/octet-stream", name, False, kept=False)


def address(variant: Variant) -> str:
    """Return the one address of a copy, whatever the language of the page.

    It changes with the content, so that nobody is shown an old copy out of a cache.
    """
    with translation.override("th"):
        path = reverse("media-file", args=(variant.recording_id, variant.kind))
    return f"{path}?v={variant.sha256[:12]}"


def captions_address(captions: Captions) -> str:
    """Return the one address of captions."""
    with translation.override("th"):
        return reverse(
            "media-captions", args=(captions.recording_id, captions.language)
        )


def answer(request: HttpRequest, handed: Handed) -> HttpResponseBase | None:
    """Return a file, the part of it that was asked for, or that it has not changed.

    ``None`` if the file is lost.
    """
    path = store.path(handed.sha256)
    if not path.is_file():
        return None
    file = StaticFile(str(path), _headers(handed))
    told = {**request.META}
    if "HTTP_RANGE" in told:
        told["HTTP_RANGE"] = _capped(told["HTTP_RANGE"], path.stat().st_size)
    found = file.get_response(request.method, told)
    headers = dict(found.headers)
    if found.file is None:
        return HttpResponse(status=found.status, headers=headers)
    if int(headers["Content-Length"]) > PIECE:
        return FromDisk(found.file, int(found.status), headers)
    with found.file as opened:
        return HttpResponse(opened.read(), status=found.status, headers=headers)


def begins(request: HttpRequest) -> bool:
    """Whether the beginning of a file is asked for, and more than a taste of it.

    Some players first ask for two bytes, to see whether ranges are answered.
    """
    asked = request.headers.get("Range")
    if request.method != "GET":
        return False
    if asked is None:
        return True
    try:
        start, end = StaticFile.parse_byte_range(asked)
    except ValueError:
        return True
    return start == 0 and (end is None or end > 1)


def _headers(handed: Handed) -> list[tuple[str, str]]:
    how = "inline" if handed.shown else "attachment"
    kept = "public, no-cache" if handed.kept else "no-store"
    return [
        ("Content-Type", handed.media),
        ("Content-Disposition", f'{how}; filename="{handed.name}"'),
        ("Cache-Control", kept),
        ("Accept-Ranges", "bytes"),
        ("X-Content-Type-Options", "nosniff"),
        ("ETag", f'"{handed.sha256[:32]}"'),
    ]


def _capped(asked: str, size: int) -> str:
    """Return a range no longer than a piece; what cannot be read stays as it is."""
    try:
        start, end = StaticFile.parse_byte_range(asked)
    except ValueError:
        return asked
    if start < 0:
        start = max(start + size, 0)
    last = size - 1 if end is None else end
    return f"bytes={start}-{min(last, start + PIECE - 1)}"
