"""The search of the whole site, and what teaches the law on the pages of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from tests.search.shelves import readable

from sathana.library import indexing, lawplaces, siteindex
from sathana.project import warmth
from sathana.search import selectors, services
from sathana.search.models import Entry

TODAY = date(2026, 11, 26)
RULE = "7BIS-1"


@pytest.fixture
def connected(db: None) -> Iterator[None]:
    """A site with a database, as the server that starts finds it."""
    siteindex.connect()
    yield
    siteindex.connect(there=False)


@pytest.fixture
def lesson(connected: None) -> None:
    """A lesson that teaches a rule and one of each that stands in a list."""
    services.put(
        [
            readable("lesson:1", kind="lesson", url="/l/", title="ขอสัญชาติ <b>"),
            readable(
                "lesson:1",
                kind="lesson",
                language="en",
                url="/en/l/",
                title="Asking <b> for it",
            ),
        ]
    )
    taught = [RULE, "provision:na-2508/10", "procedure:P1", "point:C1", "limit:ACA-49"]
    fee, door, form = (next(iter(lawplaces.records(k))) for k in LISTED)
    services.teach(
        "lesson:1", [*taught, f"fee:{fee}", f"door:{door}", f"form:{form}"], TODAY
    )


LISTED = ("fee", "door", "form")
TEACHING = (
    f"/law/{RULE}/",
    "/law/provisions/na-2508/10/",
    "/law/procedures/P1/",
    "/law/C1/",
    "/law/limits/",
    "/law/fees/",
    "/law/doors/",
    "/law/forms/",
)


@pytest.mark.parametrize("address", TEACHING)
def test_pages_of_the_law_lead_to_what_teaches_them(
    client: Client, lesson: None, address: str
) -> None:
    thai = client.get(address).text
    assert thai.count('<a href="/l/"><span lang="th">ขอสัญชาติ &lt;b&gt;</span>') == 1
    english = client.get(f"/en{address}").text
    assert "Media and lessons about this" in english
    assert '<a href="/en/l/"><span lang="en">Asking &lt;b&gt; for it</span>' in english


@pytest.mark.parametrize("address", TEACHING)
def test_without_a_database_the_pages_of_the_law_say_nothing_of_lessons(
    client: Client, address: str
) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert "สื่อและบทเรียนเรื่องนี้" not in page.text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_without_a_database_the_search_answers_from_the_law(
    client: Client, prefix: str
) -> None:
    page = client.get(f"{prefix}/search/", {"q": "ทะเบียนบ้าน"})
    assert page.status_code == 200
    assert not page.cookies
    assert "<mark>ทะเบียนบ้าน</mark>" in page.text
    assert f'href="{prefix}/law/' in page.text


def test_a_database_that_fails_leaves_readers_with_the_law(
    client: Client, connected: None
) -> None:
    with patch.object(selectors, "answer", side_effect=DatabaseError):
        page = client.get("/search/", {"q": "ทะเบียนบ้าน"})
    assert "<mark>ทะเบียนบ้าน</mark>" in page.text
    with patch.object(selectors, "teaching_any", side_effect=DatabaseError):
        assert client.get(f"/law/{RULE}/").status_code == 200


@pytest.mark.django_db
def test_a_server_whose_database_has_no_such_table_still_searches_the_law() -> None:
    with patch.object(indexing, "refresh", side_effect=DatabaseError):
        warmth.open_search()
    assert siteindex.taught("rule", RULE) == []
    assert siteindex.answer("ทะเบียนบ้าน").total


def test_a_server_that_starts_hands_the_law_to_the_search(
    client: Client, connected: None
) -> None:
    siteindex.connect(there=False)
    warmth.open_search()
    assert Entry.objects.filter(key=f"pathway:{RULE}").count() in (0, 2)
    assert Entry.objects.filter(kind="case", language="th").exists()
    page = client.get("/search/", {"q": "แจงเกิด"})
    assert "<mark>แจ้งเกิด</mark>" in page.text
    assert indexing.refresh() == 0


def test_results_stand_in_groups_and_a_kind_can_be_seen_in_full(
    client: Client, connected: None
) -> None:
    services.put(
        [
            readable("lesson:a", kind="lesson", url="/l/", title="สูติบัตร"),
            *(readable(f"page:{n}", url=f"/p/{n}/", title="สูติบัตร") for n in range(9)),
        ]
    )
    page = client.get("/search/", {"q": "สูติบัตร"}).text
    assert "พบ 10 รายการ" in page
    assert page.count('href="/p/') == siteindex.OF_EACH
    assert "ดูทั้ง 9 รายการ" in page
    assert "บทเรียน</h3>" in page
    full = client.get("/search/", {"q": "สูติบัตร", "kind": "page"}).text
    assert full.count('href="/p/') == 9
    assert 'href="/l/"' not in full


def test_what_nothing_holds_in_full_is_said_to_be_only_near(
    client: Client, connected: None
) -> None:
    services.put([readable("page:a", url="/p/", text="เด็กเกิดที่บ้านไม่มีใบเกิด")])
    page = client.get("/en/search/", {"q": "ลูกเราเกิดที่บ้านไม่มีใบเกิด"}).text
    assert "Nothing holds all of these words. The nearest: 1" in page


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_who_finds_nothing_is_offered_near_words_and_somebody_to_ask(
    client: Client, connected: None, prefix: str
) -> None:
    page = client.get(f"{prefix}/search/", {"q": "naturalixation"}).text
    assert "naturalixation" in page
    assert "Naturalisation" in page or "naturalisation" in page
    assert f'href="{prefix}/law/doors/"' in page


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"q": ""},
        {"q": "ก"},
        {"q": "<script>alert(1)</script>"},
        {"q": '"><img src=x>', "kind": '"><img src=x>'},
        {"q": "ทะเบียน", "kind": "no-such-kind"},
        {"q": "\x00" * 9},
        {"q": "ก" * 4000},
    ],
)
def test_a_hostile_search_is_only_text(
    client: Client, connected: None, asked: dict[str, str]
) -> None:
    services.put([readable("page:a", url="/p/", title="ทะเบียน")])
    page = client.get("/search/", asked)
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<img src=x>" not in page.text
    assert page.text.count("<h1") == 1


def test_nobody_can_search_by_a_form_that_changes_something(client: Client) -> None:
    assert client.post("/search/", {"q": "ก"}).status_code == 405


# --- what is in the law, and when it was read -----------------------------------------


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "name",
    [
        *("", "rules/", "pathways/", "points/", "changes/", "due/", "instruments/"),
        *("procedures/", "rights/", "fees/", "limits/", "doors/", "forms/"),
        *(f"{RULE}/", "C1/", "procedures/P1/", "provisions/na-2508/10/"),
        "instruments/na-2508/",
    ],
)
def test_every_page_of_the_law_says_when_its_sources_were_read(
    client: Client, prefix: str, name: str
) -> None:
    page = client.get(f"{prefix}/law/{name}").text
    said = r"(?:Checked|(?:was|were) read on) \d+ \w+ 20\d\d"
    thai = r"(?:ตรวจเมื่อ|อ่านเมื่อ) \d+ \S+ 25\d\d"
    assert re.search(said if prefix else thai, page)
    assert (
        f'<link rel="alternate" type="application/atom+xml" href="{prefix}/law' in page
    )


@pytest.mark.django_db
def test_the_tables_of_the_search_are_as_the_models_say() -> None:
    call_command("makemigrations", "search", check=True, dry_run=True, verbosity=0)


def test_every_record_of_the_law_leads_to_its_page(db: None, client: Client) -> None:
    rows: dict[Any, str] = {}
    for one in indexing.readables():
        assert (one.key, one.language) not in rows
        rows[one.key, one.language] = one.url
        assert one.url.startswith("/en/") == (one.language == "en")
    for (key, language), url in list(rows.items())[::97]:
        page = client.get(url)
        assert page.status_code == 200, (key, language, url)
        spot = url.partition("#")[2]
        assert not spot or f'id="{spot}"' in page.text


def test_what_teaches_a_rule_stands_by_kind_media_first(
    client: Client, connected: None
) -> None:
    kinds = {"practice": "A", "lesson": "B", "course": "C", "poster": "D", "media": "E"}
    for kind, letter in kinds.items():
        key = f"{kind}:1"
        title = f"{letter} of it"
        services.put([readable(key, kind=kind, language="en", url="/x/", title=title)])
        services.teach(key, [RULE], TODAY)
    page = client.get(f"/en/law/{RULE}/").text
    listed = page[page.index('id="taught"') :]
    assert re.findall(r'<span lang="en">(\w) of it', listed) == list("DECBA")
    said = re.findall(r'<span class="hint">([^<]*)</span></li>', listed)
    assert said[:5] == [
        "Poster or card",
        "Media item",
        "Course",
        "Lesson",
        "Practice family",
    ]


def test_every_kind_of_result_has_a_word_for_one_of_it() -> None:
    for kind in siteindex.OTHERS:
        assert siteindex.kind_word(kind)["en"] in siteindex._ONE.values(), kind
    assert siteindex.kind_word("dream") == siteindex.kind_words("dream")
