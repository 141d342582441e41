"""Days as an iCalendar (RFC 5545): small, whole days only, and nothing personal.

Pure. Lines end in CRLF and are folded at 75 octets, never inside a letter; text is
escaped; each day has a UID that stays, so that a calendar mends it and shows it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_OCTETS = 75
_ESCAPES = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None}
)


@dataclass(frozen=True, slots=True)
class AllDay:
    """One day of a calendar.

    Attributes:
        uid: Stays the same from feed to feed.
        text: What stands in the calendar.
    """

    uid: str
    on: date
    text: str


def calendar(days: Iterable[AllDay], *, name: str, made_at: datetime) -> bytes:
    """Return a calendar of whole days.

    Args:
        days: In any order; they are written in the order of days.
        name: How calendars call it.
        made_at: When it was made (``DTSTAMP``), with its time zone.
    """
    ordered = sorted(days, key=lambda one: (one.on, one.uid))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sathana//Casework//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    stamp = made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for one in ordered:
        lines += _event(one, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(one: AllDay, stamp: str) -> list[str]:
    after = one.on + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(one.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
        # The end is the first day no longer.
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{escaped(one.text)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """Return a text as a value of the calendar; other control signs are left out."""
    plain = "".join(c for c in text if c == "\n" or c.isprintable() or c == "\t")
    return plain.translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Return a line in pieces of 75 octets at most, each after the first set in."""
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: str) -> Iterator[bytes]:
    piece, room = b"", _OCTETS
    for letter in line:
        coded = letter.encode()
        if len(piece) + len(coded) > room:
            yield piece
            # The blank that sets the line in counts too.
            piece, room = b"", _OCTETS - 1
        piece += coded
    yield piece
