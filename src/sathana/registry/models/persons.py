"""Persons, their names, and how they are related."""

from __future__ import annotations

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Person(FamilyRow):
    """One person of a family. What the law asks about is told in facts, not here.

    Attributes:
        label: Id in the family's case file (``Mother``, ``P3``); sealed.
        audit_name: Pseudonym in the chain (32 hex digits), sealed.
        group: The person's own name of their group; ``""`` if not told.
        languages: Spoken languages, best first; an empty list if not told.
        interpreter: Language in which an interpreter is needed; ``""`` if not told,
            ``none`` if none is.
        needs: Needs because of a disability, in the person's words.
        contact: How to reach the person safely, in words.
    """

    label = Sealed(P3)
    audit_name = Sealed(P2)
    group = Sealed(P3)
    languages = Sealed(P2, default=list)
    interpreter = Sealed(P2)
    needs = Sealed(P3)
    contact = Sealed(P3)
    notes = Sealed(P3)

    PLAIN = plain()


class Name(FamilyRow):
    """One name of a person: people have many, and none is "the wrong one".

    Attributes:
        kind: ``thai``, ``romanised``, ``own`` (own language), ``school``, ``other``.
        text: The name as it is written, given name and surname.
        begin, until: Dates as in a case file, ``""`` if not told.
        main: Whether it is the name shown first.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    kind = Sealed(P2)
    text = Sealed(P3)
    begin = Sealed(P3)
    until = Sealed(P3)
    main = models.BooleanField(default=False)

    PLAIN = plain("person", "main")


class NameKey(models.Model):
    """One entry of the blind index: tells nothing without the organisation's key.

    Attributes:
        person: Whose; ``None`` where the title of the family is indexed.
        kind: ``name``, ``title`` (cut to 20 bits) or ``number`` (63 bits of a
            13-digit number).
        value: The keyed hash as a number.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+", db_index=False
    )
    family = models.ForeignKey("registry.Family", models.CASCADE, related_name="+")
    # Found by family: a second index would cost more than it gives.
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=6)
    value = models.BigIntegerField()

    class Meta:
        # With person and family in it, a search reads the index alone.
        indexes = [
            models.Index(fields=["organisation", "kind", "value", "person", "family"])
        ]

    PLAIN = dict.fromkeys(
        ("id", "organisation", "family", "person", "kind", "value"), Sensitivity.P1
    )


class Kinship(FamilyRow):
    """How two persons are related, as a dated record with its proof.

    Attributes:
        person: The child (or ward).
        parent: The parent (or guardian).
        kind: ``biological``, ``legal``, ``adoptive``, ``step``, ``guardian``.
        role: ``father``, ``mother``, ``guardian``, ``unknown``.
        proof: ``none``, ``statement``, ``paper``, ``dna``, ``court``; ``disputed``
            where somebody contests it.
        begin, until: Dates as in a case file; ``""`` if not told.
        said_by: Who said so.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="parents")
    parent = models.ForeignKey(Person, models.CASCADE, related_name="children")
    source = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    kind = Sealed(P2)
    role = Sealed(P2)
    proof = Sealed(P2)
    begin = Sealed(P3)
    until = Sealed(P3)
    said_by = Sealed(P3)
    notes = Sealed(P3)

    PLAIN = plain("person", "parent", "source")
