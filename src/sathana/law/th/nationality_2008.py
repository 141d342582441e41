"""Nationality Act No.4 B.E. 2551 (in force 28 February 2008)."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Subject, on
from sathana.law.rules import ALL_BASES, Law, definition, gain, pathway
from sathana.logic.nodes import Condition, all_of, any_of

_ACT = on("2008-02-28")
_ACT_1992 = on("1992-02-26")
_DAY_BEFORE = on("2008-02-27")
_NOT_SOIL = tuple(sorted(ALL_BASES - {"soil"}))
_GRANTS = ("grant_7bis2", "spared_337", "naturalised", "granted")


@gain("NB-2008-PF", basis="blood")
def proved_father_thai(p: Subject, law: Law) -> Condition:
    """Section 7 para 2 with s.21: father Thai and fatherhood proved.

    C7: some consulates ask those born abroad for a marriage all the same.
    """
    proved = all_of(
        p.day("paternity_proved").by(ASKED),
        p.father.hands_down_at(p.birth),
    )
    return proved if law.takes("C7", "A") else proved & p.born_in_thailand


@definition("S23-AB")
def victim_of_announcement_337(p: Subject, law: Law) -> Condition:
    """Class A (revoked by clause 1) or class B (barred by clause 2).

    Who was Thai all the same, by blood or as a told fact, was not hit.
    """
    held = p.thai_at(on("1972-12-13"), without=_NOT_SOIL)
    revoked = all_of(p.rule("A337-1"), held, ~p.thai_at(on("1972-12-14")))
    barred = p.rule("A337-2") & ~p.thai_at(on("1992-02-25"))
    return revoked | barred


@definition("S23-C")
def child_of_a_victim(p: Subject, law: Law) -> Condition:
    """Class C: child of A or B, born here before the Act, not Thai under 7 bis."""
    child = p.father.rule("S23-AB") | p.mother.rule("S23-AB")
    kept = p.birth.before(_ACT_1992) & p.thai_at(_ACT_1992)
    return all_of(
        p.born_in_thailand, p.birth.before(_ACT), p.rule("7BIS-1"), ~kept, child
    )


def _section_23(p: Subject, law: Law) -> Condition:
    worthy = p.is_("conduct", "good") | p.is_("service", "yes")
    return all_of(
        p.born_in_thailand,
        any_of(p.rule("S23-AB"), p.rule("S23-C")),
        p.resides_throughout(p.birth, _ACT),
        p.is_registered_by(ASKED),
        worthy,
        ~p.ordered(*_GRANTS, by=_DAY_BEFORE),
    )


@gain("S23", basis="grant", when=_ACT)
def section_23(p: Subject, law: Law) -> Condition:
    """Section 23: Thai from 28 February 2008, whenever the registrar writes it."""
    return _section_23(p, law)


@pathway("S23")
def entry_under_section_23(p: Subject, law: Law) -> Condition:
    """The entry in the register; C4b: offices ask more of class C."""
    open_to = _section_23(p, law)
    if law.takes("C4b", "A"):
        return open_to
    parents = (p.father, p.mother)
    entered = any_of(*(q.ordered("nationality_entered", under="S23") for q in parents))
    clean = all_of(p.is_("foreign_documents", "none"), ~p.holds_foreign_nationality)
    return all_of(open_to, p.rule("S23-AB") | (entered & clean))


@pathway("NB-2008-PF")
def proof_of_fatherhood(p: Subject, law: Law) -> Condition:
    """Ministerial Regulation of 2010: ask that a Thai father's fatherhood be proved.

    The petition brings the proof; that it is still missing does not close it.
    """
    return p.father_is_known & p.father.thai_at(p.birth)
