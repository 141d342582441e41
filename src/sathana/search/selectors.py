"""What is read out of the search: answers, what teaches a record, what went stale."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sathana.law.references import RULE, Reference, reference
from sathana.search import apart
from sathana.search.foldtext import Pieces
from sathana.search.marking import marked, marked_near
from sathana.search.models import Entry, Teaching
from sathana.search.question import Question
from sathana.search.scoring import Scored, answers
from sathana.search.shelf import Book, shelf
from sathana.search.wanted import wanted

_NEXT = " · "
"""Between two lines of a text where it is shown in one."""
type Why = Literal["changed", "recheck", "gone"]
"""The record says something else; it must be read again first; it is no more."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    Attributes:
        url: In the language of the reader, where it is there in that language.
        title: With the found places marked; in ``language``.
        pieces: A found place with the words around it, in ``spoken``; the beginning of
            the text where only the title was found; empty where there is no text.
        score: Only good for comparing with others of the same answer.
    """

    key: str
    url: str
    title: Pieces
    kind: str
    pieces: Pieces
    score: float
    language: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Found:
    """An answer.

    Attributes:
        question: What was read of what was typed.
        whole: Whether the hits hold every word; otherwise they are the nearest.
        total: How many there are, of every kind asked for.
        counts: How many of each kind, whatever kind was asked for.
        hits: The best of them.
    """

    question: Question
    whole: bool = True
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Taught:
    """Something public that teaches a record of the law."""

    key: str
    title: str
    url: str
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class Stale:
    """An item that must be looked at again.

    Attributes:
        recheck_on: Since when its record waits to be read again, ordinal; 0: it does
            not.
    """

    item: str
    reference: str
    why: Why
    recheck_on: int = 0


def find(
    text: str, language: str, kinds: Collection[str] = (), most: int = 10
) -> list[Hit]:
    """Return what answers a question, the best first.

    Args:
        text: What was typed; never trusted, never kept.
        language: Of the reader; what is there in another language only is found too.
        kinds: Which kinds; empty for all.
        most: How many at most.

    Raises:
        django.db.DatabaseError: There is no database, or it is not set up.
    """
    return list(answer(text, language, kinds, most=most).hits)


def answer(
    text: str,
    language: str,
    kinds: Collection[str] = (),
    *,
    most: int = 10,
    of_each: int | None = None,
) -> Found:
    """Answer a question as :func:`find` does, with how much there is.

    Args:
        text: What was typed; never trusted, never kept.
        language: Of the reader.
        kinds: Which kinds; empty for all.
        most: How many at most.
        of_each: How many of one kind at most; ``None`` for as many as there are.
    """
    sought = wanted(text)
    known = shelf()
    scored, whole = answers(sought, known, language)
    best = _once(scored)
    counts = Counter(hit.book.kind for hit in best)
    asked = [hit for hit in best if not kinds or hit.book.kind in kinds]
    shown = _few(asked, of_each)[:most]
    own = _own({hit.book.key for hit in shown}, known.books, language)
    hits = tuple(_hit(hit, own.get(hit.book.key, hit.book)) for hit in shown)
    return Found(sought.asked, whole, len(asked), dict(counts), hits)


def _once(scored: list[Scored]) -> list[Scored]:
    """Keep of each item the language in which it fits best."""
    best: dict[str, Scored] = {}
    for hit in scored:
        best.setdefault(hit.book.key, hit)
    return list(best.values())


def _few(scored: list[Scored], of_each: int | None) -> list[Scored]:
    if of_each is None:
        return scored
    taken: Counter[str] = Counter()
    kept = []
    for hit in scored:
        taken[hit.book.kind] += 1
        if taken[hit.book.kind] <= of_each:
            kept.append(hit)
    return kept


def _own(
    keys: Collection[str], books: tuple[Book, ...], language: str
) -> dict[str, Book]:
    return {b.key: b for b in books if b.language == language and b.key in keys}


def _hit(found: Scored, own: Book) -> Hit:
    said = found.book
    text = said.text.replace("\n", _NEXT)
    return Hit(
        key=own.key,
        url=own.url,
        title=marked(own.title, found.words),
        kind=own.kind,
        pieces=marked_near(text, found.words) if text else (),
        score=found.score,
        language=own.language,
        spoken=said.language,
    )


def teaching(reference_key: str, language: str = "th") -> list[Taught]:
    """Return what teaches a record, in the order of titles.

    Only what stands in the search is returned: what is hidden teaches nobody. An item
    without an entry in the reader's language is returned in one that it has.

    Args:
        reference_key: As ``sathana.law.references`` writes it.
        language: Of the reader.
    """
    return teaching_any((reference_key,), language).get(reference_key, [])


def teaching_any(
    reference_keys: Collection[str], language: str = "th"
) -> dict[str, list[Taught]]:
    """Return what teaches each of several records, as :func:`teaching` does.

    What stands in another language only, and records that nothing teaches, are left
    out.
    """
    asked = {canonical(key): key for key in reference_keys}
    items = defaultdict(list)
    rows = Teaching.objects.filter(reference__in=asked)
    for item, key in rows.values_list("item", "reference"):
        items[asked[key]].append(item)
    if not items:
        return {}
    every = {item for group in items.values() for item in group}
    shown = shown_items(every - apart.among(every), language)
    found = {
        key: [
            shown[item]
            for item in group
            if item in shown and shown[item].language == language
        ]
        for key, group in items.items()
    }
    return {
        key: sorted(group, key=lambda one: (one.title, one.key))
        for key, group in found.items()
        if group
    }


def shown_items(items: Collection[str], language: str) -> dict[str, Taught]:
    """Return each item that the search knows, in the reader's language if it can be."""
    best: dict[str, Taught] = {}
    for row in Entry.objects.filter(key__in=items).order_by("key", "language"):
        if row.key not in best or row.language == language:
            best[row.key] = Taught(row.key, row.title, row.url, row.kind, row.language)
    return best


def canonical(reference_key: str) -> str:
    """Return a reference in its one form: a rule by its id alone."""
    return reference_key.removeprefix(f"{RULE}:")


def taught_by(item: str) -> list[str]:
    """Return the records that an item teaches, as they were noted."""
    rows = Teaching.objects.filter(item=item).order_by("id")
    return list(rows.values_list("reference", flat=True))


def stale(today: date) -> list[Stale]:
    """Return every item whose record changed, is gone, or must be read again.

    Args:
        today: In Thailand. A record is due from the day on which it is to be read.

    An item can be in the list several times, once for each record; a record that has
    changed and is due is said to have changed.
    """
    rows = Teaching.objects.values_list("item", "reference", "imprint")
    known: dict[str, Reference | None] = {}
    found: list[Stale] = []
    for item, key, imprint in rows:
        if key not in known:
            known[key] = _now(key)
        found.extend(_stale(item, key, imprint, known[key], today.toordinal()))
    return sorted(found, key=lambda one: (one.item, one.reference))


def _now(key: str) -> Reference | None:
    try:
        return reference(key)
    except LookupError:
        return None


def _stale(
    item: str, key: str, imprint: str, now: Reference | None, day: int
) -> Iterator[Stale]:
    if now is None:
        yield Stale(item, key, "gone")
    elif now.imprint != imprint:
        yield Stale(item, key, "changed", now.recheck_on)
    elif now.recheck_on and now.recheck_on <= day:
        yield Stale(item, key, "recheck", now.recheck_on)
