"""Sealed fields: closed in the database, opened at their own place only."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import connection
from tests.protection import rows

from sathana.protection import keys
from sathana.protection.crypto import SealBrokenError
from sathana.protection.fields import Ciphertext
from sathana.registry.models import Family, Name, Person

pytestmark = pytest.mark.django_db


def stored(row: Any, field: str) -> bytes | None:
    """What stands in the database."""
    name = connection.ops.quote_name
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {name(field)} FROM {name(table)} WHERE id = %s",
            [row.id.hex if connection.vendor == "sqlite" else row.id],
        )
        (value,) = cursor.fetchone()
    return None if value is None else bytes(value)


def put(row: Any, field: str, value: bytes | None) -> None:
    """Write bytes past every model, as a thief with the file would."""
    wrapped = None if value is None else Ciphertext(value)
    type(row).rows.filter(id=row.id).update(**{field: wrapped})


def test_values_come_back_as_they_went() -> None:
    family = rows.family(rows.organisation(), "บ้านในหุบเขา")
    for value in ("", "ข้อความ", [], ["lhu", "th"], {"a": [1, None]}, 0, False):
        person = rows.person(family, notes=value)
        assert Person.rows.get(id=person.id).notes == value
    assert Person.rows.get(id=rows.person(family, notes=None).id).notes is None


def test_nothing_is_opened_before_it_is_read() -> None:
    person = rows.person(rows.family(rows.organisation()), notes="ลับ")
    again = Person.rows.get(id=person.id)
    assert isinstance(again.__dict__["notes"], Ciphertext)
    assert again.notes == "ลับ"
    assert "ลับ".encode() not in (stored(person, "notes") or b"")


def test_what_was_not_opened_is_saved_as_it_was() -> None:
    person = rows.person(rows.family(rows.organisation()), notes="ลับ", needs="x")
    before = stored(person, "notes")
    again = Person.rows.get(id=person.id)
    again.needs = "y"
    again.save()
    assert stored(person, "notes") == before
    assert Person.rows.get(id=person.id).needs == "y"


def test_the_same_value_is_stored_differently_each_time() -> None:
    family = rows.family(rows.organisation())
    persons = [rows.person(family, notes="ซ้ำ") for _ in range(5)]
    assert len({stored(one, "notes") for one in persons}) == 5


def test_sealed_values_are_no_question() -> None:
    rows.person(rows.family(rows.organisation()), "สมหวัง")
    with pytest.raises(TypeError, match="sealed"):
        Name.rows.filter(text="สมหวัง").exists()
    with pytest.raises(TypeError, match="sealed"):
        Name.rows.update(text="ใหม่")


def test_lists_are_not_shared() -> None:
    one, other = Person(), Person()
    one.languages.append("lhu")
    assert other.languages == []


def swaps(chance: random.Random, people: list[Person]) -> tuple[Any, str, bytes]:
    """Choose a ciphertext and another place: row, field, table or key."""
    fields = ("label", "group", "contact", "notes", "needs", "languages")
    source, target = chance.sample(people, 2)
    from_field, to_field = chance.choice(fields), chance.choice(fields)
    kind = chance.randrange(4)
    if kind == 0:  # Another row, with the same field.
        return target, from_field, stored(source, from_field) or b""
    if kind == 1 and from_field != to_field:  # Another field of the same row.
        return source, to_field, stored(source, from_field) or b""
    if kind == 2:  # Another table, even under the same key.
        name = Name.rows.get(person=source)
        return name, "text", stored(source, from_field) or b""
    family = Family.rows.get(id=source.family_id)  # Another table and another key.
    return source, to_field, stored(family, "title") or b""


def test_no_ciphertext_opens_at_another_place(campaign: bool) -> None:
    chance = random.Random(17)
    families = [rows.family(rows.organisation(), f"บ้าน {n}") for n in range(2)]
    people = [
        rows.person(
            families[n % 2], f"คนที่ {n}", notes=f"n{n}", contact=f"c{n}", needs=f"d{n}",
            label=f"P{n}", group=f"g{n}", languages=[f"l{n}"],
        )
        for n in range(8)
    ]  # fmt: skip
    accepted = 0
    for _ in range(10_000 if campaign else 300):
        row, field, moved = swaps(chance, people)
        before = stored(row, field)
        put(row, field, moved)
        again = type(row).rows.get(id=row.id)
        try:
            getattr(again, field)
            accepted += 1
        except SealBrokenError:
            pass
        put(row, field, before)
    assert accepted == 0
    again = Person.rows.get(id=people[3].id)
    assert (again.notes, again.languages) == ("n3", ["l3"])


def test_a_row_moved_to_another_key_does_not_open() -> None:
    """A thief who may write cannot make a record's values open under his own key."""
    family = rows.family(rows.organisation())
    one, other = rows.person(family, notes="ลับ"), rows.person(family, notes="อื่น")
    Person.rows.filter(id=one.id).update(key=other.key)
    with pytest.raises(SealBrokenError):
        Person.rows.get(id=one.id).notes  # noqa: B018


def test_wrapped_keys_do_not_open_for_another_record() -> None:
    from sathana.protection.models import RecordKey

    family = rows.family(rows.organisation())
    one, other = rows.person(family), rows.person(family)
    wrapped = RecordKey.objects.get(id=one.key).wrapped
    RecordKey.objects.filter(id=other.key).update(wrapped=wrapped)
    keys.forget_all()
    with pytest.raises(SealBrokenError):
        keys.of_record(other.key)
