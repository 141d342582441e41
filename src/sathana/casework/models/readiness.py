"""How ready each pathway is: for the list of work, and as it was when confirmed."""

from __future__ import annotations

from django.db import models

from sathana.casework.models.cases import Case, CaseMove, CasePathway
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Readiness(FamilyRow):
    """What was last found of a pathway, under its key: a copy, made anew at any time.

    Attributes:
        rank: 0 to 9: where it stands in the list of work. It mixes how many people a
            paper helps, age, windows and how near it is, and tells none of them.
        due: The nearest day of the law: the end of a window, or of a time limit.
        stale: Whether something was told since, or it was never looked at.
        looked_at: When it was made; ``None``: never.
        found: What was found, packed (see ``casework.readying``).
        why: Codes of why it stands where it stands, with their numbers.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="readiness")
    track = models.OneToOneField(CasePathway, models.CASCADE, related_name="readiness")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField(default=0)
    due = models.DateField(null=True)
    stale = models.BooleanField(default=True)
    looked_at = models.DateTimeField(null=True)
    law_version = models.CharField(max_length=80, blank=True)
    found = Sealed(P3)
    why = Sealed(P3, default=list)

    class Meta(FamilyRow.Meta):
        indexes = [
            # The list of work of a week: what helps most first.
            models.Index(fields=["organisation", "-rank", "due"]),
        ]

    PLAIN = plain(
        "case", "track", "person", "rank", "due", "stale", "looked_at", "law_version"
    )


class ReadyCheck(FamilyRow):
    """What was found at the moment in which a pathway was confirmed as ready.

    It is never changed. Who confirmed it, and why despite gaps, says its move.

    Attributes:
        law_version, facts_hash, rows_mark: As of an assessment: what it was made of.
        found: What was found, packed.
        gaps: What stood in the way, in words; empty: nothing.
    """

    track = models.ForeignKey(CasePathway, models.CASCADE, related_name="checks")
    move = models.OneToOneField(CaseMove, models.CASCADE, related_name="confirmed")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    law_version = models.CharField(max_length=80)
    facts_hash = models.CharField(max_length=64)
    rows_mark = models.CharField(max_length=64)
    found = Sealed(P3)
    gaps = Sealed(P3, default=list)

    PLAIN = plain("track", "move", "person", "law_version", "facts_hash", "rows_mark")
