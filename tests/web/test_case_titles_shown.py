"""A Thai reader meets cases and sources in Thai, an English reader in English."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.web.pages import is_thai, words_of

from sathana.law import cases

NAME = "HW-7BIS-2-order"
THAI = "เด็กสองคนเกิดในไทย พ.ศ. 2538 คนหนึ่งรัฐมนตรีมีคำสั่งให้สัญชาติ"
ENGLISH = "Two children born here in 1995, one with the Minister"


@pytest.fixture
def untitled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library to which a case was added that nobody gave a Thai title or notes."""
    monkeypatch.setattr(cases, "thai_titles", dict)
    monkeypatch.setattr(cases, "thai_notes", dict)


@pytest.mark.parametrize(
    "address",
    [f"/cases/{NAME}/", "/cases/?q=7BIS-2", "/law/7BIS-2/", "/law/search/?q=7BIS-2"],
)
def test_a_case_has_its_title_in_the_language_of_the_page(
    client: Client, address: str
) -> None:
    thai, english = client.get(address).text, client.get(f"/en{address}").text
    if "law/search" not in address:
        assert THAI in thai
        assert ENGLISH in english
    assert f">{ENGLISH}" not in thai
    assert THAI not in english


def test_the_library_is_searched_by_thai_and_by_english_titles(client: Client) -> None:
    for asked in ("เด็กสองคนเกิดในไทย รัฐมนตรีมีคำสั่ง", "two children minister's order"):
        assert f"/cases/{NAME}/" in client.get("/cases/", {"q": asked}).text


def test_the_list_of_cases_holds_no_english_title(client: Client) -> None:
    headings = re.findall(
        r'card__title"><a [^>]*>(.*?)</a>', client.get("/cases/").text
    )
    assert len(headings) == 24
    assert all(is_thai(title) and "lang=" not in title for title in headings)


def test_a_case_without_a_thai_title_is_shown_and_marked_as_english(
    client: Client, untitled: None
) -> None:
    page = client.get(f"/cases/{NAME}/").text
    assert f'<h1 class="threaded"><span lang="en">{ENGLISH}' in page
    assert "บันทึกของผู้ทำกรณี (ภาษาอังกฤษ)" in page
    assert f"<title>{ENGLISH}" in page


def test_english_notes_stand_folded_under_a_thai_line(client: Client) -> None:
    page = client.get("/cases/AC-352-2558/").text
    line, _, after = page.partition("บันทึกของผู้ทำกรณี (ภาษาอังกฤษ)")
    assert line.endswith('<details class="fold"><summary>')
    assert after.startswith(
        '</summary><div class="fold__body"><p><span lang="en">Encoding confidence'
    )


def test_thai_notes_stand_in_thai_and_the_english_page_keeps_its_own(
    client: Client,
) -> None:
    thai = client.get(f"/cases/{NAME}/").text
    assert "<p>มาตรา 7 ทวิ วรรคสอง ทำให้ P มีสัญชาติไทย" in thai
    assert "s. 7 bis para. 2 makes P Thai" in client.get(f"/en/cases/{NAME}/").text


def test_sources_of_a_point_are_told_in_the_language_of_the_page(
    client: Client,
) -> None:
    thai, english = client.get("/law/C1/").text, client.get("/en/law/C1/").text
    assert "คำพิพากษาศาลฎีกาที่ 7376/2537 (เรื่องประกาศ ฉบับที่ 337)" in thai
    assert "Supreme Court 7376/2537" not in thai
    assert "Supreme Court 7376/2537 (on 337)" in english


@pytest.mark.parametrize("name", ["HW-P1-fifteen-days", "HW-C15-husband", "SYN-05"])
def test_a_thai_page_of_a_case_has_no_english_but_what_is_marked(
    client: Client, name: str
) -> None:
    sentence = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
    words = words_of(client.get(f"/cases/{name}/").text, "th")
    assert [w for w in words if sentence.search(w) and not is_thai(w)] == []
