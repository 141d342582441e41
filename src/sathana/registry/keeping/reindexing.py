"""The blind index made anew: it is not in a backup, since it can be.

Its values are cut hashes under the organisation's key. Who held an old backup and the
key could try a known number against them, of somebody erased since: so they stay home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any
from uuid import UUID

from django.db import transaction

from sathana.protection import keys
from sathana.registry import inside, matching
from sathana.registry.models import Fact, Family, Name, Person

_AT_ONCE = 100
"""Families opened at one time."""


def index_anew(step: Callable[[], None] = lambda: None) -> int:
    """Index every family and person; return how many persons.

    Args:
        step: Called after each hundred families.
    """
    count = 0
    ids = list(Family.rows.order_by("id").values_list("id", flat=True))
    for some in batched(ids, _AT_ONCE):
        with transaction.atomic():
            count += _some(some)
        keys.forget()
        step()
    return count


def _some(ids: tuple[UUID, ...]) -> int:
    families = list(Family.rows.filter(id__in=ids))
    persons = list(Person.rows.filter(family__in=ids))
    inside.unlock(families, persons)
    names = _by_person(Name.rows.filter(family__in=ids), "text")
    told = Fact.rows.filter(family__in=ids, withdrawn_at=None)
    numbers = _by_person((row for row in told if row.path == "id13"), "value")
    for family in families:
        matching.keep_title(family)
    for person in persons:
        matching.keep_keys_of(person, names[person.id], numbers[person.id])
    return len(persons)


def _by_person(rows: Iterable[Any], what: str) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(str(getattr(row, what)))
    return found
