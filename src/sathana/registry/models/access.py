"""Who may see a family besides its own: assignment, sharing, sealing, blocks, glass."""

from __future__ import annotations

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P3, P4 = Sensitivity.P3, Sensitivity.P4
_ACCOUNT = "accounts.Account"


class Assignment(FamilyRow):
    """A worker to whom the family is assigned, until it ends."""

    account = models.ForeignKey(_ACCOUNT, models.CASCADE, related_name="assignments")
    ended_at = models.DateTimeField(null=True)

    PLAIN = plain("account", "ended_at")


class NamedOfficer(FamilyRow):
    """A protection officer named for a sealed family."""

    account = models.ForeignKey(_ACCOUNT, models.CASCADE, related_name="+")
    ended_at = models.DateTimeField(null=True)

    PLAIN = plain("account", "ended_at")


class Share(FamilyRow):
    """The family shared with another organisation: some groups of fields, until a day.

    Attributes:
        account: The one who may look; ``None``: partners of that organisation.
        groups: Names of ``accounts.decide.Group``.
        purpose: Why, in words.
    """

    to = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    account = models.ForeignKey(_ACCOUNT, models.CASCADE, null=True, related_name="+")
    groups = models.JSONField(default=list)
    begin = models.DateTimeField()
    until = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    consent = models.ForeignKey(
        "registry.Consent", models.SET_NULL, null=True, related_name="+"
    )
    purpose = Sealed(P3)

    PLAIN = plain(
        "to", "account", "groups", "begin", "until", "withdrawn_at", "consent"
    )


class Block(FamilyRow):
    """A conflict of interest: the family does not exist for this account.

    Attributes:
        reason: Why; sealed to those who may block.
    """

    account = models.ForeignKey(_ACCOUNT, models.CASCADE, related_name="+")
    ended_at = models.DateTimeField(null=True)
    reason = Sealed(P4)

    PLAIN = plain("account", "ended_at")


class BreakGlass(FamilyRow):
    """Somebody opened a family not theirs, in an emergency: 60 minutes, to read.

    Attributes:
        category: ``danger``, ``deadline``, ``absence``, ``other``.
        reason: At least 20 letters.
        reviewed_by: Who looked at it afterwards; must be somebody else.
        found: ``justified`` or ``not_justified``; ``""`` before the review.
    """

    account = models.ForeignKey(_ACCOUNT, models.PROTECT, related_name="+")
    until = models.DateTimeField()
    category = models.CharField(max_length=10)
    reviewed_by = models.ForeignKey(
        _ACCOUNT, models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    found = models.CharField(max_length=14, blank=True)
    reason = Sealed(P3)
    remark = Sealed(P3)

    PLAIN = plain("account", "until", "category", "reviewed_by", "reviewed_at", "found")
