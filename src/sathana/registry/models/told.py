"""What was told: facts, events, assessments made of them, and unfinished forms."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import P1, FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Fact(FamilyRow):
    """One told value of a person. Several of one path may stand side by side.

    Attributes:
        path: Key of the fact as in a case file (``born.date``, ``stay``).
        value: The value as a case file writes it (plain values); ``"unknown"`` when
            somebody said that it is not known.
        grade: ``claimed``, ``witnessed``, ``documented``.
        source: The paper that shows it; ``None`` if none.
        said_by: Who said so, in words; ``said_on`` when (as in a case file).
        withdrawn_at: Since when it no longer counts; it stays readable.
    """

    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="facts")
    source = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    path = Sealed(P2)
    value = Sealed(P3)
    grade = Sealed(P2)
    said_by = Sealed(P3)
    said_on = Sealed(P3)

    PLAIN = plain("person", "source", "withdrawn_at")


class Event(FamilyRow):
    """Something in a life that no fact of the case file tells: a move, a survey ...

    Attributes:
        kind: ``birth``, ``move``, ``survey``, ``registration``, ``border``, ``school``,
            ``work``, ``marriage``, ``death``, ``other``.
        on: Date as in a case file; ``""`` if not told.
    """

    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="events")
    source = models.ForeignKey(
        "registry.Evidence", models.SET_NULL, null=True, related_name="+"
    )
    kind = Sealed(P2)
    on = Sealed(P3)
    place = Sealed(P3)
    words = Sealed(P3)
    grade = Sealed(P2)
    said_by = Sealed(P3)

    PLAIN = plain("person", "source")


class Assessment(FamilyRow):
    """What the law made of the family on one day, kept with what it was made from.

    Attributes:
        as_of, law_at: Day asked about, and day whose texts were read.
        law_version: Which law pack: its version and the updates that are installed.
        facts_hash: Keyed hash of the facts it was made from.
        rows_mark: Keyed hash of the rows and versions it was made from: while it is
            the same, the facts are.
        answers: Per person what lists and trees show: small, since a list opens many.
        summary: Which paper helps whom, the law, and what turned.
        result: The whole answer, as ``sathana assess --json`` prints it, packed (see
            ``registry.packing``).
        facts: The case file it was made from, packed.
    """

    as_of = models.DateField()
    law_at = models.DateField()
    law_version = models.CharField(max_length=80)
    facts_hash = models.CharField(max_length=64)
    rows_mark = models.CharField(max_length=64, blank=True)
    answers = Sealed(P3, default=dict)
    summary = Sealed(P3, default=dict)
    result = Sealed(P3)
    facts = Sealed(P3)

    class Meta(FamilyRow.Meta):
        indexes = [models.Index(fields=["family", "-made_at"])]

    PLAIN = plain("as_of", "law_at", "law_version", "facts_hash", "rows_mark")


class Draft(models.Model):
    """A form that was begun: what was typed is kept until it is saved or thrown away.

    Attributes:
        account: Whose draft; nobody else sees it.
        form: Name of the form; ``about`` the id of what it is about, as text.
        content: What was typed, by field.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+"
    )
    account = models.UUIDField(db_index=True)
    key = models.UUIDField()
    form = models.CharField(max_length=40)
    about = models.CharField(max_length=36, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    content = Sealed(P3, default=dict)

    PLAIN = dict.fromkeys(
        ("id", "organisation", "account", "key", "form", "about", "changed_at"), P1
    )
