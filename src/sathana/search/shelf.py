"""All entries, ready to be looked through, kept in memory while they stay the same.

Looking through some megabytes takes milliseconds and gives the same answers whatever
the database; there is no index of a database that it would have to agree with. Whether
the kept ones are still those of the database is one small question at each search.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Sum

from sathana.search.forms import Form, form
from sathana.search.models import Entry

type Edition = tuple[int, datetime | None, int | None]
"""How many entries there are, when the last was written, and the sum of their ids."""


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


@dataclass(slots=True)
class _Kept:
    edition: Edition | None = None
    books: tuple[Book, ...] = ()


_KEPT = _Kept()


def books() -> tuple[Book, ...]:
    """Return all entries as the database has them, in the order of their keys.

    Raises:
        django.db.DatabaseError: There is no database, or it has no such table.
    """
    now = _edition()
    kept = _KEPT.books
    if _KEPT.edition != now:
        kept = tuple(sorted(map(_book, Entry.objects.all()), key=_place))
        _KEPT.books, _KEPT.edition = kept, now
    return kept


def _place(book: Book) -> tuple[str, str]:
    """Return the place on the shelf; a database sorts by rules of its own."""
    return book.key, book.language


def _edition() -> Edition:
    found = Entry.objects.aggregate(n=Count("id"), last=Max("made_at"), ids=Sum("id"))
    return found["n"], found["last"], found["ids"]


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
