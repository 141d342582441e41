"""The first visit: a code that was handed over, a passphrase, then a second factor."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sathana.accounts import errors
from sathana.accounts.models import Account
from sathana.accounts.services import inviting, recovering
from sathana.accounts.texts import FAULTS
from sathana.web.languages import Text

RATES = {"first": "10/m/ip,60/h/ip"}
"""A code has a hundred bits; the limit only keeps the machine quiet."""


@sensitive_post_parameters("code", "password1", "password2")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """Open an account with a code, and choose a passphrase."""
    if request.method != "POST":
        return _page(request, {})
    allowed = ratelimit.consume(request, app="sathana", action="first", config=RATES)
    if not allowed:
        return _page(request, {"code": [FAULTS["rate_limited"]]}, status=429)
    faults: dict[str, list[Text]] = {}
    account = _open(request, faults)
    if account is None:
        return _page(request, faults)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    # The passphrase was just chosen: the second factor may be set up at once.
    record_authentication(request, account, "password", reauthenticated=True)
    return HttpResponseRedirect(reverse("mfa_activate_totp"))


def _open(request: HttpRequest, faults: dict[str, list[Text]]) -> Account | None:
    code = request.POST.get("code", "")
    password = request.POST.get("password1", "")
    invitation = inviting.of_code(code)
    recovery = None if invitation else recovering.of_code(code)
    if password != request.POST.get("password2", ""):
        faults["password2"] = [errors.PASSWORDS_DIFFER]
        return None
    try:
        if invitation:
            return inviting.accept(invitation, password)
        if recovery:
            return recovering.accept(recovery, password)
        faults["code"] = [errors.CODE_UNKNOWN]
    except ValidationError as fault:
        faults["password1"] = [{"th": one, "en": one} for one in fault.messages]
    except errors.OfficeError as fault:
        faults[fault.field or "code"] = [fault.text]
    return None


def _page(
    request: HttpRequest, faults: dict[str, list[Text]], status: int = 200
) -> HttpResponse:
    code = request.POST.get("code", "")
    context = {"faults": faults, "code": code}
    return render(request, "accounts/first.html", context, status=status)


URLS: list[URLPattern] = [path("sign-in/first/", first, name="first")]
