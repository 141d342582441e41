"""Days on which a family must be somewhere: they make the sheet of a day."""

from __future__ import annotations

from django.db import models

from sathana.casework.models.cases import Case, CasePathway
from sathana.casework.models.offices import Office
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Appointment(FamilyRow):
    """A day at an office, under the key of the person it is about (or the family's).

    Attributes:
        track: About which pathway; ``None``: about the family.
        on: The day.
        worker: Account that goes along; ``None``: nobody yet.
        office: A row of the directory; ``None`` where ``place`` says it in words.
        withdrawn_at: Since when it is called off; it stays in the case.
        at: The hour, as the slip gives it; ``""`` if it gives none.
        purpose: What for; ``slip`` the number or words of the office's slip.
        comes: Who comes, one a line; ``witnesses`` who is brought as a witness.
        papers: What to bring, one a line.
        permit: ``unknown``, ``not_needed``, ``needed``, ``asked``, ``held``.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="appointments")
    track = models.ForeignKey(
        CasePathway, models.SET_NULL, null=True, related_name="appointments"
    )
    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    on = models.DateField()
    worker = models.UUIDField(null=True)
    office = models.ForeignKey(Office, models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    at = Sealed(P2)
    place = Sealed(P2)
    purpose = Sealed(P3)
    slip = Sealed(P3)
    comes = Sealed(P3)
    witnesses = Sealed(P3)
    papers = Sealed(P3)
    permit = Sealed(P2)

    class Meta(FamilyRow.Meta):
        indexes = [models.Index(fields=["organisation", "on"])]

    PLAIN = plain("case", "track", "person", "on", "worker", "office", "withdrawn_at")
