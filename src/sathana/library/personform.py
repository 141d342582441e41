"""The plain form of one person: what it shows, and what saving it changes.

Fields are texts by name. Only a field that was changed changes the family: the grade
and source of a fact that the form leaves alone are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.facts.model import CaseFile, Event, Happened, Parent, Person, Told, Value
from sathana.logic.truth import Truth
from sathana.text import normalise
from sathana.web.dateform import fields_of, read_date

EVENT_KEYS = ("parents_marriage", "entered", "died")
CODE_KEYS = ("sex", "born.country", "thai", "father", "mother")
NOT_TOLD = ""
KEPT = "kept"
"""Value of a choice that stands for more than the form can show; it is left alone."""


def shown(person: Person) -> dict[str, str]:
    """Return the fields as the form shows them for one person."""
    fields = {"name": next((text for text in person.name.values() if text), "")}
    for key in CODE_KEYS:
        fields[key] = _code(person.told.get(key))
    _show_date(fields, "born.date", _span(person.told.get("born.date")))
    for key in EVENT_KEYS:
        told = person.told.get(key)
        fields[key] = _happened(told)
        event = told.value if told else None
        on = event.on if isinstance(event, Event) and fields[key] == "yes" else None
        _show_date(fields, key, on)
    return fields


def _show_date(fields: dict[str, str], key: str, span: DateSpan | None) -> None:
    parts = fields_of(span)
    fields |= {
        f"{key}-day": parts.day,
        f"{key}-month": parts.month,
        f"{key}-year": parts.year,
    }


def _span(told: Told | None) -> DateSpan | None:
    return told.value if told and isinstance(told.value, DateSpan) else None


def _code(told: Told | None) -> str:
    """Return the word of a simple fact: empty when not told."""
    if told is None:
        return NOT_TOLD
    if told.value is None:
        return KEPT if told.others else "unknown"
    if isinstance(told.value, Truth | Parent):
        return str(told.value.value)
    return told.value if isinstance(told.value, str) else KEPT


def _happened(told: Told | None) -> str:
    if told is None:
        return NOT_TOLD
    if told.value is None:
        return KEPT if told.others else "unknown"
    return told.value.happened.value if isinstance(told.value, Event) else KEPT


def save(case: CaseFile, person_id: str, form: Mapping[str, str]) -> CaseFile:
    """Return the family with the changed fields of one person told anew.

    Raises:
        FormError: A date cannot be read.
    """
    person = case.persons[person_id]
    before, told = shown(person), dict(person.told)
    for key in (*CODE_KEYS, *EVENT_KEYS, "born.date"):
        names = [n for n in before if n == key or n.startswith(f"{key}-")]
        if all(form.get(name, "").strip() == before[name] for name in names):
            continue
        _set(told, key, form, case)
    name = normalise(form.get("name", "")).strip()[:80]
    given = person.name
    if name != before["name"]:
        given = {"th": name} if name else {}
    changed = replace(person, told=told, name=given)
    return replace(case, persons={**case.persons, person_id: changed})


def _set(
    told: dict[str, Told], key: str, form: Mapping[str, str], case: CaseFile
) -> None:
    """Tell one fact from its fields; an empty field takes the fact away."""
    chosen = form.get(key, "")
    if chosen == KEPT:
        return
    if key == "born.date":
        span = read_date(form, key)
        if span is not None:
            told[key] = Told(span)
        else:
            told.pop(key, None)
        return
    if chosen == NOT_TOLD:
        told.pop(key, None)
        return
    told[key] = Told(_value(key, chosen, form, case))


def _value(key: str, chosen: str, form: Mapping[str, str], case: CaseFile) -> Value:
    if chosen == "unknown" and key not in ("father", "mother"):
        return None
    if key in EVENT_KEYS:
        if chosen == "never":
            return Event(Happened.NEVER)
        return Event(Happened.YES, read_date(form, key) or UNKNOWN_DAY)
    if key == "thai":
        return Truth(chosen)
    if key in ("father", "mother") and chosen not in case.persons:
        return Parent(chosen)
    return chosen
