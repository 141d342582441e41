"""Who is signed in, how surely, and the door of every page of work."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from sathana.accounts import kept
from sathana.accounts.decide import Actor
from sathana.accounts.middleware import WAS
from sathana.accounts.models import Account
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role

FRESH_SECONDS = 300
"""How long a shown second factor counts as fresh."""
KEPT = "kept"
"""Where a session says that a late form was kept: ``text`` or ``files``."""
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor; recovery codes only stand in for one."""

type View = Callable[..., Any]


def account(request: HttpRequest) -> Account | None:
    """Return the account that is signed in and may work; ``None`` if nobody is."""
    user = request.user
    if not isinstance(user, Account) or not may_work(user):
        return None
    return user


def may_work(user: Account) -> bool:
    """Whether an account is open: not closed, not waiting, its organisation open."""
    waits = user.held_until is not None and user.held_until > timezone.now()
    return user.is_active and not waits and user.organisation.closed_at is None


def actor(request: HttpRequest) -> Actor:
    """Return who is signed in, as the decision knows them.

    Raises:
        LookupError: Nobody is; pages of work stand behind :func:`needs_work`.
    """
    return reader(request).actor


def reader(request: HttpRequest) -> Reader:
    """Return the reader that this request is; made once for each request.

    Raises:
        LookupError: Nobody is signed in.
    """
    made: Reader | None = getattr(request, "_sathana_reader", None)
    if made is None:
        made = Reader(_actor(request), timezone.now(), uuid.uuid4().hex)
        request._sathana_reader = made  # type: ignore[attr-defined]
    return made


def _actor(request: HttpRequest) -> Actor:
    found = account(request)
    if found is None:
        raise LookupError("nobody is signed in")
    shown = factor_shown_at(request)
    holds = found.grants.filter(ended_at=None).exclude(confirmed_at=None)
    return Actor(
        id=found.id,
        organisation=found.organisation_id,
        roles=frozenset(
            (Role(role), team) for role, team in holds.values_list("role", "team_id")
        ),
        strong=shown > 0,
        fresh=timezone.now().timestamp() - shown <= FRESH_SECONDS,
    )


def needs_work(view: View) -> View:
    """Let only somebody through who is signed in with a second factor.

    A form that comes too late (the session ran out) is kept, sealed, and comes back to
    the same person after signing in: see :func:`kept_form`.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _turned_away(request) or view(request, *args, **kwargs)

    guarded.needs_work = True  # type: ignore[attr-defined]
    return never_cache(guarded)


def needs_fresh(view: View) -> View:
    """Let only somebody through who has shown the second factor within five minutes.

    Who has none yet passes: this is how the first one is set up.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = account(request)
        if found is None:
            return _turned_away(request) or _to_sign_in(request)
        if has_second_factor(found) and not actor(request).fresh:
            return step_up(request)
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def has_second_factor(user: Account) -> bool:
    """Whether an account has set up a second factor."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def step_up(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor once more, then lead back to the same page.

    What was typed into a form is kept meanwhile.
    """
    if request.method == "POST" and isinstance(request.user, Account):
        _keep(request, request.user.pk)
    totp = Authenticator.objects.filter(
        user_id=request.user.pk, type=Authenticator.Type.TOTP
    )
    return _lead(
        "mfa_reauthenticate" if totp.exists() else "mfa_reauthenticate_webauthn",
        request,
    )


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
        request.session.pop(KEPT, None)


def keep_late_form(request: HttpRequest) -> HttpResponse:
    """Keep a form whose session or secret is gone, and lead to its page or to sign-in.

    Nothing is done with the form: its owner sees it again, filled, and decides.
    """
    found = account(request)
    if found is None:
        return _to_sign_in(request)
    _keep(request, found.pk)
    return HttpResponseRedirect(request.path)


def factor_shown_at(request: HttpRequest) -> float:
    """Return when a second factor was last shown in this session; 0 if never."""
    times = [
        float(record.get("at", 0))
        for record in get_authentication_records(request, request.user)
        if record.get("method") == "mfa"
    ]
    return max(times, default=0.0)


def _turned_away(request: HttpRequest) -> HttpResponse | None:
    """Return where somebody must go before they may work; ``None`` if they may."""
    found = account(request)
    if found is None:
        if request.user.is_authenticated:
            logout(request)
        return _to_sign_in(request)
    if factor_shown_at(request):
        return None
    if has_second_factor(found):
        return step_up(request)
    return HttpResponseRedirect(reverse("mfa_activate_totp"))


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    was = request.session.get(WAS)
    if request.method == "POST" and was:
        _keep(request, uuid.UUID(was))
    return _lead(settings.LOGIN_URL, request)


def _keep(request: HttpRequest, owner: uuid.UUID) -> None:
    if kept.keep(owner, request.path, request.POST):
        request.session[KEPT] = "files" if request.FILES else "text"


def _lead(name: str, request: HttpRequest) -> HttpResponse:
    looks = request.method in ("GET", "HEAD")
    back = request.get_full_path() if looks else request.path
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': back})}")
