"""Copies made in the background: right, small, without notes, whatever happens."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image
from tests.media import making
from tests.media.conftest import NOW

from sathana.media import converter, recipes, services, store, worker
from sathana.media.models import Recording, Variant
from sathana.media.refusals import NotTakenError

pytestmark = pytest.mark.django_db


def copies(data: bytes) -> dict[str, Variant]:
    taken = services.take(data, None, NOW)
    worker.work_all()
    return {one.kind: one for one in taken.variants.all()}


def said_of(variant: Variant) -> str:
    kind = "ogg" if variant.kind == "opus" else "mp4"
    file = store.path(variant.sha256)
    return converter._listen([*converter._reading(file, kind)], 20)


def test_speech_becomes_small_opus_and_small_aac() -> None:
    made = copies(making.mp3())
    assert set(made) == {"opus", "m4a"}
    assert "opus, 48000 Hz, mono" in said_of(made["opus"])
    assert "aac (LC)" in said_of(made["m4a"])
    assert "22050 Hz, mono" in said_of(made["m4a"])
    for one in made.values():
        assert (one.state, one.progress, one.fault) == ("done", 100, "")
        assert one.bytes == store.path(one.sha256).stat().st_size
        assert one.bitrate
        assert one.bitrate < 60_000  # a second and a half: the container weighs much
    assert store.path(made["opus"].sha256).read_bytes()[:4] == b"OggS"


def test_a_video_becomes_one_that_an_old_phone_plays() -> None:
    made = copies(making.video("640x482"))
    assert set(made) == {"poster", "opus", "m4a", "v240", "v480"}
    assert "h264 (Constrained Baseline)" in said_of(made["v240"])
    assert "h264 (Main)" in said_of(made["v480"])
    assert "yuv420p" in said_of(made["v480"])
    assert (made["v240"].width, made["v240"].height) == (318, 240)
    assert (made["v480"].width, made["v480"].height) == (636, 480)
    head = store.path(made["v240"].sha256).read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")  # it begins before it is whole
    poster = Image.open(io.BytesIO(store.path(made["poster"].sha256).read_bytes()))
    assert (poster.format, poster.height) == ("JPEG", 360)


def test_a_small_video_is_not_made_larger_and_an_upright_one_stays_so() -> None:
    made = copies(making.silent())
    assert set(made) == {"poster", "v240"}
    assert (made["v240"].width, made["v240"].height) == (120, 160)
    assert "Audio" not in said_of(made["v240"])


@pytest.mark.parametrize("make", [making.video, making.webm, making.m4a, making.flac])
def test_no_note_of_the_original_is_in_any_copy(make) -> None:
    assert making.SECRET.encode() in make()
    made = copies(make())
    assert made
    for one in made.values():
        data = store.path(one.sha256).read_bytes()
        assert one.state == "done"
        assert making.SECRET.encode() not in data
        assert b"+19.9" not in data
        assert b"Lavf6" not in data  # nor which program of which day made it


def test_pictures_come_in_widths_that_are_not_wider_than_they_came() -> None:
    made = copies(making.picture(700, 500))
    assert {kind: one.width for kind, one in made.items()} == {
        "w320": 320,
        "w640": 640,
        "w1280": 700,
    }
    for one in made.values():
        data = store.path(one.sha256).read_bytes()
        opened = Image.open(io.BytesIO(data))
        assert (opened.format, opened.info.get("progressive")) == ("JPEG", 1)
        assert making.SECRET.encode() not in data
    assert made["w320"].height == 229


def test_progress_goes_up_to_a_hundred(monkeypatch) -> None:
    monkeypatch.setattr(worker, "_TELL_EVERY", 0.0)
    seen: list[int] = []
    real = worker._Progress.__call__

    def watched(self, seconds: float) -> None:
        real(self, seconds)
        seen.append(Variant.objects.get(pk=self.row.pk).progress)

    monkeypatch.setattr(worker._Progress, "__call__", watched)
    taken = services.take(making.mp3(), None, NOW)
    before = [*taken.variants.values_list("progress", flat=True)]
    done = worker.work_once()
    assert before == [0, 0]
    assert seen == sorted(seen)
    assert 0 < seen[-1] < 100
    assert Variant.objects.get(pk=done.pk).progress == 100


def test_a_copy_whose_worker_died_is_taken_up_again() -> None:
    taken = services.take(making.mp3(), None, NOW)
    long_ago = timezone.now() - worker.LOST_AFTER - timedelta(seconds=1)
    taken.variants.update(state="working", seen_at=long_ago, progress=40, tries=1)
    worker.work_all()
    assert {*taken.variants.values_list("state", "tries")} == {("done", 2)}


def test_a_copy_that_is_worked_at_is_left_alone() -> None:
    taken = services.take(making.mp3(), None, NOW)
    taken.variants.update(state="working", seen_at=timezone.now(), tries=1)
    assert worker.work_once() is None


def test_what_killed_its_worker_three_times_is_given_up() -> None:
    taken = services.take(making.mp3(), None, NOW)
    long_ago = timezone.now() - timedelta(days=1)
    taken.variants.update(state="working", seen_at=long_ago, tries=worker.TRIES)
    assert worker.work_once() is None
    assert {*taken.variants.values_list("state", "fault")} == {("failed", "heavy")}
    assert services.try_again(taken.pk) == 2
    worker.work_all()
    assert {*taken.variants.values_list("state", flat=True)} == {"done"}


def test_a_copy_that_is_much_shorter_than_promised_has_failed() -> None:
    taken = services.take(making.mp3(), None, NOW)
    Recording.objects.filter(pk=taken.pk).update(seconds=600)
    worker.work_all()
    assert {*taken.variants.values_list("state", "fault")} == {("failed", "damaged")}


def test_a_lost_original_fails_and_does_not_stop_the_others() -> None:
    lost, other = (services.take(m(), None, NOW) for m in (making.mp3, making.flac))
    store.path(lost.sha256).unlink()
    worker.work_all()
    assert {*lost.variants.values_list("state", flat=True)} == {"failed"}
    assert {*other.variants.values_list("state", flat=True)} == {"done"}


def test_a_full_disk_is_no_fault_of_the_recording(monkeypatch) -> None:
    taken = services.take(making.picture(300, 200), None, NOW)

    def full(*_: object) -> str:
        raise OSError(28, "no space")

    monkeypatch.setattr(store, "keep", full)
    worker.work_once()
    assert [*taken.variants.values_list("state", flat=True)] == ["waiting"]


def test_a_length_that_was_unknown_is_measured() -> None:
    taken = services.take(making.mp3(), None, NOW)
    Recording.objects.filter(pk=taken.pk).update(seconds=None)
    worker.work_all()
    taken.refresh_from_db()
    assert 1.3 < taken.seconds < 1.8


def test_ffmpeg_reads_nothing_but_its_file(tmp_path) -> None:
    """A list in a disguise that got so far would still not be followed."""
    (tmp_path / "secret.mp3").write_bytes(making.mp3())
    trap = tmp_path / "trap"
    trap.write_bytes(b"ffconcat version 1.0\nfile secret.mp3\n")
    for kind in ("mp3", "mp4", "ogg", "wav", "flac", "webm", "aac"):
        assert not _plays(trap, kind, tmp_path)
        assert _plays(tmp_path / "secret.mp3", "mp3", tmp_path)


def _plays(file: Path, kind: str, folder: Path) -> bool:
    try:
        converter.look(file, kind)
        converter.taste(file, kind, folder)
    except NotTakenError:
        return False
    return True


def test_a_runaway_is_ended(tmp_path) -> None:
    """The limits are real: a program that computes for ever is stopped."""
    words = ["-f", "lavfi", "-i", "anullsrc", "-t", "9999999", "-f", "null", "-"]
    with pytest.raises(NotTakenError) as caught:
        converter._convert(words, tmp_path, 1, [])
    assert caught.value.code == "heavy"


def test_every_kind_of_copy_has_a_recipe() -> None:
    for kind in ("sound", "video", "picture"):
        made = recipes.wanted(kind, sound=True, width=4000, height=3000)
        assert made
        assert set(made) <= set(recipes.RECIPES)
