"""Work that passes from one to another: between colleagues, between organisations.

What the other organisation may see of an offer stands in a table of its own
(:class:`OfferCard`), because row policies hide rows and never columns.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sathana.casework.models.cases import Case
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Handover(FamilyRow):
    """A case offered to a colleague of the same organisation.

    Who offered it and when are ``made_by`` and ``made_at``.

    Attributes:
        receiver: Account of the colleague.
        state: A code of ``casework.handover_words.PASSING``.
        answered_by, answered_at: Who ended it, and when.
        reason: Why it passes on.
        summary: What is open, what was tried, what comes next.
        answer: The reason of whoever declined or refused.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="handovers")
    receiver = models.UUIDField()
    state = models.CharField(max_length=12, default="offered")
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    reason = Sealed(P3)
    summary = Sealed(P3)
    answer = Sealed(P3)

    class Meta(FamilyRow.Meta):
        constraints = [
            # A case is offered to one colleague at a time: the database holds it too.
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=("offered", "waiting")),
                name="casework_one_handover",
            )
        ]
        indexes = [models.Index(fields=["receiver", "state"])]

    PLAIN = plain("case", "receiver", "state", "answered_by", "answered_at")


class Referral(FamilyRow):
    """What a family agreed to share with another organisation, once that accepts.

    It never leaves the organisation that made it.

    Attributes:
        to: The other organisation.
        consent: The family's consent under which it is offered.
        share: The window that opened; ``None``: none did.
        groups: Names of ``accounts.decide.Group``.
        until: Until when the window stays open.
        purpose: What for, in words.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="referrals")
    to = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    consent = models.ForeignKey(
        "registry.Consent", models.SET_NULL, null=True, related_name="+"
    )
    share = models.ForeignKey(
        "registry.Share", models.SET_NULL, null=True, related_name="+"
    )
    groups = models.JSONField(default=list)
    until = models.DateTimeField()
    purpose = Sealed(P3)

    PLAIN = plain("case", "to", "consent", "share", "groups", "until")


class OfferCard(FamilyRow):
    """All that the other organisation sees of a referral before it accepts.

    It stands under a key of its own, and in no other words than these.

    Attributes:
        to: Who may read it, while ``state`` is ``offered``.
        state: A code of ``casework.handover_words.OFFERS``.
        until: From then on nobody answers it any more.
        answered_by, answered_at: Account of the other organisation, and when.
        kind, urgency: Codes of ``casework.handover_words``.
        district: Code of a district; ``""``: not known.
        people: How many persons the family has.
        answer: Why it was declined: for the organisation that offered it.
    """

    referral = models.OneToOneField(Referral, models.CASCADE, related_name="card")
    to = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, default="offered")
    until = models.DateTimeField()
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    kind = Sealed(P2)
    urgency = Sealed(P2)
    district = Sealed(P2)
    people = Sealed(P2, default=0)
    answer = Sealed(P3)

    class Meta(FamilyRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["family", "to"],
                condition=Q(state="offered"),
                name="casework_one_offer",
            )
        ]
        indexes = [models.Index(fields=["to", "state"])]

    PLAIN = plain("referral", "to", "state", "until", "answered_by", "answered_at")
