"""What rooms do with the search: push, take away, say what teaches what.

Each is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import batched

from django.db import transaction
from django.utils import timezone

from sathana.law.references import reference
from sathana.search.entries import Readable, one_form
from sathana.search.models import Entry, Teaching
from sathana.search.selectors import canonical

_AT_ONCE = 200
_CHANGES = ("kind", "url", "title", "text", "made_at")
_SAID = ("kind", "url", "title", "text")


@transaction.atomic
def put(entries: Iterable[Readable]) -> int:
    """Add entries, and write anew those whose words or address changed.

    Args:
        entries: Of two with the same key and language the later counts.

    Returns:
        How many were written; those that say the same as before are not.
    """
    wanted = {(one.key, one.language): _row(one) for one in entries}
    written = 0
    for some in batched(wanted.items(), _AT_ONCE):
        known = _known(key for (key, _), _ in some)
        fresh = [row for place, row in some if _says(row) != known.get(place)]
        Entry.objects.bulk_create(
            fresh,
            update_conflicts=True,
            update_fields=_CHANGES,
            unique_fields=("key", "language"),
        )
        written += len(fresh)
    return written


def _row(one: Readable) -> Entry:
    return Entry(
        key=one.key,
        language=one.language,
        kind=one.kind,
        url=one.url,
        title=" ".join(one_form(one.title).split()),
        text=one_form(one.text),
        made_at=timezone.now(),
    )


def _says(row: Entry) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in _SAID)


def _known(keys: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what the stored entries of some keys say."""
    rows = Entry.objects.filter(key__in=set(keys))
    return {(row.key, row.language): _says(row) for row in rows}


@transaction.atomic
def take_away(key: str) -> int:
    """Take an item out of the search, in every language; return how many entries.

    What it teaches stays noted, for when it comes back: see :func:`unteach`.
    """
    return Entry.objects.filter(key=key).delete()[0]


@transaction.atomic
def replace_kind(kind: str, entries: Iterable[Readable]) -> int:
    """Let the search know these entries of a kind and no others of that kind.

    Args:
        kind: The kind; every entry must be of it.
        entries: All of them, in every language.

    Returns:
        How many entries were written or taken away.

    Raises:
        ValueError: An entry is of another kind; nothing was changed.
    """
    given = list(entries)
    for one in given:
        if one.kind != kind:
            raise ValueError(f"The entry '{one.key}' is a {one.kind}, not a {kind}.")
    keep = {(one.key, one.language) for one in given}
    there = Entry.objects.filter(kind=kind).values_list("id", "key", "language")
    gone = [row for row, *place in there if tuple(place) not in keep]
    for some in batched(gone, _AT_ONCE):
        Entry.objects.filter(id__in=some).delete()
    return len(gone) + put(given)


@transaction.atomic
def teach(item: str, references: Iterable[str], today: date) -> None:
    """Note which records of the law an item teaches, as reviewed today.

    What was noted of the item before is replaced: a review reads all of it.

    Args:
        item: Key of the item's entries.
        references: As ``sathana.law.references`` reads them.
        today: The day of the review, in Thailand.

    Raises:
        LookupError: The law in use has no such record; nothing was changed.
    """
    found = {canonical(key): reference(key) for key in references}
    unteach(item)
    Teaching.objects.bulk_create(
        Teaching(item=item, reference=key, imprint=record.imprint, reviewed_on=today)
        for key, record in found.items()
    )


@transaction.atomic
def unteach(item: str) -> None:
    """Forget what an item teaches, as when it is no more."""
    Teaching.objects.filter(item=item).delete()
