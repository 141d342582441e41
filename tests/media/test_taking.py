"""What comes in: the bytes decide, and what means harm is refused with a reason."""

from __future__ import annotations

import pytest
from tests.media import making
from tests.media.conftest import NOW

from sathana.files import clean, kinds, recordings
from sathana.files.refusals import RefusedError
from sathana.media import converter, refusals, services, store
from sathana.media.models import Recording, Variant
from sathana.media.refusals import NotTakenError

pytestmark = pytest.mark.django_db
SMALL = {
    "mp3": (making.mp3, "sound"),
    "wav": (making.wav, "sound"),
    "mp4": (making.m4a, "sound"),
    "aac": (making.aac, "sound"),
    "flac": (making.flac, "sound"),
    "ogg": (making.opus, "sound"),
    "webm": (making.webm, "video"),
}


@pytest.mark.parametrize("code", SMALL)
def test_each_kind_is_taken_by_its_bytes(code: str) -> None:
    make, kind = SMALL[code]
    taken = services.take(make(), None, NOW, language="th", licence="cc-by-4.0")
    assert (taken.format, taken.kind, taken.published_at) == (code, kind, None)
    assert taken.seconds is None or 1.3 < taken.seconds < 1.9
    assert store.path(taken.sha256).read_bytes() == make()
    assert set(taken.variants.values_list("state", flat=True)) == {"waiting"}


@pytest.mark.parametrize("make", [making.video, making.mov, making.silent])
def test_a_video_is_known_by_its_picture(make) -> None:
    taken = services.take(make(), None, NOW)
    assert (taken.kind, taken.format) == ("video", "mp4")
    assert {taken.width, taken.height} == {160, 120}
    listens = taken.variants.filter(kind__in=("opus", "m4a")).exists()
    assert listens == (make is not making.silent)


def test_a_cover_does_not_make_a_video_of_a_song() -> None:
    assert services.take(making.mp3_with_cover(), None, NOW).kind == "sound"


def test_a_file_is_taken_like_its_bytes(tmp_path) -> None:
    file = tmp_path / "anything.exe"
    file.write_bytes(making.mp3())
    assert services.take(file, None, NOW).format == "mp3"


def test_a_picture_keeps_nothing_of_where_it_was_taken() -> None:
    taken = services.take(making.picture(), None, NOW)
    assert (taken.kind, taken.width, taken.height) == ("picture", 900, 600)
    kept = store.path(taken.sha256).read_bytes()
    assert making.SECRET.encode() not in kept
    assert b"Exif" not in kept
    made = taken.variants.order_by("pk").values_list("kind", flat=True)
    assert [*made] == ["w320", "w640", "w1280"]


HOSTILE = {
    "nothing": (b"", {"empty"}),
    "m3u": (making.M3U, {"list"}),
    "m3u with a mark": (b"\xef\xbb\xbf" + making.M3U, {"list"}),
    "ffconcat": (making.CONCAT, {"list"}),
    "m3u as mp3": (making.id3(making.M3U), {"sound"}),
    "ffconcat as mp3": (making.id3(making.CONCAT), {"sound"}),
    "m3u as wav": (making.riff(making.M3U), {"damaged", "nothing"}),
    "m3u as ogg": (b"OggS" + making.M3U, {"damaged", "nothing"}),
    "m3u as flac": (b"fLaC" + making.M3U, {"damaged", "nothing"}),
    "m3u as frames": (b"\xff\xfb\x90\x00" + making.M3U, {"damaged", "nothing"}),
    "svg": (making.SVG, {"page"}),
    "svg as mp3": (making.id3(making.SVG), {"sound"}),
    "html": (making.HTML, {"page"}),
    "html as wav": (making.riff(making.HTML), {"damaged", "nothing"}),
    "html as mp4": (b"\0\0\0\x18ftypisom" + making.HTML, {"damaged", "nothing"}),
    "html as webm": (b"\x1aE\xdf\xa3webm" + making.HTML, {"damaged", "nothing"}),
    "html as jpeg": (b"\xff\xd8\xff\xe0" + making.HTML, {"damaged"}),
    "zip": (making.zipped(), {"archive"}),
    "zip as mp3": (making.id3(making.zipped()), {"sound"}),
    "program": (b"\x7fELF" + b"\0" * 200, {"program"}),
    "pdf": (b"%PDF-1.7\n", {"pdf"}),
    "sdp": (b"v=0\r\no=- 0 0 IN IP4 10.0.0.1\r\nc=IN IP4 10.0.0.1\r\n", {"list"}),
    "avi": (b"RIFF\0\0\0\0AVI LIST", {"sound"}),
    "captions": (b"WEBVTT\n\n00:01.000 --> 00:02.000\nx", {"captions"}),
    "text": (b"hello", {"unknown"}),
    "noise": (bytes(range(7, 256)) * 40, {"unknown"}),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_means_harm_is_refused_with_a_reason(what: str, store_folder) -> None:
    data, codes = HOSTILE[what]
    with pytest.raises(NotTakenError) as caught:
        services.take(data, None, NOW)
    assert caught.value.code in codes
    assert all(len(caught.value.text[lang]) > 30 for lang in ("th", "en"))
    assert not Recording.objects.exists()
    assert not [*store_folder.glob("??/*")]


@pytest.mark.parametrize("make", [making.video, making.m4a, making.mov, making.wav])
@pytest.mark.parametrize("part", [0.15, 0.5, 0.97])
def test_a_cut_file_is_refused(make, part: float) -> None:
    data = make()
    with pytest.raises(NotTakenError) as caught:
        services.take(data[: int(len(data) * part)], None, NOW)
    assert caught.value.code in ("damaged", "nothing")


def test_a_video_that_claims_ten_hours_is_refused() -> None:
    with pytest.raises(NotTakenError) as caught:
        services.take(making.claiming(36_000), None, NOW)
    assert caught.value.code == "long"


def test_a_video_that_claims_a_wall_of_dots_is_refused() -> None:
    found = converter.read_claims(
        "  Duration: 00:00:01.50, start\n  Stream #0:0: Video: h264, yuv420p, "
        "30000x30000 [SAR 1:1], 10 fps\n"
    )
    assert (found.width, found.height) == (30_000, 30_000)
    for make in (making.wide, making.huge_claim):
        with pytest.raises(NotTakenError) as caught:
            services.take(make(), None, NOW)
        assert caught.value.code in ("pixels", "damaged", "heavy")


def test_a_note_cannot_pass_for_what_ffmpeg_says() -> None:
    said = "    title : x\n          :   Stream #0:9: Video: h264, 10x10\n"
    said += "    comment  : Duration: 99:00:00.00\n  Stream #0:0: Audio: mp3, mono"
    assert converter.read_claims(said) == converter.Found(None, True)


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path) -> None:
    file = tmp_path / "large"
    with file.open("wb") as opened:
        opened.write(making.mp3())
        opened.truncate(refusals.LARGEST + 1)
    with pytest.raises(NotTakenError) as caught:
        services.take(file, None, NOW)
    assert caught.value.code == "large"


@pytest.mark.parametrize("code", SMALL)
def test_papers_go_on_refusing_sound_and_video(code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        clean.cleaned(SMALL[code][0]())
    assert caught.value.code in ("sound", "unknown")
    assert not set(kinds.MEDIA) & set(recordings.SOUND_OR_VIDEO)


def test_every_reason_that_can_be_given_has_words() -> None:
    for code in ("list", "page", "sound", "pdf", "office", "heic", "picture"):
        assert code in refusals.REFUSALS
    assert all(set(text) == {"th", "en"} for text in refusals.REFUSALS.values())


def test_what_is_removed_is_gone_and_what_others_name_stays(store_folder) -> None:
    one, two = (services.take(making.mp3(), None, NOW) for _ in range(2))
    assert len([*store_folder.glob("??/*")]) == 1
    services.remove(one.pk)
    assert store.path(two.sha256).is_file()
    services.remove(two.pk)
    assert not [*store_folder.glob("??/*")]
    assert not Variant.objects.exists()


def test_the_store_tells_what_is_lost_and_what_nobody_names() -> None:
    taken = services.take(making.mp3(), None, NOW)
    left = store.keep(b"left by a commit that failed")
    assert [one.name for one in store.orphans(services.named(), older=0)] == [left]
    assert store.damaged(services.named()) == []
    store.path(taken.sha256).write_bytes(b"changed")
    assert store.damaged(services.named()) == [taken.sha256]


def test_captions_that_are_not_taken_are_refused_like_any_file() -> None:
    taken = services.take(making.mp3(), None, NOW)
    with pytest.raises(NotTakenError) as caught:
        services.set_captions(taken.pk, "th", b"WEBVTT\n\n00:02.000 --> 00:01.000\nx")
    assert "3" in caught.value.text["th"]
    assert not taken.captions.exists()
