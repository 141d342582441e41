"""Every record of the law as an entry of the search. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sathana.law import cases
from sathana.law.kept import follows_pack
from sathana.law.load import LawPack, pack
from sathana.law.model import RuleInfo
from sathana.library.conditions import Branch, demands
from sathana.library.lawentries_practice import practice_entries, right_texts
from sathana.library.lawsearch import Entry, Index, Text
from sathana.vocabulary.papers import PAPERS
from sathana.vocabulary.terms import TERMS

EDITIONS_KEPT = 2
"""How many editions of the law are kept ready at once: before and after an update."""


def index() -> Index:
    """Return the search over the law that is in use, built once for each edition."""
    return _index(pack().version)


@follows_pack
@lru_cache(maxsize=EDITIONS_KEPT)
def _index(version: str) -> Index:
    """Build the search; the version is the key under which it is kept."""
    return Index(entries(), _other_words())


def entries() -> list[Entry]:
    """Return every record of the law in use, in the order in which equals are shown."""
    law = pack()
    return [
        *_rules(law),
        *_provisions(law),
        *_instruments(law),
        *_points(law),
        *practice_entries(),
        *_events(law),
        *_cases(),
    ]


def nearest(key: str, most: int = 4) -> tuple[Entry, ...]:
    """Return the records whose ids look most like one that does not exist."""
    return index().near_ids(key, most)


def clear() -> None:
    """Forget every index, as when the law is swapped under the same version."""
    _index.cache_clear()


def kind_of(rule: RuleInfo) -> str:
    """Say on which shelf a rule stands: ``pathway``, ``right`` or ``rule``."""
    if rule.pathway is not None:
        return "pathway"
    return "right" if rule.right is not None else "rule"


def _rules(law: LawPack) -> Iterator[Entry]:
    rules = sorted(law.rules.values(), key=lambda rule: _SHELVES.index(kind_of(rule)))
    for rule in rules:
        office = rule.pathway and (rule.pathway.file_with, rule.pathway.decider)
        notes = (version.note for version in rule.versions)
        claim = right_texts(rule)
        body = [*_conditions(rule.id), *claim, rule.warn, *notes, *(office or ())]
        yield Entry(kind_of(rule), rule.id, rule.title, _given(body))


_SHELVES = ("pathway", "right", "rule")


def _conditions(rule: str) -> Iterator[Text]:
    for demand in demands(rule):
        yield {"th": " ".join(_said(demand.th)), "en": " ".join(_said(demand.en))}


def _said(branches: Iterable[Branch]) -> Iterator[str]:
    for branch in branches:
        yield branch.text
        yield from _said(branch.below)


def _given(texts: Iterable[Text | None]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)


def _provisions(law: LawPack) -> Iterator[Entry]:
    for key, provision in law.provisions.items():
        act = law.instruments[provision.instrument].title
        title = _both(provision.section, act)
        yield Entry(
            "provision", key, title, _given([provision.paraphrase, provision.note])
        )


def _both(first: Text, second: Text) -> Text:
    return {lang: f"{first[lang]} · {second[lang]}" for lang in ("th", "en")}


def _instruments(law: LawPack) -> Iterator[Entry]:
    for key, act in law.instruments.items():
        yield Entry("instrument", key, act.title, _given([act.note]))


def _points(law: LawPack) -> Iterator[Entry]:
    for key, point in law.contested.items():
        body = _given([point.a.text, point.b.text, point.note])
        yield Entry("contested", key, point.question, body)


def _events(law: LawPack) -> Iterator[Entry]:
    for key, event in law.events.items():
        act = law.instruments[event.instrument].title
        yield Entry("event", key, event.title, _given([event.births, act]))


def _cases() -> Iterator[Entry]:
    for name in cases.names():
        yield Entry("case", name, cases.title(name), _given([cases.notes(name)]))


def _other_words() -> Iterator[str]:
    """Yield words of the field to offer to somebody who found nothing."""
    for term in TERMS:
        yield from (term.name.th, term.name.en)
    for paper in PAPERS.values():
        yield from (paper.name.th, paper.name.en)
