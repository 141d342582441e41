"""Whether somebody is eligible for a role, as far as anything on another floor says.

Packages above register who says it; this floor knows none of them. Eligible is not
granted: an organisation admin still asks, and a second person confirms.
"""

from __future__ import annotations

from collections.abc import Callable

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.web.languages import Text

type Said = tuple[bool | None, Text]
"""Whether, and why; ``None``: nothing is said about this role."""
type Provider = Callable[[Account, Role], Said]

NOTHING_SAID: Text = {
    "th": "ไม่มีเข็มใดบอกเรื่องหน้าที่นี้ ผู้ดูแลองค์กรสองคนพิจารณาเอง",
    "en": "No badge says anything about this role: two admins decide.",
}
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Let something say who is eligible; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def of(account: Account, role: Role) -> Said:
    """Return what the first provider says that says anything about a role."""
    for provider in _providers:
        said, why = provider(account, role)
        if said is not None:
            return said, why
    return None, NOTHING_SAID
