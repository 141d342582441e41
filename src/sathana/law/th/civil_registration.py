"""Civil Registration Act: births, and nationality for those of unproved birth."""

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

_MAJORITY_OF_NOTICE = 15
"""Age, years, from which a person may notify their own birth (s.19/3, 2019)."""
_FIRST_YEAR = 1
"""Years in which notice is shown as that of a baby; s.18 counts days, not years."""
_ROOFLESS_YEARS = 10
"""Years of residence that s.19/2 asks for."""


@pathway("NR-19-2")
def nationality_of_the_roofless(p: Subject, law: Law) -> Condition:
    """Section 19/2: ten years here, with a register entry, of unproved birth.

    The Minister's seven further criteria (17 May 2019) were not read.
    """
    begin = years_before(ASKED, _ROOFLESS_YEARS)
    nobody = ~p.father_is_known & ~p.mother_is_known
    origin = any_of(
        nobody,
        p.day("found").by(ASKED),
        p.in_care_throughout(begin, ASKED),
        p.is_("number_class", "no_status_00"),
    )
    return all_of(
        origin,
        p.resides_throughout(begin, ASKED),
        p.is_registered_by(ASKED),
        not_verified("NR-19-2/criteria"),
    )


@pathway("BR-1")
def notice(p: Subject, law: Law) -> Condition:
    """Section 18: a baby's birth is notified; days are counted with the time limits."""
    return _unnotified(p) & _birthday(p, _FIRST_YEAR)


@pathway("BR-2")
def certificate(p: Subject, law: Law) -> Condition:
    """Section 20: a certificate for every child notified.

    C9: offices ask for the parents' papers first.
    """
    notified = p.born_in_thailand & p.is_("born.notified", "in_time", "late")
    if law.takes("C9", "A"):
        return notified
    return notified & any_of(_has_papers(p.father), _has_papers(p.mother))


def _has_papers(parent: Relative) -> Condition:
    foreign = parent.is_("foreign_documents", "some")
    return any_of(foreign, parent.is_registered_by(ASKED), parent.thai_at(ASKED))


@pathway("BR-3")
def late_notice(p: Subject, law: Law) -> Condition:
    """Section 18 with s.19/3: the parents of a child under 15 notify late."""
    return _unnotified(p) & _birthday(p, _MAJORITY_OF_NOTICE)


@pathway("BR-4")
def own_notice(p: Subject, law: Law) -> Condition:
    """Section 19/3: a person of 15 or more notifies their own birth."""
    return _unnotified(p) & ~_birthday(p, _MAJORITY_OF_NOTICE)


@pathway("BR-5")
def foundling_notice(p: Subject, law: Law) -> Condition:
    """Section 19: the birth of a foundling is notified by the social ministry."""
    return p.day("found").by(ASKED) & p.is_("born.notified", "none")


@pathway("BR-6")
def notice_for_a_child_in_care(p: Subject, law: Law) -> Condition:
    """Section 19/1: the head of the home notifies the birth of a child in care."""
    return all_of(p.in_care(ASKED), p.is_("born.notified", "none"), _birthday(p, 18))


@pathway("BR-7")
def birth_not_proved(p: Subject, law: Law) -> Condition:
    """Section 19/2 para 1: notified, not proved within 90 days, and in no register."""
    nobody = ~p.father_is_known & ~p.mother_is_known
    return all_of(
        any_of(p.day("found").by(ASKED), p.in_care(ASKED), nobody),
        p.is_("born.notified", "in_time", "late"),
        ~p.is_registered_by(ASKED),
    )


@pathway("BR-ELSEWHERE")
def notice_elsewhere(p: Subject, law: Law) -> Condition:
    """Section 18 para 3: the birth is notified at the registry of another place."""
    return _unnotified(p)


@pathway("BC")
def certification_of_birth(p: Subject, law: Law) -> Condition:
    """Section 20/1: of groups the Cabinet lets have nationality, or on other need.

    What other need is, and the conditions, stand in a text that was not read.
    """
    group = p.is_("number_class", "recognised_group", "no_status_89")
    return p.born_in_thailand & any_of(group, not_verified("BC/other-need"))


def _unnotified(p: Subject) -> Condition:
    return p.born_in_thailand & p.is_("born.notified", "none")


def _birthday(p: Subject, years: int) -> Condition:
    """The person is younger than a number of years."""
    return years_before(ASKED, years).before(p.birth)
