"""In which of the three classes a parent stood: Announcement 337 and section 7 bis.

The classes are (1) leniency as an individual special case, (2) temporary permission,
(3) entry without permission. Contested point C1: is a parent born here, who never
came from outside, "one who entered"?
"""

from __future__ import annotations

from sathana.facts.subject import Relative, Subject
from sathana.law.rules import Law
from sathana.logic.nodes import Condition, Day, all_of, any_of


def in_class(parent: Relative, day: Day, law: Law) -> Condition:
    """An alien parent stood in one of the three classes on a day."""
    tolerated = parent.stays_as("lenient", "temporary", on=day)
    return tolerated | _without_permission(parent, day, law)


def _without_permission(parent: Relative, day: Day, law: Law) -> Condition:
    told = parent.stays_as("unpermitted", on=day)
    if law.takes("C1", "A"):
        return told & parent.entry.by(day)
    permitted = parent.stays_as(
        "permanent", "lenient", "temporary", "diplomatic", on=day
    )
    return told | (parent.born_in_thailand & ~permitted)


def both_parents_alien(p: Subject) -> Condition:
    """Neither parent is Thai at the birth; one parent at least is a known alien.

    A parent whom nobody can find out is neither Thai nor alien, so that the other
    parent alone is looked at.
    """
    father, mother = p.father.alien_at(p.birth), p.mother.alien_at(p.birth)
    return all_of(
        father | ~p.father_is_known,
        mother | ~p.mother_is_known,
        any_of(p.father_is_known, p.mother_is_known),
    )


def parent_of_mission(p: Subject) -> Condition:
    """Father or mother belonged to a foreign mission at the birth (s.8)."""
    return p.father.stays_as("diplomatic", on=p.birth) | p.mother.stays_as(
        "diplomatic", on=p.birth
    )
