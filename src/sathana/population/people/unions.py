"""Marriages: of parents, as their children tell them, and of others."""

from __future__ import annotations

import numpy as np

from sathana.calendars.spans import EARLIEST_DAY
from sathana.population.people.classes import THAI_SPOUSE, UNREGISTERED
from sathana.population.people.days import ASKED, Days, Flags, Rows, ordinal
from sathana.population.people.shares import table
from sathana.population.people.sheet import Sheet, where
from sathana.population.schema import (
    FOREIGN_SPOUSE,
    NEVER,
    NO_MARRIAGE,
    NOT_IDENTIFIED,
)
from sathana.population.schema import (
    THAI_SPOUSE as WED_A_THAI,
)

_UNTIL = 2002


def write(sheet: Sheet, first: int) -> None:
    """Write the marriages of parents and the slot of each person.

    Args:
        sheet: Where to write.
        first: Row of the table at which the block begins.
    """
    couples, u = sheet.people.couples, sheet.rng.random(len(sheet.people.couples.cell))
    plain, mixed = table("parents_marriage"), table("thai_marriage")
    never = np.where(couples.thai, mixed["never"], plain["never"])
    told = np.where(couples.thai, mixed["registered"], plain["registered"])
    named = couples.father >= 0
    day = ordinal(couples.middle - 2 + 8 * sheet.rng.random(len(u)))
    known = named & (u >= never) & (u < never + told) & (day < ASKED)
    open_ = np.where(named, u >= never + told, u > 0.8)
    _told_of_children(sheet, known, open_, day)
    _slots(sheet, known, open_, day, first)


def _told_of_children(sheet: Sheet, known: Flags, open_: Flags, day: Days) -> None:
    """Write the marriage of the parents of each person."""
    couple = sheet.people.couple
    has = couple >= 0
    is_known, is_open = has & known[couple], ~has | open_[couple]
    born = sheet.columns["born_date_lo"].astype(np.int32)
    floor = np.full(sheet.size, EARLIEST_DAY, np.int32)
    for row in (sheet.people.father, sheet.people.mother):
        floor = np.where(row >= 0, np.maximum(floor, born[row]), floor)
    span = where(is_open, (floor, sheet.never), sheet.not_ever)
    sheet.event("parents_marriage", where(is_known, (day[couple],) * 2, span))
    sheet.put("parents_marriage_order", 0)


def _slots(sheet: Sheet, known: Flags, open_: Flags, day: Days, first: int) -> None:
    """Write the marriage of each parent, and of some who have no child here."""
    couples = sheet.people.couples
    spouse = np.full(sheet.size, NO_MARRIAGE, np.int64)
    child = np.full(sheet.size, NOT_IDENTIFIED, np.int64)
    lo, hi = np.zeros(sheet.size, np.int32), np.zeros(sheet.size, np.int32)
    born = sheet.columns["born_date_lo"].astype(np.int32)
    wed = known | open_
    begin = np.maximum(born[couples.mother], _births(born, couples.father))
    begin = np.where(known, day, begin)
    end = np.where(known, day, NEVER)
    for person, other in (
        (couples.father, couples.mother),
        (couples.mother, couples.father),
    ):
        these = wed & (person >= 0)
        rows = person[these]
        spouse[rows] = np.where(other[these] < 0, other[these], other[these] + first)
        child[rows] = couples.child[these] + first
        lo[rows], hi[rows] = begin[these], end[these]
    ended = where(spouse != NO_MARRIAGE, sheet.unknown, (sheet.never * 0,) * 2)
    _others(sheet, spouse, lo, hi, ended)
    sheet.columns["marriage1_spouse"] = spouse.astype(np.int32)
    sheet.days("marriage1_wedding", (lo, hi))
    sheet.put("marriage1_wedding_order", 0)
    sheet.columns["marriage1_child"] = child.astype(np.int32)
    sheet.days("marriage1_ended", ended)
    sheet.put("marriage1_gives", spouse != NO_MARRIAGE)


def _births(born: Days, rows: Rows) -> Days:
    """Return births of rows; of those who are no rows the earliest of all days."""
    found: Days = np.where(rows >= 0, born[rows], EARLIEST_DAY)
    return found


def _others(
    sheet: Sheet, spouse: Rows, lo: Days, hi: Days, ended: tuple[Days, Days]
) -> None:
    """Marry some without children in the table to Thais or to foreigners."""
    u, wed = sheet.chance(), table("outside_marriage")
    free = (sheet.people.place > 1) & (sheet.year < _UNTIL) & sheet.people.alive
    free &= ~sheet.of(UNREGISTERED, THAI_SPOUSE) & (u < wed["married"])
    day = ordinal(sheet.people.born + 20 + 15 * sheet.chance())
    free &= day < ASKED
    spouse[free] = np.where(
        u[free] < wed["married"] * wed["thai"], WED_A_THAI, FOREIGN_SPOUSE
    )
    lo[free] = hi[free] = day[free]
    for end in ended:
        end[free] = NEVER
