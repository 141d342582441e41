"""Runs over all families after a change of law, and whose answers they changed."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P1, P2 = Sensitivity.P1, Sensitivity.P2


class LawRun(models.Model):
    """One run over all families; nothing in it is about a person.

    Attributes:
        law: Name of the law that the run assesses by (``registry.changed.law_name``).
        as_of: Day asked about; it stays when a run goes on the next day.
        everyone: Whether all were assessed, and not only those whom columns name.
        last: Id of the family up to which the run has come; ``None``: not begun.
        seen, taken, turned: Families looked at, assessed anew, and with other answers.
        unasked: Families that were left out: nobody consented to an assessment.
        failed: Families whose assessment broke off: their answer stays as it was.
        ended_at: When it came to its end; ``None``: it can go on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    law = models.CharField(max_length=80)
    as_of = models.DateField()
    everyone = models.BooleanField(default=False)
    last = models.UUIDField(null=True)
    seen = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    turned = models.PositiveIntegerField(default=0)
    unasked = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        (
            *("id", "law", "as_of", "everyone", "last", "seen", "taken", "turned"),
            *("unasked", "failed", "begun_at", "ended_at"),
        ),
        P1,
    )


class LawChange(FamilyRow):
    """Answers about one person that a run changed, under the person's key.

    Attributes:
        law_from, law_to: Names of the two laws.
        facts_too: Whether the facts had changed as well since the earlier answer.
        answers: ``[[which answer, before, after], ...]``, as ``status.flips`` names
            them.
    """

    run = models.ForeignKey(LawRun, models.CASCADE, related_name="changes")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    law_from = models.CharField(max_length=80)
    law_to = models.CharField(max_length=80)
    as_of = models.DateField()
    facts_too = models.BooleanField(default=False)
    answers = Sealed(P2, default=list)

    class Meta(FamilyRow.Meta):
        constraints = [
            # Whoever begins again where a run was broken off tells nothing twice.
            models.UniqueConstraint(
                fields=["run", "person"], name="casework_law_change_once"
            ),
        ]

    PLAIN = plain("run", "person", "law_from", "law_to", "as_of", "facts_too")
