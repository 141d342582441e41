"""How the law is used: procedures, fees, time limits, offices, forms, holidays.

All of it is dated data beside the rules. Where two values may both be in force on a
day, both stand here, marked, and both are shown: a number is never chosen for the
reader. Days are ordinals, windows half-open, money is whole baht.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sathana.law.marks import Bound, Checked, Mark, Text, weakest

type Unit = Literal["day", "working_day", "month", "year"]
"""In what a time limit is counted."""

type Trigger = Literal[
    "filed",
    "complete",
    "notified",
    "appealed",
    "demanded",
    "birth",
    "birthday",
    "order",
    "any_time",
]
"""What starts a time limit; ``any_time`` says that there is none."""

type Whose = Literal["person", "office"]
"""Who must act within a time limit."""

UNITS: tuple[Unit, ...] = ("day", "working_day", "month", "year")
TRIGGERS: tuple[Trigger, ...] = (
    "filed",
    "complete",
    "notified",
    "appealed",
    "demanded",
    "birth",
    "birthday",
    "order",
    "any_time",
)


@dataclass(frozen=True, slots=True)
class FeeValue:
    """One amount of a fee over a half-open window.

    Attributes:
        baht: Whole baht; 0 is free of charge; ``None`` is not known.
        in_force: ``False``: nobody verified that this amount is in force.
        ceiling: Only the most that a regulation may ask, not what is asked.
    """

    opens: Bound
    closes: Bound
    baht: int | None
    in_force: bool
    ceiling: bool
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """What is to be paid for one act of an office."""

    id: str
    title: Text
    values: tuple[FeeValue, ...]


@dataclass(frozen=True, slots=True)
class LimitVersion:
    """One text of a time limit.

    Attributes:
        opens: First day of a trigger that this text governs.
        closes: First day of a trigger that it no longer governs.
        amount: How many units; ``None`` where nobody has read how many, or where
            there is no limit (``any_time``).
        moves: A last day on a holiday becomes the next working day.
        in_force: ``False``: nobody verified that this text is in force.
    """

    opens: Bound
    closes: Bound
    amount: int | None
    unit: Unit
    moves: bool
    in_force: bool
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit for a person or for an office.

    Attributes:
        results: Results of an attempt that it follows from; empty: of any, or of none.
        told_remedy: ``yes`` or ``no``: only where the order told of the remedy, or did
            not; ``None`` is whatever the order said.
        what: What must be done by then.
        birthday: Years of age that start it, for the trigger ``birthday``.
        orders: Kinds of order that start it, for the trigger ``order``.
        after: Id of the limit from whose end it runs, where that one applies.
        instead_of: Ids of limits that do not apply where this one does.
    """

    id: str
    title: Text
    whose: Whose
    trigger: Trigger
    results: tuple[str, ...]
    told_remedy: str | None
    what: Text
    birthday: int | None
    orders: tuple[str, ...]
    versions: tuple[LimitVersion, ...]
    warn: Text | None = None
    after: str | None = None
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure.

    Attributes:
        limit: Id of the time limit of this step.
    """

    who: Text
    do: Text
    limit: str | None


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decided over a half-open window of days."""

    opens: Bound
    closes: Bound
    who: Text
    cites: tuple[str, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """One paper to bring.

    Attributes:
        paper: Id in ``vocabulary.papers``; ``None`` where it has none.
        name: What it is called here; ``None`` takes the name of ``paper``.
        when: In which cases it is asked for; ``None`` is always.
        form: Id of a form of the pack.
    """

    paper: str | None
    name: Text | None
    when: Text | None
    form: str | None


@dataclass(frozen=True, slots=True)
class Procedure:
    """How a thing is asked for, from the first paper to the last court.

    Attributes:
        pathways: Ids of the pathways it serves.
        rights: Ids of the rights it serves.
        limits: Ids of time limits of the office.
        remedies: Ids of time limits of the ladder, in its order.
    """

    id: str
    title: Text
    pathways: tuple[str, ...]
    rights: tuple[str, ...]
    steps: tuple[Step, ...]
    file_with: Text
    deciders: tuple[Decider, ...]
    papers: tuple[NeededPaper, ...]
    fees: tuple[str, ...]
    limits: tuple[str, ...]
    remedies: tuple[str, ...]
    doors: tuple[str, ...]
    contested: tuple[str, ...]
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None
    warn: Text | None = None


@dataclass(frozen=True, slots=True)
class OfficeDoor:
    """Where help or redress is asked for: a hotline, an office.

    Attributes:
        what: What it is for.
        phone: As dialled in Thailand; ``None`` where no source gives one.
        address: Address on the net or in the street; ``None`` where none is known.
    """

    id: str
    title: Text
    what: Text
    phone: str | None
    address: str | None
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """An official form, by its code on paper (ท.ร.1/1)."""

    id: str
    code: str
    title: Text
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """The public holidays of the offices of one Gregorian year.

    Attributes:
        announced: ``False``: the days are computed, the cabinet has not announced them.
        days: Name of the holiday by ordinal day.
    """

    year: int
    announced: bool
    days: Mapping[int, Text]


@dataclass(frozen=True, slots=True)
class Practice:
    """All that the pack knows of how the law is used; mappings are keyed by id."""

    fees: Mapping[str, Fee]
    limits: Mapping[str, TimeLimit]
    procedures: Mapping[str, Procedure]
    doors: Mapping[str, OfficeDoor]
    forms: Mapping[str, Form]
    holidays: Mapping[int, HolidayYear]


def mark_of(record: Fee | TimeLimit | Procedure | OfficeDoor | Form) -> Mark:
    """Return the weakest mark among the texts of a record of practice."""
    if isinstance(record, Fee):
        return weakest([value.checked.verified for value in record.values])
    if isinstance(record, TimeLimit):
        return weakest([version.checked.verified for version in record.versions])
    return record.checked.verified
