"""A life in the order of its days, and the petitions made so far."""

from __future__ import annotations

from collections.abc import Iterator

from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.documents.pack_values import Attempt, Moment
from sathana.facts import model
from sathana.facts.model import CaseFile, Event, Happened, Marriage, Order, Spell, Told
from sathana.packs import saying
from sathana.packs.papers_held import shown_by
from sathana.packs.persons import is_kept_back
from sathana.vocabulary.codes import CODE_LISTS
from sathana.vocabulary.facts import fact_name

_EVENTS = ("found", "parents_marriage", "legitimation", "paternity_proved", "entered")


def life(case: CaseFile, who: str, tell: frozenset[str]) -> tuple[Moment, ...]:
    """Return what happened to a person, the earliest first, unknown days last."""
    found = []
    for key, told in case.persons[who].told.items():
        if is_kept_back(key, told, tell):
            continue
        by = "; ".join(shown_by(case, who, key)) or None
        found += [(on, what, by) for on, what in _moments(case, key, told)]
    found.sort(key=lambda row: row[0].earliest if not row[0].is_unknown else LATEST_DAY)
    return tuple(Moment(when=saying.day(on), what=w, by=by) for on, w, by in found)


def _moments(case: CaseFile, key: str, told: Told) -> Iterator[tuple[DateSpan, str]]:
    value = told.value
    if key == "born.date" and isinstance(value, DateSpan):
        yield value, _born(case, told)
    elif key in _EVENTS and isinstance(value, Event):
        if value.happened is Happened.YES:
            yield value.on, fact_name(key, "th")
    elif isinstance(value, tuple):
        for one in value:
            yield from _entry(case, key, one)


def _born(case: CaseFile, told: Told) -> str:
    for person in case.persons.values():
        if person.told.get("born.date") is told:
            places = [
                saying.value(case, key, person.told[key].value)
                for key in ("born.place", "born.country")
                if key in person.told
            ]
            return " ".join(["เกิด", *(place for place in places if place)])
    return "เกิด"


def _entry(case: CaseFile, key: str, one: object) -> Iterator[tuple[DateSpan, str]]:
    if isinstance(one, Spell) and one.begin is not None:
        said = saying.entry(case, key, one)
        yield one.begin, f"{fact_name(key, 'th')}: {said}" if said else key
    elif isinstance(one, Order):
        yield one.on, saying.entry(case, key, one) or ""
    elif isinstance(one, Marriage) and one.registered.happened is Happened.YES:
        yield one.registered.on, saying.entry(case, key, one) or ""


def attempts(case: CaseFile, who: str, pathway: str) -> tuple[Attempt, ...]:
    """Return the petitions made for a pathway, as told."""
    told = case.persons[who].told.get("attempts")
    entries = told.value if told and isinstance(told.value, tuple) else ()
    results = CODE_LISTS["attempts.result"]
    return tuple(
        Attempt(
            office=one.office or None,
            on=saying.day(one.on),
            result=results[one.result].th if one.result in results else one.result,
            reason=one.reason or None,
            notified=saying.event(one.notified),
        )
        for one in entries
        if isinstance(one, model.Attempt) and one.pathway == pathway
    )
