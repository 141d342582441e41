"""Schemes for the recognised groups before 2010: residence, and children born here.

Whether their doors were open on a day was mostly not verified; the windows of the data
say so.
"""

from __future__ import annotations

from sathana.facts.subject import ASKED, Relative, Subject, on
from sathana.law.rules import Law, pathway
from sathana.logic.nodes import Condition, all_of, any_of

_HILL_PEOPLE_CAME_BEFORE = on("1985-10-03")
"""Day of the resolution of 2000: who came earlier counts as settled (partly seen)."""


@pathway("PR-90S")
def residence_of_thirteen_groups(p: Subject, law: Law) -> Condition:
    """Resolutions of the 1990s: the generation of a recognised group that came in."""
    return ~p.born_in_thailand & _of_a_group(p)


@pathway("PR-90S-CHILD")
def nationality_of_their_children(p: Subject, law: Law) -> Condition:
    """The same resolutions: children born here, barred from soil."""
    a_parent = any_of(_of_a_group(p.father), _of_a_group(p.mother))
    return p.rule("BARRED-FROM-SOIL") & a_parent


@pathway("CAB-2000-PR")
def residence_of_highland_persons(p: Subject, law: Law) -> Condition:
    """29 August 2000: highland persons who came before 3 October 1985."""
    return all_of(
        ~p.born_in_thailand, _highland(p), p.entry.before(_HILL_PEOPLE_CAME_BEFORE)
    )


@pathway("CAB-2000-CHILD")
def nationality_of_highland_persons(p: Subject, law: Law) -> Condition:
    """29 August 2000: born here of a parent born here or come before the day."""
    return all_of(
        p.rule("BARRED-FROM-SOIL"),
        any_of(_settled_highland(p.father), _settled_highland(p.mother)),
    )


@pathway("STR-2005")
def survey_without_status(p: Subject, law: Law) -> Condition:
    """Strategy of 2005: who is in no register at all is surveyed (number 0, 89)."""
    return all_of(
        ~p.is_registered_by(ASKED),
        p.resides_throughout(ASKED, ASKED),
        ~p.thai_at(ASKED),
    )


def _of_a_group(who: Relative) -> Condition:
    return who.is_("number_class", "recognised_group")


def _highland(who: Relative) -> Condition:
    """A highland person, as far as a file can tell: by descent, or by the register."""
    return who.is_original_highlander | _of_a_group(who)


def _settled_highland(parent: Relative) -> Condition:
    came = parent.entry.before(_HILL_PEOPLE_CAME_BEFORE)
    return _highland(parent) & (parent.born_in_thailand | came)
