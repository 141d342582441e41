"""Signing in: two steps, nothing told to strangers, limits, cookies."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.accounts import people

from sathana.accounts.models import Account, OpenSession
from sathana.audit.models import Entry

pytestmark = pytest.mark.django_db
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def page(answer) -> str:
    """The text of a page without its form secret."""
    return CSRF.sub("", answer.content.decode())


def actions() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("action", flat=True))


def test_two_steps_lead_to_the_page_of_ones_own_work(crew: people.Crew) -> None:
    client = Client()
    assert people.first_step(client, crew.one).headers["Location"] == "/sign-in/code/"
    assert "รหัสจากแอป" in client.get("/sign-in/code/").content.decode()
    answer = client.post("/sign-in/code/", {"code": people.code()})
    assert answer.headers["Location"] == "/organisation/"
    assert client.get("/organisation/").status_code == 200
    assert "account.sign_in" in actions()


def test_english_pages_stay_english(crew: people.Crew) -> None:
    answer = people.Client().get("/en/sign-in/")
    assert "Passphrase" in answer.content.decode()
    client = Client()
    form = {"login": crew.one.username, "password": people.PASSWORD}
    assert client.post("/en/sign-in/", form).headers["Location"] == "/en/sign-in/code/"


def test_a_passphrase_alone_reaches_no_page_of_work(crew: people.Crew) -> None:
    client = Client()
    people.first_step(client, crew.one)
    for address in ("/organisation/", "/my/", "/organisation/invite/"):
        assert client.get(address).headers["Location"].startswith("/sign-in/?")


def test_who_has_no_second_factor_is_led_to_set_one_up(crew: people.Crew) -> None:
    bare = people.account(crew.organisation, "bare")
    client = Client()
    people.first_step(client, bare)
    assert client.get("/my/").headers["Location"] == "/my/second-factor/app/"
    answer = client.get("/my/second-factor/app/")
    assert answer.status_code == 200
    assert "<svg" in answer.content.decode()


def test_a_wrong_code_is_refused_and_recorded(crew: people.Crew) -> None:
    client = Client()
    people.first_step(client, crew.one)
    answer = client.post("/sign-in/code/", {"code": "000000"})
    assert "รหัสไม่ถูกต้อง" in answer.content.decode()
    assert "account.refused_code" in actions()
    assert client.get("/my/").status_code == 302


def test_a_code_counts_once_even_while_its_time_lasts(
    crew: people.Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_800_000_000.0
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: now)
    monkeypatch.setattr("tests.accounts.people.time.time", lambda: now)
    used = people.code()
    first, second = Client(), Client()
    people.first_step(first, crew.one)
    assert first.post("/sign-in/code/", {"code": used}).status_code == 302
    people.first_step(second, crew.one)
    # 40 seconds later allauth has forgotten that it was used, and tolerates it still.
    from django.core.cache import cache

    cache.delete(f"allauth.mfa.totp.used?user={crew.one.pk}&code={used}")
    answer = second.post("/sign-in/code/", {"code": f" {used[:3]} {used[3:]} "})
    assert answer.status_code == 200
    assert "ใช้ไปแล้ว" in answer.content.decode()


def test_a_recovery_code_opens_once(crew: people.Crew) -> None:
    codes = crew.one.authenticator_set.get(type="recovery_codes").wrap()
    told = codes.get_unused_codes()[0]
    for expected in (302, 200):
        client = Client()
        people.first_step(client, crew.one)
        assert client.post("/sign-in/code/", {"code": told}).status_code == expected


def test_secrets_of_factors_are_stored_sealed(crew: people.Crew) -> None:
    for one in crew.one.authenticator_set.all():
        assert people.SECRET not in str(one.data)
        for name in ("secret", "seed"):
            if name in one.data:
                assert one.data[name].startswith("m-")


def test_an_absent_name_gets_the_same_answer_as_a_wrong_passphrase(
    crew: people.Crew,
) -> None:
    wrong, absent = Client(), Client()
    nobody = Account(username=crew.one.username[::-1])
    first = people.first_step(wrong, crew.one, "not the passphrase at all")
    second = people.first_step(absent, nobody, "not the passphrase at all")
    assert first.status_code == second.status_code == 200
    same = page(first).replace(crew.one.username, nobody.username)
    assert same == page(second)
    assert set(first.headers) == set(second.headers)
    assert actions()[-2:] == ["account.refused", "account.refused"]


def test_after_five_failures_even_the_right_passphrase_waits(
    crew: people.Crew,
) -> None:
    for _ in range(5):
        people.first_step(Client(), crew.one, "wrong wrong wrong wrong")
    answer = people.first_step(Client(), crew.one)
    assert answer.status_code == 200
    assert "รอ 5 นาที" in answer.content.decode()
    # Others are not locked out by it.
    assert people.first_step(Client(), crew.two).status_code == 302


def test_codes_are_limited_too(crew: people.Crew) -> None:
    client = Client()
    people.first_step(client, crew.one)
    for n in range(5):
        client.post("/sign-in/code/", {"code": f"00000{n}"})
    answer = client.post("/sign-in/code/", {"code": people.code()})
    assert answer.status_code == 200


def test_the_session_gets_a_new_key_when_somebody_signs_in(
    crew: people.Crew,
) -> None:
    client = Client()
    people.first_step(client, crew.one)
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-in/code/", {"code": people.code()})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_a_planted_session_key_is_not_taken_over(crew: people.Crew) -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    people.signed_in(crew.one, client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "a" * 32


def test_flags_of_cookies(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    secret = client.get("/sign-out/").cookies[settings.CSRF_COOKIE_NAME]
    for cookie in (session, secret):
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
    assert not session["max-age"]


def test_a_form_without_its_secret_is_refused(crew: people.Crew) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = people.first_step(client, crew.one)
    assert answer.status_code == 403


@pytest.mark.parametrize("change", ["closed", "waiting", "organisation"])
def test_who_may_not_work_is_turned_away_at_once(
    crew: people.Crew, change: str
) -> None:
    from django.utils import timezone

    client = people.signed_in(crew.worker)
    worker, home = crew.worker, crew.organisation
    if change == "closed":
        worker.is_active = False
    elif change == "waiting":
        worker.held_until = timezone.now() + timezone.timedelta(hours=1)
    else:
        home.closed_at = timezone.now()
    worker.save()
    home.save()
    assert client.get("/my/").headers["Location"].startswith("/sign-in/")
    again = people.first_step(Client(), worker)
    assert again.headers["Location"] == "/sign-in/closed/"


def test_signing_out_ends_the_session_and_is_recorded(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    assert client.get("/sign-out/").status_code == 200
    client.post("/sign-out/")
    assert client.get("/my/").status_code == 302
    assert "account.sign_out" in actions()


def test_at_most_three_sessions_stay(crew: people.Crew) -> None:
    clients = [people.signed_in(crew.one) for _ in range(4)]
    for client in clients:
        client.get("/my/")
    assert OpenSession.objects.filter(account=crew.one).count() == 3
    assert clients[0].get("/my/").status_code == 302
    assert clients[3].get("/my/").status_code == 200


def test_ones_own_sessions_can_be_ended(crew: people.Crew) -> None:
    here, there = people.signed_in(crew.one), people.signed_in(crew.one)
    there.get("/my/")
    assert "เครื่องนี้" in here.get("/my/").content.decode()
    here.post("/my/sessions/end/", {"session": "others"})
    assert there.get("/my/").status_code == 302
    assert here.get("/my/").status_code == 200


def test_dead_sessions_are_swept_away(crew: people.Crew) -> None:
    from datetime import timedelta

    from django.contrib.sessions.models import Session
    from django.utils import timezone

    people.signed_in(crew.one).get("/my/")
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    people.signed_in(crew.two).get("/my/")
    assert OpenSession.objects.get().account == crew.two
    assert Session.objects.count() == 1


def test_pages_that_do_not_exist(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    for address in ("/signup/", "/email/", "/password/reset/", "/accounts/login/"):
        assert client.get(address).status_code == 404


def test_public_pages_ask_no_database_and_set_no_cookie(
    crew: people.Crew, django_assert_num_queries
) -> None:
    for client in (Client(), people.signed_in(crew.one)):
        for address in ("/start/", "/cases/", "/law/", "/try/", "/design/"):
            with django_assert_num_queries(0):
                answer = client.get(address)
            assert answer.status_code == 200
            assert not answer.cookies
            assert "Cookie" not in answer.headers.get("Vary", "")


def test_pages_of_the_public_site_know_nobody(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    for address in ("/", "/en/", "/packs/", "/feeds/news.xml"):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        tables = " ".join(query["sql"] for query in asked.captured_queries)
        assert "django_session" not in tables
        assert "accounts_" not in tables


def test_a_page_of_work_asks_few_questions(
    crew: people.Crew, django_assert_max_num_queries
) -> None:
    client = people.signed_in(crew.worker)
    client.get("/my/")
    wall = connection.vendor == "postgresql"  # it is told whose rows may be seen
    with django_assert_max_num_queries(4 + wall):
        # Session, account with organisation, roles; the redirect asks no more.
        client.get("/my/sessions/end/")


def test_no_page_of_signing_in_holds_inline_script_or_style(
    crew: people.Crew,
) -> None:
    client = people.signed_in(crew.one)
    for address in ("/my/", "/my/second-factor/keys/new/", "/sign-in/again/key/"):
        text = client.get(address).content.decode()
        for tag in re.findall(r"<script[^>]*>", text):
            assert "src=" in tag or 'type="application/json"' in tag
        assert " style=" not in text
        assert "<style" not in text
        assert " onclick" not in text
