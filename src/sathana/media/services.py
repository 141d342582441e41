"""What editors do with recordings: one transaction a use case.

Whether somebody may do it is asked before, at the door of the page
(``desk_views``, and the editorial pages above).
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.db import transaction
from PIL import Image

from sathana.files import clean, recordings
from sathana.files.refusals import RefusedError
from sathana.media import converter, recipes, store, webvtt, wholeness
from sathana.media.models import Captions, Recording, Transcript, Variant
from sathana.media.refusals import LARGEST, LARGEST_PICTURE, NotTakenError


def take(
    source: bytes | Path,
    by: uuid.UUID | None,
    now: datetime,
    *,
    language: str = "",
    dialect: str = "",
    licence: str = "",
    label: str = "",
) -> Recording:
    """Take a sound, a video or a picture in as a draft, and queue its small copies.

    The file's name is not asked for: what is inside decides.

    Args:
        source: Its bytes, or a file that holds them.
        by: The account that brings it; ``None``: nobody (seeds).
        now: The moment.
        language: Code of the spoken language; ``""``: unknown, or nobody speaks.
        dialect: In words; ``""``: not told.
        licence: Key of ``models.LICENCES``; ``""``: not told.
        label: How those who work with it call it.

    Raises:
        NotTakenError: It is not taken; the error says why and what to do.
    """
    kind = _kind_of(source)
    made = Recording(
        format=kind,
        label=_line(label, 120),
        language=_line(language, 12),
        dialect=_line(dialect, 80),
        licence=_line(licence, 20),
        taken_by_id=by,
        taken_at=now,
    )
    if kind in recordings.PICTURES:
        _take_picture(made, source)
        sound = False
    elif kind in recordings.SOUND_OR_VIDEO:
        sound = _take_recording(made, source, kind)
    else:
        raise NotTakenError("captions")
    return _stored(made, sound)


def publish(recording: uuid.UUID, now: datetime) -> None:
    """Let anybody have a recording; if anybody may already, nothing changes.

    Raises:
        Recording.DoesNotExist: There is none of this id.
    """
    with transaction.atomic():
        found = Recording.objects.select_for_update().get(pk=recording)
        if found.published_at is None:
            found.published_at = now
            found.save(update_fields=["published_at"])


def withdraw(recording: uuid.UUID) -> None:
    """Make a recording a draft again: from now on only editors get it.

    What somebody saved on a phone stays there; caches ask before they show it again.
    """
    Recording.objects.filter(pk=recording).update(published_at=None)


def describe(
    recording: uuid.UUID, *, language: str, dialect: str, licence: str
) -> None:
    """Say what is spoken, and on what terms it may be used; ``""`` is unknown."""
    Recording.objects.filter(pk=recording).update(
        language=_line(language, 12),
        dialect=_line(dialect, 80),
        licence=_line(licence, 20),
    )


def set_captions(
    recording: uuid.UUID, language: str, data: bytes, kind: str = "captions"
) -> Captions:
    """Keep captions in one language, written anew, and the transcript they make.

    A transcript that somebody wrote for this language stays.

    Args:
        recording: Id of the recording.
        language: Code of the language they are written in.
        data: WebVTT or SRT.
        kind: One of ``Captions.KINDS``.

    Raises:
        webvtt.CaptionsError: They are not taken; the error says where and why.
        ValueError: There is no such kind.
    """
    if kind not in Captions.KINDS:
        raise ValueError(f"no kind of captions: {kind}")
    cues = webvtt.read(data)
    with transaction.atomic():
        made, _ = Captions.objects.update_or_create(
            recording_id=recording,
            language=language,
            defaults={"kind": kind, "text": webvtt.write(cues)},
        )
        Transcript.objects.get_or_create(
            recording_id=recording,
            language=language,
            defaults={"text": webvtt.transcript(cues)},
        )
    return made


def set_transcript(recording: uuid.UUID, language: str, text: str) -> None:
    """Keep a transcript in one language; an empty one removes it."""
    tidy = "\n\n".join(
        " ".join(part.split())
        for part in text.replace("\0", "").split("\n\n")
        if part.strip()
    )
    rows = Transcript.objects.filter(recording_id=recording, language=language)
    if not tidy:
        rows.delete()
        return
    Transcript.objects.update_or_create(
        recording_id=recording, language=language, defaults={"text": tidy}
    )


def try_again(recording: uuid.UUID) -> int:
    """Queue the copies that failed once more; return how many."""
    return Variant.objects.filter(recording_id=recording, state=Variant.FAILED).update(
        state=Variant.WAITING, progress=0, fault="", tries=0
    )


def remove(recording: uuid.UUID) -> None:
    """Remove a recording with all that was made of it, and the files nobody names."""
    with transaction.atomic():
        rows = Variant.objects.filter(recording_id=recording)
        digests = {*rows.values_list("sha256", flat=True)}
        row = Recording.objects.filter(pk=recording)
        digests |= {*row.values_list("sha256", flat=True)}
        row.delete()
    for digest in digests - {""} - named(digests):
        store.remove(digest)


def named(among: Iterable[str] | None = None) -> set[str]:
    """Return the digests of files that rows name: all, or those among some."""
    chosen = {} if among is None else {"sha256__in": list(among)}
    return {
        *Recording.objects.filter(**chosen).values_list("sha256", flat=True),
        *Variant.objects.filter(**chosen)
        .exclude(sha256="")
        .values_list("sha256", flat=True),
    }


def _kind_of(source: bytes | Path) -> str:
    if isinstance(source, bytes):
        head, size = source[: recordings.HEAD], len(source)
    else:
        size = source.stat().st_size
        with source.open("rb") as opened:
            head = opened.read(recordings.HEAD)
    kind = recordings.kind_of(head)
    if kind not in recordings.TAKEN:
        raise NotTakenError(kind)
    if size > (LARGEST_PICTURE if kind in recordings.PICTURES else LARGEST):
        raise NotTakenError("large")
    return kind


def _take_picture(made: Recording, source: bytes | Path) -> None:
    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        copy = clean.cleaned(data)
    except RefusedError as refused:
        raise NotTakenError(refused.code) from refused
    with Image.open(io.BytesIO(copy.data)) as opened:
        made.width, made.height = opened.size
    made.kind, made.format = "picture", copy.media.partition("/")[2]
    made.sha256, made.bytes = store.keep(copy.data), len(copy.data)


def _take_recording(made: Recording, source: bytes | Path, kind: str) -> bool:
    """Look at it in a folder of its own, then keep it; say whether it has sound."""
    with store.working_folder() as folder:
        file = source
        if isinstance(file, bytes):
            (folder / "in").write_bytes(file)
            file = folder / "in"
        found = converter.look(file, kind)
        if not wholeness.is_whole(file, kind):
            raise NotTakenError("damaged")
        converter.taste(file, kind, folder)
        made.kind = "video" if found.width else "sound"
        made.seconds = found.seconds
        made.width, made.height = found.width or None, found.height or None
        made.bytes = file.stat().st_size
        made.sha256 = store.keep(file)
    return found.sound


def _line(text: str, longest: int) -> str:
    """Return what a column can hold; no database takes the character NUL."""
    return text.replace("\0", "")[:longest]


def _stored(made: Recording, sound: bool) -> Recording:
    kinds = recipes.wanted(
        made.kind, sound=sound, width=made.width or 0, height=made.height or 0
    )
    with transaction.atomic():
        made.save(force_insert=True)
        Variant.objects.bulk_create(
            Variant(recording=made, kind=kind) for kind in kinds
        )
    return made
