"""Work with a family leaves entries in the chain, and nothing personal in them."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from tests import worlds

from sathana.accounts.roles import Role
from sathana.audit import chain, stored
from sathana.audit.models import Entry
from sathana.protection import keys
from sathana.registry import matching, opened
from sathana.registry.given import ConsentGiven, NameGiven
from sathana.registry.models import Family, Person
from sathana.registry.selectors import families as seen_families
from sathana.registry.selectors import persons as seen_persons
from sathana.registry.services import facts, families, kin, persons

pytestmark = pytest.mark.django_db
NUMBER = "0578990001234"
CANARIES = (
    *("บ้านกระรอกขาว", "แม่เฒ่ากระรอก", "Krarok", "กะเหรี่ยงกระรอก", NUMBER),
    *("เล่าโดยกระรอก", "1971-02-03", "พยานกระรอก", "ริมห้วยกระรอก"),
)


def test_nothing_personal_comes_into_the_chain() -> None:
    organisation = worlds.organisation()
    team = worlds.team(organisation)
    reader = worlds.reader_of(worlds.account(organisation, Role.CASEWORKER, team=team))
    family = families.open_family(
        reader=reader,
        title="บ้านกระรอกขาว",
        team_id=team.id,
        notes="ริมห้วยกระรอก",
        consent=ConsentGiven(
            who="แม่เฒ่ากระรอก",
            language="Karen",
            how="spoken",
            purposes=("record", "assess"),
            given_on=date(2026, 1, 5),
            witness="พยานกระรอก",
        ),
    )
    mother = persons.add_person(
        reader=reader,
        family_id=family.id,
        values={"group": "กะเหรี่ยงกระรอก", "contact": "ริมห้วยกระรอก"},
        names=[
            NameGiven("thai", "แม่เฒ่ากระรอก", main=True),
            NameGiven("romanised", "Krarok"),
        ],
    )
    child = persons.add_person(
        reader=reader, family_id=family.id, values={}, names=[], number=NUMBER
    )
    kin.relate(reader=reader, person_id=child.id, parent_id=mother.id, role="mother")
    facts.tell(
        reader=reader,
        person_id=mother.id,
        path="born.date",
        value="1971-02-03",
        said_by="เล่าโดยกระรอก",
    )
    keys.forget()
    seen_families.page_of(reader, text="กระรอก")
    seen_families.family(reader, family.id)
    seen_persons.person(reader, mother.id)
    matching.find(reader, "Krarok")
    matching.find(reader, NUMBER)
    opened.opened(reader, family.id)
    assert_nameless({family.audit_name}, {mother.audit_name, child.audit_name})


def assert_nameless(families: set[str], persons: set[str]) -> None:
    """See that entries name persons and families by their pseudonyms only."""
    whole = "\n".join(repr(columns) for columns, _ in stored.entries())
    found = [canary for canary in CANARIES if canary in whole]
    assert found == []
    ids = [*Family.rows.values_list("id"), *Person.rows.values_list("id")]
    assert not any(id_.hex in whole or str(id_) in whole for (id_,) in ids)
    assert {e.subject for e in Entry.objects.filter(kind="person")} == persons
    assert {e.case for e in Entry.objects.exclude(case="")} == families
    assert chain.verify(stored.entries()) is None
    assert {"family.add", "person.add", "person.view", "family.who_opened"} <= {
        entry.action for entry in Entry.objects.all()
    }


def test_a_pseudonym_stands_nowhere_in_plain() -> None:
    organisation = worlds.organisation()
    family = worlds.family(organisation)
    person = worlds.person(family)
    for table, row in (("registry_family", family), ("registry_person", person)):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT audit_name FROM {table}")
            data = bytes(cursor.fetchone()[0])
        assert row.audit_name.encode() not in data
        assert uuid.UUID(row.audit_name).bytes not in data
