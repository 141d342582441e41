"""Nationality Act B.E. 2495 (1952) with No.2 (1953), No.3 (1956/57), No.4 (1960)."""

from __future__ import annotations

from sathana.facts.subject import READ, Subject, on
from sathana.law.rules import ALL_BASES, Law, bar, gain, loss
from sathana.logic.nodes import Condition, LaterOf, all_of

_GAP = on("1953-02-04"), on("1957-02-08")
"""No.2 limited soil to children of Thai mothers; No.3 opened it again."""
_CERTIFICATE = Subject().day("alien_certificate.taken")


@gain("NB-1952-F", basis="blood")
def father_thai(p: Subject, law: Law) -> Condition:
    """Section 7(1): father Thai, born anywhere."""
    return p.rule("LAWFUL-FATHER-AT-BIRTH") & p.father.hands_down_at(p.birth)


@gain("NB-1952-M", basis="blood")
def mother_thai(p: Subject, law: Law) -> Condition:
    """Section 7(2): mother Thai, father unknown or stateless."""
    stateless = ~p.father.holds_foreign_nationality & ~p.father.thai_at(p.birth)
    return p.mother.hands_down_at(p.birth) & (~p.father_is_known | stateless)


@gain("NS-1952", basis="soil")
def born_in_the_kingdom(p: Subject, law: Law) -> Condition:
    """Section 7(3): born in the Kingdom."""
    return p.born_in_thailand


@gain("NS-1953", basis="soil")
def born_in_the_kingdom_of_a_thai_mother(p: Subject, law: Law) -> Condition:
    """Act No.2: born in the Kingdom and the mother Thai.

    C6: one reading takes Act No.3 as healing the gap of 1953 to 1957, once that Act
    is read; the other asks for a Thai mother for good.
    """
    mother = p.mother.thai_at(p.birth)
    healed = law.takes("C6", "A")
    return p.born_in_thailand & (mother | _GAP[1].by(READ) if healed else mother)


@bar("NS-1953")
def mother_not_thai(p: Subject, law: Law) -> Condition:
    """Act No.2 keeps soil from the child of a mother who is not Thai."""
    barred = p.born_in_thailand & ~p.mother.thai_at(p.birth)
    return barred & READ.before(_GAP[1]) if law.takes("C6", "A") else barred


@gain("NS-1957", basis="soil")
def born_in_the_kingdom_again(p: Subject, law: Law) -> Condition:
    """Act No.3: born in the Kingdom."""
    return p.born_in_thailand


@loss("LOSS-1953-16BIS", when=LaterOf(_CERTIFICATE, _GAP[0]), takes=ALL_BASES)
def certificate_taken_willingly(p: Subject, law: Law) -> Condition:
    """Section 16 bis: born here of an alien father, certificate taken willingly.

    It reaches certificates taken before it (Supreme Court 1460/2497, 1945/2499).
    Its repeal in 1957 did not by itself give nationality back.
    """
    return all_of(
        p.born_in_thailand,
        p.rule("LAWFUL-FATHER-AT-BIRTH"),
        p.father.alien_at(p.birth),
        _CERTIFICATE.before(_GAP[1]),
        p.is_("alien_certificate.voluntary", "yes"),
    )
