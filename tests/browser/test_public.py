"""The public site as a stranger meets it: found in three clicks, fit for all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.browser.conftest import Visitor
from tests.browser.demo import Demo

MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PAGES = {
    "home": "/",
    "about": "/about/",
    "contact": "/contact/",
    "helpers": "/helpers/",
    "media": "/media/",
    "chapter": "/media/birth-registration/",
    "poster": "/media/five-papers/",
    "comic": "/media/born-in-the-rain/",
    "script": "/media/script-born-at-home/",
    "story": "/stories/the-letter-with-a-date/",
    "news": "/news/",
    "packs": "/packs/",
    "search": "/search/?q=23",
    "learn": "/learn/",
    "practice": "/learn/practice/",
    "law": "/law/S23/",
}
PREFIX = {"th": "", "en": "/en"}
SPARED = ("law", "search")
"""Rooms that other tests measure in full; here they are looked at once."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def reader(browser: Any, demo: Demo) -> Visitor:
    return Visitor(browser, demo.address)


def ways() -> list[Any]:
    """Return page, language and width: each page in both, at one width in turn."""
    return [
        pytest.param(name, language, (390, 1280)[(number + place) % 2])
        for number, name in enumerate(PAGES)
        for place, language in enumerate(PREFIX)
    ]


@pytest.mark.parametrize(("name", "language", "width"), ways())
def test_the_look_holds_and_nothing_is_foreign(
    reader: Visitor, demo: Demo, name: str, language: str, width: int
) -> None:
    page = reader.open(PREFIX[language] + PAGES[name], width=width)
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    faults = page.evaluate(MEASURE)
    shots = os.environ.get("SATHANA_SHOTS")
    if shots:
        page.screenshot(path=f"{shots}/{name}-{language}-{width}.png", full_page=True)
    hosts = {urlsplit(address).netloc for address in page.requested}
    cookies, errors = page.context.cookies(), list(page.errors)
    page.context.close()
    assert {key: found for key, found in faults.items() if found} == {}
    assert hosts == {urlsplit(demo.address).netloc}
    assert (cookies, errors) == ([], [])


@pytest.mark.parametrize("name", [name for name in PAGES if name not in SPARED])
def test_axe_finds_nothing(browser: Any, demo: Demo, name: str) -> None:
    number = list(PAGES).index(name)
    context = browser.new_context(
        viewport={"width": (390, 1280)[number % 2], "height": 900}, bypass_csp=True
    )
    page = context.new_page()
    page.goto(demo.address + ("", "/en")[number // 2 % 2] + PAGES[name])
    page.add_script_tag(path=AXE)
    found = page.evaluate("async () => (await axe.run()).violations")
    context.close()
    told = [(one["id"], one["nodes"][0]["html"][:120]) for one in found]
    assert told == []


@pytest.mark.parametrize("language", PREFIX)
def test_a_birth_certificate_is_found_in_three_clicks(
    reader: Visitor, language: str
) -> None:
    """Born at home, without papers: from the first page, by the words one sees."""
    page = reader.open(PREFIX[language] + "/", width=390)
    door = {"th": "ฉันหรือลูกต้องการเอกสาร", "en": "I need a paper"}[language]
    page.get_by_role("link", name=door).click()
    words = {"th": "เด็กเกิดที่บ้าน", "en": "born at home"}[language]
    page.locator("main").get_by_role("link", name=words).first.click()
    text = page.locator("main").inner_text()
    clicks = 2
    assert clicks <= 3
    assert _answers(text, language)
    page.context.close()


@pytest.mark.parametrize(
    ("language", "asked"), [("th", "เกิดที่บ้าน"), ("en", "born at home")]
)
def test_a_birth_certificate_is_found_by_one_search(
    reader: Visitor, language: str, asked: str
) -> None:
    page = reader.open(PREFIX[language] + "/", width=390)
    page.get_by_role("searchbox").fill(asked)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    goal = f"{PREFIX[language]}/media/birth-registration/"
    first = page.locator(f'main a[href="{goal}"]').first
    first.click()
    assert _answers(page.locator("main").inner_text(), language)
    page.context.close()


def _answers(text: str, language: str) -> bool:
    """Whether a text says where to go, by when, with whom, and what when refused."""
    wanted = {
        "th": ("สูติบัตร", "พยาน", "15 วัน", "นายทะเบียน", "ไม่รับ"),
        "en": ("birth certificate", "witness", "15 days", "registrar", "refuse"),
    }[language]
    return all(word in text for word in wanted)


def test_the_site_is_read_without_javascript(reader: Visitor) -> None:
    page = reader.open("/", js=False)
    page.locator("main").get_by_role("link", name="เด็กเกิดที่บ้าน").first.click()
    assert page.locator("h1").count() == 1
    page.goto(reader.site + "/media/?topic=birth")
    assert page.locator("main .card").count() >= 2
    page.context.close()


def test_a_printed_page_shows_its_law(reader: Visitor) -> None:
    page = reader.open("/media/birth-registration/")
    page.emulate_media(media="print")
    assert page.locator("nav.mainnav").is_hidden()
    assert page.locator("h1").is_visible()
    page.context.close()
