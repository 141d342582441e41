"""Who is signed in, how surely, and the door of every page of work."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from sathana.accounts import kept
from sathana.accounts.decide import Actor
from sathana.accounts.models import Account
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role

FRESH_SECONDS = 300
"""How long a shown second factor counts as fresh."""
STRONG_METHODS = ("mfa",)

type View = Callable[..., HttpResponse]


def account(request: HttpRequest) -> Account | None:
    """Return the account that is signed in and may work; ``None`` if nobody is."""
    user = request.user
    if not isinstance(user, Account) or not may_work(user):
        return None
    return user


def may_work(user: Account) -> bool:
    """Whether an account may work: not disabled, waiting or of a closed house."""
    waits = user.held_until is not None and user.held_until > timezone.now()
    return user.is_active and not waits and user.organisation.closed_at is None


def actor(request: HttpRequest) -> Actor:
    """Return who is signed in, as the decision knows them.

    Raises:
        LookupError: Nobody is; pages of work stand behind :func:`needs_work`.
    """
    found = account(request)
    if found is None:
        raise LookupError("nobody is signed in")
    shown = _second_factor_shown(request)
    age = timezone.now().timestamp() - shown
    roles = frozenset(
        (Role(role), team)
        for role, team in found.grants.filter(ended_at=None)
        .exclude(confirmed_at=None)
        .values_list("role", "team_id")
    )
    return Actor(
        id=found.id,
        organisation=found.organisation_id,
        roles=roles,
        strong=shown > 0,
        fresh=age <= FRESH_SECONDS,
    )


def reader(request: HttpRequest) -> Reader:
    """Return the reader that this request is; made once for each request."""
    made: Reader | None = getattr(request, "_sathana_reader", None)
    if made is None:
        made = Reader(actor(request), timezone.now(), uuid.uuid4().hex)
        request._sathana_reader = made  # type: ignore[attr-defined]
    return made


def needs_work(view: View) -> View:
    """Let only somebody through who is signed in with a second factor.

    A form that comes too late (the session ran out) is kept, sealed, and comes back to
    the same person after signing in: see :func:`kept_form`.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if account(request) is None:
            if request.user.is_authenticated:
                logout(request)
            return _to_sign_in(request)
        if not has_second_factor(request.user):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        if not _second_factor_shown(request):
            return _again(request)
        return view(request, *args, **kwargs)

    guarded.needs_work = True  # type: ignore[attr-defined]
    return never_cache(guarded)


def has_second_factor(user: Any) -> bool:
    """Whether an account has set up a second factor."""
    from allauth.mfa.models import Authenticator

    types = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user, type__in=types).exists())


def step_up(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor once more, then lead back to the same page.

    What was typed into a form is kept meanwhile.
    """
    return _again(request)


def kept_form(request: HttpRequest) -> QueryDict | None:
    """Return what was typed at this address before the session ran out.

    It stays kept until :func:`form_saved` says that it is saved, 24 hours at most.
    """
    found = account(request)
    return kept.of(found, request.path) if found else None


def form_saved(request: HttpRequest) -> None:
    """Forget what was kept at this address: it is saved now, or was thrown away."""
    found = account(request)
    if found:
        kept.clear(found, request.path)


def is_safe_method(request: HttpRequest) -> bool:
    """Whether the request changes nothing."""
    return request.method in ("GET", "HEAD")


def _second_factor_shown(request: HttpRequest) -> float:
    """Return when a second factor was last shown in this session; 0 if never."""
    times = [
        float(record.get("at", 0))
        for record in get_authentication_records(request, request.user)
        if record.get("method") in STRONG_METHODS
    ]
    return max(times, default=0.0)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    was = request.session.get("was")
    if request.method == "POST" and was:
        kept.keep(uuid.UUID(was), request.path, request.POST)
    return _lead(settings.LOGIN_URL, request)


def _again(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        kept.keep(request.user.pk, request.path, request.POST)
    return _lead("mfa_reauthenticate", request)


def _lead(name: str, request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if is_safe_method(request) else request.path
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': back})}")
