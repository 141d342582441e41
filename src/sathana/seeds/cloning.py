"""Copies of a stored family: new ids, new keys, other names; the facts are the same.

A bench needs twenty thousand families, and the services make two in a second. A copy
is what the services would have written, row for row; only the audit chain does not
tell of it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import models, transaction

from sathana.protection import blind, keys
from sathana.protection.fields import Sealed
from sathana.protection.models import RecordKey
from sathana.registry import namekeys
from sathana.registry.models import (
    Assessment,
    Consent,
    Evidence,
    Fact,
    Family,
    Kinship,
    Name,
    NameKey,
    Person,
)
from sathana.registry.services import assessing
from sathana.seeds.names import of_many, romanised

MODELS: tuple[type[models.Model], ...] = (
    *(Person, Name, Evidence, Fact, Kinship, Consent, Assessment),
)
"""Rows of a family, those first to which others point."""


@dataclass
class Template:
    """A family as it is copied: each row's values, opened."""

    family: dict[str, Any]
    rows: dict[type[models.Model], list[dict[str, Any]]]


@dataclass
class Batch:
    """Copies that are written together."""

    keys: list[RecordKey] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    rows: dict[type[models.Model], list[Any]] = field(default_factory=dict)
    index: list[NameKey] = field(default_factory=list)


def template(family: Family) -> Template:
    """Read a family that is to be copied."""
    rows = {
        model: [
            _opened(row)
            for row in model._meta.base_manager.filter(family=family).order_by("pk")
        ]
        for model in MODELS
    }
    return Template(_opened(family), rows)


def _opened(row: models.Model) -> dict[str, Any]:
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}


def copy(
    source: Template, batch: Batch, chance: Random, *, team: uuid.UUID, owner: uuid.UUID
) -> None:
    """Add one copy of a family to a batch.

    Args:
        source: What is copied.
        batch: Where the copy goes.
        chance: Where the names come from.
        team: Team of the copy.
        owner: Account that counts as having recorded it.
    """
    new = _Copy(source, chance)
    values = {**new.turned(Family, source.family), "team_id": team, "made_by": owner}
    values["audit_name"] = uuid.UUID(int=chance.getrandbits(128)).hex
    values["title"] = f"{source.family['title']} {chance.randrange(10**6)}"
    family = Family(**values)
    rows = {model: new.made(model, owner) for model in MODELS}
    _mark(family, rows)
    batch.keys += new.wrapped(family.organisation_id)
    batch.families.append(family)
    for model, made in rows.items():
        batch.rows.setdefault(model, []).extend(made)
    batch.index += _index(family, rows)


class _Copy:
    """One copy while it is made: which id and which key became which."""

    def __init__(self, source: Template, chance: Random) -> None:
        self._source, self._chance = source, chance
        self._ids: dict[str, str] = {}
        self._keys: dict[uuid.UUID, uuid.UUID] = {}
        self._called = {
            values["person_id"]: of_many(chance) for values in source.rows[Name]
        }
        for values in (
            source.family,
            *(r for some in source.rows.values() for r in some),
        ):
            self._ids[str(values["id"])] = str(self._new())
            self._keys.setdefault(values["key"], self._new())

    def _new(self) -> uuid.UUID:
        return uuid.UUID(int=self._chance.getrandbits(128), version=4)

    def made(self, model: type[models.Model], owner: uuid.UUID) -> list[Any]:
        """Return the new rows of one model."""
        found = []
        for values in self._source.rows[model]:
            told = {**self.turned(model, values), "made_by": owner}
            if model is Person:
                told["audit_name"] = self._new().hex
            if model is Name:
                told["text"] = self._name(values)
            found.append(model(**told))
        return found

    def _name(self, values: Mapping[str, Any]) -> str:
        """Return a new name: other spellings are of the same one, as with people."""
        thai = self._called[values["person_id"]]
        return thai if namekeys.is_thai(values["text"]) else romanised(thai)

    def turned(
        self, model: type[models.Model], values: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the values of a row with every id and key turned into its new one."""
        found = {}
        for one in model._meta.concrete_fields:
            value = values[one.attname]
            if one.attname == "key":
                value = self._keys[value]
            elif isinstance(one, Sealed):
                value = self._deep(value)
            elif isinstance(value, uuid.UUID):
                value = uuid.UUID(self._ids.get(str(value), str(value)))
            found[one.attname] = value
        return found

    def _deep(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._ids.get(value, value)
        if isinstance(value, list):
            return [self._deep(item) for item in value]
        if isinstance(value, dict):
            return {self._deep(key): self._deep(item) for key, item in value.items()}
        return value

    def wrapped(self, organisation: uuid.UUID) -> list[RecordKey]:
        """Return the new keys as they are stored; they are open for the copy too."""
        by = keys.current(organisation)
        new = self._keys.values()
        return [keys.wrapped_anew(key, organisation, by) for key in new]


def _mark(family: Family, rows: Mapping[type[models.Model], list[Any]]) -> None:
    """Let the assessment of a copy be of the copy's own rows."""
    seen = assessing.Rows(rows[Person], rows[Fact], rows[Kinship], rows[Evidence])
    for assessment in rows[Assessment]:
        assessment.rows_mark = assessing.mark(family, seen)
        assessment.result = (
            ""  # a quarter of a megabyte: the pages timed do not read it
        )


def _index(
    family: Family, rows: Mapping[type[models.Model], list[Any]]
) -> Iterable[NameKey]:
    organisation = family.organisation_id
    values = {
        (name.person_id, blind.name_value(organisation, key))
        for name in rows[Name]
        for key in _keys_of(name.text)
    }
    return [
        NameKey(
            organisation_id=organisation,
            family_id=family.id,
            person_id=person,
            kind="name",
            value=value,
        )
        for person, value in sorted(values, key=str)
    ]


_KNOWN: dict[str, frozenset[str]] = {}


def _keys_of(name: str) -> frozenset[str]:
    """Return the keys of a name; names of the crowd come again and again."""
    if name not in _KNOWN:
        _KNOWN[name] = frozenset(namekeys.keys(name))
    return _KNOWN[name]


def write(batch: Batch) -> None:
    """Write a batch of copies in one transaction, and forget their keys."""
    with transaction.atomic():
        RecordKey.objects.bulk_create(batch.keys, batch_size=500)
        Family.rows.bulk_create(batch.families, batch_size=500)
        for model, rows in batch.rows.items():
            model._meta.base_manager.bulk_create(rows, batch_size=500)
        NameKey.objects.bulk_create(batch.index, batch_size=500)
    keys.forget()
