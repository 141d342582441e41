"""Nationality Act B.E. 2508 (1965) as first made, and its section 21 in both texts."""

from __future__ import annotations

from sathana.facts.subject import Subject, on
from sathana.law.rules import ALL_BASES, Law, bar, gain, loss
from sathana.law.th.immigration import both_parents_alien, parent_of_mission
from sathana.logic.nodes import Condition, Day, LaterOf, all_of

_CERTIFICATE = Subject().day("alien_certificate.taken")
_ACT_1965 = on("1965-08-05")
_ACT_2008 = on("2008-02-28")


@gain("NB-1965-F", basis="blood")
def father_thai(p: Subject, law: Law) -> Condition:
    """Section 7(1): lawful father Thai, born anywhere."""
    return p.rule("LAWFUL-FATHER-AT-BIRTH") & p.father.hands_down_at(p.birth)


@gain("NB-1965-M", basis="blood")
def mother_thai_born_abroad(p: Subject, law: Law) -> Condition:
    """Section 7(2): born abroad, mother Thai, no lawful father or one stateless."""
    stateless = ~p.father.holds_foreign_nationality & ~p.father.thai_at(p.birth)
    fatherless = ~p.rule("LAWFUL-FATHER-AT-BIRTH")
    return all_of(
        ~p.born_in_thailand, p.mother.hands_down_at(p.birth), fatherless | stateless
    )


@bar("NS-8")
def child_of_a_mission(p: Subject, law: Law) -> Condition:
    """Section 8: both parents alien, one of them of a foreign mission."""
    return all_of(p.born_in_thailand, parent_of_mission(p), both_parents_alien(p))


@gain("NS-1965", basis="soil")
def born_in_the_kingdom(p: Subject, law: Law) -> Condition:
    """Section 7(3), from 14 December 1972 without those of Announcement 337."""
    return all_of(p.born_in_thailand, ~p.rule("NS-8"), ~p.rule("A337-2"))


@loss("LOSS-21", version=0, when=LaterOf(_CERTIFICATE, _ACT_1965), takes=ALL_BASES)
def certificate_kept(p: Subject, law: Law) -> Condition:
    """Section 21 of 1965: born here of a lawful alien father, certificate held.

    Certificates taken before 1965 count if they were still kept; that the father
    arranged them is no defence (Supreme Court 120/2517, 895/2518, 1507/2522).
    """
    return all_of(
        p.born_in_thailand,
        p.rule("LAWFUL-FATHER-AT-BIRTH"),
        p.father.alien_at(p.birth),
        _held(p, _ACT_1965),
    )


@loss("LOSS-21", version=1, when=LaterOf(_CERTIFICATE, _ACT_2008), takes=ALL_BASES)
def certificate_held_since_2008(p: Subject, law: Law) -> Condition:
    """Section 21 of 2008: either parent alien, and their nationality open to one."""
    alien = p.father.alien_at(p.birth) | p.mother.alien_at(p.birth)
    able = p.is_("could_hold_parents_nationality", "yes")
    return all_of(_held(p, _ACT_2008), alien, able)


def _held(p: Subject, act: Day) -> Condition:
    """The certificate was taken under the act, or earlier and still kept."""
    kept = act.before(p.day("alien_certificate.kept_until"))
    return act.by(_CERTIFICATE) | kept
