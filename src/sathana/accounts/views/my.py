"""One's own page: name, roles, second factors, sessions."""

from __future__ import annotations

import uuid

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn as allauth_remove
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import areas, sessions, signed_in
from sathana.accounts.models import Account
from sathana.accounts.texts import FACTOR_FAULTS
from sathana.accounts.views.door import say, warn

ENDED = {
    "th": "ออกจากระบบในเครื่องที่เลือกแล้ว",
    "en": "The chosen devices were signed out.",
}


@require_safe
@signed_in.needs_work
def my(request: HttpRequest) -> HttpResponse:
    """Show one's own page."""
    account = _account(request)
    factors = Authenticator.objects.filter(user=account)
    keys = [one for one in factors if one.type == Authenticator.Type.WEBAUTHN]
    types = {one.type for one in factors}
    codes = next((o for o in factors if o.type == "recovery_codes"), None)
    context = {
        "section": "my",
        "account": account,
        "areas": areas.names(account.organisation.areas),
        "grants": account.grants.filter(ended_at=None).select_related("team"),
        "totp": Authenticator.Type.TOTP in types,
        "keys": [one.wrap().name for one in keys],
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "sessions": sessions.of(account),
        "this_session": request.session.session_key,
    }
    return render(request, "accounts/my.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in.needs_work
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End one of one's own sessions, or all but this one."""
    if request.method != "POST":
        # Who came back here from signing in again sees the sessions first.
        return HttpResponseRedirect(reverse("my"))
    account = _account(request)
    here = request.session.session_key
    one = request.POST.get("session", "")
    if one == "others":
        sessions.end(account, but=here)
    elif _is_id(one):
        sessions.end(account, but=here, only=one)
    say(request, ENDED)
    return HttpResponseRedirect(reverse("my"))


@require_safe
def factors(request: HttpRequest) -> HttpResponse:
    """Lead to one's own page, where the second factors are listed."""
    return HttpResponseRedirect(reverse("my"))


@signed_in.needs_fresh
def remove_key(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Remove one of one's own keys, unless it is the last second factor."""
    found = Authenticator.objects.filter(user=_account(request), pk=pk).first()
    if found is not None and not get_adapter().can_delete_authenticator(found):
        warn(request, FACTOR_FAULTS["cannot_delete_authenticator"])
        return HttpResponseRedirect(reverse("mfa_list_webauthn"))
    return allauth_remove(request, pk=pk)


def _account(request: HttpRequest) -> Account:
    found = signed_in.account(request)
    if found is None:
        raise LookupError("a page of work stands behind its door")
    return found


def _is_id(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


URLS: list[URLPattern] = [
    path("my/", my, name="my"),
    path("my/sessions/end/", end_sessions, name="my-sessions"),
]
