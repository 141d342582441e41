"""The form of a paper: what was typed becomes values, and values fields again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from sathana.calendars import buddhist, iso
from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import DateSpan
from sathana.facts.keys import KEYS
from sathana.registry.errors import Text, UnusableValueError
from sathana.registry.evidence_shown import PersonChoice
from sathana.registry.forms.fields import MONTHS
from sathana.registry.shown import EvidenceShown, FactShown
from sathana.vocabulary.facts import TOLD_FACTS
from sathana.vocabulary.papers import OWN_WORDS, PAPERS, STATEMENTS, paper_kind
from sathana.web import dateform

LINES = ("kind", "issuer", "number", "original", "notes")
"""Fields that are one text each."""
_DATE = tuple(f"date-{part}" for part in ("day", "month", "year"))
LABELS: Mapping[str, Text] = {
    "person_id": {"th": "เอกสารของใคร", "en": "Whose paper it is"},
    "kind": {"th": "เป็นเอกสารอะไร", "en": "What kind of paper it is"},
    "issuer": {"th": "ใครออกให้", "en": "Who issued it"},
    "number": {"th": "เลขที่เอกสาร", "en": "Its number"},
    "date": {"th": "วันที่ออก", "en": "Day of issue"},
    "original": {"th": "ต้นฉบับอยู่ที่ใด", "en": "Where the original is kept"},
    "supports": {"th": "สนับสนุนข้อเท็จจริงใด", "en": "Facts it supports"},
    "contradicts": {"th": "ขัดแย้งกับข้อเท็จจริงใด", "en": "Facts it contradicts"},
    "notes": {"th": "บันทึก", "en": "Notes"},
    "upload": {"th": "แฟ้มหรือภาพถ่าย", "en": "File or photo"},
}
"""What a field is called."""


@dataclass(frozen=True, slots=True)
class FactChoice:
    """One fact of a person, to mark as shown or contradicted.

    Attributes:
        value: ``PERSON|PATH``, as the form sends it.
        told: The told values.
    """

    value: str
    words: Text
    told: tuple[FactShown, ...]
    supports: bool
    contradicts: bool


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person and their facts.

    Attributes:
        marked: How many facts are marked.
        open: Whether the facts are shown at once: one is marked, or it is whose paper
            it is.
    """

    called: str
    facts: tuple[FactChoice, ...]
    marked: int
    open: bool


def values_of(form: QueryDict, fields: Iterable[str] = LINES) -> dict[str, Any]:
    """Return what was typed, as the service takes it.

    Raises:
        UnusableValueError: The date or the person cannot be read.
    """
    values: dict[str, Any] = {
        name: form[name] for name in fields if name in form and name in LINES
    }
    values["date"] = _date(form)
    values["person_id"] = _person(form.get("person_id", ""))
    for name in ("supports", "contradicts"):
        parts = (one.partition("|") for one in form.getlist(name))
        values[name] = [(whose, path) for whose, _, path in parts]
    return values


def _date(form: QueryDict) -> Any:
    try:
        span = dateform.read_date({name: form.get(name, "") for name in _DATE}, "date")
    except dateform.FormError as error:
        text = error.text
        raise UnusableValueError("date", text["th"], text["en"]) from None
    return "" if span is None else as_plain(span)


def as_plain(span: DateSpan) -> Any:
    """Return a date as a case file holds it; a year before 1941 was no whole year."""
    text = iso.to_text(span)
    if "/" not in text:
        return text
    return {"be": str(buddhist.year_of(span.earliest))}


def _person(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text) if text else None
    except ValueError:
        raise UnusableValueError(
            "person_id",
            "ไม่มีคนนี้ในครอบครัว ให้เลือกใหม่จากรายชื่อ",
            "There is no such person in this family: choose again from the list.",
        ) from None


def typed(form: QueryDict) -> dict[str, Any]:
    """Return what was typed as the fields show it again: nothing of it is lost."""
    shown: dict[str, Any] = {
        name: form.get(name, "") for name in (*LINES, *_DATE, "person_id", "shows")
    }
    shown["supports"] = set(form.getlist("supports"))
    shown["contradicts"] = set(form.getlist("contradicts"))
    return _with_date(shown)


def fields_of(paper: EvidenceShown) -> dict[str, Any]:
    """Return the fields of a paper that is recorded."""
    shown: dict[str, Any] = {name: getattr(paper, name) or "" for name in LINES}
    shown["person_id"] = str(paper.person_id or "")
    shown["supports"] = {"|".join(pair) for pair in paper.supports}
    shown["contradicts"] = {"|".join(pair) for pair in paper.contradicts}
    date = dateform.fields_of(span_of(paper.date))
    shown.update(zip(_DATE, (date.day, date.month, date.year), strict=True))
    return _with_date(shown)


def _with_date(shown: dict[str, Any]) -> dict[str, Any]:
    """Add the date as its three fields are drawn."""
    day, month, year = (shown[name] for name in _DATE)
    parts = {"name": "date", "day": day, "month": month, "year": year}
    shown["date"] = {**parts, "months": MONTHS}
    return shown


def span_of(plain: Any) -> DateSpan | None:
    """Return a recorded date; ``None`` if none was told, or it cannot be read."""
    try:
        return parse_date(plain) if plain else None
    except DateError:
        return None


def choices(
    persons: Iterable[PersonChoice], shown: Mapping[str, Any]
) -> list[PersonFacts]:
    """Return the facts of each person, those marked in the form marked again."""
    return [_person_facts(one, shown) for one in persons]


def _person_facts(person: PersonChoice, shown: Mapping[str, Any]) -> PersonFacts:
    told: dict[str, list[FactShown]] = {}
    for fact in person.facts:
        told.setdefault(fact.path, []).append(fact)
    marked = {*shown["supports"], *shown["contradicts"]}
    front = f"{person.id}|"
    for value in sorted(marked):
        if value.startswith(front):
            told.setdefault(value.removeprefix(front), [])
    facts = tuple(
        FactChoice(
            front + path,
            fact_words(path),
            tuple(told[path]),
            front + path in shown["supports"],
            front + path in shown["contradicts"],
        )
        for path in KEYS
        if path in told
    )
    count = sum(fact.value in marked for fact in facts)
    is_theirs = str(person.id) == shown["person_id"]
    return PersonFacts(person.called, facts, count, bool(count) or is_theirs)


def fact_words(path: str) -> Text:
    """Return what a fact is called."""
    name = TOLD_FACTS.get(path)
    return name.both() if name else {"th": path, "en": path}


def grade_by(kind: str) -> str:
    """Return how well a fact is known by a kind of paper; ``""``: nobody knows."""
    known = paper_kind(kind)
    if known not in PAPERS or known in OWN_WORDS:
        return ""
    return "witnessed" if known in STATEMENTS else "documented"


def paper_kinds() -> list[Text]:
    """Return the kinds of papers that the law pack knows, to choose from."""
    return [paper.name.both() for paper in PAPERS.values()]
