"""The pages of papers: what is typed is kept, what is served can do nothing."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from PIL import Image
from tests import worlds
from tests.files.conftest import signed_in

from sathana.accounts.roles import Role
from sathana.registry import models
from sathana.registry.services import evidence as papers

POSTGRES = connection.vendor == "postgresql"


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG")
    return out.getvalue()


def sent(data: bytes, name: str = "ภาพ.jpg", told: str = "image/jpeg"):
    return SimpleUploadedFile(name, data, told)


def form(house, **more):
    pair = f"{house.child.id}|born.date"
    return {
        "id": str(uuid4()), "kind": "สูติบัตร", "issuer": "อำเภอ “แม่จัน”",
        "number": "12/2551", "person_id": str(house.child.id), "original": "อยู่กับแม่",
        "date-day": "1", "date-month": "5", "date-year": "2551", "notes": "หมายเหตุ",
        "supports": [pair], **more,
    }  # fmt: skip


def new(house) -> str:
    return reverse("evidence-new", kwargs={"family": house.family.id})


def text_of(page) -> str:
    return page.content.decode()


def test_from_the_empty_list_to_a_paper_with_its_photo(pages, house) -> None:
    listing = pages.get(reverse("evidence-list", kwargs={"family": house.family.id}))
    assert "ยังไม่มีเอกสาร" in text_of(listing)
    assert "บ้านสมมติ" in text_of(listing)
    asked = pages.get(new(house))
    assert "20 เมกะไบต์" in text_of(asked)
    assert 'capture="environment"' in text_of(asked)
    assert "12 เมษายน 2551" in text_of(asked)
    done = pages.post(new(house), {**form(house), "file": sent(photo())}, follow=True)
    page = text_of(done)
    assert done.status_code == 200
    assert "บันทึกเอกสารแล้ว" in page
    for words in ("สูติบัตร", "แม่จัน", "12/2551", "1 พฤษภาคม 2551", "สนับสนุน", "ภาพ.jpg"):
        assert words in page
    listing = pages.get(reverse("evidence-list", kwargs={"family": house.family.id}))
    assert "1 แฟ้ม" in text_of(listing)


def test_english_is_whole(pages, house) -> None:
    done = pages.post("/en" + new(house), form(house), follow=True)
    assert "The paper is saved." in text_of(done)
    assert "1 May 2008" in text_of(done)


def test_a_photo_taken_now_is_taken(pages, house) -> None:
    pages.post(new(house), {**form(house), "photo": sent(photo())})
    assert models.StoredFile.rows.count() == 1


def test_a_refused_file_keeps_all_that_was_typed(pages, house) -> None:
    typed = form(house, contradicts=[f"{house.mother.id}|born.date"])
    page = pages.post(new(house), {**typed, "file": sent(b"PK\3\4word/document.xml")})
    text = text_of(page)
    assert page.status_code == 422
    assert "PDF" in text
    assert "ต้องเลือกแฟ้มใหม่อีกครั้ง" in text
    for name in ("kind", "number", "original", "date-day", "date-month", "date-year"):
        assert f'value="{typed[name]}"' in text, name
    assert "หมายเหตุ</textarea>" in text
    assert text.count("checked") == 2
    assert f'name="id" value="{typed["id"]}"' in text
    assert f'value="{house.child.id}" selected' in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": ""},
        {"date-year": "", "date-month": "5"},
        {"date-day": "31", "date-month": "2"},
        {"person_id": "nobody"},
        {"person_id": str(uuid4())},
        {"supports": ["nobody|born.date"]},
        {"supports": ["|"], "contradicts": ["no bar"]},
        {"number": "1" * 500},
        {"notes": "\0"},
        {"id": "not an id", "kind": ""},
    ],
)
def test_a_value_that_cannot_be_kept_is_a_page_not_a_fault(pages, house, wrong) -> None:
    page = pages.post(new(house), form(house, **wrong))
    assert page.status_code == 422
    assert "ยังไม่ได้บันทึก" in text_of(page)
    assert not models.Evidence.rows.exists()


def test_what_was_typed_is_there_when_the_form_is_opened_again(pages, house) -> None:
    typed = form(house, kind="")
    assert pages.post(new(house), typed).status_code == 422
    again = text_of(pages.get(new(house)))
    assert "ร่างที่ยังไม่บันทึกกลับมาแล้ว" in again
    assert 'value="12/2551"' in again
    assert again.count("checked") == 1
    thrown = pages.post(new(house), {"draft-clear": "1"}, follow=True)
    assert 'value="12/2551"' not in text_of(thrown)
    pages.post(new(house), typed)
    assert pages.post(new(house), {**typed, "kind": "ใบ"}).status_code == 302
    assert "ร่างที่ยังไม่บันทึก" not in text_of(pages.get(new(house)))


def test_who_may_not_change_it_is_told_so(pages, house) -> None:
    partner = worlds.account(house.stranger.organisation, Role.PARTNER)
    row = attached(house)["evidence"]
    worlds.row(
        models.Share, house.family, to=house.stranger.organisation, account=partner,
        groups=["outline", "evidence"], begin=house.reader.now - timedelta(hours=1),
        until=house.reader.now + timedelta(days=1),
    )  # fmt: skip
    browser = signed_in(partner)
    shown = browser.get(reverse("evidence", kwargs={"evidence": row}))
    assert shown.status_code == 200
    assert "แก้ข้อมูลเอกสาร" not in text_of(shown)
    assert "แนบแฟ้ม" not in text_of(shown)
    assert "น้อย สมมติ" not in text_of(shown)
    for name in ("evidence-edit", "evidence-file"):
        kwargs = {"evidence": row}
        refused = browser.post(reverse(name, kwargs=kwargs), {"file": sent(photo())})
        # Refused in words, or by PostgreSQL's own wall, which locks no such row.
        assert refused.status_code in ((403, 404) if POSTGRES else (403,))
    family = {"family": house.family.id}
    assert browser.get(reverse("evidence-new", kwargs=family)).status_code == 403


def test_without_consent_it_says_what_to_do(pages, house) -> None:
    models.Consent.rows.all().delete()
    page = pages.post(new(house), form(house))
    assert page.status_code == 422
    assert "ความยินยอม" in text_of(page)
    assert 'value="12/2551"' in text_of(page)


def test_two_who_change_it_see_both_values(pages, house) -> None:
    row = papers.attach(
        reader=house.reader, family_id=house.family.id,
        values={"kind": "สูติบัตร", "issuer": "หนึ่ง"},
    )  # fmt: skip
    edit = reverse("evidence-edit", kwargs={"evidence": row.id})
    assert 'value="หนึ่ง"' in text_of(pages.get(edit))
    papers.change(
        reader=house.reader, evidence_id=row.id, version=1, values={"issuer": "สอง"}
    )
    mine = {"kind": "สูติบัตร", "issuer": "สาม", "version": "1"}
    page = pages.post(edit, mine)
    assert page.status_code == 409
    assert 'value="สาม"' in text_of(page)
    assert "สอง" in text_of(page)
    assert 'name="version" value="2"' in text_of(page)
    done = pages.post(edit, {**mine, "version": "2"})
    assert done.status_code == 302
    assert models.Evidence.rows.get().issuer == "สาม"


def test_another_file_and_none(pages, house) -> None:
    row = papers.attach(
        reader=house.reader, family_id=house.family.id, values={"kind": "ใบ"}
    )
    add = reverse("evidence-file", kwargs={"evidence": row.id})
    page = pages.post(add, {})
    assert page.status_code == 422
    assert "ยังไม่ได้เลือกแฟ้ม" in text_of(page)
    assert pages.post(add, {"file": sent(photo())}).status_code == 302
    assert models.StoredFile.rows.count() == 1


def test_a_file_just_over_the_limit_keeps_the_form(pages, house) -> None:
    large = sent(b"\xff\xd8\xff" + b"x" * 20_000_000)
    page = pages.post(new(house), {**form(house), "file": large})
    assert page.status_code == 422
    assert "20 เมกะไบต์" in text_of(page)
    assert 'value="12/2551"' in text_of(page)


def test_a_far_larger_one_is_refused_before_it_is_read(pages, house) -> None:
    page = pages.post(new(house), {"file": sent(b"x" * 21_500_000)})
    assert page.status_code == 413
    assert "ย้อนกลับ" in text_of(page)


def test_other_pages_take_no_upload(pages, house) -> None:
    row = papers.attach(
        reader=house.reader, family_id=house.family.id, values={"kind": "ใบ"}
    )
    for name, named in (("evidence-edit", {"evidence": row.id}), ("try", {})):
        page = pages.post(reverse(name, kwargs=named), {"file": sent(b"x" * 2_000_000)})
        assert page.status_code == 413
    assert pages.post("/no/where/", {"f": sent(b"x" * 2_000_000)}).status_code == 413


def attached(house):
    row = papers.attach(
        reader=house.reader, family_id=house.family.id, values={"kind": "ใบ"},
        upload=photo(), file_name="ชื่อคน.jpg",
    )  # fmt: skip
    file = models.StoredFile.rows.get()
    return {"evidence": row.id, "file": file.id}


def test_what_is_served_can_do_nothing_in_a_browser(pages, house) -> None:
    named = attached(house)
    for name, media in (
        ("evidence-copy", "image/jpeg"),
        ("evidence-original", "application/octet-stream"),
    ):
        served = pages.get(reverse(name, kwargs=named))
        assert served.status_code == 200
        assert served["Content-Type"] == media
        assert served["Content-Disposition"].startswith("attachment; filename=")
        assert "ชื่อคน" not in served["Content-Disposition"]
        assert served["X-Content-Type-Options"] == "nosniff"
        assert served["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert "no-store" in served["Cache-Control"]


def test_the_bytes_as_they_came_ask_for_the_second_factor_again(pages, house) -> None:
    named = attached(house)
    session = pages.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": 1}]
    session.save()
    asked = pages.get(reverse("evidence-original", kwargs=named))
    assert asked.status_code == 302
    assert "next=" in asked["Location"]


def test_a_file_attached_by_mistake_is_withdrawn(pages, house) -> None:
    named = attached(house)
    gone = pages.post(reverse("evidence-withdraw", kwargs=named), follow=True)
    assert gone.status_code == 200
    assert "ถอนแล้ว" in text_of(gone)
    assert "<img" not in text_of(gone).split("<main")[1]
    assert pages.get(reverse("evidence-copy", kwargs=named)).status_code == 404


def test_to_strangers_nothing_is_there(pages, house) -> None:
    named = attached(house)
    stranger = signed_in(house.stranger)
    paper = {"evidence": named["evidence"]}
    family = {"family": house.family.id}
    for name, kwargs in (
        ("evidence-list", family), ("evidence-new", family), ("evidence", paper),
        ("evidence-edit", paper), ("evidence-copy", named),
        ("evidence-original", named),
    ):  # fmt: skip
        there = stranger.get(reverse(name, kwargs=kwargs))
        not_there = stranger.get(reverse(name, kwargs={key: uuid4() for key in kwargs}))
        assert there.status_code == not_there.status_code == 404
        assert len(there.content) == len(not_there.content)
    for name, kwargs in (
        ("evidence-new", family), ("evidence-edit", paper), ("evidence-file", paper),
        ("evidence-withdraw", named),
    ):  # fmt: skip
        page = stranger.post(
            reverse(name, kwargs=kwargs), {**form(house), "file": sent(photo())}
        )
        assert page.status_code == 404


def test_somebody_not_signed_in_is_led_to_the_door(client, pages, house) -> None:
    page = client.get(new(house))
    assert page.status_code == 302
    assert "sign-in" in page["Location"]
