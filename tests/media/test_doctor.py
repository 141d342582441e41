"""The doctor looks at the media centre: files, what is loose, copies, ffmpeg."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from tests.media.conftest import NOW

from sathana.media import converter, store
from sathana.media.models import Recording, Variant
from sathana.registry.keeping import doctor, doctor_media, recordings
from sathana.registry.keeping.checking import Finding

pytestmark = pytest.mark.django_db


def kept(data: bytes = b"sound", **other: object) -> Recording:
    values: dict[str, object] = {
        "kind": "sound",
        "format": "mp3",
        "bytes": len(data),
        "sha256": store.keep(data),
        "taken_at": NOW,
    }
    return Recording.objects.create(**{**values, **other})


def bad(found: Finding) -> str:
    """Return what is told of something wrong, with the way out in both languages."""
    assert not found.good
    assert found.fix_th
    assert found.fix_en
    assert found.th != found.en
    return found.en


def test_whole_recordings_are_counted() -> None:
    row = kept()
    row.variants.create(kind="opus", state=Variant.DONE, sha256=store.keep(b"small"))
    row.variants.create(kind="m4a")
    found = doctor_media.recordings_whole()
    assert found.good
    assert "all 2 files" in found.en


@pytest.mark.parametrize("what", ["original", "copy"])
@pytest.mark.parametrize("how", ["changed", "gone"])
def test_a_damaged_or_missing_file_is_told(what: str, how: str) -> None:
    row = kept()
    small = store.keep(b"small")
    row.variants.create(kind="opus", state=Variant.DONE, sha256=small)
    file = store.path(row.sha256 if what == "original" else small)
    if how == "gone":
        file.unlink()
    else:
        file.chmod(0o600)
        file.write_bytes(b"other bytes")
    told = bad(doctor_media.recordings_whole())
    assert "1 of 2 files" in told
    assert file.name[:12] in told


def test_a_file_that_nothing_names_is_told_once_it_is_old() -> None:
    kept()
    loose = store.path(store.keep(b"loose"))
    assert doctor_media.nothing_loose().good, "it may be being taken in just now"
    before = time.time() - 7200
    os.utime(loose, (before, before))
    assert str(loose) in bad(doctor_media.nothing_loose())


def test_copies_that_failed_or_wait_for_days_are_told() -> None:
    now = timezone.now()
    fresh = kept(b"a", taken_at=now)
    fresh.variants.create(kind="opus")
    assert doctor_media.copies_made().good
    old = kept(b"b", taken_at=now - timedelta(days=2))
    old.variants.create(kind="opus")
    old.variants.create(kind="m4a", state=Variant.WORKING)
    assert "0 failed, and 2 wait" in bad(doctor_media.copies_made())
    fresh.variants.create(kind="m4a", state=Variant.FAILED, fault="damaged")
    assert "1 failed, and 2 wait" in bad(doctor_media.copies_made())


def test_ffmpeg_starts_here() -> None:
    assert doctor_media.converter_starts().good


@pytest.mark.parametrize("how", ["absent", "no program", "fails"])
def test_an_ffmpeg_that_does_not_start_is_told(
    how: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def absent() -> str:
        raise RuntimeError("no ffmpeg for this machine")

    text = tmp_path / "ffmpeg"
    text.write_text("no program")
    paths = {"no program": lambda: str(text), "fails": lambda: "false"}
    monkeypatch.setattr(converter, "program", paths.get(how, absent))
    assert "does not start" in bad(doctor_media.converter_starts())


def test_the_doctor_makes_these_checks_and_names_no_recording(tmp_path: Path) -> None:
    kept(label="SECRET-LABEL")
    told = [one.en for one in doctor.examine(tmp_path / "backups")]
    assert any("files of the media centre are whole" in one for one in told)
    assert "ffmpeg starts" in told
    assert "SECRET-LABEL" not in " ".join(told)


def test_only_copies_without_a_file_are_made_anew() -> None:
    row = kept()
    there = store.keep(b"there")
    row.variants.create(kind="opus", state=Variant.DONE, sha256=there, progress=100)
    gone = {"sha256": "a" * 64, "bytes": 9, "progress": 100, "tries": 2}
    row.variants.create(kind="m4a", state=Variant.DONE, **gone)
    row.variants.create(kind="v240", state=Variant.WORKING, seen_at=NOW)
    row.variants.create(kind="v480", state=Variant.FAILED, fault="damaged")
    assert recordings.copies_anew() == 2
    states = dict(row.variants.values_list("kind", "state"))
    assert states == {
        "opus": "done",
        "m4a": "waiting",
        "v240": "waiting",
        "v480": "failed",
    }
    anew = row.variants.get(kind="m4a")
    assert (anew.sha256, anew.bytes, anew.progress, anew.tries) == ("", None, 0, 0)
