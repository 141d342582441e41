"""The directory of offices of an organisation, and what each really asks for.

Nothing in it is about a person: neither of families nor, ever, of an officer.
"""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity

P1 = Sensitivity.P1


class Office(models.Model):
    """An office as an organisation knows it.

    Attributes:
        kind: A key of ``casework.office_words.KINDS``.
        areas: Codes of places (province, district) for which it is in charge.
        address, phone, hours: As they are posted at the office; ``""`` if not known.
        checked_on: When somebody last saw that this is so.
        ended_at: Since when it is no longer used; it stays readable.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=16)
    name_th = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160, blank=True)
    areas = models.JSONField(default=list)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    checked_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.UUIDField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    PLAIN = dict.fromkeys(
        (
            *("id", "organisation", "kind", "name_th", "name_en", "areas", "address"),
            *("phone", "hours", "checked_on", "ended_at", "made_by", "made_at"),
            *("changed_by", "changed_at", "version"),
        ),
        P1,
    )

    @property
    def name(self) -> dict[str, str]:
        """Its name in both languages, as far as it has one."""
        return {"th": self.name_th, "en": self.name_en or self.name_th}


class OfficeNote(models.Model):
    """What an office really does or asks for, seen on a day: practice, never law.

    Attributes:
        on: The day on which it was seen.
        about: A key of ``casework.office_words.ABOUT``.
        text: What it asks or does, in a few sentences; nobody's name.
        source: How it is known: a key of ``casework.office_words.SOURCES``.
        made_by: Who noted it.
        ended_at: Since when it no longer holds; it stays readable.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(Office, models.CASCADE, related_name="notes")
    on = models.DateField()
    about = models.CharField(max_length=16)
    text = models.TextField()
    source = models.CharField(max_length=16)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    PLAIN = dict.fromkeys(
        (
            *("id", "organisation", "office", "on", "about", "text", "source"),
            *("ended_at", "ended_by", "made_by", "made_at"),
        ),
        P1,
    )
