"""Correcting a contact that was written down wrongly; what it said before stays.

What it told of a petition is told anew, and so is what later contacts of the pathway
went on from: clocks run from the days that are right.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import inside
from sathana.casework.models import Encounter, EncounterBefore
from sathana.casework.services.encounters import (
    apart_of,
    count_again,
    keep_apart,
    tell_petition,
    values_of,
)
from sathana.casework.states import HEAD
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import (
    ConflictError,
    NotAllowedError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.services import common, facts

_OF_A_PETITION = frozenset(("on", "office", "outcome"))
"""Fields from which a petition is told."""
_TOLD_BY_CONTACTS = frozenset(
    ("pathway", "result", "office", "on", "notified", "demanded")
)
APART = ("officer_name", "money_amount", "money_by", "money_words")


@transaction.atomic
def correct(
    *,
    reader: Reader,
    encounter_id: uuid.UUID,
    version: int,
    values: Mapping[str, Any],
    reason: str = "",
) -> Encounter:
    """Correct a contact; about whom it was is not changed (take it back for that).

    Args:
        reader: Who corrects.
        encounter_id: Which contact.
        version: The version that the form saw.
        values: As ``encounters.record`` takes them, all of them; what is kept apart may
            be left out, and stays then.
        reason: Why, if told.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it, or not what is kept apart.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: It was taken back, or a value cannot be kept.
    """
    row = common.row_for(Encounter, reader, encounter_id, Action.CHANGE, Group.NOTES)
    common.require_consent(reader, row.family, "record", row.person_id)
    rows_of.unlock([row.family, row])
    _must_count(row)
    wanted = values_of(reader, values)
    reason = common.short_text("reason", reason, longest=500)
    old = {name: getattr(row, name) for name in wanted}
    apart_was = what_is_apart(row)
    apart = _apart(reader, row, values, apart_was)
    if (wanted, apart) == (old, apart_was):
        return row
    if row.version != version:
        raise ConflictError(wanted, old, row.version, row)
    _keep_before(reader, row, _changed(old, wanted), _changed(apart_was, apart), reason)
    for name, value in wanted.items():
        setattr(row, name, value)
    common.keep_changed(row, reader)
    if apart != apart_was:
        _replace_apart(reader, row, apart)
    if _OF_A_PETITION & _changed(old, wanted).keys():
        _tell_again(reader, row)
    _tell(reader, row, apart_changed=apart != apart_was)
    return inside.encounters(row.family).get(id=row.id)


def what_is_apart(row: Encounter) -> dict[str, str]:
    """Return what is kept apart of a contact; ``""`` where nothing was told."""
    officer, money = inside.officer(row), inside.money(row)
    return {
        "officer_name": officer.name if officer else "",
        "money_amount": money.amount if money else "",
        "money_by": money.by if money else "",
        "money_words": money.words if money else "",
    }


def may_change_apart(reader: Reader, row: Encounter) -> bool:
    """Say whether a reader may change what is kept apart: who sees it, or if empty."""
    if set(HEAD) <= visibility.may(reader, row.family):
        return True
    return inside.officer(row) is None and inside.money(row) is None


def _must_count(row: Encounter) -> None:
    if row.withdrawn_at is not None:
        raise UnusableValueError(
            "on",
            "การติดต่อนี้ถูกถอนแล้ว จึงแก้ไม่ได้ ถ้ายังต้องใช้ให้บันทึกเป็นครั้งใหม่",
            "This contact was taken back, so it is not changed: record it anew if it "
            "is needed.",
        )


def _apart(
    reader: Reader, row: Encounter, values: Mapping[str, Any], was: Mapping[str, str]
) -> dict[str, str]:
    given = {name: values[name] for name in APART if name in values}
    wanted = {**was, **{name: apart_of(given)[name] for name in given}}
    if wanted != was and not may_change_apart(reader, row):
        raise NotAllowedError("apart")
    return wanted


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in old.items() if new[name] != value}


def _keep_before(
    reader: Reader,
    row: Encounter,
    was: dict[str, Any],
    apart: dict[str, Any],
    reason: str,
) -> None:
    before = EncounterBefore(
        family_id=row.family_id,
        organisation_id=row.organisation_id,
        key=row.key,
        person_id=row.person_id,
        encounter=row,
        was=was,
        apart=apart,
        reason=reason,
    )
    common.keep_new(before, reader)


def _replace_apart(reader: Reader, row: Encounter, apart: Mapping[str, str]) -> None:
    for kept in (inside.officer(row), inside.money(row)):
        if kept is not None:
            kept.delete()
    keep_apart(reader, row, apart)


def _tell_again(reader: Reader, row: Encounter) -> None:
    """Tell the petitions of a pathway again, from a contact on, in their order."""
    if row.track_id is None:
        return
    rows = inside.encounters(row.family).filter(
        track_id=row.track_id, withdrawn_at=None, made_at__gte=row.made_at
    )
    ids = list(rows.order_by("made_at", "id").values_list("id", flat=True))
    more = {key: _untell(reader, row, key) for key in reversed(ids)}
    for key in ids:
        one = _fresh(row, key)
        tell_petition(reader, one, one.track)
        one.save(update_fields=["fact", "replaces"])
        _tell_more(reader, one, more[key])


def _untell(reader: Reader, row: Encounter, key: uuid.UUID) -> dict[str, Any]:
    """Take back what a contact told; return what people added to it by hand."""
    one, more = _fresh(row, key), {}
    if one.fact is not None and one.fact.withdrawn_at is None:
        told = one.fact
        rows_of.unlock([told])
        value = told.value[0] if isinstance(told.value, list) and told.value else {}
        more = {k: v for k, v in value.items() if k not in _TOLD_BY_CONTACTS}
        facts.withdraw(reader=reader, fact_id=told.id, version=told.version)
        count_again(reader, one)
    one.fact = one.replaces = None
    one.save(update_fields=["fact", "replaces"])
    return more


def _tell_more(reader: Reader, one: Encounter, more: Mapping[str, Any]) -> None:
    if one.fact is None or not more:
        return
    value = [{**more, **one.fact.value[0]}]
    facts.change_fact(
        reader=reader, fact_id=one.fact.id, version=one.fact.version, value=value
    )


def _fresh(row: Encounter, key: uuid.UUID) -> Encounter:
    """Return a contact as it stands now: telling one changes what others told."""
    rows = inside.encounters(row.family)
    found: Encounter = rows.select_related("fact", "replaces", "track__person").get(
        id=key
    )
    found.family = row.family
    rows_of.unlock([found])
    return found


def _tell(reader: Reader, row: Encounter, *, apart_changed: bool) -> None:
    common.touch(row.family, reader)
    subject = common.family_subject(row.family)
    if row.person is not None:
        rows_of.unlock([row.person])
        subject = common.person_subject(row.person, row.family)
    common.tell_chain(reader, "encounter.change", [subject], Group.NOTES)
    if apart_changed:
        common.tell_chain(reader, "encounter.apart_add", [subject], Group.NOTES)
