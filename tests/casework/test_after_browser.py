"""From the approval to the card in hand, by labels, with the sister that it helps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from tests import worlds
from tests.browser.hands import Hands
from tests.casework.test_after import GOOD, Home, make_home
from tests.casework.test_after import pages as addresses
from tests.casework.test_browser import (  # noqa: F401 - fixtures
    MEASURE,
    Visit,
    _with_a_browser_in_this_thread,
    served,
    visit,
)
from tests.registry.house import yesterday

from sathana.accounts.models import Account
from sathana.casework.models import AfterStep, CasePathway
from sathana.registry.models import Fact

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_ACTIONS = 40


def at_home(visit: Visit) -> Home:  # noqa: F811
    """Let the browser be the worker of a family in which a mother was approved."""
    with translation.override("th"):
        home = make_home()
    account = Account.objects.get(id=home.at.worker.actor.id)
    cookie = worlds.strong_client(account).cookies[settings.SESSION_COOKIE_NAME]
    visit.cookie["value"] = cookie.value
    return home


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
def test_the_measured_lines_hold(visit: Visit, width: int, dark: bool) -> None:  # noqa: F811
    home = at_home(visit)
    home.save("entry", number=GOOD, place="ที่ว่าการอำเภอสมมติ", words="รอบแรก")
    home.save("entry", number=GOOD, words="ดูใหม่", version=1, reason="พิมพ์ผิด")
    page = visit.page(width, dark=dark)
    for name, address in addresses(home).items():
        for language in ("", "/en"):
            page.goto(visit.site + language + address)
            if seen := os.environ.get("SATHANA_SEEN"):
                where = Path(seen) / f"after-{name}-{width}{language[1:]}.png"
                page.screenshot(path=where, full_page=True)
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => { d.open = true; })"
            )
            faults = page.evaluate(MEASURE)
            assert {k: v for k, v in faults.items() if v} == {}, language + address


def test_from_the_approval_to_the_card_in_hand_and_on_to_the_sister(
    visit: Visit,  # noqa: F811
) -> None:
    home = at_home(visit)
    page = visit.page(js=False)
    hands, day = Hands(page), yesterday().isoformat()
    page.goto(visit.site + reverse("case-page", args=[home.case.id]))
    hands.press("หลังอนุมัติ: ทะเบียน บัตร สิทธิ", "link")
    hands.press("นาแม สมมติ", "link")
    hands.press("ยืนยันคำอนุมัติเป็นข้อเท็จจริง", "link")
    hands.tick("ฉันได้เห็นคำอนุมัติแล้ว ให้บันทึกเป็นข้อเท็จจริงของครอบครัว")
    hands.press("บันทึก")
    assert page.get_by_text("ครอบครัวบอกคำอนุมัตินี้แล้ว").is_visible()

    hands.press("บันทึกขั้นนี้", "link")  # the entry
    hands.choose("ตอนนี้เป็นอย่างไร", "ทำแล้ว")
    hands.write("วันที่ (ที่นัดไว้ หรือที่ทำ)", day)
    hands.write("เลข 13 หลักใหม่", GOOD[:-1] + str((int(GOOD[-1]) + 1) % 10))
    hands.tick("เลื่อนขั้นของกรณีเป็น “ลงทะเบียนบ้านแล้ว” ด้วย (ถ้ามี)")
    hands.press("บันทึก")
    assert page.get_by_text(f"ควรเป็น {GOOD[-1]}").is_visible()  # a slip is caught
    hands.write("เลข 13 หลักใหม่", GOOD)
    hands.press("บันทึก")

    for move in ("ถ่ายรูปหรือปฏิญาณตน", "ได้บัตรแล้ว"):
        hands.press("บันทึกขั้นนี้", "link")
        hands.choose("ตอนนี้เป็นอย่างไร", "ทำแล้ว")
        hands.write("วันที่ (ที่นัดไว้ หรือที่ทำ)", day)
        hands.tick(f"เลื่อนขั้นของกรณีเป็น “{move}” ด้วย (ถ้ามี)")
        hands.press("บันทึก")
    assert page.locator("header").get_by_text("ได้บัตรแล้ว").is_visible()

    page.get_by_role("link", name="เปิดช่องทางนี้ให้ อาหมี่ สมมติ").first.click()
    hands.press("บันทึก")
    assert hands.actions <= MOST_ACTIONS, hands.actions
    taken = CasePathway.rows.get(person=home.sister)
    assert taken.pathway
    assert home.now.state == "card"
    assert {one.kind for one in AfterStep.rows.all()} == {
        "grant", "entry", "photo", "card",
    }  # fmt: skip
    assert [one.path for one in Fact.rows.all()].count("orders") == 1
