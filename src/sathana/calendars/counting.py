"""Counting a legal term: from a day, so long, to the last day on which one can act.

How it is counted (Civil and Commercial Code, Book I, Title V; Administrative
Procedure Act, section 64):

- the first day is not counted (section 193/3; section 64 paragraph 1);
- months and years run by the calendar and end on the day that corresponds to the
  day from which they run, or with the month where it has no such day (193/5).
  Where the day after the first is the first of a month, 193/5 can also be read to
  the end of that month; we keep to the earlier day, which is never too late;
- for a person, a last day on which offices are shut moves to the next working day
  (193/8; section 64 paragraph 3); for an authority it does not (paragraph 2).

A start that is partly known gives a span: its ends are those of the start, since no
later start gives an earlier end. So does a calendar that does not know the days off
of the year: the span then begins with the day that is certainly in time.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sathana.calendars.holidays import Holidays
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.calendars.years import add_years

type _Count = Callable[[int], int]
type Unit = Literal["day", "working_day", "month", "year"]
"""What a term is counted in."""


@dataclass(frozen=True, slots=True)
class Period:
    """How long a term runs.

    Attributes:
        amount: How many units, at least one.
        unit: Their kind; working days never end on a day off.
        moves: Whether a last day on which offices are shut moves to the next
            working day.
    """

    amount: int
    unit: Unit
    moves: bool = True

    def __post_init__(self) -> None:
        """Refuse a term of no length.

        Raises:
            ValueError: The amount is less than one.
        """
        if self.amount < 1:
            raise ValueError(f"A term of {self.amount} {self.unit} cannot be counted")


@dataclass(frozen=True, slots=True)
class Counted:
    """A term that was counted, and how.

    Attributes:
        start: Day from which it runs; not counted itself.
        last: Last day before any moving.
        due: Last day on which one is in time.
        period: The term.
        checked: Whether all days off that matter are known. If not, the last day may
            be later than said, and is never earlier than ``due.earliest``.
        passed_over: Days off between the last day and the due day, ordinals; only
            where both are exact.
    """

    start: DateSpan
    last: DateSpan
    due: DateSpan
    period: Period
    checked: bool
    passed_over: tuple[int, ...] = ()


def add_months(day: int, months: int) -> int:
    """Return the corresponding day some months later, or the last of that month.

    Args:
        day: Ordinal.
        months: How many; not negative.

    Raises:
        ValueError: If the result is after the year 9999.
    """
    known = date.fromordinal(day)
    years, month = divmod(known.month - 1 + months, 12)
    year = known.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(known.day, last)).toordinal()


def count(start: DateSpan, period: Period, holidays: Holidays) -> Counted:
    """Return the last day of a term.

    Args:
        start: Day from which it runs; an open end of the span stays open.
        period: How long.
        holidays: Days off of offices.
    """
    last = DateSpan(
        _open_or(start.earliest, EARLIEST_DAY, lambda d: _last(d, period, holidays)[0]),
        _open_or(start.latest, LATEST_DAY, lambda d: _last(d, period, holidays)[1]),
    )
    due = last
    if period.moves and period.unit != "working_day":
        due = DateSpan(
            _open_or(last.earliest, EARLIEST_DAY, holidays.next_open),
            _open_or(
                last.latest, LATEST_DAY, lambda d: holidays.next_open(d, likely=True)
            ),
        )
    checked = _checked(start, last, due, period, holidays)
    return Counted(start, last, due, period, checked, _passed_over(last, due))


def _open_or(day: int, open_end: int, counted: _Count) -> int:
    """Count from a day, unless it stands for an open end."""
    return open_end if day == open_end else min(counted(day), LATEST_DAY)


def _last(day: int, period: Period, holidays: Holidays) -> tuple[int, int]:
    """Return the first and the last day on which a term from a day may end."""
    match period.unit:
        case "day":
            found = day + period.amount
        case "month":
            found = add_months(day, period.amount)
        case "year":
            found = add_years(day, period.amount)
        case "working_day":
            return (
                holidays.add_working_days(day, period.amount),
                holidays.add_working_days(day, period.amount, likely=True),
            )
    return found, found


def _checked(
    start: DateSpan, last: DateSpan, due: DateSpan, period: Period, holidays: Holidays
) -> bool:
    """Tell whether every day off that can bear on the due day is known."""
    if period.unit == "working_day":
        first = start.earliest + 1
    elif period.moves:
        first = last.earliest
    else:
        return True
    return holidays.covers_all(first, due.latest)


def _passed_over(last: DateSpan, due: DateSpan) -> tuple[int, ...]:
    if not (last.is_exact and due.is_exact):
        return ()
    return tuple(range(last.latest, due.latest))
