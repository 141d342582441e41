"""Who works where, as far as the registry must know: choices for forms, and notices."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from sathana.accounts.models import Account, Organisation, RoleGrant
from sathana.accounts.roles import Role

WORKERS = (Role.CASEWORKER, Role.LAWYER)
"""Roles for which an assignment opens a family."""
READERS = (
    *(Role.PARTNER, Role.CASEWORKER, Role.LAWYER, Role.SUPERVISOR),
    *(Role.LEADER, Role.PROTECTION_OFFICER),
)
"""Roles that may read a family shared with them in person."""


def holders(
    organisation: uuid.UUID, roles: Iterable[Role], team: uuid.UUID | None = None
) -> QuerySet[Account]:
    """Return who has one of the roles now; with a team: in that team only."""
    grants = RoleGrant.objects.filter(role__in=[*roles], ended_at=None)
    grants = grants.exclude(confirmed_at=None)
    if team is not None:
        grants = grants.filter(team=team)
    return active(organisation).filter(pk__in=grants.values("account"))


def active(organisation: uuid.UUID) -> QuerySet[Account]:
    """Return the accounts of an organisation that can sign in."""
    rows = Account.objects.filter(organisation=organisation, is_active=True)
    return rows.order_by("shown_name", "username")


def others(organisation: uuid.UUID) -> QuerySet[Organisation]:
    """Return the other organisations that are at work."""
    rows = Organisation.objects.filter(closed_at=None).exclude(pk=organisation)
    return rows.order_by("name_th")


def watchers(organisation: uuid.UUID, team: uuid.UUID | None) -> QuerySet[Account]:
    """Return who is told of a broken glass: team supervisors, protection officers."""
    officers = holders(organisation, [Role.PROTECTION_OFFICER]).values("pk")
    if team is None:
        return active(organisation).filter(pk__in=officers)
    heads = holders(organisation, [Role.SUPERVISOR], team).values("pk")
    return active(organisation).filter(Q(pk__in=officers) | Q(pk__in=heads))
