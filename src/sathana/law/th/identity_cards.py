"""Identity cards: of Thais, and those of the Civil Registration Act for others."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Subject, not_verified, years_before
from sathana.law.rules import Law, pathway
from sathana.logic.nodes import Condition, all_of, any_of

_THAI_CARD_FROM = 7
"""Age, years, from which a Thai must have a card (Identity Card Act s.5)."""
_THAI_CARD_TO = 70
"""Age, years, up to which (same section)."""
_CARD_FROM = 5
"""Age, years, from which others get a card (Civil Registration Act s.38/1)."""


@pathway("ID-THAI")
def thai_card(p: Subject, law: Law) -> Condition:
    """Section 5: a Thai from 7 to 70 with a name in the house register.

    What holds for those over 70 was not read.
    """
    within = years_before(ASKED, _THAI_CARD_TO).by(p.birth)
    return all_of(
        p.thai_at(ASKED),
        p.is_("registered_as_thai", "yes"),
        _aged(p, _THAI_CARD_FROM),
        any_of(within, not_verified("ID-THAI/over-seventy")),
    )


@pathway("ID-NONTHAI")
def card_without_nationality(p: Subject, law: Law) -> Condition:
    """Section 38/1: a person of five or more whom a register holds as not Thai."""
    numbered = p.is_("number_class", "no_status_89", "no_status_00", "migrant", "thai")
    return _held_as_other(p) & ~numbered


@pathway("ID-NOSTATUS")
def card_without_status(p: Subject, law: Law) -> Condition:
    """The same section: a person without registration status."""
    return _held_as_other(p) & p.is_("number_class", "no_status_89", "no_status_00")


@pathway("ID-MIGRANT")
def migrant_card(p: Subject, law: Law) -> Condition:
    """Cards under Cabinet resolutions: a registered migrant worker."""
    return _held_as_other(p) & p.is_("number_class", "migrant")


def _held_as_other(p: Subject) -> Condition:
    return all_of(
        p.is_registered_by(ASKED),
        ~p.is_("registered_as_thai", "yes"),
        _aged(p, _CARD_FROM),
    )


def _aged(p: Subject, years: int) -> Condition:
    return p.birth.by(years_before(ASKED, years))
