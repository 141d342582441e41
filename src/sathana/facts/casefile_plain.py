"""Values of the model as text, lists and dicts: the reader's tables read backwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields

from sathana.calendars.iso import day_text, to_text
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.facts.casefile_entries import ENTRY_KINDS, Entry
from sathana.facts.casefile_nodes import Plain
from sathana.facts.model import (
    Certificate,
    Event,
    Grade,
    Happened,
    Parent,
    Person,
    Told,
    Value,
)
from sathana.logic.truth import Truth

type PersonWriter = Callable[[Person, Mapping[str, Person]], dict[str, Plain]]

# Keys whose empty list has a word of its own.
_NONE = ("foreign_documents", "convictions")


def told_plain(
    told: Told,
    key: str,
    person: str,
    persons: Mapping[str, Person],
    write_person: PersonWriter,
) -> Plain:
    """Return one told fact, with grade and source where they say something."""

    def value_of(one: Told) -> Plain:
        inline = f"{person}.{key}"
        if one.value == inline and key in ("father", "mother"):
            return write_person(persons[inline], persons)
        return value_plain(one.value, key, one.grade)

    if len(told.others) > 1:
        return [_graded(value_of(one), one) for one in told.others]
    if told.others:
        return _graded(value_of(told.others[0]), told.others[0])
    if told.source is None and told.grade is Grade.CLAIMED:
        return value_of(told)
    return _graded(value_of(told), told)


def _graded(value: Plain, told: Told) -> dict[str, Plain]:
    plain: dict[str, Plain] = {"value": value}
    if told.source is not None:
        plain["source"] = told.source
    if told.grade is not Grade.CLAIMED or told.source is None:
        plain["grade"] = told.grade.name.lower()
    return plain


def value_plain(value: Value, key: str, grade: Grade = Grade.CLAIMED) -> Plain:
    """Return a value as written; ``grade`` is what its entries need not repeat."""
    if isinstance(value, tuple):
        if not value and key in _NONE:
            return "none"
        return [
            item if isinstance(item, str) else _entry_plain(item, key, grade)
            for item in value
        ]
    if isinstance(value, Certificate):
        return _certificate_plain(value)
    return _single_plain(value)


def _single_plain(value: object) -> Plain:
    """Return a value that is no list."""
    if value is None:
        return "unknown"
    if isinstance(value, Truth | Parent):
        return str(value.value)
    if isinstance(value, DateSpan):
        return date_plain(value)
    if isinstance(value, Event):
        return event_plain(value)
    return str(value)


def date_plain(span: DateSpan) -> Plain:
    """Return a date as a case file writes it."""
    text = to_text(span)
    if "/" not in text:
        return text
    plain: dict[str, Plain] = {}
    if span.earliest > EARLIEST_DAY:
        plain["not_before"] = day_text(span.earliest)
    if span.latest < LATEST_DAY:
        plain["not_after"] = day_text(span.latest)
    return plain


def event_plain(event: Event) -> Plain:
    """Return an event as a case file writes it."""
    if event.happened is not Happened.YES:
        return str(event.happened.value)
    if event.relative is None and not event.on.is_unknown:
        return date_plain(event.on)
    plain: dict[str, Plain] = {"on": date_plain(event.on)}
    if event.relative is not None:
        plain["relative"] = event.relative
    return plain


def _certificate_plain(value: Certificate) -> Plain:
    bare = Certificate(value.taken)
    if value == bare or value.taken.happened is not Happened.YES:
        return event_plain(value.taken)
    known_day = value.taken.relative is None
    plain: dict[str, Plain] = {
        "taken": date_plain(value.taken.on) if known_day else event_plain(value.taken)
    }
    if value.by != bare.by:
        plain["by"] = value.by
    if value.voluntary is not bare.voluntary:
        plain["voluntary"] = value.voluntary.value
    if value.kept_until != bare.kept_until:
        plain["kept_until"] = event_plain(value.kept_until)
    return plain


def _entry_plain(entry: Entry, key: str, grade: Grade) -> Plain:
    """Return one entry of a list; attributes at their default are left out."""
    defaults = {
        one.name: one.default for one in fields(entry) if one.default is not MISSING
    }
    plain: dict[str, Plain] = {}
    for name, one in ENTRY_KINDS[key].fields.items():
        value: object = getattr(entry, one.attribute)
        left_out = one.attribute in defaults and value == defaults[one.attribute]
        if one.required or not left_out:
            plain[name] = _single_plain(value)
    if entry.source is not None:
        plain["source"] = entry.source
    if entry.grade is not grade:
        plain["grade"] = entry.grade.name.lower()
    return plain
