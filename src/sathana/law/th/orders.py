"""What an act of the state does to nationality, from its day on."""

from __future__ import annotations

from sathana.facts.subject import Subject
from sathana.law.rules import ALL_BASES, Law, gain, loss
from sathana.logic.nodes import YES, Condition

_DAY = Subject().order_day


@gain("7BIS-2", basis="grant", when=_DAY, per="order", orders=("grant_7bis2",))
def granted_under_7bis(p: Subject, law: Law) -> Condition:
    """Section 7 bis para 2: by order of the Minister, from its day."""
    return YES


@gain("S9", basis="grant", when=_DAY, per="order", orders=("marriage_s9",))
def granted_to_a_wife(p: Subject, law: Law) -> Condition:
    """Section 9: a wife of a Thai, at the Minister's discretion."""
    return YES


@gain("S10", basis="grant", when=_DAY, per="order", orders=("naturalised",))
def naturalised(p: Subject, law: Law) -> Condition:
    """Sections 10 to 12: naturalised."""
    return ~p.ordered_under("S12-1")


@gain("S12-1", basis="grant", when=_DAY, per="order", orders=("naturalised",))
def naturalised_through_another(p: Subject, law: Law) -> Condition:
    """Section 12/1: naturalised on the application of another person."""
    return p.ordered_under("S12-1")


@gain("NR-19-2", basis="grant", when=_DAY, per="order", orders=("roofless_s19_2",))
def announced_under_19_2(p: Subject, law: Law) -> Condition:
    """Civil Registration Act s.19/2: Thai from the announcement."""
    return YES


@gain("REGAIN-1956", basis="grant", when=_DAY, per="order", orders=("regained",))
def regained_before_1965(p: Subject, law: Law) -> Condition:
    """Act No.3 s.7: given back on application."""
    return YES


@gain("REGAIN", basis="grant", when=_DAY, per="order", orders=("regained",))
def regained(p: Subject, law: Law) -> Condition:
    """Sections 23 and 24: given back on application."""
    return YES


@gain("GRANTED", basis="grant", when=_DAY, per="order", orders=("granted",))
def granted(p: Subject, law: Law) -> Condition:
    """Nationality given; under which section is not known."""
    return YES


@loss("LOSS-COURT", when=_DAY, per="order", orders=("revoked",))
def revoked_by_court(p: Subject, law: Law) -> Condition:
    """Revoked by a court."""
    return p.order_by("court")


@loss("LOSS-16", when=_DAY, per="order", orders=("revoked",))
def revoked_from_a_wife(p: Subject, law: Law) -> Condition:
    """Section 16: revoked from a woman who got it by marriage (s.9)."""
    return p.order_by("minister") & p.ordered("marriage_s9", by=_DAY)


@loss("LOSS-18", when=_DAY, per="order", orders=("revoked",))
def revoked_after_7bis(p: Subject, law: Law) -> Condition:
    """Section 18: revoked from one who got it under 7 bis para 2."""
    return p.order_by("minister") & p.ordered("grant_7bis2", by=_DAY)


@loss("LOSS-19", when=_DAY, per="order", orders=("revoked",))
def revoked_after_naturalisation(p: Subject, law: Law) -> Condition:
    """Section 19: revoked from one naturalised."""
    return p.order_by("minister") & p.ordered("naturalised", by=_DAY)


@loss("LOSS-17", when=_DAY, per="order", orders=("revoked",))
def revoked_from_the_soil_born(p: Subject, law: Law) -> Condition:
    """Section 17: revoked from one born here of an alien parent (C12)."""
    otherwise = p.ordered("marriage_s9", "grant_7bis2", "naturalised", by=_DAY)
    return p.order_by("minister") & ~otherwise


@loss("RENOUNCED", when=_DAY, takes=ALL_BASES, per="order", orders=("renounced",))
def renounced(p: Subject, law: Law) -> Condition:
    """Sections 13 to 15: given up by the person."""
    return ~p.ordered_under("LOSS-22")


@loss("LOSS-22", when=_DAY, takes=ALL_BASES, per="order", orders=("renounced",))
def naturalised_abroad(p: Subject, law: Law) -> Condition:
    """Section 22: naturalised in another state; told as renounced under LOSS-22."""
    return p.ordered_under("LOSS-22")
