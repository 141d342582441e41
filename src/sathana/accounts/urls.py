"""Addresses of signing in, one's own account, organisations and the audit.

Of allauth's pages only those listed here exist: no sign-up, no e-mail, no reset.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import URLPattern, path

from sathana.accounts import audit_views
from sathana.accounts.signed_in import needs_fresh, needs_work
from sathana.accounts.views import first, invitations, my, organisations, people

SIGN_IN: list[URLPattern] = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/code/", factors.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/again/code/", factors.reauthenticate, name="mfa_reauthenticate"),
    path(
        "sign-in/again/key/",
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-out/", account.logout, name="account_logout"),
]
FACTORS: list[URLPattern] = [
    path("app/", needs_fresh(totp.activate_totp), name="mfa_activate_totp"),
    path("app/stop/", needs_fresh(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("keys/", needs_work(keys.list_webauthn), name="mfa_list_webauthn"),
    path("keys/new/", needs_fresh(keys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "keys/<int:pk>/",
        needs_fresh(keys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
    path(
        "keys/<int:pk>/remove/",
        my.remove_key,
        name="mfa_remove_webauthn",
    ),
    path(
        "codes/", needs_fresh(codes.view_recovery_codes), name="mfa_view_recovery_codes"
    ),
    path(
        "codes/new/",
        needs_fresh(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
]
urlpatterns: list[URLPattern] = [
    *SIGN_IN,
    path(
        "my/password/",
        needs_fresh(account.password_change),
        name="account_change_password",
    ),
    *(
        path(f"my/second-factor/{one.pattern}", one.callback, name=one.name)
        for one in FACTORS
    ),
    path("my/second-factor/", my.factors, name="mfa_index"),
    *my.URLS,
    *first.URLS,
    *people.URLS,
    *invitations.URLS,
    *organisations.URLS,
    *audit_views.URLS,
]
