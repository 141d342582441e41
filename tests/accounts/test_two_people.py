"""Everything about rights takes two people; codes work once and for a while."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from tests.accounts import people

from sathana.accounts import codes, errors, menu
from sathana.accounts.models import Account, Invitation, Organisation, Recovery
from sathana.accounts.roles import Role
from sathana.accounts.services import (
    founding,
    granting,
    inviting,
    organising,
    recovering,
)
from sathana.audit.models import Entry

pytestmark = pytest.mark.django_db
GOOD = "another four words here"
CODE = re.compile(r"(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}")


def asked(crew: people.Crew, name: str = "newone") -> Invitation:
    return inviting.ask(
        reader=people.reader(crew.one),
        username=name,
        shown_name="คนใหม่",
        role="caseworker",
        team=str(crew.team.id),
    )


def approved(crew: people.Crew) -> str:
    made = asked(crew)
    return inviting.approve(reader=people.reader(crew.two), invitation=made.id)


def test_an_invitation_makes_an_account_with_its_role(crew: people.Crew) -> None:
    code = approved(crew)
    found = inviting.of_code(f" {code.lower().replace('-', ' ')} ")
    assert found is not None
    made = inviting.accept(found, GOOD)
    assert made.check_password(GOOD)
    grant = made.grants.get()
    assert (grant.role, grant.team) == ("caseworker", crew.team)
    assert (grant.asked_by, grant.confirmed_by) == (crew.one, crew.two)
    actions = set(Entry.objects.values_list("action", flat=True))
    assert {"invitation.ask", "invitation.approve", "invitation.accept"} <= actions
    assert crew.two.notices.get().kind == "invitation_asked"


def test_who_asked_cannot_approve(crew: people.Crew) -> None:
    made = asked(crew)
    with pytest.raises(errors.OfficeError, match="cannot confirm"):
        inviting.approve(reader=people.reader(crew.one), invitation=made.id)
    assert Invitation.objects.get().token == ""


def test_the_code_itself_is_not_stored(crew: people.Crew) -> None:
    code = approved(crew)
    row = Invitation.objects.values().get()
    assert code not in str(row)
    assert row["token"] == codes.token(code)


def test_a_code_works_once(crew: people.Crew) -> None:
    code = approved(crew)
    found = inviting.of_code(code)
    assert found is not None
    inviting.accept(found, GOOD)
    assert inviting.of_code(code) is None
    with pytest.raises(errors.OfficeError):
        inviting.accept(found, GOOD)


def test_a_code_ends_after_72_hours(crew: people.Crew) -> None:
    code = approved(crew)
    row = Invitation.objects.get()
    assert row.expires_at is not None
    assert abs(row.expires_at - timezone.now() - timedelta(hours=72)) < people.LATER * 9
    row.expires_at = timezone.now() - people.LATER
    row.save()
    assert inviting.of_code(code) is None


def test_a_withdrawn_code_opens_nothing(crew: people.Crew) -> None:
    code = approved(crew)
    inviting.withdraw(
        reader=people.reader(crew.one), invitation=Invitation.objects.get().id
    )
    assert inviting.of_code(code) is None


def test_an_empty_code_opens_nothing(crew: people.Crew) -> None:
    asked(crew)
    for nothing in ("", " - ", "ก"):
        assert inviting.of_code(nothing) is None
        assert recovering.of_code(nothing) is None


def test_a_weak_passphrase_is_refused_and_the_code_still_works(
    crew: people.Crew,
) -> None:
    code = approved(crew)
    found = inviting.of_code(code)
    assert found is not None
    with pytest.raises(ValidationError, match="อย่างน้อย 15 ตัวอักษร"):
        inviting.accept(found, "too short")
    assert inviting.of_code(code) is not None


def test_a_passphrase_like_the_name_or_common_is_refused(db: None) -> None:
    with pytest.raises(ValidationError, match="คล้ายชื่อ"):
        validate_password("somjaisomjaisomjai", Account(username="somjaisomjai"))
    with pytest.raises(ValidationError, match="มีคนใช้มาก"):
        validate_password("password")


@pytest.mark.parametrize(
    ("name", "shown", "role", "field"),
    [
        ("x", "ก", "caseworker", "username"),
        ("สมใจ", "ก", "caseworker", "username"),
        ("newone", " ", "caseworker", "shown_name"),
        ("newone", "ก", "king", "role"),
        ("newone", "ก", "system_admin", "role"),
        ("newone", "ก", "supervisor", "team"),
        ("admin2", "ก", "caseworker", "username"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    crew: people.Crew, name: str, shown: str, role: str, field: str
) -> None:
    with pytest.raises(errors.OfficeError) as caught:
        inviting.ask(
            reader=people.reader(crew.one), username=name, shown_name=shown, role=role
        )
    assert caught.value.field == field
    assert set(caught.value.text) == {"th", "en"}


def test_only_admins_of_the_organisation_and_only_fresh(crew: people.Crew) -> None:
    made = asked(crew)
    other = people.crew("other")
    for stranger in (crew.worker, other.one):
        with pytest.raises(errors.NotThereError):
            inviting.approve(reader=people.reader(stranger), invitation=made.id)
    with pytest.raises(errors.StepUpError):
        inviting.approve(
            reader=people.reader(crew.two, fresh=False), invitation=made.id
        )


def test_a_role_takes_two_and_ends_sessions(crew: people.Crew) -> None:
    client = people.signed_in(crew.worker)
    client.get("/my/")
    grant = granting.ask(
        reader=people.reader(crew.one), account=crew.worker.id, role="auditor"
    )
    assert Role.AUDITOR not in menu.roles_of(crew.worker)
    with pytest.raises(errors.OfficeError):
        granting.confirm(reader=people.reader(crew.one), grant=grant.id)
    granting.confirm(reader=people.reader(crew.two), grant=grant.id)
    assert Role.AUDITOR in menu.roles_of(crew.worker)
    assert client.get("/my/").status_code == 302
    granting.end(reader=people.reader(crew.two), grant=grant.id)
    assert Role.AUDITOR not in menu.roles_of(crew.worker)


def test_nobody_confirms_a_role_for_themselves(crew: people.Crew) -> None:
    grant = granting.ask(
        reader=people.reader(crew.one), account=crew.two.id, role="auditor"
    )
    with pytest.raises(errors.OfficeError, match="about themselves"):
        granting.confirm(reader=people.reader(crew.two), grant=grant.id)


def test_a_system_admin_is_made_by_system_admins_only(crew: people.Crew) -> None:
    with pytest.raises(errors.OfficeError, match="system admin"):
        granting.ask(
            reader=people.reader(crew.one), account=crew.worker.id, role="system_admin"
        )


def test_two_admins_remain(crew: people.Crew) -> None:
    reader = people.reader(crew.one)
    with pytest.raises(errors.OfficeError, match="Two admins"):
        granting.close(reader=reader, account=crew.two.id)
    with pytest.raises(errors.OfficeError, match="Two admins"):
        granting.end(reader=reader, grant=crew.two.grants.get().id)


def test_a_closed_account_is_out_at_once_and_comes_back_without_roles(
    crew: people.Crew,
) -> None:
    client = people.signed_in(crew.worker)
    assert client.get("/my/").status_code == 200
    granting.close(reader=people.reader(crew.one), account=crew.worker.id)
    assert client.get("/my/").status_code == 302
    granting.open_again(reader=people.reader(crew.one), account=crew.worker.id)
    worker = Account.objects.get(pk=crew.worker.pk)
    assert worker.is_active
    assert menu.roles_of(worker) == []


def test_a_new_begin_takes_two_and_waits_a_day(crew: people.Crew) -> None:
    client = people.signed_in(crew.worker)
    client.get("/my/")
    made = recovering.ask(reader=people.reader(crew.one), account=crew.worker.id)
    with pytest.raises(errors.OfficeError):
        recovering.confirm(reader=people.reader(crew.one), recovery=made.id)
    code = recovering.confirm(reader=people.reader(crew.two), recovery=made.id)
    assert client.get("/my/").status_code == 302
    worker = Account.objects.get(pk=crew.worker.pk)
    assert not worker.authenticator_set.exists()
    assert not worker.check_password(people.PASSWORD)
    assert recovering.of_code(code) is None
    assert {n.kind for n in worker.notices.all()} == {"recovery_confirmed"}
    Recovery.objects.update(opens_at=timezone.now() - people.LATER)
    found = recovering.of_code(code)
    assert found is not None
    recovering.accept(found, GOOD)
    assert recovering.of_code(code) is None
    assert Account.objects.get(pk=worker.pk).check_password(GOOD)


def test_a_withdrawn_new_begin_opens_nothing(crew: people.Crew) -> None:
    made = recovering.ask(reader=people.reader(crew.one), account=crew.worker.id)
    code = recovering.confirm(reader=people.reader(crew.two), recovery=made.id)
    recovering.withdraw(reader=people.reader(crew.one), recovery=made.id)
    Recovery.objects.update(opens_at=timezone.now() - people.LATER)
    assert recovering.of_code(code) is None


def test_nobody_recovers_themselves(crew: people.Crew) -> None:
    with pytest.raises(errors.OfficeError):
        recovering.ask(reader=people.reader(crew.one), account=crew.one.id)
    made = recovering.ask(reader=people.reader(crew.one), account=crew.two.id)
    with pytest.raises(errors.OfficeError):
        recovering.confirm(reader=people.reader(crew.two), recovery=made.id)


def test_the_first_organisation_has_two_system_admins(db: None) -> None:
    given = founding.found(
        organisation_name_th="องค์กรแรก",
        areas=["57", "5807"],
        admins=[("first.one", "หนึ่ง"), ("first.two", "สอง")],
    )
    assert len(set(given)) == 2
    for code in given:
        found = inviting.of_code(code)
        assert found is not None
        made = inviting.accept(found, GOOD)
        assert menu.roles_of(made) == [Role.ORGANISATION_ADMIN, Role.SYSTEM_ADMIN]
    founding.found(
        organisation_name_th="องค์กรสอง",
        areas=[],
        admins=[("next.one", "หนึ่ง"), ("next.two", "สอง")],
    )
    assert Invitation.objects.filter(system=True).count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"organisation_name_th": " "}, "name_th"),
        ({"areas": ["99", "57"]}, "areas"),
        ({"areas": ["57x"]}, "areas"),
        ({"admins": [("one.one", "ก")]}, "admins"),
        ({"admins": [("one.one", "ก"), ("One.One", "ข")]}, "admins"),
    ],
)
def test_what_no_organisation_can_be(
    db: None, change: dict[str, object], field: str
) -> None:
    usual: dict[str, object] = {
        "organisation_name_th": "องค์กร",
        "areas": ["57"],
        "admins": [("one.one", "ก"), ("two.two", "ข")],
    }
    with pytest.raises(errors.OfficeError) as caught:
        founding.found(**{**usual, **change})  # type: ignore[arg-type]
    assert caught.value.field == field
    assert not Organisation.objects.exists()


def test_closing_an_organisation_ends_its_sessions(crew: people.Crew) -> None:
    other = people.crew("other")
    people.account(crew.organisation, "sys", Role.SYSTEM_ADMIN)
    boss = people.reader(Account.objects.get(username="sys"))
    client = people.signed_in(other.worker)
    client.get("/my/")
    organising.close(reader=boss, organisation=other.organisation.id)
    assert client.get("/my/").status_code == 302
    with pytest.raises(errors.OfficeError):
        organising.close(reader=boss, organisation=crew.organisation.id)
    with pytest.raises(errors.NotThereError):
        organising.close(
            reader=people.reader(crew.one), organisation=other.organisation.id
        )


def test_the_pages_from_asking_to_the_first_visit(crew: people.Crew) -> None:
    one, two = people.signed_in(crew.one), people.signed_in(crew.two)
    form = {"username": "Paeng", "shown_name": "แป้ง", "role": "lawyer", "team": ""}
    assert one.post("/organisation/invite/", form).status_code == 302
    made = Invitation.objects.get()
    address = f"/organisation/invitations/{made.id}/"
    assert "อีกคนอนุมัติ" in one.get(address).content.decode()
    assert "ยืนยันเองไม่ได้" in one.post(address, {"do": "approve"}).content.decode()
    shown = two.post(address, {"do": "approve"})
    code = CODE.search(shown.content.decode())
    assert code is not None
    assert shown.headers["Cache-Control"].startswith("no-store")
    assert code[0] not in two.get(address).content.decode()
    newcomer = Client()
    told = {"code": code[0], "password1": GOOD, "password2": GOOD + "x"}
    assert "ไม่ตรงกัน" in newcomer.post("/sign-in/first/", told).content.decode()
    answer = newcomer.post("/sign-in/first/", {**told, "password2": GOOD})
    assert answer.headers["Location"] == "/my/second-factor/app/"
    assert newcomer.get("/my/").headers["Location"] == "/my/second-factor/app/"


@pytest.mark.django_db(transaction=True)
def test_setting_up_the_app_leads_to_codes_and_to_work(
    crew: people.Crew,
) -> None:
    newcomer = Client()
    found = inviting.of_code(approved(crew))
    assert found is not None
    bare = inviting.accept(found, GOOD)
    people.first_step(newcomer, bare, GOOD)
    newcomer.get("/my/second-factor/app/")
    secret = newcomer.session["mfa.totp.secret"]
    answer = newcomer.post(
        "/my/second-factor/app/", {"code": people.code(secret=secret)}
    )
    assert answer.headers["Location"] == "/my/second-factor/codes/"
    shown = newcomer.get("/my/second-factor/codes/").content.decode()
    told = re.findall(r"<code>(\d{8})</code>", shown)
    assert len(told) == 10
    assert told[0] not in newcomer.get("/my/second-factor/codes/").content.decode()
    assert newcomer.get("/my/").status_code == 200
    assert "account.factor_added" in Entry.objects.values_list("action", flat=True)


def test_guessing_codes_is_slowed_down(crew: people.Crew) -> None:
    form = {"code": "AAAAA", "password1": GOOD, "password2": GOOD}
    for _ in range(10):
        assert Client().post("/sign-in/first/", form).status_code == 200
    assert Client().post("/sign-in/first/", form).status_code == 429


def test_the_last_factor_cannot_be_removed(crew: people.Crew) -> None:
    client = people.signed_in(crew.worker)
    answer = client.post("/my/second-factor/app/stop/")
    assert "อย่างน้อยหนึ่งอย่าง" in answer.content.decode()
    assert crew.worker.authenticator_set.filter(type="totp").exists()


def test_a_changed_passphrase_ends_the_other_sessions(crew: people.Crew) -> None:
    here, there = people.signed_in(crew.worker), people.signed_in(crew.worker)
    assert there.get("/my/").status_code == 200
    form = {"oldpassword": people.PASSWORD, "password1": GOOD, "password2": GOOD}
    assert here.post("/my/password/", form).headers["Location"] == "/my/"
    assert here.get("/my/").status_code == 200
    assert there.get("/my/").status_code == 302
    assert "account.password" in Entry.objects.values_list("action", flat=True)


def without(page: bytes, address: str) -> bytes:
    """A page without the address that was asked for."""
    for written in (address, quote(address, safe="")):
        page = page.replace(written.encode(), b"")
    return page


@pytest.mark.parametrize("who", ["worker", "stranger"])
def test_office_pages_are_not_there_for_others(crew: people.Crew, who: str) -> None:
    made = asked(crew)
    one = crew.worker if who == "worker" else people.crew("other").one
    client = people.signed_in(one)
    assert client.get("/organisations/").status_code == 404
    for kind, one_id in (
        ("organisation/invitations", made.id),
        ("organisation/people", crew.two.id),
        ("organisation/teams", crew.team.id),
        ("organisations", crew.organisation.id),
    ):
        there, nowhere = f"/{kind}/{one_id}/", f"/{kind}/{uuid.uuid4()}/"
        answer, absent = client.get(there), client.get(nowhere)
        assert answer.status_code == absent.status_code == 404, there
        assert without(answer.content, there) == without(absent.content, nowhere)
        assert dict(answer.headers) == dict(absent.headers)


def test_the_other_office_pages_open(crew: people.Crew) -> None:
    people.with_app(
        people.account(
            crew.organisation, "sys", Role.SYSTEM_ADMIN, Role.ORGANISATION_ADMIN
        )
    )
    client = people.signed_in(Account.objects.get(username="sys"))
    for prefix in ("", "/en"):
        for address in (
            "/organisation/",
            "/organisation/invite/",
            f"/organisation/people/{crew.two.id}/",
            f"/organisation/teams/{crew.team.id}/",
            "/organisation/teams/new/",
            "/organisations/",
            "/organisations/new/",
            f"/organisations/{crew.organisation.id}/",
            "/my/",
            "/my/password/",
            "/my/second-factor/keys/",
            "/my/second-factor/codes/new/",
            "/my/second-factor/app/stop/",
            "/sign-in/again/code/",
        ):
            assert client.get(prefix + address).status_code == 200, address


def test_teams_and_organisations_by_their_pages(crew: people.Crew) -> None:
    people.with_app(people.account(crew.organisation, "sys", Role.SYSTEM_ADMIN))
    admin = people.signed_in(crew.one)
    assert admin.post("/organisation/teams/new/", {"name": "ทีมสอง"}).status_code == 302
    again = admin.post("/organisation/teams/new/", {"name": "ทีมสอง"})
    assert "ยังไม่มี" in again.content.decode()
    boss = people.signed_in(Account.objects.get(username="sys"))
    form = {"name_th": "องค์กรใหม่", "areas": "57 5807", "username1": "aaa.one"}
    form |= {"shown_name1": "หนึ่ง", "username2": "bbb.two", "shown_name2": "สอง"}
    wrong = boss.post("/organisations/new/", {**form, "areas": "99"}).content.decode()
    assert "99" in wrong
    assert 'value="aaa.one"' in wrong
    made = boss.post("/organisations/new/", form).content.decode()
    assert len(CODE.findall(made)) == 2
    there = Organisation.objects.get(name_th="องค์กรใหม่")
    address = f"/organisations/{there.id}/"
    boss.post(address, {"do": "close"})
    there.refresh_from_db()
    assert there.closed_at is not None


def test_an_unknown_colleague_is_not_there(crew: people.Crew) -> None:
    client = people.signed_in(crew.one)
    assert client.get(f"/organisation/people/{uuid.uuid4()}/").status_code == 404
    answer = client.post(f"/organisation/people/{crew.two.id}/", {"do": "dance"})
    assert answer.status_code == 404
