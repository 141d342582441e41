"""Pages of papers in a real browser: the lines of docs/look.md, a draft signed off."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from tests import worlds
from tests.casework.test_browser import (
    MEASURE,
    Visit,
    _with_a_browser_in_this_thread,  # noqa: F401 (a fixture)
    served,  # noqa: F401 (a fixture)
)
from tests.casework.test_papers import contact, make, step, stored

from sathana.accounts.models import Account
from sathana.casework.models import PaperPack
from sathana.registry.reader import Reader
from sathana.registry.services import facts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:  # noqa: F811
    made = Visit(browser, served)
    with translation.override("th"):
        made.work = stored()
    sign_in(made, made.work.at.worker)
    yield made
    for context in browser.contexts:
        context.close()
    assert made.foreign == []


def sign_in(visit: Visit, reader: Reader) -> None:
    """Let the browser's next pages be of somebody else."""
    account = Account.objects.get(id=reader.actor.id)
    cookie = worlds.strong_client(account).cookies[settings.SESSION_COOKIE_NAME]
    visit.cookie["value"] = cookie.value


def measured(visit: Visit, page: Page, name: str, address: str) -> None:
    """Hold a page against the measured lines, in both languages."""
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
            width = (page.viewport_size or {"width": 0})["width"]
            where = Path(seen) / f"{name}-{width}{language.replace('/', '-')}.png"
            page.screenshot(path=where, full_page=True)


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, False), (390, True)])
def test_the_measured_lines_hold_on_pages_of_papers(
    visit: Visit, width: int, dark: bool
) -> None:
    work = visit.work
    with translation.override("th"):
        facts.tell(
            reader=work.at.worker, person_id=work.person.id, path="conduct", value="bad"
        )
        pack = make(work)
        step(work, pack, "hand_up", reader=work.at.worker)
        step(work, pack, "send_back", "ที่เกิดยังไม่ตรงกับสูติบัตร ให้ดูหน้าสอง")
        make(work)
        step(work, pack, "hand_up", reader=work.at.worker)
        contact(work)
    page = visit.page(width, dark=dark)
    for name, address in {
        "papers": reverse("case-papers", args=[work.case.id]),
        "making": reverse("pathway-papers", args=[work.track.id]),
        "pack": reverse("pathway-pack", args=[pack.id]),
        "step": reverse("pathway-pack-step", args=[pack.id]),
    }.items():
        measured(visit, page, name, address)
    sign_in(visit, work.at.supervisor)
    chief = visit.page(width, dark=dark)
    measured(visit, chief, "supervision", reverse("supervision"))
    measured(visit, chief, "checking", reverse("pathway-pack-step", args=[pack.id]))


def test_a_draft_is_made_handed_up_and_signed_off(visit: Visit) -> None:
    """Without a script, by visible labels: from the case to the pack to file."""
    page = visit.page(js=False)
    page.goto(visit.site + reverse("case-page", args=[visit.work.case.id]))
    page.get_by_role("link", name="เอกสารที่ใช้ยื่น", exact=True).click()
    page.get_by_role("link", name="ทำชุดเอกสาร หมี่จู สมมติ").click()
    page.get_by_role("button", name="ทำชุดเอกสาร").click()
    page.get_by_role("link", name="ส่งตรวจ").click()
    page.get_by_label("ส่งให้หัวหน้าทีมตรวจ").check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    sign_in(visit, visit.work.at.supervisor)
    chief = visit.page(js=False)
    chief.goto(visit.site + reverse("supervision"))
    chief.get_by_role("link", name="หมี่จู สมมติ").click()
    with chief.expect_download() as come:
        chief.get_by_role("link", name="ทั้งชุด PDF เดียว").click()
    assert Path(come.value.path()).read_bytes().startswith(b"%PDF")
    chief.get_by_role("link", name="รับรอง ส่งกลับ").click()
    chief.get_by_label("รับรอง: เอกสาร").check()
    chief.get_by_role("button", name="บันทึก", exact=True).click()
    assert chief.get_by_text("รับรองโดย").is_visible()
    assert PaperPack.rows.get().state == "approved"


def test_a_download_without_a_fresh_factor_asks_for_it_and_saves_no_page(
    visit: Visit,
) -> None:
    """The browser must follow to the question, not keep it as a file of that name."""
    with translation.override("th"):
        pack = make(visit.work)
    account = Account.objects.get(id=visit.work.at.worker.actor.id)
    cookie = worlds.strong_client(account, fresh=False).cookies
    visit.cookie["value"] = cookie[settings.SESSION_COOKIE_NAME].value
    page = visit.page()
    saved: list[str] = []
    page.on("download", lambda one: saved.append(one.suggested_filename))
    page.goto(visit.site + reverse("pathway-pack", args=[pack.id]))
    page.get_by_role("link", name="ทั้งชุด PDF เดียว", exact=True).click()
    page.get_by_role("heading", name="ยืนยันอีกครั้ง").wait_for()
    assert saved == []
