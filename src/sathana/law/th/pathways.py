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
from sathana.logic.nodes import YES, Condition, Day, YearsAfter, all_of, any_of

_ACT_2008 = on("2008-02-28")
_LONG_STAY = 15
"""Years of residence that the resolution of 2024 asks for."""
_DOMICILE = 5
"""Years of domicile that s.10(4) asks for."""
_YEARS_TO_REGAIN = 2
"""Years after majority within which s.24 lets one ask."""
_SURVEYED_1999 = on("1999-12-31")
"""Last day of the surveys of groups with number 6 (resolution of 2024)."""
_SURVEYED_2011 = on("2011-12-31")
"""Last day of the survey of persons without status (same resolution)."""
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
    """Announcement in force 30 June 2025: child of a surveyed long-stay parent.

    C20: one summary asks fifteen years here since birth of the child as well.
    """
    return all_of(
        _fifteen_years(p, law),
        p.rule("BARRED-FROM-SOIL"),
        any_of(_surveyed(p.father), _surveyed(p.mother)),
        p.is_registered_by(ASKED),
        _clean(p, law),
        ~p.is_("number_class", "migrant", "shelter"),
    )


def _fifteen_years(p: Subject, law: Law) -> Condition:
    """Contested point C20; the text that would settle it was not found."""
    if law.takes("C20", "A"):
        return YES
    here = p.resides_throughout(years_before(ASKED, _LONG_STAY), ASKED)
    return here | not_verified("ANN-2025/fifteen-years")


def _surveyed(parent: Relative) -> Condition:
    """Of a recognised group, without status, or a resident with number 5 or 8.

    Wording of 12 July 2025: the groups 50 to 72 belong to number 6; of a resident no
    group is asked, but the residence certificate is.
    """
    surveyed = parent.is_("number_class", "recognised_group", "no_status_89")
    certificate = parent.stays_as("permanent", on=ASKED)
    return surveyed | (certificate & parent.is_("number_class", "resident"))


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

    C13: the years are counted from the entry, or only from the survey. C21: the Thai
    language was proposed besides, with exceptions that were not read.
    """
    begin = years_before(ASKED, _LONG_STAY)
    since = ASKED if law.takes("C13", "A") else begin
    return all_of(
        _adult(p),
        ~p.born_in_thailand,
        _surveyed_in_time(p),
        p.resides_throughout(begin, ASKED),
        p.is_registered_by(since),
        _language(p, law),
    )


def _surveyed_in_time(p: Subject) -> Condition:
    """Classes 1 and 2 of the resolution: number 6 by 1999, number 0-89 by 2011."""
    group = p.is_("number_class", "recognised_group")
    without_status = p.is_("number_class", "no_status_89")
    return any_of(
        group & p.is_registered_by(_SURVEYED_1999),
        without_status & p.is_registered_by(_SURVEYED_2011),
    )


def _language(p: Subject, law: Law) -> Condition:
    if law.takes("C21", "A"):
        return YES
    return p.is_("speaks_thai", "yes") | not_verified("PR-2024/language")


@pathway("S9")
def wife_of_a_thai(p: Subject, law: Law) -> Condition:
    """Section 9: an alien woman married to a Thai (C17: same-sex couples)."""
    married = p.any_marriage(_lasts(p) & p.spouse.thai_at(ASKED))
    return married if law.takes("C17", "A") else p.is_female & married


@pathway("S10")
def naturalisation(p: Subject, law: Law) -> Condition:
    """Sections 10 and 11: adult, good conduct, occupation, five years, Thai."""
    five_years = _domiciled(p, law)
    ordinary = five_years & p.is_("speaks_thai", "yes")
    return all_of(
        _adult(p),
        p.is_("conduct", "good"),
        p.is_("livelihood", "yes"),
        ordinary | _waived(p, law),
    )


def _domiciled(p: Subject, law: Law) -> Condition:
    """Section 10(4); C22: offices count only the years that a paper shows."""
    begin = years_before(ASKED, _DOMICILE)
    here = p.resides_throughout(begin, ASKED)
    if law.takes("C22", "A"):
        return here
    shown = any_of(
        p.is_registered_by(begin),
        p.day("alien_certificate.taken").by(begin),
        p.stays_as("permanent", on=begin),
    )
    return here & shown


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


@pathway("S12-MINOR")
def naturalisation_with_a_parent(p: Subject, law: Law) -> Condition:
    """Section 12 para 2: a minor living here, with an alien parent who can apply.

    Of the parent only what no waiver spares is asked here (s.10(2) and (3)).
    """
    return all_of(
        ~_adult(p),
        p.resides_throughout(ASKED, ASKED),
        p.is_("conduct", "good"),
        any_of(_can_apply(p.father), _can_apply(p.mother)),
    )


def _can_apply(parent: Relative) -> Condition:
    return all_of(
        parent.birth.by(years_before(ASKED, _ADULT)),
        parent.is_("conduct", "good"),
        parent.is_("livelihood", "yes"),
        parent.alien_at(ASKED),
    )


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


@pathway("REGAIN-24")
def regain_what_a_parent_lost(p: Subject, law: Law) -> Condition:
    """Section 24: lost with a parent while a minor; two years from majority.

    Majority under the law of one's own state may come later than ours; it is unread.
    """
    of_age = YearsAfter(p.birth, _ADULT)
    in_time = ASKED.before(YearsAfter(p.birth, _ADULT + _YEARS_TO_REGAIN))
    return all_of(
        _lost(p, of_age),
        any_of(_lost(p.father, of_age), _lost(p.mother, of_age)),
        _adult(p),
        any_of(in_time, not_verified("REGAIN-24/own-majority")),
    )


def _lost(who: Relative, by: Day) -> Condition:
    return who.ordered("renounced", "revoked", by=by)


def _adult(p: Subject) -> Condition:
    return p.birth.by(years_before(ASKED, _ADULT))


def _lasts(p: Subject) -> Condition:
    return p.wedding.by(ASKED) & ASKED.before(p.marriage_day("ended"))
