"""Nationality Act No.5 B.E. 2555 (in force 22 March 2012): displaced Thai."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Subject, on
from sathana.law.rules import Law, definition, gain, pathway
from sathana.logic.nodes import Condition, all_of, any_of

_DAY_BEFORE = on("2012-03-21")
_NATURALISED = ("naturalised", "grant_7bis2", "granted")


@definition("DT-CERTIFIED")
def certified(p: Subject, law: Law) -> Condition:
    """Certified by the committee, or naturalised before the Act (s.5 of No.5)."""
    deemed = p.is_("displaced_thai", "yes") & p.ordered(*_NATURALISED, by=_DAY_BEFORE)
    return p.ordered("displaced_thai_s9_6", by=ASKED) | deemed


@gain("DT", basis="displaced")
def displaced_thai(p: Subject, law: Law) -> Condition:
    """Section 9/6 para 1: Thai by birth once certified."""
    return p.rule("DT-CERTIFIED")


@gain("DT", basis="blood")
def child_of_displaced_thai(p: Subject, law: Law) -> Condition:
    """Section 9/6 para 2: the child too, unless it holds another nationality."""
    fathered = p.rule("LAWFUL-FATHER-BLOOD") | p.day("paternity_proved").by(ASKED)
    by_father = p.father.rule("DT-CERTIFIED") & fathered
    by_parent = any_of(p.mother.rule("DT-CERTIFIED"), by_father)
    return by_parent & ~p.holds_foreign_nationality


@pathway("DT")
def certification(p: Subject, law: Law) -> Condition:
    """Section 9/5: ask the committee to certify."""
    return all_of(
        p.is_("displaced_thai", "yes"),
        ~p.holds_foreign_nationality,
        p.entry.by(ASKED),
        p.is_registered_by(ASKED),
    )
