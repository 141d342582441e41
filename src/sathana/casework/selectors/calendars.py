"""The calendar of one account: its own cases and appointments, and nothing personal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from sathana.casework import days, ical
from sathana.casework.clocks_shown import DayLine
from sathana.casework.models import CalendarFeed, DigestMail
from sathana.registry.reader import Reader
from sathana.registry.services import common

BEFORE, AHEAD = 60, 400
"""How many days back and ahead a calendar holds."""


def days_of(reader: Reader) -> list[DayLine]:
    """Return the days of the reader's own cases and appointments, near today."""
    today = common.thai_day(reader.now)
    first, last = today - timedelta(days=BEFORE), today + timedelta(days=AHEAD)
    lines, _ = days.looked_at(reader, mine=True)
    found = [one for one in days.of_cases(lines, today) if first <= one.on <= last]
    found += days.appointments_of(reader, first, last, reader.actor.id)
    return found


def feed(reader: Reader, language: str) -> bytes:
    """Return the calendar: of each day the code of the case and the kind of day."""
    lang = "en" if language == "en" else "th"
    word = {"th": "กรณี", "en": "Case"}[lang]
    wanted = [
        ical.AllDay(
            uid=f"{one.uid}@sathana",
            on=one.on,
            text=f"{word} {one.code}: {days.KINDS[one.kind][lang]}",
        )
        for one in days_of(reader)
    ]
    return ical.calendar(wanted, name="Sathana", made_at=reader.now)


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """What an account has set up.

    Attributes:
        mail: Its address for the word of the day; ``""`` if none.
        can_mail: Whether the operator has set a host.
    """

    feeds: Sequence[CalendarFeed]
    mail: str
    can_mail: bool
    at: datetime


def own(reader: Reader) -> OwnCalendar:
    """Return the reader's own addresses, those that hold."""
    rows = CalendarFeed.objects.filter(account=reader.actor.id, revoked_at=None)
    mail = DigestMail.objects.filter(account=reader.actor.id).first()
    return OwnCalendar(
        list(rows.order_by("-made_at")),
        mail.address if mail else "",
        bool(settings.SATHANA_MAIL_HOST),
        reader.now,
    )
