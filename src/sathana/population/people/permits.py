"""Permissions to stay, residence, orders, told nationality and certificates."""

from __future__ import annotations

from datetime import date

import numpy as np

from sathana.population.people.classes import (
    AWAY,
    CHILD_OF_1999,
    CHILD_OF_2011,
    DEAD,
    IN_SHELTER,
    OTHER_ALIEN,
    RESIDENT,
    SETTLED,
    SURVEYED_1999,
    SURVEYED_2011,
    THAI_SPOUSE,
)
from sathana.population.people.days import Days, Span, ordinal, years_round
from sathana.population.people.lineup import GROUPS
from sathana.population.people.shares import number, table
from sathana.population.people.sheet import Sheet, exact, where
from sathana.population.rulebook import rule_codes
from sathana.population.schema import ORDERS, SPELLS, UNTOLD

_RULE_2543 = date(2000, 8, 29).toordinal()
_ACT_2008 = date(2008, 2, 28).toordinal()
_SOIL_UNTIL = date(1972, 12, 13).toordinal()
_SOIL_BARRED_UNTIL = date(1992, 2, 26).toordinal()


def write(sheet: Sheet, ordered: Days) -> None:
    """Write what follows from the registers that stand on the sheet.

    Args:
        sheet: Where to write.
        ordered: Day of the order that made somebody Thai or a resident.
    """
    _stays(sheet, ordered)
    _residence(sheet)
    _orders(sheet, ordered)
    _thai(sheet)
    _certificates(sheet, ordered)


def _stays(sheet: Sheet, ordered: Days) -> None:
    """Write permissions to stay: none after the entry, leniency since the register."""
    u, abroad = sheet.chance(), sheet.people.abroad
    share = table("stay_told")
    told = abroad & (u < share["told"])
    kind = {word: place + 1 for place, word in enumerate(SPELLS["stay"])}
    later = sheet.of(SURVEYED_1999, SURVEYED_2011, RESIDENT, OTHER_ALIEN) & told
    here = sheet.of(CHILD_OF_1999, CHILD_OF_2011) & ~abroad
    here &= sheet.chance() < number("born_here_lenient")
    first = np.where(told, kind["unpermitted"], 0)
    first = np.where(told & (u < share["class_unknown"]), kind["unknown"], first)
    first = np.where(told & sheet.of(IN_SHELTER), kind["precarious"], first)
    first = np.where(here, kind["lenient"], first)
    second = np.where(later, kind["lenient"], 0)
    second = np.where(later & sheet.of(RESIDENT), kind["permanent"], second)
    second = np.where(later & sheet.of(OTHER_ALIEN), kind["temporary"], second)
    turn = _of_register(sheet, ordered)
    untold = np.full(sheet.size, UNTOLD, np.int32)
    sheet.put("stay1_kind", first)
    sheet.slot("stay1_from", first > 0, where(here, turn, exact(untold)))
    sheet.slot("stay1_until", first > 0, where(later, turn, sheet.not_ever))
    sheet.put("stay2_kind", second)
    sheet.slot("stay2_from", later, turn)
    sheet.slot("stay2_until", later, sheet.not_ever)


def _of_register(sheet: Sheet, ordered: Days) -> Span:
    """Return since when a leave to stay counts: the register, or the order."""
    columns = sheet.columns
    begin = tuple(
        columns[f"registers1_from_{end}"].astype(np.int32) for end in ("lo", "hi")
    )
    return where(sheet.of(RESIDENT), exact(ordered), (begin[0], begin[1]))


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
    sheet.slot("residence1_from", told, exact(untold))
    sheet.slot("residence1_until", told, where(away, gone, sheet.not_ever))


def _orders(sheet: Sheet, ordered: Days) -> None:
    """Write how somebody became Thai or a resident."""
    settled, resident = sheet.of(SETTLED), sheet.of(RESIDENT)
    couple = sheet.people.couple
    by_parent = settled & (couple >= 0) & sheet.people.couples.thai[couple]
    old = settled & sheet.always & (sheet.birth <= _SOIL_UNTIL) & ~by_parent
    highland = old & (ordered >= _RULE_2543)
    former = settled & (sheet.birth < _SOIL_BARRED_UNTIL) & ~by_parent & ~highland
    act = (
        former
        & (ordered >= _ACT_2008)
        & (sheet.chance() < number("section_23_entered"))
    )
    entered = by_parent | highland | act
    kind = np.where(entered, _order("nationality_entered"), _order("grant_7bis2"))
    kind = np.where(settled, kind, 0)
    sheet.put("order1_kind", np.where(resident, _order("permanent_residence"), kind))
    some = settled | resident
    sheet.slot("order1_on", some, exact(ordered))
    sheet.put("order1_by", some)
    rules = [rule_codes().index(rule) + 1 for rule in ("NB-1992-M", "RG-2543", "S23")]
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
    sheet.slot("thai1_from", spouse | foreign, exact(untold))
    sheet.slot("thai1_until", spouse | foreign, sheet.not_ever)


def _certificates(sheet: Sheet, ordered: Days) -> None:
    """Write alien certificates: of residents, and of few others of Chinese groups."""
    resident = sheet.of(RESIDENT)
    haw = np.isin(sheet.group, (51, 52, 53)) & sheet.of(SURVEYED_1999, SETTLED)
    haw &= (sheet.chance() < number("haw_certificates")) & (sheet.year < 1962)
    held = resident | haw
    day = np.where(resident, ordered + 30, ordinal(1978 + 6 * sheet.chance()))
    sheet.event("alien_certificate.taken", where(held, exact(day), sheet.not_ever))
    kept = held & (sheet.chance() < 0.5)
    lost = where(held & ~kept, sheet.unknown, sheet.not_ever)
    sheet.event("alien_certificate.kept_until", lost)
    willing = held & (sheet.chance() < 0.5)
    sheet.fact("alien_certificate.voluntary", {"yes": willing})
