"""What is typed comes back after a reload and after going back, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.urls import reverse
from tests.web_work.conftest import Desk

from sathana.registry.models import Draft, Person

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MEASURE = (Path(__file__).parents[1] / "browser" / "measure.js").read_text("utf-8")


class At:
    """A browser of the caseworker at the site."""

    def __init__(self, browser: Browser, site: str, desk: Desk) -> None:
        self.site, self.desk = site, desk
        cookie = desk.client.cookies[settings.SESSION_COOKIE_NAME].value
        self.cookie = {
            "name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site
        }  # fmt: skip
        self.browser = browser
        self.foreign: list[str] = []

    def page(self, width: int = 390, *, dark: bool = False, js: bool = True) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            java_script_enabled=js,
        )
        context.add_cookies([self.cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("request", lambda one: self._note(one.url))
        page.on("pageerror", lambda fault: self.foreign.append(str(fault)))
        return page

    def _note(self, url: str) -> None:
        if not url.startswith((self.site, "data:")):
            self.foreign.append(url)


@pytest.fixture(scope="session")
def served(django_db_setup: None, live_server: Any) -> str:
    """The address of the site; it must find its database when it starts."""
    return str(live_server.url)


@pytest.fixture
def at(browser: Browser, served: str, desk: Desk) -> Iterator[At]:
    made = At(browser, served, desk)
    yield made
    for context in browser.contexts:
        context.close()
    assert made.foreign == []


def test_what_is_typed_comes_back_after_a_reload(at: At) -> None:
    page = at.page()
    address = at.site + reverse("person-new", args=[at.desk.family.id])
    page.goto(address)
    page.fill("[name=name_thai]", "อาหมี่ กนารี")
    page.check("[name=languages][value=ahk]")
    with page.expect_response("**/families/drafts/"):
        page.fill("[name=notes]", "พบที่ตลาด")
    page.reload()
    assert page.input_value("[name=name_thai]") == "อาหมี่ กนารี"
    assert page.input_value("[name=notes]") == "พบที่ตลาด"
    assert page.is_checked("[name=languages][value=ahk]")
    assert page.get_by_text("ร่างที่ยังไม่บันทึก").is_visible()


def test_what_is_typed_comes_back_after_leaving_at_once_and_going_back(at: At) -> None:
    page = at.page()
    address = at.site + reverse("person-new", args=[at.desk.family.id])
    page.goto(address)
    page.fill("[name=name_thai]", "อาหมี่ กนารี")
    page.goto(at.site + reverse("families"))
    page.wait_for_timeout(500)
    page.go_back()
    assert page.input_value("[name=name_thai]") == "อาหมี่ กนารี"


def test_what_was_saved_is_no_draft(at: At) -> None:
    page = at.page()
    page.goto(at.site + reverse("person-new", args=[at.desk.family.id]))
    page.fill("[name=name_thai]", "อาหมี่ กนารี")
    page.locator("form[data-draft] .button--primary").click()
    page.wait_for_url("**/persons/**")
    page.wait_for_timeout(2_000)
    assert Person.rows.count() == 2
    assert not Draft.objects.exists()


def test_a_form_is_saved_without_javascript(at: At) -> None:
    page = at.page(js=False)
    page.goto(at.site + reverse("person-new", args=[at.desk.family.id]))
    page.fill("[name=notes]", "ยังไม่รู้ชื่อ")
    page.locator("form[data-draft] .button--primary").click()
    assert page.input_value("[name=notes]") == "ยังไม่รู้ชื่อ"
    page.fill("[name=name_thai]", "อาหมี่ กนารี")
    page.locator("form[data-draft] .button--primary").click()
    assert "/persons/" in page.url
    assert Person.rows.count() == 2


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, False), (390, True)])
def test_the_measured_lines_hold_on_pages_of_work(
    at: At, width: int, dark: bool
) -> None:
    page = at.page(width, dark=dark)
    family, person = [at.desk.family.id], [at.desk.person.id]
    for address in (
        reverse("families"), reverse("family", args=family), reverse("family-new"),
        reverse("person", args=person), reverse("consents", args=family),
        reverse("fact-new", args=person) + "?path=born.date",
        reverse("household-new", args=family), reverse("family-print", args=family),
    ):  # fmt: skip
        answer = page.goto(at.site + address)
        # A page that only says that something is wrong would measure well too.
        assert answer
        assert answer.status == 200, address
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => { d.open = true; })"
        )
        faults = page.evaluate(MEASURE)
        assert {k: v for k, v in faults.items() if v} == {}, address


def test_no_link_lies_over_the_page(at: At) -> None:
    """A card's link covers its card, and nothing else of the page of a family."""
    page = at.page(1280)
    page.goto(at.site + reverse("family", args=[at.desk.family.id]))
    # Above the cards, where the heading and the tree stand.
    covers = """y => {
        const found = document.elementFromPoint(900, y);
        return found.closest('a')?.getAttribute('href') || '';
    }"""
    assert {page.evaluate(covers, y) for y in (220, 260, 300)} == {""}
