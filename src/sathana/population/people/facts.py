"""Facts of one value, births, entries and the other events of a life."""

from __future__ import annotations

import numpy as np

from sathana.population.people import classes
from sathana.population.people.days import (
    ASKED,
    Flags,
    Span,
    decade_round,
    ordinal,
    years_round,
)
from sathana.population.people.lineup import LAST_BIRTH, SURVEYED
from sathana.population.people.shares import number, numbers, stepped, table
from sathana.population.people.sheet import Sheet, exact, where
from sathana.population.schema import NO_SUCH, code

_CHILD_YEARS, _SCHOOL, _ADULT = 5, (4, 20), 20
_CHIANG_RAI = 57


def write(sheet: Sheet) -> None:
    """Write all facts and events that no paper carries."""
    _births(sheet)
    _places(sheet)
    _descent(sheet)
    _notices(sheet)
    _character(sheet)
    _learning(sheet)
    _family_events(sheet)


def _age(sheet: Sheet, years: float) -> Flags:
    """Say who has reached an age on the day asked."""
    found: Flags = sheet.birth <= ASKED - years * 365.25
    return found


def _births(sheet: Sheet) -> None:
    """Write what is known of births; the spans of parent and child never overlap."""
    u = sheet.chance()
    day, year = stepped("birth_known", sheet.year)
    recent = sheet.people.born > LAST_BIRTH - 7
    known = where(u < day + year, years_round(sheet.birth), decade_round(sheet.birth))
    sheet.event("born.date", where(recent | (u < day), exact(sheet.birth), known))
    sheet.fact("sex", {"male": sheet.people.male, "female": ~sheet.people.male})


def _places(sheet: Sheet) -> None:
    """Write where people were born and when they came."""
    abroad, u = sheet.people.abroad, sheet.chance()
    unsure = sheet.of(
        classes.SURVEYED_1999,
        classes.SURVEYED_2011,
        classes.LATE_ABROAD,
        classes.AWAY,
        classes.DEAD,
        classes.LATE_HERE,
        classes.UNREGISTERED,
    )
    unknown = unsure & (u < number("birthplace_unknown"))
    unknown |= sheet.of(classes.SURVEYED_1999) & ~abroad
    sheet.fact("born.country", {"TH": ~abroad & ~unknown, "abroad": abroad & ~unknown})
    came = _entries(sheet)
    never = ~abroad & (~unknown | (sheet.always & parents(sheet)))
    here = where(never, sheet.not_ever, sheet.unknown)
    sheet.event("entered", where(abroad, came, here))


def parents(sheet: Sheet) -> Flags:
    """Say who is a father or mother in the table."""
    found = np.zeros(sheet.size, np.bool_)
    for row in (sheet.people.father, sheet.people.mother):
        found[row[row >= 0]] = True
    return found


def _entries(sheet: Sheet) -> Span:
    """Return what is known of entries: the year, five years, or nothing."""
    u = sheet.chance()
    year, about = numbers("entry_known")
    day = ordinal(np.maximum(sheet.people.entry, sheet.people.born))
    lo, hi = where(u < year, years_round(day), years_round(day, 2, 2))
    lo = np.maximum(lo, sheet.columns["born_date_lo"].astype(np.int32))
    return where(u < year + about, (lo, hi), sheet.unknown)


def _descent(sheet: Sheet) -> None:
    """Write of which people somebody comes, and what ties there are elsewhere."""
    u, v, w = sheet.chance(), sheet.chance(), sheet.chance()
    inside = sheet.people.place >= 0
    highland = sheet.always & inside
    told = u < number("highlander_told")
    sheet.fact("original_highlander", {"yes": highland & told, "no": ~highland & told})
    displaced = (sheet.group >= 63) & (sheet.group <= 67) & inside
    sheet.fact("displaced_thai", {"yes": displaced, "no": ~displaced & (u < 0.97)})
    ties, papers = table("foreign_nationality"), table("foreign_documents")
    no, some = v < ties["no"], v > 1 - ties["yes"]
    sheet.fact("foreign_nationality", {"no": no, "yes": some})
    none, held = w < papers["none"], w > 1 - papers["some"]
    migrant = sheet.of(classes.OTHER_ALIEN) & (w > number("migrant_papers"))
    sheet.fact("foreign_documents", {"none": none & ~migrant, "some": held | migrant})
    sheet.fact("could_hold_parents_nationality", {})


def _notices(sheet: Sheet) -> None:
    """Write how births here were notified; of the youngest by a quota."""
    u, here = sheet.chance(), ~sheet.people.abroad
    known = sheet.columns["born_country"] == code("born.country", "TH")
    young = known & sheet.counted & ~_age(sheet, _CHILD_YEARS)
    young &= ~sheet.of(classes.IN_SHELTER)
    share = np.where(
        sheet.year < 1985,
        number("older_births_registered"),
        number("births_registered"),
    )
    share = np.where(sheet.of(classes.UNREGISTERED), 0.0, share)
    found = u < share
    first = np.flatnonzero(young)
    late = u + sheet.of(classes.UNREGISTERED)
    order = first[np.argsort(late[first], kind="stable")]
    found[order] = np.arange(len(order)) < number("births_registered") * len(order)
    in_time = sheet.chance() < number("births_in_time")
    told = here & (young | (sheet.chance() < 0.85))
    sheet.fact(
        "born.notified",
        {
            "in_time": told & found & in_time,
            "late": told & found & ~in_time,
            "none": told & ~found,
        },
    )


def _character(sheet: Sheet) -> None:
    """Write conduct, convictions, service and livelihood."""
    u, v, w, x = (sheet.chance() for _ in range(4))
    conduct, convictions = table("conduct"), table("convictions")
    adult = _age(sheet, 15)
    good = np.where(adult, u < conduct["good"], u < 0.9)
    sheet.fact("conduct", {"good": good, "bad": adult & (u > 1 - conduct["bad"])})
    some = adult & (v > 1 - convictions["some"])
    none = np.where(adult, v < convictions["none"], v < 0.95)
    sheet.fact("convictions", {"none": none & ~some, "some": some})
    service, work = table("service"), table("livelihood")
    sheet.fact(
        "service", {"no": w < service["no"], "yes": adult & (w > 1 - service["yes"])}
    )
    works, idle = x < work["yes"], x > 1 - work["no"]
    sheet.fact("livelihood", {"yes": adult & works, "no": ~adult | (adult & idle)})


def _learning(sheet: Sheet) -> None:
    """Write language, schooling and who is a pupil now."""
    u, v = sheet.chance(), sheet.chance()
    speak = table("speaks_thai")
    share = np.where(sheet.people.abroad, speak["abroad"], speak["here"])
    cannot = sheet.people.abroad & (u > 1 - speak["cannot"])
    sheet.fact("speaks_thai", {"yes": (u < share) & ~cannot, "no": cannot})
    none, primary, _more = stepped("education", sheet.year)
    small, adult = ~_age(sheet, 12), _age(sheet, _ADULT)
    told = v < 0.8
    low = small | (u < none)
    middle = ~low & (~adult | (u < none + primary))
    high = ~low & ~middle
    sheet.fact(
        "education",
        {
            "none": told & low,
            "primary": told & middle,
            "secondary": told & high & (v < 0.56),
            "vocational": told & high & (v >= 0.56) & (v < 0.68),
            "bachelor": told & high & (v >= 0.68),
        },
    )
    pupil = _pupils(sheet)
    sheet.fact("student", {"yes": pupil, "no": ~pupil})


def _pupils(sheet: Sheet) -> Flags:
    """Choose who goes to school: as many stateless children as published, by province.

    Where nothing is published it is the rate of Chiang Rai's children.
    """
    low, high = _SCHOOL
    child = _age(sheet, low) & ~_age(sheet, high)
    province = sheet.lineup.province[sheet.people.village]
    stateless = child & sheet.of(*classes.STATELESS)
    many = np.bincount(province[stateless], minlength=100)
    wanted = sheet.ledger.wanted("pupils", SURVEYED)
    rate = number("pupil_rate")
    if wanted[_CHIANG_RAI]:
        rate = min(wanted[_CHIANG_RAI] / max(many[_CHIANG_RAI], 1), 1.0)
    open_ = sheet.ledger.plan.quotas["pupils"] == 0
    wanted = np.where(open_, np.rint(rate * many).astype(np.int64), wanted)
    found = child & (sheet.chance() < number("unnumbered_pupil_rate"))
    found[stateless] = False
    those = np.flatnonzero(stateless)
    order = those[np.lexsort((sheet.chance()[those], province[those]))]
    where_ = province[order]
    rank = np.arange(len(order)) - np.searchsorted(where_, where_, side="left")
    chosen = order[rank < wanted[where_]]
    found[chosen] = True
    sheet.ledger.given["pupils"] += np.bincount(province[chosen], minlength=100)
    return found


def _family_events(sheet: Sheet) -> None:
    """Write deaths, foundlings, and what was done about fathers."""
    u, v, told = sheet.chance(), sheet.chance(), table("fatherhood_told")
    dead = sheet.people.died > 0
    year = years_round(ordinal(np.where(dead, sheet.people.died, 2000) + 0.5))
    sheet.event("died", where(dead, year, sheet.not_ever))
    found = sheet.people.father == NO_SUCH
    sheet.event("found", where(found, exact(sheet.birth + 3), sheet.not_ever))
    sheet.event(
        "legitimation", where(u < told["legitimation"], sheet.not_ever, sheet.unknown)
    )
    sheet.event(
        "paternity_proved", where(v < told["paternity"], sheet.not_ever, sheet.unknown)
    )
    sheet.event("adopted", sheet.not_ever)
    sheet.fact("adopted_by_thai", {"no": np.ones(sheet.size, np.bool_)})
    sheet.fact("record_contradicted", {})
