"""What signing in leaves in the audit chain."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.db import transaction
from django.dispatch import receiver

from sathana.accounts import sessions
from sathana.accounts.models import Account
from sathana.audit.record import PROGRAM, Doer, Subject, write


def _note(action: str, account: Account, allowed: bool = True) -> None:
    doer = Doer(account.id, account.organisation_id)
    with transaction.atomic():
        write(doer, action, [Subject("account", str(account.id))], allowed=allowed)


@receiver(user_logged_in)
def _signed_in(user: Any, **_: Any) -> None:
    _note("account.sign_in", user)


@receiver(user_logged_out)
def _signed_out(user: Any, **_: Any) -> None:
    if isinstance(user, Account):
        _note("account.sign_out", user)


@receiver(user_login_failed)
def _refused(credentials: Any, **_: Any) -> None:
    name = str(credentials.get("username", ""))
    found = Account.objects.filter(username=name).first()
    if found is not None:
        _note("account.refused", found, allowed=False)
        return
    with transaction.atomic():
        write(PROGRAM, "account.refused", [Subject("account", "")], allowed=False)


@receiver(password_changed)
def _password(request: Any, user: Any, **_: Any) -> None:
    sessions.end(user, but=request.session.session_key)
    _note("account.password", user)


@receiver(authenticator_added)
@receiver(authenticator_removed)
@receiver(authenticator_reset)
def _factor(request: Any, user: Any, **_: Any) -> None:
    sessions.end(user, but=request.session.session_key)
    _note("account.factor", user)
