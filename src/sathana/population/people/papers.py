"""Registers, numbers, permissions to stay, residence, orders and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from sathana.population.people import classes
from sathana.population.people.classes import (
    AWAY,
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
    Span,
    ordinal,
    years_round,
)
from sathana.population.people.lineup import GROUPS
from sathana.population.people.shares import number, shares
from sathana.population.people.sheet import UNDER, Sheet, exact, where
from sathana.population.schema import (
    GROUP_UNKNOWN,
    ORDERS,
    SPELLS,
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
    _stays(sheet, papers)
    _residence(sheet)
    _orders(sheet, papers)
    _thai(sheet)
    _certificates(sheet, papers)


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
    days, done = [], [0.0]
    for first, last, many in shares()["settled_periods"].value:  # type: ignore[attr-defined]
        days.append(first.toordinal())
        done.append(done[-1] + many)
    days.append(last.toordinal() + 1)
    return np.array(days, float), np.array(done) / done[-1]


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
    _slot(
        sheet, "registers1_from", papers.holds | thai, where(thai, exact(untold), begin)
    )
    end = where(settled, exact(papers.ordered), sheet.not_ever)
    _slot(sheet, "registers1_until", papers.holds | thai, end)
    sheet.put("registers2_kind", settled)
    _slot(sheet, "registers2_from", settled, exact(papers.ordered))
    _slot(sheet, "registers2_until", settled, sheet.not_ever)
    born = tuple(sheet.columns[f"born_date_{end}"] for end in ("lo", "hi"))
    first = where(thai, (born[0], born[1]), where(papers.holds, begin, sheet.unknown))
    sheet.event("registered", first)


def _slot(sheet: Sheet, name: str, used: Flags, span: Span) -> None:
    """Write a day of a slot; of an empty slot 0."""
    zero = np.zeros(sheet.size, np.int32)
    sheet.days(name, where(used, span, exact(zero)))


def _numbers(sheet: Sheet) -> None:
    """Write what the number shows, and whether the register says Thai."""
    u, dead = sheet.chance(), sheet.of(DEAD) & (sheet.columns["registers1_kind"] > 0)
    old = dead & (sheet.kind == GROUPS)
    groups = sheet.of(SURVEYED_1999, CHILD_OF_1999) | old
    no_status = sheet.of(SURVEYED_2011, CHILD_OF_2011, LATE_ABROAD) | (dead & ~old)
    late, settled = sheet.of(LATE_HERE), sheet.of(SETTLED)
    thai = sheet.of(THAI_SPOUSE, THAI_CHILD) & (sheet.year >= _SINCE_BIRTH_ROLLS)
    alien = sheet.of(OTHER_ALIEN)
    migrant = alien & (u < 0.75)
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


def _stays(sheet: Sheet, papers: Papers) -> None:
    """Write permissions to stay: none after the entry, leniency since the register."""
    u, abroad = sheet.chance(), sheet.people.abroad
    told = abroad & (u < 0.92)
    kind = {word: place + 1 for place, word in enumerate(SPELLS["stay"])}
    later = sheet.of(SURVEYED_1999, SURVEYED_2011, RESIDENT, OTHER_ALIEN) & told
    here = sheet.of(CHILD_OF_1999, CHILD_OF_2011) & ~abroad
    here &= sheet.chance() < number("born_here_lenient")
    first = np.where(told, kind["unpermitted"], 0)
    first = np.where(told & (u < 0.06), kind["unknown"], first)
    first = np.where(told & sheet.of(IN_SHELTER), kind["precarious"], first)
    first = np.where(here, kind["lenient"], first)
    second = np.where(later, kind["lenient"], 0)
    second = np.where(later & sheet.of(RESIDENT), kind["permanent"], second)
    second = np.where(later & sheet.of(OTHER_ALIEN), kind["temporary"], second)
    turn = _of_register(sheet, papers)
    untold = np.full(sheet.size, UNTOLD, np.int32)
    sheet.put("stay1_kind", first)
    _slot(sheet, "stay1_from", first > 0, where(here, turn, exact(untold)))
    _slot(sheet, "stay1_until", first > 0, where(later, turn, sheet.not_ever))
    sheet.put("stay2_kind", second)
    _slot(sheet, "stay2_from", later, turn)
    _slot(sheet, "stay2_until", later, sheet.not_ever)


def _of_register(sheet: Sheet, papers: Papers) -> Span:
    """Return since when a leave to stay counts: the register, or the order."""
    columns = sheet.columns
    begin = tuple(
        columns[f"registers1_from_{end}"].astype(np.int32) for end in ("lo", "hi")
    )
    return where(sheet.of(RESIDENT), exact(papers.ordered), (begin[0], begin[1]))


def _residence(sheet: Sheet) -> None:
    """Write an unbroken life here, until somebody left."""
    away = sheet.of(AWAY)
    living = ~sheet.of(DEAD)
    told = living & (sheet.chance() < number("residence_told"))
    came = np.where(sheet.people.abroad, sheet.people.entry, sheet.people.born) + 1
    left = came + sheet.chance() * np.maximum(2025.5 - came, 0.05)
    gone = years_round(ordinal(np.minimum(left, 2025.5)))
    untold = np.full(sheet.size, UNTOLD, np.int32)
    sheet.put("residence1_kind", told)
    _slot(sheet, "residence1_from", told, exact(untold))
    _slot(sheet, "residence1_until", told, where(away, gone, sheet.not_ever))


def _orders(sheet: Sheet, papers: Papers) -> None:
    """Write how somebody became Thai or a resident."""
    settled, resident = sheet.of(SETTLED), sheet.of(RESIDENT)
    couple = sheet.people.couple
    by_parent = settled & (couple >= 0) & sheet.people.couples.thai[couple]
    old = settled & sheet.always & (sheet.birth <= _SOIL_UNTIL) & ~by_parent
    highland = old & (papers.ordered >= _RULE_543)
    former = settled & (sheet.birth < _SOIL_BARRED_UNTIL) & ~by_parent & ~highland
    act = former & (papers.ordered >= _ACT_2008) & (sheet.chance() < 0.8)
    entered = by_parent | highland | act
    kind = np.where(entered, _order("nationality_entered"), _order("grant_7bis2"))
    kind = np.where(settled, kind, 0)
    sheet.put("order1_kind", np.where(resident, _order("permanent_residence"), kind))
    some = settled | resident
    _slot(sheet, "order1_on", some, exact(papers.ordered))
    sheet.put("order1_by", some)
    rules = [UNDER.index(rule) + 1 for rule in ("NB-1992-M", "RG-2543", "S23")]
    under = np.select([by_parent, highland, act], rules, 0)
    sheet.put("order1_under", under)
    digits = np.select(
        [act, highland, settled & (sheet.kind == GROUPS)], [73, 84, 76], 0
    )
    held = digits > 0
    group = np.where(held & settled, digits, sheet.columns["group_code"])
    sheet.put("group_code", group)


def _order(word: str) -> int:
    return ORDERS.index(word) + 1


def _thai(sheet: Sheet) -> None:
    """Write the nationality that is told: of the eldest and of spouses from outside."""
    outside = (sheet.people.gen == 0) | (sheet.people.place < 0)
    foreign = outside & sheet.people.abroad
    spouse = sheet.of(THAI_SPOUSE)
    sheet.put("thai1_kind", np.where(spouse, 2, np.where(foreign, 1, 0)))
    untold = np.full(sheet.size, UNTOLD, np.int32)
    _slot(sheet, "thai1_from", spouse | foreign, exact(untold))
    _slot(sheet, "thai1_until", spouse | foreign, sheet.not_ever)


def _certificates(sheet: Sheet, papers: Papers) -> None:
    """Write alien certificates: of residents, and of few others of Chinese groups."""
    resident = sheet.of(RESIDENT)
    haw = np.isin(sheet.group, (51, 52, 53)) & sheet.of(SURVEYED_1999, SETTLED)
    haw &= (sheet.chance() < 0.1) & (sheet.year < 1962)
    held = resident | haw
    day = np.where(resident, papers.ordered + 30, ordinal(1978 + 6 * sheet.chance()))
    sheet.event("alien_certificate.taken", where(held, exact(day), sheet.not_ever))
    kept = held & (sheet.chance() < 0.5)
    lost = where(held & ~kept, sheet.unknown, sheet.not_ever)
    sheet.event("alien_certificate.kept_until", lost)
    willing = held & (sheet.chance() < 0.5)
    sheet.fact("alien_certificate.voluntary", {"yes": willing})
