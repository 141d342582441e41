"""A family and its answer as pictures: the tree, and the years of a life."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, cast

from django.utils.safestring import SafeString, mark_safe

from sathana import pictures
from sathana.calendars.iso import from_text
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.facts.model import CaseFile, Event, Happened, Marriage, Order, Person
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.library import engine
from sathana.library.engine import Assessment
from sathana.library.people import Names, birth, focus, parent_id, sex
from sathana.pictures import Bar, TimelineEvent, TimelinePerson, TreePerson
from sathana.vocabulary.codes import ORDER_KINDS
from sathana.web import dates
from sathana.web.languages import Text, current, pick
from sathana.web.templatetags.components import ANSWERS

LABELS: Mapping[str, Text] = {
    "tree": {"th": "ผังครอบครัว", "en": "Family tree"},
    "life": {"th": "สัญชาติตามช่วงเวลา", "en": "Nationality over the years"},
    "born": {"th": "เกิด", "en": "born"},
    "entered": {"th": "เข้ามาในไทย", "en": "entered Thailand"},
}


def tree(case: CaseFile, assessment: Assessment, called: Names) -> SafeString:
    """Draw the family: who descends from whom, and the answer of each."""
    about = set(focus(case))
    persons = [
        _tree_person(person, assessment, called, person.id in about)
        for person in case.persons.values()
    ]
    title = pick(LABELS["tree"])
    svg = pictures.family_tree(persons, title=title, lang=current())
    return _as_markup(pictures.scroll_box(svg, label=title))


def _tree_person(
    person: Person, assessment: Assessment, called: Names, asked: bool
) -> TreePerson:
    answer = assessment["persons"].get(person.id, {}).get("thai", {}).get("answer")
    words = ANSWERS.get(answer or "unknown", ANSWERS["unknown"])[1]
    born = birth(person)
    died = person.told.get("died")
    return TreePerson(
        id=person.id,
        label=pick(called.of.get(person.id)),
        sublabel=f"{pick(LABELS['born'])} {_year(born)}" if born else "",
        sex=cast("pictures.Sex", sex(person)),
        father=parent_id(person, "father"),
        mother=parent_id(person, "mother"),
        spouses=tuple(_spouses(person)),
        status=cast("pictures.Status", answer if answer in ANSWERS else "unknown"),
        status_text=pick(words),
        focus=asked,
        href=f"#person-{person.id}",
        died=bool(
            died
            and isinstance(died.value, Event)
            and died.value.happened is Happened.YES
        ),
    )


def _spouses(person: Person) -> Iterable[str]:
    told = person.told.get("marriages")
    for marriage in told.value if told and isinstance(told.value, tuple) else ():
        if isinstance(marriage, Marriage):
            yield marriage.to


def _year(span: DateSpan) -> str:
    """Write a birth in one word: its year, or the years between which it lies."""
    if span.is_unknown:
        return "?"
    shift = 543 if current() == "th" else 0
    first, last = (
        "…"
        if day in (EARLIEST_DAY, LATEST_DAY)
        else str(date.fromordinal(day).year + shift)
        for day in (span.earliest, span.latest)
    )
    return first if first == last else f"{first}–{last}"


def life(
    case: CaseFile, assessment: Assessment, person: str, called: Names
) -> tuple[SafeString, tuple[tuple[int, TimelineEvent], ...]]:
    """Draw the years of one life with the law events under them.

    Returns:
        The picture, and the numbered events it shows (for a list beside it). Empty
        when no day of the life is known.
    """
    intervals = assessment["persons"][person].get("intervals", ())
    last, _ = engine.days(case)
    bars = [bar for bar in (_bar(row, last) for row in intervals) if bar]
    if not bars:
        return SafeString(""), ()
    first = max(min(bar.start for bar in bars), EARLIEST_DAY + 1)
    start, end = first - 365, last
    events = [*_law_events(), *_own_events(case.persons[person])]
    line = TimelinePerson(id=person, label=pick(called.of[person]), bars=tuple(bars))
    title = pick(LABELS["life"])
    svg = pictures.life_timeline(
        [line],
        events,
        start=start,
        end=end,
        lang=current(),
        era="be" if current() == "th" else "ce",
        title=title,
        prefix=f"life-{person}",
    )
    numbered = pictures.numbered_events(events, start=start, end=end)
    return _as_markup(pictures.scroll_box(svg, label=title)), numbered


def _as_markup(picture: str) -> SafeString:
    """Mark a picture as markup: the pictures package escapes every text it is given."""
    return mark_safe(picture)  # noqa: S308


def _bar(row: Mapping[str, Any], last: int) -> Bar | None:
    """Turn a half-open interval of the answer into a bar with both ends inside."""
    begin = from_text(row["from"]) if row.get("from") else DateSpan(last, last)
    end = from_text(row["until"]) if row.get("until") else DateSpan(last + 1, last + 1)
    if begin.is_unknown:
        return None
    first, stop = min(begin.earliest, last), min(end.latest - 1, last)
    if stop < first:
        return None
    words = ANSWERS.get(row["thai"], ANSWERS["unknown"])[1]
    return Bar(
        start=first,
        end=stop,
        status=cast(
            "pictures.Status", row["thai"] if row["thai"] in ANSWERS else "unknown"
        ),
        text=pick(words),
        start_until=None if begin.is_exact else min(begin.latest, stop),
        end_from=None if end.is_exact else max(min(end.earliest - 1, stop), first),
    )


def _law_events() -> list[TimelineEvent]:
    return [
        TimelineEvent(
            day=event.date.earliest,
            label=pick(event.title),
            date_text=dates.show(event.date),
            kind="law",
        )
        for event in pack().events.values()
        if not event.date.is_unknown
        and _provisions_of_nationality() & {*event.provisions}
    ]


@follows_pack
@cache
def _provisions_of_nationality() -> frozenset[str]:
    """Return what the rules rest on that give, refuse or take nationality."""
    rules = (r for r in pack().rules.values() if r.kind in ("gain", "loss", "bar"))
    return frozenset(cite for rule in rules for cite in rule.cites)


def _own_events(person: Person) -> list[TimelineEvent]:
    """Return the told turning points of a life: coming in, and acts of the state."""
    found = []
    entered = person.told.get("entered")
    if entered and isinstance(entered.value, Event):
        event = entered.value
        if event.happened is Happened.YES and not event.on.is_unknown:
            found.append((event.on, LABELS["entered"]))
    orders = person.told.get("orders")
    for order in orders.value if orders and isinstance(orders.value, tuple) else ():
        if isinstance(order, Order) and not order.on.is_unknown:
            found.append((order.on, ORDER_KINDS[order.kind].both()))
    return [
        TimelineEvent(
            day=max(on.earliest, EARLIEST_DAY + 1),
            label=pick(words),
            date_text=dates.show(on),
            kind="life",
        )
        for on, words in found
    ]
