"""Pages of cases: they work without a script, in both languages, and lose nothing."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests import worlds
from tests.casework.conftest import TO_READY, Work, a_pathway
from tests.registry.house import yesterday

from sathana.accounts.models import Account
from sathana.casework.models import Case, CaseMove, CasePathway, Encounter
from sathana.casework.refusals import OUTCOMES
from sathana.casework.services import encounters
from sathana.registry.models import Draft
from sathana.registry.reader import Reader

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_thai() -> Any:
    with translation.override("th"):
        yield


def browser(reader: Reader) -> Client:
    return worlds.strong_client(Account.objects.get(id=reader.actor.id))


@pytest.fixture
def client(work: Work) -> Client:
    return browser(work.at.worker)


def typed(**more: Any) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), **more}


def contact(work: Work, **more: Any) -> Encounter:
    values = {
        "on": yesterday(), "office": "ที่ว่าการอำเภอสมมติ", "outcome": "not_received",
        "codes": ["R1", "R13"], "track_id": work.track.id, **more,
    }  # fmt: skip
    return encounters.record(
        reader=work.at.worker, family_id=work.family.id, values=values
    )


def pages(work: Work) -> dict[str, str]:
    row = contact(work)
    one, other = [work.case.id], [work.track.id]
    return {
        "mine": reverse("my-cases"),
        "all": reverse("my-cases") + "?of=all",
        "family": reverse("family-cases", args=[work.family.id]),
        "new": reverse("case-new", args=[work.family.id]),
        "case": reverse("case-page", args=one),
        "edit": reverse("case-edit", args=one),
        "next": reverse("case-next", args=one),
        "state": reverse("case-state", args=one),
        "pathway": reverse("pathway-new", args=one),
        "who files": reverse("pathway-edit", args=other),
        "move": reverse("pathway-move", args=other),
        "contact new": reverse("contact-new", args=[work.family.id]),
        "contact": reverse("contact", args=[row.id]),
        "letter": reverse("contact-letter", args=[row.id]),
    }


def test_every_page_is_there_in_both_languages(work: Work, client: Client) -> None:
    for name, address in pages(work).items():
        for language in ("", "/en"):
            page = client.get(language + address)
            text = page.content.decode()
            assert page.status_code == 200, f"{name} {language}"
            assert text.count("button--primary") <= 1, name
            assert "style=" not in text
            assert "onclick" not in text
            assert len(re.findall(r"<h1", text)) == 1


def test_the_menu_and_the_family_lead_to_cases(work: Work, client: Client) -> None:
    text = client.get(reverse("family", args=[work.family.id])).content.decode()
    assert f'href="{reverse("family-cases", args=[work.family.id])}"' in text
    assert f'href="{reverse("my-cases")}"' in text


def test_a_steward_finds_no_link_to_cases(work: Work) -> None:
    client = browser(work.at.steward)
    text = client.get(reverse("family", args=[work.family.id])).content.decode()
    assert reverse("family-cases", args=[work.family.id]) not in text
    assert client.get(reverse("case-page", args=[work.case.id])).status_code == 404


def test_from_contact_to_ready_by_forms_alone(work: Work, client: Client) -> None:
    address = reverse("case-new", args=[work.family.id])
    answer = client.post(address, typed(title="พี่น้องสองคน"))
    case = Case.rows.get(id=answer.headers["Location"].strip("/").split("/")[-1])
    answer = client.post(
        reverse("pathway-new", args=[case.id]),
        typed(
            person_id=str(work.person.id), pathway=a_pathway(), filed_by="guardian",
            filer_name="ครูสมมติ", filer_basis="คำสั่งศาล",
        ),
    )  # fmt: skip
    assert answer.status_code == 302
    track = CasePathway.rows.get(case=case)
    for action in (*TO_READY, "confirm_ready"):
        head = action == "confirm_ready"
        who = browser(work.at.supervisor) if head else client
        now = CasePathway.rows.get(id=track.id)
        why = "สำนักงานนี้รับพยานบุคคล" if head else ""
        form = typed(version=now.version, action=action, reason=why)
        address = reverse("pathway-move", args=[track.id])
        assert who.post(address, form).status_code == 302, action
    text = client.get(reverse("case-page", args=[case.id])).content.decode()
    assert "พร้อมยื่น" in text
    assert "ครูสมมติ" in text


def test_a_move_without_its_reason_keeps_what_was_typed(
    work: Work, client: Client
) -> None:
    address = reverse("pathway-move", args=[work.track.id])
    page = client.post(address, typed(version=1, action="close", reason=" "))
    assert page.status_code == 422
    assert "ต้องบอกเหตุผล" in page.content.decode()
    page = client.post(address, typed(version=9, action="screen", reason="คุยแล้ว"))
    assert page.status_code == 409
    assert "คุยแล้ว" in page.content.decode()
    page = client.post(address, typed(version=1, action="approve", reason="ลองดู"))
    assert page.status_code == 422
    assert "ลองดู" in page.content.decode()
    assert not CaseMove.rows.filter(track=work.track).exists()


def test_the_form_of_a_contact_asks_five_things_first(
    work: Work, client: Client
) -> None:
    address = reverse("contact-new", args=[work.family.id])
    text = client.get(address).content.decode()
    first, _, more = text.partition('<details class="fold">')
    today = yesterday() + timedelta(days=1)
    assert f'value="{today.isoformat()}"' in first
    for name in ("on", "office", "outcome", "about", "said"):
        assert f'name="{name}"' in first
    for name in ("codes", "officer_name", "money_amount", "companions"):
        assert f'name="{name}"' not in first
        assert f'name="{name}"' in more
    assert f'<option value="track:{work.track.id}"' in first


def test_the_shortest_contact_is_enough(work: Work, client: Client) -> None:
    address = reverse("contact-new", args=[work.family.id])
    form = typed(
        on=yesterday().isoformat(), office="อำเภอสมมติ", outcome="not_received",
        about=f"track:{work.track.id}", channel="visit",
    )  # fmt: skip
    answer = client.post(address, form)
    assert answer.status_code == 302
    assert client.post(address, form).headers["Location"] == answer.headers["Location"]
    assert Encounter.rows.count() == 1
    text = client.get(answer.headers["Location"]).content.decode()
    assert "เปิดหนังสือเพื่อพิมพ์" in text
    assert "ฟ้องได้ทุกเมื่อ" in text


def test_a_contact_with_a_fault_comes_back_whole(work: Work, client: Client) -> None:
    address = reverse("contact-new", args=[work.family.id])
    form = typed(
        on="", office="<b>อำเภอ</b>", outcome="wait", about="family", channel="visit",
        said="มาใหม่ & พรุ่งนี้", officer_name="นายสมมติ", codes=["R1", "R19"],
        money_words="ค่าน้ำชา",
    )  # fmt: skip
    page = client.post(address, form)
    text = page.content.decode()
    assert page.status_code == 422
    assert '<details class="fold" open>' in text
    for kept in (
        "&lt;b&gt;อำเภอ&lt;/b&gt;", "มาใหม่ &amp; พรุ่งนี้", "นายสมมติ", "ค่าน้ำชา", form["id"],
    ):  # fmt: skip
        assert kept in text
    assert len(re.findall(r'name="codes"[^>]*checked', text)) == 2
    assert Draft.objects.count() == 1
    text = client.get(address).content.decode()
    assert "ร่างที่ยังไม่บันทึก" in text
    assert "ค่าน้ำชา" in text


def test_a_form_that_came_too_late_comes_back(work: Work) -> None:
    from django.conf import settings
    from tests.accounts.people import age

    account = Account.objects.get(id=work.at.worker.actor.id)
    client = worlds.strong_client(account)
    address = reverse("contact-new", args=[work.family.id])
    client.get(address)
    age(client, settings.SESSION_IDLE_SECONDS + 1)
    form = typed(office="อำเภอสมมติ", said="พิมพ์ยาวมาก", outcome="wait")
    assert client.post(address, form).status_code == 302
    client.cookies = worlds.strong_client(account).cookies
    assert "พิมพ์ยาวมาก" in client.get(address).content.decode()


def test_names_of_officers_stand_on_the_page_of_supervisors_only(work: Work) -> None:
    row = contact(work, officer_name="นายสมมติ เจ้าหน้าที่", money_amount="4000")
    address = reverse("contact", args=[row.id])
    text = browser(work.at.worker).get(address).content.decode()
    assert "นายสมมติ" not in text
    assert "4000" not in text
    assert "เก็บแยกไว้" in text
    text = browser(work.at.supervisor).get(address).content.decode()
    assert "นายสมมติ เจ้าหน้าที่" in text
    assert "4000" in text
    letter = reverse("contact-letter", args=[row.id])
    assert "นายสมมติ" not in browser(work.at.supervisor).get(letter).content.decode()


def test_the_letter_is_dated_thai_and_a_draft(work: Work, client: Client) -> None:
    row = contact(work)
    address = reverse("contact-letter", args=[row.id])
    text = client.get("/en" + address).content.decode()
    article = text.partition('<article class="letter" lang="th">')[2]
    today = yesterday() + timedelta(days=1)
    assert f"วันที่ {today.day} " in article
    assert f"พ.ศ. {today.year + 543}" in article or str(today.year + 543) in article
    for part in ("ร่าง", "เรียน", "ขอแสดงความนับถือ", "มาตรา 37", "หมี่จู สมมติ", "ใบรับ"):
        assert part in article
    assert "มาตรา 7 ถึง 10" not in article.partition("</article>")[0]
    assert "ss. 7 to 10" in text


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_has_its_page(work: Work, client: Client, outcome: str) -> None:
    row = contact(work, outcome=outcome, codes=[])
    page = client.get(reverse("contact", args=[row.id]))
    assert page.status_code == 200
    offers = reverse("contact-letter", args=[row.id]) in page.content.decode()
    letter = client.get(reverse("contact-letter", args=[row.id]))
    assert letter.status_code == (200 if offers else 404)


def test_a_day_put_off_asks_why_beside_the_field(work: Work, client: Client) -> None:
    address = reverse("case-next", args=[work.case.id])
    form = typed(version=1, what="ไปอำเภอ", due="2026-12-01", owner="")
    assert client.post(address, form).status_code == 302
    later = typed(version=2, what="ไปอำเภอ", due="2027-01-15", owner="")
    page = client.post(address, later)
    assert page.status_code == 422
    assert "2027-01-15" in page.content.decode()
    assert client.post(address, {**later, "reason": "ฝนตก"}).status_code == 302


def test_a_closed_case_is_opened_again_by_its_form(work: Work, client: Client) -> None:
    address = reverse("case-state", args=[work.case.id])
    assert client.post(address, typed(version=1, reason="")).status_code == 422
    assert client.post(address, typed(version=1, reason="จบ")).status_code == 302
    page = client.get(reverse("case-page", args=[work.case.id])).content.decode()
    assert reverse("pathway-move", args=[work.track.id]) not in page
    assert client.post(address, typed(version=2, reason="ต่อ")).status_code == 302
    assert Case.rows.get(id=work.case.id).state == "open"
