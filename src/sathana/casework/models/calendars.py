"""Secret addresses of calendars, and where a worker wants the word of the day."""

from __future__ import annotations

import uuid

from django.db import models

from sathana.protection.classes import Sensitivity

P1 = Sensitivity.P1


class CalendarFeed(models.Model):
    """The secret address of one account's calendar; of the secret only its hash.

    Attributes:
        token: SHA-256 of the secret, hexadecimal.
        revoked_at: Since when it opens nothing; ``None`` while it holds.
        read_at: When a calendar last asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(
        "accounts.Account", models.CASCADE, related_name="calendar_feeds"
    )
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        ("id", "account", "token", "made_at", "revoked_at", "read_at"), P1
    )


class DigestMail(models.Model):
    """The address to which an account wants the word of the day; its own choice.

    Attributes:
        address: An e-mail address; it is used only where the operator set a host.
    """

    account = models.OneToOneField(
        "accounts.Account", models.CASCADE, primary_key=True, related_name="digest_mail"
    )
    address = models.EmailField(max_length=200)
    made_at = models.DateTimeField(auto_now=True)

    PLAIN = dict.fromkeys(("account", "address", "made_at"), P1)


class DigestTold(models.Model):
    """That an account had the word of a day: once a day, whatever runs twice.

    Attributes:
        on: The day in Thailand.
        mailed_at: When a message was handed to the mail host; ``None`` if none was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(
        "accounts.Account", models.CASCADE, related_name="digests"
    )
    on = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "on"], name="casework_one_digest_a_day"
            )
        ]

    PLAIN = dict.fromkeys(("id", "account", "on", "made_at", "mailed_at"), P1)
