"""Families, households and villages."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import P1, FamilyRow, Guarded, Rows, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Family(models.Model):
    """A family: the unit of work, of access and of sharing.

    Attributes:
        team: The team that works with it.
        state: ``open`` or ``closed``.
        due: The next day on which something must be done; ``None`` if none.
        district: Code of the district where it is dealt with; ``""`` if not known.
        sealed_at: Since when only the named protection officers see it.
        title: How the team calls it; sealed.
        audit_name: Its pseudonym in the chain, sealed: erasing the family blinds it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+", db_index=False
    )
    team = models.ForeignKey(
        "accounts.Team", models.PROTECT, null=True, related_name="+", db_index=False
    )
    key = models.UUIDField()
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.UUIDField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, default="open")
    due = models.DateField(null=True)
    district = models.CharField(max_length=6, blank=True)
    sealed_at = models.DateTimeField(null=True)
    title = Sealed(P3)
    notes = Sealed(P3)
    audit_name = Sealed(P2)

    objects = Guarded()
    rows = models.Manager.from_queryset(Rows)()

    class Meta:
        base_manager_name = "rows"
        default_manager_name = "rows"
        indexes = [
            # The list of families: newest first, by state; and by team and owner.
            models.Index(fields=["organisation", "state", "-changed_at"]),
            models.Index(fields=["team", "state", "-changed_at"]),
            models.Index(fields=["made_by", "state", "-changed_at"]),
        ]

    PLAIN = dict.fromkeys(
        (
            *("id", "organisation", "team", "key", "made_by", "made_at", "changed_by"),
            *("changed_at", "version", "state", "due", "district", "sealed_at"),
        ),
        P1,
    )


class Village(models.Model):
    """A village as an organisation knows it: nothing in it is about one person.

    Attributes:
        place: Code of its sub-district (``places``); ``""`` if not known.
        earlier: Names it had before: ``[{"name": ..., "from": ..., "until": ...}]``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+"
    )
    name_th = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    own_name = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=8, blank=True)
    earlier = models.JSONField(default=list)
    notes = models.TextField(blank=True)

    PLAIN = dict.fromkeys(
        (
            *("id", "organisation", "name_th", "name_en", "own_name", "place"),
            *("earlier", "notes"),
        ),
        P1,
    )


class Household(FamilyRow):
    """Who lived together, where and when.

    Attributes:
        village: Id of the village as text, sealed: where somebody lives is P3.
        members: ``[{"person": id, "from": date text, "until": date text}]``.
        house: House number and code of the house register, as told.
    """

    village = Sealed(P3)
    house = Sealed(P3)
    members = Sealed(P3, default=list)
    notes = Sealed(P3)

    PLAIN = plain()
