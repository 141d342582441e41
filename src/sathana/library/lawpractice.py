"""Procedures, fees, time limits, offices and forms as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.law.load import pack
from sathana.law.marks import Bound, Checked
from sathana.law.model import ContestedPoint, Right, RuleInfo
from sathana.law.model_practice import (
    Decider,
    FeeValue,
    LimitVersion,
    NeededPaper,
    OfficeDoor,
    Procedure,
    Trigger,
)
from sathana.library import lawbook
from sathana.library.lawcounting import HOLIDAYS, TRIGGERS, WHOSE, duration, money
from sathana.library.lawuses import Named, served, uses
from sathana.vocabulary.papers import PAPERS
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Amount:
    """One value of a fee or one text of a time limit.

    Attributes:
        when: When it holds, in words.
        dated: Whether it has a beginning or an end.
        in_force: False where nobody could verify that it is in force.
        ceiling: Whether it is only the most that the Act allows.
    """

    amount: Text
    when: str
    dated: bool
    checked: Checked
    cites: tuple[str, ...]
    in_force: bool = True
    ceiling: bool = False
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class FeePage:
    """A fee with every amount that is known of it.

    Attributes:
        unsettled: Whether more than one amount may be in force.
        used: Procedures in which it is paid.
    """

    id: str
    title: Text
    values: tuple[Amount, ...]
    unsettled: bool
    used: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class LimitPage:
    """A time limit.

    Attributes:
        must: What must be done by then.
        whose: For whom it runs, in words.
        counted: Whether there is a first day at all.
        holiday: What a holiday does to its last day; empty where all differ or none.
        used: Procedures to which it belongs.
    """

    id: str
    title: Text
    must: Text
    whose: Text
    counted_from: Text
    counted: bool
    holiday: Text | None
    versions: tuple[Amount, ...]
    cites: tuple[str, ...]
    used: tuple[Named, ...]
    warn: Text | None

    @property
    def current(self) -> tuple[Amount, ...]:
        """The newest of its texts."""
        return self.versions[-1:]


@dataclass(frozen=True, slots=True)
class DeciderLine:
    """Who decides, and when that was so, in words."""

    who: Text
    when: str
    cites: tuple[str, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class ProcedurePage:
    """A procedure with everything that belongs to it.

    Attributes:
        serves: Pathways and rights which it serves.
        papers: Papers to bring, each with its name.
        remedies: Time limits of the ladder, the nearest rung first.
        raw: The record of the law.
    """

    raw: Procedure
    serves: tuple[Named, ...]
    deciders: tuple[DeciderLine, ...]
    papers: tuple[tuple[NeededPaper, Text], ...]
    fees: tuple[FeePage, ...]
    limits: tuple[LimitPage, ...]
    remedies: tuple[LimitPage, ...]
    doors: tuple[OfficeDoor, ...]
    contested: tuple[ContestedPoint, ...]


# --- fees and limits ------------------------------------------------------------------


def fee(key: str) -> FeePage:
    """Return one fee with all its amounts."""
    record = pack().fees[key]
    values = tuple(map(_fee_value, record.values))
    doubtful = [value for value in values if not value.in_force]
    used = uses().used.get(key, ())
    return FeePage(key, record.title, values, len(doubtful) > 1, used)


def _fee_value(value: FeeValue) -> Amount:
    return Amount(
        money(value.baht),
        lawbook.window(value.opens, value.closes),
        _dated(value.opens, value.closes),
        value.checked,
        value.cites,
        value.in_force,
        value.ceiling,
        value.note,
    )


def _dated(opens: Bound, closes: Bound) -> bool:
    return opens is not None or closes is not None


def limit(key: str) -> LimitPage:
    """Return one time limit with all its texts."""
    record = pack().limits[key]
    moves = {version.moves for version in record.versions if version.amount}
    return LimitPage(
        key,
        record.title,
        record.what,
        WHOSE.get(record.whose, {"th": record.whose, "en": record.whose}),
        TRIGGERS.get(record.trigger, {"th": record.trigger, "en": record.trigger}),
        record.trigger != "any_time",
        HOLIDAYS[moves.pop()] if len(moves) == 1 else None,
        tuple(_limit_text(version, record.trigger) for version in record.versions),
        tuple(dict.fromkeys(c for version in record.versions for c in version.cites)),
        uses().used.get(key, ()),
        record.warn,
    )


def _limit_text(version: LimitVersion, trigger: Trigger) -> Amount:
    return Amount(
        duration(version.amount, version.unit, trigger),
        lawbook.window(version.opens, version.closes),
        _dated(version.opens, version.closes),
        version.checked,
        version.cites,
        version.in_force,
        note=version.note,
    )


def limits_by_owner() -> tuple[tuple[Text, tuple[LimitPage, ...]], ...]:
    """Return all limits: those of persons first, then those of offices."""
    limits = pack().limits
    return tuple(
        (words, tuple(limit(key) for key in ids))
        for whose, words in WHOSE.items()
        if (ids := [key for key, record in limits.items() if record.whose == whose])
    )


# --- procedures and rights ------------------------------------------------------------


def procedure(key: str) -> ProcedurePage:
    """Return one procedure with everything that belongs to it."""
    raw = pack().procedures[key]
    law = pack()
    return ProcedurePage(
        raw,
        tuple(("rule", k) for k in served(raw) if k in law.rules),
        tuple(map(_decider, raw.deciders)),
        tuple((row, row.name or paper(row.paper or "")) for row in raw.papers),
        tuple(fee(k) for k in raw.fees),
        tuple(limit(k) for k in raw.limits),
        tuple(limit(k) for k in raw.remedies),
        tuple(pack().doors[k] for k in raw.doors),
        tuple(law.contested[k] for k in raw.contested if k in law.contested),
    )


def _decider(row: Decider) -> DeciderLine:
    when = lawbook.window(row.opens, row.closes)
    return DeciderLine(row.who, when, row.cites, row.checked)


@dataclass(frozen=True, slots=True)
class RightPage:
    """The practical side of a right."""

    raw: Right
    papers: tuple[Text, ...]
    fees: tuple[FeePage, ...]


def right(rule: RuleInfo) -> RightPage | None:
    """Return the practical side of a right; none for a rule that is no right."""
    raw = rule.right
    if raw is None:
        return None
    return RightPage(raw, tuple(map(paper, raw.papers)), tuple(map(fee, raw.fees)))


def paper(key: str | Text) -> Text:
    """Return what a paper is called; its id where the vocabulary has no such one."""
    if not isinstance(key, str):
        return key
    known_paper = PAPERS.get(key)
    return known_paper.name.both() if known_paper else {"th": key, "en": key}
