"""Every page, in both languages: it opens, speaks one language, and sets no cookie."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.sample import some
from tests.web.pages import BOTH, ONE_CASE, ONE_RULE, is_thai, words_of

from sathana.law import cases
from sathana.law.load import pack
from sathana.project import readiness


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask a machine without a database, whichever tests ran before in this process."""
    missing = {"th": "ยังไม่ได้ตั้งระบบ", "en": "It is not set up."}
    monkeypatch.setattr(readiness, "trouble", lambda: missing)


@pytest.mark.parametrize("address", BOTH)
def test_every_page_opens_in_its_language(client: Client, address: str) -> None:
    response = client.get(address)
    language = "en" if address.startswith("/en") else "th"
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text
    assert response.text.count("<h1") == 1
    assert 'id="main"' in response.text
    assert "<title></title>" not in response.text


@pytest.mark.parametrize("address", [a for a in BOTH if a.startswith("/en")])
def test_english_pages_hold_no_unmarked_thai(client: Client, address: str) -> None:
    found = [w for w in words_of(client.get(address).text, "en") if is_thai(w)]
    assert found == []


@pytest.mark.parametrize("address", [a for a in BOTH if not a.startswith("/en")])
def test_thai_pages_hold_no_unmarked_english_sentence(
    client: Client, address: str
) -> None:
    sentence = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
    words = words_of(client.get(address).text, "th")
    assert [w for w in words if sentence.search(w) and not is_thai(w)] == []


@pytest.mark.parametrize("name", some(cases.names(), 5))
def test_every_case_of_the_library_has_a_page(client: Client, name: str) -> None:
    response = client.get(f"/cases/{name}/")
    assert response.status_code == 200
    assert "answer__sentence" in response.text


def test_every_rule_and_contested_point_has_a_page(client: Client) -> None:
    law = pack()
    for prefix in ("", "/en"):
        for key in (*law.rules, *law.contested):
            assert client.get(f"{prefix}/law/{key}/").status_code == 200, key


def test_the_address_decides_the_language_and_the_browser_does_not(
    client: Client,
) -> None:
    english_reader = {"Accept-Language": "en"}
    assert '<html lang="th">' in client.get("/", headers=english_reader).text
    thai_reader = {"Accept-Language": "th"}
    assert '<html lang="en">' in client.get("/en/", headers=thai_reader).text


def test_the_thai_prefix_leads_to_the_root_and_nowhere_else(client: Client) -> None:
    assert client.get("/th/cases/").headers["Location"] == "/cases/"
    assert client.get("/th//elsewhere.example/").headers["Location"] == (
        "/elsewhere.example/"
    )


def test_the_other_language_is_offered_for_the_same_page(client: Client) -> None:
    assert 'href="/en/cases/?q=x"' in client.get("/cases/?q=x").text
    assert 'href="/cases/?q=x"' in client.get("/en/cases/?q=x").text


@pytest.mark.parametrize("address", BOTH)
def test_no_page_sets_a_cookie_or_names_a_foreign_source(
    client: Client, address: str
) -> None:
    response = client.get(address)
    assert not response.cookies
    loads = (
        r'<(?:link(?! rel="alternate")|script|img|image|use|iframe|object)\b'
        r'[^>]+?(?:src|href)="([^"]+)"'
    )
    loaded = re.findall(loads, response.text)
    assert [a for a in loaded if not a.startswith(("/static/", "#"))] == []
    assert "style=" not in re.sub(r"<textarea.*?</textarea>", "", response.text)
    assert "<style" not in response.text


@pytest.mark.parametrize("address", ["/", "/en/try/", "/nowhere/"])
def test_pages_carry_the_safety_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_home_page_says_what_it_does_not_say_and_has_one_main_action(
    client: Client,
) -> None:
    text = client.get("/en/").text
    assert "An assessment, not a determination" in text
    assert "false statement" in text
    assert text.count("button--primary") == 1


def test_a_search_finds_thai_words_typed_in_another_order_of_marks(
    client: Client,
) -> None:
    from sathana.library import shelf

    word = next(w for card in shelf.cards() for w in card.words.split() if "ำ" in w)
    in_parts = word.replace("ำ", "\u0e4d\u0e32")
    assert shelf.find(in_parts, "", "") == shelf.find(word, "", "")
    assert shelf.find(word, "", "")


def test_filters_narrow_the_library_and_say_how_many_are_left(client: Client) -> None:
    from sathana.library import shelf

    card = next(card for card in shelf.cards() if card.rules and card.eras)
    rule, era = card.rules[0], min(card.eras)
    text = client.get("/en/cases/", {"rule": rule, "era": era}).text
    left = len(shelf.find("", rule, era))
    assert f"{left} of {len(shelf.cards())} cases" in text
    assert 0 < left < len(shelf.cards())


def test_a_search_without_a_hit_says_what_to_do(client: Client) -> None:
    assert "No case fits all of this" in client.get("/en/cases/?q=zzzzqq").text


def test_a_card_shows_the_answer_that_the_engine_gives() -> None:
    from sathana.library import people, shelf

    for name in cases.names()[:12]:
        card = next(card for card in shelf.cards() if card.name == name)
        case = shelf.case(name)
        persons = shelf.assessment(name)["persons"]
        answers = [persons[key]["thai"]["answer"] for key in people.focus(case)]
        if not case.disputed:
            assert [answer for _, answer in card.answers] == answers, name


def test_a_case_page_shows_picture_table_readings_proof_and_sources(
    client: Client,
) -> None:
    text = client.get(f"/en/cases/{ONE_CASE}/").text
    for part in ("<svg", "The family as a table", 'class="readings"', 'class="proof"'):
        assert part in text
    assert "Reading of the" in text or "reading of the" in text
    assert "Pathways" in text


def test_a_rule_page_shows_conditions_in_both_languages_and_its_marks(
    client: Client,
) -> None:
    text = client.get(f"/law/{ONE_RULE}/").text
    assert "all of these" in text
    assert "ครบทุกข้อ" in text
    assert "ราชกิจจานุเบกษา" in text
    assert "ตรวจเมื่อ" in text
