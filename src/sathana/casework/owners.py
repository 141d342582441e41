"""Whom a next action can be given to: those who may work on the family."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.utils import timezone

from sathana.accounts import decide
from sathana.accounts.decide import Action, Actor, Context
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.registry import staffing, visibility
from sathana.registry.models import Family
from sathana.registry.reader import Reader

_WORK = (*staffing.WORKERS, Role.LEADER, Role.SUPERVISOR, Role.PROTECTION_OFFICER)


def owners_of(reader: Reader, family: Family) -> list[tuple[uuid.UUID, str]]:
    """Return the accounts that may change a family: ids and shown names."""
    thing, found = visibility.thing_of(family), []
    accounts = staffing.holders(family.organisation_id, _WORK)
    for account in accounts.prefetch_related("grants"):
        actor = _actor(account)
        if not decide.can(actor, Action.CHANGE, thing, None, Context(reader.now)):
            continue
        # Whoever is blocked is asked about last: few come so far.
        theirs = visibility.context_of(Reader(actor, reader.now), family)
        if decide.can(actor, Action.CHANGE, thing, None, theirs):
            found.append((account.id, account.shown_name or account.username))
    return found


def workers_beside(reader: Reader, family: Family) -> dict[uuid.UUID, str]:
    """Return caseworkers and lawyers of the organisation from whom it is not kept.

    They need not be assigned: only their names are told, and nothing to them.
    """
    accounts = staffing.holders(family.organisation_id, staffing.WORKERS)
    found = {}
    for account in accounts:
        theirs = Reader(_nobody(account), reader.now)
        if not visibility.context_of(theirs, family).blocked:
            found[account.id] = account.shown_name or account.username
    return found


def _nobody(account: Account) -> Actor:
    """Return an account without its roles: to ask only what is kept from it."""
    return Actor(account.id, account.organisation_id, frozenset())


def who_may(family: Family, actions: Iterable[Action]) -> list[uuid.UUID]:
    """Return the accounts that may do all of these actions with a family."""
    thing, found = visibility.thing_of(family), []
    wanted, now = set(actions), timezone.now()
    accounts = staffing.holders(family.organisation_id, _WORK)
    for account in accounts.prefetch_related("grants"):
        actor = _actor(account)
        if wanted <= decide.what_may(actor, thing, Context(now)):
            theirs = visibility.context_of(Reader(actor, now), family)
            if wanted <= decide.what_may(actor, thing, theirs):
                found.append(account.id)
    return found


def name_of(organisation: uuid.UUID, account: uuid.UUID | None) -> str:
    """Return how an account of an organisation is called; ``""`` if none is."""
    if account is None:
        return ""
    row = Account.objects.filter(organisation=organisation, id=account).first()
    return (row.shown_name or row.username) if row else ""


def _actor(account: Account) -> Actor:
    roles = frozenset(
        (Role(grant.role), grant.team_id)
        for grant in account.grants.all()
        if grant.ended_at is None and grant.confirmed_at is not None
    )
    return Actor(account.id, account.organisation_id, roles, strong=True)
