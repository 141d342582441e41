"""What every service about accounts needs: the decision, the entry, the notice."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q

from sathana.accounts import errors
from sathana.accounts.decide import Action, Context, Thing, can
from sathana.accounts.models import Account, Team
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role
from sathana.audit.record import Subject, write

CODE_HOLDS = timedelta(hours=72)
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{2,39}")
NOBODY = uuid.UUID(int=0)
WITH_TEAM = frozenset((Role.SUPERVISOR,))
"""Roles that see nothing without a team."""


def check(reader: Reader, action: Action, kind: str, organisation: uuid.UUID) -> None:
    """Refuse what the decision refuses.

    Raises:
        StepUpError: It needs the second factor once more.
        NotThereError: It is not for this reader; it might as well not be there.
    """
    found = can(
        reader.actor, action, Thing(kind, organisation), None, Context(reader.now)
    )
    if found:
        return
    raise errors.StepUpError if found.why == "step_up" else errors.NotThereError


def note(reader: Reader, action: str, account: object, kind: str = "account") -> None:
    """Write the entry of a change; a transaction is open."""
    write(reader.doer, action, [Subject(kind, str(account))])


def tell(accounts: Iterable[Account], kind: str, about: object) -> None:
    """Leave a notice for each account."""
    for one in accounts:
        one.notices.create(kind=kind, about=str(about))


def admins(organisation: uuid.UUID, but: uuid.UUID | None = None) -> list[Account]:
    """Return the open accounts that are admins of an organisation now."""
    now = Q(grants__ended_at=None, grants__confirmed_at__isnull=False)
    found = Account.objects.filter(
        now,
        organisation=organisation,
        is_active=True,
        grants__role=Role.ORGANISATION_ADMIN,
    )
    return list(found.exclude(pk=but or NOBODY).distinct())


def account_of(reader: Reader, account: uuid.UUID) -> Account:
    """Return an account of the reader's own organisation.

    Raises:
        NotThereError: There is none.
    """
    found = Account.objects.filter(
        pk=account, organisation=reader.actor.organisation
    ).first()
    if found is None:
        raise errors.NotThereError
    return found


def team_of(organisation: uuid.UUID, role: Role, team: str) -> Team | None:
    """Return the team in which a role will hold; ``None`` if it needs none.

    Raises:
        OfficeError: The role needs one.
    """
    try:
        wanted = uuid.UUID(team)
    except ValueError:
        wanted = None
    found = Team.objects.filter(organisation=organisation, pk=wanted or NOBODY).first()
    if found is None and role in WITH_TEAM:
        raise errors.OfficeError(errors.TEAM_MISSING, "team")
    return found


def role_of(code: str) -> Role:
    """Return the role of a code.

    Raises:
        OfficeError: There is none.
    """
    try:
        return Role(code)
    except ValueError:
        raise errors.OfficeError(errors.ROLE_MISSING, "role") from None


def username_of(told: str) -> str:
    """Return a name to sign in with, as it is stored.

    Raises:
        OfficeError: It cannot be one.
    """
    name = told.strip().lower()
    if not _NAME.fullmatch(name):
        raise errors.OfficeError(errors.NAME_UNUSABLE, "username")
    return name


def shown_name_of(told: str) -> str:
    """Return how colleagues call somebody.

    Raises:
        OfficeError: Nothing was told.
    """
    name = " ".join(told.split())[:100]
    if not name:
        raise errors.OfficeError(errors.NAME_MISSING, "shown_name")
    return name
