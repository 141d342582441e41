"""The law and its cases, handed to the search of the whole site.

Called when the server starts, since the law may have been updated before, and by
``sathana search refresh``. Only what changed is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation

from sathana.library import lawplaces
from sathana.library.lawentries import entries
from sathana.library.lawsearch import Entry
from sathana.search import services
from sathana.search.entries import Readable, in_one_form

LANGUAGES = ("th", "en")
KINDS = tuple(lawplaces.SHELVES)
"""Kinds of entries that are the library's: no other room pushes any of them."""
_TAUGHT_AS = {
    **dict.fromkeys(("rule", "pathway", "right"), ""),
    "contested": "point:",
}


def refresh() -> int:
    """Let the search know the law in use as it is; return how many entries changed.

    Raises:
        django.db.DatabaseError: There is no database, or it is not set up.
    """
    law = list(readables())
    return sum(
        services.replace_kind(kind, (one for one in law if one.kind == kind))
        for kind in KINDS
    )


def readables() -> Iterator[Readable]:
    """Yield every record of the law in use and every case, in both languages."""
    for language in LANGUAGES:
        with translation.override(language):
            found = [_readable(entry, language) for entry in entries()]
        yield from found


def _readable(entry: Entry, language: str) -> Readable:
    body = (text.get(language, "") for text in entry.body)
    return Readable(
        key=f"{entry.kind}:{entry.id}",
        language=language,
        kind=entry.kind,
        url=lawplaces.address(entry.kind, entry.id),
        title=entry.title[language],
        text=in_one_form([*body, entry.id]),
    )


def reference_of(kind: str, key: str) -> str:
    """Return a record as texts refer to it when they teach it.

    Args:
        kind: As ``lawplaces`` has it: ``rule``, ``contested``, ``fee`` ...
        key: Id of the record.
    """
    return f"{_TAUGHT_AS.get(kind, f'{kind}:')}{key}"
