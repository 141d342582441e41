"""Registers and numbers, and when orders were made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from sathana.population.people import classes, permits
from sathana.population.people.classes import (
    CHILD_OF_1999,
    CHILD_OF_2011,
    DEAD,
    IN_SHELTER,
    LATE_ABROAD,
    LATE_HERE,
    OTHER_ALIEN,
    RESIDENT,
    SETTLED,
    SURVEYED_1999,
    SURVEYED_2011,
    THAI_CHILD,
    THAI_SPOUSE,
)
from sathana.population.people.days import (
    ASKED,
    Days,
    Flags,
    Reals,
    ordinal,
    years_round,
)
from sathana.population.people.lineup import GROUPS
from sathana.population.people.shares import number, shares
from sathana.population.people.sheet import Sheet, exact, where
from sathana.population.schema import (
    GROUP_UNKNOWN,
    UNTOLD,
)

_NO_GROUP, _NO_STATUS, _SINCE_BIRTH_ROLLS = 0, 89, 1984
_RULE_543 = date(2000, 8, 29).toordinal()
_ACT_2008 = date(2008, 2, 28).toordinal()
_SOIL_UNTIL = date(1972, 12, 13).toordinal()
_SOIL_BARRED_UNTIL = date(1992, 2, 26).toordinal()
_NEWLY = 2.0
_SOIL_BARRED_YEAR, _LONG_WAIT, _HIGHLAND_RULE = 1992, 14, 1998


@dataclass(frozen=True)
class Papers:
    """What the other columns of a block follow from.

    Attributes:
        registered: When each first came into a register; meaningless if never.
        holds: Who is in a register.
        ordered: Day of the order that made somebody Thai or a resident.
    """

    registered: Days
    holds: Flags
    ordered: Days


def write(sheet: Sheet) -> None:
    """Write all columns that a paper carries."""
    papers = _dates(sheet)
    _registers(sheet, papers)
    _numbers(sheet)
    permits.write(sheet, papers.ordered)


def _dates(sheet: Sheet) -> Papers:
    """Choose when people came into a register, and when orders were made."""
    people, u = sheet.people, sheet.chance()
    survey = np.where(sheet.kind == GROUPS, _survey_of_groups(sheet.group, u), 0)
    survey = np.where(sheet.kind == GROUPS, survey, 2006 + 5.9 * u)
    came = np.where(people.abroad, people.entry, people.born)
    at = np.maximum(survey, np.where(people.abroad, came + 0.5, came + 3 * u**3 + 0.05))
    late = sheet.of(LATE_ABROAD, LATE_HERE)
    at = np.where(late, np.maximum(2012.1 + 13 * u, came + 0.2), at)
    own = sheet.of(OTHER_ALIEN, IN_SHELTER)
    since = np.where(sheet.of(IN_SHELTER), 1984, 2004) + _NEWLY * u
    at = np.where(own, np.maximum(since, came + 0.4), at)
    at = np.where(sheet.of(SURVEYED_1999, RESIDENT), np.minimum(at, 1999.9), at)
    at = np.where(sheet.of(SURVEYED_2011), np.minimum(at, 2011.9), at)
    registered = np.minimum(ordinal(at), ASKED - 1)
    ordered = _ordered(sheet)
    settled, born = sheet.of(SETTLED), sheet.birth + 15
    before = np.maximum(ordered - 400 - (3000 * sheet.chance()).astype(np.int32), born)
    registered = np.where(settled, np.minimum(registered, before), registered)
    dead = sheet.of(DEAD) & (sheet.kind < 2) & (people.died > at + 1)
    holds = sheet.counted & ~sheet.of(classes.UNREGISTERED)
    return Papers(registered.astype(np.int32), holds | settled | dead, ordered)


def _survey_of_groups(group: npt.NDArray[np.uint8], u: Reals) -> Reals:
    """Return when a recognised group was surveyed, in years."""
    highland, communities = group == 50, (group == 71) | (group == 72)
    found = np.where(highland, 1990.5 + u, 1984 + 10 * u)
    return np.where(communities, 1999.1 + 0.8 * u, found)


@cache
def _periods() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return days and the share of grants made by them."""
    periods = list(shares()["settled_periods"].value)  # type: ignore[call-overload]
    days = [first.toordinal() for first, _, _ in periods]
    days.append(periods[-1][1].toordinal() + 1)
    done = np.cumsum([0, *(many for _, _, many in periods)])
    return np.array(days, float), done / done[-1]


def _ordered(sheet: Sheet) -> Days:
    """Spread orders over the years as published, the eldest first."""
    found = np.zeros(sheet.size, np.int32)
    those = np.flatnonzero(sheet.of(SETTLED))
    born = sheet.people.born[those]
    wait = np.where(born < _SOIL_BARRED_YEAR, _LONG_WAIT, 4) * sheet.chance()[those]
    elder = sheet.always[those] & (sheet.birth[those] <= _SOIL_UNTIL)
    key = born + np.where(
        elder, np.maximum(wait, _HIGHLAND_RULE - born + wait / 3), wait
    )
    order = those[np.argsort(key, kind="stable")]
    days, done = _periods()
    part = (np.arange(len(order)) + 0.5) / max(len(order), 1)
    found[order] = np.interp(part, done, days).astype(np.int32)
    found[those] = np.maximum(found[those], sheet.birth[those] + 40)
    resident = sheet.of(RESIDENT)
    found[resident] = ordinal(2000 + 22 * sheet.chance()[resident])
    return np.minimum(found, ASKED - 1)


def _registers(sheet: Sheet, papers: Papers) -> None:
    """Write one or two registers; Thais stand in theirs since birth."""
    exactly = sheet.chance() < number("register_day")
    exactly |= sheet.of(SETTLED) | (papers.registered - sheet.birth < 400)
    begin = where(exactly, exact(papers.registered), years_round(papers.registered))
    thai = sheet.of(THAI_SPOUSE, THAI_CHILD)
    untold = np.full(sheet.size, UNTOLD, np.int32)
    settled = sheet.of(SETTLED)
    sheet.put("registers1_kind", papers.holds | thai)
    sheet.slot(
        "registers1_from", papers.holds | thai, where(thai, exact(untold), begin)
    )
    end = where(settled, exact(papers.ordered), sheet.not_ever)
    sheet.slot("registers1_until", papers.holds | thai, end)
    sheet.put("registers2_kind", settled)
    sheet.slot("registers2_from", settled, exact(papers.ordered))
    sheet.slot("registers2_until", settled, sheet.not_ever)
    born = tuple(sheet.columns[f"born_date_{end}"] for end in ("lo", "hi"))
    first = where(thai, (born[0], born[1]), where(papers.holds, begin, sheet.unknown))
    sheet.event("registered", first)


def _numbers(sheet: Sheet) -> None:
    """Write what the number shows, and whether the register says Thai."""
    u, dead = sheet.chance(), sheet.of(DEAD) & (sheet.columns["registers1_kind"] > 0)
    old = dead & (sheet.kind == GROUPS)
    groups = sheet.of(SURVEYED_1999, CHILD_OF_1999) | old
    no_status = sheet.of(SURVEYED_2011, CHILD_OF_2011, LATE_ABROAD) | (dead & ~old)
    late, settled = sheet.of(LATE_HERE), sheet.of(SETTLED)
    thai = sheet.of(THAI_SPOUSE, THAI_CHILD) & (sheet.year >= _SINCE_BIRTH_ROLLS)
    alien = sheet.of(OTHER_ALIEN)
    migrant = alien & (u < number("migrant_workers"))
    sheet.fact(
        "number_class",
        {
            "recognised_group": groups,
            "resident": sheet.of(RESIDENT) | settled,
            "no_status_89": no_status,
            "no_status_00": late,
            "thai": thai,
            "migrant": migrant,
            "shelter": sheet.of(IN_SHELTER),
            "other": alien & ~migrant,
        },
    )
    group = np.full(sheet.size, GROUP_UNKNOWN)
    group = np.where(groups, sheet.group, group)
    group = np.where(no_status, _NO_STATUS, group)
    none = late | sheet.of(RESIDENT) | (alien & ~migrant)
    sheet.put("group_code", np.where(none, _NO_GROUP, group))
    tr14 = settled | sheet.of(THAI_SPOUSE, THAI_CHILD)
    held = (sheet.columns["registers1_kind"] > 0) & ~tr14
    sheet.fact("registered_as_thai", {"yes": thai, "no": held})
