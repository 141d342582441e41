"""The case library as cards: what each case is about, and how to find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sathana.calendars.parse import parse_day
from sathana.calendars.show import show
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.facts.model import CaseFile
from sathana.law import cases
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.library import engine, people
from sathana.text import normalise
from sathana.web.languages import Text

ERAS: Mapping[str, tuple[str, str]] = {
    "R0": ("1800-01-01", "1913-04-10"),
    "R1": ("1913-04-10", "1952-02-13"),
    "R2": ("1952-02-13", "1953-02-04"),
    "R3": ("1953-02-04", "1957-02-08"),
    "R4": ("1957-02-08", "1965-08-05"),
    "R5": ("1965-08-05", "1972-12-14"),
    "R6": ("1972-12-14", "1992-02-26"),
    "R7": ("1992-02-26", "2008-02-28"),
    "R8": ("2008-02-28", "2012-03-22"),
    "R9": ("2012-03-22", "2200-12-31"),
}
"""The regimes of nationality law by the day of birth: first day, first day after."""


def era_words(era: str) -> Text:
    """Say a regime by its first and its last day of birth."""
    first, after = (parse_day(day) for day in ERAS[era])
    span = DateSpan(
        EARLIEST_DAY if era == "R0" else first,
        LATEST_DAY if era == "R9" else after - 1,
    )
    return {"th": show(span, "th"), "en": show(span, "en")}


@dataclass(frozen=True, slots=True)
class Card:
    """One case as the library lists it.

    Attributes:
        answers: Name and answer of each person the case is about.
        rules: Rules by which the answers hold, and those the case expects.
        eras: Regimes under which those persons may have been born.
        words: Normalised text in which a search looks.
    """

    name: str
    title: Text
    disputed: bool
    answers: tuple[tuple[Text, str], ...]
    rules: tuple[str, ...]
    eras: frozenset[str]
    words: str


@cache
def case(name: str) -> CaseFile:
    """Return one case of the library, read once per process.

    Raises:
        LookupError: The library has no case of this name.
    """
    if name not in cases.names():
        raise LookupError(f"The library has no case '{name}'.")
    return cases.case(name)


@follows_pack
@cache
def assessment(name: str) -> engine.Assessment:
    """Return the answer of one case; the library's cases name their own days."""
    return engine.assess(case(name), people.names(case(name)))


@follows_pack
@cache
def cards() -> tuple[Card, ...]:
    """Return all cards in the order of the library.

    A card shows the answer that the case expects: ``sathana check`` holds every one of
    them against the engine. Only where a case expects no single answer is it assessed
    here, so that the list of some hundred cases opens at once.
    """
    return tuple(_card(name) for name in cases.names())


def _card(name: str) -> Card:
    told, title = case(name), cases.title(name)
    notes = cases.notes(name) or {}
    called, about = people.names(told), people.focus(told)
    rules = tuple(dict.fromkeys(_rules(told, about)))
    return Card(
        name=name,
        title=title,
        disputed=bool(told.disputed),
        answers=tuple((called.of[key], _answer(name, told, key)) for key in about),
        rules=rules,
        eras=_eras(told, about),
        words=_searchable(
            [name, *title.values(), *notes.values(), *rules, *_titles(rules)]
        ),
    )


def _answer(name: str, told: CaseFile, person: str) -> str:
    expected = told.expect.get(person, {}).get("thai")
    if isinstance(expected, str) and not told.disputed:
        return expected
    thai = assessment(name)["persons"].get(person, {}).get("thai", {})
    return str(thai.get("answer", "unknown"))


def _rules(told: CaseFile, about: Iterable[str]) -> Iterable[str]:
    """Yield the ids of rules and pathways that a case speaks of in its expectation."""
    for key in about:
        expected = told.expect.get(key, {})
        for field in ("rule", "lost_by", "cites", "pathways"):
            found = expected.get(field)
            if isinstance(found, str):
                yield found
            elif isinstance(found, list | tuple | dict):
                yield from (rule for rule in found if isinstance(rule, str))


def _titles(rules: Iterable[str]) -> Iterable[str]:
    """Yield the titles of rules in both languages, so that a search finds them."""
    for rule in rules:
        known = pack().rules.get(rule)
        if known is not None:
            yield from known.title.values()


def _eras(told: CaseFile, about: Iterable[str]) -> frozenset[str]:
    births = [people.birth(told.persons[key]) for key in about]
    return frozenset(
        era
        for era, (first, after) in ERAS.items()
        for born in births
        if born
        and not born.is_unknown
        and born.earliest < parse_day(after)
        and born.latest >= parse_day(first)
    )


def _searchable(texts: Iterable[str]) -> str:
    return normalise(" ".join(texts)).casefold()


def find(query: str, rule: str, era: str) -> tuple[Card, ...]:
    """Return the cards that hold every word of the query, the rule and the era.

    Args:
        query: Words in Thai or English; empty for all.
        rule: Id of a rule; empty for all.
        era: One of :data:`ERAS`; empty for all.
    """
    words = normalise(query).casefold().split()
    return tuple(
        card
        for card in cards()
        if all(word in card.words for word in words)
        and (not rule or rule in card.rules)
        and (not era or era in card.eras)
    )


def exercising(rule: str) -> tuple[Card, ...]:
    """Return the cases in which a rule decides or is expected to."""
    return tuple(card for card in cards() if rule in card.rules)
