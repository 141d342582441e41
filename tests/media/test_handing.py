"""What is handed out: to whom, in which parts, and with nothing about who asks."""

from __future__ import annotations

import threading
import uuid
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests import worlds
from tests.media import making
from tests.media.conftest import NOW

from sathana.accounts.roles import Role
from sathana.media import handing, plays, services, shown, store, worker
from sathana.media.models import Play, Recording, Variant
from sathana.publishing.cached import Shelf, kept_ready
from sathana.web.seats import SENT_AT_ONCE, FromDisk, Sent, seated

pytestmark = pytest.mark.django_db
VTT = b"WEBVTT\n\n00:00.100 --> 00:01.000\n<v A>hello <script>x</script>\n"


@pytest.fixture
def recording(store_folder) -> Recording:
    taken = services.take(making.mp3(), None, NOW, language="th")
    services.set_captions(taken.pk, "th", VTT)
    worker.work_all()
    services.publish(taken.pk, NOW)
    plays._counts.clear()
    return taken


def ask(recording: Recording, kind: str = "opus", **headers: str):
    path = reverse("media-file", args=(recording.pk, kind))
    return Client().get(path, headers=headers)


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


def large(recording: Recording, size: int) -> bytes:
    """Let a copy be larger than a piece."""
    data = bytes(n % 251 for n in range(256)) * (size // 256)
    digest = store.keep(data)
    Variant.objects.filter(recording=recording, kind="opus").update(
        sha256=digest, bytes=len(data)
    )
    return data


def test_a_copy_is_handed_out_whole_with_what_a_browser_needs(recording) -> None:
    response = ask(recording)
    row = recording.variants.get(kind="opus")
    assert response.status_code == 200
    assert body(response) == store.path(row.sha256).read_bytes()
    assert response.headers["Content-Type"] == "audio/ogg"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Content-Disposition"].startswith("inline; filename=")
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_it_has_not_changed(recording) -> None:
    tag = ask(recording).headers["ETag"]
    response = ask(recording, **{"If-None-Match": tag})
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "status", "begin", "end"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=100-", 206, 100, None),
        ("bytes=-50", 206, -50, None),
        ("bytes=7-7000000", 206, 7, None),
        ("bytes=0-1,5-6", 200, 0, None),
        ("pieces=0-1", 200, 0, None),
        ("bytes=abc", 200, 0, None),
    ],
)
def test_parts_are_handed_out(recording, asked, status, begin, end) -> None:
    whole = body(ask(recording))
    response = ask(recording, Range=asked)
    assert response.status_code == status
    assert body(response) == whole[begin:end]
    if status == 206:
        assert response.headers["Content-Range"].endswith(f"/{len(whole)}")


def test_a_part_behind_the_end_is_refused(recording) -> None:
    response = ask(recording, Range="bytes=99999999-")
    assert response.status_code == 416
    assert response.headers["Content-Range"].startswith("bytes */")


def test_a_part_is_never_larger_than_a_piece(recording) -> None:
    data = large(recording, 3 * handing.PIECE)
    got = b""
    while len(got) < len(data):
        response = ask(recording, Range=f"bytes={len(got)}-")
        assert not response.streaming
        assert len(response.content) <= handing.PIECE
        got += response.content
    assert got == data


def test_a_large_file_asked_for_whole_is_sent_outside_of_the_seats(recording) -> None:
    data = large(recording, 3 * handing.PIECE)
    response = ask(recording)
    assert isinstance(response, FromDisk)
    assert int(response.headers["Content-Length"]) == len(data)
    assert body(response) == data
    head = Client().head(reverse("media-file", args=(recording.pk, "opus")))
    assert (head.content, head.headers["Content-Length"]) == (b"", str(len(data)))


def test_what_is_withdrawn_is_not_confirmed_to_a_cache(recording) -> None:
    tag = ask(recording).headers["ETag"]
    services.withdraw(recording.pk)
    assert ask(recording, **{"If-None-Match": tag}).status_code == 404


def test_a_draft_is_as_if_it_were_not_there(recording) -> None:
    services.withdraw(recording.pk)
    captions = reverse("media-captions", args=(recording.pk, "th"))
    nothing = reverse("media-file", args=(uuid.uuid4(), "opus"))
    for path in (reverse("media-file", args=(recording.pk, "opus")), captions, nothing):
        assert Client().get(path).status_code == 404
    assert shown.published([recording.pk]) == {}
    assert shown.drafts([recording.pk])[recording.pk].published is False


@pytest.mark.parametrize("kind", ["original", "v480", "nothing", "poster"])
def test_what_there_is_no_copy_of_is_not_there(recording, kind: str) -> None:
    assert ask(recording, kind).status_code == 404


def test_a_lost_file_is_no_fault_of_ours(recording) -> None:
    store.path(recording.variants.get(kind="opus").sha256).unlink()
    assert ask(recording).status_code == 404


def test_captions_are_text_that_we_wrote(recording) -> None:
    response = Client().get(reverse("media-captions", args=(recording.pk, "th")))
    assert response.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert b"<v A>hello x" in response.content
    assert b"script" not in response.content
    assert not response.cookies


def test_drafts_and_originals_are_for_editors_only(recording) -> None:
    services.withdraw(recording.pk)
    own = worlds.organisation()
    editor = worlds.account(own, Role.EDITOR)
    caseworker = worlds.account(own, Role.CASEWORKER)
    draft = reverse("media-desk-file", args=(recording.pk, "opus"))
    original = reverse("media-desk-file", args=(recording.pk, "original"))
    for path in (draft, original):
        assert Client().get(path).status_code == 302
        assert worlds.strong_client(caseworker).get(path).status_code == 404
    client = worlds.strong_client(editor)
    assert body(client.get(draft))[:4] == b"OggS"
    response = client.get(original)
    assert body(response) == making.mp3()
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]


def test_beginnings_are_counted_by_the_day_and_nothing_else(recording) -> None:
    body(ask(recording))
    ask(recording, Range="bytes=0-")
    ask(recording, Range="bytes=0-1")  # a taste
    ask(recording, Range="bytes=500-")  # further on
    ask(
        recording, **{"If-None-Match": ask(recording, Range="bytes=9-").headers["ETag"]}
    )
    assert not Play.objects.exists()
    plays.flush()
    assert plays.total(recording.pk) == 2
    row = Play.objects.get()
    assert {field.name for field in row._meta.get_fields()} == {
        *("id", "recording", "day", "count"),
    }
    body(ask(recording))
    plays.flush()
    assert plays.total(recording.pk) == 3
    assert Play.objects.count() == 1


def test_counts_of_a_recording_that_is_gone_are_dropped(recording) -> None:
    body(ask(recording))
    services.remove(recording.pk)
    plays.flush()
    assert not Play.objects.exists()


def test_the_day_of_a_play_is_that_of_thailand(recording) -> None:
    plays.begun(recording.pk, NOW.replace(hour=18))
    plays.flush()
    assert Play.objects.get().day.isoformat() == "2026-11-27"


def test_a_page_gets_what_it_needs_in_few_questions(
    recording, django_assert_num_queries
) -> None:
    picture = services.take(making.picture(), None, NOW)
    worker.work_all()
    services.publish(picture.pk, NOW)
    with django_assert_num_queries(4):
        found = shown.published([recording.pk, picture.pk, uuid.uuid4()])
    it = found[recording.pk]
    assert [one.kind for one in it.sources] == ["opus", "m4a"]
    assert it.tracks[0].address.endswith("/th.vtt")
    assert it.transcripts == {"th": "A: hello x"}
    assert (it.progress, it.failed) == (100, ())
    assert found[picture.pk].srcset.count("w") >= 3
    assert it.licence["en"] == "No licence is told yet"


def test_an_address_is_the_same_in_every_language(recording) -> None:
    row = recording.variants.get(kind="opus")
    with translation.override("en"):
        address = handing.address(row)
    assert address.startswith(f"/media/file/{recording.pk}/opus?v=")
    assert Client().get(address).status_code == 200


def player(it: object) -> str:
    return render_to_string("media/player.html", {"shown": it, "words": "ภาพบ้าน"})


def test_a_page_plays_it_without_fetching_it_before(recording) -> None:
    text = player(shown.published([recording.pk])[recording.pk])
    assert '<audio controls preload="none">' in text
    assert text.count("<source ") == 2
    assert "A: hello x" in text
    picture = services.take(making.picture(), None, NOW)
    waiting = player(shown.drafts([picture.pk])[picture.pk])
    assert "<img" not in waiting
    film = services.take(making.video(), None, NOW)
    assert "0%" in player(shown.drafts([film.pk])[film.pk])
    services.set_captions(film.pk, "th", VTT)
    worker.work_all()
    text = player(shown.drafts([film.pk])[film.pk])
    assert 'poster="/media/file/' in text
    assert '<track src="/media/captions/' in text
    assert "640w" in player(shown.drafts([picture.pk])[picture.pk])


class Closing(BytesIO):
    """A file that tells when it was closed."""


def _handing_out(files: list[Closing]):
    def application(environ, start):
        file = Closing(b"x" * 300_000)
        files.append(file)
        response = FromDisk(file, 200, {"Content-Type": "audio/ogg"})
        start("200 OK", list(response.items()))
        return response

    return application


def test_a_large_file_takes_no_seat_and_is_closed() -> None:
    files: list[Closing] = []
    application = seated(_handing_out(files), 1, 100)
    asked: dict = {"wsgi.input": BytesIO(), "CONTENT_LENGTH": ""}
    seen: list[str] = []
    one = application(dict(asked), lambda status, headers: seen.append(status))
    two = application(dict(asked), lambda status, headers: seen.append(status))
    assert not files[0].closed
    assert len(b"".join(one)) == 300_000
    assert files[0].closed
    del two  # the reader went away in the middle
    assert files[1].closed


def test_a_large_file_is_not_held_by_the_shelf_of_kept_pages() -> None:
    files: list[Closing] = []
    inner = seated(_handing_out(files), 1, 100)
    application = kept_ready(inner, Shelf(lambda: "one"))
    asked: dict = {"wsgi.input": BytesIO(), "CONTENT_LENGTH": "", "PATH_INFO": "/x"}
    sent = application({**asked, "REQUEST_METHOD": "GET"}, lambda *_: None)
    assert isinstance(sent, Sent)
    assert len(b"".join(sent)) == 300_000
    assert files[0].closed


def test_too_many_large_files_at_once_are_asked_to_wait() -> None:
    files: list[Closing] = []
    application = seated(_handing_out(files), 2, 100)
    seen: list[str] = []
    lock = threading.Lock()

    def begun(status: str, headers: list) -> None:
        with lock:
            seen.append(status)

    asked: dict = {"wsgi.input": BytesIO(), "CONTENT_LENGTH": ""}
    held = [application(dict(asked), begun) for _ in range(SENT_AT_ONCE)]
    refused = b"".join(application(dict(asked), begun))
    assert seen[-1].startswith("503")
    assert "รอ" in refused.decode()
    assert files[-1].closed
    held[0].close()
    assert len(b"".join(application(dict(asked), begun))) == 300_000
    for one in held:
        one.close()
