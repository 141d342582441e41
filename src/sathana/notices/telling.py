"""Telling somebody inside the product that there is something to look at."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from sathana.notices.models import Notice
from sathana.notices.words import KINDS, UNKNOWN, Kind
from sathana.web.languages import Text

SHOWN = 200
"""Most notices on the page; older read ones are of no use to anybody."""


@dataclass(frozen=True, slots=True)
class Line:
    """One notice, as its page shows it.

    Attributes:
        address: Where to look; ``""`` if nowhere.
    """

    id: uuid.UUID
    text: Text
    address: str
    made_at: datetime
    read_at: datetime | None


def tell(accounts: Iterable[uuid.UUID], kind: str, about: object = "") -> int:
    """Tell each account once; return how many were told.

    Args:
        accounts: Ids of accounts.
        kind: Code of what happened: a key of ``notices.words.KINDS``.
        about: Id of what it is about. The page behind it decides anew who may see it.
    """
    rows = [
        Notice(account_id=one, kind=kind, about=str(about or ""))
        for one in dict.fromkeys(accounts)
    ]
    return len(Notice.objects.bulk_create(rows))


def of(account: uuid.UUID) -> list[Line]:
    """Return the notices of an account: unread first, the newest first."""
    rows = Notice.objects.filter(account=account)
    unread = rows.filter(read_at=None).order_by("-made_at")
    read = rows.exclude(read_at=None).order_by("-made_at")
    both = [*unread[:SHOWN], *read[: SHOWN // 4]]
    return [_line(row, KINDS.get(row.kind, UNKNOWN)) for row in both]


def unread(account: uuid.UUID) -> int:
    """Return how many notices nobody has looked at yet."""
    return Notice.objects.filter(account=account, read_at=None).count()


def mark_read(account: uuid.UUID, notice: uuid.UUID | None = None) -> int:
    """Mark one notice of an account, or all of them, as read; return how many were.

    A notice of somebody else is no notice: nothing happens.
    """
    rows = Notice.objects.filter(account=account, read_at=None)
    if notice is not None:
        rows = rows.filter(pk=notice)
    return rows.update(read_at=timezone.now())


def _line(row: Notice, kind: Kind) -> Line:
    address = _address(kind, row.about)
    return Line(row.pk, kind.text, address, row.made_at, row.read_at)


def _address(kind: Kind, about: str) -> str:
    if not kind.page:
        return ""
    try:
        return reverse(kind.page, args=[uuid.UUID(about)] if kind.with_id else [])
    except (NoReverseMatch, ValueError):
        return ""
