"""Files broken at random: taken or refused, never a fault of ours, and bounded."""

from __future__ import annotations

import random

import pytest
from tests.conftest import CAMPAIGN
from tests.media import making
from tests.media.conftest import NOW

from sathana.media import services, worker
from sathana.media.models import Recording, Variant
from sathana.media.refusals import NotTakenError

pytestmark = [pytest.mark.django_db, pytest.mark.generative]
MAKERS = (making.mp3, making.m4a, making.video, making.webm, making.opus, making.wav)
COUNT = 600 if CAMPAIGN else 36


def broken(data: bytes, dice: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        at = dice.randrange(len(out) if dice.random() < 0.5 else min(600, len(out)))
        out[at] = dice.randrange(256)
    if dice.random() < 0.2:
        del out[dice.randrange(len(out)) :]
    if dice.random() < 0.2:
        at = dice.randrange(len(out) + 1)
        out[at:at] = dice.choice((making.M3U, making.HTML, making.zipped()[:500]))
    return bytes(out)


def test_what_is_broken_is_taken_or_refused() -> None:
    dice, refused = random.Random(7), 0
    for number in range(COUNT):
        data = broken(MAKERS[number % len(MAKERS)](), dice)
        try:
            services.take(data, None, NOW)
        except NotTakenError:
            refused += 1
    worker.work_all()
    states = set(Variant.objects.values_list("state", flat=True))
    assert states <= {"done", "failed"}
    assert 0 < refused < COUNT
    assert Recording.objects.count() == COUNT - refused
