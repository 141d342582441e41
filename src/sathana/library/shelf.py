"""The case library as cards: what each case is about, and how to find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sathana.calendars.parse import parse_day
from sathana.facts.model import CaseFile
from sathana.law import cases
from sathana.law.load import pack
from sathana.library import engine, people
from sathana.text import normalise
from sathana.web.languages import Text

ERAS: Mapping[str, tuple[str, str, Text]] = {
    "R0": ("1800-01-01", "1913-04-10", {"th": "ก่อน 10 เม.ย. 2456", "en": "before 10 Apr 1913"}),
    "R1": ("1913-04-10", "1952-02-13", {"th": "10 เม.ย. 2456 – 12 ก.พ. 2495", "en": "10 Apr 1913 – 12 Feb 1952"}),
    "R2": ("1952-02-13", "1953-02-04", {"th": "13 ก.พ. 2495 – 3 ก.พ. 2496", "en": "13 Feb 1952 – 3 Feb 1953"}),
    "R3": ("1953-02-04", "1957-02-08", {"th": "4 ก.พ. 2496 – 7 ก.พ. 2500", "en": "4 Feb 1953 – 7 Feb 1957"}),
    "R4": ("1957-02-08", "1965-08-05", {"th": "8 ก.พ. 2500 – 4 ส.ค. 2508", "en": "8 Feb 1957 – 4 Aug 1965"}),
    "R5": ("1965-08-05", "1972-12-14", {"th": "5 ส.ค. 2508 – 13 ธ.ค. 2515", "en": "5 Aug 1965 – 13 Dec 1972"}),
    "R6": ("1972-12-14", "1992-02-26", {"th": "14 ธ.ค. 2515 – 25 ก.พ. 2535", "en": "14 Dec 1972 – 25 Feb 1992"}),
    "R7": ("1992-02-26", "2008-02-28", {"th": "26 ก.พ. 2535 – 27 ก.พ. 2551", "en": "26 Feb 1992 – 27 Feb 2008"}),
    "R8": ("2008-02-28", "2012-03-22", {"th": "28 ก.พ. 2551 – 21 มี.ค. 2555", "en": "28 Feb 2008 – 21 Mar 2012"}),
    "R9": ("2012-03-22", "2200-12-31", {"th": "ตั้งแต่ 22 มี.ค. 2555", "en": "since 22 Mar 2012"}),
}  # fmt: skip
"""The regimes of nationality law by the day of birth, half-open (dossier, section 1)."""


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
    title: str
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


@cache
def assessment(name: str) -> engine.Assessment:
    """Return the answer of one case; the library's cases name their own days."""
    return engine.assess(case(name), people.names(case(name)))


@cache
def cards() -> tuple[Card, ...]:
    """Return all cards in the order of the library.

    A card shows the answer that the case expects: ``sathana check`` holds every one of
    them against the engine. Only where a case expects no single answer is it assessed
    here, so that the list of some hundred cases opens at once.
    """
    return tuple(_card(name) for name in cases.names())


def _card(name: str) -> Card:
    told = case(name)
    called, about = people.names(told), people.focus(told)
    rules = tuple(dict.fromkeys(_rules(told, about)))
    return Card(
        name=name,
        title=told.title or name,
        disputed=bool(told.disputed),
        answers=tuple((called.of[key], _answer(name, told, key)) for key in about),
        rules=rules,
        eras=_eras(told, about),
        words=_searchable([name, told.title, told.notes, *rules, *_titles(rules)]),
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
        for era, (first, after, _) in ERAS.items()
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
