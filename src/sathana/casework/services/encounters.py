"""Recording a contact with an office; what it tells of a petition is told as a fact."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import inside
from sathana.casework.clocks import demanded, petition
from sathana.casework.models import (
    Case,
    CasePathway,
    Encounter,
    MoneyAsked,
    OfficerName,
)
from sathana.casework.refusals import CHANNELS, OUTCOMES, REFUSALS
from sathana.casework.services import shared
from sathana.registry import inside as rows_of
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Fact, Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import common, facts

_TEXTS = {
    **dict.fromkeys(("said", "asked", "papers"), common.LONGEST),
    **dict.fromkeys(("office", "role", "companions"), 300),
    "place": 8,
}
_APART = {"officer_name": 200, "money_amount": 40, "money_by": 300, "money_words": 2000}


@transaction.atomic
def record(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    values: Mapping[str, Any],
    id: uuid.UUID | None = None,
) -> Encounter:
    """Record a contact with an office.

    Args:
        reader: Who records.
        family_id: Of which family.
        values: ``on`` (a day), ``office``, ``outcome`` and, if told, ``channel``,
            ``place``, ``role``, ``codes``, ``said``, ``asked``, ``papers``,
            ``companions``, ``track_id`` or ``person_id`` or ``case_id``; kept apart:
            ``officer_name``, ``money_amount``, ``money_by``, ``money_words``.
        id: Minted by the form: the same id twice is one contact.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not add to it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    family = common.open_for(reader, family_id, Action.ADD, Group.NOTES)
    track, person = _about(family, values)
    about = person.id if person else None
    common.require_consent(reader, family, "record", about)
    wanted, apart = values_of(reader, values), apart_of(values)
    rows_of.unlock([family], [person] if person else [])

    def make() -> Encounter:
        row = Encounter(
            id=id or uuid.uuid4(),
            family=family,
            organisation_id=family.organisation_id,
            key=person.key if person else family.key,
            case=track.case if track else _case(family, values),
            track=track,
            person=person,
            **wanted,
        )
        tell_petition(reader, row, track)
        common.keep_new(row, reader)
        keep_apart(reader, row, apart)
        _tell(reader, family, person, apart)
        return row

    return common.made_once(Encounter, id, make, within=family.id)


@transaction.atomic
def take_back(*, reader: Reader, encounter_id: uuid.UUID, version: int) -> Encounter:
    """Take a contact back that was recorded wrongly: it stays, and counts no more.

    The petition that it told is withdrawn; where it had gone on from an earlier one,
    that one counts again.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else took it back meanwhile.
    """
    row = common.row_for(Encounter, reader, encounter_id, Action.CHANGE, Group.NOTES)
    if row.withdrawn_at is not None:
        return row
    common.same_version(row, version)
    rows_of.unlock([row.family, row])
    row.withdrawn_at = reader.now
    if row.fact is not None and row.fact.withdrawn_at is None:
        told = row.fact
        facts.withdraw(reader=reader, fact_id=told.id, version=told.version)
        count_again(reader, row)
    common.keep_changed(row, reader)
    common.touch(row.family, reader)
    subject = common.family_subject(row.family)
    common.tell_chain(reader, "encounter.withdraw", [subject], Group.NOTES)
    return row


def count_again(reader: Reader, row: Encounter) -> None:
    """Tell the earlier petition again, from the contact that had told it."""
    earlier = row.replaces
    if earlier is None:
        return
    fact = _attempt(reader, earlier.person_id, earlier.value)
    inside.encounters(row.family).filter(fact=earlier).update(fact=fact)


def _about(
    family: Family, values: Mapping[str, Any]
) -> tuple[CasePathway | None, Person | None]:
    """Return which pathway and person it was about; none: the whole family."""
    track = inside.track_of(family, values.get("track_id"))
    if track is not None:
        return track, track.person
    person = values.get("person_id")
    return None, shared.person_of(family, person, "about") if person else None


def _case(family: Family, values: Mapping[str, Any]) -> Case | None:
    case = values.get("case_id")
    return inside.cases(family).filter(id=case).first() if case else None


def values_of(reader: Reader, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a contact says, checked.

    Raises:
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    on = values.get("on")
    if not isinstance(on, date):
        raise UnusableValueError("on", "บอกวันที่ติดต่อ", "Say on which day it was.")
    today = common.thai_day(reader.now)
    if on > today:
        raise UnusableValueError(
            "on",
            f"วันที่ {on} ยังมาไม่ถึง บันทึกได้เฉพาะสิ่งที่เกิดแล้ว เพราะกำหนดเวลานับจากวันนี้",
            f"{on} is still to come: record what has happened, as time limits are "
            "counted from this day.",
        )
    found: dict[str, Any] = {
        name: common.short_text(name, values.get(name, ""), longest=longest)
        for name, longest in _TEXTS.items()
    }
    if not found["office"]:
        raise UnusableValueError(
            "office", "บอกว่าติดต่อสำนักงานไหน", "Say which office it was."
        )
    outcome = common.one_of("outcome", values.get("outcome", ""), tuple(OUTCOMES))
    channel = common.one_of("channel", values.get("channel", "visit"), tuple(CHANNELS))
    codes = [
        common.one_of("codes", one, tuple(REFUSALS)) for one in values.get("codes", ())
    ]
    on_text = on.isoformat()
    return {**found, "on": on_text, "outcome": outcome, "channel": channel} | {
        "codes": sorted(set(codes), key=list(REFUSALS).index)
    }


def apart_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Return what is kept apart: the officer's name, and money that was asked for."""
    return {
        name: common.short_text(name, values.get(name, ""), longest=longest)
        for name, longest in _APART.items()
    }


def keep_apart(reader: Reader, row: Encounter, apart: Mapping[str, str]) -> None:
    """Keep the officer's name and the money in tables of their own."""
    of_row = {
        "family_id": row.family_id,
        "organisation_id": row.organisation_id,
        "key": row.key,
        "person_id": row.person_id,
        "encounter": row,
    }
    if apart["officer_name"]:
        name = OfficerName(**of_row, name=apart["officer_name"])
        common.keep_new(name, reader)
    if any(apart[name] for name in ("money_amount", "money_by", "money_words")):
        money = MoneyAsked(
            **of_row,
            amount=apart["money_amount"],
            by=apart["money_by"],
            words=apart["money_words"],
        )
        common.keep_new(money, reader)


def tell_petition(reader: Reader, row: Encounter, track: CasePathway | None) -> None:
    """Tell the petition of a contact as a fact, so that its clocks run.

    A petition that was received and is decided now is one petition: what the earlier
    contact told is withdrawn, its day of filing kept.
    """
    if track is None:
        return
    rows_of.unlock([track])
    told = _petition(row, track, _pending(row.family, track, row.outcome))
    if told is None:
        return
    value, row.replaces = told
    if row.replaces is not None:
        fact = row.replaces
        facts.withdraw(reader=reader, fact_id=fact.id, version=fact.version)
    row.fact = _attempt(reader, track.person_id, [value])


def _attempt(reader: Reader, person_id: uuid.UUID, value: list[Any]) -> Fact:
    return facts.tell(reader=reader, person_id=person_id, path="attempts", value=value)


def _petition(
    row: Encounter, track: CasePathway, pending: Fact | None
) -> tuple[dict[str, Any], Fact | None] | None:
    """Return what a contact tells of a petition, and the fact that it replaces."""
    earlier = pending.value[0] if pending is not None else {}
    if row.outcome == "letter_in":
        return (demanded(earlier, row.on), pending) if earlier else None
    told = petition(
        track.pathway, row.office, row.outcome, row.on, str(earlier.get("on", ""))
    )
    if told is None:
        return None
    if earlier and "demanded" in earlier:
        told = demanded(told, earlier["demanded"])
    return told, pending


_GOES_ON = {
    "received": ("no_receipt",),
    "refused": ("received", "no_receipt"),
    "approved": ("received", "no_receipt"),
    "letter_in": ("received", "no_receipt", "not_received"),
}
"""Which earlier outcomes an outcome goes on from: it is the same petition."""


def _pending(family: Family, track: CasePathway, outcome: str) -> Fact | None:
    """Return the petition, told by an earlier contact, that this one goes on from."""
    rows = inside.encounters(family).filter(track=track, withdrawn_at=None)
    rows = rows.filter(fact__withdrawn_at=None)
    for row in rows.exclude(fact=None).select_related("fact"):
        earlier = row.outcome
        if earlier == "letter_in" or earlier in _GOES_ON.get(outcome, ()):
            fact = row.fact
            return fact if outcome in _GOES_ON and _is_petition(fact) else None
    return None


def _is_petition(fact: Fact | None) -> bool:
    value = fact.value if fact is not None else None
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict)


def _tell(
    reader: Reader, family: Family, person: Person | None, apart: Mapping[str, str]
) -> None:
    common.touch(family, reader)
    subject = common.family_subject(family)
    if person is not None:
        subject = common.person_subject(person, family)
    common.tell_chain(reader, "encounter.add", [subject], Group.NOTES)
    if any(apart.values()):
        common.tell_chain(reader, "encounter.apart_add", [subject], Group.NOTES)
