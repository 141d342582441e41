"""The auditor's pages, and who opened a file: for whom, and what they hide."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from tests import worlds
from tests.audit.signed import client_of

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.audit.record import Doer, Subject, write
from sathana.protection import keys
from sathana.protection.models import RecordKey
from sathana.registry.models import Family, Person

pytestmark = pytest.mark.django_db
TITLE, NAME = "บ้านที่ไม่ควรเห็น", "ชื่อที่ไม่ควรเห็น"


@dataclass
class World:
    """An organisation at work with a family, and another organisation."""

    auditor: Account
    worker: Account
    stranger: Account
    family: Family
    person: Person

    def opened_by(self, account: Account, action: str = "person.view") -> str:
        """Let an account open the person, without a page; return the request's id."""
        doer = Doer(account.id, account.organisation_id, uuid.uuid4().hex)
        name = Subject("person", self.person.audit_name, self.family.audit_name)
        with transaction.atomic():
            write(doer, action, [name])
        return doer.request


@pytest.fixture
def world() -> World:
    home, elsewhere = worlds.organisation(), worlds.organisation("อีกองค์กร")
    team = worlds.team(home)
    worker = worlds.account(home, Role.CASEWORKER, team=team)
    family = worlds.family(home, team, worker, title=TITLE)
    return World(
        worlds.account(home, Role.AUDITOR),
        worker,
        worlds.account(elsewhere, Role.PARTNER),
        family,
        worlds.person(family, NAME),
    )


def get(account: Account, address: str) -> HttpResponse:
    return client_of(account).get(address)  # type: ignore[return-value]


def text(answer: HttpResponse) -> str:
    assert answer.status_code == 200, answer.headers
    return answer.content.decode()


def missing(client: Client, address: str) -> str:
    """Return the page of what is not there, without its own address in it."""
    answer = client.get(address)
    assert answer.status_code == 404
    page = answer.content.decode()
    return page.replace(address, "/").replace(quote(address, safe=""), "/")


@pytest.mark.parametrize("address", ["/audit/", "/en/audit/", "/audit/summary/"])
def test_an_auditor_sees_who_but_never_whom(world: World, address: str) -> None:
    world.opened_by(world.worker)
    world.opened_by(world.stranger)
    page = text(get(world.auditor, address))
    assert world.worker.shown_name in page
    assert world.stranger.shown_name not in page
    assert TITLE not in page
    assert NAME not in page
    assert world.person.audit_name not in page
    assert str(world.family.id) not in page


def test_an_auditor_tells_two_persons_apart(world: World) -> None:
    world.opened_by(world.worker)
    page = text(get(world.auditor, "/audit/"))
    assert world.person.audit_name[:8] in page
    assert "เปิดดูบุคคล" in page


def test_looking_at_the_record_is_recorded(world: World) -> None:
    get(world.auditor, "/audit/summary/")
    entry = Entry.objects.get(action="audit.view")
    assert entry.actor == world.auditor.id


@pytest.mark.parametrize("role", [role for role in Role if role != Role.AUDITOR])
def test_for_everybody_else_the_pages_do_not_exist(world: World, role: Role) -> None:
    team = world.family.team
    account = worlds.account(world.auditor.organisation, role, team=team)
    client = client_of(account)
    for address in ("/audit/", "/audit/summary/"):
        assert client.get(address).status_code == 404
    assert not Entry.objects.filter(action="audit.view").exists()


@pytest.mark.parametrize(
    "query",
    [
        *("day=2569-11-25", "day=yesterday", "day=9999-99-99", "page=-1", "page=0"),
        *("page=99999999999", "who=nobody", "deed=x", "refused=maybe", "day=%00"),
    ],
)
def test_odd_questions_are_answered(world: World, query: str) -> None:
    text(get(world.auditor, f"/audit/?{query}"))


def test_a_day_that_is_none_is_said(world: World) -> None:
    page = text(get(world.auditor, "/audit/?day=2026-02-31"))
    assert 'id="day-fault"' in page
    assert "2026-02-31" in page


def test_the_list_keeps_its_filters_from_page_to_page(world: World) -> None:
    for _ in range(51):
        world.opened_by(world.worker)
    page = text(get(world.auditor, f"/audit/?who={world.worker.id}"))
    assert f"who={world.worker.id}&amp;page=2" in page
    page = text(get(world.auditor, f"/audit/?who={world.worker.id}&page=2"))
    assert "page=1" in page


def address(family: Family) -> str:
    return f"/families/{family.id}/opened/"


def test_a_family_is_told_who_opened_its_file(world: World) -> None:
    for _ in range(3):
        world.opened_by(world.worker)
    world.opened_by(world.stranger, "person.print")
    page = text(get(world.worker, address(world.family)))
    for shown in (TITLE, NAME, world.worker.shown_name, world.stranger.shown_name):
        assert shown in page
    assert "อีกองค์กร" in page
    assert "(3 ครั้ง)" in page
    assert "พิมพ์บุคคล" in page
    assert world.person.audit_name not in page
    entry = Entry.objects.get(action="family.who_opened")
    assert (entry.actor, entry.case) == (world.worker.id, world.family.audit_name)


def test_the_english_page_is_english(world: World) -> None:
    world.opened_by(world.worker)
    page = text(get(world.worker, "/en" + address(world.family)))
    assert "Person opened" in page


def test_somebody_erased_has_no_name_any_more(world: World) -> None:
    world.opened_by(world.worker)
    RecordKey.objects.filter(id=world.person.key).delete()
    world.person.delete()
    keys.forget()
    page = text(get(world.worker, address(world.family)))
    assert "บุคคลที่ลบข้อมูลแล้ว" in page
    assert NAME not in page


def test_who_opened_a_file_is_for_its_people_only(world: World) -> None:
    other_team = worlds.team(world.auditor.organisation, "ทีมอื่น")
    colleague = worlds.account(
        world.auditor.organisation, Role.CASEWORKER, team=other_team
    )
    for account in (world.auditor, world.stranger, colleague):
        client = client_of(account)
        absent = f"/families/{uuid.uuid4()}/opened/"
        assert missing(client, address(world.family)) == missing(client, absent)
    assert not Entry.objects.filter(action="family.who_opened").exists()
