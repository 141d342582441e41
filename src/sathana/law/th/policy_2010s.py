"""Criteria for nationality by order, and for residence, from 2010 to 2024."""

from __future__ import annotations

from sathana.facts.subject import (
    ASKED,
    Relative,
    Subject,
    not_verified,
    years_before,
)
from sathana.law.rules import Law, pathway
from sathana.logic.nodes import Condition, all_of, any_of

_PARENT_HERE = 15
"""Years a parent of class 1 has lived here (order of 16 February 2017)."""
_ABANDONED_HERE = 10
"""Years an abandoned person of class 3 has lived here (same order)."""
_LONG_STAY_2021 = 15
"""Years the resolution of 2021 asked for (from memory)."""
_ADULT = 20
"""Age of majority, years (Civil and Commercial Code s.19)."""
_DEGREES = ("bachelor", "higher")


@pathway("CAB-2010")
def classes_of_2010(p: Subject, law: Law) -> Condition:
    """7 December 2010 and 26 September 2012: four classes; the criteria are unread."""
    barred = p.rule("BARRED-FROM-SOIL")
    merit = any_of(
        _surveyed(p.father),
        _surveyed(p.mother),
        p.is_("service", "yes"),
        p.is_("education", *_DEGREES),
        p.is_("student", "yes"),
    )
    return any_of(barred & merit, _without_roots(p)) & not_verified("CAB-2010/criteria")


@pathway("CAB-2016-G1")
def child_of_a_minority(p: Subject, law: Law) -> Condition:
    """Order of 2017, class 1: a parent of a registered minority, here 15 years.

    C13: the years run from the entry, or only from the survey.
    """
    return all_of(
        p.rule("BARRED-FROM-SOIL"),
        any_of(_settled_minority(p.father, law), _settled_minority(p.mother, law)),
    )


def _settled_minority(parent: Relative, law: Law) -> Condition:
    begin = years_before(ASKED, _PARENT_HERE)
    since = ASKED if law.takes("C13", "A") else begin
    return all_of(
        parent.is_("number_class", "recognised_group"),
        parent.is_registered_by(since),
        parent.resides_throughout(begin, ASKED),
    )


@pathway("CAB-2016-G2")
def child_with_a_degree(p: Subject, law: Law) -> Condition:
    """Order of 2017, class 2: born here of other aliens, with a bachelor's degree."""
    return p.rule("BARRED-FROM-SOIL") & p.is_("education", *_DEGREES)


@pathway("CAB-2016-G2-STUDENT")
def child_still_studying(p: Subject, law: Law) -> Condition:
    """The same class, still studying: the Minister orders one by one."""
    return all_of(
        p.rule("BARRED-FROM-SOIL"),
        p.is_("student", "yes"),
        ~p.is_("education", *_DEGREES),
    )


@pathway("CAB-2016-G3")
def abandoned_and_certified(p: Subject, law: Law) -> Condition:
    """Order of 2017, class 3: abandoned, certified, here ten years.

    How the social ministry certifies was not read.
    """
    begin = years_before(ASKED, _ABANDONED_HERE)
    return all_of(
        _without_roots(p),
        p.resides_throughout(begin, ASKED),
        not_verified("CAB-2016-G3/certificate"),
    )


@pathway("CAB-2021")
def residence_of_2021(p: Subject, law: Law) -> Condition:
    """26 January 2021: long-settled, not born here; the criteria are unread."""
    return all_of(
        p.birth.by(years_before(ASKED, _ADULT)),
        ~p.born_in_thailand,
        p.resides_throughout(years_before(ASKED, _LONG_STAY_2021), ASKED),
        p.is_registered_by(ASKED),
        not_verified("CAB-2021/criteria"),
    )


def _surveyed(parent: Relative) -> Condition:
    return parent.is_("number_class", "recognised_group", "no_status_89")


def _without_roots(p: Subject) -> Condition:
    """Found abandoned, or of parents whom nobody can find out."""
    nobody = ~p.father_is_known & ~p.mother_is_known
    return any_of(p.day("found").by(ASKED), nobody)
