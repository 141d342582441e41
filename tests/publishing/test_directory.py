"""Helpers: proposed by one, verified by another, revoked at once and for all to see."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.publishing.conftest import Desk, strong

from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.editorial import groups
from sathana.editorial.reviews import by_the_house
from sathana.publishing import directory
from sathana.publishing.models import Helper, HelpersPage
from sathana.web.dates import today

pytestmark = pytest.mark.django_db
TOLD = {
    "name_th": "สำนักงานช่วยเหลือสมมติ",
    "name_en": "Invented office",
    "areas_th": "เชียงราย",
    "areas_en": "Chiang Rai",
    "contact": "โทร 0000",
}


@pytest.fixture
def page(desk: Desk) -> HelpersPage:
    home = desk.media.get_parent().specific
    made = HelpersPage(title="ผู้ช่วยเหลือ", slug="helpers", locale=home.locale)
    home.add_child(instance=made)
    with by_the_house():
        made.save_revision().publish()
    return made


def proposed(desk: Desk) -> Helper:
    return directory.propose(worlds.reader_of(desk.editor), TOLD)


def public(page: HelpersPage) -> str:
    return Client().get(page.url).content.decode()


def test_a_proposed_helper_is_not_public(desk: Desk, page: HelpersPage) -> None:
    assert proposed(desk).state(today()) == "proposed"
    assert TOLD["name_th"] not in public(page)


def test_another_person_verifies_for_a_year(desk: Desk, page: HelpersPage) -> None:
    helper = proposed(desk)
    directory.verify(worlds.reader_of(desk.community), helper.pk, today())
    helper.refresh_from_db()
    assert helper.state(today()) == "verified"
    assert helper.state(today() + timedelta(days=366)) == "lapsed"
    assert TOLD["name_th"] in public(page)


def test_who_proposed_does_not_verify(desk: Desk) -> None:
    helper = proposed(desk)
    worlds.grant(desk.editor, Role.LAW_REVIEWER)
    with pytest.raises(directory.DirectoryError, match="another person"):
        directory.verify(worlds.reader_of(desk.editor), helper.pk, today())
    helper.refresh_from_db()
    assert helper.state(today()) == "proposed"


def test_one_person_revokes_at_once_and_readers_see_why(
    desk: Desk, page: HelpersPage
) -> None:
    helper = proposed(desk)
    directory.verify(worlds.reader_of(desk.law), helper.pk, today())
    why = {"th": "เรียกเงิน", "en": "asked for money"}
    directory.revoke(worlds.reader_of(desk.community), helper.pk, today(), why)
    helper.refresh_from_db()
    assert helper.state(today()) == "revoked"
    text = public(page)
    assert "เรียกเงิน" in text
    assert TOLD["contact"] not in text


def test_revoking_needs_a_reason_in_both_languages(desk: Desk) -> None:
    helper = proposed(desk)
    reader = worlds.reader_of(desk.law)
    for why in ({"th": "x", "en": ""}, {"th": " ", "en": "x"}, {}):
        with pytest.raises(directory.DirectoryError):
            directory.revoke(reader, helper.pk, today(), why)


@pytest.mark.parametrize("name", directory.NEEDED)
def test_a_helper_without_what_readers_need_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(directory.DirectoryError):
        directory.propose(worlds.reader_of(desk.editor), {**TOLD, name: "  "})
    assert not Helper.objects.exists()


def test_roles_do_what_is_theirs(desk: Desk) -> None:
    helper = proposed(desk)
    with pytest.raises(directory.DirectoryError):
        directory.propose(worlds.reader_of(desk.law), TOLD)
    for who in (desk.editor, desk.language):
        with pytest.raises(directory.DirectoryError):
            directory.verify(worlds.reader_of(who), helper.pk, today())


def test_every_step_is_an_entry_of_the_chain(desk: Desk) -> None:
    helper = proposed(desk)
    directory.verify(worlds.reader_of(desk.law), helper.pk, today())
    why = {"th": "ก", "en": "a"}
    directory.revoke(worlds.reader_of(desk.editor), helper.pk, today(), why)
    kept = Entry.objects.filter(action__startswith="helper.").order_by("pk")
    assert [one.action for one in kept] == [
        *("helper.add", "helper.approve", "helper.withdraw"),
    ]


def test_the_pages_keep_what_was_typed(desk: Desk) -> None:
    client = strong(desk.editor)
    form = {**TOLD, "contact": ""}
    answer = client.post(reverse("helper_desk:new"), form)
    assert answer.status_code == 422
    assert TOLD["name_th"] in answer.content.decode()
    assert client.post(reverse("helper_desk:new"), TOLD).status_code == 302
    helper = Helper.objects.get()
    groups.follow(desk.law, [Role.LAW_REVIEWER])
    law = strong(desk.law)
    verify = reverse("helper_desk:verify", args=[helper.pk])
    assert client.post(verify).status_code == 422
    assert law.post(verify).status_code == 302
    assert "Invented office" in law.get(reverse("helper_desk:list")).content.decode()
    gone = reverse("helper_desk:verify", args=[uuid.uuid4()])
    assert law.post(gone).status_code == 404


def test_hostile_words_are_words(desk: Desk, page: HelpersPage) -> None:
    told: dict[str, Any] = {**TOLD, "name_th": "<script>alert(1)</script>{{ 7 }}"}
    helper = directory.propose(worlds.reader_of(desk.editor), told)
    directory.verify(worlds.reader_of(desk.law), helper.pk, today())
    assert "<script>alert(1)" not in public(page)
