"""Small copies made in the background: the rows are the queue, one thread works it.

A row says that it is worked at and when its worker was last seen; if that is long ago,
the worker died (a restart, a power cut) and the row is taken up again. What made the
worker die three times is given up, so that one file cannot hold up the others.
"""

from __future__ import annotations

import io
import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.db import connection
from django.db.models import F, Q
from django.utils import timezone
from PIL import Image

from sathana.files import clean
from sathana.files.refusals import RefusedError
from sathana.media import converter, plays, store
from sathana.media.models import Recording, Variant
from sathana.media.recipes import RECIPES, Recipe
from sathana.media.refusals import NotTakenError

ENVIRONMENT = "SATHANA_SERVING"
"""Set by ``sathana start`` for the process that serves, and by nobody else."""
EVERY_SECONDS = 5.0
AFTER_FAULT = 300.0
"""Seconds to wait where the database cannot be asked: it is not said every moment."""
LOST_AFTER = timedelta(minutes=3)
"""A worker tells that it is there at least every minute."""
TRIES = 3
_TELL_EVERY = 2.0
_QUALITY = 74
log = logging.getLogger("sathana.media")


type Told = Callable[[Variant], None]
"""Is told of each row that was worked at: for a command that shows it."""


def begin() -> None:
    """Begin to make copies, in a thread of the serving process."""
    if os.environ.get(ENVIRONMENT):
        threading.Thread(target=_go_on, name="media", daemon=True).start()


def work_all(told: Told | None = None) -> int:
    """Make every copy that waits, here and now; return how many rows were worked at.

    For a command (``sathana media work``) and for seeds.
    """
    count = 0
    while (done := work_once()) is not None:
        count += 1
        if told:
            told(done)
    return count


def work_once() -> Variant | None:
    """Take the oldest waiting row up and finish it; ``None`` if none waits.

    A fault of the file is kept with the row; only one of the database is raised.
    """
    row = _taken_up()
    if row is None:
        return None
    try:
        _make(row)
    except NotTakenError as fault:
        _finish(row, state=Variant.FAILED, fault=fault.code)
    except OSError as fault:
        # A full disk is no fault of the recording: later, a few times.
        log.error("%s while making a copy", type(fault).__name__)
        _give_back(row)
    return row


def _go_on() -> None:
    pause, seconds = threading.Event(), EVERY_SECONDS
    store.sweep()
    while not pause.wait(seconds):
        seconds = EVERY_SECONDS
        try:
            plays.flush_when_due()
            while work_once() is not None:
                plays.flush_when_due()
        except Exception as fault:
            log.error("%s while making copies", type(fault).__name__)
            seconds = AFTER_FAULT
        finally:
            connection.close()


def _taken_up() -> Variant | None:
    """Mark the oldest row that waits, or whose worker is lost, as ours."""
    now = timezone.now()
    lost = Q(state=Variant.WORKING, seen_at__lt=now - LOST_AFTER)
    free = Q(state=Variant.WAITING) | lost
    # Looked for first: a base that one process writes to is not asked to write in vain.
    waiting = Variant.objects.filter(free).order_by("pk")
    for pk, tries in waiting.values_list("pk", "tries"):
        row = Variant.objects.filter(free, pk=pk)
        if tries >= TRIES:
            row.update(state=Variant.FAILED, fault="heavy")
            continue
        # Whoever changes the row has it: another process may have been quicker.
        if row.update(
            state=Variant.WORKING, seen_at=now, tries=F("tries") + 1, progress=0
        ):
            return Variant.objects.select_related("recording").get(pk=pk)
    return None


def _make(row: Variant) -> None:
    recipe, recording = RECIPES[row.kind], row.recording
    if not store.path(recording.sha256).is_file():
        raise NotTakenError("damaged")
    if recipe.width:
        _make_picture(row, store.path(recording.sha256).read_bytes(), recipe.width)
        return
    with store.working_folder() as folder:
        out = folder / f"out{recipe.ending}"
        seconds = _make_copy(row, recipe, out)
        if recipe.media == "image/jpeg":
            _make_picture(row, _cleaned(out), 640)
            return
        _keep(row, out, seconds)


def _make_copy(row: Variant, recipe: Recipe, out: Path) -> float:
    recording = row.recording
    promised = None if recipe.kind == "poster" else recording.seconds
    seconds = converter.make(
        store.path(recording.sha256),
        recording.format,
        recipe.options,
        out,
        promised,
        _Progress(row, promised),
    )
    if not out.is_file() or not out.stat().st_size:
        raise NotTakenError("damaged")
    return seconds


def _cleaned(out: Path) -> bytes:
    try:
        return clean.cleaned(out.read_bytes()).data
    except RefusedError as refused:
        raise NotTakenError(refused.code) from refused


def _keep(row: Variant, out: Path, seconds: float) -> None:
    found = converter.look(out, "ogg" if out.suffix == ".opus" else "mp4")
    size = out.stat().st_size
    digest = store.keep(out)
    if row.recording.seconds is None:
        Recording.objects.filter(pk=row.recording_id, seconds=None).update(
            seconds=seconds
        )
    _finish(
        row,
        state=Variant.DONE,
        sha256=digest,
        bytes=size,
        width=found.width or None,
        height=found.height or None,
        bitrate=int(size * 8 / seconds) if seconds else None,
    )


def _make_picture(row: Variant, data: bytes, width: int) -> None:
    """Make a progressive JPEG, never wider than the picture came."""
    with Image.open(io.BytesIO(data), formats=["JPEG", "PNG"]) as opened:
        flat = opened.convert("RGB")
    if flat.width > width:
        height = max(1, round(flat.height * width / flat.width))
        flat = flat.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY, progressive=True, optimize=True)
    made = out.getvalue()
    _finish(
        row,
        state=Variant.DONE,
        sha256=store.keep(made),
        bytes=len(made),
        width=flat.width,
        height=flat.height,
    )


class _Progress:
    """Writes down how far a copy is, and that somebody is at it."""

    def __init__(self, row: Variant, promised: float | None) -> None:
        self.row, self.promised, self.at = row, promised, 0.0

    def __call__(self, seconds: float) -> None:
        now = time.monotonic()
        if now - self.at < _TELL_EVERY:
            return
        self.at = now
        part = seconds / self.promised if self.promised else 0
        self.row.progress = max(self.row.progress, min(99, int(part * 100)))
        Variant.objects.filter(pk=self.row.pk, state=Variant.WORKING).update(
            progress=self.row.progress, seen_at=timezone.now()
        )


def _finish(row: Variant, *, state: str, **values: object) -> None:
    done = {"progress": 100} if state == Variant.DONE else {}
    values = {"fault": "", **values, **done, "state": state, "seen_at": timezone.now()}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _give_back(row: Variant) -> None:
    Variant.objects.filter(pk=row.pk, state=Variant.WORKING).update(
        state=Variant.WAITING, progress=0
    )
