"""The recordings of the media centre, for those who bring them and describe them."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from sathana.accounts import signed_in
from sathana.media import plays, services, shown
from sathana.media.models import LICENCES, Captions, Recording
from sathana.media.refusals import NotTakenError

SHOWN = 100
"""Recordings on the list, the newest first."""
_CODE = re.compile(r"(?=.{2,12}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""Code of a language: it stands in the address of captions."""


@require_safe
def recordings(request: HttpRequest) -> HttpResponse:
    """List the recordings, the newest first, with what is still being made."""
    rows = list(Recording.objects.order_by("-taken_at", "pk")[:SHOWN])
    found = shown.drafts(row.pk for row in rows)
    lines = [(row, found[row.pk]) for row in rows]
    return render(request, "editorial/recordings.html", {"lines": lines})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Bring a recording in; a file that is not taken leaves what was typed."""
    told: dict[str, Any] = {"licences": LICENCES, "typed": request.POST}
    if request.method == "GET":
        return render(request, "editorial/recording_new.html", told)
    file = request.FILES.get("file")
    if file is None:
        told["fault"] = _NO_FILE
        return render(request, "editorial/recording_new.html", told, status=422)
    try:
        made = services.take(
            _source(file),
            signed_in.actor(request).id,
            timezone.now(),
            language=request.POST.get("language", "").strip(),
            dialect=request.POST.get("dialect", "").strip(),
            licence=request.POST.get("licence", ""),
            label=request.POST.get("label", "").strip(),
        )
    except NotTakenError as fault:
        told["fault"] = fault.text
        return render(request, "editorial/recording_new.html", told, status=422)
    return redirect("editorial:recording", made.pk)


new.takes_recordings = True  # type: ignore[attr-defined]


@require_safe
def recording(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show one recording: how far its copies are, its captions, how often it began."""
    return render(request, "editorial/recording.html", _of(key))


@require_POST
def captions(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Keep captions that were sent as a file or typed; a fault leaves them typed."""
    get_object_or_404(Recording, pk=key)
    file = request.FILES.get("file")
    typed = request.POST.get("text", "")
    data = file.read() if file else typed.encode()
    language = request.POST.get("language", "").strip()
    kind = request.POST.get("kind", Captions.KINDS[0])
    if not _CODE.fullmatch(language) or kind not in Captions.KINDS:
        return _refused(request, key, _NO_LANGUAGE)
    try:
        services.set_captions(key, language, data, kind)
    except NotTakenError as fault:
        return _refused(request, key, fault.text)
    return redirect("editorial:recording", key)


captions.takes_files = True  # type: ignore[attr-defined]


@require_POST
def transcript(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Keep what is said, as plain text in one language."""
    get_object_or_404(Recording, pk=key)
    language = request.POST.get("language", "").strip()
    if not _CODE.fullmatch(language):
        return _refused(request, key, _NO_LANGUAGE)
    services.set_transcript(key, language, request.POST.get("text", ""))
    return redirect("editorial:recording", key)


@require_POST
def again(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Try once more to make the copies that failed."""
    get_object_or_404(Recording, pk=key)
    services.try_again(key)
    return redirect("editorial:recording", key)


def _refused(request: HttpRequest, key: uuid.UUID, fault: Any) -> HttpResponse:
    """Say why something was not kept, with what was typed."""
    told = {**_of(key), "fault": fault, "typed": request.POST}
    return render(request, "editorial/recording.html", told, status=422)


def _of(key: uuid.UUID) -> dict[str, Any]:
    row = get_object_or_404(Recording.objects.prefetch_related("variants"), pk=key)
    return {
        "row": row,
        "shown": shown.drafts([key])[key],
        "variants": row.variants.order_by("pk"),
        "plays": plays.total(key),
        "kinds": Captions.KINDS,
    }


def _source(file: Any) -> bytes | Path:
    path = getattr(file, "temporary_file_path", None)
    return Path(path()) if path else bytes(file.read())


_NO_FILE = {
    "th": "ยังไม่ได้เลือกแฟ้ม เลือกแฟ้มเสียง วิดีโอ หรือภาพก่อน",
    "en": "No file was chosen. Choose a sound, a video or a picture first.",
}
_NO_LANGUAGE = {
    "th": "ยังไม่ได้เก็บ เพราะรหัสภาษาหรือชนิดอ่านไม่ได้ ใส่รหัสภาษา เช่น th, en, lhu แล้วส่งใหม่",
    "en": "Not kept: the code of the language or the kind cannot be read. Write a code "
    "such as th, en or lhu, and send it again.",
}
