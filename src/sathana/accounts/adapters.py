"""What allauth asks us: nobody signs up alone, and secrets are stored sealed."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sathana.accounts import menu, signed_in
from sathana.accounts.models import Account
from sathana.accounts.texts import FACTOR_FAULTS, FAULTS, KEY_NAME, in_language
from sathana.protection import crypto, keys
from sathana.protection.keyfile import source
from sathana.web.languages import pick

_PLACE = "second-factor"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations only, and no letter is ever sent."""

    error_messages = {**DefaultAccountAdapter.error_messages, **in_language(FAULTS)}  # noqa: RUF012

    def is_open_for_signup(self, request: Any) -> bool:
        """Return no, always."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """Send nothing: the product knows no address of anybody."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: what happened stands in the chain and on one's own page."""

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        *args: Any,
        message: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Say what failed; of what went well our pages tell themselves."""
        if message and level >= messages.ERROR:
            messages.error(request, message)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Return the ways to show oneself again: who has a second factor shows that."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        strong = [way for way in ways if way["id"] != "reauthenticate"]
        return strong or ways

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the first page of the account's own work."""
        user = request.user
        name = menu.first(user) if isinstance(user, Account) else "my"
        return reverse(name)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to one's own page."""
        return reverse("my")

    def pre_login(
        self, request: HttpRequest, user: Any, **kwargs: Any
    ) -> HttpResponse | None:
        """Turn away who may not work now, after the passphrase, before the session."""
        if not signed_in.may_work(user):
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)


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
        plain = crypto.open_bytes(_key(master), base64.b64decode(sealed), _PLACE)
        return plain.decode()

    def build_totp_svg(self, url: str) -> str:
        """Return the picture to scan, ready to stand inside a page."""
        return super().build_totp_svg(url).partition("?>")[2]

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether another second factor remains: nobody works without one."""
        others = Authenticator.objects.filter(
            user_id=authenticator.user_id, type__in=signed_in.FACTORS
        )
        return others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002
        """Return a name for a new key, to be changed by its owner."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"{pick(KEY_NAME)} {count + 1}"


def _key(master: str) -> bytes:
    derived = HKDF(hashes.SHA256(), crypto.KEY_BYTES, None, b"sathana second factor")
    return derived.derive(keys.master(master))
