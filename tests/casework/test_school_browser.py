"""Pages of class sheets and of a correction in a real browser: docs/look.md."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation
from tests.casework.test_browser import (  # noqa: F401 - fixtures
    MEASURE,
    Visit,
    _with_a_browser_in_this_thread,
    served,
    visit,
)
from tests.casework.test_pages import contact
from tests.casework.test_school import a_sheet, note

from sathana.casework.models import ClassPupil

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def addresses(visit: Visit) -> list[str]:  # noqa: F811
    at = visit.work.at
    with translation.override("th"):
        row = contact(visit.work)
        sheet = a_sheet(at)
        for number, card in (("1", "thai"), ("2", "6"), ("3", "none")):
            note(at, sheet, number, mother=card)
    one = [sheet.id]
    return [
        reverse("case-classes"),
        reverse("case-class-new"),
        reverse("case-class", args=one),
        reverse("case-class-note", args=one),
        reverse("case-class-end", args=one),
        reverse("case-class-link", args=[ClassPupil.rows.get(number=1).id]),
        reverse("case-contact-edit", args=[row.id]),
    ]


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
def test_the_measured_lines_hold(visit: Visit, width: int, dark: bool) -> None:  # noqa: F811
    page = visit.page(width, dark=dark)
    for address in addresses(visit):
        for language in ("", "/en"):
            page.goto(visit.site + language + address)
            faults = page.evaluate(MEASURE)
            assert {k: v for k, v in faults.items() if v} == {}, language + address


def test_a_class_is_entered_without_a_script(visit: Visit) -> None:  # noqa: F811
    page = visit.page(js=False)
    sheet = a_sheet(visit.work.at, size=2)
    page.goto(visit.site + reverse("case-class", args=[sheet.id]))
    page.get_by_role("link", name="ใส่คำตอบ เลข 1").click()
    for _ in range(2):
        page.get_by_label("เกิดที่ไหน").select_option("thailand")
        page.get_by_label("บัตรของแม่").select_option("thai")
        page.get_by_role("button", name="บันทึก").click()
    page.get_by_role("link", name="กลับไปที่ใบ").click()
    assert page.get_by_role("row", name="เลข 2").is_visible()
    assert page.get_by_role("link", name="พิมพ์ใบตอบกลับ").is_visible()
