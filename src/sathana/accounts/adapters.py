"""What allauth asks us: nobody signs up alone, and secrets are stored sealed."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.http import HttpRequest

from sathana.accounts.texts import FACTOR_FAULTS, FAULTS, in_language
from sathana.protection import crypto, keys
from sathana.protection.keyfile import source

_PLACE = "second-factor"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations only, and no letter is ever sent."""

    error_messages = {**DefaultAccountAdapter.error_messages, **in_language(FAULTS)}  # noqa: RUF012

    def is_open_for_signup(self, request: Any) -> bool:
        """Return no, always."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """Send nothing: the product knows no address of anybody."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing beside the page: our pages say themselves what happened."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the families, in the language of the page."""
        return super().get_login_redirect_url(request)


class MfaAdapter(DefaultMFAAdapter):
    """Second factors; their secrets are sealed under a key of the key file."""

    error_messages = {**DefaultMFAAdapter.error_messages, **in_language(FACTOR_FAULTS)}  # noqa: RUF012

    def encrypt(self, text: str) -> str:
        """Seal a secret; the id of the master key stands before it."""
        master = source().newest
        sealed = crypto.seal_bytes(_key(master), text.encode(), _PLACE)
        return f"{master}:{base64.b64encode(sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        master, _, sealed = encrypted_text.partition(":")
        return crypto.open_bytes(
            _key(master), base64.b64decode(sealed), _PLACE
        ).decode()


def _key(master: str) -> bytes:
    derived = HKDF(hashes.SHA256(), crypto.KEY_BYTES, None, b"sathana second factor")
    return derived.derive(keys.master(master))
