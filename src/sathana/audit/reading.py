"""Questions to the chain: what an organisation did, and what an auditor should see."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Func, IntegerField, Max, Min, Q, QuerySet
from django.db.models.fields import CharField

from sathana.audit.models import Entry

SIZE = 50
"""Entries of one page."""
MANY = 60
"""More distinct persons opened by one account on one day are flagged."""
NIGHT = (22, 5)
"""From this hour to that one, Thai time, work is flagged."""
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


class _ThaiDay(Func):
    """The day in Thailand, as ISO text, worked out by the database itself."""

    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return the SQL of SQLite."""
        how = "date(%(expressions)s, '+7 hours')"
        return self.as_sql(compiler, connection, template=how, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return the SQL of PostgreSQL."""
        how = "to_char(%(expressions)s AT TIME ZONE INTERVAL '7 hours', 'YYYY-MM-DD')"
        return self.as_sql(compiler, connection, template=how, **more)


class _ThaiHour(Func):
    """The hour in Thailand, worked out by the database itself."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return the SQL of SQLite."""
        how = "CAST(strftime('%%%%H', %(expressions)s, '+7 hours') AS INTEGER)"
        return self.as_sql(compiler, connection, template=how, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return the SQL of PostgreSQL."""
        how = "extract(hour FROM %(expressions)s AT TIME ZONE INTERVAL '7 hours')::int"
        return self.as_sql(compiler, connection, template=how, **more)


def page_of(organisation: uuid.UUID, wanted: Wanted, number: int = 1) -> Page:
    """Return a page of what accounts of an organisation did, the newest first."""
    rows = _of(organisation, wanted).order_by("-at", "-seq")
    begin = (number - 1) * SIZE
    found = list(rows[begin : begin + SIZE + 1])
    return Page(tuple(found[:SIZE]), number, len(found) > SIZE)


def worked(organisation: uuid.UUID, first: date, last: date) -> list[Worked]:
    """Return who did how much on each day, the newest day and the most first."""
    begin, end = _begin(first), _begin(last + timedelta(days=1))
    rows = Entry.objects.filter(organisation=organisation, at__gte=begin, at__lt=end)
    person = Q(kind="person", allowed=True)
    a_list, night = Q(action__endswith=".list"), Q(hour__gte=NIGHT[0])
    told = (
        rows.annotate(day=_ThaiDay("at"), hour=_ThaiHour("at"))
        .values("day", "actor")
        .annotate(
            opened=Count("subject", distinct=True, filter=person & ~a_list),
            listed=Count("subject", distinct=True, filter=person & a_list),
            nights=Count("seq", filter=night | Q(hour__lt=NIGHT[1])),
            exports=Count("seq", filter=_deed("export", "case_file", "print")),
            refused=Count("seq", filter=Q(allowed=False)),
            first=Min("at"),
            last=Max("at"),
        )
        .order_by("-day", "-opened", "-listed")
    )
    return [_worked(dict(row)) for row in told]


def _worked(row: dict[str, Any]) -> Worked:
    return Worked(day=date.fromisoformat(row.pop("day")), **row)


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
