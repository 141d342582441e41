"""Values of the law's YAML as the compiled file holds them."""

from __future__ import annotations

from datetime import date

from sathana.calendars.spans import LATEST_DAY
from sathana.law.source import Row


def bound(value: object) -> int | list[int] | None:
    """Return a day of the law as ordinal, ``[earliest, latest]``, or ``None``.

    Args:
        value: A date, ``"1913-03-30..1913-04-10"`` (both ends possible),
            ``"2026-06-30..unknown"``, or ``None`` for an open end.

    Raises:
        ValueError: It is none of these.
    """
    if value is None:
        return None
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, str) and ".." in value:
        first, last = value.split("..")
        end = LATEST_DAY if last == "unknown" else date.fromisoformat(last).toordinal()
        return [date.fromisoformat(first).toordinal(), end]
    raise ValueError(f"'{value}' is no date, as 1992-02-26, nor a span of two")


def marked(row: Row, on: int | None, recheck: int | None) -> list[str | int | None]:
    """Return mark and dates; what is missing stays missing for the data check.

    Args:
        row: The record, which may name days of its own.
        on: Day of checking taken from elsewhere.
        recheck: Day by which it must be read again, taken from elsewhere.
    """
    own_on, own_recheck = bound(row.get("checked_on")), bound(row.get("recheck_on"))
    return [
        row.get("verified"),
        own_on if isinstance(own_on, int) else on,
        own_recheck if isinstance(own_recheck, int) else recheck,
    ]


def kept(row: Row, *names: str) -> Row:
    """Return the named keys that the record has, unchanged."""
    return {name: row[name] for name in names if row.get(name) is not None}
