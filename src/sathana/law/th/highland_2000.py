"""Regulation on entering the personal status of highland persons B.E. 2543 (2000)."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Relative, Subject
from sathana.law.rules import Law, gain, pathway
from sathana.logic.nodes import Condition, all_of


def _original(p: Subject) -> Condition:
    """Born here, person and parents of the original peoples, nobody from outside."""
    return all_of(
        p.born_in_thailand,
        p.is_original_highlander,
        *(_of_the_hills(parent) for parent in (p.father, p.mother)),
    )


def _of_the_hills(parent: Relative) -> Condition:
    return parent.is_original_highlander & ~parent.entry.by(ASKED)


@gain("RG-2543", basis="highland")
def original_highlander(p: Subject, law: Law) -> Condition:
    """Born here of original highland parents; 337 and the gap are not examined."""
    return _original(p)


@pathway("RG-2543")
def entry_of_highland_person(p: Subject, law: Law) -> Condition:
    """The entry by the district chief."""
    return _original(p)
