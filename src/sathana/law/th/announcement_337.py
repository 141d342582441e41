"""Announcement of the Revolutionary Party No.337 (in force 14 December 1972).

One parent alone is looked at: the lawful father, or the mother if there is none
(Supreme Court 468/2524, 3449/2525, 7376/2537).
"""

from __future__ import annotations

from sathana.facts.subject import Subject, on
from sathana.law.rules import Law, bar, definition, loss
from sathana.law.th.immigration import in_class
from sathana.logic.nodes import Cases, Condition, all_of


@definition("CLASS-337")
def parent_in_class(p: Subject, law: Law) -> Condition:
    """The one parent looked at is an alien in one of the three classes."""
    father = p.father.alien_at(p.birth) & in_class(p.father, p.birth, law)
    mother = p.mother.alien_at(p.birth) & in_class(p.mother, p.birth, law)
    return Cases(p.rule("LAWFUL-FATHER-AT-BIRTH"), father, mother)


def _hit(p: Subject) -> Condition:
    return all_of(p.born_in_thailand, ~p.ordered("spared_337"), p.rule("CLASS-337"))


@loss("A337-1", when=on("1972-12-14"), takes=frozenset({"soil"}))
def revoked(p: Subject, law: Law) -> Condition:
    """Clause 1: nationality by soil revoked, unless the Minister ordered otherwise."""
    return _hit(p)


@bar("A337-2")
def not_acquired(p: Subject, law: Law) -> Condition:
    """Clause 2: those born after it do not acquire nationality by soil."""
    return _hit(p)
