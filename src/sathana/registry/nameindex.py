"""The blind index of names as one search asks it, within what the reader may see."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from sathana.accounts.decide import Action, Group
from sathana.protection import blind
from sathana.registry import namekeys, visibility
from sathana.registry.models import Family, NameKey, Share
from sathana.registry.reader import Reader

_CANDIDATES = 40
"""Most persons whose names are opened for one search."""
_COMMON = 1_000
"""A key with a slip that fits more persons than this tells none of them apart."""


class Index:
    """The blind index as one search asks it: what it may see is worked out once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._seen: dict[Group, Exists] = {}

    @cached_property
    def organisations(self) -> list[uuid.UUID]:
        """Whose index is asked: the reader's, and of those who share with it."""
        return _organisations(self._reader)

    def seen(self, group: Group) -> Exists:
        """Return the condition that the reader may see a hit with these fields."""
        if group not in self._seen:
            # EXISTS looks a family up for each hit: the same few milliseconds for
            # everybody; IN lets SQLite begin with the families, which a whole
            # organisation makes slow.
            here = Family.rows.filter(pk=OuterRef("family_id"))
            rows = visibility.allowed(here, self._reader, Action.LIST, group)
            self._seen[group] = Exists(rows)
        return self._seen[group]


def by_names(index: Index, keys: set[str], *, rare: bool) -> list[uuid.UUID]:
    """Return persons by how many keys they share with what was typed.

    Args:
        index: Whose index, for whom.
        keys: The keys of what was typed.
        rare: Whether only keys that few persons have are asked for.
    """
    asked = _uncommon(index, keys) if rare else _asked(index, "name", keys)
    rows = NameKey.objects.filter(asked)
    return _seen(index, Group.NAMES, rows, "person_id", _CANDIDATES)


def _uncommon(index: Index, keys: set[str]) -> Q:
    """Return the condition on the index: one of these keys that few persons have.

    To look ten thousand persons up for two consonants would take long, and the forty
    that are opened would be any forty of them.
    """
    rows = NameKey.objects.filter(_asked(index, "name", keys))
    hits = rows.values_list("organisation", "value").annotate(n=Count("id"))
    asked = Q(pk__in=())
    for organisation, value, _ in hits.filter(n__lte=_COMMON):
        asked |= Q(organisation=organisation, kind="name", value=value)
    return asked


def _asked(index: Index, kind: str, keys: set[str]) -> Q:
    """Return the condition on the index: one of these keys."""
    asked = Q(pk__in=())
    for organisation in index.organisations:
        values = {blind.name_value(organisation, key) for key in keys}
        asked |= Q(organisation=organisation, kind=kind, value__in=values)
    return asked


def _seen(
    index: Index, group: Group, asked: Any, column: str, most: int
) -> list[uuid.UUID]:
    """Return the ids with the most keys in common that the reader may see."""
    seen = asked.filter(index.seen(group))
    counted = seen.values_list(column).annotate(n=Count("id"))
    return [row[0] for row in counted.order_by("-n", column)[:most]]


def by_number(index: Index, number: str, limit: int) -> list[uuid.UUID]:
    """Return the persons of a number of 13 digits whose number the reader may see."""
    asked = Q(pk__in=())
    for organisation in index.organisations:
        value = blind.number_value(organisation, number)
        asked |= Q(organisation=organisation, kind="number", value=value)
    rows = NameKey.objects.filter(asked)
    return _seen(index, Group.NUMBER, rows, "person_id", limit)


def _organisations(reader: Reader) -> list[uuid.UUID]:
    """Return whose index is asked: the reader's, and of those who share with it."""
    shares = Share.rows.filter(
        to=reader.actor.organisation,
        begin__lte=reader.now,
        until__gt=reader.now,
        withdrawn_at=None,
    )
    others = set(shares.values_list("organisation_id", flat=True).distinct())
    return [reader.actor.organisation, *sorted(others - {reader.actor.organisation})]


def families_called(index: Index, text: str, *, limit: int) -> list[uuid.UUID]:
    """Return ids of families whose title may be what was typed, the likeliest first."""
    keys = {
        key for word in namekeys.words(text) for key in namekeys.keys(word, loose=False)
    }
    asked = NameKey.objects.filter(_asked(index, "title", keys))
    return _seen(index, Group.OUTLINE, asked, "family_id", limit)
