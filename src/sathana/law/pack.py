"""The whole law of one edition, and what of it is due to be read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sathana.law.id13 import Id13Table
from sathana.law.marks import Bound, Checked, Mark, Text
from sathana.law.model import (
    ContestedPoint,
    Instrument,
    LawEvent,
    Provision,
    RuleInfo,
)
from sathana.law.model_practice import (
    Fee,
    Form,
    HolidayYear,
    OfficeDoor,
    Practice,
    Procedure,
    TimeLimit,
)
from sathana.law.model_update import Update
from sathana.logic.truth import Truth


@dataclass(frozen=True, slots=True)
class Due:
    """Something of the law that must be read again.

    Attributes:
        kind: ``instrument``, ``provision``, ``rule``, ``contested``, ``fee``,
            ``limit``, ``procedure``, ``door``, ``form`` or ``number``.
        recheck_on: Day by which it must be read again, ordinal.
        overdue: Whether that day has come.
    """

    kind: str
    id: str
    title: Text
    verified: Mark
    recheck_on: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class LawPack:
    """The whole law of one edition; every mapping is keyed by id.

    Attributes:
        version: Name and edition as answers print it, ``th@2026.11``, with
            ``+ID`` for each update of the law that is installed.
        updates: Installed updates, the earliest first.
        updated_by: Ids of the updates that changed a record, by ``rule/ANN-2025``.
        practice: Procedures, fees, time limits, offices, forms and holidays.
        id13: What thirteen-digit numbers show.
    """

    version: str
    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    rules: Mapping[str, RuleInfo]
    contested: Mapping[str, ContestedPoint]
    events: Mapping[str, LawEvent]
    practice: Practice
    id13: Id13Table
    updates: tuple[Update, ...] = ()
    updated_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def rule(self, rule_id: str) -> RuleInfo:
        """Return the rule with this id.

        Raises:
            LookupError: No such rule; the message names the id and the edition.
        """
        if rule_id not in self.rules:
            raise LookupError(
                f"The law pack {self.version} has no rule '{rule_id}'. "
                "Ids are written without a slash, as in 'NB-1992-M'; "
                "'sathana law list' shows them all."
            )
        return self.rules[rule_id]

    @property
    def pathways(self) -> Mapping[str, RuleInfo]:
        """The rules for which something can be applied for, by id."""
        return {key: rule for key, rule in self.rules.items() if rule.pathway}

    @property
    def rights(self) -> Mapping[str, RuleInfo]:
        """The rules that say whether a right can be used, by id."""
        return {key: rule for key, rule in self.rules.items() if rule.right}

    @property
    def procedures(self) -> Mapping[str, Procedure]:
        """How things are asked for, by id."""
        return self.practice.procedures

    @property
    def limits(self) -> Mapping[str, TimeLimit]:
        """Time limits of persons and offices, by id."""
        return self.practice.limits

    @property
    def fees(self) -> Mapping[str, Fee]:
        """Fees, by id."""
        return self.practice.fees

    @property
    def doors(self) -> Mapping[str, OfficeDoor]:
        """Hotlines and offices, by id."""
        return self.practice.doors

    @property
    def forms(self) -> Mapping[str, Form]:
        """Official forms, by id."""
        return self.practice.forms

    @property
    def holidays(self) -> Mapping[int, HolidayYear]:
        """Public holidays of the offices, by Gregorian year."""
        return self.practice.holidays

    def in_force(self, provision_id: str, day: int) -> Truth:
        """Tell whether a provision's wording was in force on a day.

        Args:
            provision_id: Id of the provision.
            day: Ordinal.

        Returns:
            Unknown where the day lies within the span of a bound of which only two
            outer days are known, or where no first day is known at all.
        """
        provision = self.provisions[provision_id]
        return within(day, provision.in_force_from, provision.in_force_until)

    def due(self, on: int) -> list[Due]:
        """List what must be read again, and when, earliest first.

        Args:
            on: The day asked about, ordinal; what is due by then is ``overdue``.
        """
        found = [
            *_of_law(self),
            *_of_practice(self.practice),
            *self.id13.marked(),
        ]
        unique = {
            (kind, key): Due(
                kind, key, title, chk.verified, chk.recheck, chk.recheck <= on
            )
            for kind, key, title, chk in sorted(
                found, key=lambda row: row[3].recheck, reverse=True
            )
        }
        return sorted(unique.values(), key=lambda d: (d.recheck_on, d.kind, d.id))


type _Marked = tuple[str, str, Text, Checked]


def _of_law(law: LawPack) -> Iterator[_Marked]:
    for i in law.instruments.values():
        yield "instrument", i.id, i.title, i.checked
    for p in law.provisions.values():
        yield "provision", p.id, p.section, p.checked
    for c in law.contested.values():
        yield "contested", c.id, c.question, c.checked
    for r in law.rules.values():
        for version in r.versions:
            yield "rule", r.id, r.title, version.checked


def _of_practice(found: Practice) -> Iterator[_Marked]:
    for fee in found.fees.values():
        yield from (("fee", fee.id, fee.title, v.checked) for v in fee.values)
    for limit in found.limits.values():
        yield from (("limit", limit.id, limit.title, v.checked) for v in limit.versions)
    for own in found.procedures.values():
        yield "procedure", own.id, own.title, own.checked
        yield from (("procedure", own.id, own.title, d.checked) for d in own.deciders)
    yield from (("door", d.id, d.title, d.checked) for d in found.doors.values())
    yield from (("form", f.id, f.title, f.checked) for f in found.forms.values())


def within(day: int, start: Bound, end: Bound) -> Truth:
    """Tell whether a day lies in a half-open window whose bounds may be spans.

    Args:
        day: Ordinal.
        start: First day inside; ``None`` is an open end.
        end: First day outside; ``None`` is an open end.
    """
    return _on_or_after(day, start) & ~_on_or_after(day, end, open_end=Truth.NO)


def _on_or_after(day: int, bound: Bound, open_end: Truth = Truth.YES) -> Truth:
    if bound is None:
        return open_end
    if day >= bound.latest:
        return Truth.YES
    return Truth.NO if day < bound.earliest else Truth.UNKNOWN
