"""The entries of the chain, which the database keeps as they are; and its own id."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity

P1 = Sensitivity.P1


class Entry(models.Model):
    """One thing that was done or seen.

    Attributes:
        seq: Place in the chain, from 1, without a gap.
        at: When, UTC.
        actor: Id of the account; ``None`` for the program itself.
        organisation: Id of the actor's organisation; ``None`` for the program itself.
        action: What: ``person.view``, ``person.change`` (see ``audit.actions``).
        kind: Kind of the object: ``person``, ``family``, ``evidence``, ``account``.
        subject: Pseudonym of the object (32 hex digits), or an id if no person.
        case: Pseudonym of the family, ``""`` if none.
        fields: Which groups of fields were read or written, never their values.
        purpose: Why, in a code; a reason in words is kept sealed elsewhere.
        allowed: Whether it was allowed.
        request: Id of the request, so that its entries are found together.
        previous: Hash of the entry before, 64 hex digits; zeros for the first.
        hash: SHA-256 of this entry and ``previous``.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    organisation = models.UUIDField(null=True)
    action = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=36)
    case = models.CharField(max_length=36, blank=True)
    fields = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=40, blank=True)
    allowed = models.BooleanField(default=True)
    request = models.CharField(max_length=36, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        # Few, because every read of a person writes here: who opened this family, and
        # what an organisation did when. A subject is looked for within its family.
        indexes = [
            models.Index(fields=["case", "seq"]),
            models.Index(fields=["organisation", "at", "seq"]),
        ]

    PLAIN = dict.fromkeys(
        (
            *("seq", "at", "actor", "organisation", "action", "kind", "subject"),
            *("case", "fields", "purpose", "allowed", "request", "previous", "hash"),
        ),
        P1,
    )


class Database(models.Model):
    """Which database this is: a new row at each restore, the newest one counts.

    Attributes:
        id: Written into every signed head, so that a head is not held against another
            database.
        before: Id of the database whose backup was restored; ``None`` for a new one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    before = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    PLAIN = dict.fromkeys(("id", "before", "made_at"), P1)
