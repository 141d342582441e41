"""Who is a lawful father: Civil and Commercial Code, Book V (1 Oct 1935 and later)."""

from __future__ import annotations

from sathana.facts.subject import ASKED, READ, Subject, on
from sathana.law.rules import Law, definition
from sathana.logic.nodes import Condition, all_of, any_of

_EFFECT_FROM_BIRTH = on("2008-03-08")
"""Code Amendment Act No.19: legitimation from here on works from birth."""
_BLOOD_OF_BOTH = on("1992-02-26")
"""Act No.2 of 1992, the earliest law whose s.7(1) a later legitimation is read into."""


@definition("LAWFUL-FATHER-AT-BIRTH")
def lawful_father_at_birth(p: Subject, law: Law) -> Condition:
    """The parents were married on the day of birth (custom counts before 1935).

    Later marriage or legitimation neither cures nor harms the position at birth
    (Supreme Court 3120/2528, 6434/2534).
    """
    return p.father_is_known & p.day("parents_marriage").by(p.birth)


@definition("LAWFUL-FATHER-BLOOD")
def lawful_father_for_blood(p: Subject, law: Law) -> Condition:
    """The father counts as lawful for nationality by blood.

    C19: the courts' reading counts any later marriage or legitimation once the law
    read is that of 26 February 1992 or later; no text says so, hence unverified.
    """
    later = [p.day("parents_marriage"), p.day("legitimation")]
    ways = [p.rule("LAWFUL-FATHER-AT-BIRTH")]
    if law.takes("C19", "A"):
        happened = any_of(*(event.by(ASKED) for event in later))
        ways.append(all_of(p.father_is_known, _BLOOD_OF_BOTH.by(READ), happened))
    from_birth = any_of(
        *(all_of(_EFFECT_FROM_BIRTH.by(event), event.by(ASKED)) for event in later)
    )
    ways.append(all_of(p.father_is_known, _EFFECT_FROM_BIRTH.by(READ), from_birth))
    return any_of(*ways)
