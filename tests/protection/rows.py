"""Rows for the tests of protection: an organisation, a family, persons."""

from __future__ import annotations

import secrets
import uuid
from typing import Any

from sathana.accounts.models import Organisation
from sathana.protection import keys
from sathana.registry.models import Family, Name, NameKey, Person


def organisation() -> Organisation:
    """Store an organisation."""
    return Organisation.objects.create(name_th="องค์กรสมมติ")


def family(of: Organisation, title: str = "บ้านสมมติ") -> Family:
    """Store a family under a key of its own."""
    made: Family = Family.rows.create(
        organisation=of,
        key=keys.new_record_key(of.id),
        title=title,
        notes="",
        audit_name=secrets.token_hex(16),
    )
    return made


def person(of: Family, name: str = "สมมติ ใจดี", **values: Any) -> Person:
    """Store a person with a name, under a key of its own."""
    key = keys.new_record_key(of.organisation_id)
    made: Person = Person.rows.create(
        organisation=of.organisation,
        family=of,
        key=key,
        audit_name=secrets.token_hex(16),
        **values,
    )
    Name.rows.create(
        organisation=of.organisation,
        family=of,
        key=key,
        person=made,
        kind="thai",
        text=name,
        main=True,
    )
    return made


def name_key(of: Person, value: int) -> NameKey:
    """Store an entry of the blind index."""
    made: NameKey = NameKey.objects.create(
        organisation=of.organisation, person=of, kind="name", value=value
    )
    return made


def random_ids(count: int) -> list[uuid.UUID]:
    """Return ids that nothing has."""
    return [uuid.uuid4() for _ in range(count)]
