"""The page of answers that a change of law turned shows each reader their own."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.casework.conftest import Work

from sathana.accounts.models import Account
from sathana.audit.models import Entry
from sathana.casework.models import LawChange, LawRun
from sathana.registry.reader import Reader

pytestmark = pytest.mark.django_db
PAGE = "case-law-changes"


def turned(work: Work) -> LawRun:
    run = LawRun.objects.create(law="th@new", as_of=date(2026, 11, 26))
    answers = [["thai", "no", "yes"], ["pathways.S23", "closed", "open"]]
    answers += [[f"rights.R{n}", "closed", "open"] for n in range(9)]
    answers.append(["deadlines.APA-44", "none", "2026-12-01 (no)"])
    LawChange(
        run=run, family=work.family, organisation_id=work.family.organisation_id,
        person=work.person, key=work.person.key, law_from="th@old", law_to="th@new",
        as_of=run.as_of, facts_too=True, answers=answers,
    ).save(force_insert=True)  # fmt: skip
    return run


def page(reader: Reader, language: str = "") -> str:
    client: Client = worlds.strong_client(Account.objects.get(id=reader.actor.id))
    answer = client.get(f"{language}{reverse(PAGE)}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_who_and_which_answer_turned(work: Work) -> None:
    turned(work)
    text = page(work.at.worker)
    for told in ("หมี่จู สมมติ", "th@old", "th@new", "มีสัญชาติไทย", "อีก 4 คำตอบ"):
        assert told in text, told
    assert "อาโล สมมติ" not in text
    assert "{" not in text
    assert "Thai nationality" in page(work.at.worker, "/en")


def test_who_may_not_see_the_family_sees_that_nothing_changed(work: Work) -> None:
    turned(work)
    for reader in (work.at.stranger, work.at.steward):
        text = page(reader)
        assert "หมี่จู" not in text
        assert "ไม่มีคำตอบที่เปลี่ยน" in text


def test_what_is_shown_stands_in_the_chain(work: Work) -> None:
    turned(work)
    page(work.at.worker)
    actions = Entry.objects.filter(action="law.changes")
    assert [entry.subject for entry in actions] == [work.family.audit_name]
    persons = Entry.objects.filter(action="person.list", subject=work.person.audit_name)
    assert persons.exists()
