"""Pages of cases in a real browser: the lines of docs/look.md, a contact in time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from tests import worlds
from tests.casework.conftest import TO_READY, Work, make_work
from tests.casework.test_pages import pages

from sathana.accounts.models import Account
from sathana.casework.models import Encounter
from sathana.casework.planning import Plan
from sathana.casework.services import cases

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MEASURE = (Path(__file__).parents[1] / "browser" / "measure.js").read_text("utf-8")


class Visit:
    """A browser of the caseworker, counting what it must press and type."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        with translation.override("th"):
            self.work: Work = make_work()
        account = Account.objects.get(id=self.work.at.worker.actor.id)
        cookie = worlds.strong_client(account).cookies[settings.SESSION_COOKIE_NAME]
        self.cookie = {
            "name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site,
        }  # fmt: skip
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


@pytest.fixture(autouse=True, scope="session")
def _with_a_browser_in_this_thread() -> Iterator[None]:
    """Let Django work where Playwright keeps an event loop, its database set up too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def served(django_db_setup: None, live_server: Any) -> str:
    """The address of the site; it must find its database when it starts."""
    return str(live_server.url)


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    made = Visit(browser, served)
    yield made
    for context in browser.contexts:
        context.close()
    assert made.foreign == []


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, False), (390, True)])
def test_the_measured_lines_hold_on_pages_of_cases(
    visit: Visit, width: int, dark: bool
) -> None:
    work, page = visit.work, visit.page(width, dark=dark)
    cases.plan(
        reader=work.at.worker, case_id=work.case.id, version=1,
        new=Plan("โทรถามอำเภอว่าหัวหน้าทะเบียนกลับมาหรือยัง"),
    )  # fmt: skip
    work.walk(*TO_READY)
    for name, address in pages(work).items():
        for language in ("", "/en"):
            answer = page.goto(visit.site + language + address)
            assert answer
            assert answer.status == 200, address
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => { d.open = true; })"
            )
            faults = page.evaluate(MEASURE)
            assert {k: v for k, v in faults.items() if v} == {}, f"{name} {language}"
            if seen := os.environ.get("SATHANA_SEEN"):
                where = Path(seen) / f"{name}-{width}{language.replace('/', '-')}.png"
                page.screenshot(path=where, full_page=True)


def test_a_contact_takes_five_fields_and_leads_to_its_letter(visit: Visit) -> None:
    """As on a phone, without a script: four answers and two presses to the letter."""
    page = visit.page(js=False)
    page.goto(visit.site + reverse("case-page", args=[visit.work.case.id]))
    page.get_by_role("link", name="บันทึกการติดต่อ หมี่จู สมมติ").click()
    shown = page.locator(
        "form[data-draft] input:visible, form[data-draft] select:visible,"
        " form[data-draft] textarea:visible"
    )
    assert shown.count() == 5
    page.get_by_label("สำนักงาน", exact=True).fill("ที่ว่าการอำเภอสมมติ")
    page.get_by_label("ผลเป็นอย่างไร").select_option("not_received")
    page.get_by_label("เขาพูดว่าอะไร").fill("หัวหน้าไม่อยู่")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    assert Encounter.rows.get().track_id == visit.work.track.id
    page.get_by_role("link", name="เปิดหนังสือเพื่อพิมพ์").click()
    assert page.get_by_text("ขอแสดงความนับถือ").is_visible()
