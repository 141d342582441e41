"""Organisations, teams, accounts, roles and invitations, as they are stored."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from sathana.accounts.roles import Role
from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed

P1 = Sensitivity.P1
_ROLES = [(role.value, role.value) for role in Role]


class Organisation(models.Model):
    """An organisation that holds its own data.

    Attributes:
        areas: Codes of places (province, district, sub-district) where it works.
        closed_at: Since when nobody of it can sign in; ``None`` while it works.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    areas = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        ("id", "name_th", "name_en", "areas", "made_at", "closed_at"), P1
    )

    @property
    def name(self) -> dict[str, str]:
        """Its name in both languages, as far as it has one."""
        return {"th": self.name_th, "en": self.name_en}


class Team(models.Model):
    """A team of an organisation: a family belongs to one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=100)

    PLAIN = dict.fromkeys(("id", "organisation", "name"), P1)


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their name; makes none by itself (invitations do)."""

    def get_queryset(self) -> models.QuerySet[Account]:
        """Bring the organisation along: who may work depends on it."""
        return super().get_queryset().select_related("organisation")


class Account(AbstractBaseUser, PermissionsMixin):
    """Somebody who works here. No e-mail address is asked for.

    Groups and permissions are those of the editors' rooms only (``editorial.door``
    makes them from the roles); nobody is a superuser, and the database holds that.

    Attributes:
        username: The name to sign in with.
        shown_name: How colleagues call the person.
        held_until: After a recovery the account waits until then; ``None`` otherwise.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="accounts"
    )
    username = models.CharField(max_length=60, unique=True)
    shown_name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True)
    held_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    email = ""
    """Asked for by the editors' rooms; nobody here has one."""

    PLAIN = dict.fromkeys(
        (
            *("id", "organisation", "username", "shown_name", "is_active"),
            *("held_until", "made_at", "password", "last_login"),
            "is_superuser",
        ),
        P1,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_superuser=False), name="nobody_is_a_superuser"
            )
        ]

    def get_full_name(self) -> str:
        """Return how colleagues call the person."""
        return self.shown_name


class RoleGrant(models.Model):
    """A role of an account: asked for by one person, confirmed by a second.

    Attributes:
        team: The team in which it holds; ``None``: where a role needs no team.
        confirmed_at: Since when it holds; ``None`` while it waits.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=24, choices=_ROLES)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="grants")
    asked_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        (
            *("id", "account", "role", "team", "asked_by", "asked_at"),
            *("confirmed_by", "confirmed_at", "ended_at"),
        ),
        P1,
    )


class Invitation(models.Model):
    """An invitation to have an account: asked by one, approved by another, used once.

    Attributes:
        system: Whether the account will be a system admin too: the first accounts of
            an installation only.
        token: SHA-256 of the code that is handed over in person; never the code.
        expires_at: 72 hours after the approval; ``None`` before it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    username = models.CharField(max_length=60)
    shown_name = models.CharField(max_length=100)
    role = models.CharField(max_length=24, choices=_ROLES)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    system = models.BooleanField(default=False)
    token = models.CharField(max_length=64, blank=True, db_index=True)
    asked_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+"
    )
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        (
            *("id", "organisation", "username", "shown_name", "role", "team", "token"),
            *("asked_by", "asked_at", "approved_by", "expires_at", "used_at"),
            *("withdrawn_at", "system"),
        ),
        P1,
    )


class Recovery(models.Model):
    """A new begin for somebody who lost the passphrase or the second factor.

    One colleague asks, a second confirms; then nobody gets into the account until
    ``opens_at``, and from then on only who holds the code.

    Attributes:
        token: SHA-256 of the code that is handed over in person; never the code.
        opens_at: 24 hours after it was confirmed; ``None`` before.
        expires_at: 72 hours after it opens; ``None`` before.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="recoveries")
    token = models.CharField(max_length=64, blank=True, db_index=True)
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+"
    )
    opens_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    PLAIN = dict.fromkeys(
        (
            *("id", "account", "token", "asked_by", "asked_at", "confirmed_by"),
            *("opens_at", "expires_at", "used_at", "withdrawn_at"),
        ),
        P1,
    )


class OpenSession(models.Model):
    """A session of an account, so that it can be seen and ended.

    Attributes:
        session: Key of the session in the session table.
        device: Browser and system in plain words, as the browser calls itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="sessions")
    session = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=80, blank=True)
    begun_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now_add=True)

    PLAIN = dict.fromkeys(
        ("id", "account", "session", "device", "begun_at", "seen_at"), P1
    )


class KeptForm(models.Model):
    """A form that came after its session had run out; only its account gets it back.

    Attributes:
        address: Where it was sent to.
        content: What was typed, as a form is sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    address = models.CharField(max_length=200)
    key = models.UUIDField()
    kept_at = models.DateTimeField(auto_now_add=True)
    content = Sealed(Sensitivity.P3)

    PLAIN = dict.fromkeys(("id", "account", "address", "key", "kept_at"), P1)


Account.groups.through.PLAIN = dict.fromkeys(  # type: ignore[attr-defined]
    ("id", "account", "group"), P1
)
Account.user_permissions.through.PLAIN = dict.fromkeys(  # type: ignore[attr-defined]
    ("id", "account", "permission"), P1
)
