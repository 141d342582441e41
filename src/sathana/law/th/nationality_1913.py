"""Before the first Act, and the Nationality Act B.E. 2456 (1913)."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Subject
from sathana.law.rules import ALL_BASES, Law, gain, loss
from sathana.logic.nodes import Condition, all_of, any_of


@gain("NB-R0", basis="blood")
def before_the_first_act(p: Subject, law: Law) -> Condition:
    """Siamese father, or settled people of the soil (custom)."""
    settled = any_of(
        p.is_original_highlander,
        p.father.is_original_highlander,
        p.mother.is_original_highlander,
    )
    return p.father.hands_down_at(p.birth) | (p.born_in_thailand & settled)


@gain("NB-1913-F", basis="blood")
def father_siamese(p: Subject, law: Law) -> Condition:
    """Section 3(1): father Siamese, lawful or by custom; born anywhere."""
    return p.rule("LAWFUL-FATHER-AT-BIRTH") & p.father.hands_down_at(p.birth)


@gain("NB-1913-M", basis="blood")
def mother_siamese(p: Subject, law: Law) -> Condition:
    """Section 3(2): mother Siamese, father unknown."""
    return p.mother.hands_down_at(p.birth) & ~p.father_is_known


@gain("NS-1913", basis="soil")
def born_on_siamese_soil(p: Subject, law: Law) -> Condition:
    """Section 3(3): born on Siamese soil; no test of the parents."""
    return p.born_in_thailand


@gain("GAIN-WIFE", basis="marriage", when=Subject().wedding, per="marriage")
def alien_wife(p: Subject, law: Law) -> Condition:
    """An alien woman who lawfully marries a Thai becomes Thai without asking."""
    return all_of(p.is_female, p.wedding.by(ASKED), p.spouse.thai_at(p.wedding))


@loss("LOSS-MARRIAGE", when=Subject().wedding, takes=ALL_BASES, per="marriage")
def wife_of_an_alien(p: Subject, law: Law) -> Condition:
    """A Thai woman whose alien husband's law gave her his nationality."""
    given = p.is_marriage("gives_nationality", "yes")
    return all_of(p.is_female, p.wedding.by(ASKED), given, ~p.spouse.thai_at(p.wedding))
