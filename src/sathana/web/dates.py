"""Days as the reader of the page expects them: Buddhist years in Thai."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from sathana.calendars import show as calendar
from sathana.calendars.faults import DateError
from sathana.calendars.iso import from_text
from sathana.calendars.spans import DateSpan
from sathana.web.languages import current

THAILAND = timezone(timedelta(hours=7))


def today() -> date:
    """Return today's date in Thailand, whatever the clock of the machine says."""
    return (datetime.now(UTC) + timedelta(hours=7)).date()


def show(when: str | int | date | DateSpan | None) -> str:
    """Write a day for the reader of the page.

    Args:
        when: An ISO text as answers hold it (``1975-03-02``, ``1975``), a day as an
            ordinal, a date, or a span; a moment is shown as its day in Thailand.
            ``None`` and ``""`` give ``""``; a text that is no date is returned as it
            is, so that nothing is hidden.
    """
    if when is None or when == "":
        return ""
    if isinstance(when, str):
        try:
            when = from_text(when)
        except DateError:
            return str(when)
    if isinstance(when, datetime):
        when = when.astimezone(THAILAND).date()
    if isinstance(when, date):
        when = when.toordinal()
    if isinstance(when, int):
        return calendar.show_day(when, current())
    return calendar.show(when, current())


def show_moment(when: datetime | None) -> str:
    """Write a moment as people in Thailand tell it; ``None`` gives ``""``."""
    if when is None:
        return ""
    return f"{show(when)} {show_hour(when)}"


def show_hour(when: datetime) -> str:
    """Write the hour of a moment in Thailand."""
    told = when.astimezone(THAILAND).strftime("%H:%M")
    return f"{told} น." if current() == "th" else told
