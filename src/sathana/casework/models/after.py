"""What follows an approval: entry, oath, photo, card, rights tried, copies kept."""

from __future__ import annotations

from django.db import models

from sathana.casework.models.cases import Case, CasePathway
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class AfterStep(FamilyRow):
    """One step after an approval, under the key of the person it is about.

    There is one row of a kind in a round of a pathway: its id is made of the three
    (``casework.after_rows.id_of``), so that no plain column tells the kind.

    Attributes:
        evidence: The paper that shows it; of a copy the paper that is kept.
        fact: The fact by which the family tells the decision, of ``grant`` only.
        round: Round of the pathway in which it was approved.
        due: The planned day while the step is not done; ``None``: none, or done.
        kind: A kind of ``casework.after_steps``: ``entry``, ``right.WORK`` ...
        state: A state of that kind.
        on: Day of the step (ISO, perhaps in part); ``""``: not told.
        place: Where; of a copy where the original is kept.
        number: The number of the entry, thirteen digits; ``""``: not told.
        odd: Whether its check digit does not fit, and the paper shows it so.
        issued, expires: Days printed on the card (ISO); ``""``: not told.
        second: The other place at which a copy is kept.
        said_by: Who says that it is kept there.
        words: Notes.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="after_steps")
    track = models.ForeignKey(CasePathway, models.CASCADE, related_name="after_steps")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    evidence = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    fact = models.ForeignKey(
        "registry.Fact", models.SET_NULL, null=True, related_name="+"
    )
    round = models.PositiveIntegerField(default=0)
    due = models.DateField(null=True)
    kind = Sealed(P2)
    state = Sealed(P2)
    on = Sealed(P2)
    place = Sealed(P3)
    number = Sealed(P3)
    odd = Sealed(P2, default=False)
    issued = Sealed(P2)
    expires = Sealed(P2)
    second = Sealed(P3)
    said_by = Sealed(P3)
    words = Sealed(P3)

    PLAIN = plain("case", "track", "person", "evidence", "fact", "round", "due")


class AfterBefore(FamilyRow):
    """What a step said before it was corrected; it is never changed.

    Who corrected it and when are ``made_by`` and ``made_at``.

    Attributes:
        was: The old value of each field that changed.
        reason: Why; ``""`` where what stood there was only planned.
    """

    step = models.ForeignKey(AfterStep, models.CASCADE, related_name="before")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    was = Sealed(P3, default=dict)
    reason = Sealed(P3)

    PLAIN = plain("step", "person")
