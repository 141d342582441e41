"""Searching the law: Thai words inside unspaced text, English words, numbers.

Pure: no Django, no clock. The index is built once for each edition of the law from
plain entries (:mod:`sathana.library.lawentries`); a question is answered by reading
through all of it, which for some hundred kilobytes is quicker than anything clever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sathana.search.foldtext import Folded, Pieces, Place, context, find, fold, pieces
from sathana.search.nearwords import Near
from sathana.search.question import Question, Term, ask

type Text = Mapping[str, str]
LAST = ("case",)
"""Kinds that stand below all others, however well they fit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of the law as the search sees it.

    Attributes:
        kind: ``rule``, ``provision`` ...: what its page is.
        id: Id of the record.
        body: What else is said there, the most telling first.
    """

    kind: str
    id: str
    title: Text
    body: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

    Attributes:
        title: In the language of the reader, the found places marked.
        place: A found place with the words around it, or the record's beginning.
    """

    kind: str
    id: str
    score: int
    title: Pieces
    place: Pieces


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one kind, the best first; ``count`` is how many there are."""

    kind: str
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question.

    Attributes:
        total: How many records were found, of every kind.
        counts: How many of each kind.
        alone: Where nothing holds all words: how many records hold each.
        near: Other words to try; each finds something.
    """

    question: Question
    total: int = 0
    groups: tuple[Group, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    alone: tuple[tuple[str, int], ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    lang: str
    is_title: bool
    folded: Folded


@dataclass(frozen=True, slots=True)
class _Record:
    entry: Entry
    id: _Part
    parts: tuple[_Part, ...]
    letters: str


class Index:
    """All records of one edition of the law, ready to be searched."""

    def __init__(self, entries: Iterable[Entry], words: Iterable[str] = ()) -> None:
        """Fold all entries.

        Args:
            entries: In the order in which equals are shown.
            words: More words to offer where nothing is found.
        """
        self._records = tuple(map(_record, entries))
        self._all = "\n".join(record.letters for record in self._records)
        self._order = tuple(dict.fromkeys(r.entry.kind for r in self._records))
        self._ids = Near(r.entry.id for r in self._records)
        self._near = Near(
            [
                *(r.entry.id for r in self._records),
                *(w for r in self._records for w in _words(r.entry.title["en"])),
                *words,
            ]
        )

    def search(self, text: str, lang: str, kind: str = "", most: int = 6) -> Found:
        """Find the records that hold every word of a question.

        Args:
            text: What was typed; never trusted.
            lang: Language of the reader; both languages are searched.
            kind: One kind to show in full; empty for all.
            most: How many of each kind are shown where all are asked for.
        """
        question = ask(text)
        if not question.terms:
            return Found(question)
        scored = self._scored(question)
        counts = {k: len(scored[k]) for k in self._order if k in scored}
        if not counts:
            return Found(
                question, alone=self._alone(question), near=self._offered(question)
            )
        groups = (
            _group(key, scored[key], question, lang, None if kind else most)
            for key in counts
            if kind in ("", key)
        )
        best = sorted(groups, key=lambda g: (g.kind in LAST, -g.hits[0].score))
        return Found(question, sum(counts.values()), tuple(best), counts)

    def near_ids(self, key: str, most: int) -> tuple[Entry, ...]:
        """Return the records with the ids most like one that does not exist."""
        near = self._ids.to(key, most)
        known = {record.entry.id: record.entry for record in self._records}
        return tuple(known[key] for key in near)

    def _scored(self, question: Question) -> dict[str, list[tuple[int, _Record]]]:
        """Return the records found, by kind, the best first."""
        found: dict[str, list[tuple[int, _Record]]] = {}
        for score, record in self._hits(question):
            found.setdefault(record.entry.kind, []).append((score, record))
        for rows in found.values():
            rows.sort(key=lambda row: -row[0])
        return found

    def _alone(self, question: Question) -> tuple[tuple[str, int], ...]:
        """Count what each word finds by itself, in the words that were typed."""
        if len(question.terms) < 2:
            return ()
        counted = ((word, self._count(word)) for word in question.text.split())
        return tuple(dict.fromkeys((word, n) for word, n in counted if n))

    def _count(self, text: str) -> int:
        return sum(1 for _ in self._hits(ask(text)))

    def _offered(self, question: Question) -> tuple[str, ...]:
        offered = self._near.to(question.text)
        return tuple(w for w in offered if next(self._hits(ask(w)), None))

    def _hits(self, question: Question) -> Iterator[tuple[int, _Record]]:
        """Yield the records found with their weight, in the order of the index."""
        somewhere = all(_in(self._all, term) for term in question.terms)
        if question.terms and (somewhere or _in(self._all, question.phrases)):
            for record in self._records:
                score = _score(record, question)
                if score:
                    yield score, record


def _words(title: str) -> list[str]:
    return re.findall(r"[A-Za-z]{4,}", title)


def _record(entry: Entry) -> _Record:
    parts = tuple(
        _Part(lang, number == 0, fold(text[lang]))
        for number, text in enumerate((entry.title, *entry.body))
        for lang in ("th", "en")
        if text.get(lang)
    )
    own = _Part("", False, fold(entry.id))
    return _Record(entry, own, parts, "\n".join(_all((own, *parts))))


def _all(parts: Iterable[_Part]) -> Iterable[str]:
    return (part.folded.letters for part in parts)


def _score(record: _Record, question: Question) -> int:
    """Weigh a record: 0 is not found, its id counts most, then its title."""
    if record.id.folded.letters in question.phrases:
        return 100
    may = all(_in(record.letters, term) for term in question.terms)
    if not may and not _in(record.letters, question.phrases):
        return 0
    titles = [part for part in record.parts if part.is_title]
    starts = [_start(part, question.phrases) for part in titles]
    if 0 in starts:
        return 70
    if any(start is not None for start in starts):
        return 60
    if _holds(record.id, question.phrases):
        return 50
    return _by_terms(record, titles, question)


def _by_terms(record: _Record, titles: list[_Part], question: Question) -> int:
    in_title = [any(_holds(part, term) for part in titles) for term in question.terms]
    if all(in_title):
        return 40
    if any(_holds(part, question.phrases) for part in record.parts):
        return 30
    all_held = all(
        held or any(_holds(part, term) for part in (record.id, *record.parts))
        for held, term in zip(in_title, question.terms, strict=True)
    )
    return 10 + 10 * any(in_title) if all_held else 0


def _in(letters: str, term: Term) -> bool:
    return any(way in letters for way in term)


def _start(part: _Part, term: Term) -> int | None:
    """Return where a term first stands in a part; none if it does not."""
    found = (next(find(part.folded, way), None) for way in term)
    return min((place[0] for place in found if place), default=None)


def _holds(part: _Part, term: Term) -> bool:
    return any(next(find(part.folded, way), None) for way in term)


def _group(
    kind: str,
    rows: list[tuple[int, _Record]],
    question: Question,
    lang: str,
    most: int | None,
) -> Group:
    shown = (_hit(score, record, question, lang) for score, record in rows[:most])
    return Group(kind, len(rows), tuple(shown))


def _hit(score: int, record: _Record, question: Question, lang: str) -> Hit:
    """Show a record: its title in the reader's language, and where it was found."""
    title = next(p for p in record.parts if p.is_title and p.lang == lang)
    marked = _places(title, question)
    others = [
        p for p in record.parts if not p.is_title or (p.lang != lang and not marked)
    ]
    best = max(others, key=lambda p: _telling(p, question, lang), default=title)
    return Hit(
        record.entry.kind,
        record.entry.id,
        score,
        pieces(title.folded.text, marked),
        context(best.folded.text, _places(best, question)) if best is not title else (),
    )


def _telling(part: _Part, question: Question, lang: str) -> tuple[int, bool]:
    """Say how much a part tells of why a record was found."""
    if _holds(part, question.phrases):
        found = len(question.terms) + 1
    else:
        found = sum(_holds(part, term) for term in question.terms)
    return found, part.lang == lang


def _places(part: _Part, question: Question) -> list[Place]:
    ways: Iterable[str] = question.phrases
    if not _holds(part, question.phrases):
        ways = (way for term in question.terms for way in term)
    return [place for way in ways for place in find(part.folded, way)]
