"""A case goes from one organisation to another in a real browser; its new pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone, translation
from tests import worlds
from tests.browser.hands import Hands
from tests.casework.test_browser import (
    Visit,
    _with_a_browser_in_this_thread,  # noqa: F401 (a fixture)
    served,  # noqa: F401 (a fixture)
)
from tests.casework.test_costs import ask, decide
from tests.casework.test_papers_browser import measured, sign_in
from tests.registry.house import consent, new_id

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.casework.handover_words import HELP
from sathana.casework.models import OfferCard
from sathana.casework.services import handover, referral
from sathana.casework.services.handover import Words
from sathana.casework.services.referral import Asked
from sathana.registry.models import Share
from sathana.registry.reader import Reader
from sathana.registry.services import consents
from sathana.registry.services.common import thai_day

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WHY = "ต้องการทนายความว่าความที่ศาลปกครอง"


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:  # noqa: F811
    made = Visit(browser, served)
    work = made.work
    with translation.override("th"):
        consents.give(
            reader=work.at.worker, family_id=work.family.id,
            consent=consent(purposes=("record", "assess", "share")),
        )  # fmt: skip
    yield made
    for context in browser.contexts:
        context.close()
    assert made.foreign == []


@pytest.fixture
def partner(visit: Visit) -> Reader:
    """Somebody who answers for another organisation."""
    return worlds.reader_of(
        worlds.account(worlds.organisation("เครือข่ายทนาย"), Role.PARTNER)
    )


def hands(visit: Visit, reader: Reader, address: str) -> Hands:
    sign_in(visit, reader)
    page: Page = visit.page(js=False)
    page.goto(visit.site + address)
    return Hands(page)


def test_a_case_is_offered_accepted_and_read_in_another_organisation(
    visit: Visit, partner: Reader
) -> None:
    """By visible labels, without a script: a card, a yes, and a window."""
    work = visit.work
    chief = hands(visit, work.at.supervisor, reverse("case-page", args=[work.case.id]))
    chief.press("ส่งต่อกรณี", "link")
    chief.press("ขอให้องค์กรอื่นช่วย", "link")
    chief.choose("องค์กรไหน", "เครือข่ายทนาย")
    chief.choose("ขอให้ช่วยเรื่องอะไร", "คดีปกครอง")
    chief.choose("ต้องการเมื่อไร", "ภายในไม่กี่สัปดาห์")
    chief.write("ให้เขาใช้ข้อมูลทำอะไร", WHY)
    for group in ("ชื่อครอบครัวและสถานะงาน", "ชื่อคน", "ข้อเท็จจริงและผลวิเคราะห์"):
        chief.tick(group)
    until = thai_day(timezone.now()) + timedelta(days=60)
    chief.write("ให้เห็นถึงวันที่", until.isoformat())
    chief.page.get_by_label("ครอบครัวรู้ว่าส่งให้ใคร").check()
    chief.press("ส่งข้อเสนอ")
    assert chief.page.get_by_text("ตอนนี้อีกฝ่ายเห็นเท่านี้").is_visible()

    other = hands(visit, partner, reverse("my-cases"))
    other.press("ข้อเสนอที่รอคำตอบ (1)", "link")
    seen = other.page.content()
    assert HELP["court"]["th"] in seen
    for secret in ("หมี่จู", "อาโล", "ครอบครัวทดลอง", WHY):
        assert secret not in seen
    card = OfferCard.rows.get()
    family = visit.site + reverse("family", args=[work.family.id])
    refused = other.page.request.get(family)
    assert refused.status == 404
    other.page.get_by_role("link", name="ดูและตอบ").click()
    other.tick("รับช่วย")
    other.press("ส่งคำตอบ")
    assert other.page.url == family
    assert "หมี่จู สมมติ" in other.page.content()
    assert other.page.get_by_text("รับแล้ว นี่คือส่วนที่ครอบครัวยินยอม").is_visible()
    again = other.page.request.get(visit.site + reverse("case-offer", args=[card.id]))
    assert again.status == 404
    share = Share.rows.get()
    assert set(share.groups) == {"outline", "names", "facts"}
    assert chief.actions + other.actions <= 20

    told = hands(
        visit, work.at.supervisor, reverse("case-handover", args=[work.case.id])
    )
    assert told.page.get_by_text("รับแล้ว", exact=True).is_visible()


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, False), (390, True)])
def test_the_measured_lines_hold_on_the_new_pages(
    visit: Visit, partner: Reader, width: int, dark: bool
) -> None:
    work, at = visit.work, visit.work.at
    colleague = worlds.account(at.organisation, Role.CASEWORKER)
    chief = Account.objects.get(id=at.supervisor.actor.id)
    Authenticator.objects.create(
        user=chief, type=Authenticator.Type.TOTP, data={"secret": "invented"}
    )
    one = [work.case.id]
    with translation.override("th"):
        words = Words(colleague.id, "ย้ายไปทำงานที่อำเภออื่น", "รอใบเกิดจากโรงพยาบาล")
        asked = Asked(
            partner.actor.organisation, "court", "weeks", ("outline", "names"), WHY,
            thai_day(timezone.now()) + timedelta(days=60), agreed=True,
        )  # fmt: skip
        card = referral.offer(
            reader=at.supervisor, case_id=work.case.id, asked=asked, id=new_id()
        )
        decide(work, ask(work, "1,250"))
        line = ask(work, "300.50", kind="dna")
        new = reverse("case-handover-new", args=one)
        sign_in(visit, at.worker)
        page = visit.page(width, dark=dark)
        measured(visit, page, "handover-new", new)
        row = handover.offer(
            reader=at.worker, case_id=work.case.id, words=words, id=new_id()
        )
    measured(visit, page, "cost-new", reverse("case-cost-new", args=one))
    sign_in(visit, at.supervisor)
    page = visit.page(width, dark=dark)
    measured(visit, page, "handover", reverse("case-handover", args=one))
    measured(visit, page, "referral-new", reverse("case-referral-new", args=one))
    measured(visit, page, "costs", reverse("case-costs", args=one))
    measured(visit, page, "cost", reverse("case-cost-decide", args=[line.id]))
    sign_in(visit, worlds.reader_of(colleague))
    page = visit.page(width, dark=dark)
    measured(
        visit, page, "handover-answer", reverse("case-handover-answer", args=[row.id])
    )
    sign_in(visit, partner)
    page = visit.page(width, dark=dark)
    measured(visit, page, "offers", reverse("case-offers"))
    measured(visit, page, "offer", reverse("case-offer", args=[card.id]))
