"""Sessions end, and nothing typed is lost by it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from tests.accounts import people

from sathana.accounts import kept, signed_in
from sathana.accounts.models import KeptForm
from sathana.protection.models import RecordKey

pytestmark = pytest.mark.django_db
ADDRESS = "/organisation/invite/"
FORM = {"username": "somjai", "shown_name": "สมใจ & เพื่อน", "role": "lawyer"}
IDLE = settings.SESSION_IDLE_SECONDS + 1


def test_silence_ends_a_session_but_locks_it_only(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    people.age(client, IDLE)
    assert client.get("/my/").headers["Location"].startswith("/sign-in/?next=")
    assert dict(client.session.items()) == {"was": str(crew.one.pk)}


def test_use_keeps_a_session_alive_up_to_twelve_hours(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    for _ in range(4):
        people.age(client, IDLE / 2)
        assert client.get("/my/").status_code == 200
    session = client.session
    session["begun"] -= settings.SESSION_LONGEST_SECONDS
    session.save()
    assert client.get("/my/").status_code == 302


def test_a_late_form_comes_back_whole_to_its_owner(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    people.age(client, IDLE)
    answer = client.post(ADDRESS, FORM)
    assert answer.headers["Location"] == "/sign-in/?next=%2Forganisation%2Finvite%2F"
    assert "สิ่งที่พิมพ์ไว้ยังอยู่" in client.get(answer.headers["Location"]).content.decode()
    people.first_step(client, crew.one, next=ADDRESS)
    back = client.post("/sign-in/code/", {"code": people.code()})
    assert back.headers["Location"] == ADDRESS
    shown = client.get(ADDRESS).content.decode()
    assert "สิ่งที่พิมพ์ไว้กลับมาแล้ว" in shown
    assert 'value="somjai"' in shown
    assert "สมใจ &amp; เพื่อน" in shown
    assert '<option value="lawyer" selected>' in shown
    assert client.post(ADDRESS, FORM).status_code == 302
    assert not KeptForm.objects.exists()
    assert "สิ่งที่พิมพ์ไว้กลับมาแล้ว" not in client.get(ADDRESS).content.decode()


def test_a_late_form_comes_back_to_nobody_else(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    people.age(client, IDLE)
    client.post(ADDRESS, FORM)
    people.signed_in(crew.two, client)
    assert 'value="somjai"' not in client.get(ADDRESS).content.decode()
    owner = people.signed_in(crew.one)
    assert 'value="somjai"' in owner.get(ADDRESS).content.decode()


def test_many_values_come_back_files_and_passphrases_do_not(
    crew: people.Crew,
) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    people.age(client, IDLE)
    many = {"purpose": ["record", "share", "record"], "note": " บรรทัด\nสอง ", "e": ""}
    many |= {"password": "secret", "csrfmiddlewaretoken": "x" * 64}
    many["paper"] = SimpleUploadedFile("a.png", b"bytes")
    answer = client.post(ADDRESS, many)
    page = client.get(answer.headers["Location"]).content.decode()
    assert "แฟ้มที่แนบต้องเลือกใหม่" in page
    found = kept.of(crew.one, ADDRESS)
    assert found is not None
    assert found.getlist("purpose") == ["record", "share", "record"]
    assert found["note"] == " บรรทัด\nสอง "
    assert set(found) == {"purpose", "note", "e"}


def test_what_is_kept_lies_sealed(crew: people.Crew) -> None:
    from django.http import QueryDict

    kept.keep(crew.one.pk, ADDRESS, QueryDict("note=canary"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM accounts_keptform")
        assert b"canary" not in bytes(cursor.fetchone()[0])


def test_what_is_kept_is_forgotten_after_a_day(crew: people.Crew) -> None:
    from django.http import QueryDict

    before = RecordKey.objects.count()
    kept.keep(crew.one.pk, ADDRESS, QueryDict("note=old"))
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(hours=25))
    assert kept.of(crew.one, ADDRESS) is None
    kept.keep(crew.one.pk, "/other/", QueryDict("note=new"))
    assert KeptForm.objects.count() == 1
    assert RecordKey.objects.count() == before + 1


def test_a_form_too_large_is_not_kept(crew: people.Crew) -> None:
    from django.http import QueryDict

    big = QueryDict("note=" + "x" * kept.MOST_BYTES)
    assert not kept.keep(crew.one.pk, ADDRESS, big)
    assert not kept.keep(crew.one.pk, "/" + "a" * 300, QueryDict("a=b"))


def test_a_stranger_keeps_nothing(crew: people.Crew) -> None:
    assert Client().post(ADDRESS, FORM).status_code == 302
    assert not KeptForm.objects.exists()


def test_a_form_with_an_old_secret_is_kept_not_lost(crew: people.Crew) -> None:
    client = people.signed_in(crew.one, Client(enforce_csrf_checks=False))
    client.handler.enforce_csrf_checks = True
    answer = client.post(ADDRESS, FORM, headers={"origin": "http://testserver"})
    assert answer.headers["Location"] == ADDRESS
    assert 'value="somjai"' in client.get(ADDRESS).content.decode()
    foreign = client.post(ADDRESS, FORM, headers={"origin": "http://evil.example"})
    assert foreign.status_code == 403
    silent = client.post(ADDRESS, FORM)
    assert silent.status_code == 403


def test_what_matters_asks_for_the_factor_again_and_keeps_the_form(
    crew: people.Crew,
) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    people.age(client, signed_in.FRESH_SECONDS + 1)
    answer = client.post(ADDRESS, FORM)
    again = "/sign-in/again/code/?next=%2Forganisation%2Finvite%2F"
    assert answer.headers["Location"] == again
    back = client.post(
        "/sign-in/again/code/", {"code": people.code(1), "next": ADDRESS}
    )
    assert back.headers["Location"] == ADDRESS
    assert 'value="somjai"' in client.get(ADDRESS).content.decode()


def test_the_passphrase_alone_is_not_fresh_enough(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    client.get("/my/")
    people.age(client, signed_in.FRESH_SECONDS + 1)
    client.post("/sign-in/again/", {"password": people.PASSWORD, "next": ADDRESS})
    location = client.get(ADDRESS).headers["Location"]
    assert location.startswith("/sign-in/again/code/")


def test_reader_and_actor(crew: people.Crew) -> None:
    seen: list[object] = []

    def view(request: object) -> HttpResponse:
        seen.append(signed_in.reader(request))  # type: ignore[arg-type]
        seen.append(signed_in.reader(request))  # type: ignore[arg-type]
        return HttpResponse("ok")

    client = people.signed_in(crew.worker)
    request = RequestFactory().get("/x/")
    request.session, request.user = client.session, crew.worker
    answer = signed_in.needs_work(view)(request)
    assert answer.content == b"ok"
    first, second = seen
    assert first is second
    actor = first.actor  # type: ignore[attr-defined]
    assert (actor.strong, actor.fresh) == (True, True)
    assert actor.roles == frozenset({("caseworker", crew.team.id)})
    assert len(first.request) == 32  # type: ignore[attr-defined]


def test_nobody_is_no_reader(crew: people.Crew) -> None:
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().get("/x/")
    request.user = AnonymousUser()
    with pytest.raises(LookupError):
        signed_in.reader(request)
