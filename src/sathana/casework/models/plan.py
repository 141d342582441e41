"""The evidence plan of a case: papers asked for, witnesses, DNA tests, differences.

``person`` is the one whom a row is about: it stands under that person's key.
"""

from __future__ import annotations

from django.db import models

from sathana.casework.models.cases import Case
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class PaperRequest(FamilyRow):
    """A paper that somebody was asked for.

    Attributes:
        evidence: The paper when it came.
        state: ``asked``, ``received``, ``refused``, ``not_found``, ``dropped``.
        due: By which day it is expected; ``None``: nobody said.
        owner: Account that asks.
        paper: Id of ``vocabulary.papers``; ``path`` the fact that it is to show.
        holder: Who was asked: which hospital, headman, school, office.
        asked_on: The day (ISO).
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="paper_requests")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    evidence = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    state = models.CharField(max_length=12, default="asked")
    due = models.DateField(null=True)
    owner = models.UUIDField(null=True)
    paper = Sealed(P2)
    path = Sealed(P2)
    holder = Sealed(P3)
    asked_on = Sealed(P2)
    notes = Sealed(P3)

    PLAIN = plain("case", "person", "evidence", "state", "due", "owner")


class Witness(FamilyRow):
    """Somebody who can tell something for a person.

    Attributes:
        witness: Who, if a person of the family; else ``name``.
        state: ``asked``, ``agreed``, ``stated``, ``withdrawn``.
        thai, kin, interest: ``yes``, ``no``, ``unknown``.
        born, event_on: Days as in a case file; ``""``: not told.
        saw: A code of ``casework.witnesses.SAW``; ``about`` what they are to tell.
        relation: How they are related to the person, in words.
        conflict: What they would gain, in words. Money that was asked for stands in
            no witness: it is recorded as a contact, kept apart.
        available: When and how they can come.
        statement: Draft of what they say.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="witnesses")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    witness = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    state = Sealed(P2)
    role = Sealed(P2)
    name = Sealed(P3)
    born = Sealed(P3)
    thai = Sealed(P2)
    kin = Sealed(P2)
    relation = Sealed(P3)
    interest = Sealed(P3)
    conflict = Sealed(P3)
    about = Sealed(P3)
    event_on = Sealed(P3)
    saw = Sealed(P2)
    available = Sealed(P3)
    statement = Sealed(P3)

    PLAIN = plain("case", "person", "witness")


class DnaTest(FamilyRow):
    """A DNA test of a person with one who may be a parent.

    Attributes:
        other: With whom.
        appointment: The day at the laboratory.
        told_at: Since when the kinship tells the result; ``None``: it does not.
        letter_on, result_on: Days (ISO); ``""``: none.
        result: A code of ``casework.dna.RESULTS``.
        place: Where the test is made, and by which way.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="dna_tests")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    other = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    evidence = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    appointment = models.DateField(null=True)
    told_at = models.DateTimeField(null=True)
    letter_on = Sealed(P2)
    place = Sealed(P3)
    result = Sealed(P2)
    result_on = Sealed(P2)
    notes = Sealed(P3)

    PLAIN = plain("case", "person", "other", "evidence", "appointment", "told_at")


class Settlement(FamilyRow):
    """How values that cannot both be right are settled.

    Attributes:
        evidence: The paper by which it is settled.
        path: Which fact; ``seen`` a digest of the values that were looked at.
        right: The value that is right, in words.
        pathway: The pathway by which an entry is corrected; ``""``: none is needed.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="settlements")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    evidence = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    path = Sealed(P2)
    seen = Sealed(P2)
    right = Sealed(P3)
    pathway = Sealed(P2)
    notes = Sealed(P3)

    PLAIN = plain("case", "person", "evidence")
