"""Clocks, steps, drafts, appointments, day sheet, offices, calendar, digest: pages."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import worlds
from tests.casework.conftest import Work
from tests.registry.house import yesterday

from sathana.accounts.models import Account
from sathana.audit.models import Entry
from sathana.casework import digest
from sathana.casework.clocks_shown import code_of
from sathana.casework.models import (
    Appointment,
    CalendarFeed,
    DigestMail,
    DigestTold,
    Office,
    OfficeNote,
)
from sathana.casework.planning import Plan
from sathana.casework.services import appointments, cases, encounters, offices, tracks
from sathana.notices.models import Notice
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.reader import Reader

pytestmark = pytest.mark.django_db
TODAY = (timezone.now() + timedelta(hours=7)).date


def browser(reader: Reader) -> Client:
    return worlds.strong_client(Account.objects.get(id=reader.actor.id))


@pytest.fixture
def client(work: Work) -> Client:
    return browser(work.at.worker)


def text(client: Client, name: str, *args: Any, **query: str) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200, response.content[:500]
    return response.content.decode()


def on_pathway(work: Work, pathway: str = "S23") -> None:
    """Let the person take a pathway whose ladder is known."""
    values = {"pathway": pathway, "filed_by": "self"}
    tracks.change_track(
        reader=work.at.worker, track_id=work.track.id, version=1, values=values
    )


def contact(work: Work, outcome: str, days: int, **more: Any) -> Any:
    """Record a contact so many days ago."""
    values = {
        "on": TODAY() - timedelta(days=days), "office": "อำเภอสมมติ",
        "outcome": outcome, "track_id": work.track.id, **more,
    }  # fmt: skip
    return encounters.record(
        reader=work.at.worker, family_id=work.family.id, values=values
    )


def test_a_case_without_a_petition_says_what_to_do(work: Work, client: Client) -> None:
    page = text(client, "case-clocks", work.case.id)
    assert "ยังไม่มีคำร้องในช่องทางนี้" in page
    assert code_of(work.case.id) in page
    assert reverse("case-clocks", args=[work.case.id]) in text(
        client, "case-page", work.case.id
    )


def test_an_oral_refusal_leads_to_the_demand(work: Work, client: Client) -> None:
    on_pathway(work)
    contact(work, "not_received", 3, codes=["R15"])
    page = text(client, "case-clocks", work.case.id)
    assert "ทำต่อไป: หนังสือทวงถามให้ทำหน้าที่" in re.sub(r"\s+", " ", page)
    assert reverse("pathway-draft", args=[work.track.id, "demand"]) in page
    assert (
        "1205" in page
    )  # money was asked: the anti-corruption commission stands there
    assert "มาตรา 52" in page  # never too late


def test_a_refusal_in_writing_leads_to_the_appeal(work: Work, client: Client) -> None:
    on_pathway(work)
    contact(work, "refused", 2)
    page = re.sub(r"\s+", " ", text(client, "case-clocks", work.case.id))
    assert "ทำต่อไป: คัดค้านหรืออุทธรณ์คำสั่ง" in page
    assert "มาตรา 44" in page


@pytest.mark.parametrize("step", ["demand", "superior", "complaint", "court"])
def test_each_step_has_a_draft(work: Work, client: Client, step: str) -> None:
    on_pathway(work)
    contact(work, "not_received", 3)
    response = client.get(reverse("pathway-draft", args=[work.track.id, step]))
    assert response.status_code == 200
    name = response.headers["Content-Disposition"]
    assert code_of(work.case.id) in name
    assert "สมมติ" not in name
    assert response.content[:4] in (b"PK\x03\x04", b"%PDF")
    assert Entry.objects.filter(action="case.draft").exists()


def test_a_step_that_there_is_not(work: Work, client: Client) -> None:
    address = reverse("pathway-draft", args=[work.track.id, "wish"])
    assert client.get(address).status_code == 404


def test_overdue_shows_what_was_planned_and_what_the_law_sets(
    work: Work, client: Client
) -> None:
    on_pathway(work)
    cases.plan(
        reader=work.at.worker, case_id=work.case.id, version=1,
        new=Plan("ไปคัดสำเนา", work.at.worker.actor.id, yesterday()),
    )  # fmt: skip
    contact(work, "refused", 40)
    page = text(client, "overdue")
    assert "ไปคัดสำเนา" in page
    assert reverse("case-clocks", args=[work.case.id]) in page
    assert "ไปคัดสำเนา" not in text(browser(work.at.supervisor), "overdue")
    assert "ไปคัดสำเนา" in text(browser(work.at.supervisor), "overdue", of="all")


# --- appointments and the sheet of a day -------------------------------------------


def appointment(work: Work, **more: Any) -> Appointment:
    values = {
        "on": TODAY(), "at": "9:30", "place": "อำเภอสมมติ", "track_id": work.track.id,
        "worker": work.at.worker.actor.id, "comes": "แม่\nลูก", "witnesses": "ลุงสมมติ",
        "papers": "ท.ร.38\nรูปถ่าย", "permit": "needed", "slip": "คิว 12", **more,
    }  # fmt: skip
    return appointments.make(reader=work.at.worker, case_id=work.case.id, values=values)


def test_the_sheet_groups_by_office(work: Work, client: Client) -> None:
    office = an_office(work)
    appointment(work)
    appointment(work, office_id=office.id, place="", at="08.00", permit="held")
    page = text(client, "day-sheet")
    for words in ("อำเภอสมมติ", "เทศบาลสมมติ", "ลุงสมมติ", "รูปถ่าย", "คิว 12", "ต้องใช้ ยังไม่มี"):
        assert words in page
    assert "ไม่มีนัดในวันนี้" in text(client, "day-sheet", day="2026-01-01")
    assert "ไม่มีนัดในวันนี้" in text(browser(work.at.supervisor), "day-sheet")
    team = str(work.at.team.id)
    assert "ลุงสมมติ" in text(browser(work.at.supervisor), "day-sheet", of=team)
    assert "ลุงสมมติ" not in text(browser(work.at.stranger), "day-sheet", of="all")
    assert Entry.objects.filter(action="day_sheet.view").exists()


@pytest.mark.parametrize("asked", ["0001-01-01", "9999-12-31", "x", "2026-02-31", ""])
def test_a_day_that_cannot_be_is_today(client: Client, asked: str) -> None:
    assert text(client, "day-sheet", day=asked, of="'; --")


def test_an_appointment_is_made_changed_and_called_off(
    work: Work, client: Client
) -> None:
    typed = {
        "id": str(uuid.uuid4()), "on": TODAY().isoformat(), "place": "ศาลากลาง",
        "permit": "held", "track_id": str(work.track.id), "comes": "แม่",
    }  # fmt: skip
    new = reverse("case-appointment-new", args=[work.case.id])
    for _ in range(2):  # pressed twice
        assert client.post(new, typed).status_code == 302
    row = Appointment.rows.get()
    edit = reverse("case-appointment", args=[row.id])
    assert "ศาลากลาง" in client.get(edit).content.decode()
    changed = {**typed, "version": "1", "comes": "แม่และลูก"}
    assert client.post(edit, changed).status_code == 302
    again = client.post(edit, {**typed, "version": "1", "comes": "อื่น"})
    assert again.status_code == 409
    off = reverse("case-appointment-off", args=[row.id])
    assert client.post(off, {"version": "2"}).status_code == 302
    assert "ศาลากลาง" not in text(client, "day-sheet")
    assert "ยกเลิก" in text(client, "case-appointments", work.case.id)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"on": None}, "on"),
        ({"place": ""}, "place"),
        ({"permit": "yes"}, "permit"),
        ({"office_id": uuid.uuid4()}, "office_id"),
        ({"track_id": uuid.uuid4()}, "track_id"),
        ({"worker": uuid.uuid4()}, "worker"),
        ({"comes": "x" * 1001}, "comes"),
    ],
)
def test_what_cannot_be_an_appointment(
    work: Work, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(UnusableValueError) as told:
        appointment(work, **values)
    assert told.value.field == field


def test_appointments_are_for_whom_the_family_is(work: Work) -> None:
    row = appointment(work)
    for who in (work.at.stranger, work.at.steward):
        with pytest.raises((NotVisibleError, NotAllowedError)):
            appointments.call_off(reader=who, appointment_id=row.id, version=1)


# --- offices ------------------------------------------------------------------------


def an_office(work: Work, **more: Any) -> Office:
    values = {
        "kind": "municipality", "name_th": "เทศบาลสมมติ", "areas": ["5701"],
        "checked_on": yesterday(), **more,
    }  # fmt: skip
    return offices.add_office(reader=work.at.worker, values=values)


def a_note(work: Work, office: Office, **more: Any) -> OfficeNote:
    values = {
        "on": yesterday(), "about": "papers", "source": "family",
        "text": "ขอสำเนาสองชุด", **more,
    }  # fmt: skip
    return offices.add_note(reader=work.at.worker, office_id=office.id, values=values)


def test_the_directory_and_its_notebook(work: Work, client: Client) -> None:
    office = an_office(work)
    note = a_note(work, office)
    assert "เทศบาลสมมติ" in text(client, "offices")
    assert "เทศบาลสมมติ" in text(client, "offices", area="5701", kind="municipality")
    assert "เทศบาลสมมติ" not in text(client, "offices", area="5702")
    page = text(client, "office", office.id)
    assert "ขอสำเนาสองชุด" in page
    assert "ไม่ใช่กฎหมาย" in page
    assert "เทศบาลสมมติ" in text(browser(work.at.steward), "offices")
    stranger = browser(work.at.stranger)
    assert "เทศบาลสมมติ" not in text(stranger, "offices")
    assert stranger.get(reverse("office", args=[office.id])).status_code == 404
    end = reverse("office-note-end", args=[note.id])
    assert stranger.post(end).status_code == 404
    assert browser(work.at.steward).post(end).status_code == 403
    assert client.post(end).status_code == 302
    assert "ไม่ใช้แล้ว" in text(client, "office", office.id)


def test_an_office_is_added_and_changed_on_its_pages(
    work: Work, client: Client
) -> None:
    typed = {
        "id": str(uuid.uuid4()), "kind": "district", "name_th": "อำเภอใหม่",
        "district": "5701", "areas": "5702, 570301",
    }  # fmt: skip
    for _ in range(2):
        assert client.post(reverse("office-new"), typed).status_code == 302
    row = Office.objects.get()
    assert row.areas == ["5701", "5702", "570301"]
    edit = reverse("office-edit", args=[row.id])
    assert "5701 5702 570301" in client.get(edit).content.decode()
    changed = {**typed, "version": "1", "ended": "on", "district": "", "areas": "57"}
    assert client.post(edit, changed).status_code == 302
    row.refresh_from_db()
    assert row.ended_at
    assert row.areas == ["57"]
    wrong = client.post(edit, {**changed, "version": "2", "areas": "9999"})
    assert wrong.status_code == 422
    note = {"id": str(uuid.uuid4()), "on": TODAY().isoformat(), "about": "time",
            "source": "seen", "text": "รอสองเดือน"}  # fmt: skip
    new = reverse("office-note-new", args=[row.id])
    assert client.post(new, note).status_code == 302
    assert OfficeNote.objects.get().text == "รอสองเดือน"


@pytest.mark.parametrize(
    "more", [{"on": date(2999, 1, 1)}, {"text": " "}, {"about": "x"}, {"source": ""}]
)
def test_what_cannot_be_a_note(work: Work, more: dict[str, Any]) -> None:
    with pytest.raises(UnusableValueError):
        a_note(work, an_office(work), **more)


def test_whoever_may_open_no_family_writes_no_office(work: Work) -> None:
    with pytest.raises(NotAllowedError):
        offices.add_office(
            reader=work.at.steward, values={"kind": "court", "name_th": "ศาล"}
        )
    office = an_office(work)
    with pytest.raises(NotVisibleError):
        offices.change_office(
            reader=work.at.stranger, office_id=office.id, version=1, values={}
        )


def test_a_case_shows_the_offices_of_its_district(work: Work, client: Client) -> None:
    an_office(work)
    contact(work, "told", 1, place="5701")
    assert "เทศบาลสมมติ" in text(client, "case-offices", work.case.id)


# --- the calendar -------------------------------------------------------------------


def make_address(client: Client) -> str:
    client.post(reverse("my-calendar"), {"do": "make"})
    page = text(client, "my-calendar")
    found = re.search(r"/calendar/[^<]+\.ics", page)
    assert found
    assert found[0] not in text(client, "my-calendar")  # told once
    return found[0]


def due_tomorrow(work: Work) -> None:
    cases.plan(
        reader=work.at.worker, case_id=work.case.id, version=1,
        new=Plan("ลับมาก", work.at.worker.actor.id, TODAY() + timedelta(days=1)),
    )  # fmt: skip


def test_the_calendar_tells_codes_and_kinds_only(work: Work, client: Client) -> None:
    on_pathway(work)
    due_tomorrow(work)
    contact(work, "refused", 3)
    appointment(work)
    address = make_address(client)
    response = Client().get(address)
    assert response.headers["Content-Type"].startswith("text/calendar")
    told = response.content.replace(b"\r\n ", b"").decode()
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    assert told.count("BEGIN:VEVENT") >= 3
    kinds = {line for line in told.split("\r\n") if line.startswith("SUMMARY")}
    assert all(
        line.startswith(f"SUMMARY:กรณี {code_of(work.case.id)}") for line in kinds
    )
    for secret in ("ลับมาก", "หมี่จู", "อำเภอ", "S23", "ยื่นขอสัญชาติ", "ลุง"):
        assert secret not in told
    assert "Next action" in Client().get("/en" + address).content.decode()
    assert Entry.objects.filter(action="calendar.read").count() == 2
    row = CalendarFeed.objects.get()
    assert row.token not in address
    assert row.read_at is not None


def test_an_address_that_ended_or_never_was_opens_nothing(
    work: Work, client: Client
) -> None:
    address = make_address(client)
    never = Client().get(reverse("calendar-feed", args=["x" * 43]))
    account = Account.objects.get(id=work.at.worker.actor.id)
    for change in ({"is_active": False}, {"held_until": timezone.now() + timedelta(1)}):
        Account.objects.filter(id=account.id).update(**change)
        ended = Client().get(address)
        assert ended.status_code == never.status_code == 404
        Account.objects.filter(id=account.id).update(is_active=True, held_until=None)
    assert Client().get(address).status_code == 200
    feed = CalendarFeed.objects.get()
    other = browser(work.at.supervisor)
    other.post(reverse("my-calendar"), {"do": "end", "feed": str(feed.id)})
    assert Client().get(address).status_code == 200  # not somebody else's to end
    client.post(reverse("my-calendar"), {"do": "end", "feed": str(feed.id)})
    assert Client().get(address).status_code == 404


def test_an_account_without_a_second_factor_has_no_calendar(
    work: Work, client: Client
) -> None:
    from allauth.mfa.models import Authenticator

    address = make_address(client)
    Authenticator.objects.all().delete()
    assert Client().get(address).status_code == 404


def test_who_loses_a_role_loses_the_days(work: Work, client: Client) -> None:
    due_tomorrow(work)
    address = make_address(client)
    assert b"BEGIN:VEVENT" in Client().get(address).content
    account = Account.objects.get(id=work.at.worker.actor.id)
    account.grants.update(ended_at=timezone.now())
    assert b"BEGIN:VEVENT" not in Client().get(address).content


def test_no_more_than_five_addresses(client: Client) -> None:
    for _ in range(5):
        make_address(client)
    response = client.post(reverse("my-calendar"), {"do": "make"})
    assert response.status_code == 422
    assert CalendarFeed.objects.count() == 5


# --- the word of the day ------------------------------------------------------------


def strong(work: Work) -> None:
    """Let the worker have a second factor."""
    browser(work.at.worker)


def test_the_word_of_the_day_comes_once(work: Work) -> None:
    strong(work)
    due_tomorrow(work)
    first, second = digest.run(), digest.run()
    assert (first.told, second.told) == (1, 0)
    assert Notice.objects.filter(kind="digest").count() == 1
    assert digest.run(timezone.now() + timedelta(days=1)).told == 1


def test_nobody_is_told_of_nothing(work: Work) -> None:
    strong(work)
    assert digest.run().told == 0
    assert not Notice.objects.filter(kind="digest").exists()


def test_no_message_without_a_host(work: Work, client: Client) -> None:
    due_tomorrow(work)
    client.post(reverse("my-calendar"), {"do": "mail", "address": "w@example.org"})
    assert digest.run().mailed == 0
    assert DigestTold.objects.get().mailed_at is None


@pytest.mark.parametrize("address", ["nobody", "a@b", "a@example.org\nBcc: x@y.z"])
def test_what_is_no_address(client: Client, address: str) -> None:
    typed = {"do": "mail", "address": address}
    assert client.post(reverse("my-calendar"), typed).status_code == 422
    assert not DigestMail.objects.exists()
