"""How often recordings are begun: days and counts, and nothing about anybody.

Counted is each time that the beginning of a sound or video is asked for: a beginning,
not a person. Who listens twice is counted twice, as long as the phone asks again; what
a phone or a cache on the way still holds, a copy on a USB stick, and a radio that
broadcasts it are not counted at all. No address, browser or time of day is kept.

Counts stand in memory and are written once a minute by the worker; a process that is
killed loses at most a minute of them.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F

from sathana.media.models import Play, Recording

FLUSH_SECONDS = 60.0
_MOST = 10_000
_counts: Counter[tuple[uuid.UUID, date]] = Counter()
_lock = threading.Lock()
_flushed = time.monotonic()


def begun(recording: uuid.UUID, now: datetime) -> None:
    """Count one beginning, on the day it is in Thailand."""
    with _lock:
        key = (recording, (now + timedelta(hours=7)).date())
        if key in _counts or len(_counts) < _MOST:
            _counts[key] += 1


def flush() -> None:
    """Write down what was counted since the last time."""
    with _lock:
        taken = dict(_counts)
        _counts.clear()
    if not taken:
        return
    try:
        with transaction.atomic():
            _write(taken)
    except BaseException:
        with _lock:
            _counts.update(taken)
        raise


def flush_when_due() -> None:
    """Write down what was counted, if the last time is a minute ago."""
    global _flushed
    if time.monotonic() - _flushed >= FLUSH_SECONDS:
        _flushed = time.monotonic()
        flush()


def total(recording: uuid.UUID) -> int:
    """Return how often a recording was begun, as far as it is written down."""
    days = Play.objects.filter(recording_id=recording)
    return sum(days.values_list("count", flat=True))


def _write(taken: dict[tuple[uuid.UUID, date], int]) -> None:
    ids = {recording for recording, _ in taken}
    there = set(
        Recording.objects.filter(pk__in=ids).values_list("pk", flat=True)
    )  # one may have been removed meanwhile
    for (recording, day), count in taken.items():
        if recording in there:
            Play.objects.get_or_create(recording_id=recording, day=day)
            row = Play.objects.filter(recording_id=recording, day=day)
            row.update(count=F("count") + count)
