"""All entries, ready to be looked through, kept in memory while they stay the same.

Looking through some megabytes takes milliseconds and gives the same answers whatever
the database; there is no index of a database that it would have to agree with. Whether
the kept ones are still those of the database is one small question at each search.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate

from django.db.models import Count, Max, Sum

from sathana.search import apart
from sathana.search.forms import Form, form
from sathana.search.models import Entry

type Edition = tuple[int, datetime | None, int | None, str]
"""How many entries there are, when the last was written, the sum of their ids, and
until when those that nobody may read are the same (:mod:`sathana.search.apart`)."""


_NEXT_BOOK = "\x01"


@dataclass(frozen=True, slots=True)
class Book:
    """An entry on the shelf.

    Attributes:
        head: Its title.
        whole: Its title and its text, in different lines.
    """

    key: str
    language: str
    kind: str
    url: str
    title: str
    text: str
    head: Form
    whole: Form


class Shelf:
    """All books, and which of them hold some letters."""

    def __init__(self, books: Iterable[Book]) -> None:
        """Put books on the shelf, in the order in which equals are shown."""
        self.books = tuple(books)
        self._skeletons = _Row(book.whole.skeleton for book in self.books)
        self._bones = _Row(book.whole.bones for book in self.books)

    def with_skeleton(self, letters: str) -> list[int]:
        """Return the numbers of the books that hold letters, tone marks left out."""
        return self._skeletons.holding(letters)

    def with_bones(self, letters: str) -> list[int]:
        """Return the numbers of the books that hold letters, vowels left out."""
        return self._bones.holding(letters)


class _Row:
    """Texts one after the other, so that all are looked through in one go."""

    def __init__(self, texts: Iterable[str]) -> None:
        kept = list(texts)
        self._all = _NEXT_BOOK.join([*kept, ""])
        self._starts = [0, *accumulate(len(text) + 1 for text in kept)]

    def holding(self, letters: str) -> list[int]:
        """Return the numbers of the texts that hold letters, each once, in order."""
        found = []
        at = self._all.find(letters) if letters else -1
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found.append(number)
            at = self._all.find(letters, self._starts[number + 1])
        return found


@dataclass(slots=True)
class _Kept:
    edition: Edition | None = None
    shelf: Shelf = field(default_factory=lambda: Shelf(()))


_KEPT = _Kept()


def shelf() -> Shelf:
    """Return all entries as the database has them, in the order of their keys.

    Raises:
        django.db.DatabaseError: There is no database, or it has no such table.
    """
    now = _edition()
    kept = _KEPT.shelf
    if _KEPT.edition != now:
        rows = list(Entry.objects.all())
        hidden = apart.among({row.key for row in rows})
        shown = (_book(row) for row in rows if row.key not in hidden)
        kept = Shelf(sorted(shown, key=_place))
        _KEPT.shelf, _KEPT.edition = kept, now
    return kept


def _place(book: Book) -> tuple[str, str]:
    """Return the place on the shelf; a database sorts by rules of its own."""
    return book.key, book.language


def _edition() -> Edition:
    found = Entry.objects.aggregate(n=Count("id"), last=Max("made_at"), ids=Sum("id"))
    return found["n"], found["last"], found["ids"], apart.until()


def _book(row: Entry) -> Book:
    return Book(
        row.key,
        row.language,
        row.kind,
        row.url,
        row.title,
        row.text,
        form(row.title),
        form(f"{row.title}\n{row.text}"),
    )
