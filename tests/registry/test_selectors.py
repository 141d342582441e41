"""Selectors: lean, masked where a reader may not look, and in the chain before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import worlds
from tests.registry.house import House

from sathana.accounts.decide import Action, Group
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.protection import keys
from sathana.registry.models import Share
from sathana.registry.selectors import families as list_of
from sathana.registry.selectors import persons as one
from sathana.registry.services import facts, kin


def whole(at: House, people: int = 4) -> tuple:
    family = at.family("บ้านทดลอง")
    made = [
        at.person(family, f"คนที่ {n}", values={"contact": "ผ่านครู"})
        for n in range(people)
    ]
    for person in made:
        facts.tell(
            reader=at.worker, person_id=person.id, path="born.date", value="1975"
        )
    kin.relate(
        reader=at.worker, person_id=made[0].id, parent_id=made[1].id, role="mother"
    )
    return family, made


def questions(ask: Callable[[], object]) -> int:
    """Count the questions; keys of an organisation are asked for once a process.

    (Inside one transaction, as here, they are not kept: it may still be undone.)
    """
    keys.forget()
    with CaptureQueriesContext(connection) as asked:
        ask()
    return sum("protection_organisationkey" not in one["sql"] for one in asked)


def test_pages_ask_as_often_for_many_as_for_few(at: House) -> None:
    family, made = whole(at, 3)
    few = (
        questions(lambda: list_of.page_of(at.worker)),
        questions(lambda: list_of.family(at.worker, family.id)),
        questions(lambda: one.person(at.worker, made[0].id)),
        questions(lambda: list_of.page_of(at.worker, text="คนที่")),
    )
    for _ in range(6):
        whole(at, 3)
    for n in range(6):
        person = at.person(family, f"อีกคน {n}")
        facts.tell(reader=at.worker, person_id=person.id, path="sex", value="male")
    many = (
        questions(lambda: list_of.page_of(at.worker)),
        questions(lambda: list_of.family(at.worker, family.id)),
        questions(lambda: one.person(at.worker, made[0].id)),
        questions(lambda: list_of.page_of(at.worker, text="คนที่")),
    )
    assert many[:3] == few[:3]
    # A search that finds little asks a second time, with keys of a slip.
    assert max(*few, *many) <= 32, (few, many)


def test_a_steward_sees_names_and_kinship_and_that_the_rest_is_hidden(
    at: House,
) -> None:
    family, made = whole(at)
    facts.tell(
        reader=at.worker, person_id=made[0].id, path="id13", value="6570100001238"
    )
    view = list_of.family(at.steward, family.id)
    assert view.title == "บ้านทดลอง"
    assert [person.called for person in view.persons][:2] == ["คนที่ 0", "คนที่ 1"]
    assert view.kinship
    for hidden in (view.facts, view.evidence, view.consents, view.notes):
        assert hidden is None
    first = view.persons[0]
    for hidden in (first.number, first.contact, first.birth, first.thai, first.notes):
        assert hidden is None
    assert {Group.FACTS, Group.NUMBER, Group.CONTACT} <= view.hidden
    assert Action.CHANGE not in view.may
    assert not list_of.page_of(at.steward, text="6570100001238").lines
    assert list_of.page_of(at.worker, text="6-5701-00001-23-8").lines
    person = one.person(at.steward, made[0].id)
    assert person.facts is None
    assert person.events is None


def test_a_share_opens_its_groups_only(at: House) -> None:
    family, _ = whole(at)
    now = timezone.now()
    partner = worlds.account(at_other := worlds.organisation("ภาคี"), Role.PARTNER)
    Share(
        family=family, organisation=at.organisation, key=family.key, to=at_other,
        groups=["outline", "facts"], begin=now - timedelta(days=1),
        until=now + timedelta(days=1),
    ).save(force_insert=True)  # fmt: skip
    reader = worlds.reader_of(partner)
    view = list_of.family(reader, family.id)
    assert [person.called for person in view.persons] == ["P1", "P2", "P3", "P4"]
    assert all(person.names is None for person in view.persons)
    assert view.kinship is None
    assert view.facts
    assert view.staleness is None
    [line] = list_of.page_of(reader).lines
    assert line.names is None
    assert not list_of.page_of(reader, text="คนที่ 0").lines
    assert list_of.page_of(at.stranger).lines == ()


def test_what_is_shown_is_in_the_chain_before(at: House) -> None:
    family, made = whole(at)
    before = Entry.objects.count()
    list_of.page_of(at.worker)
    names = [person.audit_name for person in made]
    listed = list(
        Entry.objects.filter(action="person.list").values_list("subject", flat=True)
    )
    assert listed == names[: list_of.NAMES_A_LINE]
    list_of.family(at.worker, family.id)
    seen = list(
        Entry.objects.filter(action="person.view").values_list("subject", flat=True)
    )
    assert seen == names
    one.person(at.worker, made[2].id)
    entry = Entry.objects.filter(action="person.view").latest("seq")
    assert (entry.subject, entry.case) == (names[2], family.audit_name)
    assert entry.actor == at.worker.actor.id
    assert Entry.objects.count() == before + 1 + 3 + 1 + 4 + 1 + 3


def test_a_page_that_cannot_be_told_to_the_chain_is_not_shown(
    at: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    family, made = whole(at)

    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("sathana.audit.record.write_all", broken)
    for ask in (
        lambda: list_of.page_of(at.worker),
        lambda: list_of.family(at.worker, family.id),
        lambda: one.person(at.worker, made[0].id),
    ):
        with pytest.raises(OSError, match="full"):
            ask()


def test_the_list_counts_and_turns_pages(at: House) -> None:
    for n in range(7):
        at.family(f"บ้าน {n}")
    first = list_of.page_of(at.worker, size=3)
    assert [line.title for line in first.lines] == ["บ้าน 6", "บ้าน 5", "บ้าน 4"]
    assert (first.total_known, first.pages) == (7, 3)
    last = list_of.page_of(at.worker, size=3, page=3)
    assert [line.title for line in last.lines] == ["บ้าน 0"]
    assert (last.total_known, last.pages) == (7, 3)
    assert list_of.page_of(at.worker, size=3, page=9).lines == ()
    assert list_of.page_of(at.worker, state="closed").lines == ()
    found = list_of.page_of(at.worker, text="บ้าน 4")
    assert found.lines[0].title == "บ้าน 4"
