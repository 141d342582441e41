"""What a contact said before it was corrected."""

from __future__ import annotations

from django.db import models

from sathana.casework.models.encounters import Encounter
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P3, P4 = Sensitivity.P3, Sensitivity.P4


class EncounterBefore(FamilyRow):
    """One correction of a contact; it is never changed.

    Who corrected it and when are ``made_by`` and ``made_at``.

    Attributes:
        was: The old value of each field that changed.
        apart: The same of the officer's name and the money, for those who see them.
        reason: Why it was corrected; ``""``: not told.
    """

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="before")
    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    was = Sealed(P3, default=dict)
    apart = Sealed(P4, default=dict)
    reason = Sealed(P3)

    PLAIN = plain("encounter", "person")
