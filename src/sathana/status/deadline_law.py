"""The time limits and ladders of remedies of the law pack, as deadlines read them.

A ladder is what can be done about one petition, step by step: how long the office
has, the appeal, the court. It comes from the procedure that serves the pathway; a
pathway of which no procedure is known has the general one of the Procedure Act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from sathana.calendars.counting import Period
from sathana.calendars.holidays import NO_HOLIDAYS, Holidays
from sathana.law import model_practice as model
from sathana.law.kept import follows_pack
from sathana.law.load import pack, within
from sathana.law.marks import Text
from sathana.law.model import Bound, Mark
from sathana.law.model_practice import HolidayYear, Procedure, TimeLimit
from sathana.logic.truth import Truth

GENERAL = (
    "APA-39-1", "APA-44", "APA-40", "APA-45-OFFICIAL", "APA-45-SUPERIOR", "ACA-49",
    "ACA-50", "DEMAND", "ACA-49-ANSWER", "ACA-49-SILENCE",
)  # fmt: skip
"""The ladder where no procedure is known: an order that can be appealed."""
APPEALS = ("APA-44", "APA-40", "CRA-14")
"""Steps that must be gone before the court, where the ladder has them."""
ANY_TIME = "ACA-52"
"""Belongs to every ladder about status, so that nobody is told "too late"."""
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
        named = self.ladders.get(pathway, (*GENERAL, ANY_TIME))
        ids = dict.fromkeys(_completed(named))
        return tuple(self.limits[key] for key in ids if key in self.limits)


def _completed(ids: Iterable[str]) -> Iterable[str]:
    for key in ids:
        yield key
        yield from _BRINGS.get(key, ())


@follows_pack
@cache
def practice() -> Practice:
    """Return what the law pack in use holds, worked out once."""
    law = pack()
    return of_law(law.limits, law.procedures, law.holidays)


def of_law(
    limits: Mapping[str, TimeLimit],
    procedures: Mapping[str, Procedure],
    years: Mapping[int, HolidayYear],
) -> Practice:
    """Return what deadlines need, out of the records of the law pack.

    Args:
        limits: Time limits by id.
        procedures: Procedures, each the ladder of the pathways and rights it serves.
        years: Days off by common-era year.
    """
    ladders = {
        key: _steps(procedure)
        for procedure in procedures.values()
        for key in (procedure.id, *procedure.pathways, *procedure.rights)
    }
    days = {day: name for year in years.values() for day, name in year.days.items()}
    known = (year.year for year in years.values() if year.announced)
    off = Holidays(frozenset(days), frozenset(known))
    return Practice({k: _limit(v) for k, v in limits.items()}, ladders, off, days)


def _steps(procedure: Procedure) -> tuple[str, ...]:
    """Return the ladder of a procedure; matters of status have a door always open."""
    always = (ANY_TIME,) if procedure.pathways else ()
    return (*procedure.limits, *procedure.remedies, *always)


def _limit(limit: TimeLimit) -> Limit:
    return Limit(
        id=limit.id,
        title=limit.title,
        whose=limit.whose,
        trigger=limit.trigger,
        results=limit.results,
        told_remedy=limit.told_remedy or "",
        purpose=limit.what,
        versions=tuple(_version(version) for version in limit.versions),
        birthday=limit.birthday or 0,
        orders=limit.orders,
        after=limit.after or "",
        instead_of=limit.instead_of,
    )


def _version(version: model.LimitVersion) -> LimitVersion:
    period = None
    if version.amount:
        period = Period(version.amount, version.unit, version.moves)
    return LimitVersion(
        begin=version.opens,
        end=version.closes,
        period=period,
        cites=version.cites,
        verified=version.checked.verified,
    )
