"""Procedures, fees, limits, offices and forms as entries of the search. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sathana.law.load import pack
from sathana.law.model import RuleInfo
from sathana.law.model_practice import Procedure
from sathana.library.lawsearch import Entry, Text


def practice_entries() -> Iterator[Entry]:
    """Yield the records of practice in the order in which equals are shown."""
    for key, procedure in pack().procedures.items():
        yield Entry("procedure", key, procedure.title, _given(_procedure(procedure)))
    for key, fee in pack().fees.items():
        yield Entry("fee", key, fee.title, _given(value.note for value in fee.values))
    for key, limit in pack().limits.items():
        yield Entry("limit", key, limit.title, _given([limit.what, limit.warn]))
    for key, door in pack().doors.items():
        numbers = {"th": door.phone or "", "en": door.phone or ""}
        yield Entry("door", key, door.title, _given([door.what, door.note, numbers]))
    for key, form in pack().forms.items():
        title = {lang: f"{form.code} {form.title[lang]}" for lang in ("th", "en")}
        yield Entry("form", key, title)


def right_texts(rule: RuleInfo) -> tuple[Text, ...]:
    """Return what is said of claiming a right; nothing for a rule that is no right."""
    if rule.right is None:
        return ()
    return _given([rule.right.office, rule.right.say, rule.right.why_closed])


def _procedure(procedure: Procedure) -> Iterator[Text | None]:
    for step in procedure.steps:
        yield step.do
        yield getattr(step, "say", None)
    for paper in procedure.papers:
        yield paper.name
        yield paper.when
    yield procedure.file_with
    yield procedure.warn
    yield procedure.note


def _given(texts: Iterable[Text | None]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text and text.get("th"))
