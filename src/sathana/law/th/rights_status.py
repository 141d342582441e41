"""Rights that turn on nationality or standing: work, journeys, removal, property."""

from __future__ import annotations

from sathana.facts.subject import ASKED, READ, Subject, not_verified, on, years_before
from sathana.law.rules import Law, permit, right
from sathana.law.th.rights import APART, SURVEYED, resident
from sathana.logic.nodes import Condition, all_of, any_of

_EQUAL_MARRIAGE = on("2025-01-22")
"""First day, as far as known, of the Code's text on equal marriage."""


@right("WORK")
def work(p: Subject, law: Law) -> Condition:
    """Section 8 asks a permit of aliens only."""
    return p.thai_at(ASKED)


@permit("WORK")
def work_permit(p: Subject, law: Law) -> Condition:
    """Sections 59 and 63/1; the classes that Cabinet names (63, 63/2) were not read.

    Who was revoked by Announcement 337 was born here, so that class 1 is in class 2.
    """
    born_or_revoked = p.born_in_thailand | p.ordered("revoked")
    by_cabinet = p.is_("number_class", *APART, "recognised_group")
    return any_of(
        born_or_revoked,
        resident(p),
        p.stays_as("temporary", on=ASKED),
        p.is_("number_class", "no_status_89"),
        by_cabinet & not_verified("WORK/cabinet"),
    )


@right("MARRIAGE")
def marriage(p: Subject, law: Law) -> Condition:
    """Sections 1448 to 1458: of age, not married; nationality is not asked.

    Seventeen in the text of 1976. The age that the text of 2025 asks was not read: one
    of twenty is of age under any, one under seventeen under none.
    """
    adult = p.birth.by(years_before(ASKED, 20))
    of_age = READ.before(_EQUAL_MARRIAGE) | adult | not_verified("MARRIAGE/age")
    lasts = p.wedding.by(ASKED) & ASKED.before(p.marriage_day("ended"))
    seventeen = p.birth.by(years_before(ASKED, 17))
    return all_of(seventeen, of_age, ~p.any_marriage(lasts))


@right("TRAVEL-ABROAD")
def passport(p: Subject, law: Law) -> Condition:
    """A Thai travels on a Thai passport."""
    return p.thai_at(ASKED)


@permit("TRAVEL-ABROAD")
def travel_document(p: Subject, law: Law) -> Condition:
    """Residents, and with a letter of the Interior holders of a pink or white card."""
    card = p.is_("number_class", *SURVEYED, "no_status_00")
    other = p.is_("number_class", "migrant", "shelter", "other")
    return any_of(resident(p), card, other & not_verified("TRAVEL-ABROAD/apart"))


@right("RETURN")
def come_back(p: Subject, law: Law) -> Condition:
    """A Thai cannot be kept out."""
    return p.thai_at(ASKED)


@permit("RETURN")
def endorsed_to_return(p: Subject, law: Law) -> Condition:
    """Section 50: a resident has the certificate endorsed before leaving."""
    card = p.is_("number_class", *SURVEYED, *APART)
    return resident(p) | (card & not_verified("RETURN/card"))


@right("DRIVING")
def driving(p: Subject, law: Law) -> Condition:
    """Section 46 asks no nationality; the office's list names nineteen groups."""
    listed = p.is_("number_class", "recognised_group")
    return any_of(p.thai_at(ASKED), resident(p), listed, not_verified("DRIVING/list"))


@right("BANK-ACCOUNT")
def bank_account(p: Subject, law: Law) -> Condition:
    """Each bank asks its own papers; no official text was found."""
    return any_of(p.thai_at(ASKED), resident(p), not_verified("BANK-ACCOUNT/card"))


@right("SIM")
def sim_card(p: Subject, law: Law) -> Condition:
    """No official text was found on which cards of non-Thais are taken."""
    return p.thai_at(ASKED) | not_verified("SIM/card")


@right("LAND")
def land(p: Subject, law: Law) -> Condition:
    """Land Code s.86: in effect for Thais only."""
    return p.thai_at(ASKED)


@right("VOTE")
def vote(p: Subject, law: Law) -> Condition:
    """A Thai of eighteen; one naturalised, five years later."""
    five_years = p.ordered("naturalised", by=years_before(ASKED, 5))
    lately = p.ordered("naturalised") & ~five_years
    return all_of(p.thai_at(ASKED), p.birth.by(years_before(ASKED, 18)), ~lately)


@right("OLD-AGE-ALLOWANCE")
def old_age_allowance(p: Subject, law: Law) -> Condition:
    """Section 3: over sixty, with Thai nationality."""
    return p.thai_at(ASKED) & p.birth.by(years_before(ASKED, 60))


@right("REMOVAL")
def protected_from_removal(p: Subject, law: Law) -> Condition:
    """A Thai, a resident, one let stay for a time, or surveyed: s.54 does not reach.

    For other classes the terms on which they are let stay were not read.
    """
    let_stay = p.stays_as("temporary", "lenient", "diplomatic", on=ASKED)
    surveyed = p.is_("number_class", *SURVEYED)
    apart = p.is_("number_class", *APART) | p.born_in_thailand
    return any_of(
        p.thai_at(ASKED),
        resident(p),
        surveyed,
        let_stay,
        apart & not_verified("REMOVAL/apart"),
    )


@right("ID-CARD")
def identity_card(p: Subject, law: Law) -> Condition:
    """A registered Thai of seven, or another registered person of five."""
    age = any_of(
        p.birth.by(years_before(ASKED, 7)),
        ~p.thai_at(ASKED) & p.birth.by(years_before(ASKED, 5)),
    )
    return age & p.is_registered_by(ASKED)


@right("REGISTER-COPY")
def copy_of_the_register(p: Subject, law: Law) -> Condition:
    """Section 6: whoever is concerned, also in the registers of non-Thais."""
    return p.is_registered_by(ASKED)
