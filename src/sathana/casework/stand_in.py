"""An account as a reader where nobody sits before a screen: calendars, the digest.

It may see what its account may see now, and nothing once the account is closed, waits,
or has no second factor any more: a secret address stands in for a factor that exists.
"""

from __future__ import annotations

from datetime import datetime

from sathana.accounts import signed_in
from sathana.accounts.decide import Actor
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.registry.reader import Reader


def reader_for(account: Account, now: datetime, request: str) -> Reader | None:
    """Return an account as a reader; ``None`` if it may not work now.

    Args:
        account: Whose eyes.
        now: The moment.
        request: What asks, for the audit chain.
    """
    if not signed_in.may_work(account) or not signed_in.has_second_factor(account):
        return None
    grants = account.grants.filter(ended_at=None).exclude(confirmed_at=None)
    roles = frozenset(
        (Role(role), team) for role, team in grants.values_list("role", "team_id")
    )
    actor = Actor(account.id, account.organisation_id, roles, strong=True)
    return Reader(actor, now, request)
