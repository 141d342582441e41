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
    Person,
    Spell,
    Told,
    Value,
)
from sathana.library.choices import ANSWERED_BY, TRUTHS, asking
from sathana.library.dateform import FormError, read_date
from sathana.library.people import parent_id, parents
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import ORDER_KINDS
from sathana.web.languages import Text

MOST_PERSONS = 60
TOO_MANY: Text = {
    "th": f"ครอบครัวนี้มี {MOST_PERSONS} คนแล้ว หน้านี้รับได้เท่านี้ "
    "ครอบครัวที่ใหญ่กว่านี้ให้แบ่งเป็นหลายแฟ้ม",
    "en": f"This family has {MOST_PERSONS} persons, as many as this page takes. Split a "
    "larger family into several files.",
}
NO_CHOICE: Text = {
    "th": "ยังไม่ได้เลือกคำตอบ เลือกปุ่มใดปุ่มหนึ่ง หรือกด “ไม่รู้”",
    "en": "No answer was chosen. Press one of the buttons, or “Don’t know”.",
}
NO_DATE: Text = {
    "th": "ใส่ปีเกิดอย่างน้อยหนึ่งช่อง หรือกด “ไม่รู้”",
    "en": "Give at least the year of birth, or press “Don’t know”.",
}


def tell(case: CaseFile, person: str, key: str, value: Value) -> CaseFile:
    """Return the family with one fact told; ``None`` tells it as unknown."""
    who = case.persons[person]
    told = {**who.told, key: Told(value)}
    return _with(case, replace(who, told=told))


def forget(case: CaseFile, person: str, key: str) -> CaseFile:
    """Return the family with one fact not told at all."""
    who = case.persons[person]
    told = {name: value for name, value in who.told.items() if name != key}
    return _with(case, replace(who, told=told))


def _with(case: CaseFile, person: Person) -> CaseFile:
    return replace(case, persons={**case.persons, person.id: person})


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
    if key == "born.date":
        born = read_date(form, "on")
        if born is None:
            raise FormError(NO_DATE)
        return tell(case, person, key, born)
    if choice not in {c.value for c in how.choices} and how.form != "orders":
        raise FormError(NO_CHOICE)
    if key in ("father", "mother"):
        return _parent(case, person, key, choice)
    if how.form == "spell":
        return _add_spell(case, person, key, choice, at, form)
    return tell(case, person, key, _value(case, person, key, choice, at, form))


def with_parents(
    case: CaseFile, person: str, links: tuple[str, ...]
) -> tuple[CaseFile, str]:
    """Return the family with the named parents in it, and the last one's id.

    Args:
        case: The family.
        person: From whom to climb.
        links: ``father`` or ``mother``, one for each step up.

    Raises:
        FormError: The family is as large as the page takes.
    """
    for link in links:
        known = parent_id(case.persons[person], link)
        if known is None:
            before = set(case.persons)
            case = add_parent(case, person, link)
            known = next(key for key in case.persons if key not in before)
        person = known
    return case, person


def _value(
    case: CaseFile,
    person: str,
    key: str,
    choice: str,
    at: str,
    form: Mapping[str, str],
) -> Value:
    form_of = asking(key).form
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


def _add_spell(
    case: CaseFile,
    person: str,
    key: str,
    choice: str,
    at: str,
    form: Mapping[str, str],
) -> CaseFile:
    """Add a spell: for the days told, else for the day asked about, else all along."""
    begin, end = read_date(form, "from"), read_date(form, "until")
    if at and not (begin or end) and not form.get("always"):
        begin, end = _day_only(at)
    kind = choice if key in ("stay", "registers") else ""
    spell = Spell(kind=kind, begin=begin, end=end)
    return tell(case, person, key, (*_spells(case, person, key), spell))


def _parent(case: CaseFile, child: str, which: str, choice: str) -> CaseFile:
    if choice == "unidentifiable":
        return tell(case, child, which, Parent.UNIDENTIFIABLE)
    return add_parent(case, child, which)


def add_parent(case: CaseFile, child: str, which: str) -> CaseFile:
    """Return the family with a new father or mother of one person.

    Raises:
        FormError: The family is as large as the page takes.
    """
    new = _new_id(case, child, "F" if which == "father" else "M")
    sex = "male" if which == "father" else "female"
    case = _with(case, Person(new, {"sex": Told(sex)}))
    return tell(case, child, which, new)


def add_child(case: CaseFile, parent: str) -> CaseFile:
    """Return the family with a new child of one person, whose sex says which parent.

    Raises:
        FormError: The family is as large as the page takes.
    """
    new = _new_id(case, "", "C")
    told = case.persons[parent].told.get("sex")
    which = "father" if told and told.value == "male" else "mother"
    return _with(case, Person(new, {which: Told(parent)}))


def add_sibling(case: CaseFile, person: str) -> CaseFile:
    """Return the family with a new brother or sister: the same parents.

    Raises:
        FormError: The family is as large as the page takes.
    """
    new = _new_id(case, "", "S")
    keys = ("father", "mother", "parents_marriage")
    own = case.persons[person].told
    return _with(case, Person(new, {key: own[key] for key in keys if key in own}))


def remove(case: CaseFile, person: str) -> CaseFile:
    """Return the family without one person, and without mention of that person."""
    if len(case.persons) == 1 or person not in case.persons:
        return case
    left = {key: _without(who, person) for key, who in case.persons.items()}
    del left[person]
    expect = {key: value for key, value in case.expect.items() if key != person}
    return replace(case, persons=left, expect=expect)


def _without(who: Person, gone: str) -> Person:
    told = dict(who.told)
    for letter, parent in parents(who):
        if parent == gone:
            del told["father" if letter == "f" else "mother"]
    for key, name in (("marriages", "to"), ("adopted", "by")):
        entries = told[key].value if key in told else None
        if isinstance(entries, tuple):
            kept = tuple(e for e in entries if getattr(e, name) != gone)
            told[key] = replace(told[key], value=kept)
    return replace(who, told=told)


def _new_id(case: CaseFile, child: str, letter: str) -> str:
    """Return a free id: ``M`` for the mother of P, ``MM`` for hers, else a number."""
    if len(case.persons) >= MOST_PERSONS:
        raise FormError(TOO_MANY)
    stem = letter if child in ("", "P") else f"{child}{letter}"[:12]
    if stem not in case.persons and letter in "FM":
        return stem
    number = 1
    while f"{stem}{number}" in case.persons:
        number += 1
    return f"{stem}{number}"
