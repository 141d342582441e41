"""Forms of signing in: a code counts once, for as long as it could count at all."""

from __future__ import annotations

import hashlib
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.forms import Field

USED_FOR = 150
"""Seconds for which a used code stays used. With one step of tolerance a code is good
for 90 seconds; allauth itself remembers it for 30 only."""


class _Plain:
    """Takes the grey words out of the fields: each has a label that stays."""

    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        if "code" in self.fields:
            self.fields["code"].widget.attrs["inputmode"] = "numeric"


class SignInForm(_Plain, LoginForm):
    """The first step of signing in."""


class PasswordForm(_Plain, ChangePasswordForm):
    """A new passphrase."""


class AppForm(_Plain, ActivateTOTPForm):
    """The first code of an app."""


class _Once(_Plain):
    """Refuses a code of the app that was used before."""

    authenticator: Authenticator
    user: Any

    def clean_code(self) -> str:
        """Check the code, then take it out of use."""
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP and not self._first(code):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def _first(self, code: str) -> bool:
        told = "".join(code.split())
        name = hashlib.sha256(f"{self.user.pk}:{told}".encode()).hexdigest()
        return cache.add(f"sathana.code.{name}", "y", timeout=USED_FOR)


class CodeForm(_Once, AuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(_Once, ReauthenticateForm):
    """The second factor shown once more."""
