"""Changes of a family: every change makes a new case file, nothing is kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sathana.calendars.iso import from_text
from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.facts.model import (
    CaseFile,
    Certificate,
    Event,
    Happened,
    Order,
    Parent,
    Spell,
    Told,
    Value,
)
from sathana.library import kinfolk
from sathana.library.choices import ANSWERED_BY, LISTS, TRUTHS, asking
from sathana.logic.truth import Truth
from sathana.text import normalise
from sathana.vocabulary.codes import ORDER_KINDS
from sathana.web.dateform import FormError, read_date
from sathana.web.languages import Text

NO_CHOICE: Text = {
    "th": "ยังไม่ได้เลือกคำตอบ เลือกปุ่มใดปุ่มหนึ่ง หรือกด “ไม่รู้”",
    "en": "No answer was chosen. Press one of the buttons, or “Don’t know”.",
}
NO_TEXT: Text = {
    "th": "ยังไม่ได้พิมพ์คำตอบ พิมพ์เท่าที่รู้ หรือกด “ไม่รู้”",
    "en": "Nothing was typed. Type what you know, or press “Don’t know”.",
}
NO_DATE: Text = {
    "th": "ใส่ปีเกิดอย่างน้อยหนึ่งช่อง หรือกด “ไม่รู้”",
    "en": "Give at least the year of birth, or press “Don’t know”.",
}


def tell(case: CaseFile, person: str, key: str, value: Value) -> CaseFile:
    """Return the family with one fact told; ``None`` tells it as unknown."""
    who = case.persons[person]
    told = {**who.told, key: Told(value)}
    return kinfolk.with_person(case, replace(who, told=told))


def forget(case: CaseFile, person: str, key: str) -> CaseFile:
    """Return the family with one fact not told at all."""
    who = case.persons[person]
    told = {name: value for name, value in who.told.items() if name != key}
    return kinfolk.with_person(case, replace(who, told=told))


def answer(
    case: CaseFile, person: str, key: str, at: str, form: Mapping[str, str]
) -> CaseFile:
    """Return the family with a question answered.

    Args:
        case: The family.
        person: Whose fact it is.
        key: The fact.
        at: The day the question was about, ISO; ``""`` for none.
        form: ``choice`` and the fields that went with it.

    Raises:
        FormError: The answer cannot be taken; its text says why.
    """
    key = ANSWERED_BY.get(key, key)
    choice = form.get("choice", "")
    how = asking(key)
    if choice == "unknown":
        return tell(case, person, key, None)
    if how.form == "date":
        return tell(case, person, key, _birth(form))
    if how.form == "text":
        return tell(case, person, key, _typed(form))
    if choice not in {c.value for c in how.choices} and how.form != "orders":
        raise FormError(NO_CHOICE)
    if key in ("father", "mother"):
        return _parent(case, person, key, choice)
    return tell(case, person, key, _value(case, person, key, choice, at, form))


def _birth(form: Mapping[str, str]) -> DateSpan:
    born = read_date(form, "on")
    if born is None:
        raise FormError(NO_DATE)
    return born


def _typed(form: Mapping[str, str]) -> str:
    text = normalise(form.get("typed", "")).strip()
    if not text:
        raise FormError(NO_TEXT)
    return text[:100]


def _value(
    case: CaseFile,
    person: str,
    key: str,
    choice: str,
    at: str,
    form: Mapping[str, str],
) -> Value:
    form_of = asking(key).form
    if choice == "none" and (key in LISTS or form_of == "spell"):
        return ()
    if form_of == "spell":
        return (*_spells(case, person, key), _spell(key, choice, at, form))
    if form_of == "event":
        return _event(choice, form)
    if form_of == "certificate":
        return _certificate(choice, form)
    if form_of == "orders":
        return _orders(case, person, choice, form)
    if key == "thai" and at:
        return (*_spells(case, person, key), _on_that_day(Truth(choice), at))
    return Truth(choice) if key in TRUTHS else choice


def _event(choice: str, form: Mapping[str, str]) -> Event:
    if choice == "never":
        return Event(Happened.NEVER)
    relative = form.get("relative", "")
    told = relative if relative in ("before_birth", "after_birth") else None
    return Event(Happened.YES, read_date(form, "on") or UNKNOWN_DAY, told)


def _certificate(choice: str, form: Mapping[str, str]) -> Certificate:
    if choice == "never":
        return Certificate(Event(Happened.NEVER))
    by = form.get("by", "unknown")
    kept = form.get("kept", "")
    return Certificate(
        taken=Event(Happened.YES, read_date(form, "on") or UNKNOWN_DAY),
        by=by if by in ("self", "parent") else "unknown",
        voluntary=_truth(form.get("voluntary", "")),
        kept_until=Event(Happened.NEVER if kept == "still" else Happened.UNKNOWN),
    )


def _truth(word: str) -> Truth:
    return Truth(word) if word in ("yes", "no") else Truth.UNKNOWN


def _orders(
    case: CaseFile, person: str, choice: str, form: Mapping[str, str]
) -> tuple[Order, ...]:
    if choice == "none":
        return ()
    kind = form.get("kind", "")
    if kind not in ORDER_KINDS:
        raise FormError(NO_CHOICE)
    told = case.persons[person].told.get("orders")
    before = told.value if told and isinstance(told.value, tuple) else ()
    kept = [order for order in before if isinstance(order, Order)]
    return (*kept, Order(kind, read_date(form, "on") or UNKNOWN_DAY))


def _spells(case: CaseFile, person: str, key: str) -> tuple[Spell, ...]:
    told = case.persons[person].told.get(key)
    spells = told.value if told and isinstance(told.value, tuple) else ()
    return tuple(spell for spell in spells if isinstance(spell, Spell))


def _on_that_day(truth: Truth, at: str) -> Spell:
    begin, end = _day_only(at)
    return Spell(begin=begin, end=end, truth=truth)


def _day_only(at: str) -> tuple[DateSpan, DateSpan]:
    """Return the span that holds the day asked about and, as told, nothing more."""
    asked = from_text(at)
    after = asked.latest + 1
    return DateSpan(asked.earliest, asked.earliest), DateSpan(after, after)


def _spell(key: str, choice: str, at: str, form: Mapping[str, str]) -> Spell:
    """Make a spell: of the days told, else of the day asked about, else all along."""
    begin, end = read_date(form, "from"), read_date(form, "until")
    if at and not (begin or end) and not form.get("always"):
        begin, end = _day_only(at)
    kind = choice if key in ("stay", "registers") else ""
    return Spell(kind=kind, begin=begin, end=end)


def _parent(case: CaseFile, child: str, which: str, choice: str) -> CaseFile:
    if choice == "unidentifiable":
        return tell(case, child, which, Parent.UNIDENTIFIABLE)
    return kinfolk.add_parent(case, child, which)
