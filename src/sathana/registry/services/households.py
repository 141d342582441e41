"""Households and villages."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.audit.record import Subject
from sathana.registry import inside, visibility
from sathana.registry.errors import NotAllowedError, NotVisibleError, UnusableValueError
from sathana.registry.models import Family, Household, Village
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common

_TEXTS = ("village", "house", "notes")


@transaction.atomic
def keep_household(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    values: Mapping[str, Any],
    household_id: uuid.UUID | None = None,
    version: int = 0,
    id: uuid.UUID | None = None,
) -> Household:
    """Record or change who lived together: ``village, house, members, notes``.

    Args:
        reader: Who records.
        family_id: Of which family.
        values: ``members`` is a list of ``{"person": id, "from": ..., "until": ...}``.
        household_id: The one to change; ``None`` makes a new one.
        version: The version that the form saw.
        id: Minted by the form for a new one.

    Raises:
        NotVisibleError: The family or household is not there, or not for this reader.
        NotAllowedError: The reader may not change the family.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept.
    """
    action = Action.ADD if household_id is None else Action.CHANGE
    family = common.open_for(reader, family_id, action, Group.CONTACT)
    common.require_consent(reader, family, "record")
    wanted = _values(family, values)

    def make() -> Household:
        row = Household(
            id=id or uuid.uuid4(),
            family=family,
            organisation_id=family.organisation_id,
            key=family.key,
            **wanted,
        )
        common.keep_new(row, reader)
        _after(reader, family, "household.add")
        return row

    if household_id is None:
        return common.made_once(Household, id, make, within=family.id)
    row = inside.households(family).filter(id=household_id).first()
    if row is None:
        raise NotVisibleError
    if common.change(row, reader, version, wanted):
        _after(reader, family, "household.change")
    return row


@transaction.atomic
def add_village(
    *,
    reader: Reader,
    name_th: str,
    name_en: str = "",
    own_name: str = "",
    place: str = "",
    earlier: Sequence[Mapping[str, str]] = (),
    notes: str = "",
    id: uuid.UUID | None = None,
) -> Village:
    """Record a village as the organisation knows it; nothing in it is of a person.

    Raises:
        NotAllowedError: The reader may not open families, so has no use for it.
        UnusableValueError: It has no Thai name, or a value cannot be kept.
    """
    if not visibility.may_open(reader):
        raise NotAllowedError("add")
    texts = {"name_th": name_th, "name_en": name_en, "own_name": own_name}
    texts = {
        key: common.short_text(key, text, longest=120) for key, text in texts.items()
    }
    if not texts["name_th"]:
        raise UnusableValueError(
            "name_th", "ต้องมีชื่อหมู่บ้านภาษาไทย", "A village needs a Thai name."
        )
    there = Village.objects.filter(id=id).first() if id else None
    if there is not None:
        return there
    row = Village(
        id=id or uuid.uuid4(),
        organisation_id=reader.actor.organisation,
        place=common.short_text("place", place, longest=8),
        earlier=[_earlier(one) for one in earlier],
        notes=common.short_text("notes", notes),
        **texts,
    )
    row.save(force_insert=True)
    common.tell_chain(reader, "village.add", [Subject("village", str(row.id))])
    return row


def _earlier(one: Mapping[str, str]) -> dict[str, str]:
    return {
        "name": common.short_text("earlier", one.get("name", ""), longest=120),
        "from": checks.told_date("earlier", one.get("from", "")),
        "until": checks.told_date("earlier", one.get("until", "")),
    }


def _values(family: Family, values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: common.short_text(name, values[name]) for name in _TEXTS if name in values
    }
    if "members" in values:
        known = {
            str(id_) for id_ in inside.persons(family).values_list("id", flat=True)
        }
        found["members"] = [_member(one, known) for one in values["members"]]
    return found


def _member(one: Mapping[str, Any], known: set[str]) -> dict[str, str]:
    person = str(one.get("person", ""))
    if person not in known:
        raise UnusableValueError(
            "members",
            "มีชื่อที่ไม่ใช่คนในครอบครัวนี้ ให้เพิ่มเป็นบุคคลก่อน",
            "Somebody here is not of this family: add them first.",
        )
    return {
        "person": person,
        "from": checks.told_date("members", str(one.get("from", ""))),
        "until": checks.told_date("members", str(one.get("until", ""))),
    }


def _after(reader: Reader, family: Family, action: str) -> None:
    common.touch(family, reader)
    subject = common.family_subject(family)
    common.tell_chain(reader, action, [subject], Group.CONTACT)
