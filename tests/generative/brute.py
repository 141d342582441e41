"""All completions of a family of which little is unknown, one by one.

The engine splits cases with diagrams, exactly and without a limit. Here the same is
done by hand: every unknown fact is written out with every value it can have, dates
with representative days, and each completed family is asked on its own. Nothing here
looks into the engine.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from tests.generative.families import AS_OF, FIRST_ACT, Plain
from tests.generative.families_asked import Answers, answers, case_of

from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.facts.model import Event, Happened
from sathana.status.points import LAW_CUTS

WORDS = {
    "sex": ("female", "male"),
    "foreign_nationality": ("no", "yes"),
    "original_highlander": ("no", "yes"),
    "could_hold_parents_nationality": ("no", "yes"),
    "conduct": ("good", "bad"),
    "service": ("no", "yes"),
    "thai": ("no", "yes"),
}
EVENTS = ("parents_marriage", "legitimation", "paternity_proved", "entered")
KEYS = (*WORDS, *EVENTS, "stay", "born.country", "born.date")
KINDS = ("permanent", "temporary", "lenient", "unpermitted")
MOST = 1_000 if os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0") else 120
"""Completions beyond which a family is not enumerated."""

type Choice = tuple[str, str, list[Any]]
"""A person, a key, and every value the fact can have."""


def choices(family: Plain, keys: tuple[tuple[str, str], ...]) -> list[Choice]:
    """Return the values that each unknown fact can have."""
    days = _days(family)
    return [(who, key, list(_values(family, who, key, days))) for who, key in keys]


def completions(family: Plain, unknown: list[Choice]) -> Iterator[Plain]:
    """Yield every family that tells all, and that can be."""
    for values in product(*(choice[2] for choice in unknown)):
        told = copy.deepcopy(family)
        for (who, key, _), value in zip(unknown, values, strict=True):
            life = told["persons"][who]
            if key.startswith("born."):
                life["born"][key[5:]] = value
            else:
                life[key] = value
        if _can_be(told):
            yield told


def combined(family: Plain, unknown: list[Choice]) -> Answers:
    """Return the answers that all completions share; unknown where they differ."""
    shared: Answers = {}
    for told in completions(family, unknown):
        for key, answer in answers(told).items():
            shared[key] = answer if shared.get(key, answer) == answer else "unknown"
    return shared


def _values(family: Plain, who: str, key: str, days: list[int]) -> Iterator[Any]:
    told = case_of(family).persons[who].told.get(key)
    value = told.value if told else None
    if key == "born.country":
        yield from ("TH", "MM")
    elif key == "sex" and _is_parent(family, who):
        yield from WORDS[key][_is_parent(family, who) == "father" :][:1]
    elif key in WORDS:
        yield from WORDS[key]
    elif key == "stay":
        yield from ([{"kind": kind}] for kind in KINDS)
    elif key == "born.date":
        yield from _dates(_birth(value), days)
    else:
        yield from _event(value, days)


def _is_parent(family: Plain, who: str) -> str:
    """Return whether a person is a father or a mother in the family; else nothing."""
    for life in family["persons"].values():
        for link in ("father", "mother"):
            if life.get(link) == who:
                return link
    return ""


def _birth(value: object) -> DateSpan:
    """Return when a birth can have been; without a lower end, under the first Act."""
    if isinstance(value, DateSpan) and value.earliest > EARLIEST_DAY:
        return value
    latest = value.latest if isinstance(value, DateSpan) else LATEST_DAY
    return DateSpan(FIRST_ACT.toordinal(), latest)


def _event(value: object, days: list[int]) -> Iterator[Any]:
    """Yield each day on which an event can have been, never where it may not."""
    if isinstance(value, Event) and value.happened is Happened.YES:
        yield from _dates(value.on, days)
    else:
        yield "never"
        yield from _dates(DateSpan(EARLIEST_DAY, LATEST_DAY), days)


def _dates(span: DateSpan, days: list[int]) -> Iterator[str]:
    """Yield the ends of a span and every day in it that makes a difference."""
    latest = min(span.latest, AS_OF.toordinal())
    inside = {day for day in days if span.earliest <= day <= latest}
    for day in sorted(inside | {span.earliest, latest}):
        yield date.fromordinal(day).isoformat()


def _days(family: Plain) -> list[int]:
    """Return the days that make a difference, and the days before them.

    They are those on which the law changed or something was told. Each stretch so has
    two days, and two events in it can come in any order.
    """
    told = set(_told(family["persons"]))
    marks = told | set(LAW_CUTS) | {date(2008, 3, 8).toordinal(), AS_OF.toordinal()}
    return sorted({mark - step for mark in marks for step in (0, 1)})


def _told(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _told(part)
        return
    try:
        yield date.fromisoformat(value).toordinal()
    except (TypeError, ValueError):
        return


def _can_be(family: Plain) -> bool:
    """Say whether parents are born before their children, and none enters unborn."""
    persons = family["persons"]
    for life in persons.values():
        birth = life["born"]["date"]
        for link in ("father", "mother"):
            parent = persons.get(life.get(link))
            if parent and parent["born"]["date"] >= birth:
                return False
    return all(
        life.get("entered", "never") == "never"
        or life["entered"] >= life["born"]["date"]
        for life in persons.values()
    )
