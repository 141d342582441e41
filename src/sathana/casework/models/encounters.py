"""Contacts with offices; the officer's name and money asked stand apart."""

from __future__ import annotations

from django.db import models

from sathana.casework.models.cases import Case, CasePathway
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3, P4 = Sensitivity.P2, Sensitivity.P3, Sensitivity.P4


class Encounter(FamilyRow):
    """Any contact with an office, under the key of the person it was about.

    Attributes:
        case: In which case; ``None``: before there is one.
        person: About whom; ``None``: about the family, under the family's key.
        track: About which pathway of that person.
        fact: The petition that it told of the person, if it told one; ``replaces`` the
            telling of that petition before.
        withdrawn_at: Since when it no longer counts, as it was recorded wrongly.
        on: The day (ISO).
        channel: ``visit``, ``phone``, ``letter``, ``online``.
        office: Which office, in words; ``place`` the code of its district.
        role: Role of the officer, in words; the name stands in :class:`OfficerName`.
        outcome: A code of ``casework.refusals.OUTCOMES``.
        codes: Codes of ``casework.refusals.REFUSALS``.
        said: What the office said; ``asked`` what was asked for.
        papers: What was received in writing; ``companions`` who was there.
    """

    case = models.ForeignKey(
        Case, models.SET_NULL, null=True, related_name="encounters"
    )
    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    track = models.ForeignKey(
        CasePathway, models.SET_NULL, null=True, related_name="encounters"
    )
    fact = models.ForeignKey(
        "registry.Fact", models.SET_NULL, null=True, related_name="+"
    )
    replaces = models.ForeignKey(
        "registry.Fact", models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    on = Sealed(P2)
    channel = Sealed(P2)
    office = Sealed(P2)
    place = Sealed(P2)
    role = Sealed(P2)
    outcome = Sealed(P2)
    codes = Sealed(P2, default=list)
    said = Sealed(P3)
    asked = Sealed(P3)
    papers = Sealed(P3)
    companions = Sealed(P3)

    PLAIN = plain("case", "person", "track", "fact", "replaces", "withdrawn_at")


class OfficerName(FamilyRow):
    """Who the officer was: for supervisors and named officers only."""

    encounter = models.OneToOneField(Encounter, models.CASCADE, related_name="officer")
    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    name = Sealed(P4)

    PLAIN = plain("encounter", "person")


class MoneyAsked(FamilyRow):
    """Money that was asked for beside the fees: for those who see officers' names.

    Attributes:
        amount: As it was said, in baht where it was a number.
        by: Who asked, and through whom.
        words: The words that were used.
    """

    encounter = models.OneToOneField(Encounter, models.CASCADE, related_name="money")
    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    amount = Sealed(P4)
    by = Sealed(P4)
    words = Sealed(P4)

    PLAIN = plain("encounter", "person")
