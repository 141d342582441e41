"""Petitions for nationality and residence that rest on the Minister's discretion.

A petition is judged by its own conditions, not by whether the person is already Thai:
the board of pathways says then that it is not needed (contract, 4.7).
"""

from __future__ import annotations

from sathana.facts.subject import (
    ASKED,
    READ,
    Relative,
    Subject,
    not_verified,
    on,
    years_before,
)
from sathana.law.rules import Law, definition, pathway
from sathana.law.th.immigration import both_parents_alien, in_class
from sathana.logic.nodes import Condition, all_of, any_of

_ACT_2008 = on("2008-02-28")
_LONG_STAY = 15
"""Years of residence that the resolution of 2024 asks for."""
_ADULT = 20
"""Age of majority, years (Civil and Commercial Code s.19)."""


@definition("BARRED-FROM-SOIL")
def barred_from_soil(p: Subject, law: Law) -> Condition:
    """Born here and kept from nationality by soil, whatever the day of birth."""
    classes = in_class(p.father, p.birth, law) | in_class(p.mother, p.birth, law)
    return all_of(p.born_in_thailand, both_parents_alien(p), classes)


@pathway("7BIS-2")
def order_of_the_minister(p: Subject, law: Law) -> Condition:
    """Section 7 bis para 2: individual order, by criteria of the Cabinet."""
    return p.rule("BARRED-FROM-SOIL") & not_verified("7BIS-2/criteria")


@pathway("ANN-2025")
def general_order_of_2025(p: Subject, law: Law) -> Condition:
    """Announcement in force 30 June 2025: child of a surveyed long-stay parent."""
    return all_of(
        p.rule("BARRED-FROM-SOIL"),
        any_of(_surveyed(p.father), _surveyed(p.mother)),
        p.is_registered_by(ASKED),
        _clean(p, law),
        ~p.is_("number_class", "migrant", "shelter"),
    )


def _surveyed(parent: Relative) -> Condition:
    """Surveyed as of a recognised group or without status, or a resident alien."""
    surveyed = parent.is_(
        "number_class", "recognised_group", "no_status_89", "resident"
    )
    return surveyed | parent.stays_as("permanent", on=ASKED)


def _clean(p: Subject, law: Law) -> Condition:
    """Good conduct, no tie with another state (C18: what a clean record is)."""
    ties = all_of(p.is_("foreign_documents", "none"), ~p.holds_foreign_nationality)
    conduct = p.is_("conduct", "good")
    if law.takes("C18", "A"):
        return all_of(conduct, ties)
    return all_of(conduct, p.is_("convictions", "none"), ties)


@pathway("PR-2024")
def residence_of_long_stayers(p: Subject, law: Law) -> Condition:
    """Cabinet 29 October 2024: residence for those surveyed and here 15 years.

    C13: the years are counted from the entry, or only from the survey.
    """
    begin = years_before(ASKED, _LONG_STAY)
    since = ASKED if law.takes("C13", "A") else begin
    return all_of(
        _adult(p),
        ~p.born_in_thailand,
        p.is_("number_class", "recognised_group", "no_status_89"),
        p.resides_throughout(begin, ASKED),
        p.is_registered_by(since),
    )


@pathway("S9")
def wife_of_a_thai(p: Subject, law: Law) -> Condition:
    """Section 9: an alien woman married to a Thai (C17: same-sex couples)."""
    married = p.any_marriage(_lasts(p) & p.spouse.thai_at(ASKED))
    return married if law.takes("C17", "A") else p.is_female & married


@pathway("S10")
def naturalisation(p: Subject, law: Law) -> Condition:
    """Sections 10 and 11: adult, good conduct, occupation, five years, Thai."""
    five_years = p.resides_throughout(years_before(ASKED, 5), ASKED)
    ordinary = five_years & p.is_("speaks_thai", "yes")
    return all_of(
        _adult(p),
        p.is_("conduct", "good"),
        p.is_("livelihood", "yes"),
        ordinary | _waived(p, law),
    )


def _waived(p: Subject, law: Law) -> Condition:
    """Section 11: merit, family of one naturalised, formerly Thai, husband (C15).

    The husband of a Thai was added by Act No.4 of 2008.
    """
    parents = (p.father, p.mother)
    family = any_of(*(q.ordered("naturalised", "regained") for q in parents))
    formerly = p.rule("A337-1") | p.ordered("renounced")
    married = p.any_marriage(_lasts(p) & p.spouse.thai_at(ASKED))
    husband = all_of(_ACT_2008.by(READ), ~p.is_female, married)
    return any_of(p.is_("service", "yes"), family, formerly, husband)


@pathway("S12-1")
def naturalisation_of_a_ward(p: Subject, law: Law) -> Condition:
    """Section 12/1 (2) and (3): a minor ten years in care, or adopted five years."""
    in_care = p.in_care_throughout(years_before(ASKED, 10), ASKED)
    adopted = all_of(
        p.is_("adopted_by_thai", "yes"),
        p.day("adopted").by(years_before(ASKED, 5)),
        p.born_in_thailand,
    )
    return ~_adult(p) & any_of(in_care, adopted)


@pathway("REGAIN")
def regain(p: Subject, law: Law) -> Condition:
    """Section 23: renounced on marrying an alien, and the marriage has ended."""
    ended = p.any_marriage(p.marriage_day("ended").by(ASKED))
    return p.ordered("renounced") & ended


def _adult(p: Subject) -> Condition:
    return p.birth.by(years_before(ASKED, _ADULT))


def _lasts(p: Subject) -> Condition:
    return p.wedding.by(ASKED) & ASKED.before(p.marriage_day("ended"))
