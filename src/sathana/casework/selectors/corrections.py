"""What the form of a correction shows at first, and what a contact said before."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sathana.accounts.decide import Action, Group
from sathana.casework import inside, refusals, showing
from sathana.casework.models import Encounter, EncounterBefore
from sathana.casework.selectors import cases
from sathana.casework.services.correcting import (
    APART,
    may_change_apart,
    what_is_apart,
)
from sathana.casework.states import HEAD, Text
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.web.dates import show

FIELDS: Mapping[str, Text] = {
    "on": {"th": "วันที่", "en": "Day"},
    "office": {"th": "สำนักงาน", "en": "Office"},
    "outcome": {"th": "ผล", "en": "What came of it"},
    "codes": {"th": "เหตุที่อ้าง", "en": "Reasons given"},
    "channel": {"th": "ติดต่อทาง", "en": "How"},
    "place": {"th": "อำเภอ", "en": "District"},
    "role": {"th": "ตำแหน่งเจ้าหน้าที่", "en": "Role of the officer"},
    "said": {"th": "เขาพูดว่า", "en": "What was said"},
    "asked": {"th": "เขาขอ", "en": "What was asked for"},
    "papers": {"th": "เอกสารที่ได้", "en": "Paper received"},
    "companions": {"th": "ใครไปด้วย", "en": "Who came along"},
    "officer_name": {"th": "ชื่อเจ้าหน้าที่", "en": "Officer’s name"},
    "money_amount": {"th": "เงินที่ถูกเรียก", "en": "Money asked for"},
    "money_by": {"th": "ใครเรียก", "en": "By whom"},
    "money_words": {"th": "คำพูดที่ใช้", "en": "The words"},
}
_CODES: Mapping[str, Mapping[str, Text]] = {
    "outcome": refusals.OUTCOMES,
    "channel": refusals.CHANNELS,
    "codes": refusals.REFUSALS,
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: who made it, when, why, and what stood there before.

    Attributes:
        was: Label and old value of each field, a text in both languages.
    """

    by: str
    at: datetime
    reason: str
    was: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """What the form shows at first.

    Attributes:
        apart: Whether the form asks for what is kept apart.
    """

    family_id: uuid.UUID
    family_title: str
    called: str
    values: Mapping[str, Any]
    apart: bool


def start(reader: Reader, encounter_id: uuid.UUID) -> Start:
    """Return the values of a contact for its form.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
    """
    row, sight = _opened(reader, encounter_id)
    if Action.CHANGE not in sight.may:
        raise NotAllowedError("no_line")
    apart = may_change_apart(reader, row)
    values = {name: getattr(row, name) for name in FIELDS if name not in APART}
    values["on"] = date.fromisoformat(row.on)
    if apart:
        values |= what_is_apart(row)
    names = showing.names_of({row.family: sight}, reader.actor.organisation)
    cases.tell(reader, row.family, sight, "encounter.view")
    if apart and any(values[name] for name in APART):
        cases.tell(reader, row.family, sight, "encounter.apart_view")
    return Start(
        row.family_id,
        row.family.title if sight.sees(Group.OUTLINE) else "",
        names.person(row.person_id),
        {**values, "version": row.version},
        apart,
    )


def history(reader: Reader, encounter_id: uuid.UUID) -> tuple[Correction, ...]:
    """Return what a contact said before each correction, the newest first.

    What was kept apart is shown to those who see what is kept apart now.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    row, sight = _opened(reader, encounter_id)
    rows = list(inside.before(row))
    rows_of.unlock(rows)
    head = set(HEAD) <= sight.may
    if head and any(one.apart for one in rows):
        cases.tell(reader, row.family, sight, "encounter.apart_view")
    names = showing.names_of({row.family: sight}, reader.actor.organisation)
    return tuple(_shown(one, names, head=head) for one in rows)


def _opened(reader: Reader, encounter_id: uuid.UUID) -> tuple[Encounter, Sight]:
    rows = Encounter.objects.visible_to(reader).select_related("family")
    row = rows.filter(id=encounter_id).first()
    if row is None:
        raise NotVisibleError
    sight = seeing.of_family(reader, row.family)
    if not sight.sees(Group.NOTES):
        raise NotVisibleError
    rows_of.unlock([row.family, row])
    return row, sight


def _shown(row: EncounterBefore, names: showing.Names, *, head: bool) -> Correction:
    was = {**row.was, **(row.apart if head else {})}
    told = tuple(
        (title, _words(name, was[name]))
        for name, title in FIELDS.items()
        if name in was
    )
    return Correction(names.worker(row.made_by), row.made_at, row.reason, told)


def _words(name: str, value: Any) -> Text:
    """Say an old value in words."""
    if name == "on":
        day = show(date.fromisoformat(value))
        return {"th": day, "en": day}
    known = _CODES.get(name, {})
    many = value if isinstance(value, list) else [value]
    both = [known.get(one, {"th": str(one), "en": str(one)}) for one in many if one]
    return {
        language: ", ".join(one[language] for one in both) or "–"
        for language in ("th", "en")
    }
