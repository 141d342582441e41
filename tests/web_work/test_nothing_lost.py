"""Nothing typed is lost: late, wrong, reloaded, sent twice, or saved by two."""

from __future__ import annotations

import re
import uuid

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.accounts.people import age
from tests.web_work.conftest import Desk

from sathana.accounts.models import KeptForm
from sathana.protection.models import RecordKey
from sathana.registry.models import Draft, Fact, Family, Kinship, Name, Person

pytestmark = pytest.mark.django_db
LATE = settings.SESSION_IDLE_SECONDS + 1


def again(client: Client, account: object) -> Client:
    """Sign the same person in again in the same browser, as after a time-out."""
    fresh = worlds.strong_client(account)  # type: ignore[arg-type]
    client.cookies = fresh.cookies
    return client


def person_form(**more: str) -> dict[str, str]:
    return {"id": str(uuid.uuid4()), "name_thai": "อาหมี่ กนารี", **more}


def new_person(desk: Desk) -> str:
    return reverse("person-new", args=[desk.family.id])


def family_form(**more: object) -> dict[str, object]:
    return {
        "id": str(uuid.uuid4()), "who": "ย่าของเด็ก", "language": "ahk", "how": "spoken",
        "witness": "ครูสมมติ", "purposes": ["record"], "title": "บ้านสมมติหลังสอง", **more,
    }  # fmt: skip


def facts(path: str) -> list[Fact]:
    return [fact for fact in Fact.rows.all() if fact.path == path]


# --- failed validation ----------------------------------------------------------------


@pytest.mark.parametrize("missing", ["who", "language", "how", "purposes", "title"])
def test_a_form_with_a_fault_comes_back_whole(desk: Desk, missing: str) -> None:
    typed = {**family_form(notes="<b>ยาว</b> & สั้น"), missing: ""}
    page = desk.client.post(reverse("family-new"), typed)
    text = page.content.decode()
    assert page.status_code == 422
    for name in ("who", "title", "witness"):
        assert name == missing or f'value="{typed[name]}"' in text
    assert "&lt;b&gt;ยาว&lt;/b&gt; &amp; สั้น" in text
    assert str(typed["id"]) in text
    assert Family.rows.count() == 1


def test_a_spoken_consent_without_witness_says_so_beside_the_field(desk: Desk) -> None:
    page = desk.client.post(reverse("family-new"), family_form(witness=""))
    assert page.status_code == 422
    assert 'value="ย่าของเด็ก"' in page.content.decode()
    assert Family.rows.count() == 1


def test_a_day_that_never_was_stays_as_it_was_typed(desk: Desk) -> None:
    address = reverse("fact-new", args=[desk.person.id]) + "?path=born.date"
    typed = {"value-day": "31", "value-month": "2", "value-year": "2530"}
    page = desk.client.post(address, {**typed, "grade": "claimed", "said_by": "ป้า"})
    text = page.content.decode()
    assert page.status_code == 422
    assert 'value="31"' in text
    assert 'value="2530"' in text
    assert 'value="ป้า"' in text


def test_a_case_file_that_cannot_be_read_stays_in_the_form(desk: Desk) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    told = SimpleUploadedFile("family.yaml", "persons: {ไม่ถูก".encode())
    page = desk.client.post(reverse("family-import"), family_form(file=told))
    assert page.status_code == 422
    assert "persons: {ไม่ถูก" in page.content.decode()
    assert 'value="ย่าของเด็ก"' in page.content.decode()


# --- drafts ---------------------------------------------------------------------------


def keep_draft(client: Client, form: str, about: object, **typed: str) -> int:
    sent = {"draft-form": form, "draft-about": str(about), **typed}
    return client.post(reverse("draft"), sent).status_code


def test_a_reloaded_form_shows_its_draft_until_it_is_saved(desk: Desk) -> None:
    client, address = desk.client, new_person(desk)
    typed = person_form(notes="พบที่ตลาด")
    assert keep_draft(client, "person", desk.family.id, **typed) == 204
    text = client.get(address).content.decode()
    assert "ร่างที่ยังไม่บันทึก" in text
    assert 'value="อาหมี่ กนารี"' in text
    assert "พบที่ตลาด" in text
    assert typed["id"] in text
    assert client.post(address, typed).status_code == 302
    assert not Draft.objects.exists()
    assert "อาหมี่" not in client.get(address).content.decode()


def test_a_draft_can_be_thrown_away_with_its_key(desk: Desk) -> None:
    client, address = desk.client, new_person(desk)
    before = RecordKey.objects.count()
    keep_draft(client, "person", desk.family.id, **person_form())
    assert RecordKey.objects.count() == before + 1
    assert client.post(address, {"draft-clear": "1"}).status_code == 302
    assert not Draft.objects.exists()
    assert RecordKey.objects.count() == before


def test_a_draft_is_nobody_elses(desk: Desk) -> None:
    keep_draft(desk.client, "person", desk.family.id, **person_form())
    other = worlds.strong_client(desk.chief)
    assert "อาหมี่" not in other.get(new_person(desk)).content.decode()


def test_a_draft_of_a_father_is_none_of_a_mother(desk: Desk) -> None:
    client, to = desk.client, desk.person.id
    keep_draft(client, "person-father", to, **person_form())
    here = f"{new_person(desk)}?to={to}&as="
    assert "อาหมี่" in client.get(here + "father").content.decode()
    assert "อาหมี่" not in client.get(here + "mother").content.decode()


def test_a_draft_lies_sealed(desk: Desk) -> None:
    from django.db import connection

    keep_draft(desk.client, "person", desk.family.id, notes="canary")
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM registry_draft")
        assert b"canary" not in bytes(cursor.fetchone()[0])


def test_what_failed_is_a_draft_too(desk: Desk) -> None:
    client, address = desk.client, new_person(desk)
    client.post(address, {"notes": "ไม่มีชื่อ"})
    assert "ไม่มีชื่อ" in client.get(address).content.decode()


def test_nonsense_is_no_draft(desk: Desk) -> None:
    assert keep_draft(desk.client, "", "x") == 400
    assert keep_draft(desk.client, "x" * 41, "x") == 400
    assert keep_draft(desk.client, "person", "x" * 37) == 400


# --- time-out and step-up -------------------------------------------------------------


def test_a_late_form_comes_back_with_its_place(desk: Desk) -> None:
    """Signing in leads to the bare address; the form still knows whose father it is."""
    client = desk.client
    client.get(reverse("families"))
    place = f"{new_person(desk)}?to={desk.person.id}&as=father"
    hidden = {"to": str(desk.person.id), "as": "father"}
    age(client, LATE)
    lead = client.post(place, person_form(**hidden)).headers["Location"]
    assert lead.startswith("/sign-in/")
    assert not Kinship.rows.exists()
    again(client, desk.worker)
    page = client.get(new_person(desk)).content.decode()
    assert 'value="อาหมี่ กนารี"' in page
    assert f'name="to" value="{desk.person.id}"' in page
    assert 'name="as" value="father"' in page
    assert client.post(new_person(desk), person_form(**hidden)).status_code == 302
    assert Kinship.rows.get().person_id == desk.person.id
    assert not KeptForm.objects.exists()


def test_a_late_fact_comes_back_as_the_fact_it_was(desk: Desk) -> None:
    client = desk.client
    client.get(reverse("families"))
    bare = reverse("fact-new", args=[desk.person.id])
    age(client, LATE)
    client.post(
        f"{bare}?path=born.place", {"path": "born.place", "value": "บ้านห้วยสมมติ"}
    )
    again(client, desk.worker)
    page = client.get(bare).content.decode()
    assert 'value="บ้านห้วยสมมติ"' in page
    assert 'name="path" value="born.place"' in page


def test_a_late_form_turns_up_in_no_other_form(desk: Desk) -> None:
    client = desk.client
    client.get(reverse("families"))
    bare, to = new_person(desk), desk.person.id
    age(client, LATE)
    client.post(
        f"{bare}?to={to}&as=father", person_form(to=str(to), **{"as": "father"})
    )
    again(client, desk.worker)
    assert "อาหมี่" not in client.get(f"{bare}?to={to}&as=mother").content.decode()
    assert "อาหมี่" in client.get(f"{bare}?to={to}&as=father").content.decode()


# --- two editors ----------------------------------------------------------------------


def edited(desk: Desk) -> tuple[str, dict[str, str]]:
    address = reverse("person-edit", args=[desk.person.id])
    version = Person.rows.get(id=desk.person.id).version
    return address, {"version": str(version), "name_thai": "หมี่จู สมมติ"}


def test_two_editors_see_both_values_and_choose(desk: Desk) -> None:
    address, form = edited(desk)
    other = worlds.strong_client(desk.chief)
    assert other.post(address, {**form, "needs": "ล่ามภาษามือ"}).status_code == 302
    client = desk.client
    mine = {**form, "needs": "รถเข็น", "contact": "ผ่านครู"}
    page = client.post(address, mine)
    text = page.content.decode()
    assert page.status_code == 409
    assert "<strong>รถเข็น</strong>" in text
    assert "<strong>ล่ามภาษามือ</strong>" in text
    version = re.search(r'name="version" value="(\d+)"', text)
    assert version
    renewed = {**mine, "version": version[1]}
    chosen = {"choose-needs": "theirs", "choose-contact": "mine"}
    assert client.post(address, {**renewed, **chosen}).status_code == 302
    row = Person.rows.get(id=desk.person.id)
    assert (row.needs, row.contact) == ("ล่ามภาษามือ", "ผ่านครู")


def test_what_lost_a_race_is_still_there_after_a_reload(desk: Desk) -> None:
    address, form = edited(desk)
    other = worlds.strong_client(desk.chief)
    other.post(address, {**form, "needs": "ล่ามภาษามือ"})
    client = desk.client
    client.post(address, {**form, "needs": "รถเข็น"})
    assert 'value="รถเข็น"' in client.get(address).content.decode()
    assert Person.rows.get(id=desk.person.id).needs == "ล่ามภาษามือ"


def test_the_same_values_from_two_are_no_conflict(desk: Desk) -> None:
    address, form = edited(desk)
    same = {**form, "needs": "ล่าม"}
    assert worlds.strong_client(desk.chief).post(address, same).status_code == 302
    assert desk.client.post(address, same).status_code == 302


# --- double submit --------------------------------------------------------------------


def test_a_form_sent_twice_makes_one_row(desk: Desk) -> None:
    client, typed = desk.client, person_form()
    where = {client.post(new_person(desk), typed).headers["Location"] for _ in range(2)}
    assert where == {reverse("person", args=[typed["id"]])}
    assert Person.rows.filter(family=desk.family).count() == 2
    family = family_form()
    for _ in range(2):
        assert client.post(reverse("family-new"), family).status_code == 302
    assert Family.rows.count() == 2
    address = reverse("fact-new", args=[desk.person.id]) + "?path=born.place"
    fact = {"id": str(uuid.uuid4()), "value": "บ้านสมมติ", "grade": "claimed"}
    for _ in range(2):
        assert client.post(address, fact).status_code == 302
    assert len(facts("born.place")) == 1


def test_an_entry_of_a_list_sent_twice_stands_once(desk: Desk) -> None:
    address = reverse("fact-new", args=[desk.person.id]) + "?path=residence"
    entry = {"id": str(uuid.uuid4()), "begin-year": "2540", "grade": "claimed"}
    for _ in range(2):
        assert desk.client.post(address, entry).status_code == 302
    assert len(facts("residence")[0].value) == 1
    more = {**entry, "begin-year": "2560", "grade": "witnessed"}
    assert desk.client.post(address, more).status_code == 302
    fact = facts("residence")[0]
    assert len(fact.value) == 2
    assert fact.grade == "claimed"


# --- corrections lose nothing ---------------------------------------------------------


def test_a_correction_keeps_what_it_does_not_touch(desk: Desk) -> None:
    client = desk.client
    address = reverse("fact-new", args=[desk.person.id]) + "?path=born.place"
    told = {
        "value": "บ้านเก่า",
        "grade": "witnessed",
        "said_by": "ย่า",
        "said_on-year": "2560",
    }
    client.post(address, {**told, "id": str(uuid.uuid4())})
    fact = facts("born.place")[0]
    address = reverse("fact", args=[desk.person.id, fact.id])
    page = client.get(address).content.decode()
    for shown in ("บ้านเก่า", "ย่า"):
        assert f'value="{shown}"' in page
    year = re.search(r'name="said_on-year"[^>]*value="(\d+)"', page)
    assert year
    sent = {**told, "value": "บ้านใหม่", "version": fact.version, "said_on-year": year[1]}
    assert client.post(address, sent).status_code == 302
    after = facts("born.place")[0]
    assert (after.value, after.said_by, after.said_on) == ("บ้านใหม่", "ย่า", fact.said_on)


def test_names_keep_the_days_they_were_used(desk: Desk) -> None:
    name = Name.rows.get(person=desk.person)
    name.begin, name.until = "1990", "2001"
    name.save()
    address, form = edited(desk)
    assert desk.client.post(address, {**form, "notes": "ใหม่"}).status_code == 302
    kept = Name.rows.get(person=desk.person)
    assert (kept.begin, kept.until, kept.main) == ("1990", "2001", True)


# --- looks like one you have ----------------------------------------------------------


def test_a_look_alike_is_asked_about_and_the_form_stays(desk: Desk) -> None:
    client, typed = desk.client, person_form(name_thai="หมี่จู สมมติ", notes="คนที่สอง")
    page = client.post(new_person(desk), typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert "คล้ายคนที่มีอยู่แล้ว" in text
    assert reverse("person", args=[desk.person.id]) in text
    assert "คนที่สอง" in text
    assert "คนที่สอง" in client.get(new_person(desk)).content.decode()
    assert Person.rows.filter(family=desk.family).count() == 1
    assert client.post(new_person(desk), {**typed, "keep": "yes"}).status_code == 302
    assert Person.rows.filter(family=desk.family).count() == 2
