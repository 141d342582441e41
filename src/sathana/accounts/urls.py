"""Addresses of signing in, one's own account, organisations and the audit."""

from __future__ import annotations

from allauth.account import views as allauth_account
from django.urls import URLPattern, URLResolver, include, path

from sathana.accounts import audit_views

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", allauth_account.login, name="account_login"),
    path("sign-out/", allauth_account.logout, name="account_logout"),
    path(
        "sign-in/again/", allauth_account.reauthenticate, name="account_reauthenticate"
    ),
    path("sign-in/closed/", allauth_account.account_inactive, name="account_inactive"),
    path(
        "my/password/", allauth_account.password_change, name="account_change_password"
    ),
    path("my/second-factor/", include("allauth.mfa.urls")),
    *audit_views.URLS,
]
