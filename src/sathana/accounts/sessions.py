"""The sessions of an account: at most three, seen and ended by their owner."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from sathana.accounts.models import Account, OpenSession

MOST = 3
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
"""Words in what a browser calls itself; the first that is there names it."""
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def note(request: HttpRequest) -> None:
    """Note that a session is in use; end the oldest where there are too many."""
    key = request.session.session_key
    if key is None or not isinstance(request.user, Account):
        return
    device = device_of(request.headers.get("User-Agent", ""))
    row, made = OpenSession.objects.get_or_create(
        session=key, defaults={"account": request.user, "device": device}
    )
    if made:
        _end_beyond(request.user)
        _sweep()
    else:
        OpenSession.objects.filter(id=row.id).update(seen_at=timezone.now())


def of(account: Account) -> list[OpenSession]:
    """Return the open sessions of an account, the newest first."""
    rows = OpenSession.objects.filter(account=account).order_by("-begun_at")
    alive = set(
        Session.objects.filter(
            session_key__in=[row.session for row in rows],
            expire_date__gt=timezone.now(),
        ).values_list("session_key", flat=True)
    )
    return [row for row in rows if row.session in alive]


def device_of(told: str) -> str:
    """Return a browser and its system in plain words; ``""`` if it names neither."""
    found = [
        next((name for word, name in names.items() if word in told), "")
        for names in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, found))


def end(account: Account, *, but: str | None = None, only: str | None = None) -> int:
    """End sessions of an account; return how many.

    Args:
        account: Whose.
        but: Key of a session that goes on.
        only: Id of the one session to end; ``None`` ends all.
    """
    rows = OpenSession.objects.filter(account=account)
    if but:
        rows = rows.exclude(session=but)
    if only:
        rows = rows.filter(id=only)
    found = list(rows.values_list("session", flat=True))
    Session.objects.filter(session_key__in=found).delete()
    OpenSession.objects.filter(session__in=found).delete()
    return len(found)


def _end_beyond(account: Account) -> None:
    for row in of(account)[MOST:]:
        end(account, only=str(row.id))


def _sweep() -> None:
    """Forget sessions that can come back no more; each sign-in does it, nobody else."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    keys = Session.objects.values("session_key")
    OpenSession.objects.exclude(session__in=keys).delete()
