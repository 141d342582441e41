"""What signing in leaves in the audit chain."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
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

from sathana.accounts import sessions, signed_in
from sathana.accounts.middleware import WAS
from sathana.accounts.models import Account
from sathana.audit.record import PROGRAM, Doer, Subject, write


def _note(action: str, account: Account, allowed: bool = True) -> None:
    doer = Doer(account.id, account.organisation_id)
    with transaction.atomic():
        write(doer, action, [Subject("account", str(account.id))], allowed=allowed)


@receiver(user_logged_in)
def _signed_in(request: Any, user: Any, **_: Any) -> None:
    if request.session.pop(WAS, None) != str(user.pk):
        request.session.pop(signed_in.KEPT, None)
    _note("account.sign_in", user)


@receiver(user_logged_out)
def _signed_out(user: Any, **_: Any) -> None:
    if isinstance(user, Account):
        _note("account.sign_out", user)


@receiver(user_login_failed)
def _refused(credentials: Any, **_: Any) -> None:
    name = str(credentials.get("username", ""))
    found = Account.objects.filter(username__iexact=name).first()
    if found is not None:
        _note("account.refused", found, allowed=False)
        return
    # The same work for a name that is nobody's: the answer must not tell.
    with transaction.atomic():
        write(PROGRAM, "account.refused", [Subject("account", "")], allowed=False)


@receiver(authentication_failed)
def _code_refused(user: Any, **_: Any) -> None:
    _note("account.refused_code", user, allowed=False)


@receiver(password_changed)
def _password(request: Any, user: Any, **_: Any) -> None:
    sessions.end(user, but=request.session.session_key)
    _note("account.password", user)


@receiver(authenticator_added)
def _added(request: Any, user: Any, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type in signed_in.FACTORS:
        # A code of the new app, or the new key itself, was just shown.
        record_authentication(
            request,
            user,
            "mfa",
            id=authenticator.pk,
            type=authenticator.type,
            reauthenticated=True,
        )
    _changed("account.factor_added", request, user)


@receiver(authenticator_removed)
def _removed(request: Any, user: Any, **_: Any) -> None:
    _changed("account.factor_removed", request, user)


@receiver(authenticator_reset)
def _reset(request: Any, user: Any, **_: Any) -> None:
    _changed("account.codes_made", request, user)


def _changed(action: str, request: Any, user: Account) -> None:
    sessions.end(user, but=request.session.session_key)
    _note(action, user)
