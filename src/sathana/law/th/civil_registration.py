"""Civil Registration Act: what can be asked of the registrar."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Subject, not_verified, years_before
from sathana.law.rules import Law, pathway
from sathana.logic.nodes import Condition, all_of, any_of

_MAJORITY_OF_NOTICE = 15
"""Age, years, from which a person may notify their own birth (s.19/3, 2019)."""
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


@pathway("HR-5")
def name_added(p: Subject, law: Law) -> Condition:
    """Section 37: the name of a Thai is added to the house register."""
    return p.thai_at(ASKED) & ~p.is_("registered_as_thai", "yes")


@pathway("CO-1")
def entry_corrected(p: Subject, law: Law) -> Condition:
    """Section 14(2): a wrong entry is corrected."""
    return p.is_registered_by(ASKED) & p.is_("record_contradicted", "yes")


def _unnotified(p: Subject) -> Condition:
    return p.born_in_thailand & p.is_("born.notified", "none")


def _birthday(p: Subject, years: int) -> Condition:
    """The person is younger than a number of years."""
    return years_before(ASKED, years).before(p.birth)
