"""Nationality Act No.2 B.E. 2535 (in force 26 February 1992)."""

from __future__ import annotations

from sathana.facts.subject import Subject, on
from sathana.law.rules import Law, bar, gain, loss
from sathana.law.th.immigration import both_parents_alien, in_class
from sathana.logic.nodes import NO, Condition, all_of

_ACT = on("1992-02-26")
_DAY_BEFORE = on("1992-02-25")


@gain("NB-1992-M", basis="blood")
def mother_thai(p: Subject, law: Law) -> Condition:
    """Section 7(1) with s.10: mother Thai, born anywhere, at any time."""
    return p.mother.hands_down_at(p.birth)


@gain("NB-1992-F", basis="blood")
def father_thai(p: Subject, law: Law) -> Condition:
    """Section 7(1) with s.10: lawful father Thai."""
    return p.rule("LAWFUL-FATHER-BLOOD") & p.father.hands_down_at(p.birth)


@bar("7BIS-1")
def barred_from_soil(p: Subject, law: Law) -> Condition:
    """Section 7 bis para 1: both parents alien, one of them in the three classes."""
    return p.born_in_thailand & _parents_in_class(p, law)


@loss("7BIS-1", when=_ACT, takes=frozenset({"soil"}))
def taken_backwards(p: Subject, law: Law) -> Condition:
    """Section 11 para 1 (C2): whether 7 bis takes what earlier births already had.

    No retroactive loss in the reading of vested rights; the stricter reading ends
    it on 26 February 1992, save for those whom the Minister had spared.
    """
    if law.takes("C2", "A"):
        return NO
    spared = p.ordered("spared_337", by=_DAY_BEFORE)
    return all_of(p.born_in_thailand, ~spared, _parents_in_class(p, law))


@gain("NS-1992", basis="soil")
def born_in_the_kingdom(p: Subject, law: Law) -> Condition:
    """Section 7(2) without those of 7 bis and of section 8.

    C5: for a child of whom neither parent can be found out the exclusion is not
    proved; the stricter reading sends the child to s.19/2 of the register law.
    """
    soil = all_of(p.born_in_thailand, ~p.rule("NS-8"), ~p.rule("7BIS-1"))
    if law.takes("C5", "A"):
        return soil
    return soil & (p.father_is_known | p.mother_is_known)


def _parents_in_class(p: Subject, law: Law) -> Condition:
    classes = in_class(p.father, p.birth, law) | in_class(p.mother, p.birth, law)
    return both_parents_alien(p) & classes
