"""Somebody who is signed in with a second factor, without a browser."""

from __future__ import annotations

import time

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from sathana.accounts.models import Account


def client_of(account: Account) -> Client:
    """Return a client that is signed in, its second factor shown just now."""
    if not has_one(account):
        TOTP.activate(account, generate_totp_secret())
    client = Client()
    client.force_login(account)
    session = client.session
    shown = {"method": "mfa", "type": "totp", "at": time.time()}
    session["account_authentication_methods"] = [shown]
    session["account_authentication_methods_user"] = str(account.pk)
    session.save()
    return client


def has_one(account: Account) -> bool:
    from allauth.mfa.models import Authenticator

    return Authenticator.objects.filter(user=account).exists()
