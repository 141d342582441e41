"""Rights of daily life: what a person can claim today, of whatever status.

Open is what the law gives without asking; a permit is what it lets one ask for. A class
of persons for whom nobody has read the rule gets an answer that says so. What a right
costs, where and with which words it is claimed, stands in the data.
"""

from __future__ import annotations

from sathana.facts.subject import ASKED, READ, Subject, not_verified, on
from sathana.law.rules import Law, permit, right
from sathana.logic.nodes import YES, Condition, Holds, all_of, any_of

SURVEYED = ("recognised_group", "no_status_89")
"""Classes of those surveyed as long settled here."""
APART = ("no_status_00", "migrant", "shelter", "other")
"""Classes for which most rules of these rights were not read."""
_FUND_OF_2015 = on("2015-04-20")
"""Resolution that opened the health fund to everyone with number 0, group 89."""


def resident(p: Subject) -> Condition:
    """A lawful alien with residence: by number, by order, or as told of the stay.

    Of one whose number shows another register only an order tells of residence.
    """
    by_stay = p.stays_as("permanent", on=ASKED)
    return any_of(
        p.is_("number_class", "resident"),
        p.ordered("permanent_residence"),
        all_of(~p.is_("number_class", *SURVEYED, *APART), by_stay),
    )


def lives_here(p: Subject) -> Condition:
    """Lives in Thailand on the day asked about; not who comes over for the day."""
    return Holds(p.link, "residence", (), ASKED)


@right("BIRTH-CERTIFICATE")
def birth_certificate(p: Subject, law: Law) -> Condition:
    """Section 20: every child born or found here, Thai or not."""
    found = p.day("found").by(ASKED) & ~p.entry.by(ASKED)
    return p.born_in_thailand | found


@right("SCHOOL")
def school(p: Subject, law: Law) -> Condition:
    """Everyone who lives here, at every level; not who crosses over for the day."""
    return lives_here(p)


@right("SCHOOL-15-YEARS")
def school_without_fees(p: Subject, law: Law) -> Condition:
    """Education Act s.10 and the code G: as for every other pupil."""
    return lives_here(p)


@right("STUDY-ELSEWHERE")
def study_elsewhere(p: Subject, law: Law) -> Condition:
    """A Thai and a resident alien study where they like."""
    return p.thai_at(ASKED) | resident(p)


@permit("STUDY-ELSEWHERE")
def leave_to_study(p: Subject, law: Law) -> Condition:
    """Others who live here ask leave; of migrants and shelters it was not read."""
    apart = p.is_("number_class", *APART)
    return lives_here(p) & (~apart | not_verified("STUDY-ELSEWHERE/apart"))


@right("LEAVE-AREA")
def move_freely(p: Subject, law: Law) -> Condition:
    """A Thai and a resident alien are bound to no area."""
    return p.thai_at(ASKED) | resident(p)


@permit("LEAVE-AREA")
def leave_to_go_out(p: Subject, law: Law) -> Condition:
    """Those surveyed ask leave; who has no register is not spoken of."""
    surveyed = p.is_("number_class", *SURVEYED)
    return surveyed | not_verified("LEAVE-AREA/apart")


@right("HEALTH-FUND")
def health_fund(p: Subject, law: Law) -> Condition:
    """Thais; residents and number 6 since 2010; every number 0, group 89, since 2015.

    Migrant workers and those of shelters have schemes of their own, which were not
    read.
    """
    surveyed = p.is_("number_class", "recognised_group")
    without = all_of(_FUND_OF_2015.by(READ), p.is_("number_class", "no_status_89"))
    apart = p.is_("number_class", *APART) & not_verified("HEALTH-FUND/apart")
    since_2010 = on("2010-04-01").by(READ) & (resident(p) | surveyed)
    return any_of(p.thai_at(ASKED), since_2010, without, apart)


@right("SOCIAL-SECURITY")
def social_security(p: Subject, law: Law) -> Condition:
    """Employees are insured; which non-Thais the Act means was not read."""
    return p.thai_at(ASKED) | not_verified("SOCIAL-SECURITY/non-thai")


@right("DISABILITY")
def disability(p: Subject, law: Law) -> Condition:
    """The Act never mentions nationality; the regulations were not read."""
    return p.thai_at(ASKED) | not_verified("DISABILITY/card")


@right("LEGAL-AID")
def legal_aid(p: Subject, law: Law) -> Condition:
    """Justice Fund: no bar of nationality was seen, and none was ruled out."""
    return p.thai_at(ASKED) | not_verified("LEGAL-AID/nationality")


@right("FAIR-HEARING")
def fair_hearing(p: Subject, law: Law) -> Condition:
    """Sections 30 and 37: everybody whom an order touches."""
    return YES


@right("COMPLAIN")
def complain(p: Subject, law: Law) -> Condition:
    """The Commission and the Ombudsman hear everybody."""
    return YES
