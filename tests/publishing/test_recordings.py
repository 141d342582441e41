"""Recordings on pages: brought in by editors, public with the page, and no longer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.media import making
from tests.publishing.conftest import Desk, strong

from sathana.editorial.reviews import by_the_house
from sathana.media import services, worker
from sathana.media.models import Recording
from sathana.publishing.models import MediaPage

pytestmark = pytest.mark.django_db
NEW = "editorial:recording-new"


@pytest.fixture(autouse=True)
def store_folder(settings: Any, tmp_path: Path) -> None:
    settings.SATHANA_DATA = tmp_path


@pytest.fixture
def sound(desk: Desk) -> Recording:
    made = services.take(making.wav(), desk.editor.pk, timezone.now(), language="lhu")
    worker.work_all()
    return made


def published(desk: Desk, recording: Recording, slug: str = "heard") -> MediaPage:
    page = desk.item(slug, recording=recording)
    page.medium, page.spoken = "radio", "lhu"
    with by_the_house():
        page.save_revision().publish()
    return MediaPage.objects.get(pk=page.pk)


def is_public(recording: Recording) -> bool:
    recording.refresh_from_db()
    return recording.published_at is not None


def test_a_recording_is_public_with_its_page_and_a_draft_without(
    desk: Desk, sound: Recording
) -> None:
    assert not is_public(sound)
    page = published(desk, sound)
    assert is_public(sound)
    page.unpublish()
    assert not is_public(sound)


def test_a_recording_stays_public_while_another_page_plays_it(
    desk: Desk, sound: Recording
) -> None:
    first = published(desk, sound)
    published(desk, sound, "heard-too")
    first.unpublish()
    assert is_public(sound)


def test_readers_hear_it_save_it_and_read_what_is_said(
    desk: Desk, sound: Recording
) -> None:
    services.set_transcript(sound.pk, "lhu", "ข้อความที่พูด <b>ไม่ใช่แท็ก</b>")
    page = published(desk, sound)
    text = Client().get(page.url).content.decode()
    assert "<audio controls" in text
    assert "download" in text
    assert "ลาหู่" in text
    assert "&lt;b&gt;" in text
    assert "autoplay" not in text


def test_what_is_not_recorded_yet_says_so(desk: Desk) -> None:
    page = desk.item("unrecorded")
    page.medium = "radio"
    with by_the_house():
        page.save_revision().publish()
    assert "ยังไม่ได้บันทึกเสียง" in Client().get(page.url).content.decode()


def test_the_podcast_of_a_language_lists_it(desk: Desk, sound: Recording) -> None:
    page = published(desk, sound)
    feed = Client().get("/feeds/listen/lhu.xml").content.decode()
    assert page.title in feed
    assert "<enclosure" in feed
    assert page.title not in Client().get("/feeds/listen/th.xml").content.decode()


def test_a_pack_takes_it_along(desk: Desk, sound: Recording) -> None:
    published(desk, sound)
    answer = Client().get("/packs/all/1.zip")
    assert answer.status_code == 200
    assert b".m4a" in answer.content


def test_an_editor_brings_a_recording_and_sees_its_copies(desk: Desk) -> None:
    client = strong(desk.editor)
    file = SimpleUploadedFile("x.exe", making.wav())
    answer = client.post(reverse(NEW), {"file": file, "label": "เสียงยาย"})
    assert answer.status_code == 302
    row = Recording.objects.get()
    assert str(row) == "เสียงยาย"
    page = client.get(reverse("editorial:recording", args=[row.pk])).content.decode()
    assert "<progress" in page
    worker.work_all()
    page = client.get(reverse("editorial:recording", args=[row.pk])).content.decode()
    assert "<progress" not in page


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"<html><script>1</script></html>",
        b"#EXTM3U\n#EXTINF:1\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"MZ" + b"\0" * 400,
        b"PK\x03\x04" + b"\0" * 400,
    ],
    ids=["empty", "svg", "page", "playlist", "concat", "program", "archive"],
)
def test_hostile_files_are_refused_and_what_was_typed_stays(
    desk: Desk, content: bytes
) -> None:
    file = SimpleUploadedFile("song.mp3", content, "audio/mpeg")
    answer = strong(desk.editor).post(
        reverse(NEW), {"file": file, "label": "เพลงของหมู่บ้าน"}
    )
    assert answer.status_code == 422
    assert "เพลงของหมู่บ้าน" in answer.content.decode()
    assert not Recording.objects.exists()


def test_bad_captions_are_refused_and_stay_typed(desk: Desk, sound: Recording) -> None:
    address = reverse("editorial:recording-captions", args=[sound.pk])
    told = {"language": "lhu", "kind": "captions", "text": "WEBVTT\n\n<<broken"}
    answer = strong(desk.editor).post(address, told)
    assert answer.status_code == 422
    assert "&lt;&lt;broken" in answer.content.decode()


def test_reviewers_hear_drafts_and_strangers_do_not(
    desk: Desk, sound: Recording
) -> None:
    kind = sound.variants.first().kind
    desk_address = reverse("media-desk-file", args=[sound.pk, kind])
    open_address = reverse("media-file", args=[sound.pk, kind])
    assert strong(desk.language).get(desk_address).status_code in (200, 206)
    assert Client().get(open_address).status_code == 404


@pytest.mark.parametrize("field", ["label", "language", "dialect", "licence"])
@pytest.mark.parametrize("typed", ["x\0y", "ก" * 5000, "<script>1</script>"])
def test_hostile_words_beside_a_file_are_no_fault(
    desk: Desk, field: str, typed: str
) -> None:
    told = {"file": SimpleUploadedFile("a.wav", making.wav()), field: typed}
    answer = strong(desk.editor).post(reverse(NEW), told)
    assert answer.status_code in (302, 422)
    for row in Recording.objects.all():
        address = reverse("editorial:recording", args=[row.pk])
        assert "\0" not in str(row)
        assert "<script>1" not in strong(desk.editor).get(address).text


def test_a_picture_that_is_a_page_too_loses_the_page(desk: Desk) -> None:
    both = making.picture() + b"<html><script>alert(1)</script></html>"
    file = SimpleUploadedFile("film.mp4", both, "text/html")
    answer = strong(desk.editor).post(reverse(NEW), {"file": file, "label": "รูป"})
    assert answer.status_code in (302, 422)
    worker.work_all()
    for row in Recording.objects.all():
        for one in row.variants.all():
            address = reverse("media-desk-file", args=[row.pk, one.kind])
            answer = strong(desk.editor).get(address)
            body = b"".join(answer) if answer.streaming else answer.content
            assert b"<script" not in body


@pytest.mark.parametrize("make", [making.huge_claim, lambda: making.claiming(10**6)])
def test_a_file_that_claims_to_be_huge_is_refused_in_words(
    desk: Desk, make: Any
) -> None:
    file = SimpleUploadedFile("a.png", make())
    answer = strong(desk.editor).post(reverse(NEW), {"file": file, "label": "ใหญ่"})
    assert answer.status_code == 422
    assert "ใหญ่" in answer.text
    assert not Recording.objects.exists()


@pytest.mark.parametrize("language", ["lhu", "th\0", "x" * 999, "<b>", "../..", ""])
@pytest.mark.parametrize("kind", ["captions", "nothing"])
def test_captions_with_pages_in_them_are_text_and_faults_are_told(
    desk: Desk, sound: Recording, language: str, kind: str
) -> None:
    words = "WEBVTT\n\n00:00.100 --> 00:01.000\n<img src=x onerror=alert(1)>hello\n"
    told = {"language": language, "kind": kind, "text": words}
    client = strong(desk.editor)
    for name in ("recording-captions", "recording-transcript"):
        answer = client.post(reverse(f"editorial:{name}", args=[sound.pk]), told)
        taken = language == "lhu" and (kind == "captions" or name.endswith("script"))
        assert answer.status_code == (302 if taken else 422), name
    shown = client.get(reverse("editorial:recording", args=[sound.pk]))
    assert shown.status_code == 200
    assert "<img src=x" not in shown.text
