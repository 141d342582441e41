"""Pages of clocks, days and offices in a real browser: the lines of docs/look.md."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from tests.casework import test_browser
from tests.casework.test_browser import MEASURE, Visit
from tests.casework.test_clock_pages import (
    a_note,
    an_office,
    appointment,
    contact,
    on_pathway,
)

from sathana.casework.planning import Plan
from sathana.casework.services import cases

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
_with_a_browser_in_this_thread = test_browser._with_a_browser_in_this_thread
served = test_browser.served
SHOTS = os.environ.get("SATHANA_SHOTS", "")
"""A folder for pictures, for whoever wants to look."""


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    made = Visit(browser, served)
    yield made
    for context in browser.contexts:
        context.close()
    assert not made.foreign, made.foreign


def addresses(visit: Visit) -> dict[str, str]:
    """Fill the pages with what is long, and return where they are."""
    work = visit.work
    on_pathway(work, "CO-1")
    office = an_office(work, name_th="ที่ว่าการอำเภอสมมติที่มีชื่อยาวมากเพื่อดูว่าตัดบรรทัดถูก")
    a_note(work, office, text="ขอสำเนาสองชุด\nและพยานสองคน " * 6)
    contact(work, "refused", 20, codes=["R15"], place="5701")
    appointment(work, office_id=office.id, place="", purpose="สอบพยาน " * 8)
    appointment(work, permit="held")
    today = (timezone.now() + timedelta(hours=7)).date()
    cases.plan(
        reader=work.at.worker, case_id=work.case.id, version=1,
        new=Plan("ไปคัดสำเนา " * 8, work.at.worker.actor.id, today - timedelta(2)),
    )  # fmt: skip
    case = [work.case.id]
    return {
        "clocks": reverse("case-clocks", args=case),
        "overdue": reverse("overdue"),
        "appointments": reverse("case-appointments", args=case),
        "appointment-new": reverse("case-appointment-new", args=case),
        "day": reverse("day-sheet"),
        "offices": reverse("offices"),
        "office": reverse("office", args=[office.id]),
        "office-new": reverse("office-new"),
        "note-new": reverse("office-note-new", args=[office.id]),
        "case-offices": reverse("case-offices", args=case),
        "calendar": reverse("my-calendar"),
        "case": reverse("case-page", args=case),
    }


def shoot(page: Any, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def test_the_pages_keep_the_lines_of_the_look(visit: Visit) -> None:
    with translation.override("th"):
        found = addresses(visit)
    found_faults: list[str] = []
    for width in (390, 1280):
        page = visit.page(width)
        for name, address in found.items():
            answer = page.goto(visit.site + address)
            assert answer
            assert answer.status == 200, name
            shoot(page, f"{name}-{width}")
            found_faults += [
                f"{name} {width} {kind}: {what}"
                for kind, what in page.evaluate(MEASURE).items()
                if what
            ]
            filled = page.locator(".button--primary:visible").count()
            if filled > 1:
                found_faults.append(f"{name}: {filled} main buttons")
    assert not found_faults, "\n".join(found_faults)


def test_the_sheet_of_a_day_prints(visit: Visit) -> None:
    with translation.override("th"):
        found = addresses(visit)
    page = visit.page(1280)
    page.goto(visit.site + found["day"])
    page.emulate_media(media="print")
    assert not page.locator("nav.no-print").first.is_visible()
    assert page.locator(".sheet-card").first.is_visible()
    if SHOTS:
        page.pdf(path=Path(SHOTS) / "day.pdf", format="A4")
        page.set_viewport_size({"width": 720, "height": 1000})
        shoot(page, "day-print")


def test_the_clocks_work_without_a_script_and_in_english(visit: Visit) -> None:
    with translation.override("th"):
        found = addresses(visit)
    page = visit.page(390, js=False)
    page.goto(f"{visit.site}/en{found['clocks']}")
    assert "Do next" in page.inner_text("main")
    shoot(page, "clocks-en-390")
    page.goto(f"{visit.site}/en{found['overdue']}")
    shoot(page, "overdue-en-390")
