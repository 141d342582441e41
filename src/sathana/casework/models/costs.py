"""What a case costs: asked for, approved by another person, never edited.

Money that somebody demanded is no cost: it stands in ``MoneyAsked``, under other eyes,
and no sum ever adds the two.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sathana.casework.models.cases import Case
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Cost(FamilyRow):
    """One line of the book of a case; after the decision nothing of it changes.

    Who asked and when are ``made_by`` and ``made_at``.

    Attributes:
        receipt: The paper of the family that holds the receipt; ``None``: none yet.
        reverses: The line that this one takes back, with the same amount below zero.
        state: ``asked``, ``approved`` or ``refused``.
        decided_by, decided_at: Who approved or refused it: never who asked.
        kind: A code of ``casework.cost_words.KINDS``.
        on: The day (ISO).
        satang: Amount in satang: 100 to the baht, below zero in a reversing line.
        paid_by: A code of ``casework.cost_words.PAYERS``.
        what: What for, in words; of a reversing line: why.
        answer: Why it was refused.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="costs")
    receipt = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    reverses = models.ForeignKey(
        "self", models.CASCADE, null=True, related_name="reversed_by"
    )
    state = models.CharField(max_length=12, default="asked")
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    kind = Sealed(P2)
    on = Sealed(P2)
    satang = Sealed(P2, default=0)
    paid_by = Sealed(P2)
    what = Sealed(P3)
    answer = Sealed(P3)

    class Meta(FamilyRow.Meta):
        constraints = [
            # Four eyes, and nothing taken back twice: the database holds it too.
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("made_by")),
                name="casework_cost_four_eyes",
            ),
            models.UniqueConstraint(
                fields=["reverses"],
                condition=~Q(state="refused"),
                name="casework_cost_reversed_once",
            ),
        ]

    PLAIN = plain("case", "receipt", "reverses", "state", "decided_by", "decided_at")
