"""Pages of work: both languages, headings, labels, caches, titles that tell nobody."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.web_work.conftest import Desk

from sathana.protection.models import Tombstone
from sathana.registry.models import Event, Family, Household, Person

pytestmark = pytest.mark.django_db
NAME = "หมี่จู"
TITLE = "บ้านสมมติหลังแรก"


class Outline(HTMLParser):
    """Reads of a page what a reader who listens depends on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.addresses: list[str] = []
        self.main_buttons = 0
        self._in_label = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self._in_label += 1
            self.labelled.add(found.get("for") or "")
        if tag in ("input", "select", "textarea") and found.get("type") != "hidden":
            self.fields.append({**found, "inside": "yes" if self._in_label else None})
        self.addresses += [v for k, v in attrs if k in ("href", "src", "action") and v]
        self.main_buttons += "button--primary" in (found.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_label -= tag == "label"

    def without_label(self) -> list[str | None]:
        return [
            field.get("name")
            for field in self.fields
            if not field["inside"] and field.get("id") not in self.labelled
        ]


def addresses(desk: Desk) -> dict[str, str]:
    family, person = [desk.family.id], [desk.person.id]
    told = reverse("fact-new", args=person)
    return {
        "list": reverse("families"),
        "search": reverse("families") + "?q=zzzz",
        "family-new": reverse("family-new"),
        "import": reverse("family-import"),
        "family": reverse("family", args=family),
        "print": reverse("family-print", args=family),
        "edit": reverse("family-edit", args=family),
        "household": reverse("household-new", args=family),
        "consents": reverse("consents", args=family),
        "assess": reverse("assess", args=family),
        "person": reverse("person", args=person),
        "person-new": reverse("person-new", args=family),
        "father": f"{reverse('person-new', args=family)}?to={person[0]}&as=father",
        "person-edit": reverse("person-edit", args=person),
        "choose": told,
        **{
            path: f"{told}?path={path}"
            for path in ("born.date", "born.country", "sex", "thai", "stay", "orders",
                         "died", "born.place", "marriages")
        },
        "kin": reverse("kin-new", args=person),
        "event": reverse("event-new", args=person),
        "erase": reverse("family-erase", args=family),
        "erase-person": reverse("person-erase", args=person),
    }  # fmt: skip


NAMES = (
    *("list", "search", "family-new", "import", "family", "print", "edit", "household"),
    *("consents", "assess", "person", "person-new", "father", "person-edit", "choose"),
    *("born.date", "born.country", "sex", "thai", "stay", "orders", "died"),
    *("born.place", "marriages", "kin", "event", "erase", "erase-person"),
)


@pytest.mark.parametrize("name", NAMES)
def test_each_page_is_sound_in_both_languages(desk: Desk, name: str) -> None:
    client = worlds.strong_client(desk.chief)
    address = addresses(desk)[name]
    for language in ("", "/en"):
        page = client.get(language + address)
        text = page.content.decode()
        assert page.status_code == 200, name
        assert f'<html lang="{language[1:] or "th"}"' in text
        outline = Outline(text)
        assert outline.headings[0] == 1
        assert outline.headings.count(1) == 1
        steps = zip(outline.headings, outline.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), outline.headings
        assert outline.without_label() == []
        assert outline.main_buttons <= 1
        assert [a for a in outline.addresses if "//" in a] == []
        assert "no-store" in page.headers["Cache-Control"]
        title = re.search("<title>(.*?)</title>", text, re.DOTALL)
        assert title
        assert NAME not in title[1]
        assert TITLE not in title[1]
        assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son[a-z]+=", text)
        assert "ไม่ใช้คุกกี้" not in text
        assert "no cookies" not in text


def test_no_name_stands_in_an_address(desk: Desk) -> None:
    from urllib.parse import unquote

    client = desk.client
    for name in ("family", "person", "list"):
        text = client.get(addresses(desk)[name]).content.decode()
        assert [a for a in Outline(text).addresses if NAME in unquote(a)] == []


def test_pages_without_an_account_lead_to_sign_in(desk: Desk) -> None:
    for name, address in addresses(desk).items():
        page = Client().get(address)
        assert page.status_code == 302, name
        assert page.headers["Location"].startswith("/sign-in/")


def test_what_is_not_there_and_what_is_hidden_look_the_same(desk: Desk) -> None:
    import uuid

    from sathana.accounts.roles import Role

    of = worlds.organisation("อื่น")
    stranger = worlds.strong_client(
        worlds.account(of, Role.CASEWORKER, team=worlds.team(of))
    )
    for name in ("family-erase", "family-edit", "household-new", "family-print"):
        hidden = stranger.get(reverse(name, args=[desk.family.id]))
        assert hidden.status_code == 404
        missing = stranger.get(reverse(name, args=[uuid.uuid4()]))
        assert missing.status_code == 404
    assert (
        stranger.post(
            reverse("family-state", args=[desk.family.id]), {"state": "closed"}
        ).status_code
        == 404
    )


def test_the_empty_list_says_what_to_do(desk: Desk) -> None:
    from sathana.accounts.roles import Role

    new = worlds.account(desk.worker.organisation, Role.LEADER)
    text = worlds.strong_client(new).get(reverse("families")).content.decode()
    assert "ยังไม่มีครอบครัว" in text
    assert reverse("family-new") in text


def test_a_family_is_found_by_a_name_however_spelt(desk: Desk) -> None:
    for asked in ("หมี่จู", "หมีจู", "Michu"):
        page = desk.client.get(reverse("families"), {"q": asked})
        assert TITLE in page.content.decode(), asked


def test_relatives_are_added_in_place(desk: Desk) -> None:
    client = desk.client
    for as_, name in (("father", "อาเล สมมติ"), ("child", "บุญมี ทดลอง")):
        place = f"{addresses(desk)['person-new']}?to={desk.person.id}&as={as_}"
        sent = client.post(place, {"name_thai": name})
        assert sent.status_code == 302, sent.content.decode()
    text = client.get(addresses(desk)["family"]).content.decode()
    assert "พ่อ: อาเล สมมติ" in text
    assert "<svg" in text
    nobody = f"{addresses(desk)['person-new']}?to={desk.person.id}&as=uncle"
    assert client.get(nobody).status_code == 404


def test_households_and_events_are_kept(desk: Desk) -> None:
    client, here = desk.client, addresses(desk)
    home = {"new_village": "บ้านห้วยสมมติ", "house": "7", "members": [str(desk.person.id)]}
    assert client.post(here["household"], home).status_code == 302
    row = Household.rows.get()
    text = client.get(here["family"]).content.decode()
    assert "บ้านห้วยสมมติ" in text
    change = reverse("household", args=[desk.family.id, row.id])
    assert change in text
    sent = {**home, "new_village": "", "village": row.village, "house": "8"}
    assert client.post(change, {**sent, "version": row.version}).status_code == 302
    assert Household.rows.get().house == "8"
    told = {"kind": "border", "on-year": "2540", "words": "เดินข้ามมากับยาย"}
    assert client.post(here["event"], {**told, "grade": "claimed"}).status_code == 302
    assert Event.rows.count() == 1
    assert "เดินข้ามมากับยาย" in client.get(here["person"]).content.decode()


def test_a_family_is_changed_closed_and_opened_again(desk: Desk) -> None:
    client, here = desk.client, addresses(desk)
    version = Family.rows.get().version
    form = {"title": "ชื่อใหม่", "due": "2026-12-01", "version": version}
    assert client.post(here["edit"], form).status_code == 302
    assert Family.rows.get().title == "ชื่อใหม่"
    address = reverse("family-state", args=[desk.family.id])
    stale = client.post(address, {"state": "closed", "version": version})
    assert stale.status_code == 409
    assert "มีคนอื่นแก้ไปก่อนแล้ว" in stale.content.decode()
    for state in ("closed", "open"):
        version = Family.rows.get().version
        client.post(address, {"state": state, "version": version})
        assert Family.rows.get().state == state


def test_consents_are_taken_back_and_stay_readable(desk: Desk) -> None:
    from sathana.registry.models import Consent

    client, row = desk.client, Consent.rows.get()
    address = reverse("consent-withdraw", args=[row.id])
    assert client.post(address, {"version": row.version}).status_code == 302
    text = client.get(addresses(desk)["consents"]).content.decode()
    assert "ถอนแล้ว" in text
    page = client.post(addresses(desk)["person-new"], {"name_thai": "คนใหม่ ทดลอง"})
    assert page.status_code == 422
    assert "ความยินยอม" in page.content.decode()
    assert 'value="คนใหม่ ทดลอง"' in page.content.decode()
    assert client.post(addresses(desk)["assess"]).status_code == 422


def test_erasing_takes_two_steps_and_the_words(desk: Desk) -> None:
    client = worlds.strong_client(desk.chief)
    address = addresses(desk)["erase-person"]
    first = client.get(address).content.decode()
    assert 'name="confirm"' not in first
    second = client.post(address)
    assert 'name="confirm"' in second.content.decode()
    wrong = client.post(address, {"reason": "asked", "confirm": "ลบ"})
    assert wrong.status_code == 422
    assert Person.rows.count() == 1
    done = client.post(address, {"reason": "asked", "confirm": " ลบถาวร "})
    assert done.status_code == 200
    assert "หนังสือรับรองการลบข้อมูล" in done.content.decode()
    assert NAME not in done.content.decode()
    assert not Person.rows.exists()
    assert Tombstone.objects.filter(id=desk.person.id).exists()
    family = addresses(desk)["erase"]
    client.post(family, {"reason": "withdrawn", "confirm": "Erase for good"})
    assert not Family.rows.exists()


def test_erasing_is_for_supervisors_with_a_fresh_factor(desk: Desk) -> None:
    address = addresses(desk)["erase"]
    assert desk.client.get(address).status_code == 403
    stale = worlds.strong_client(desk.chief, fresh=False)
    assert "/again/" in stale.get(address).headers["Location"]
    sent = stale.post(address, {"reason": "asked", "confirm": "ลบถาวร"})
    assert "/again/" in sent.headers["Location"]
    assert Family.rows.exists()


def test_public_pages_ask_no_session_and_no_database(
    client: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        for address in ("/start/", "/en/start/", "/law/", "/try/"):
            page = client.get(address)
            assert page.status_code == 200
            assert not page.cookies
