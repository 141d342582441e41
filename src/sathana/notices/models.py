"""A notice to one account."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity


class Notice(models.Model):
    """Something one account should look at.

    Attributes:
        kind: Code of what happened (``glass_broken``, ``role_asked``).
        about: Id of what it is about, as text; the page behind it decides anew who may
            see it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(
        "accounts.Account", models.CASCADE, related_name="notices"
    )
    kind = models.CharField(max_length=30)
    about = models.CharField(max_length=36, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        ("id", "account", "kind", "about", "made_at", "read_at"), Sensitivity.P1
    )
