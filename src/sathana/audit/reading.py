"""Questions to the chain: what an organisation did, and what an auditor should see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from sathana.audit.models import Entry

SIZE = 50
"""Entries of one page."""
MANY = 60
"""More distinct persons opened by one account on one day are flagged."""
NIGHT = (22, 5)
"""From this hour to that one, Thai time, work is flagged."""
LISTS = ("list", "find", "look_alike", "choose")
"""Deeds that show a line about a person, not the person."""
THAILAND = timedelta(hours=7)
"""Thai time, without daylight saving since 1920; no time zone data is needed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: each that is not empty must fit.

    Attributes:
        day: In Thailand.
        actor: Account.
        deed: The word after the point of an action (``view``, ``export``).
        refused: Only what was not allowed.
    """

    day: date | None = None
    actor: uuid.UUID | None = None
    deed: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of entries, the newest first."""

    entries: tuple[Entry, ...]
    number: int
    more: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """What one account did on one day.

    Attributes:
        day: In Thailand.
        opened: How many distinct persons were opened.
        listed: How many distinct persons stood in lists.
        nights: Entries between 22 and 5 o'clock, Thai time.
        exports: Exports, and prints.
        refused: What was not allowed.
        first, last: First and last entry.
    """

    day: date
    actor: uuid.UUID | None
    opened: int
    listed: int
    nights: int
    exports: int
    refused: int
    first: datetime
    last: datetime

    @property
    def flagged(self) -> bool:
        """Whether a person should look at it."""
        return self.opened > MANY or bool(self.nights or self.exports or self.refused)


def page_of(organisation: uuid.UUID, wanted: Wanted, number: int = 1) -> Page:
    """Return a page of what accounts of an organisation did, the newest first."""
    rows = _of(organisation, wanted).order_by("-at", "-seq")
    begin = (number - 1) * SIZE
    found = list(rows[begin : begin + SIZE + 1])
    return Page(tuple(found[:SIZE]), number, len(found) > SIZE)


def worked(organisation: uuid.UUID, first: date, last: date) -> Iterator[Worked]:
    """Return who did how much on each day, the newest day and the most first.

    Each day is a question of its own: on SQLite whoever writes waits for no more.
    """
    for ordinal in range(last.toordinal(), first.toordinal() - 1, -1):
        day = date.fromordinal(ordinal)
        for row in _on(organisation, day):
            yield Worked(day=day, **row)


def _on(organisation: uuid.UUID, day: date) -> Iterable[Any]:
    begin = _begin(day)
    person, a_list = Q(kind="person", allowed=True), _deed(*LISTS)
    late, early = (begin + timedelta(hours=hour) for hour in NIGHT)
    rows = _of(organisation, Wanted(day)).values("actor")
    return rows.annotate(
        opened=Count("subject", distinct=True, filter=person & ~a_list),
        listed=Count("subject", distinct=True, filter=person & a_list),
        nights=Count("seq", filter=Q(at__gte=late) | Q(at__lt=early)),
        exports=Count("seq", filter=_deed("export", "case_file", "print")),
        refused=Count("seq", filter=Q(allowed=False)),
        first=Min("at"),
        last=Max("at"),
    ).order_by("-opened", "-listed", "actor")


def thai(moment: datetime) -> datetime:
    """Return a moment as clocks in Thailand show it."""
    return moment.astimezone(UTC) + THAILAND


def _of(organisation: uuid.UUID, wanted: Wanted) -> QuerySet[Entry]:
    rows = Entry.objects.filter(organisation=organisation)
    if wanted.day:
        begin = _begin(wanted.day)
        rows = rows.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    if wanted.actor:
        rows = rows.filter(actor=wanted.actor)
    if wanted.deed:
        rows = rows.filter(_deed(wanted.deed))
    return rows.filter(allowed=False) if wanted.refused else rows


def _deed(*names: str) -> Q:
    made = Q()
    for name in names:
        made |= Q(action__endswith=f".{name}")
    return made


def _begin(day: date) -> datetime:
    """Return the moment at which a day begins in Thailand."""
    return datetime.combine(day, time(), UTC) - THAILAND
