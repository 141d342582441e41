"""The time limits and ladders of remedies of the law pack, as deadlines read them.

A ladder is what can be done about one petition, step by step: how long the office
has, the appeal, the court. It comes from the procedure that serves the pathway; a
pathway of which no procedure is known has the general one of the Procedure Act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, cast

from sathana.calendars.counting import Period, Unit
from sathana.calendars.holidays import NO_HOLIDAYS, Holidays, from_rows
from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.law.load import pack, within
from sathana.law.model import Bound, Mark
from sathana.logic.truth import Truth
from sathana.status.wording import Text

type Row = Mapping[str, Any]

GENERAL = (
    "APA-39-1", "APA-44", "APA-40", "APA-45-OFFICIAL", "APA-45-SUPERIOR", "ACA-49",
    "ACA-50", "DEMAND", "ACA-49-ANSWER", "ACA-49-SILENCE", "ACA-52",
)  # fmt: skip
"""The ladder where no procedure is known: an order that can be appealed."""
APPEALS = ("APA-44", "APA-40", "CRA-14")
"""Steps that must be gone before the court, where the ladder has them."""
ANY_TIME = "ACA-52"
"""Belongs to every ladder, so that nobody is told that it is too late."""
_BRINGS: Mapping[str, tuple[str, ...]] = {
    "APA-44": ("APA-40", "APA-45-OFFICIAL", "APA-45-SUPERIOR"),
    "CRA-14": ("APA-40",),
    "ACA-49": ("ACA-50",),
    "ACA-49-SILENCE": ("DEMAND", "ACA-49-ANSWER"),
}
"""Steps that belong to another, whether or not a procedure names them."""


@dataclass(frozen=True, slots=True)
class LimitVersion:
    """One text of a limit, by the day on which the term begins.

    Attributes:
        begin: First day of this text; ``end`` the first day no longer.
        period: How long; ``None`` for a door without a term, or a term unread.
        cites: Provisions, the operative one first.
    """

    begin: Bound
    end: Bound
    period: Period | None
    cites: tuple[str, ...]
    verified: Mark


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit, for a person or for an office.

    Attributes:
        whose: ``person`` or ``office``.
        trigger: What the term runs from; ``any_time`` has no term.
        results: Results of a petition it follows from; empty if from none.
        told_remedy: ``yes`` or ``no`` where it applies only so; ``""`` if always.
        purpose: What must be done by then.
        after: Limit from whose end the term runs, where that one applies.
        instead_of: Limits that do not apply where this one does.
    """

    id: str
    title: Text
    whose: str
    trigger: str
    results: tuple[str, ...]
    told_remedy: str
    purpose: Text
    versions: tuple[LimitVersion, ...]
    birthday: int = 0
    orders: tuple[str, ...] = ()
    after: str = ""
    instead_of: tuple[str, ...] = ()

    def version(self, day: int, law_at: int) -> LimitVersion | None:
        """Return the text that governs a term begun on a day, as far as it is known.

        Args:
            day: Day on which the term begins, ordinal.
            law_at: Day whose texts are read: a text made later is not read.
        """
        known = [
            v
            for v in self.versions
            if within(day, v.begin, v.end) is not Truth.NO
            and within(law_at, v.begin, None) is not Truth.NO
        ]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Practice:
    """All that deadlines need of the law.

    Attributes:
        ladders: Ids of limits by pathway: what the office has, then the remedies.
        holidays: Days off of offices, with their names by ordinal.
    """

    limits: Mapping[str, Limit]
    ladders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    holidays: Holidays = NO_HOLIDAYS
    names: Mapping[int, Text] = field(default_factory=dict)

    def ladder(self, pathway: str) -> tuple[Limit, ...]:
        """Return every step of a pathway, those that belong together included."""
        named = self.ladders.get(pathway, GENERAL)
        ids = dict.fromkeys(_completed([*named, ANY_TIME]))
        return tuple(self.limits[key] for key in ids if key in self.limits)


def _completed(ids: Iterable[str]) -> Iterable[str]:
    for key in ids:
        yield key
        yield from _BRINGS.get(key, ())


@cache
def practice() -> Practice:
    """Return what the law pack holds, read once per process."""
    law: Any = pack()
    return from_records(
        getattr(law, "limits", {}),
        getattr(law, "procedures", {}),
        getattr(law, "holidays", {}),
    )


def from_records(
    limits: Mapping[str, Row],
    procedures: Mapping[str, Row],
    holidays: Mapping[str, Row],
) -> Practice:
    """Return what deadlines need, from records as the law's data have them.

    Args:
        limits: Records of limits by id; bounds as dates, spans or their text.
        procedures: Records with ``pathways``, ``limits`` and ``remedies``.
        holidays: Compiled rows by year.
    """
    ladders = {
        pathway: (*(row.get("limits") or ()), *(row.get("remedies") or ()))
        for row in procedures.values()
        for pathway in row.get("pathways") or ()
    }
    names = {
        date.fromisoformat(str(day)).toordinal(): name
        for row in holidays.values()
        for day, name in row["days"].items()
    }
    made = {key: _limit(key, row) for key, row in limits.items()}
    return Practice(made, ladders, from_rows(holidays), names)


def _limit(key: str, row: Row) -> Limit:
    return Limit(
        id=key,
        title=row["title"],
        whose=row["whose"],
        trigger=row["trigger"],
        results=tuple(row.get("results") or ()),
        told_remedy=row.get("told_remedy") or "",
        purpose=row["for"],
        versions=tuple(_version(version) for version in row["versions"]),
        birthday=row.get("birthday") or 0,
        orders=tuple(row.get("orders") or ()),
        after=row.get("after") or "",
        instead_of=tuple(row.get("instead_of") or ()),
    )


def _version(row: Row) -> LimitVersion:
    unit = row.get("unit")
    period = None
    if unit:
        moves = row.get("holiday", "moves") == "moves"
        period = Period(row["amount"], cast("Unit", unit), moves)
    return LimitVersion(
        begin=_bound(row.get("from")),
        end=_bound(row.get("until")),
        period=period,
        cites=tuple(row["cites"]),
        verified=row["verified"],
    )


def _bound(value: object) -> Bound:
    """Read a bound: an ordinal, two of them, a date, or text ``a..b``."""
    match value:
        case None:
            return None
        case date():
            return DateSpan.of_day(value)
        case int():
            return DateSpan(value, value)
        case list():
            return DateSpan(value[0], value[1])
    first, _, last = str(value).partition("..")
    return DateSpan(
        _day(first), LATEST_DAY if last == "unknown" else _day(last or first)
    )


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
