"""Packs of papers made for a pathway, and what was said about them before sign-off."""

from __future__ import annotations

from django.db import models

from sathana.casework.models.cases import Case, CasePathway
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class PaperPack(FamilyRow):
    """One pack of one person, under a key of its own: all relatives stand in it.

    The values that all its papers are set from are kept, not the bytes: the papers
    come out the same again, and what a supervisor approved is what is printed, even
    after facts and law have moved on.

    Attributes:
        number: Counts the packs of a pathway from 1.
        state: A code of ``casework.supervising.STATES``.
        decided_by, decided_at: Who approved it or sent it back last, and when.
        pathway: Id of the pathway it was made for.
        choices: What was chosen: ``digits``, ``tell``, ``filed_by``.
        values: What the papers say (``documents.pack_plain``), packed.
        facts: The case file it was made from, packed; ``law`` edition and updates.
        scans: Of each paper at hand by its id in the case file: the stored paper.
        signer: Name of whoever approved it, as the papers bear it.
    """

    # Erasing anybody of the family destroys it: see registry.services.erasing.
    HOLDS_ALL = True

    case = models.ForeignKey(Case, models.CASCADE, related_name="packs")
    track = models.ForeignKey(CasePathway, models.CASCADE, related_name="packs")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, default="draft")
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    pathway = Sealed(P2)
    choices = Sealed(P3, default=dict)
    values = Sealed(P3)
    facts = Sealed(P3)
    law = Sealed(P2, default=dict)
    scans = Sealed(P2, default=dict)
    signer = Sealed(P2)

    class Meta(FamilyRow.Meta):
        indexes = [
            # What waits for a supervisor.
            models.Index(fields=["organisation", "state", "changed_at"]),
        ]

    PLAIN = plain(
        *("case", "track", "person", "number", "state", "decided_by", "decided_at")
    )


class PackComment(FamilyRow):
    """What somebody said about a pack, or did with it; it is never changed.

    Attributes:
        does: A code of ``casework.supervising.STEPS``.
    """

    pack = models.ForeignKey(PaperPack, models.CASCADE, related_name="comments")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    does = models.CharField(max_length=12, default="note")
    text = Sealed(P3)

    PLAIN = plain("pack", "person", "does")
